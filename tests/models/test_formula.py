"""Reading Lean's printed propositions."""

from __future__ import annotations

import pytest

from app.models.binders import Binder, match, quantified, substitute
from app.models.formula import FALSE, Atom, Compound, Formula, conj, implies, neg, parse

P, Q, R = Atom("p"), Atom("q"), Atom("r")


def disj(left: Formula, right: Formula) -> Formula:
    return Compound("∨", left, right)


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("p ∧ q → r", implies(conj(P, Q), R)),
        ("p → q → r", implies(P, implies(Q, R))),
        ("p ∨ q ∧ r", disj(P, conj(Q, R))),
        ("p ∧ q ∧ r", conj(P, conj(Q, R))),
        ("(p ∧ q) ∧ r", conj(conj(P, Q), R)),
        ("¬p ∧ q", conj(neg(P), Q)),
        ("¬(p ∧ q)", neg(conj(P, Q))),
        ("¬¬p", neg(neg(P))),
        ("¬a = b", neg(Atom("a = b"))),
        ("a ≠ b", neg(Atom("a = b"))),
        ("p → False", implies(P, FALSE)),
        ("p → ∀ x, q x ∧ r", implies(P, Atom("∀ x, q x ∧ r"))),
        ("(∃ x, q x) ∧ r", conj(Atom("∃ x, q x"), R)),
        ("(a + b) * c = c", Atom("(a + b) * c = c")),
        ("(a, b) = c ∨ p", disj(Atom("(a, b) = c"), P)),
    ],
)
def test_connectives_bind_as_in_lean(text: str, formula: object) -> None:
    assert parse(text) == formula


@pytest.mark.parametrize(
    "text",
    ["p → (q → r) ∧ ¬p", "(p → q) → r", "¬(p ↔ ¬q)", "(p ↔ q) ↔ r", "p ∧ (∀ x, q x) → r", "¬(a = b) ∧ p"],
)
def test_a_written_formula_reads_as_itself(text: str) -> None:
    formula = parse(text)

    assert parse(str(formula)) == formula


@pytest.mark.parametrize("text", ["", "→", "p ∧", "((", "¬", "∀", "p → → q", "⟨a, b"])
def test_any_text_is_at_least_an_atom(text: str) -> None:
    assert parse(text) is not None


def test_a_quantifier_gives_its_binders_and_its_body_at_terms() -> None:
    general = quantified("∀ (x y : Nat), x ≤ y → p x.succ")

    assert general is not None
    assert general.binders == (Binder("x", "Nat"), Binder("y", "Nat"))
    assert general.at(["a", "b + 1"]) == "a ≤ (b + 1) → p a.succ"


def test_an_arrow_is_not_a_quantifier() -> None:
    assert quantified("p → q") is None


def test_only_whole_names_are_replaced() -> None:
    assert substitute("f x xs (g x)", {"x": "a b"}) == "f (a b) xs (g (a b))"


def test_a_variable_matches_one_argument_the_same_each_time() -> None:
    assert match("r x (f x)", ["x"], "r (g a) (f (g a))") == {"x": "g a"}
    assert match("r x (f x)", ["x"], "r a (f b)") is None
