"""The tokens of one call of a model, those of replies that nobody waited for included."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.sampling import Sample


@dataclass(slots=True)
class TokenCount:
    """Tells `spend` what the call costs: an estimate while tokens come, and in the end what the server has
    counted where that is more. Of a reply that is broken off its prompt is not counted, as nothing tells
    whether it was read.
    """

    spend: Callable[[int], None]
    _heard: int = 0
    _replied: int = 0

    def hear(self, tokens: int) -> None:
        self._heard += tokens
        self.spend(tokens)

    def replied(self, reply: Sample) -> None:
        self._replied += reply.tokens
        self.spend(reply.prompt_tokens)

    def end(self) -> None:
        self.spend(max(self._replied - self._heard, 0))
