"""A model whose tokens are counted, as they are what a problem costs whoever pays for it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from app.domain.sampling import Offer, Prompt, Reply, Sample, Sampling
from app.domain.token_count import TokenCount
from app.ports import Model


class Meter:
    """Counts `tokens` for ever, for all models that share it."""

    def __init__(self) -> None:
        self.tokens = 0

    def spend(self, tokens: int) -> None:
        self.tokens += tokens


class Metered:
    """A `Model` that puts on a `meter` what it reads and writes, what nobody waited for included.

    `tokens_per_s` is how fast its replies have come on average, one beside the others; None before the first.
    """

    def __init__(self, model: Model, meter: Meter) -> None:
        self._model, self._meter = model, meter
        self._replied, self._replied_s = 0, 0.0

    @property
    def offer(self) -> Offer:
        return self._model.offer

    @property
    def tokens_per_s(self) -> float | None:
        return self._replied / self._replied_s if self._replied and self._replied_s else None

    async def sample(
        self, prompt: Prompt, sampling: Sampling, heard: Callable[[int], None] = lambda tokens: None
    ) -> AsyncGenerator[Reply, None]:
        """See `Model.sample`. Tokens count as they are heard, and in the end as the server counted them."""
        count = TokenCount(self._meter.spend)

        def hear(tokens: int) -> None:
            count.hear(tokens)
            heard(tokens)

        try:
            async with aclosing(self._model.sample(prompt, sampling, hear)) as replies:
                async for reply in replies:
                    if isinstance(reply, Sample):
                        count.replied(reply)
                        self._note(reply)
                    yield reply
        finally:
            count.end()

    def _note(self, reply: Sample) -> None:
        self._replied += reply.tokens
        self._replied_s += reply.elapsed_s
