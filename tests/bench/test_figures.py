"""What is counted and measured, on records and clocks whose figures are known."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from subprocess import PIPE

import pytest

from app.bench.clocks import Laps, LeanClock
from app.bench.comparison import Change, Difference, compare
from app.bench.problems import BadFile, Expected
from app.bench.results import Grade, grade, read_results, write_results
from app.bench.summary import Spread, Tally, spread, summarize
from tests.bench.records import record, results

PROVED, REFUTED, INCONSISTENT = Expected.PROVED, Expected.REFUTED, Expected.INCONSISTENT


@pytest.mark.parametrize(
    ("expected", "outcome", "then"),
    [
        (PROVED, "proved", Grade.SOLVED),
        (REFUTED, "refuted", Grade.SOLVED),
        (INCONSISTENT, "inconsistent_hypotheses", Grade.SOLVED),
        (PROVED, "refuted", Grade.WRONG),
        (REFUTED, "proved", Grade.WRONG),
        (REFUTED, "inconsistent_hypotheses", Grade.WRONG),
        (INCONSISTENT, "refuted", Grade.WRONG),
        (INCONSISTENT, "proved", Grade.UNSOLVED),
        (PROVED, "inconsistent_hypotheses", Grade.UNSOLVED),
        *((PROVED, name, Grade.UNSOLVED) for name in ("open", "undecided", "cancelled", "not_a_statement")),
    ],
)
def test_only_a_definite_outcome_that_contradicts_is_wrong(expected: Expected, outcome: str, then: Grade):
    assert grade(expected, outcome) is then


@pytest.mark.parametrize(
    ("values", "then"),
    [
        ([], None),
        ([7.0], Spread(7.0, 7.0)),
        ([3.0, 1.0], Spread(2.0, 2.9)),
        (list(range(21, 0, -1)), Spread(11, 20)),
        ([1.0] * 99 + [500.0], Spread(1.0, 1.0)),
    ],
)
def test_the_median_and_the_95th_percentile_of_known_values(values: list[float], then: Spread | None):
    assert spread(values) == then


def test_a_summary_counts_what_is_solved_and_leaves_the_rest_out_of_its_medians():
    run = [
        record("a", seconds=1, checks=10),
        record("b", seconds=3, checks=30),
        record("c", "open", seconds=10, checks=999, area="sets"),
        record("d", "proved", REFUTED, seconds=6, checks=1, area="sets"),
    ]

    summary = summarize(run)

    assert summary.areas == (Tally("logic", 2, 2, 0, 3.0, 1.0), Tally("sets", 2, 0, 1, 12.0, 4.0))
    assert (summary.total.problems, summary.total.solved, summary.decided) == (4, 2, 3)
    assert (summary.seconds, summary.checks) == (Spread(2, 2.9), Spread(20, 29))
    assert (summary.wall_s, summary.solved_per_minute) == (20, 6)
    assert (summary.outside_cpu, summary.outside_wall) == (0.1, 0.25)
    assert (summary.unsolved, summary.wrong) == (("c",), ("d",))


def test_a_comparison_says_what_was_solved_lost_and_changed():
    olds = [record("same", seconds=2, checks=20), record("new", "open"), record("lost"), record("gone")]
    news = [record("same", seconds=1, checks=30), record("new"), record("lost", "open"), record("added")]
    olds += [record("other", "open"), record("worse", "open", REFUTED)]
    news += [record("other", "undecided"), record("worse", "proved", REFUTED)]
    before, after = results(olds), results(news, seconds=5.0)

    comparison = compare(before, after)

    assert (comparison.problems, comparison.solved_before, comparison.solved_after) == (5, 2, 2)
    assert comparison.newly_solved == (Change("new", "open", "proved"),)
    assert comparison.lost == (Change("lost", "proved", "open"),)
    assert comparison.changed == (
        Change("other", "open", "undecided"),
        Change("worse", "open", "proved"),
    )
    assert (comparison.seconds_ratio, comparison.checks_ratio) == (0.5, 1.5)
    assert comparison.solved_per_minute_ratio == 1.2
    assert comparison.differences == (Difference("seconds", "10.0", "5.0"),)


def test_a_problem_whose_statement_changed_is_not_compared():
    now = record("a")
    before = replace(now, statement="theorem a : True ∧ True", outcome="open")

    comparison = compare(results([before]), results([now]))

    assert (comparison.problems, comparison.seconds_ratio, comparison.newly_solved) == (0, None, ())


def test_results_come_back_as_they_were_written(tmp_path: Path):
    written = results([record("a"), record("b", "open", goal="n : Nat\n⊢ n = n")])

    write_results(tmp_path / "r.json", written)

    assert read_results(tmp_path / "r.json") == written
    assert [path.name for path in tmp_path.iterdir()] == ["r.json"]


def test_results_that_cannot_be_written_leave_the_earlier_ones(tmp_path: Path):
    file = tmp_path / "r.json"
    file.mkdir()

    with pytest.raises(BadFile, match="cannot be written"):
        write_results(file, results([record("a")]))

    assert list(tmp_path.iterdir()) == [file]


def test_questions_that_overlap_are_counted_once():
    clock, started = LeanClock(), time.monotonic()

    with clock.question():
        with clock.question():
            time.sleep(0.05)
        time.sleep(0.05)
    asked_s = time.monotonic() - started
    time.sleep(0.05)
    with clock.question():
        time.sleep(0.05)

    assert 0.15 <= clock.busy_s <= time.monotonic() - started - 0.05
    assert clock.busy_s >= asked_s + 0.049


def test_the_processor_time_of_processes_is_told_from_our_own():
    work = "import time\nwhile time.process_time() < 0.2: pass\nprint(flush=True)\ninput()"
    laps = Laps()

    subprocess.run([sys.executable, "-c", work], input=b"\n", capture_output=True, check=True)
    with subprocess.Popen([sys.executable, "-c", work], stdin=PIPE, stdout=PIPE) as running:
        assert running.stdout is not None
        running.stdout.readline()
        theirs = laps.lap()
        running.communicate(b"\n")
    until = time.process_time() + 0.2
    while time.process_time() < until:
        pass
    ours = laps.lap()

    assert theirs.lean_cpu_s >= 0.35
    assert theirs.wall_s >= 0.35
    assert theirs.own_cpu_s < 0.2
    assert ours.own_cpu_s >= 0.2
    assert ours.lean_cpu_s < 0.2
