"""Sets as with Mathlib: notation, definitions that unfold, and laws by their names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from app.lean.environments import CoreLean
from tests.lean.one_file import elaborate, errors, run

EXAMPLES = Path(__file__).with_name("examples")
SETTING = """open Set
set_option linter.all false
variable {X Y : Type} (A B C : Set X) (f : X → Y) (P : Set Y) (F : ℕ → Set X) (S : Set (Set X))
"""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong use of sets and a part of Lean's message on it."""

    text: str
    message: str


WRONG = [
    Wrong("example : A ∪ B ⊆ A := by\n  intro x hx\n  exact hx", "has type\n  x ∈ A ∪ B"),
    Wrong("example : A ⊆ P := fun x hx => hx", "The argument\n  P\nhas type\n  Set Y"),
    Wrong("example (h : A ⊆ B) : B ⊆ A := fun x hx => h hx", "is expected to have type\n  x ∈ A"),
    Wrong("example : f '' (A ∩ B) = f '' A ∩ f '' B := image_inter", "Function.Injective"),
    Wrong("example : f ⁻¹' (f '' A) = A := by simp", "`simp` made no progress"),
    Wrong("example : 4 ∈ ({1, 2, 3} : Set ℕ) := by decide", "proposition\n  4 ∈ {1, 2, 3}\nis false"),
    Wrong("example : A ∩ B = A := by\n  ext x\n  simp", "⊢ x ∈ A → x ∈ B"),
    Wrong("example : A \\ (B \\ C) = (A \\ B) \\ C := by\n  ext x\n  simp", "unsolved goals"),
    Wrong("example (x : X) (h : x ∈ A ∩ B) : x ∈ C := by\n  obtain ⟨a, b⟩ := h\n  assumption", "⊢ x ∈ C"),
    Wrong("example : A ∈ B := by simp", "Membership (Set X) (Set X)"),
    Wrong("example (y : Y) (h : y ∈ f '' A) : y ∈ A := h", "Membership Y (Set X)"),
    Wrong("example : (⋂ n : ℕ, {m : ℕ | n < m}) = {0} := by\n  ext n\n  simp", "unsolved goals"),
    Wrong("example : ∃ x ∈ A, x ∈ B := by use A", "The argument\n  A\nhas type\n  Set X"),
    Wrong("example : range f = univ := range_eq_univ.mpr Function.injective_id", "Surjective f"),
    Wrong("example : {x | x ∈ A} = B := rfl", "Type mismatch"),
]
PRINTED = """\
{x | x ∈ A ∧ x ∉ B}
{x | ∃ y ∈ A, f y = x}
{(x, y) | f x = y}
({1, 2, 3} : Set ℕ)
∅ ∪ A
Aᶜ ∩ (B \\ C)ᶜ
f '' (A ∩ B)
f ⁻¹' P ∩ A
𝒫 (A ∩ B)
A ×ˢ P
⋃ i, F i
⋂ i, A ∩ F i
⋃₀ S ⊆ ⋂₀ S
∃ x ∈ A, x ∈ B
∃ n < 3, n > 1
A ⊂ B ∧ ¬A ⊇ C
A.Nonempty
range f
Icc 1 2""".splitlines()


def test_exercises_on_sets_are_proved_as_with_mathlib(core: CoreLean) -> None:
    messages = elaborate(core, EXAMPLES / "sets.lean")

    assert errors(messages) == []


@pytest.mark.parametrize("wrong", WRONG, ids=[wrong.text.split(" := ")[0] for wrong in WRONG])
def test_a_wrong_proof_about_sets_is_rejected_with_leans_own_message(
    wrong: Wrong, core: CoreLean, tmp_path: Path
) -> None:
    messages = run(core, tmp_path, SETTING + wrong.text)

    assert any(wrong.message in message for message in errors(messages)), errors(messages)


def test_sets_are_printed_as_they_are_written(core: CoreLean, tmp_path: Path) -> None:
    text = SETTING + "\n".join(f"#check ({written})" for written in PRINTED)

    messages = run(core, tmp_path, text)

    assert [message["data"].rpartition(" : ")[0] for message in messages] == [
        written.removeprefix("(").removesuffix(" : Set ℕ)") for written in PRINTED
    ]


def test_membership_unfolds_to_the_property_that_defines_the_set(core: CoreLean, tmp_path: Path) -> None:
    text = (
        SETTING
        + """
example (x : X) : (x ∈ A ∩ B) = (x ∈ A ∧ x ∈ B) := rfl
example (x : X) : (x ∈ A ∪ B) = (x ∈ A ∨ x ∈ B) := rfl
example (x : X) : (x ∈ A \\ B) = (x ∈ A ∧ ¬x ∈ B) := rfl
example (x : X) : (x ∈ Aᶜ) = ¬x ∈ A := rfl
example (p : X → Prop) (x : X) : (x ∈ {x | p x}) = p x := rfl
example (y : Y) : (y ∈ f '' A) = ∃ x, x ∈ A ∧ f x = y := rfl
example (x : X) : (x ∈ f ⁻¹' P) = (f x ∈ P) := rfl
example : (A ⊆ B) = ∀ x, x ∈ A → x ∈ B := rfl
"""
    )

    messages = run(core, tmp_path, text)

    assert errors(messages) == []
