"""Lean files of theorems without proofs: each becomes a text of its own."""

from __future__ import annotations

import pytest

from app.bench.theorems import read_theorems, uncommented
from app.domain.errors import NotAStatement

MANY = """/-
Some rights reserved, and `theorem` is but a word here.
-/
import Mathlib
import Aesop
set_option maxHeartbeats 400000

open BigOperators Nat

/-- Adding nothing
changes nothing. -/
theorem add_nothing (n : ℕ) :
  n + 0 = n := by sorry

lemma doubled
  (n : ℕ)
  -- a comment in the middle
  (h : n = let m := 1; m) : n + n = 2 :=
sorry

noncomputable section
open Finset
theorem inner : 1 = 1 := by
  have h : 1 = 1 := rfl
  exact h
end

theorem last : True := trivial
"""
ANSWER = """import Mathlib

open Set

noncomputable abbrev largest_solution : ℕ := sorry
-- 3 * 4
def Good (n : ℕ) : Prop := 2 ∣ n
def Odd' (n : ℕ) : Prop := ¬ Good n
def unused (n : ℕ) : ℕ := n
/--
Find the largest.
-/
theorem largest
(n : ℕ)
: Odd' n → n ≤ largest_solution :=
sorry
"""


def test_each_theorem_has_its_header_and_documentation_and_no_proof():
    add, double, inner, last = read_theorems(MANY)

    header = "import Mathlib\nimport Aesop\n\nopen BigOperators Nat\n"
    assert add.text == f"{header}theorem add_nothing (n : ℕ) : n + 0 = n"
    assert (add.name, add.words, add.line) == ("add_nothing", "Adding nothing\nchanges nothing.", 12)
    assert (double.name, double.words) == ("doubled", "")
    assert double.claim.startswith("theorem doubled (n : ℕ)\n")
    assert double.claim.endswith("(h : n = let m := 1; m) : n + n = 2")
    assert inner.text == f"{header}open Finset\ntheorem inner : 1 = 1"
    assert last.text == f"{header}theorem last : True"


def test_an_answer_takes_the_place_of_its_sorry_and_only_what_is_needed_is_kept():
    (largest,) = read_theorems(ANSWER)

    assert largest.words == "Find the largest."
    assert largest.text == (
        "import Mathlib\n\nopen Set\n"
        "noncomputable abbrev largest_solution : ℕ := (\n 3 * 4)\n"
        "def Good (n : ℕ) : Prop := 2 ∣ n\n"
        "def Odd' (n : ℕ) : Prop := ¬ Good n\n"
        "theorem largest (n : ℕ) : Odd' n → n ≤ largest_solution"
    )


def test_an_answer_that_nobody_gives_is_told_with_its_place():
    with pytest.raises(NotAStatement, match="`largest_solution` is `sorry`, and no comment") as caught:
        read_theorems(ANSWER.replace("-- 3 * 4\n", ""))

    assert caught.value.position is not None
    assert caught.value.position.line == 5


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("open Nat in\ntheorem a : 1 = 1 := sorry", "open Nat in\ntheorem a : 1 = 1"),
        ("set_option maxHeartbeats 0 in\ntheorem a : 1 = 1 := sorry", "theorem a : 1 = 1"),
        ("@[simp]\nprivate theorem a : 1 = 1 := sorry", "theorem a : 1 = 1"),
        ("variable (n : ℕ)\ntheorem a : n = n := sorry", "variable (n : ℕ)\ntheorem a : n = n"),
        ("#check Nat\ntheorem a : 1 = 1 := sorry", "theorem a : 1 = 1"),
        ("theorem a : 1 = 1 := by\n", "theorem a : 1 = 1"),
        ("theorem a : 1 = 1 :=", "theorem a : 1 = 1"),
    ],
)
def test_what_stands_around_a_theorem_is_kept_where_it_matters(text: str, then: str):
    assert [one.text for one in read_theorems(text)] == [then]


def test_what_is_to_be_found_and_not_proved_is_a_problem_too():
    instance, definition, example = read_theorems(
        "instance finite {G : Type} : Finite G :=\nsorry\n\ndef witness : ℕ :=\n\nexample : 1 = 1 := sorry"
    )

    assert (instance.name, instance.text[:15]) == ("finite", "instance finite")
    assert (definition.name, definition.text) == ("witness", "def witness : ℕ :=")
    assert (example.name, example.text) == ("example_6", "theorem problem : 1 = 1")


def test_a_comment_that_never_ends_is_told_with_its_place():
    with pytest.raises(NotAStatement, match="never ends") as caught:
        read_theorems("import Mathlib\n/-- a\ntheorem a : 1 = 1 := sorry")

    assert caught.value.position is not None
    assert caught.value.position.line == 2


@pytest.mark.parametrize("text", ["/-- words -/\n", "/-! words -/", "  words\n", "/- words -/"])
def test_words_are_taken_out_of_their_comment(text: str):
    assert uncommented(text) == "words"
