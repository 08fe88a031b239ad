"""Functions, predicates, relations and sets as a reader would write them, the likely ones first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product
from typing import Any, TypeVar

from app.models.expression import Term
from app.models.semantics import BOOL, INT, NAT, PROP

Described = tuple[Callable[[Any], Any], str]
_Item = TypeVar("_Item")


def subsets(items: Sequence[_Item], size: int) -> Iterator[tuple[_Item, ...]]:
    return combinations(items, size)


def tables(places: int, values: int) -> Iterator[tuple[int, ...]]:
    """All ways to give each place one of the values, by number."""
    return product(range(values), repeat=places)


def table_text(places: Sequence[str], values: Sequence[str], domain: Term, result: Term) -> str:
    """The function with such a table of values."""
    if not places:
        return "fun _ => True" if result == PROP else "fun x => x.elim0"
    if len(set(values)) == 1:
        return f"fun _ => {values[0]}"
    if list(values) == list(places):
        return "fun x => x"
    if domain == BOOL and result == BOOL:
        return "fun x => !x"
    if result == PROP:
        return f"fun x => {_shorter(places, values, 'x = {}')}"
    text = values[-1]
    for place, value in reversed(list(zip(places, values, strict=True))[:-1]):
        text = f"if x = {place} then {value} else {text}"
    return f"fun x => {text}"


def relation_text(pairs: Sequence[tuple[str, str]], values: Sequence[str], result: Term) -> str:
    """The function of two arguments with such a table of values."""
    table = dict(zip(pairs, values, strict=True))
    if len(set(values)) <= 1:
        return f"fun _ _ => {values[0] if values else True}"
    if all(value == one for (one, _), value in table.items()):
        return "fun x _ => x"
    if all(value == other for (_, other), value in table.items()):
        return "fun _ y => y"
    if result != PROP:
        return _operation_text(table)
    return f"fun {_relation(table)}"


def _operation_text(table: dict[tuple[str, str], str]) -> str:
    text = list(table.values())[-1]
    for (one, other), value in reversed(list(table.items())[:-1]):
        text = f"if x = {one} ∧ y = {other} then {value} else {text}"
    return f"fun x y => {text}"


def _relation(table: dict[tuple[str, str], str]) -> str:
    firsts, seconds = list(dict.fromkeys(a for a, _ in table)), list(dict.fromkeys(b for _, b in table))
    rows = [[table[a, b] for b in seconds] for a in firsts]
    if all(row == rows[0] for row in rows):
        return f"_ y => {_shorter(seconds, rows[0], 'y = {}')}"
    if all(len(set(row)) == 1 for row in rows):
        return f"x _ => {_shorter(firsts, [row[0] for row in rows], 'x = {}')}"
    true = [pair for pair, value in table.items() if value == "True"]
    texts = [_pairs(true), f"¬({_pairs([p for p in table if p not in true])})"]
    if firsts == seconds:
        equal = [(a, a) for a in firsts]
        if set(equal) <= set(true):
            texts += [
                "x = y"
                if len(true) == len(equal)
                else f"x = y ∨ {_pairs([p for p in true if p not in equal])}"
            ]
        if not set(equal) & set(true):
            apart = [p for p in table if p not in true and p not in equal]
            texts += [f"x ≠ y ∧ ¬({_pairs(apart)})" if apart else "x ≠ y"]
    return f"x y => {min(texts, key=len)}"


def _pairs(pairs: Sequence[tuple[str, str]]) -> str:
    return " ∨ ".join(f"x = {one} ∧ y = {other}" for one, other in pairs)


def _shorter(places: Sequence[str], values: Sequence[str], form: str) -> str:
    """A predicate by where it is true, or by where it is not."""
    true = [form.format(p) for p, value in zip(places, values, strict=True) if value == "True"]
    false = [
        form.format(p).replace("=", "≠") for p, value in zip(places, values, strict=True) if value != "True"
    ]
    return " ∨ ".join(true) if len(true) <= len(false) else " ∧ ".join(false)


_ON_NUMBERS: tuple[Described, ...] = (
    (lambda n: n == 0, "n = 0"),
    (lambda n: n == 1, "n = 1"),
    (lambda n: n % 2 == 0, "n % 2 = 0"),
    (lambda n: n >= 1, "1 ≤ n"),
    (lambda n: n <= 1, "n ≤ 1"),
    (lambda n: n == 2, "n = 2"),
)


def predicates(domain: Term) -> Iterator[Described]:
    """Predicates on an infinite type, or on propositions."""
    if domain in (NAT, INT):
        yield from ((value, f"fun n => {text}") for value, text in _ON_NUMBERS)
    if domain == PROP:
        yield lambda p: p, "fun p => p"
        yield lambda p: None if p is None else not p, "fun p => ¬p"
    yield lambda _: True, "fun _ => True"
    yield lambda _: False, "fun _ => False"


def sets(item: Term) -> Iterator[Described]:
    """Sets of elements of an infinite type."""
    yield lambda _: False, "∅"
    if item in (NAT, INT):
        yield lambda n: n == 0, "{0}"
        yield lambda n: n == 1, "{1}"
        yield lambda n: n in (0, 1), "{0, 1}"
    yield lambda _: True, "Set.univ"
    if item in (NAT, INT):
        yield lambda n: n == 2, "{2}"
        yield from ((value, f"{{n | {text}}}") for value, text in _ON_NUMBERS[2:4])


def rules(domain: Term, result: Term) -> Iterator[Described]:
    """Functions of a number: the usual suspects."""
    if result == PROP:
        yield from predicates(domain)
    elif result in (NAT, INT):
        yield from _of_numbers(domain, result)
    elif result == BOOL and domain in (NAT, INT):
        yield lambda n: n == 0, "fun n => n == 0"
        yield lambda n: n == 1, "fun n => n == 1"
    elif domain == NAT and result.head == "→":
        yield from _of_two_numbers(result)


def _of_numbers(domain: Term, result: Term) -> Iterator[Described]:
    if (domain, result) == (INT, NAT):
        yield abs, "fun n => n.natAbs"
    elif domain in (NAT, INT):
        yield lambda n: n, "fun n => n"
    yield lambda n: 0, "fun _ => 0"
    if domain in (NAT, INT) and domain == result:
        yield lambda n: n + 1, "fun n => n + 1"
        yield lambda n: 2 * n, "fun n => 2 * n"
    yield lambda n: 1, "fun _ => 1"
    if domain == result == NAT:
        yield lambda n: max(0, n - 1), "fun n => n - 1"
        yield lambda n: n // 2, "fun n => n / 2"
        yield lambda n: n % 2, "fun n => n % 2"
        yield lambda n: 1 if n == 0 else 0, "fun n => if n = 0 then 1 else 0"
    if domain == result and domain in (NAT, INT):
        yield lambda n: n * n, "fun n => n * n"
    if domain == INT and result == INT:
        yield lambda n: -n, "fun n => -n"


def _of_two_numbers(result: Term) -> Iterator[Described]:
    if result.args == (NAT, PROP):
        yield lambda a: lambda b: a == b, "fun a b => a = b"
        yield lambda a: lambda b: a <= b, "fun a b => a ≤ b"
        yield lambda a: lambda b: a < b, "fun a b => a < b"
        yield lambda a: lambda b: a + 1 == b, "fun a b => a + 1 = b"
        yield lambda a: lambda b: False, "fun _ _ => False"
        yield lambda a: lambda b: True, "fun _ _ => True"
    if result.args == (NAT, NAT):
        yield lambda a: lambda b: a + b, "fun a b => a + b"
        yield lambda a: lambda b: max(0, a - b), "fun a b => a - b"
        yield lambda a: lambda b: a, "fun a _ => a"
        yield lambda a: lambda b: 0, "fun _ _ => 0"
