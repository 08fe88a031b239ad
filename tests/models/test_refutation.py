"""False statements are disproved by a small instance, and told by its values."""

from __future__ import annotations

import pytest

from app.domain.goal import Goal
from app.lean.pool import LeanPool
from app.models.context import Context
from app.models.refuting.refutation import refuting
from app.pipeline.search import Found
from tests.models.proving import prove

_DOUBLE = "def twice : ℕ → ℕ\n  | 0 => 0\n  | n + 1 => twice n + 2\n"


@pytest.mark.parametrize(
    "statement",
    [
        "theorem t (n m : ℕ) (h : n ≤ m) : n < m",
        "theorem t (α : Type) (p q : α → Prop) (h : ∀ x, p x ∨ q x) : ∃ x, p x",
        "theorem t (α : Type) (r : α → α → Prop) (h : ∀ x, ∃ y, r x y) : ∀ y, ∃ x, r x y",
        "theorem t (α β : Type) (f : α → β) : Function.Injective f",
        "theorem t : Function.Injective (fun x : ℤ => x * x)",
        "theorem t : Function.Surjective (fun n : ℕ => n + 2)",
        "theorem t (f : ℕ → ℕ) (h : Function.Injective f) : Function.Surjective f",
        "theorem t (s t : Set ℕ) : s ∪ t = s ∩ t",
        "theorem t (s t u : Set ℕ) (h : s ∩ t ⊆ u) : s ⊆ u ∨ t ⊆ u",
        "theorem t (f : ℕ → ℕ) (s : Set ℕ) : f ⁻¹' (f '' s) ⊆ s",
        "theorem t (P : ℕ → Prop) (h : P 0) (step : ∀ n, P n → P (n + 2)) : P 1",
        "theorem t : ∃! n : ℤ, n * n = 9",
        "theorem t : ¬ ∃ n : ℕ, n * n = 16",
        "theorem t (n : ℕ) : ∃ m : ℕ, 3 * m = n",
        _DOUBLE + "theorem t (n : ℕ) (h : 0 < n) : twice n = n + 1",
    ],
)
async def test_a_false_statement_is_disproved(statement: str, lean: LeanPool) -> None:
    result = await prove(statement, lean, 20, negated=True)

    assert isinstance(result, Found), result
    assert result.checks < 150


@pytest.mark.parametrize(
    ("fact", "why"),
    [
        ("∀ (n m : Nat), n ≤ m", "It is false for n = 1, m = 0."),
        ("∀ (α : Type) (s : Set α), s = ∅", "It is false for α = Bool, s = {true}."),
        ("∀ (f : Nat → Nat), f 0 = 1", "It is false for f = fun n => n."),
    ],
)
def test_the_reason_is_the_values(fact: str, why: str) -> None:
    context = Context.of(Goal.parse(f"h : {fact}\n⊢ False"))

    proposals = list(refuting(context))

    assert proposals[0].why == why
