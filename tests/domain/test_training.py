"""What was tried, as examples to train on."""

import pytest

from app.domain.events import Event, NodeClosed, NodeOpened, Open, Proved, Sketched, StatementLocked
from app.domain.goal import Goal
from app.domain.sampling import Form, Prompt, Sample
from app.domain.trace import Fate, Group, Judged
from app.domain.training import advantages, examples, lines, of_journal
from tests.web.journals import certificate

PROMPT = Prompt("prove_quick", "d" * 64, Form.CHAT, "Prove it.")
HEADER = "prelude\nimport Lemmata"
GOAL = Goal.parse("n : Nat\nh : n = 1\n⊢ n + 0 = 1")
BELOW = Goal.parse("n : Nat\nh : n = 1\nh1 : n + 0 = n\n⊢ n = 1")
SKETCH = Sketched("", "by\n  have h1 : n + 0 = n := by sorry\n  sorry", ("1", "2"), (0, 1), (), "First this.")


def group(*fates: Fate, way: str = "quick") -> Group:
    judged = tuple(Judged(Sample(f"reply {n}", tokens=3), fate) for n, fate in enumerate(fates))
    return Group("", way, "prover", "theorem t : p", PROMPT, judged)


def test_accepted_samples_are_examples_each_once():
    told = list(examples(group(Fate.ACCEPTED, Fate.REJECTED, Fate.UNUSABLE)))

    assert [one["completion"] for one in told] == ["reply 0"]
    assert told[0]["prompt"] == "Prove it."


def test_advantages_are_rewards_in_units_of_the_groups_deviation():
    told = advantages(group(Fate.ACCEPTED, Fate.REJECTED, Fate.REJECTED, Fate.UNUSABLE))

    # mean 1/4, variance (9/16 + 3/16) / 4 = 3/16
    assert told is not None
    assert told["mean"] == 0.25
    assert told["deviation"] == pytest.approx(0.4330127)
    assert [one["advantage"] for one in told["samples"]] == pytest.approx([1.7320508, *[-0.5773503] * 3])


def test_what_lean_could_not_decide_is_no_example():
    told = advantages(group(Fate.ACCEPTED, Fate.UNDECIDED, Fate.REJECTED))

    assert told is not None
    assert len(told["samples"]) == 2


def test_a_group_of_equals_teaches_nothing():
    assert advantages(group(Fate.REJECTED, Fate.REJECTED)) is None
    assert advantages(group(Fate.ACCEPTED, Fate.UNDECIDED)) is None
    assert advantages(group()) is None


def test_a_sketch_is_worth_imitating_with_its_gaps():
    told = list(examples(group(Fate.INCOMPLETE, Fate.REJECTED, way="sketch")))

    assert [one["completion"] for one in told] == ["reply 0"]
    assert list(examples(group(Fate.INCOMPLETE))) == []


def journal(outcome: Event) -> list[Event]:
    return [
        StatementLocked("theorem t (n : Nat) (h : n = 1) : n + 0 = 1", "", "digest", GOAL),
        NodeOpened("", "", GOAL),
        SKETCH,
        NodeOpened("1", "", Goal.parse("n : Nat\nh : n = 1\n⊢ n + 0 = n")),
        NodeOpened("2", "", BELOW),
        NodeClosed("1", "by simp"),
        NodeClosed("2", "by exact h"),
        NodeClosed("", "by\n  have h1 : n + 0 = n := by simp\n  exact h"),
        outcome,
    ]


def test_a_composed_proof_stands_behind_the_plan_that_led_to_it():
    proved = Proved(certificate("t", "theorem t (n : Nat) (h : n = 1) : n + 0 = 1", "by simp"))

    first, *_ = of_journal(journal(proved), HEADER)

    assert (first["kind"], first["plan"]) == ("cold_start", "First this.")


def test_subgoals_are_statements_in_both_forms_and_only_what_was_checked_has_a_proof():
    told = [one for one in of_journal(journal(Open("all")), HEADER) if one["kind"] == "subgoal"]

    assert [(one["form"], one["statement"], one["proof"]) for one in told] == [
        ("b", "theorem subgoal_1 (n : Nat) (h : n = 1) : n + 0 = n", "by simp"),
        ("b", "theorem subgoal_2 (n : Nat) (h : n = 1) (h1 : n + 0 = n) : n = 1", "by exact h"),
        ("a", "theorem subgoal_2 (n : Nat) (h : n = 1) : n = 1", None),
    ]


def test_nothing_that_is_not_certified_is_called_a_proof():
    told = list(of_journal(journal(Open("all")), HEADER))

    assert {one["kind"] for one in told} == {"subgoal"}


def test_lines_are_of_the_kind_that_is_wanted():
    groups = [group(Fate.ACCEPTED, Fate.REJECTED)]

    assert [one["kind"] for one in lines(groups, [], HEADER, "grpo")] == ["group"]
    assert [one["kind"] for one in lines(groups, [], HEADER, "sft")] == ["sample"]
