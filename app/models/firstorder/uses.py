"""What facts say at the instances that are needed, and the terms that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.models.firstorder import argument as arg
from app.models.firstorder.formulas import Said
from app.models.firstorder.herbrand import Instances
from app.models.firstorder.sequents import Sequent
from app.models.firstorder.written import written
from app.models.terms import argument

_SLOT = "\0"


@dataclass(frozen=True, slots=True)
class Use:
    """A fact, applied: a term with slots, what goes into them, and what it then says."""

    term: str
    premises: tuple[Said, ...]
    says: Said


def uses(s: Sequent, given: Instances) -> Iterator[Use]:
    """The facts of a sequent, applied."""
    for name, said in s.facts:
        for use in _applied(s, given, Use(name, (), said)):
            if use.term != name:
                yield use


def _applied(s: Sequent, given: Instances, use: Use) -> Iterator[Use]:
    """A fact at instances and premises, as far as that goes."""
    yield use
    for longer in _longer(s, given, use):
        yield from _applied(s, given, longer)


def _longer(s: Sequent, given: Instances, use: Use) -> Iterator[Use]:
    said, head = use.says, argument(use.term)
    match said.kind:
        case "→":
            yield Use(f"{use.term} {_SLOT}", (*use.premises, said.part(0)), said.part(1))
        case "∀":
            for term in filter(s.within, given.of(said)):
                own = f" {argument(written(term, s.shown))}" if said.shape.bracket == "(" else ""
                yield Use(use.term + own, use.premises, said.part(0, term))
        case "∧":
            yield Use(f"{head}.1", use.premises, said.part(0))
            yield Use(f"{head}.2", use.premises, said.part(1))
        case "↔":
            yield Use(f"{head}.mp {_SLOT}", (*use.premises, said.part(0)), said.part(1))
            yield Use(f"{head}.mpr {_SLOT}", (*use.premises, said.part(1)), said.part(0))


def used(s: Sequent, use: Use, parts: Sequence[arg.Proof]) -> arg.Known:
    says = [s.text(premise) for premise in use.premises]
    false, term = use.says.is_false, use.term
    if not false and s.goal.kind == use.says.kind == "atom" and use.says.atom != s.goal.atom:
        term = f"{argument(term)}.symm"
    return arg.Known(term, tuple(map(arg.Part, says, parts)), false, false and not s.goal.is_false)
