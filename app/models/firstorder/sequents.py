"""Sequents of first-order logic: named facts, a goal, and what can be seen of them at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from app.models.expression import Term
from app.models.firstorder import argument as arg
from app.models.firstorder.formulas import SKOLEM, Said, Shape
from app.models.firstorder.herbrand import NOTHING
from app.models.firstorder.written import hypothesis_name, statement
from app.models.names import fresh

Key = object


@dataclass(frozen=True, slots=True)
class Sequent:
    """Named facts and a goal; `shown` names the terms for what was introduced, `taken` are names."""

    facts: tuple[tuple[str, Said], ...]
    goal: Said
    shown: Mapping[Term, str]
    taken: frozenset[str]

    def known(self, said: Said) -> str | None:
        """The name of the fact that says the same."""
        wanted = key(said)
        alike = (name for name, fact in self.facts if fact.kind == said.kind and key(fact) == wanted)
        return next(alike, None)

    def without(self, name: str) -> Sequent:
        """The sequent without a fact, whose name is free then."""
        facts = tuple(fact for fact in self.facts if fact[0] != name)
        return replace(self, facts=facts, taken=self.taken - {name})

    def to_show(self, goal: Said) -> Sequent:
        return replace(self, goal=goal)

    def text(self, said: Said) -> str:
        return statement(said, self.shown)

    def within(self, term: Term) -> bool:
        """Whether everything that `term` speaks of has been introduced."""
        if term in self.shown:
            return True
        if term == NOTHING:
            return False
        if term.head.startswith(SKOLEM):
            counts = range(len(term.args))
            split = next((n for n in counts if Term(term.head, term.args[:n]) in self.shown), None)
            return split is not None and all(map(self.within, term.args[split:]))
        return all(map(self.within, term.args))


@lru_cache(maxsize=16384)
def key(said: Said) -> Key:
    """What formulas have in common that say the same, or that an equation holds, or that it does not."""
    if said.kind == "atom":
        return ordered(said.atom)
    if said.negation and said.part(0).kind == "atom":
        return "¬", ordered(said.part(0).atom)
    return _exactly(said, 0)


@lru_cache(maxsize=16384)
def _exactly(said: Said, depth: int) -> Key:
    match said.kind:
        case "atom":
            return said.atom
        case "∀" | "∃":
            return said.kind, said.shape.sort, _exactly(said.part(0, Term(f"«v{depth}")), depth + 1)
    return said.kind, _exactly(said.part(0), depth), _exactly(said.part(1), depth)


def ordered(atom: Term) -> Term:
    """The sides of an equation in one order."""
    if atom.head == "=" and repr(atom.args[0]) > repr(atom.args[1]):
        return Term("=", (atom.args[1], atom.args[0]))
    return atom


def closed(s: Sequent) -> arg.Known | None:
    """The goal as something that is known, or that follows from facts that contradict each other."""
    if (term := term_for(s, s.goal)) is not None:
        return arg.Known(term)
    for name, said in s.facts:
        if said.is_false:
            return arg.Known(name, (), True, not s.goal.is_false)
        if said.negation and (term := term_for(s, said.part(0))) is not None:
            return arg.Known(f"{name} \0", (arg.Part("", arg.Known(term)),), True, not s.goal.is_false)
    return None


def term_for(s: Sequent, said: Said) -> str | None:
    """A name for what is known already."""
    if said.kind == "atom":
        atom = said.atom
        if atom.head == "True" and not atom.args:
            return "trivial"
        if atom.head == "=" and atom.args[0] == atom.args[1]:
            return "rfl"
    name = s.known(said)
    if name is None:
        return None
    fact = next(fact for own, fact in s.facts if own == name)
    if said.kind == "atom":
        return name if fact.atom == said.atom else f"{name}.symm"
    if said.negation and said.part(0).kind == "atom" and fact.part(0).atom != said.part(0).atom:
        return f"Ne.symm {name}"
    return name


def opened(s: Sequent, said: Said) -> tuple[str, Sequent]:
    """The sequent in which `said` is known, with names for what it says there is; and these names."""
    parts: list[str] = []
    bracketed = False
    while said.kind == "∧" or (said.kind == "∃" and said.witness not in s.shown):
        bracketed = True
        if said.kind == "∧":
            pattern, s = opened(s, said.part(0))
            parts.append(pattern)
            said = said.part(1)
        else:
            witness = said.witness
            name, s = introduced(s, witness, said.shape)
            parts.append(name)
            said = said.part(0, witness)
    if not (said.kind == "atom" and said.atom == Term("True")):
        name, s = noted(s, said)
        parts.append(name)
    return (f"⟨{', '.join(parts)}⟩" if bracketed else parts[0] if parts else "_"), s


def noted(s: Sequent, said: Said) -> tuple[str, Sequent]:
    """The sequent with one fact more, and its name."""
    name = fresh(hypothesis_name(said), s.taken)
    return name, replace(s, facts=(*s.facts, (name, said)), taken=s.taken | {name})


def introduced(s: Sequent, term: Term, shape: Shape) -> tuple[str, Sequent]:
    """The sequent in which a name stands for `term`, and that name: the bound variable's if it is free."""
    name = fresh(shape.name.rstrip("✝"), s.taken)
    return name, replace(s, shown={**s.shown, term: name}, taken=s.taken | {name})
