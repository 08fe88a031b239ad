"""Why two kernels say different things of an export, where that is known and no fault of either."""

from __future__ import annotations

import copy
import random
from collections.abc import Sequence

from app.kernel import natural
from app.kernel.admission import admit
from app.kernel.environment import Environment
from app.kernel.inference import Checker
from app.kernel.outcome import Refused, Undecided
from app.kernel.reading import Reader
from tests.assurance.records import Record, Records, declared, read, written

STRICTER = (
    *("has another statement", "is not what it is called", "to be what it is called", "literals take it"),
    *("has other universe parameters", "a declaration without a name"),
    *(f"{name} has " for name in ("Char.ofNat", "List.nil", "List.cons", "String.ofList")),  # in literals
)
"""What our kernel says where it is stricter by intention."""
_ASSIGNMENTS = 200
Meaning = tuple[int, ...]


def mended(records: Records, export: bytes) -> bytes:
    """A changed export without those changes that one of the kernels need not notice.

    Lean's kernel takes the members of a group by their names and makes recursors itself, so that one may be
    left out; ours does not read to which group a recursor says that it belongs, lets its own universe have
    any name, and knows levels to be equal that Lean's does not.
    """
    changed = _with_levels(records, _with_universes(records, read(export)))
    known = {group["types"][0]["name"]: group["recs"] for _, group in declared(records, "inductive")}
    for _, group in declared(changed, "inductive"):
        names = [type_["name"] for type_ in group["types"]]
        before = known.get(names[0], []) if names else []
        listed = [name for type_ in group["types"] for name in type_["ctors"]]
        group["ctors"] = _ordered(group["ctors"], listed)
        group["recs"] = _ordered([*group["recs"], *copy.deepcopy(before)], [each["name"] for each in before])
        for each in group["recs"]:
            each["all"] = names
    return written(changed)


def _ordered(members: Records, names: list[int]) -> Records:
    """The first member of each name, those that are listed in the order of the list."""
    first = {member["name"]: member for member in reversed(members)}
    return sorted(
        first.values(), key=lambda each: names.index(each["name"]) if each["name"] in names else len(names)
    )


def _with_universes(records: Records, changed: Records) -> Records:
    """The changed records with the universe parameters of recursors called as before."""
    before = {record["in"]: record for record in records if "in" in record}
    recursors = [each for _, group in declared(records, "inductive") for each in group["recs"]]
    ours = {name for each in recursors for name in each["levelParams"]}
    return [before[record["in"]] if record.get("in") in ours else record for record in changed]


def _with_levels(records: Records, changed: Records) -> Records:
    """The changed records, where each level that means the same as before is written as before.

    Those of before stand behind those of the changed export. Names do not depend on levels, nor both on
    terms, so that they may come first.
    """
    names, levels = ([record for record in changed if index in record] for index in ("in", "il"))
    rest = [record for record in changed if "in" not in record and "il" not in record]
    before = [_moved(record, len(levels)) for record in records if "il" in record]
    old, new = _meanings(records), _meanings(changed)
    terms = {record["ie"]: record for record in records if "ie" in record}

    def place(was: int, now: int) -> int:
        return was + len(levels) if was and old[was] == new.get(now) else now

    for record in rest:
        was = terms.get(record.get("ie", -1), {})
        if "sort" in was and "sort" in record:
            record["sort"] = place(was["sort"], record["sort"])
        elif "const" in was and "const" in record and len(was["const"]["us"]) == len(record["const"]["us"]):
            record["const"]["us"] = list(map(place, was["const"]["us"], record["const"]["us"]))
    return [*rest[:1], *names, *levels, *before, *rest[1:]]


def _moved(record: Record, by: int) -> Record:
    """A level whose number, and those of its parts but zero, are greater."""
    moved: Record = {}
    for kind, value in record.items():
        if kind in ("max", "imax"):
            moved[kind] = [part + by if part else 0 for part in value]
        else:
            moved[kind] = value if kind == "param" else value + by if value else 0
    return moved


def _meanings(records: Records) -> dict[int, Meaning]:
    """For each level what it comes to, for many values of the parameters."""
    chance = random.Random(0)  # noqa: S311 - to be repeatable
    values = [{} for _ in range(_ASSIGNMENTS)]  # type: list[dict[int, int]]
    for name in sorted({record["param"] for record in records if "param" in record}):
        for assignment in values:
            assignment[name] = chance.choice((0, 0, 1, 2, 3))
    found: dict[int, Meaning] = {0: (0,) * _ASSIGNMENTS}
    for record in records:
        if "il" in record:
            found[record["il"]] = _meaning(record, found, values)
    return found


def _meaning(record: Record, found: dict[int, Meaning], values: Sequence[dict[int, int]]) -> Meaning:
    unknown = (-1,) * _ASSIGNMENTS  # of a level that stands behind
    if "param" in record:
        return tuple(assignment[record["param"]] for assignment in values)
    if "succ" in record:
        return tuple(value + 1 for value in found.get(record["succ"], unknown))
    kind = "max" if "max" in record else "imax"
    left, right = (found.get(level, unknown) for level in record[kind])
    pairs = zip(left, right, strict=True)
    return tuple(0 if kind == "imax" and not b else max(a, b) for a, b in pairs)


def reason(export: bytes, ours: str) -> str:
    """Why our kernel may reject what Lean's accepts, for what it says; or nothing."""
    if any(words in ours for words in STRICTER):
        return "ours is stricter by intention"
    if _other_numbers(export):
        return "Lean's computes with a function on numbers for its name, which is another one here"
    return ""


def _other_numbers(export: bytes) -> bool:
    """Whether one of the functions that Lean's kernel computes by name is not what it is called."""
    checker = Checker(Environment(), float("inf"))
    try:
        for declaration in Reader(float("inf")).read(export.splitlines()):
            admit(checker, declaration)
    except (Refused, Undecided, RecursionError):
        pass
    return bool(checker.constants.keys() & natural.FUNCTIONS.keys() - checker.environment.fast.keys())
