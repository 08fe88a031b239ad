"""Reading the definitions that stand before a theorem."""

from __future__ import annotations

from app.models.definitions import Clause, Constructor, definitions

TEXT = """
/-- A comment with a def in it -/
def double : ℕ → ℕ
  | 0 => 0
  | n + 1 => double n + 2

inductive Tree (α : Type) where
  | leaf : Tree α
  | node (l : Tree α) (x : α) (r : Tree α) : Tree α

namespace Tree

def mirror {α : Type} : Tree α → Tree α
  | leaf => leaf
  | node l x r => node r.mirror x l.mirror

end Tree

inductive Ev : ℕ → Prop
  | zero : Ev 0
  | step : ∀ n, Ev n → Ev (n + 2)

def square (n : ℕ) : ℕ := n * n
"""


def test_functions_have_their_clauses() -> None:
    double, mirror, square = definitions(TEXT).functions

    assert (double.name, double.recursive) == ("double", True)
    assert double.clauses == (Clause((), 0), Clause(("n",), 1))
    assert (mirror.name, mirror.short) == ("Tree.mirror", "mirror")
    assert mirror.clauses[1] == Clause(("l", "x", "r"), 2)
    assert (square.fixed, square.clauses, square.recursive) == (("n",), (), False)


def test_types_have_their_constructors() -> None:
    tree = definitions(TEXT).type("Tree")

    assert tree is not None
    assert tree.constructors == (
        Constructor("leaf", ()),
        Constructor("node", (("l", True), ("x", False), ("r", True))),
    )


def test_a_predicate_is_known_as_one() -> None:
    found = definitions(TEXT)

    assert {type_.name: type_.predicate for type_ in found.types} == {"Tree": False, "Ev": True}


def test_no_definitions_and_no_sense_are_no_error() -> None:
    assert definitions("").functions == ()
    assert definitions("def\ninductive\n)(").types == ()
