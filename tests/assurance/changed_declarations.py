"""Changes of declarations: their statements, kinds and marks, and all that belongs to inductive types."""

from __future__ import annotations

import copy
import random

from tests.assurance.records import (
    DECLARED,
    VALUED,
    Record,
    Records,
    change_list,
    declared,
    members,
    near,
    one,
)

_COUNTS = ("numParams", "numIndices", "numNested", "numMotives", "numMinors", "numFields", "cidx")
_FLAGS = ("isRec", "isReflexive", "k")


def statement(records: Records, chance: random.Random) -> None:
    """The type or the value of another declaration before, or another term."""
    found = declared(records, *VALUED)
    _, value = one(found, chance)
    key = chance.choice(("type", "value"))
    value[key] = chance.choice(
        (one(found, chance)[1][chance.choice(("type", "value"))], near(value[key], chance))
    )


def kind(records: Records, chance: random.Random) -> None:
    record = one([record for record in records if set(VALUED) & record.keys()], chance)
    (old,) = record
    value = record.pop(old)
    new = chance.choice([kind for kind in (*VALUED, "axiom") if kind != old])
    common = {key: value[key] for key in ("name", "levelParams", "type")}
    rest = {} if new == "axiom" else {"value": value["value"], "all": value["all"]}
    marks: Record = {"hints": {"regular": 1}, "safety": "safe"} if new == "def" else {}
    record[new] = common | rest | marks | ({"isUnsafe": False} if new in ("axiom", "opaque") else {})


def hints(records: Records, chance: random.Random) -> None:
    _, value = one(declared(records, "def"), chance)
    value["hints"] = chance.choice(("opaque", "abbrev", {"regular": 0}, {"regular": 4_000_000_000}))


def safety(records: Records, chance: random.Random) -> None:
    everything = [value for _, value in declared(records, *VALUED, "axiom")]
    value = one([*everything, *members(records, "types"), *members(records, "recs")], chance)
    if "safety" in value:
        value["safety"] = chance.choice(("unsafe", "partial"))
    else:
        value["isUnsafe"] = True


def parameters(records: Records, chance: random.Random) -> None:
    everything = [value for _, value in declared(records, *VALUED, "axiom", "quot")]
    groups = [*members(records, "types"), *members(records, "ctors"), *members(records, "recs")]
    change_list(
        one([*everything, *groups], chance)["levelParams"],
        chance,
        one([r["in"] for r in records if "in" in r], chance),
    )


def count(records: Records, chance: random.Random) -> None:
    member = one([m for part in ("types", "ctors", "recs") for m in members(records, part)], chance)
    key = one([key for key in _COUNTS if key in member], chance)
    member[key] = max(0, member[key] + chance.choice((-1, 1)))


def flag(records: Records, chance: random.Random) -> None:
    member = one([*members(records, "types"), *members(records, "recs")], chance)
    key = one([key for key in _FLAGS if key in member], chance)
    member[key] = not member[key]


def type_in_a_group(records: Records, chance: random.Random) -> None:
    member = one([m for part in ("types", "ctors", "recs") for m in members(records, part)], chance)
    member["type"] = near(member["type"], chance)


def names_in_a_group(records: Records, chance: random.Random) -> None:
    member = one([*members(records, "types"), *members(records, "recs")], chance)
    names = member[one([key for key in ("all", "ctors") if key in member], chance)]
    change_list(names, chance, one([r["in"] for r in records if "in" in r], chance))


def rule(records: Records, chance: random.Random) -> None:
    rules = one([m["rules"] for m in members(records, "recs") if m["rules"]], chance)
    rule = chance.choice(rules)
    match chance.randrange(4):
        case 0:
            rule["nfields"] = max(0, rule["nfields"] + chance.choice((-1, 1)))
        case 1:
            rule["rhs"] = chance.choice((chance.choice(rules)["rhs"], near(rule["rhs"], chance)))
        case 2:
            rule["ctor"] = chance.choice(rules)["ctor"]
        case _:
            change_list(rules, chance, copy.deepcopy(rule))


def members_of_a_group(records: Records, chance: random.Random) -> None:
    _, group = one(declared(records, "inductive"), chance)
    part = one([part for part in ("types", "ctors", "recs") if group[part]], chance)
    change_list(group[part], chance, copy.deepcopy(chance.choice(group[part])))


def quotient(records: Records, chance: random.Random) -> None:
    _, value = one(declared(records, "quot"), chance)
    value["kind"] = chance.choice(("type", "ctor", "lift", "ind"))


def declarations(records: Records, chance: random.Random) -> None:
    """One left out, twice, or before another."""
    places = [at for at, record in enumerate(records) if set(DECLARED) & record.keys()]
    at, other = one(places, chance), one(places, chance)
    match chance.randrange(3):
        case 0:
            del records[at]
        case 1:
            records.insert(at, copy.deepcopy(records[at]))
        case _:
            records[at], records[other] = records[other], records[at]
