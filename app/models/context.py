"""A goal as the symbolic prover sees it: what is known, which things there are, and what is to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.goal import Goal, Hypothesis
from app.models.formula import Atom, Formula, atoms, parse, tokens
from app.models.names import accessible, fresh, taken
from app.models.terms import Fact

_DATA = frozenset({"Nat", "Int", "Bool", "String", "Char", "List", "Option", "Prod", "Unit", "Fin", "Array"})
_INDUCTION = frozenset({"zero", "succ"})
_SORTS = frozenset({"Prop", "Type", "Sort"})


@dataclass(frozen=True, slots=True)
class Context:
    """`facts` are hypotheses that say something, `things` are the others, each with its type as text.

    `inductive` says that the goal is a case of an induction.
    """

    facts: tuple[Fact, ...]
    things: tuple[tuple[str, str], ...]
    target: Formula
    text: str
    names: frozenset[str]
    inductive: bool = False

    @classmethod
    def of(cls, goal: Goal) -> Context:
        kinds = frozenset(
            name for h in goal.hypotheses for name in h.names if _head(h.type) in ("Type", "Sort")
        )
        facts: list[Fact] = []
        things: list[tuple[str, str]] = []
        for hypothesis, name in _named(goal):
            if hypothesis.value is not None or _result(hypothesis.type) in _DATA | _SORTS | kinds:
                things.append((name, hypothesis.type))
            else:
                facts.append((name, parse(hypothesis.type)))
        inductive = not _INDUCTION.isdisjoint((goal.case or "").split("."))
        return cls(tuple(facts), tuple(things), parse(goal.target), goal.target, taken(goal), inductive)

    @property
    def words(self) -> tuple[str, ...]:
        return tokens(self.text)

    @property
    def closed(self) -> bool:
        """Whether the target mentions nothing of the context, so that it may be computed."""
        return not {name for name, _ in self.things} & set(self.words)

    @property
    def propositional(self) -> bool:
        """Whether there is nothing but propositional variables, so that truth tables say everything."""
        variables = set(self.of_type("Prop"))
        formulas = (self.target, *(formula for _, formula in self.facts))
        return all(atom.text in variables for formula in formulas for atom in atoms(formula))

    @property
    def equations(self) -> tuple[tuple[str, str, str], ...]:
        """The facts that are equations: name, left side, right side."""
        sides = [(name, _sides(formula)) for name, formula in self.facts]
        return tuple((name, *pair) for name, pair in sides if pair is not None)

    def of_type(self, type_: str) -> tuple[str, ...]:
        return tuple(name for name, own in self.things if own == type_)

    def fresh(self, base: str, *others: str) -> str:
        return fresh(base, self.names.union(others))


def sides(text: str) -> tuple[str, str] | None:
    """The sides of an equation."""
    return _sides(parse(text))


def _sides(formula: Formula) -> tuple[str, str] | None:
    if not isinstance(formula, Atom) or formula.text.startswith(("∀", "∃")):
        return None
    left, equals, right = formula.text.partition(" = ")
    return (left, right) if equals and " = " not in right and left.count("(") == left.count(")") else None


def _named(goal: Goal) -> Iterator[tuple[Hypothesis, str]]:
    for hypothesis in goal.hypotheses:
        for name in hypothesis.names:
            if accessible(name):
                yield hypothesis, name


def _head(type_: str) -> str:
    return next(iter(tokens(type_)), "")


def _result(type_: str) -> str:
    """The first word behind the last outermost arrow of a type: `Prop` for `Nat → Prop`."""
    depth, start = 0, 0
    words = tokens(type_)
    for place, word in enumerate(words):
        depth += (word in ("(", "[", "{")) - (word in (")", "]", "}"))
        if depth == 0 and word in ("→", ","):
            start = place + 1
    return next((word for word in words[start:] if word != "("), "")
