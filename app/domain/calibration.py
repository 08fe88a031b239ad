"""How estimates have held: what was predicted of jobs, against what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from app.domain.events import Estimated, Event, NodeClosed, NodeTried, Open

TENTHS = 10


@dataclass(frozen=True, slots=True)
class Prediction:
    """The chance and the tokens that were predicted of a job, whether models have `succeeded`, and the tokens
    that they `spent`.
    """

    chance: float
    tokens: int
    succeeded: bool
    spent: int


@dataclass(frozen=True, slots=True)
class CutShort:
    """Something else ended a job before models were done, which says nothing about what was predicted."""


@dataclass(frozen=True, slots=True)
class Tenth:
    """The predictions of one tenth of all chances: their mean, and the share of those that came true.

    `lowest` is the least chance that belongs here.
    """

    lowest: float
    predicted: float
    observed: float
    count: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """`brier` is the mean square of what chances were wrong by: 0 is perfect, 0.25 what a coin's toss earns.

    `tokens_ratio` is the median of tokens spent for each that was predicted, None where none were.
    """

    count: int
    brier: float
    tenths: tuple[Tenth, ...]
    tokens_ratio: float | None


def prediction(journal: Sequence[Event]) -> Prediction | CutShort | None:
    """What the journal of a job that has ended says of its first estimate; None where it had none.

    Models have succeeded where the goal was closed by way of its tree and the final check has not refused
    that; they have failed where the job was left open.
    """
    first = next((place for place, event in enumerate(journal) if isinstance(event, Estimated)), None)
    if first is None:
        return None
    estimated, after = journal[first], journal[first + 1 :]
    failed = any(isinstance(event, Open) for event in after)
    succeeded = not failed and any(isinstance(event, NodeClosed) and not event.node for event in after)
    if not isinstance(estimated, Estimated) or not (succeeded or failed):
        return CutShort()
    spent = sum(event.tokens for event in after if isinstance(event, NodeTried))
    return Prediction(estimated.chance, estimated.tokens, succeeded, spent)


def calibrated(predictions: Sequence[Prediction]) -> Calibration | None:
    """How they have held; None where there are none."""
    if not predictions:
        return None
    brier = fmean((each.chance - each.succeeded) ** 2 for each in predictions)
    ratios = [each.spent / each.tokens for each in predictions if each.tokens]
    return Calibration(
        len(predictions), brier, tuple(_tenths(predictions)), median(ratios) if ratios else None
    )


def _tenths(predictions: Sequence[Prediction]) -> Iterable[Tenth]:
    """Those that hold any; a chance of 1 belongs to the last."""
    for number in range(TENTHS):
        inside = [each for each in predictions if min(int(each.chance * TENTHS), TENTHS - 1) == number]
        if inside:
            predicted = fmean(each.chance for each in inside)
            observed = fmean(each.succeeded for each in inside)
            yield Tenth(number / TENTHS, predicted, observed, len(inside))
