import pytest

from app.domain.goal import Goal, Hypothesis


def test_a_goal_as_lean_prints_it_is_read_back():
    text = "case succ\np q : Prop\nh : p ∧ q\nk : Nat := 3\n⊢ q ∧ p"

    goal = Goal.parse(text)

    assert goal.case == "succ"
    assert goal.hypotheses == (
        Hypothesis(("p", "q"), "Prop"),
        Hypothesis(("h",), "p ∧ q"),
        Hypothesis(("k",), "Nat", "3"),
    )
    assert goal.target == "q ∧ p"
    assert str(goal) == text


def test_a_goal_without_hypotheses_is_read():
    assert Goal.parse("⊢ True") == Goal((), "True")


def test_lines_that_lean_wraps_are_joined():
    goal = Goal.parse("h : a ∧\n    b\n⊢ c ∨\n    d")

    assert goal.hypotheses[0].type == "a ∧ b"
    assert goal.target == "c ∨ d"


def test_inaccessible_names_are_kept_as_lean_marks_them():
    assert Goal.parse("x✝ : Nat\n⊢ True").hypotheses[0].names == ("x✝",)


def test_a_binder_in_a_type_does_not_end_the_names():
    goal = Goal.parse("h : ∀ (x : Nat), x = x\n⊢ ∃ y : Nat, y = y")

    assert goal.hypotheses == (Hypothesis(("h",), "∀ (x : Nat), x = x"),)


@pytest.mark.parametrize("text", ["", "no goals", "h : p", "error: ⊢ p"])
def test_what_is_not_a_goal_is_refused(text: str):
    with pytest.raises(ValueError, match="not a goal"):
        Goal.parse(text)
