"""The two decision procedures, against definitions and against known theorems."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice, product

import pytest

from app.models.formula import FALSE, TRUE, Atom, Formula, parse
from app.models.validity import classical, countermodel, intuitionistic, sequent_atoms
from tests.models.random_formulas import formulas

NOTHING: frozenset[Formula] = frozenset()


def true_in(formula: Formula, model: Mapping[Atom, bool]) -> bool:
    """The definition of truth, one row at a time."""
    if isinstance(formula, Atom):
        return formula == TRUE or (formula != FALSE and model[formula])
    left, right = true_in(formula.left, model), true_in(formula.right, model)
    return {"∧": left and right, "∨": left or right, "→": not left or right, "↔": left == right}[
        formula.connective
    ]


def test_truth_tables_agree_with_the_definition_of_truth_on_random_formulas() -> None:
    for _, formula in islice(formulas(seed=1), 300):
        atoms = sequent_atoms([], formula)
        rows = [dict(zip(atoms, row, strict=True)) for row in product([False, True], repeat=len(atoms))]

        assert classical(NOTHING, formula) == all(true_in(formula, row) for row in rows)


def test_a_countermodel_makes_a_formula_false() -> None:
    found = 0
    for _, formula in islice(formulas(seed=2), 300):
        model = countermodel(NOTHING, formula)

        found += model is not None
        assert model is None or not true_in(formula, model)
    assert found > 100


def test_whatever_holds_intuitionistically_holds_classically() -> None:
    proved = [formula for _, formula in islice(formulas(seed=3), 400) if intuitionistic(NOTHING, formula)]

    assert len(proved) > 30
    assert all(classical(NOTHING, formula) for formula in proved)


def test_a_formula_holds_classically_just_if_its_double_negation_holds_intuitionistically() -> None:
    for _, formula in islice(formulas(seed=4), 300):
        doubled = parse(f"¬¬({formula})")

        assert intuitionistic(NOTHING, doubled) == classical(NOTHING, formula)


@pytest.mark.parametrize(
    "text",
    [
        "p ∨ ¬p",
        "¬¬p → p",
        "((p → q) → p) → p",
        "¬(p ∧ q) → ¬p ∨ ¬q",
        "(p → q) ∨ (q → p)",
        "(¬q → ¬p) → p → q",
    ],
)
def test_what_needs_the_excluded_middle_is_not_intuitionistic(text: str) -> None:
    assert classical(NOTHING, parse(text))
    assert not intuitionistic(NOTHING, parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "¬¬(p ∨ ¬p)",
        "¬(p ↔ ¬p)",
        "¬(p ∨ q) ↔ ¬p ∧ ¬q",
        "p → ¬¬p",
        "(((p → q) → p) → p) → p ∨ True",
        "¬¬¬p → ¬p",
    ],
)
def test_what_needs_no_excluded_middle_is_intuitionistic(text: str) -> None:
    assert intuitionistic(NOTHING, parse(text))


def test_premises_count() -> None:
    assert intuitionistic(frozenset({parse("p → q"), parse("p")}), Atom("q"))
    assert not classical(frozenset({parse("p → q"), parse("q")}), Atom("p"))


def test_too_many_atoms_for_a_table_are_not_called_valid() -> None:
    text = " ∧ ".join(f"p{number}" for number in range(30))

    assert not classical(NOTHING, parse(f"{text} → {text}"))
