"""An export as records, a line each, and what changes of all kinds need of it."""

from __future__ import annotations

import json
import random
from typing import Any

Record = dict[str, Any]
Records = list[Record]
VALUED = ("thm", "def", "opaque")
DECLARED = (*VALUED, "axiom", "quot", "inductive")


class Unfit(Exception):
    """There is nothing in the export that could be changed so."""


def read(export: bytes) -> Records:
    return [json.loads(line) for line in export.splitlines()]


def written(records: Records) -> bytes:
    return "".join(json.dumps(record) + "\n" for record in records).encode("ascii")


def one(found: list[Any], chance: random.Random) -> Any:
    if not found:
        raise Unfit
    return chance.choice(found)


def terms(records: Records, *kinds: str) -> Records:
    return [record for record in records if "ie" in record and (not kinds or set(kinds) & record.keys())]


def declared(records: Records, *kinds: str) -> list[tuple[str, Record]]:
    kinds = kinds or DECLARED
    return [(kind, record[kind]) for record in records for kind in kinds if kind in record]


def members(records: Records, part: str) -> Records:
    """The types, constructors or recursors of all groups."""
    return [member for _, group in declared(records, "inductive") for member in group[part]]


def near(number: int, chance: random.Random) -> int:
    return max(0, number - chance.randrange(1, 6))


def change_list(items: list[Any], chance: random.Random, another: Any) -> None:
    """Leave one out, put one in, exchange one, or change the order."""
    match chance.randrange(4):
        case 0 if items:
            del items[chance.randrange(len(items))]
        case 1:
            items.insert(chance.randrange(len(items) + 1), another)
        case 2 if items:
            items[chance.randrange(len(items))] = another
        case _:
            chance.shuffle(items)
