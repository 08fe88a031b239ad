"""A proof with instances that are known: from the goal to the facts, along steps that truth tables allow.

The calculus is focused (Andreoli, Logic programming with focusing proofs in linear logic, 1992): a fact is
used as a whole, with all its instances and premises, for the goal or for what it says there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.models.expression import Term
from app.models.firstorder import argument as arg
from app.models.firstorder.classical import Classical
from app.models.firstorder.clauses import World
from app.models.firstorder.expansion import Expansion
from app.models.firstorder.formulas import Said
from app.models.firstorder.herbrand import Congruence, Instances, middle, rewritten, turned
from app.models.firstorder.pruning import from_contradiction
from app.models.firstorder.sequents import Key, Sequent, closed, key, ordered
from app.models.firstorder.uses import Use, used, uses
from app.models.firstorder.written import written

# Whether classical steps are allowed, and how many steps may be chosen one behind the other.
_TURNS = ((False, 4), (False, 9), (True, 4), (True, 6), (True, 9), (True, 13))


class TooLong(Exception):
    """The search for a proof met too many sequents."""


@dataclass(slots=True)
class Limits:
    """What is left of the sequents that may be looked at."""

    sequents: int = 160


class Guided(Classical):
    """One search; raises TooLong."""

    def __init__(self, world: World, given: Instances, limits: Limits) -> None:
        super().__init__(world)
        self.given, self.expansion, self.limits = given, Expansion(given), limits
        self.classical, self.depth, self.deepest = False, 0, 0
        self._on_the_way: set[Key] = set()
        self._refuted: dict[Key, int] = {}

    def found(self, s: Sequent) -> arg.Proof | None:
        """A proof of `s`, an intuitionistic one if there is one."""
        for self.classical, self.deepest in _TURNS:
            if self._holds(s) and (found := self.proof(s)) is not None:
                return found
        return None

    def proof(self, s: Sequent) -> arg.Proof | None:
        """A proof of `s`: at once, by a step that loses nothing, or by one that is chosen."""
        if (known := closed(s)) is not None:
            return known
        step = self.forced(s) or self._cases(s)
        return next(step, None) if step is not None else self._remembered(s)

    def _cases(self, s: Sequent) -> Iterator[arg.Proof] | None:
        """Cases that are needed."""
        for name, said in s.facts:
            if said.kind == "∨" and not self._holds(s.without(name)):
                return self.taken_apart(s.without(name), arg.Known(name), said)
        return None

    def _holds(self, s: Sequent) -> bool:
        return self.expansion.holds(s, self.classical)

    def _valid(self, s: Sequent) -> arg.Proof | None:
        return self.proof(s) if self._holds(s) else None

    def _remembered(self, s: Sequent) -> arg.Proof | None:
        """A proof by a chosen step, unless the same was tried in vain, or is being tried."""
        state = (frozenset(key(fact) for _, fact in s.facts), key(s.goal), self.classical, frozenset(s.shown))
        left = self.deepest - self.depth
        if state in self._on_the_way or self._refuted.get(state, 0) >= left or not self._holds(s):
            return None
        self.limits.sequents -= 1
        if self.limits.sequents < 0:
            raise TooLong
        self._on_the_way.add(state)
        self.depth += 1
        found = next(self._chosen(s), None)
        self.depth -= 1
        self._on_the_way.discard(state)
        if found is None:
            self._refuted[state] = left
        return found

    def _chosen(self, s: Sequent) -> Iterator[arg.Proof]:
        """Proofs by steps of which some may be wrong, the likeliest first."""
        if self.classical and self.expansion.holds(s, False):
            self.classical = False
            found = next(self._chosen(s), None)
            self.classical = True
            if found is not None:
                yield found
        applied = list(uses(s, self.given))
        yield from self._at_once(s, applied)
        yield from self._sides(s)
        yield from self._forwards(s, applied, True)
        step = self.classically(s) if self.classical else None
        if step is not None:
            self.depth -= 1  # such a step loses nothing, and so is no choice
            found = next(step, None)
            self.depth += 1
            if found is not None:
                yield found
            return
        yield from self._backwards(s, applied)
        yield from self._forwards(s, applied, False)
        for name, said in s.facts:
            if said.kind == "∨" and not _said(s, said):
                yield from self.taken_apart(s.without(name), arg.Known(name), said)
        atom = self.expansion.undecided(s, constructive=False) if self.classical else None
        if atom is not None:
            yield from self.excluded(s, self.world.reader.stated(atom))

    # Facts in use

    def _at_once(self, s: Sequent, applied: Sequence[Use]) -> Iterator[arg.Proof]:
        """A term whose premises are all known."""
        goal = key(s.goal)
        for use in applied:
            if key(use.says) == goal or use.says.is_false:
                parts = [part for premise in use.premises if (part := closed(s.to_show(premise)))]
                if len(parts) == len(use.premises):
                    yield used(s, use, parts)

    def _sides(self, s: Sequent) -> Iterator[arg.Proof]:
        """A side of a disjunction, or a witness."""
        if s.goal.kind == "∨":
            for number, tactic in enumerate(("left", "right")):
                if (body := self._valid(s.to_show(s.goal.part(number)))) is not None:
                    yield arg.Side(tactic, body)
        if s.goal.kind != "∃":
            return
        for term in filter(s.within, self.given.of(s.goal)):
            text = written(term, s.shown)
            if s.goal.shape.bracket == "⟨":
                yield arg.Known(f"⟨{text}⟩")
            elif (body := self._valid(s.to_show(s.goal.part(0, term)))) is not None:
                yield arg.Witness(text, body)

    def _forwards(self, s: Sequent, applied: Sequence[Use], known: bool) -> Iterator[arg.Proof]:
        """What a fact says there is, or which of two things; `known` asks for premises that are known."""
        for use in applied:
            if use.says.kind not in ("∃", "∨") or _said(s, use.says):
                continue
            parts: list[arg.Proof] = []
            for premise in use.premises:
                inner = s.to_show(premise)
                if (part := closed(inner) if known else self._valid(inner)) is None:
                    break
                parts.append(part)
            else:
                term = replace(used(s, use, parts), false=False, absurd=False)
                yield from self.taken_apart(s, term, use.says)

    def _backwards(self, s: Sequent, applied: Sequence[Use]) -> Iterator[arg.Proof]:
        """What is asked for by a fact that gives the goal, or by equations, or for a contradiction."""
        goal = key(s.goal)
        yield from self._by_premises(s, [use for use in applied if key(use.says) == goal])
        for rule in self.given.congruences:
            if ordered(rule.target) == goal:
                between = middle(rule)
                yield from self._rewritten(s, rule) if between is None else self._chained(s, between)
        if not s.goal.is_false:
            yield from self._by_premises(s, [use for use in applied if use.says.is_false])

    def _by_premises(self, s: Sequent, applied: Sequence[Use]) -> Iterator[arg.Proof]:
        """Show what a fact asks for; rather not from a contradiction, which could have been used at once."""
        later: list[arg.Proof] = []
        for use in applied:
            if not all(self._holds(s.to_show(premise)) for premise in use.premises):
                continue
            parts: list[arg.Proof] = []
            for premise in use.premises:
                if (part := self.proof(s.to_show(premise))) is None:
                    break
                parts.append(part)
            else:
                made = used(s, use, parts)
                if not any(map(from_contradiction, parts)):
                    yield made
                later.append(made)
        yield from later

    # Equations

    def _chained(self, s: Sequent, between: Term) -> Iterator[arg.Proof]:
        one, two = s.goal.atom.args
        first = self._part(s, Term("=", (one, between)))
        last = self._part(s, Term("=", (between, two))) if first is not None else None
        if first is not None and last is not None:
            texts = [written(term, s.shown) for term in (one, between, two)]
            yield arg.chain(texts, (first.proof, last.proof))

    def _part(self, s: Sequent, atom: Term) -> arg.Part | None:
        said = self.world.reader.stated(atom)
        proof = self._valid(s.to_show(said))
        return arg.Part(s.text(said), proof) if proof is not None else None

    def _rewritten(self, s: Sequent, rule: Congruence) -> Iterator[arg.Proof]:
        """Rewrite the goal, or where that would change too much, what it comes from."""
        reversed_ = s.goal.atom != rule.target
        source = turned(rule.source) if reversed_ and rule.source is not None else rule.source
        backwards = source is not None and rewritten(s.goal.atom, rule.equal) != source
        pairs = [pair[::-1] if backwards else pair for pair in rule.equal]
        parts = [part for pair in pairs if (part := self._part(s, Term("=", pair))) is not None]
        if len(parts) < len(pairs):
            return
        shows = s.text(s.goal) if self.world.reader.unfolded else ""
        if source is None:
            yield arg.Rewritten(tuple(parts), None, shows=shows)
        elif (body := self._part(s, source)) is not None:
            yield arg.Rewritten(tuple(parts), body.proof, backwards, shows)


def _said(s: Sequent, said: Said) -> bool:
    """Whether what a formula says there is, or one of two things that it says, is known."""
    match said.kind:
        case "∃" if said.witness in s.shown:
            return True
        case "∨":
            return any(_said(s, said.part(number)) for number in (0, 1))
        case "∧":
            return all(_said(s, said.part(number)) for number in (0, 1))
    return s.known(said) is not None
