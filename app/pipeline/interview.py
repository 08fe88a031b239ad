"""A model that is asked about a problem in words: what it replies, where it fails, what is kept of both."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass

from app.domain.sampling import Prompt, Sample, Sampling, Unanswered
from app.domain.trace import Fate, Group, Judged
from app.pipeline.lab import Job
from app.ports import Model

_TOKENS = 4096


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt and the replies to it; `failures` are the sentences of what was not answered."""

    way: str
    prompt: Prompt
    samples: tuple[Sample, ...] = ()
    failures: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The first reply, empty where there is none."""
        return self.samples[0].text.strip() if self.samples else ""


@dataclass(slots=True)
class Interview:
    """`failure` is the last sentence of what was not answered."""

    job: Job
    model: Model
    failure: str = ""

    async def ask(self, way: str, prompt: Prompt, n: int = 1) -> Asked:
        """The replies, to be judged and then kept; what is not answered is told once."""
        job, samples, failures = self.job, list[Sample](), list[str]()
        if job.left_s <= 0:
            return Asked(way, prompt)
        sampling = Sampling(n=n, tokens=min(_TOKENS, self.model.offer.context // 2), deadline_s=job.left_s)
        async with aclosing(self.model.sample(prompt, sampling)) as replies:
            async for reply in replies:
                if isinstance(reply, Unanswered):
                    await job.told(way, reply)
                    failures.append(reply.detail)
                    self.failure = reply.detail
                else:
                    job.tokens += reply.tokens + reply.prompt_tokens
                    samples.append(reply)
        return Asked(way, prompt, tuple(samples), tuple(failures))

    async def hear(self, way: str, prompt: Prompt, n: int = 1) -> Asked:
        """Replies in words, which are kept at once: Lean has nothing to say of them."""
        asked = await self.ask(way, prompt, n)
        await self.keep(asked, [Judged(sample, Fate.UNJUDGED) for sample in asked.samples])
        return asked

    async def keep(self, asked: Asked, judged: Sequence[Judged]) -> None:
        """Keep what became of the replies, and what failed beside them."""
        if not (judged or asked.failures):
            return
        model, words = self.model.offer.model, self.job.problem.text
        group = Group("", asked.way, model, words, asked.prompt, tuple(judged), asked.failures)
        await self.job.journal.keep(group)
