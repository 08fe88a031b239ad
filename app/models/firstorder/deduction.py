"""What first-order logic alone proves: the whole proof of a goal as one proposal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from app.domain.proof import Proposal
from app.models.context import Context
from app.models.expression import Term, names, read
from app.models.firstorder.clauses import World
from app.models.firstorder.formulas import Reader
from app.models.firstorder.sequents import Sequent
from app.models.firstorder.tableau import prove
from app.models.firstorder.tableau_text import script
from app.models.library import is_data

_CONCRETE = frozenset(
    {"+", "-", "*", "/", "%", "^", "<", "≤", "∣", "::", "++", "[]", "succ", "length", "mod", "&&", "||"}
)
_DATA = frozenset({"Nat", "Int", "Bool", "List"})
_Typed = tuple[tuple[str, str], ...]  # names and what stands behind their colons


def deduced(context: Context) -> Iterator[Proposal]:
    """A proof by logic and equality, where atoms are taken as they are."""
    facts = tuple((name, str(formula)) for name, formula in context.facts)
    nonempty = [(f"‹{text}›", text) for text in context.instances if text.startswith("Nonempty ")]
    inhabited = [text.partition(" ")[2] for text in context.instances if text.startswith("Inhabited ")]
    default = [("default" if len(inhabited) < 2 else f"(default : {text})", text) for text in inhabited]
    text = _proof((*facts, *nonempty), (*context.things, *default), context.text, context.local)
    if text is not None:
        yield Proposal(text, "Logic alone proves this.", cost=0)


@lru_cache(maxsize=2048)
def _proof(facts: _Typed, things: _Typed, target: str, local: frozenset[str]) -> str | None:
    """The tactics that prove `target`; None if none were found."""
    goal = read(target, local)
    if goal is None:
        return None
    types = _read(things, local)
    kinds = {name for name, type_ in types.items() if type_.head in ("Type", "Sort")}
    said = _read(facts, local)
    types |= {name: type_ for name, type_ in said.items() if is_data(type_, kinds)}
    reader = Reader(types)
    world = World(reader, tuple((Term(name), type_) for name, type_ in types.items()))
    named = tuple((name, reader.said(term)) for name, term in said.items() if name not in types)
    effort = _effort((goal, *said.values()), types.values())
    proof = prove(Sequent(named, reader.said(goal), {}, local), world, effort)
    return script(proof) if proof is not None else None


def _effort(says: Iterable[Term], types: Iterable[Term]) -> float:
    """How much to try: less where calculation or induction is the likelier way."""
    mentioned = frozenset().union(*map(names, says))
    if mentioned & _CONCRETE or any(head.isdigit() for head in mentioned):
        return 0.2
    return 0.4 if frozenset().union(*map(names, types)) & _DATA else 1.0


def _read(typed: _Typed, local: frozenset[str]) -> dict[str, Term]:
    found = ((name, read(text, local)) for name, text in typed)
    return {name: term for name, term in found if term is not None}
