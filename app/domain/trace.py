"""What is kept of a group of samples: the prompt, each reply, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.sampling import Prompt, Sample
from app.domain.verdict import Checked, Incomplete, Message, Undecided, Verdict


class Fate(StrEnum):
    """What became of a sample. `Undecided` verdicts say nothing about it, so it is no example of anything."""

    ACCEPTED = "accepted"
    INCOMPLETE = "incomplete"  # accepted, with gaps
    REJECTED = "rejected"
    UNUSABLE = "unusable"  # no code, another statement, a cheat
    UNDECIDED = "undecided"
    UNJUDGED = "unjudged"  # words, of which Lean has nothing to say


@dataclass(frozen=True, slots=True)
class Judged:
    """A sample with its fate; `code` is what Lean was asked about, `note` a sentence where it was not asked.

    `messages` are Lean's, with lines counted in `code` from 1.
    """

    sample: Sample
    fate: Fate
    code: str = ""
    note: str = ""
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """All that one prompt has brought. `node` is the subgoal that it was for, `statement` its theorem.

    `way` says what was asked for, such as `quick`; `failures` are the sentences of what was not answered.
    """

    node: str
    way: str
    model: str
    statement: str
    prompt: Prompt
    judged: tuple[Judged, ...] = ()
    failures: tuple[str, ...] = ()

    @property
    def tokens(self) -> int:
        return sum(one.sample.tokens + one.sample.prompt_tokens for one in self.judged)


def fate(verdict: Verdict) -> Fate:
    """What Lean's verdict says of a sample whose code it was asked about."""
    match verdict:
        case Checked():
            return Fate.ACCEPTED
        case Incomplete():
            return Fate.INCOMPLETE
        case Undecided():
            return Fate.UNDECIDED
        case _:
            return Fate.REJECTED
