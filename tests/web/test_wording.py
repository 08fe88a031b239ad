"""A statement in words says what its goal says."""

from __future__ import annotations

import pytest

from app.domain.goal import Goal
from app.web.wording import wording

CASES = {
    "a b : ℕ\nh : a ≤ b\n⊢ a < b + 1": (
        ("h",),
        ("Let `a` and `b` be natural numbers.", "Assume `a ≤ b`.", "Then `a < b + 1`."),
    ),
    "⊢ 1 + 1 = 2": ((), ("It is claimed that `1 + 1 = 2`.",)),
    "p q : Prop\nh : p ∧ q\n⊢ q ∧ p": (
        ("h",),
        ("Let `p` and `q` be propositions.", "Assume `p ∧ q`.", "Then `q ∧ p`."),
    ),
    "α : Type u_1\ns t u : Set α\nh : s ⊆ t\nk : t ⊆ u\n⊢ s ⊆ u": (
        ("h", "k"),
        (
            "Let `α` be a type.",
            "Let `s`, `t` and `u` be sets of elements of `α`.",
            "Assume `s ⊆ t` and `t ⊆ u`.",
            "Then `s ⊆ u`.",
        ),
    ),
    "G : Type\ninst✝ : Group G\na : G\nh : ∀ (x : G), x * x = 1\n⊢ a = a⁻¹": (
        ("h",),
        (
            "Let `G` be a type.",
            "Here `Group G` holds.",
            "Let `a` be of type `G`.",
            "Assume `∀ (x : G), x * x = 1`.",
            "Then `a = a⁻¹`.",
        ),
    ),
    "f : ℕ → ℕ\nr : ℤ → ℤ → Prop\nl : List ℕ\n⊢ True": (
        (),
        (
            "Let `f` be a function `ℕ → ℕ`.",
            "Let `r` be a relation `ℤ → ℤ → Prop`.",
            "Let `l` be a list over `ℕ`.",
            "Then `True`.",
        ),
    ),
    "p q : Prop\nf : p → q\n⊢ ¬q → ¬p": (
        ("f",),
        ("Let `p` and `q` be propositions.", "Assume `p → q`.", "Then `¬q → ¬p`."),
    ),
}


@pytest.mark.parametrize("goal", CASES)
def test_a_goal_is_said_in_sentences(goal: str) -> None:
    assumptions, sentences = CASES[goal]

    assert wording(Goal.parse(goal), assumptions) == sentences


def test_nothing_of_a_goal_is_left_out() -> None:
    goal = Goal.parse("a b : ℕ\nk : ℤ := 3\nh h' : a = b\n⊢ b = a")
    said = " ".join(wording(goal, ("h", "h'")))

    assert said.count("`a = b`") == 2
    assert all(f"`{name}`" in said for name in ("a", "b", "k", "3", "b = a"))
