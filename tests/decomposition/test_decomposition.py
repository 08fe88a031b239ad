"""What the measurement stands on: honest sketches, and figures that count certificates alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from app.bench.problems import Expected, read_problems
from app.domain.lean_source import words
from app.domain.statement import read_statement
from app.domain.tactic_text import gaps
from app.domain.verdict import Incomplete
from app.pipeline.lab import Lab
from tests import json_lines
from tests.decomposition.drawing import figures
from tests.decomposition.problems import FILE, SketchedProblem, chosen, read_sketched
from tests.decomposition.results import End, Run, Way, left_open, solved_by_sketch
from tests.decomposition.ways import run

PROBLEMS = read_sketched()
QUICK = ("closure_of_union_of_closures", "union_of_two_subgroups")
PROVES = {
    *(
        "omega",
        "ring",
        "ring_nf",
        "simp",
        "simp_all",
        "simpa",
        "dsimp",
        "decide",
        "linarith",
        "nlinarith",
        "norm_num",
    ),
    *(
        "tauto",
        "group",
        "abel",
        "rw",
        "rfl",
        "positivity",
        "assumption",
        "trivial",
        "contradiction",
        "subst",
        "aesop",
    ),
    *(
        "linear_combination",
        "push_cast",
        "norm_cast",
        "native_decide",
        "split_ifs",
        "unfold",
        "convert",
        "ext",
    ),
}

OPEN = Run("p", Way.WHOLE, 10, End.OPEN, 10, 500, 0, 0, 1.0, 2)
OWN = replace(OPEN, way=Way.OWN, end=End.SOLVED, seconds=3, closed=2, subgoals=2)
MODEL = replace(OWN, way=Way.MODEL)


def test_the_file_is_a_bench_of_true_statements_from_many_areas():
    problems = read_problems(FILE)

    assert len(problems) >= 36
    assert {problem.expected for problem in problems} == {Expected.PROVED}
    assert len({problem.area for problem in problems}) >= 8
    assert max(Counter(problem.area for problem in problems).values()) <= len(problems) / 3
    assert all(problem.words and problem.difficulty for problem in problems)


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.name)
def test_a_sketch_is_of_its_statement_and_proves_no_step(problem: SketchedProblem):
    reading = read_statement(problem.text, "")

    assert reading.statement.name == problem.name
    assert len(gaps(reading.sketch)) >= 2
    assert not PROVES & {word.text for word in words(problem.sketch)}


async def test_lean_accepts_every_sketch_with_its_gaps(lab: Lab):
    header = lab.environment.header

    refused = [
        problem.name
        for problem in PROBLEMS
        if not isinstance(await lab.checker.check(f"{header}\n{problem.text}\n", 60), Incomplete)
    ]

    assert refused == []


@pytest.mark.parametrize("problem", chosen(PROBLEMS, QUICK), ids=lambda problem: problem.name)
@pytest.mark.parametrize("way", [Way.OWN, Way.MODEL])
async def test_a_sketch_is_filled_and_certified_whoever_it_comes_from(
    problem: SketchedProblem, way: Way, lab: Lab
):
    result = await run(problem, way, lab, 60)

    assert result.end is End.SOLVED
    assert result.closed == result.subgoals == len(gaps(problem.sketch))


async def test_a_proof_that_owes_nothing_to_the_sketch_is_not_counted_for_it(lab: Lab):
    easy = SketchedProblem(
        "easy", "theorem easy (n : ℕ) : n = n", "", "", 1, "by\n  have h : n < n := by sorry\n  sorry"
    )

    result = await run(easy, Way.OWN, lab, 30)

    assert result.end is End.BESIDE


def test_solved_by_sketch_is_what_stayed_open_whole_and_both_ways_solved():
    whole = replace(OPEN, problem="q", end=End.SOLVED)
    half = [replace(one, problem="r") for one in (OPEN, OWN, replace(MODEL, end=End.BESIDE))]

    runs = [OPEN, OWN, MODEL, whole, *half]

    assert left_open(runs) == {"p", "r"}
    assert solved_by_sketch(runs) == {"p"}
    assert figures(runs)[0] == "not solved whole: 2; solved by sketch: 1"


def test_a_line_that_was_cut_is_done_again_and_the_others_are_not(tmp_path: Path):
    path = tmp_path / "runs.jsonl"
    for one in (OPEN, OWN, MODEL):
        json_lines.append(path, one)
    path.write_bytes(path.read_bytes()[:-20])

    assert json_lines.read(path, Run) == [OPEN, OWN]
    json_lines.append(path, MODEL)
    assert json_lines.read(path, Run) == [OPEN, OWN, MODEL]
