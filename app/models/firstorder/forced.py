"""Steps of a proof that lose nothing: name what is given, take apart what is known, prove both halves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.models.firstorder import argument as arg
from app.models.firstorder.clauses import World
from app.models.firstorder.formulas import Said
from app.models.firstorder.sequents import Sequent, introduced, noted, opened


class Forced:
    """The part of a search that makes no choices."""

    def __init__(self, world: World) -> None:
        self.world = world

    def proof(self, s: Sequent) -> arg.Proof | None:
        """A proof of `s`, None if there is none that this search finds."""
        raise NotImplementedError

    def forced(self, s: Sequent) -> Iterator[arg.Proof] | None:
        """The step that the shape of a sequent asks for, None if there is none; it has at most one proof."""
        if s.goal.kind == "→":
            return self._assumed(s)
        if s.goal.kind == "∀" and s.goal.witness not in s.shown:
            return self._introduced(s)
        for name, said in s.facts:
            if said.kind == "∧" or (said.kind == "∃" and said.witness not in s.shown):
                return self.taken_apart(s.without(name), arg.Known(name), said)
            if said.kind == "∃" or s.known(said) != name:
                return self._going_on(s.without(name))
        if s.goal.kind == "∧":
            return self._both(s, s.goal.part(0), s.goal.part(1))
        if s.goal.kind == "↔":
            one, two = s.goal.part(0), s.goal.part(1)
            joined = self.world.reader.joined
            return self._both(s, joined("→", (one, two)), joined("→", (two, one)))
        return None

    def taken_apart(self, s: Sequent, term: arg.Known, said: Said) -> Iterator[arg.Proof]:
        """Use what a term says by naming its parts, in each case."""
        patterns: list[str] = []
        bodies: list[arg.Proof] = []
        for case in (said.part(0), said.part(1)) if said.kind == "∨" else (said,):
            pattern, inner = opened(s, case)
            if (body := self.proof(inner)) is None:
                return
            patterns.append(pattern)
            bodies.append(body)
        yield arg.Cases(term, tuple(patterns), tuple(bodies))

    def _going_on(self, s: Sequent) -> Iterator[arg.Proof]:
        if (found := self.proof(s)) is not None:
            yield found

    def _assumed(self, s: Sequent) -> Iterator[arg.Proof]:
        name, inner = noted(s, s.goal.part(0))
        if (body := self.proof(inner.to_show(s.goal.part(1)))) is not None:
            yield arg.introduced(name, body)

    def _introduced(self, s: Sequent) -> Iterator[arg.Proof]:
        term = s.goal.witness
        name, inner = introduced(s, term, s.goal.shape)
        if (body := self.proof(inner.to_show(s.goal.part(0, term)))) is not None:
            yield arg.introduced(name, body)

    def _both(self, s: Sequent, one: Said, two: Said) -> Iterator[arg.Proof]:
        left = self.proof(s.to_show(one))
        right = self.proof(s.to_show(two)) if left is not None else None
        if left is not None and right is not None:
            yield arg.Both(left, right)


def with_fact(s: Sequent, name: str, said: Said) -> Sequent:
    return replace(s, facts=(*s.facts, (name, said)), taken=s.taken | {name})
