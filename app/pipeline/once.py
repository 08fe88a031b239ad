"""No check is made twice: a `Checker` that remembers what Lean has decided about a source."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Sequence

from app.domain.verdict import Position, Undecided, Verdict
from app.ports import Checker

_Question = tuple[str, tuple[Position, ...] | None]
REMEMBERED = 4096  # verdicts
LONGEST = 20_000  # characters of a source that is remembered


class Once:
    """Answers from memory where it can; who asks while the same is being asked waits for that answer.

    Nothing is remembered that was not decided: another time it may be.
    """

    def __init__(self, checker: Checker) -> None:
        self.saved = 0
        self._checker = checker
        self._known: OrderedDict[_Question, Verdict] = OrderedDict()
        self._asking: dict[_Question, asyncio.Future[Verdict | None]] = {}

    async def check(
        self, source: str, deadline_s: float, goals_at: Sequence[Position] | None = None
    ) -> Verdict:
        """See `Checker.check`."""
        question = (source, None if goals_at is None else tuple(goals_at))
        if question in self._known:
            self.saved += 1
            self._known.move_to_end(question)
            return self._known[question]
        if question in self._asking and (verdict := await self._heard(question, deadline_s)):
            self.saved += 1
            return verdict
        return await self._asked(question, deadline_s)

    async def _heard(self, question: _Question, deadline_s: float) -> Verdict | None:
        """What another caller is told, if it is decided in time."""
        other = self._asking[question]
        done, _ = await asyncio.wait({other}, timeout=deadline_s)
        return other.result() if done else None

    async def _asked(self, question: _Question, deadline_s: float) -> Verdict:
        source, goals_at = question
        answer: asyncio.Future[Verdict | None] = asyncio.get_running_loop().create_future()
        self._asking[question] = answer
        decided: Verdict | None = None
        try:
            verdict = await self._checker.check(source, deadline_s, goals_at)
            if not isinstance(verdict, Undecided):
                decided = verdict
                self._remember(question, verdict)
            return verdict
        finally:
            answer.set_result(decided)
            if self._asking.get(question) is answer:
                del self._asking[question]

    def _remember(self, question: _Question, verdict: Verdict) -> None:
        if len(question[0]) > LONGEST:
            return
        self._known[question] = verdict
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
