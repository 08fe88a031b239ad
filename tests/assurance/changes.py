"""Exports changed by chance in ways that keep the format."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator

from tests.assurance import changed_declarations as declarations
from tests.assurance import changed_terms as terms
from tests.assurance.records import Records, Unfit, written

Change = Callable[[Records, random.Random], None]
OFTEN: tuple[Change, ...] = (
    terms.part_of_a_term,
    terms.constant,
    terms.level,
    declarations.statement,
    declarations.rule,
)
CHANGES: tuple[Change, ...] = (
    *OFTEN,
    *OFTEN,
    *(terms.swapped_parts, terms.function_for_type, terms.binder, terms.variable, terms.sort, terms.number),
    *(terms.universes_of_a_constant, terms.text, terms.projection, terms.let),
    *(declarations.kind, declarations.hints, declarations.safety, declarations.parameters),
    *(declarations.count, declarations.flag, declarations.type_in_a_group, declarations.names_in_a_group),
    *(declarations.members_of_a_group, declarations.quotient, declarations.declarations),
)


def changes(records: Records, count: int, number: int) -> Iterator[tuple[str, bytes]]:
    """`count` changed exports with the words for what was done, the same for the same number."""
    chance = random.Random(number)  # noqa: S311 - to be repeatable
    while count:
        changed, done = copy.deepcopy(records), []
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            change = chance.choice(CHANGES)
            try:
                change(changed, chance)
            except Unfit:
                continue
            done.append(change.__name__.replace("_", " "))
        if done and changed != records:
            count -= 1
            yield " and ".join(done), written(changed)
