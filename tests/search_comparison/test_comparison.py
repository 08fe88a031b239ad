"""What a comparison keeps and shows. The searches themselves have tests of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.bench.problems import Expected, read_problems
from tests import json_lines
from tests.search_comparison.__main__ import ROOT, hard_half
from tests.search_comparison.drawing import differences, plot
from tests.search_comparison.results import End, Run, Way, solved_within

SOLVED = Run("swap", 2, Way.BEST_FIRST, 0, 400, End.SOLVED, 12, 0.5)
RUNS = [
    SOLVED,
    replace(SOLVED, problem="other", checks=300),
    replace(SOLVED, problem="hard", end=End.CHECKS, checks=400),
    replace(SOLVED, problem="hard", way=Way.RMAXTS, checks=350),
]


def test_a_line_that_was_cut_is_done_again_and_the_others_are_not(tmp_path: Path) -> None:
    path = tmp_path / "runs.jsonl"
    for run in RUNS:
        json_lines.append(path, run)
    path.write_bytes(path.read_bytes()[:-20])

    assert json_lines.read(path, Run) == RUNS[:-1]
    json_lines.append(path, RUNS[-1])
    assert json_lines.read(path, Run) == RUNS


def test_solved_is_what_was_certified_within_the_checks() -> None:
    counts = [solved_within(RUNS, Way.BEST_FIRST, checks) for checks in (11, 12, 299, 400)]

    assert counts == [0, 1, 1, 2]


def test_the_hard_half_is_to_be_proved_and_a_smaller_part_of_it_is_in_every_larger_one() -> None:
    problems = read_problems(ROOT / "bench" / "core.jsonl")

    hard = hard_half(problems)

    assert {problem.expected for problem in hard} == {Expected.PROVED}
    assert len(hard) >= len([p for p in problems if p.expected is Expected.PROVED]) / 2
    assert hard_half(problems)[:10] == hard[:10]


def test_what_one_way_solved_and_another_did_not_is_named_and_drawn(tmp_path: Path) -> None:
    plot(RUNS, 400, tmp_path / "plot.svg")

    assert "solved by RMaxTS and not by best-first: hard" in differences(RUNS)
    assert (tmp_path / "plot.svg").read_text("utf-8").startswith("<?xml")
