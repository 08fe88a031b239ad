"""The evaluator says what Lean says: a goal that it finds false is given up, and must not be a theorem."""

from __future__ import annotations

import random

import pytest

from app.domain.verdict import Checked, Rejected, Severity
from app.lean.environments import HEADER
from app.lean.pool import LeanPool
from app.models.expression import read
from app.models.refuting.claim import claim_of, familiar, read_claim
from app.models.refuting.counterexample import refuted, satisfiable
from app.models.refuting.samples import looked_at
from app.models.semantics import Unknown, compiler
from tests.models.random_claims import Instance, instance

_DECIDES = (
    "first | decide | (simp only [Set.ext_iff, Set.subset_def] <;> decide) "
    "| (simp only [Set.ext_iff, Set.subset_def, Set.mem_image, Set.mem_preimage] <;> decide) "
    "| (unfold Function.Injective; decide) | (unfold Function.Surjective; decide) "
    "| (unfold ExistsUnique; decide) | (unfold Set.Nonempty; decide) | (simp only [funext_iff] <;> decide) "
    "| (simp [Set.ext_iff, Set.subset_def, Set.ssubset_def]; done) | (simp <;> decide)"
)


def _truth(claim: Instance) -> bool | None:
    term = read(claim.text, frozenset(claim.values))
    assert term is not None, claim.text
    env = {name: sample.value for name, (_, sample) in claim.values.items()}
    try:
        return compiler(claim.types, looked_at).proposition(term)(env)
    except Unknown:
        return None


def _said(claim: Instance, truth: bool) -> str:
    return f"example : {'' if truth else '¬ '}({claim.closed}) := by {_DECIDES}"


async def test_truths_agree_with_lean(lean: LeanPool) -> None:
    dice = random.Random(7)  # noqa: S311 - repeatable, not secret
    claims = {claim.closed: claim for claim in (instance(dice) for _ in range(400))}
    known = [(claim, truth) for claim in claims.values() if (truth := _truth(claim)) is not None]

    verdict = await lean.check("\n".join([HEADER, *(_said(*each) for each in known)]), 120)

    assert len(known) > 250
    assert isinstance(verdict, Checked | Rejected)
    first = HEADER.count("\n") + 2
    lines = {m.start.line - first for m in verdict.messages if m.severity is Severity.ERROR}
    assert [_said(*known[line]) for line in sorted(lines)] == []


@pytest.mark.parametrize(
    "statement",
    [
        "∀ (n m : Nat), n - m + m = n",
        "∀ (a b : Int), a / b * b = a",
        "∀ (α : Type) (s t : Set α), s ∪ t = s",
        "∀ (α : Type u_1) (r : α → α → Prop), (∀ (x y : α), r x y → r y x) → ∀ (x : α), r x x",
        "∀ (α : Type) (r : α → α → Prop), (∀ (x : α), r x x) → (∀ (x y : α), r x y → r y x) → "
        "∀ (x y z : α), r x y → r y z → r x z",
        "∀ (f g : Nat → Nat), f ∘ g = g ∘ f",
        "∀ (p : Nat → Prop), (∃ x, p x) → ∀ (x : Nat), p x",
        "∀ (l : List Nat), l.reverse = l",
    ],
)
def test_a_false_statement_is_refuted(statement: str) -> None:
    term = read(statement)
    assert term is not None
    claim = claim_of(term)

    assert claim is not None
    assert refuted(claim) is not None


@pytest.mark.parametrize(
    "target",
    [
        "Function.Injective fun x => x - 1",  # of integers
        "∃ x, x + 1 = 0",
        "Function.Surjective fun n => n + 1",
        "∀ (f : Nat → Nat), Function.Injective f → ∃ n, f n = f 0",
        "∀ (b : Nat), ∃ n, b < n",
        "∀ (x : Nat), x = 3 → ∀ (x : Nat), x = 3 → x * x = 9",
        "2 - 3 = -1",
        "{x | x - 5 = 0} = {y | y = 5}",
        "∀ (s : Set (Set Bool)) (t : Set Bool), t ∈ s → tᶜᶜ ∈ s",
        "∀ (f : Prop → Bool) (p q : Prop), f p = f q ∨ f p ≠ f q",
    ],
)
def test_what_may_be_true_is_not_refuted(target: str) -> None:
    claim = read_claim([], target)

    assert claim is not None
    assert refuted(claim) is None


def test_a_function_of_the_same_name_is_not_that_of_the_library() -> None:
    assert familiar("Nat.fib n = n.fib", frozenset("n"))
    assert not familiar("fib n = 1", frozenset("n"))
    assert not familiar("My.fib n = 1", frozenset("n"))


def test_premises_are_satisfiable_only_for_certain() -> None:
    h = [("n", "Nat"), ("f", "Nat → Nat"), ("h", "n < 3")]
    goals = [
        (h, "whatever n"),
        ([*h, ("h1", "3 < n")], "n = 0"),
        ([*h, ("h1", "∀ (k : Nat), f k = k")], "n = 0"),
    ]

    claims = [read_claim(*goal) for goal in goals]

    assert [claim is not None and satisfiable(claim) for claim in claims] == [True, False, False]
