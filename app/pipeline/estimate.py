"""What a proof by models will probably cost, and how likely it is, said before they are asked.

The rungs of the ladder try the same goal: one that resists 8 quick samples mostly resists 32 thinking ones as
well. So chances are not multiplied: the ladder's chance is that of its best rung, and a rung is reached, and
goes on, at most as often as nothing before it was enough. Repairs and sketches cost tokens and add no chance,
as nothing is known of theirs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.events import Estimated
from app.domain.sampling import Offer
from app.pipeline.belief import QUICK_TOKENS, Belief

TOKENS_PER_S = 50.0  # of one reply, as long as none has come
CLAIMS = 5  # of a sketch, its last step included
CHARS = 4  # of a token, roughly
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Rung:
    """At most `samples` replies of about `tokens` tokens, `together` of them side by side.

    Where nothing is known of their success, `belief` is None.
    """

    tokens: int
    samples: int
    together: int
    belief: Belief | None = None

    def within(self, samples: int) -> float:
        return self.belief.within(samples) if self.belief else 0.0

    def is_worth(self, failed: int, worth: float) -> bool:
        """Whether another sample is asked for, after so many that failed."""
        return self.belief is None or self.belief.failed(failed).is_worth(self.tokens, worth)


@dataclass(frozen=True, slots=True)
class Conditions:
    """Under which rungs are climbed: who is asked, and what a proof is worth and a prompt costs, in tokens.

    `tokens_per_s` is how fast a reply comes; those side by side do not slow each other down.
    """

    offer: Offer
    worth: float
    prompt: float
    tokens_per_s: float = TOKENS_PER_S


@dataclass(slots=True)
class Climb:
    """Rungs one after the other, within `left_s` seconds if all of them fail.

    `chance` is that of a proof so far; tokens and seconds are those that it takes on average.
    """

    under: Conditions
    left_s: float
    chance: float = 0.0
    prompts: float = 0.0
    replies: float = 0.0
    elapsed_s: float = 0.0

    def up(self, rungs: Iterable[Rung]) -> Climb:
        for rung in rungs:
            self._climb(rung)
        return self

    def _climb(self, rung: Rung) -> None:
        """Of replies that the context or the time cuts off, as large a part is whole as has come of each."""
        reached, asked, own = 1 - self.chance, 0, 0.0
        while asked < rung.samples and self.left_s > 0 and rung.is_worth(asked, self.under.worth):
            more = min(rung.together, rung.samples - asked)
            length = self._length(rung)
            share = length / rung.tokens
            found = [own + share * (rung.within(asked + n) - rung.within(asked)) for n in range(more + 1)]
            self._pay([min(reached, 1 - chance) for chance in found[:-1]], length)
            own, asked = found[-1], asked + more
            self.chance = max(self.chance, own)

    def _length(self, rung: Rung) -> float:
        """Tokens of a reply that there is room and time for."""
        room = min(rung.tokens, self.under.offer.context // 2)
        return min(room, self.left_s * self.under.tokens_per_s)

    def _pay(self, asked: list[float], length: float) -> None:
        """For samples side by side, each by the chance that it is asked for."""
        lasts_s = length / self.under.tokens_per_s
        self.prompts += sum(asked) * self.under.prompt
        self.replies += sum(asked) * length
        self.elapsed_s += asked[0] * lasts_s
        self.left_s -= lasts_s

    @property
    def tokens(self) -> float:
        return self.prompts + self.replies

    @property
    def dollars(self) -> float:
        offer = self.under.offer
        return (self.prompts * offer.price_in + self.replies * offer.price_out) / _MILLION


def estimate(rungs: tuple[Rung, ...], under: Conditions, seconds: float, planner: Offer | None) -> Estimated:
    """What climbing `rungs` will come to, and behind them one sketch by `planner`, where there is one.

    Its claims are goals like the first, proved side by side, and no sketch is drawn below it.
    """
    climb = Climb(under, seconds).up(rungs)
    tokens, dollars, elapsed_s = climb.tokens, climb.dollars, climb.elapsed_s
    if planner and climb.left_s > 0:
        reached = 1 - climb.chance
        sketch = Climb(Conditions(planner, under.worth, under.prompt, under.tokens_per_s), climb.left_s)
        sketch.up([Rung(QUICK_TOKENS, 1, 1)])
        below = Climb(under, sketch.left_s).up(rungs)
        tokens += reached * (sketch.tokens + CLAIMS * below.tokens)
        dollars += reached * (sketch.dollars + CLAIMS * below.dollars)
        elapsed_s += reached * (sketch.elapsed_s + below.elapsed_s)
    return Estimated(round(climb.chance, 3), round(tokens), round(dollars, 4), round(elapsed_s, 1))
