"""Asking Lean about one tactic at one place: within limits, never twice, and never guessing."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from app.domain.errors import CheckerUnavailable
from app.domain.goal import Goal
from app.domain.problem import Statement
from app.domain.proof import Proposal, Tree, term
from app.domain.verdict import Checked, Incomplete, Position, Reason, Rejected, Severity, Undecided, Verdict
from app.pipeline.place import Place, in_place, trial
from app.ports import Checker


@dataclass(frozen=True, slots=True)
class SearchLimits:
    """What one search may use: wall-clock seconds, Lean checks, and the deadline of one check in seconds."""

    seconds: float
    checks: int
    check_s: float


class LimitReached(Exception):
    """The seconds or the checks of a search are used up; nothing follows about the statement."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """Lean ran the tactic, and these goals are left; none if it closed its own."""

    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Lean reported an error; `message` is its first line."""

    message: str


Answer = Accepted | Refused | Undecided


@dataclass(slots=True)
class Trials:
    """Lean as the judge of one search. `checks` counts what was asked, `decided` what was answered."""

    statement: Statement
    checker: Checker
    limits: SearchLimits
    checks: int = 0
    decided: int = 0
    unanswered: Undecided | None = None
    _started: float = field(default_factory=time.monotonic)
    _answers: dict[str, Answer] = field(default_factory=dict)
    _held: dict[str, bool] = field(default_factory=dict)

    @property
    def elapsed_s(self) -> float:
        return time.monotonic() - self._started

    def keep_time(self) -> None:
        """Raise LimitReached if the seconds are used up."""
        if self.elapsed_s >= self.limits.seconds:
            raise LimitReached

    async def ask(self, place: Place, proposal: Proposal) -> Answer:
        """What Lean says to `proposal` at `place`. Raises LimitReached."""
        self.keep_time()
        source, goals_at = trial(self.statement, place, proposal)
        if source not in self._answers:
            self._answers[source] = _answer(await self.check(source, goals_at), proposal)
        return self._answers[source]

    def saw(self, place: Place, tree: Tree) -> None:
        """Remember that every step of `tree` was accepted at `place`."""
        self._held[self._in_place(place, tree)] = True

    async def holds(self, place: Place, tree: Tree) -> bool:
        """Whether Lean accepts the finished `tree` at `place`. Raises LimitReached."""
        source = self._in_place(place, tree)
        if source not in self._held:
            self._held[source] = isinstance(await self.check(source), Checked | Incomplete)
        return self._held[source]

    def _in_place(self, place: Place, tree: Tree) -> str:
        return self.statement.source(term(in_place(place, tree)))

    async def whole(self, tree: Tree) -> Verdict:
        """What Lean says to a proof from the root. Raises LimitReached."""
        return await self.check(self.statement.source(term(tree)))

    async def check(self, source: str, goals_at: tuple[Position, ...] = ()) -> Verdict:
        """Ask Lean; a crash is asked about once more, as it may be the worker's and not the source's."""
        verdict = await self._check(source, goals_at)
        if isinstance(verdict, Undecided) and verdict.reason is not Reason.TIMEOUT:
            verdict = await self._check(source, goals_at)
        if isinstance(verdict, Undecided):
            self.unanswered = verdict
        else:
            self.decided += 1
        return verdict

    async def _check(self, source: str, goals_at: tuple[Position, ...]) -> Verdict:
        left_s = self.limits.seconds - self.elapsed_s
        if left_s <= 0 or self.checks >= self.limits.checks:
            raise LimitReached
        self.checks += 1
        try:
            return await self.checker.check(source, min(self.limits.check_s, left_s), goals_at)
        except CheckerUnavailable as error:
            return Undecided(Reason.CHECKER_ERROR, str(error))


def _answer(verdict: Verdict, proposal: Proposal) -> Answer:
    if isinstance(verdict, Undecided):
        return verdict
    if isinstance(verdict, Rejected):
        errors = [message for message in verdict.messages if message.severity is Severity.ERROR]
        return Refused(verdict.first_error.text.partition("\n")[0] if errors else "Lean refused it.")
    goals = tuple(goal for at in verdict.goals for goal in at)
    if proposal.cases and len(goals) != len(proposal.cases):
        return Refused("The alternatives do not fit the goals.")
    return Accepted(goals)
