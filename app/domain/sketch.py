"""A sketch: a proof with gaps, each of them a subgoal that can be proved in its place.

Hypotheses and goals of a gap are those that Lean prints there, never read off the text, which `intro`,
`obtain` and `set` would mislead. A gap may hold a sketch of its own, to any depth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.goal import Goal
from app.domain.problem import Frame
from app.domain.splice import filled
from app.domain.tactic_text import gaps
from app.domain.verdict import Checked, Hole, Incomplete, Verdict

_HERE = "lemmata_looks_here"


@dataclass(frozen=True, slots=True)
class Sketch:
    """`proof`, a term with gaps, inside `frame`; `terms` are the numbers of the gaps that stand for terms."""

    frame: Frame
    proof: str
    terms: frozenset[int] = frozenset()

    @property
    def preamble(self) -> str:
        return self.frame.preamble

    @property
    def source(self) -> str:
        """The whole file, its gaps open."""
        return self.frame.source(self.proof)

    def filled(self, proofs: Mapping[int, str]) -> str:
        """The proof with the gaps that are named closed."""
        return filled(self.proof, proofs, self.terms)

    def subgoals(self, holes: Sequence[Hole]) -> tuple[Subgoal, ...]:
        """Its gaps with the goals that Lean has there, of all `holes` that it found in `source`.

        A gap at which Lean has no goal is left out: nothing can be proved there.
        """
        first = len(gaps(self.frame.source(_HERE).partition(_HERE)[0]))
        own = holes[first : first + len(gaps(self.proof))]
        sketch = replace(self, terms=frozenset(n for n, hole in enumerate(own) if hole.is_term))
        return tuple(Subgoal(sketch, number, hole.goals[0]) for number, hole in enumerate(own) if hole.goals)


@dataclass(frozen=True, slots=True)
class Subgoal:
    """Gap `number` of a sketch, from 0, and the goal there: a `Frame` for the proof of that goal."""

    sketch: Sketch
    number: int
    goal: Goal

    @property
    def preamble(self) -> str:
        return self.sketch.preamble

    @property
    def complete(self) -> bool:
        return self.sketch.frame.complete and len(gaps(self.sketch.proof)) == 1

    def source(self, proof: str) -> str:
        """The whole file with this gap closed by `proof` and every other one open."""
        return self.sketch.frame.source(self.sketch.filled({self.number: proof}))

    def after(self, command: str) -> Subgoal:
        return replace(self, sketch=replace(self.sketch, frame=self.sketch.frame.after(command)))


def alone(verdict: Verdict, frame: Frame) -> Verdict:
    """What a verdict on a whole file says of a proof without gaps in `frame`, whose other gaps are open."""
    if isinstance(verdict, Incomplete) and not frame.complete:
        return Checked(verdict.messages, verdict.goals)
    return verdict
