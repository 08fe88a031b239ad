"""Reading Lean's printed terms as trees, and writing them again."""

from __future__ import annotations

import pytest

from app.models.expression import Term, read, replaced, subterms

X, Y, N = Term("x"), Term("y"), Term("n")
LOCAL = frozenset({"x", "y", "n", "l", "s", "f", "p"})


def term(text: str) -> Term | None:
    return read(text, LOCAL)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("x + y * n", "x + (y * n)"),
        ("x - y - n", "(x - y) - n"),
        ("x ^ y ^ n", "x ^ (y ^ n)"),
        ("x :: l ++ l", "(x :: l) ++ l"),
        ("p x ∧ p y ∨ p n", "(p x ∧ p y) ∨ p n"),
        ("p x → p y → p n", "p x → (p y → p n)"),
        ("x > y", "y < x"),
        ("x ≥ y", "y ≤ x"),
        ("x ≠ y", "¬x = y"),
        ("x ∉ s", "¬x ∈ s"),
        ("l.length", "List.length l"),
        ("(l ++ l).length", "List.length (l ++ l)"),
        ("x.gcd y", "Nat.gcd x y"),
        ("[x, y]", "x :: y :: []"),
        ("∀ x ∈ s, p x", "∀ x, x ∈ s → p x"),
        ("∃ x ∈ s, p x", "∃ x, x ∈ s ∧ p x"),
        ("(x : Nat)", "x"),
        ("f '' s ∩ s", "(f '' s) ∩ s"),
    ],
)
def test_two_ways_of_writing_are_one_term(text: str, same: str) -> None:
    assert term(text) is not None
    assert term(text) == term(same)


@pytest.mark.parametrize(
    ("one", "other"),
    [("x - (y - n)", "x - y - n"), ("(p x → p y) → p n", "p x → p y → p n"), ("f x y", "f (x y)")],
)
def test_brackets_matter(one: str, other: str) -> None:
    assert term(one) != term(other)


def test_a_quantifier_keeps_its_binders_with_their_types() -> None:
    read_ = term("∀ (x y : Nat) {z : Int}, x + y = n")

    assert read_ is not None
    assert [(b.name, b.type, b.bracket) for b in read_.bound] == [
        ("x", Term("Nat"), "("),
        ("y", Term("Nat"), "("),
        ("z", Term("Int"), "{"),
    ]


@pytest.mark.parametrize("text", ["", "x +", "(x", "∀ x", "x y)", "match x with | 0 => y", "let z := x; z"])
def test_what_is_not_understood_is_not_read(text: str) -> None:
    assert term(text) is None


def test_bound_names_are_not_replaced() -> None:
    quantified = term("∀ x, x = y")
    assert quantified is not None

    assert replaced(quantified, {"x": N, "y": N}) == term("∀ x, x = n")


def test_a_variable_that_is_applied_is_replaced_with_its_arguments() -> None:
    applied = term("p x")
    assert applied is not None

    assert replaced(applied, {"p": Term("Even")}) == Term("Even", (X,))


def test_all_subterms_are_found() -> None:
    whole = term("x + y = n")
    assert whole is not None

    assert {part.head for part in subterms(whole)} == {"=", "+", "x", "y", "n"}
