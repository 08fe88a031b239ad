"""Changes inside of terms and levels: a part of one is another that was written before."""

from __future__ import annotations

import copy
import random

from tests.assurance.records import Records, Unfit, change_list, one, terms

_BINDERS = ("default", "implicit", "strictImplicit", "instImplicit")


def _before(records: Records, index: str, number: int, chance: random.Random) -> int:
    """A name, level or term written before the one with this number; near ones more often than far."""
    if number <= (0 if index == "ie" else -1):
        raise Unfit
    return max(0, number - 1 - int(abs(chance.gauss(0, 1)) * max(1, number / 8))) if number else 0


def part_of_a_term(records: Records, chance: random.Random) -> None:
    record = one(terms(records, "app", "lam", "forallE", "letE", "proj"), chance)
    kind = next(key for key in record if key != "ie")
    part = one(
        [key for key in ("fn", "arg", "type", "body", "value", "struct") if key in record[kind]], chance
    )
    record[kind][part] = _before(records, "ie", record["ie"], chance)


def swapped_parts(records: Records, chance: random.Random) -> None:
    value = one(terms(records, "app"), chance)["app"]
    value["fn"], value["arg"] = value["arg"], value["fn"]


def function_for_type(records: Records, chance: random.Random) -> None:
    record = one(terms(records, "lam", "forallE"), chance)
    old, new = ("lam", "forallE") if "lam" in record else ("forallE", "lam")
    record[new] = record.pop(old)


def binder(records: Records, chance: random.Random) -> None:
    record = one(terms(records, "lam", "forallE"), chance)
    next(value for key, value in record.items() if key != "ie")["binderInfo"] = chance.choice(_BINDERS)


def variable(records: Records, chance: random.Random) -> None:
    record = one(terms(records, "bvar"), chance)
    record["bvar"] = max(0, record["bvar"] + chance.choice((-1, 1, 1, 2)))


def constant(records: Records, chance: random.Random) -> None:
    record, other = one(terms(records, "const"), chance), one(terms(records, "const"), chance)
    key = chance.choice(("name", "us"))
    record["const"][key] = copy.deepcopy(other["const"][key])


def universes_of_a_constant(records: Records, chance: random.Random) -> None:
    us = one([r["const"]["us"] for r in terms(records, "const") if r["const"]["us"]], chance)
    change_list(us, chance, one([0, *(record["il"] for record in records if "il" in record)], chance))


def sort(records: Records, chance: random.Random) -> None:
    record = one(terms(records, "sort"), chance)
    levels = [r["il"] for r in records if "il" in r and records.index(r) < records.index(record)]
    record["sort"] = chance.choice([0, *levels])


def level(records: Records, chance: random.Random) -> None:
    record = one([record for record in records if "il" in record], chance)
    kind = next(key for key in record if key != "il")
    if kind in ("max", "imax") and chance.random() < 0.5:
        record["imax" if kind == "max" else "max"] = record.pop(kind)
    elif kind in ("max", "imax"):
        record[kind][chance.randrange(2)] = chance.randrange(record["il"])
    elif kind == "succ":
        record[kind] = chance.randrange(record["il"])
    else:
        record[kind] = one([r["param"] for r in records if "param" in r], chance)


def number(records: Records, chance: random.Random) -> None:
    record = one(terms(records, "natVal"), chance)
    record["natVal"] = str(max(0, int(record["natVal"]) + chance.choice((-1, 1, 1 << 64))))


def text(records: Records, chance: random.Random) -> None:
    one(terms(records, "strVal"), chance)["strVal"] += "x"


def projection(records: Records, chance: random.Random) -> None:
    value = one(terms(records, "proj"), chance)["proj"]
    if chance.random() < 0.5:
        value["idx"] = max(0, value["idx"] + chance.choice((-1, 1, 1, 2)))
    else:
        value["typeName"] = one(terms(records, "const"), chance)["const"]["name"]


def let(records: Records, chance: random.Random) -> None:
    value = one(terms(records, "letE"), chance)["letE"]
    value["nondep"] = not value["nondep"]
