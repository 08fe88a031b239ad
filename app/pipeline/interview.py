"""A model that is asked about a problem in words: what it replies, where it fails, what is kept of both."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field

from app.domain.sampling import Ending, Prompt, Reply, Sample, Sampling, Trouble, Unanswered
from app.domain.token_count import TokenCount
from app.domain.trace import Fate, Group, Judged
from app.pipeline.lab import Job
from app.ports import Model

SHARE = 1 / 2  # of the time that is left, which a step may take where others come behind it
MOST = 2 / 3  # of the replies; the last ones are waited for as long again as these took
PATIENCE_S = 1.0  # at least
_TOKENS = 16_384  # of a reply, thoughts included


@dataclass(slots=True)
class Asked:
    """A prompt and what became of its replies; `failures` are the sentences of what was not answered."""

    way: str
    prompt: Prompt
    judged: list[Judged] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Heard:
    """A reply in words, to its end; where `text` is empty, `why` says why."""

    text: str = ""
    why: str = ""


def whole(sample: Sample) -> bool:
    """Whether a reply came to its end: only then it ends with what it was to say."""
    return sample.ending is Ending.COMPLETE


@dataclass(slots=True)
class Interview:
    """`failure` is the last sentence of what was not answered."""

    job: Job
    model: Model
    failure: str = ""

    @property
    def tokens(self) -> int:
        """The limit of a reply, which leaves room for the prompt."""
        return min(_TOKENS, self.model.offer.context // 2)

    async def replies(
        self, asked: Asked, n: int = 1, share: float = SHARE, *, needed: bool = False
    ) -> AsyncGenerator[Sample, None]:
        """At most `n` replies as they come, each to be put into `asked.judged`, which is kept in the end.

        Whoever stops listening stops the model. One that hangs takes no more than `share` of the time that is
        left, but all of it where a first one is `needed`.
        """
        left_s, started = self.job.left_s, asyncio.get_running_loop().time()
        if left_s <= 0:
            return
        until, count = started + share * left_s, TokenCount(self._spend)
        sampling = Sampling(n=n, tokens=self.tokens, deadline_s=left_s)
        try:
            async with aclosing(self.model.sample(asked.prompt, sampling, count.hear)) as replies:
                while reply := await _next(replies, None if needed and not asked.judged else until):
                    if isinstance(reply, Unanswered):
                        await self._failed(asked, reply)
                        continue
                    count.replied(reply)
                    yield reply
                    if len(asked.judged) >= MOST * n:
                        now = asyncio.get_running_loop().time()
                        until = min(until, now + max(now - started, PATIENCE_S))
        finally:
            count.end()
            await asyncio.shield(self._keep(asked))

    async def hear(self, way: str, prompt: Prompt, share: float = SHARE) -> Heard:
        """One reply in words: Lean has nothing to say of it."""
        if self.job.left_s <= 0:
            return Heard(why="no time was left to ask a model")
        asked = Asked(way, prompt)
        async with aclosing(self.replies(asked, share=share)) as replies:
            async for sample in replies:
                asked.judged.append(Judged(sample, Fate.UNJUDGED))
        if not asked.judged:
            return Heard(why=f"the model did not answer{'' if asked.failures else ' in time'}")
        sample = asked.judged[0].sample
        if not whole(sample):
            return Heard(why="the model's reply was cut off")
        text = sample.text.strip()
        return Heard(text, "" if text else "the model's reply is empty")

    def _spend(self, tokens: int) -> None:
        self.job.tokens += tokens

    async def _failed(self, asked: Asked, reply: Unanswered) -> None:
        """Keep what it says, and tell a person of it, unless it is our own time that was over."""
        asked.failures.append(reply.detail)
        if reply.trouble is not Trouble.LATE:
            await self.job.told(asked.way, reply)
            self.failure = reply.detail

    async def _keep(self, asked: Asked) -> None:
        """Keep what became of the replies, and what failed beside them."""
        if not (asked.judged or asked.failures):
            return
        model, words = self.model.offer.model, self.job.problem.text
        judged, failures = tuple(asked.judged), tuple(asked.failures)
        await self.job.journal.keep(Group("", asked.way, model, words, asked.prompt, judged, failures))


async def _next(replies: AsyncGenerator[Reply, None], until: float | None) -> Reply | None:
    """The next reply, None where none comes or none comes in time."""
    try:
        async with asyncio.timeout_at(until):
            return await anext(replies, None)
    except TimeoutError:
        return None
