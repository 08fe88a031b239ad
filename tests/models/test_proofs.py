"""What the symbolic prover can prove and refute, with the real Lean as judge."""

from __future__ import annotations

from itertools import islice

from app.domain.proof import lines
from app.domain.verdict import Checked
from app.lean.environments import HEADER
from app.lean.pool import LeanPool
from app.models.formula import Formula
from app.models.naturals import COMBINING
from app.models.validity import classical
from app.pipeline.search import Found, NotFound
from tests.models.proving import prove
from tests.models.random_formulas import formulas

NOTHING: frozenset[Formula] = frozenset()
TAUTOLOGIES = """
((p → q) → p) → p
p ∨ ¬p
¬¬p → p
¬(p ∨ q) ↔ ¬p ∧ ¬q
¬(p ∧ q) ↔ ¬p ∨ ¬q
(p → q) ↔ (¬q → ¬p)
(p → q) ↔ ¬p ∨ q
¬(p → q) ↔ p ∧ ¬q
p ∧ (q ∨ r) ↔ (p ∧ q) ∨ (p ∧ r)
p ∨ (q ∧ r) ↔ (p ∨ q) ∧ (p ∨ r)
(p ∧ q → r) ↔ (p → q → r)
(p ∨ q → r) ↔ (p → r) ∧ (q → r)
(p → q ∧ r) ↔ (p → q) ∧ (p → r)
(p → q ∨ r) → (p → q) ∨ (p → r)
¬¬(p ∨ ¬p)
¬¬(((p → q) → p) → p)
¬(p ↔ ¬p)
(p → q) ∨ (q → p)
((p ↔ q) ↔ r) ↔ (p ↔ (q ↔ r))
(p → q) → (q → r) → p → r
(p → r) → (q → s) → p ∨ q → r ∨ s
(p ∨ q) ∨ r ↔ p ∨ (q ∨ r)
p ∧ q ↔ q ∧ p
¬¬(p → q) → ¬¬p → ¬¬q
((p → q) → r) → (p → r) → r
p ∧ ¬p → q
False → p
p → True
(p ↔ q) → (¬p ↔ ¬q)
(p ↔ q) ∨ (p ↔ ¬q)
""".strip().splitlines()
FIRST_ORDER = """
(α : Type) (a b c : α) : a = b → b = c → a = c
(α β : Type) (f : α → β) (x y : α) (h : x = y) : f x = f y
(α : Type) (p : α → Prop) (a : α) : (∀ x, p x) → p a
(α : Type) (p q : α → Prop) : (∃ x, p x ∧ q x) → (∃ x, p x)
(α : Type) (p q : α → Prop) : (∃ x, p x ∨ q x) ↔ (∃ x, p x) ∨ ∃ x, q x
(α : Type) (p q : α → Prop) : (∀ x, p x ∧ q x) ↔ (∀ x, p x) ∧ ∀ x, q x
(α : Type) (p : α → Prop) : (¬ ∃ x, p x) ↔ ∀ x, ¬ p x
(α : Type) (p : α → Prop) : (¬ ∀ x, p x) → ∃ x, ¬ p x
(α : Type) (r : α → α → Prop) : (∃ x, ∀ y, r x y) → ∀ y, ∃ x, r x y
(α : Type) (p : α → Prop) (q : Prop) : (∀ x, p x → q) ↔ ((∃ x, p x) → q)
(α : Type) (r : α → α → Prop) (b : α) : ¬ ∀ x, r b x ↔ ¬ r x x
(human mortal : Nat → Prop) (s : Nat) (h : ∀ x, human x → mortal x) (g : human s) : mortal s
(α : Type) (f : α → α) (h : ∀ x, f (f x) = x) (x y : α) (g : f x = f y) : x = y
""".strip().splitlines()
NATURALS = """
(n : Nat) : 0 + n = n
(n m : Nat) : n + 1 + m = n + m + 1
(n m : Nat) : n + m = m + n
(a b c : Nat) : (a + b) + c = a + (b + c)
(a b c : Nat) : a + (b + c) = b + (a + c)
(n : Nat) : 0 * n = 0
(n : Nat) : n * 0 = 0
(n : Nat) : n * 1 = n
(n : Nat) : 1 * n = n
(n m : Nat) : n * m = m * n
(a b c : Nat) : a * (b + c) = a * b + a * c
(a b c : Nat) : (a + b) * c = a * c + b * c
(a b c : Nat) : (a * b) * c = a * (b * c)
(n : Nat) : n ≤ n
(n : Nat) : 0 ≤ n
(n : Nat) : n ≤ n + 1
(n : Nat) : n < n + 1
(n : Nat) : n ≠ n + 1
(n : Nat) : n + 1 ≠ 0
(a b : Nat) : a ≤ b → a ≤ b + 1
(a b c : Nat) (h : a ≤ b) (g : b ≤ c) : a ≤ c
(n : Nat) : ∃ m, n < m
: 2 + 2 = 4
: ∃ n : Nat, n * n = 9
(n : Nat) : 2 * n = n + n
(n : Nat) : n = 0 ∨ ∃ m, n = m + 1
(a b : Nat) : (a + b) * (a + b) = a * a + 2 * (a * b) + b * b
(p : Nat → Prop) (z : p 0) (h : ∀ n, p n → p (n + 1)) (n : Nat) : p n
(f : Nat → Nat) (h : ∀ n, f (n + 1) = f n) (n : Nat) : f n = f 0
""".strip().splitlines()
FALSE = """
(p q : Prop) (h : p ∨ q) : p ∧ q
(p q : Prop) : (p → q) → (q → p)
(p : Prop) : p
(p q r s : Prop) : (((p → q) → r) → s) → (q → r) → s
: ∀ (p : Prop), p → ∀ (q : Prop), q
: ∀ n : Nat, n + 1 = n
(a b : Nat) : a + b = a * b
: 2 + 2 = 5
(n m : Nat) : n ≤ m
: ∃ n : Nat, n < 0
(n : Nat) (h : 0 < n) : n = 1
(α : Type) (a b : α) : a = b
(p : Nat → Prop) : (∃ x, p x) → ∀ x, p x
(f : Nat → Nat) (x y : Nat) (h : f x = f y) : x = y
""".strip().splitlines()


