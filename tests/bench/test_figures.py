"""What is counted and measured, on records and clocks whose figures are known."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from subprocess import PIPE

import pytest

from app.bench.clocks import Laps, LeanClock
from app.bench.comparison import Change, Difference, Level, compare
from app.bench.problems import BadFile, Expected
from app.bench.results import Attempt, Grade, grade, read_results, write_results
from app.bench.summary import Spread, Tally, spread, summarize
from tests.bench.records import attempted, record, results

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

    assert [replace(area, passes=()) for area in summary.areas] == [
        Tally("logic", 2, 2, 0, 0, 3.0, 1.0),
        Tally("sets", 2, 0, 1, 0, 12.0, 4.0),
    ]
    assert [(one.k, one.value) for one in summary.total.passes] == [(1, 0.5)]
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


def test_a_problem_of_another_environment_is_counted_apart_and_neither_solved_nor_failed():
    run = [record("a"), record("reals", "not_in_this_environment"), record("b", "not_a_statement")]

    summary = summarize(run)

    assert (summary.total.problems, summary.total.solved, summary.total.elsewhere) == (2, 1, 1)
    assert (summary.elsewhere, summary.unsolved) == (("reals",), ("b",))
    assert summary.total.passes[0].value == 0.5


def test_groups_by_difficulty_are_those_that_are_known_the_easiest_first():
    run = [attempted("a", ["proved"], difficulty=4), attempted("b", ["open"], difficulty=1)]
    run += [attempted("c", ["proved"], difficulty=None)]

    summary = summarize(run)

    assert [(one.name, one.solved) for one in summary.difficulties] == [
        ("difficulty 1", 0),
        ("difficulty 4", 1),
    ]


def test_a_record_is_that_of_its_first_success_and_costs_what_led_there():
    one = attempted("a", ["open", "proved", "open", "proved"], tokens=7)

    assert (one.outcome, one.successes, len(one.attempts)) == ("proved", 2, 4)
    assert (one.seconds, one.checks, one.tokens) == (1 + 2, 10 + 20, 7 + 14)
    assert (one.lean_s, one.outside_s) == (1.0, 2.0)


def test_a_record_without_success_costs_all_its_attempts():
    one = attempted("a", ["undecided", "open"])

    assert (one.grade, one.outcome, one.seconds, one.checks) == (Grade.UNSOLVED, "undecided", 3, 30)


def test_one_wrong_attempt_makes_the_whole_problem_wrong():
    one = attempted("a", ["refuted", "open", "proved"], REFUTED)

    assert (one.grade, one.outcome) == (Grade.WRONG, "proved")


def test_two_ways_are_compared_at_equal_checks_and_tokens_and_attempts():
    before = [attempted("a", ["proved"] * 2, tokens=40), attempted("b", ["open", "proved"], tokens=40)]
    after = [attempted("a", ["open", "proved"], tokens=4), attempted("b", ["open"] * 2, tokens=4)]

    comparison = compare(results(before), results(after, way="tree"))

    assert comparison.levels == (
        Level("checks", 10, 1, 0),
        Level("checks", 30, 2, 1),
        Level("tokens", 12, 0, 1),
    )
    assert [(old.k, old.value, new.value) for old, new in comparison.passes] == [(1, 0.75, 0.25), (2, 1, 0.5)]
    assert comparison.differences == (Difference("way", "whole", "tree"),)


def test_what_neither_environment_can_state_is_not_compared_and_what_one_can_is():
    elsewhere = "not_in_this_environment"
    before = [record("a", elsewhere), record("b", elsewhere), record("c")]
    after = [record("a", elsewhere), record("b"), record("c")]

    comparison = compare(results(before), results(after))

    assert (comparison.problems, comparison.solved_before, comparison.solved_after) == (2, 1, 2)
    assert comparison.newly_solved == (Change("b", elsewhere, "proved"),)


def test_results_of_before_there_were_attempts_are_read_as_one_attempt_each(tmp_path: Path):
    write_results(tmp_path / "r.json", results([record("a", goal="⊢ True")]))
    old = json.loads((tmp_path / "r.json").read_text())
    del old["asked"], old["conditions"]["way"], old["conditions"]["tokens"]
    for key in ("samples", "tokens"):
        del old["records"][0][key]
    (tmp_path / "r.json").write_text(json.dumps(old))

    read = read_results(tmp_path / "r.json")

    assert (read.conditions.way, read.asked) == ("whole", ())
    assert read.records[0].attempts == (Attempt(0, "proved", 10, 0, 1.0, 0.75, goal="⊢ True"),)


def test_results_of_another_version_are_refused_with_what_is_missing(tmp_path: Path):
    write_results(tmp_path / "r.json", results([record("a")]))
    other = json.loads((tmp_path / "r.json").read_text())
    del other["records"][0]["lap"]
    (tmp_path / "r.json").write_text(json.dumps(other))

    with pytest.raises(BadFile, match=r"r.json is no results file: the key `records.0.lap` is missing"):
        read_results(tmp_path / "r.json")


def test_results_come_back_as_they_were_written(tmp_path: Path):
    records = [record("a"), record("b", "open", goal="n : Nat\n⊢ n = n"), attempted("c", ["open", "proved"])]
    written = results(records, asked=["a", "b", "c", "d"])

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
