"""A goal as the symbolic prover sees it: what is known, which things there are, and what is to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.goal import Goal, Hypothesis
from app.models.definitions import Definitions, Function, definitions
from app.models.formula import Atom, Formula, atoms, parse, tokens
from app.models.names import accessible, fresh, taken
from app.models.refuting.claim import Claim, read_claim
from app.models.terms import Fact

_DATA = frozenset(
    {"Nat", "Int", "Bool", "String", "Char", "List", "Option", "Prod", "Unit", "Fin", "Array", "Set"}
)
_FIRST_CASES = frozenset({"zero", "nil", "one", "base"})
_SORTS = frozenset({"Prop", "Type", "Sort"})


@dataclass(frozen=True, slots=True)
class Context:
    """`facts` are hypotheses that say something, `things` are the others, each with its type as text.

    `inductive` says that the goal is a case of an induction; `claim` is all of it for evaluation at values;
    `instances` are the types of what is there without a name.
    """

    facts: tuple[Fact, ...]
    things: tuple[tuple[str, str], ...]
    target: Formula
    text: str
    names: frozenset[str]
    inductive: bool = False
    claim: Claim | None = None
    own: Definitions = field(default_factory=Definitions)
    instances: tuple[str, ...] = ()

    @classmethod
    def of(cls, goal: Goal, preamble: str = "") -> Context:
        """Read a goal; `preamble` holds the definitions that it may speak of."""
        own = definitions(preamble)
        kinds_of_own = frozenset(type_.name for type_ in own.types if not type_.predicate)
        kinds = frozenset(
            name for h in goal.hypotheses for name in h.names if _head(h.type) in ("Type", "Sort")
        )
        facts: list[Fact] = []
        things: list[tuple[str, str]] = []
        for hypothesis, name in _named(goal):
            if (
                hypothesis.value is not None
                or _result(hypothesis.type) in _DATA | _SORTS | kinds | kinds_of_own
            ):
                things.append((name, hypothesis.type))
            else:
                facts.append((name, parse(hypothesis.type)))
        inductive = any(name.startswith("ih") for name, _ in facts) or _is_case(goal, own)
        named = [(name, h.type) for h in goal.hypotheses for name in h.names]
        claim = None if any(h.value for h in goal.hypotheses) else read_claim(named, goal.target)
        return cls(
            tuple(facts),
            tuple(things),
            parse(goal.target),
            goal.target,
            taken(goal),
            inductive,
            claim,
            own,
            tuple(h.type for h in goal.hypotheses if h.names[0].startswith("inst")),
        )

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

    @property
    def functions(self) -> tuple[Function, ...]:
        """The definitions of the text that the goal speaks of."""
        words = {word for text in (self.text, *(str(f) for _, f in self.facts)) for word in tokens(text)}
        return self.own.among(frozenset(part for word in words for part in word.split(".")))

    @property
    def local(self) -> frozenset[str]:
        """The names of everything in the context."""
        return frozenset(name for name, _ in (*self.things, *self.facts))

    def of_type(self, type_: str) -> tuple[str, ...]:
        return tuple(name for name, own in self.things if own == type_)

    def fresh(self, base: str, *others: str) -> str:
        return fresh(base, self.names.union(others))


def _is_case(goal: Goal, own: Definitions) -> bool:
    """Whether the goal is a case of an induction without a hypothesis, by its name."""
    label = (goal.case or "").rpartition(".")[2]
    plain = {
        c.name for type_ in own.types for c in type_.constructors if not any(is_ for _, is_ in c.arguments)
    }
    return label in _FIRST_CASES | plain


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