async def unproved(claims: list[str], lean: LeanPool, seconds: float, negated: bool = False) -> list[str]:
    """The claims, each what stands behind a theorem's name, for which no proof was found in time."""
    left: list[str] = []
    for claim in claims:
        result = await prove(f"theorem claim {claim}", lean, seconds, negated)
        if not isinstance(result, Found):
            left.append(claim)
    return left


async def test_the_classic_tautologies_are_proved(lean: LeanPool) -> None:
    assert await unproved([f"(p q r s : Prop) : {text}" for text in TAUTOLOGIES], lean, seconds=4) == []


async def test_random_tautologies_are_proved(lean: LeanPool) -> None:
    valid = (f"{binders} : {claim}" for binders, claim in formulas(seed=7) if classical(NOTHING, claim))

    assert await unproved(list(islice(valid, 60)), lean, seconds=6) == []


async def test_random_formulas_that_are_no_tautologies_are_refuted(lean: LeanPool) -> None:
    invalid = (f"{binders} : {claim}" for binders, claim in formulas(seed=8) if not classical(NOTHING, claim))

    assert await unproved(list(islice(invalid, 40)), lean, seconds=4, negated=True) == []


async def test_first_order_exercises_are_proved(lean: LeanPool) -> None:
    assert await unproved(FIRST_ORDER, lean, seconds=10) == []


async def test_facts_about_natural_numbers_are_proved(lean: LeanPool) -> None:
    assert await unproved(NATURALS, lean, seconds=10) == []


async def test_false_statements_are_refuted(lean: LeanPool) -> None:
    assert await unproved(FALSE, lean, seconds=10, negated=True) == []


async def test_false_statements_are_not_proved(lean: LeanPool) -> None:
    assert await unproved(FALSE, lean, seconds=0.5) == FALSE


async def test_a_false_propositional_statement_ends_the_search_at_once(lean: LeanPool) -> None:
    result = await prove("theorem claim (p q : Prop) (h : p ∨ q) : p ∧ q", lean, seconds=10)

    assert isinstance(result, NotFound)
    assert result.exhausted
    assert result.checks == 0


async def test_swapping_a_conjunction_reads_as_a_person_would_write_it(lean: LeanPool) -> None:
    result = await prove("theorem claim (p q : Prop) (h : p ∧ q) : q ∧ p", lean, seconds=10)

    assert isinstance(result, Found)
    assert lines(result.tree) == ["constructor", "· exact h.right", "· exact h.left"]


async def test_zero_plus_n_is_proved_by_induction(lean: LeanPool) -> None:
    result = await prove("theorem claim (n : Nat) : 0 + n = n", lean, seconds=10)

    assert isinstance(result, Found)
    assert lines(result.tree) == [
        "induction n with",
        "| zero => rfl",
        "| succ k ih => rw [Nat.add_succ, ih]",
    ]


async def test_every_lemma_that_is_looked_up_by_name_is_in_the_library(lean: LeanPool) -> None:
    named = {name for names in COMBINING.values() for name in names.split()}

    verdict = await lean.check(f"{HEADER}\n" + "".join(f"#check @{name}\n" for name in sorted(named)), 10)

    assert isinstance(verdict, Checked), verdict
