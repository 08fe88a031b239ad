"""When a search takes two goals for the same."""

from __future__ import annotations

import pytest

from app.domain.goal import Goal
from app.pipeline.likeness import key, unfinished


@pytest.mark.parametrize(
    "other",
    [
        "case inl\np q : Prop\nh : p\n⊢ q",
        "q p : Prop\nh : p\n⊢ q",
        "a b : Prop\nk : a\n⊢ b",
        "p : Prop\nq : Prop\nh : p\nh1 : p\n⊢ q",
    ],
)
def test_names_order_case_and_repetition_do_not_count(other: str) -> None:
    assert key(Goal.parse("p q : Prop\nh : p\n⊢ q")) == key(Goal.parse(other))


@pytest.mark.parametrize(
    "other",
    ["p q : Prop\nh : q\n⊢ q", "p q : Prop\n⊢ q", "p q : Prop\nh : p\n⊢ p", "p q : Type\nh : p\n⊢ q"],
)
def test_what_is_known_and_what_is_to_be_shown_count(other: str) -> None:
    assert key(Goal.parse("p q : Prop\nh : p\n⊢ q")) != key(Goal.parse(other))


def test_a_field_is_not_a_name_of_the_context() -> None:
    assert key(Goal.parse("succ k : Nat\n⊢ k.succ = succ")) == key(Goal.parse("a b : Nat\n⊢ b.succ = a"))


def test_a_goal_with_a_part_that_lean_has_yet_to_find_is_unfinished() -> None:
    assert unfinished(Goal.parse("n : Nat\n⊢ n ≤ ?m"))
    assert unfinished(Goal.parse("h : ?p.1 = 2\n⊢ False"))
    assert not unfinished(Goal.parse("n : Nat\n⊢ n = n"))
