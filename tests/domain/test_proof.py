from app.domain.goal import Goal
from app.domain.proof import Proposal, Sorry, Step, steps, term

GOAL = Goal((), "p")


def step(tactic: str, *children: Step | Sorry, cases: tuple[str, ...] = ()) -> Step:
    return Step(Proposal(tactic, cases=cases), GOAL, children)


def test_a_chain_of_tactics_stands_line_by_line():
    assert term(step("intro h", step("exact h"))) == "by\n  intro h\n  exact h"


def test_several_goals_are_focused_with_dots():
    tree = step("constructor", step("exact a"), step("intro h", step("exact h")))

    assert term(tree) == "by\n  constructor\n  · exact a\n  · intro h\n    exact h"


def test_structured_alternatives_stand_behind_their_labels():
    tree = step("induction n with", step("rfl"), step("rw [ih]", Sorry()), cases=("zero", "succ k ih"))

    assert term(tree) == "by\n  induction n with\n  | zero => rfl\n  | succ k ih =>\n    rw [ih]\n    sorry"


def test_a_tactic_of_several_lines_keeps_its_shape_under_a_dot():
    tree = step("constructor", step("calc a = b := x\n  _ = c := y"), step("rfl"))

    assert term(tree) == "by\n  constructor\n  · calc a = b := x\n      _ = c := y\n  · rfl"


def test_steps_are_counted_in_the_order_in_which_they_are_written():
    first, last = step("rfl"), step("simp")

    assert [each.proposal.tactic for each in steps(step("constructor", first, last))] == [
        "constructor",
        "rfl",
        "simp",
    ]
