"""Proofs in the gaps of another proof."""

import pytest

from app.domain.splice import filled

TWO = "by\n  intro h\n  exact h"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by\n  sorry", "by\n  intro h\n  exact h"),
        ("by\n  · sorry\n  · simp", "by\n  · intro h\n    exact h\n  · simp"),
        ("by\n  have a : p := by sorry\n  simp", "by\n  have a : p := by\n    intro h\n    exact h\n  simp"),
        (
            "by\n  · have a : p := by sorry\n    simp",
            "by\n  · have a : p := by\n      intro h\n      exact h\n    simp",
        ),
        (
            "by\n  calc a = b := by sorry\n    _ = c := x",
            "by\n  calc a = b := by\n         intro h\n         exact h\n    _ = c := x",
        ),
        ("by\n  constructor <;> sorry", "by\n  constructor <;> (\n      intro h\n      exact h)"),
        (
            "by\n  cases h with\n  | inl a => sorry",
            "by\n  cases h with\n  | inl a => intro h\n             exact h",
        ),
    ],
)
def test_a_gap_gets_tactics_where_they_can_stand(text: str, expected: str):
    assert filled(text, {0: TWO}) == expected


def test_a_gap_that_stands_for_a_term_gets_a_term():
    text = "by\n  exact h.trans sorry"

    assert filled(text, {0: TWO}, frozenset({0})) == "by\n  exact h.trans (by\n    intro h\n    exact h)"


def test_gaps_are_numbered_in_the_order_of_the_text_and_others_stay():
    text = "by\n  have a : p := by sorry\n  have b : q := by sorry\n  sorry"

    assert filled(text, {1: "by simp", 2: TWO}) == (
        "by\n  have a : p := by sorry\n  have b : q := by simp\n  intro h\n  exact h"
    )


@pytest.mark.parametrize(
    ("text", "proof", "expected"),
    [
        ("by\n  constructor <;> sorry", "by intro x; exact x", "by\n  constructor <;> (intro x; exact x)"),
        ("by\n  constructor <;> sorry", "by exact h", "by\n  constructor <;> exact h"),
        ("by\n  exact ⟨by sorry, h⟩", "by exact h -- a note", "by\n  exact ⟨by exact h, h⟩"),
        ("by\n  exact ⟨by sorry, h⟩", "by use a, b", "by\n  exact ⟨by (use a, b), h⟩"),
        ("by\n  have a : p := by sorry", "h -- a note", "by\n  have a : p := by exact h"),
        ("by\n  exact foo (by sorry)", TWO, "by\n  exact foo (by intro h\n                exact h)"),
        ("fun x => by sorry", TWO, "fun x => by\n  intro h\n  exact h"),
        ("id (by sorry)", TWO, "id (by (\n    intro h\n    exact h))"),
        ("by\n  sorry", 'by\n  have s := "a\n b"\n  simp', 'by\n  have s := "a\n b"\n  simp'),
    ],
)
def test_what_stands_around_a_gap_stays_apart_from_what_fills_it(text: str, proof: str, expected: str):
    assert filled(text, {0: proof}) == expected
