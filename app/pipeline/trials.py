"""Asking Lean about tactics at one place: many at once, within limits, and never guessing."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.errors import CheckerUnavailable
from app.domain.goal import Goal
from app.domain.problem import Frame
from app.domain.proof import Proposal, Tree, term
from app.domain.sketch import alone
from app.domain.verdict import (
    Checked,
    Incomplete,
    Message,
    Position,
    Reason,
    Rejected,
    Severity,
    Undecided,
    Verdict,
)
from app.pipeline.place import Place, Trial, in_place, trial
from app.ports import Checker

TOGETHER = 16  # tactics that Lean is asked about at once
TRIAL_S, SHORTEST_S = 2.5, 0.5  # a tactic that takes longer is not worth waiting for
_HEARTBEATS = 5000  # for all tactics of one question, about two seconds; Lean's default is forty times that


@dataclass(frozen=True, slots=True)
class SearchLimits:
    """What one search may use: wall-clock seconds, tactics that Lean tries, the deadline of one check in
    seconds, and how many checks it has under way at once.
    """

    seconds: float
    checks: int
    check_s: float
    workers: int = 1


class LimitReached(Exception):
    """The seconds or the checks of a search are used up; nothing follows about the statement."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """Lean ran the tactic, and these goals are left; none if it closed its own."""

    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Lean could not run the tactic."""


Answer = Accepted | Refused | Undecided


@dataclass(slots=True)
class Trials:
    """Lean as the judge of one search. `checks` counts the tactics and proofs that it was asked about,
    `decided` the questions that it answered.
    """

    statement: Frame
    checker: Checker
    limits: SearchLimits
    checks: int = 0
    decided: int = 0
    unanswered: Undecided | None = None
    _started: float = field(default_factory=time.monotonic)

    @property
    def elapsed_s(self) -> float:
        return time.monotonic() - self._started

    @property
    def left_s(self) -> float:
        return self.limits.seconds - self.elapsed_s

    async def ask(self, place: Place, proposals: Sequence[Proposal]) -> list[Answer]:
        """What Lean says to each of `proposals` at `place`, up to the first that closes the goal.

        Raises LimitReached; `limits.checks` is not exceeded, so fewer may be answered.
        """
        proposals = proposals[: max(0, self.limits.checks - self.checks)]
        if self.left_s <= 0 or not proposals:
            raise LimitReached
        return await self._tried(place, proposals, TRIAL_S)

    async def _tried(self, place: Place, proposals: Sequence[Proposal], deadline_s: float) -> list[Answer]:
        limited = self.statement.after(f"set_option maxHeartbeats {_HEARTBEATS} in")
        asked = trial(limited, place, proposals)
        verdict = await self.check(asked.source, deadline_s, len(proposals))
        if isinstance(verdict, Undecided):
            return await self._apart(place, proposals, verdict, deadline_s / 2)
        answers: list[Answer] = [
            _answer(verdict.messages, span, proposal)
            for span, proposal in zip(asked.spans, proposals, strict=True)
        ]
        failed = _failed(asked, verdict) if isinstance(verdict, Rejected) else None
        closed = next(
            (n for n, a in enumerate(answers) if a == Accepted(()) and not proposals[n].cases), None
        )
        if closed is not None and closed != failed:  # Lean goes on behind a `(by simp)` that leaves goals
            return answers[: closed + 1]
        if isinstance(verdict, Rejected):
            return await self._behind(place, proposals, answers, failed, deadline_s)
        return answers

    async def _apart(
        self, place: Place, proposals: Sequence[Proposal], verdict: Undecided, deadline_s: float
    ) -> list[Answer]:
        """Ask again in halves, as one tactic may have kept Lean from answering about the others."""
        if len(proposals) == 1:
            self.unanswered = verdict
            return [verdict]
        middle = len(proposals) // 2
        first = await self._tried(place, proposals[:middle], max(deadline_s, SHORTEST_S))
        if first[-1] == Accepted(()):
            return first
        return first + await self._tried(place, proposals[middle:], max(deadline_s, SHORTEST_S))

    async def _behind(
        self,
        place: Place,
        proposals: Sequence[Proposal],
        answers: list[Answer],
        failed: int | None,
        deadline_s: float,
    ) -> list[Answer]:
        """Lean gave up at tactic number `failed`: what comes behind it is asked again."""
        if failed is None:
            if len(proposals) == 1:
                return [Refused()]
            return await self._apart(place, proposals, _GAVE_UP, deadline_s)
        kept = [*answers[:failed], Refused()]
        rest = proposals[failed + 1 :]
        return kept + (await self._tried(place, rest, deadline_s) if rest else [])

    async def holds(self, place: Place, tree: Tree) -> bool:
        """Whether Lean accepts the finished `tree` at `place`. Raises LimitReached."""
        source = self.statement.source(term(in_place(place, tree)))
        return isinstance(await self.check(source, self.limits.check_s), Checked | Incomplete)

    async def whole(self, tree: Tree) -> Verdict:
        """What Lean says to a proof from the root. Raises LimitReached."""
        verdict = await self.check(self.statement.source(term(tree)), self.limits.check_s)
        return alone(verdict, self.statement)

    async def check(self, source: str, deadline_s: float, tactics: int = 1) -> Verdict:
        """Ask Lean; a crash is asked about once more, as it may be the worker's and not the source's."""
        verdict = await self._check(source, deadline_s, tactics)
        if isinstance(verdict, Undecided) and verdict.reason is not Reason.TIMEOUT:
            verdict = await self._check(source, deadline_s, tactics)
        if not isinstance(verdict, Undecided):
            self.decided += 1
        return verdict

    async def _check(self, source: str, deadline_s: float, tactics: int) -> Verdict:
        if self.left_s <= 0 or self.checks >= self.limits.checks:
            raise LimitReached
        self.checks += tactics
        try:
            return await self.checker.check(source, min(deadline_s, self.limits.check_s, self.left_s))
        except CheckerUnavailable as error:
            return Undecided(Reason.CHECKER_ERROR, str(error))


def heavy(proposal: Proposal) -> bool:
    """Whether a tactic may keep Lean busy for seconds, and no limit but the clock stops it."""
    return "nlinarith" in proposal.tactic


_GAVE_UP = Undecided(Reason.CHECKER_ERROR, "Lean gave up, and did not say at which tactic.")


def _answer(messages: Sequence[Message], span: tuple[int, int], proposal: Proposal) -> Answer:
    """What the goals that Lean printed on the lines of a tactic say about it: silence is a refusal."""
    first, behind = span
    printed = [
        message.text
        for message in messages
        if message.severity is Severity.INFORMATION and first <= message.start.line < behind
    ]
    wanted = len(proposal.cases) or 1
    if len(printed) != wanted:
        return Refused()
    try:
        goals = tuple(goal for text in printed for goal in _goals(text))
    except ValueError:
        return Refused()
    return Accepted(goals) if not proposal.cases or len(goals) == wanted else Refused()


def _goals(printed: str) -> list[Goal]:
    return [Goal.parse(text) for text in printed.split("\n\n")] if printed.strip() else []


def _failed(asked: Trial, verdict: Rejected) -> int | None:
    """The number of the tactic at which Lean reports an error, None if it is elsewhere."""
    errors = [message.start for message in verdict.messages if message.severity is Severity.ERROR]
    return next((n for error in errors for n, span in enumerate(asked.spans) if _within(error, span)), None)


def _within(place: Position, span: tuple[int, int]) -> bool:
    return span[0] <= place.line < span[1]
