"""A few values of each type, small ones first, with the Lean terms that they are.

A type variable is taken to be a type with a few elements: `Bool`, or `Fin n`,
whose quantifiers Lean decides. The functions, predicates
and relations on those are all there is, as long as there are not too many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice, product
from typing import Any

from app.models.expression import Term
from app.models.refuting import sample_functions
from app.models.semantics import BOOL, INT, NAT, PROP

_MOST = 40  # values of one type
_MOST_RELATIONS = 512
_NUMBERS = {1: 170, 2: 13, 3: 8, 4: 5}  # natural numbers that are tried, by how many there are to choose
_LOOKED_AT = 7  # natural numbers that a quantifier looks at
_MANY = 64


@dataclass(frozen=True, slots=True)
class Sample:
    """A value and the Lean term that it is."""

    value: Any
    lean: str

    @property
    def argument(self) -> str:
        """The term as it stands behind a function."""
        return self.lean if _is_word(self.lean) else f"({self.lean})"


def _is_word(text: str) -> bool:
    return (" " not in text and text[:1] != "-") or text[0] + text[-1] in ("{}", "[]", "⟨⟩", "()")


@cache
def values_of(type_: Term, numbers: int = 5) -> tuple[tuple[Sample, ...], bool]:
    """Values of a type, and whether they are all; `numbers` is how many natural numbers to take.

    Raises KeyError for a type of which no values are known.
    """
    most = numbers * 2 if type_ in (NAT, INT) else _MOST_RELATIONS if _is_relation(type_) else _MOST
    found = tuple(islice(_generated(type_, numbers), most + 1))
    return found[:most], len(found) == _size(type_)


def is_finite(type_: Term) -> bool:
    return _size(type_) is not None


@cache
def _size(type_: Term) -> int | None:
    """How many values a type has, None where these are too many to count or are not known."""
    inner = [_size(arg) for arg in type_.args] if type_.head != "Fin" else []
    if None in inner:
        return None
    sizes = [size for size in inner if size is not None]
    match type_.head, sizes:
        case (("Empty" | "Unit" | "Bool" | "Prop"), []):
            return {"Empty": 0, "Unit": 1}.get(type_.head, 2)
        case "Fin", _ if len(type_.args) == 1 and type_.args[0].head.isdigit():
            return int(type_.args[0].head)
        case "ULift", [size]:
            return size
        case "Option", [size]:
            return size + 1
        case "×", [one, other]:
            return one * other
        case "Set", [size] if size < _MANY:
            return int(2**size)
        case "→", [one, other] if one < _MANY:
            return int(other**one)
        case _:
            return None


def _is_relation(type_: Term) -> bool:
    return type_.head == "→" and type_.args[1].head == "→" and type_.args[1].args[1] == PROP


def _generated(type_: Term, numbers: int) -> Iterator[Sample]:
    match type_.head, type_.args:
        case "Nat", ():
            yield from (Sample(n, str(n)) for n in range(numbers))
        case "Int", ():
            yield from (Sample(n, str(n)) for m in range(numbers) for n in ((m, -m) if m else (0,)))
        case "Bool", ():
            yield from (Sample(True, "true"), Sample(False, "false"))
        case "Prop", ():
            yield from (Sample(True, "True"), Sample(False, "False"))
        case "Unit", ():
            yield Sample((), "()")
        case "Empty", ():
            return
        case "Fin", (size,):
            yield from (Sample(n, str(n)) for n in range(min(int(size.head), 12)))
        case "ULift", (inner,):
            yield from (Sample(s.value, f"⟨{s.lean}⟩") for s in values_of(inner, numbers)[0])
        case "List", (item,):
            yield from _lists(item)
        case "Option", (item,):
            yield Sample(None, "none")
            yield from (Sample((s.value,), f"some {s.argument}") for s in values_of(item, 3)[0])
        case "×", (one, other):
            pairs = product(values_of(one, 3)[0], values_of(other, 3)[0])
            yield from (Sample((a.value, b.value), f"({a.lean}, {b.lean})") for a, b in pairs)
        case "Set", (item,):
            yield from _subsets(item)
        case "→", (item, result):
            yield from _functions(item, result)
        case _:
            raise KeyError(type_.head)


def _lists(item: Term) -> Iterator[Sample]:
    items = values_of(item, 3)[0][:3]
    for length in range(4):
        for chosen in product(items, repeat=length):
            yield Sample(tuple(s.value for s in chosen), f"[{', '.join(s.lean for s in chosen)}]")


def _subsets(item: Term) -> Iterator[Sample]:
    if not is_finite(item) or item == PROP:
        yield from (Sample(value, text) for value, text in sample_functions.sets(item))
        return
    items, whole = values_of(item, 3)
    for size in range(min(len(items), 4) + 1):
        yield from (_subset(item, items, chosen) for chosen in sample_functions.subsets(items, size))
    if len(items) > 4 and whole:
        yield Sample(lambda _: True, "Set.univ")


def _subset(item: Term, items: tuple[Sample, ...], chosen: tuple[Sample, ...]) -> Sample:
    text = (
        "∅" if not chosen else "Set.univ" if chosen == items else f"{{{', '.join(s.lean for s in chosen)}}}"
    )
    return Sample(_among(item, chosen), text)


def _among(item: Term, chosen: tuple[Sample, ...]) -> Callable[[Any], bool]:
    key = key_of(item)
    return frozenset(key(s.value) for s in chosen).__contains__ if key is _itself else _with_key(key, chosen)


def _with_key(key: Callable[[Any], Any], chosen: tuple[Sample, ...]) -> Callable[[Any], bool]:
    keys = frozenset(key(s.value) for s in chosen)
    return lambda value: key(value) in keys


def _itself(value: Any) -> Any:
    return value


def key_of(type_: Term) -> Callable[[Any], Any]:
    """What tells values of a finite type apart: of a function the table of its values."""
    if type_.head not in ("→", "Set"):
        return _itself
    places = values_of(type_.args[0])[0]
    inner = key_of(type_.args[1]) if type_.head == "→" else _itself
    return lambda value: tuple(inner(value(place.value)) for place in places)


def _functions(item: Term, result: Term) -> Iterator[Sample]:
    if item == PROP or not is_finite(item):
        yield from (Sample(value, text) for value, text in sample_functions.rules(item, result))
        if result not in (NAT, INT, PROP) and result.head != "→":
            yield from (Sample(_constant(s.value), f"fun _ => {s.lean}") for s in values_of(result, 3)[0][:3])
        return
    if result.head == "→" and is_finite(result.args[0]) and result.args[0] != PROP:
        yield from _of_two(item, result.args[0], result.args[1])
        return
    items, results, key = values_of(item, 3)[0][:9], values_of(result, 3)[0][:6], key_of(item)
    for table in sample_functions.tables(len(items), len(results)):
        values = [results[n] for n in table]
        mapping = {key(s.value): r.value for s, r in zip(items, values, strict=True)}
        text = sample_functions.table_text([s.lean for s in items], [r.lean for r in values], item, result)
        yield Sample(_looked_up(mapping, key), text)


def _looked_up(mapping: dict[Any, Any], key: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return mapping.__getitem__ if key is _itself else lambda value: mapping[key(value)]


def _of_two(item: Term, other: Term, result: Term) -> Iterator[Sample]:
    """Functions and relations of two arguments."""
    firsts, seconds, results = values_of(item, 3)[0], values_of(other, 3)[0], values_of(result, 3)[0][:3]
    if len(firsts) * len(seconds) > 9:
        return
    pairs = list(product(firsts, seconds))
    one, two = key_of(item), key_of(other)
    for table in sample_functions.tables(len(pairs), len(results)):
        values = [results[n] for n in table]
        mapping = {(one(a.value), two(b.value)): r.value for (a, b), r in zip(pairs, values, strict=True)}
        text = sample_functions.relation_text(
            [(a.lean, b.lean) for a, b in pairs], [r.lean for r in values], result
        )
        yield Sample(_curried(mapping, one, two), text)


def _curried(
    mapping: dict[tuple[Any, Any], Any], one: Callable[[Any], Any], two: Callable[[Any], Any]
) -> Callable[[Any], Any]:
    if one is _itself and two is _itself:
        return lambda a: lambda b: mapping[a, b]
    return lambda a: lambda b: mapping[one(a), two(b)]


def _constant(value: Any) -> Any:
    return lambda _: value


@cache
def looked_at(type_: Term) -> tuple[tuple[Any, ...], bool]:
    """The values that a quantifier looks at. Raises KeyError as `values_of` does."""
    found, whole = values_of(type_, _LOOKED_AT)
    return tuple(sample.value for sample in found[:_MOST]), whole and len(found) <= _MOST


def supposed(type_: Term) -> tuple[tuple[Any, ...], bool]:
    """The same as if these were all: what holds of them is likely, and no more."""
    return looked_at(type_)[0], True


def numbers_for(variables: int) -> int:
    """How many natural numbers to try for each of so many variables."""
    return _NUMBERS.get(variables, 3)


# Types that a type variable may stand for, with their Lean names; those with two elements tell the most.
TYPES: Mapping[str, Term] = {
    "Bool": BOOL, "Nat": NAT, **{f"Fin {n}": Term("Fin", (Term(str(n)),)) for n in (0, 1, 3)},
}  # fmt: skip
