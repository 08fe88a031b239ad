"""Classical steps: what it means that something does not hold, cases on an atom, indirect proof."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.firstorder import argument as arg
from app.models.firstorder.expansion import Expansion
from app.models.firstorder.forced import Forced, with_fact
from app.models.firstorder.formulas import Said
from app.models.firstorder.sequents import Sequent, introduced, noted, opened

_DENIED = frozenset({"∀", "→", "∧", "∨", "↔"})


class Classical(Forced):
    """The part of a search that reasons classically. None of its steps loses anything."""

    expansion: Expansion

    def classically(self, s: Sequent) -> Iterator[arg.Proof] | None:
        """The classical step to take at a sequent, None if there is none; it has at most one proof."""
        for name, said in s.facts:
            if said.negation and said.part(0).kind in _DENIED and said.part(0).witness not in s.shown:
                return self._denied(s.without(name), name, said.part(0))
        if s.goal.is_false or s.known(self.world.reader.negated(s.goal)) is not None:
            return None
        atom = self.expansion.undecided(s)
        return self._indirect(s) if atom is None else self.excluded(s, self.world.reader.stated(atom))

    def _denied(self, s: Sequent, name: str, said: Said) -> Iterator[arg.Proof]:
        """What follows from the negation of `said`, by a lemma."""
        lemma, cases = self._meaning(s, said)
        bodies: list[arg.Proof] = []
        for _, inner in cases:
            if (body := self.proof(inner)) is None:
                return
            bodies.append(body)
        yield arg.Cases(arg.Known(f"{lemma}.mp {name}"), tuple(p for p, _ in cases), tuple(bodies))

    def _meaning(self, s: Sequent, said: Said) -> tuple[str, list[tuple[str, Sequent]]]:
        """A lemma about the negation of `said`, and the cases that it leads to, each with its names."""
        negated = self.world.reader.negated
        match said.kind:
            case "∀":
                new, s = introduced(s, said.witness, said.shape)
                fact, s = noted(s, negated(said.part(0, said.witness)))
                return "not_forall", [(f"⟨{new}, {fact}⟩", s)]
            case "∧":
                return "not_and_or", [noted(s, negated(said.part(number))) for number in (0, 1)]
            case "↔":
                other = self.world.reader.joined("↔", (negated(said.part(0)), said.part(1)))
                return "not_iff", [noted(s, other)]
        if said.negation:
            return "not_not", [opened(s, said.part(0))]
        first, s = opened(s, negated(said.part(0)) if said.kind == "∨" else said.part(0))
        second, s = noted(s, negated(said.part(1)))
        return "not_or" if said.kind == "∨" else "not_imp", [(f"⟨{first}, {second}⟩", s)]

    def excluded(self, s: Sequent, atom: Said) -> Iterator[arg.Proof]:
        """Cases on whether an atom holds."""
        name, yes = noted(s, atom)
        no = with_fact(s, name, self.world.reader.negated(atom))
        first = self.proof(yes)
        second = self.proof(no) if first is not None else None
        if first is not None and second is not None:
            yield arg.Excluded(name, s.text(atom), (first, second))

    def _indirect(self, s: Sequent) -> Iterator[arg.Proof]:
        name, inner = noted(s, self.world.reader.negated(s.goal))
        if (body := self.proof(inner.to_show(self.world.reader.nothing))) is not None:
            yield arg.Contradiction(name, body)
