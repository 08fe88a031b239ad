"""A function with an accumulator: what holds for its first value is proved for every value.

The more general claim is guessed from the neutral element that the accumulator begins with, which is how one
is taught to find it: for `f l [] = g l` it is `f l acc = g l ++ acc`.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.proof import Proposal
from app.models.context import Context
from app.models.expression import Term, read
from app.models.text import shown
from app.models.unfolding import qualified

_NEUTRAL = {"0": ("{acc} + {rest}",), "1": ("{acc} * {rest}",), "[]": ("{rest} ++ {acc}", "{acc} ++ {rest}")}


def generalized(context: Context) -> Iterator[Proposal]:
    """The claim for every value of an accumulator, if the target is an equation about its first."""
    if context.inductive:
        return
    target = read(context.text, context.local)
    if target is None or target.head != "=":
        return
    for call, rest in (target.args, target.args[::-1]):
        for place, argument in enumerate(call.args):
            if argument.head in _NEUTRAL and not argument.args and _has_accumulator(call, context):
                yield from _for_every(context, call, place, rest)


def _has_accumulator(call: Term, context: Context) -> bool:
    own = {function.short for function in context.functions if function.recursive}
    return call.head == "foldl" or call.head in own


def _for_every(context: Context, call: Term, place: int, rest: Term) -> Iterator[Proposal]:
    acc, new = context.fresh("acc"), context.fresh("gen")
    first = call.args[place].head
    general = Term(call.head, (*call.args[:place], Term(acc), *call.args[place + 1 :]))
    for number, form in enumerate(_NEUTRAL[first]):
        right = form.format(acc=acc, rest=shown(qualified(rest, context)))
        claim = f"∀ {acc}, {shown(qualified(general, context), 0)} = {right}"
        why = f"It is easier to prove for every value of the accumulator: {claim}."
        yield Proposal(f"suffices {new} : {claim} by simpa using {new} {first}", why, cost=0.9 + number / 5)
