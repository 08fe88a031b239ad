"""The export file, line by line: the NDJSON format 3 of leanprover/lean4export (format_ndjson.md).

Nothing in the file is believed: an index must have been given before, once; a number must be a whole
number; a field must be there. What breaks the format is Refused.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app.kernel import levels, terms
from app.kernel.declarations import (
    Axiom,
    Constructed,
    Declaration,
    Eliminator,
    Family,
    Group,
    Quotient,
    Unfolding,
)
from app.kernel.environment import ABBREVIATION, THEOREM
from app.kernel.levels import Level
from app.kernel.names import ANONYMOUS, Name, child
from app.kernel.outcome import Refused, Undecided
from app.kernel.terms import Expr

MOST_DIGITS = 1 << 20
DIGITS_AT_ONCE = 4000
LINES_BETWEEN_LOOKS = 5000
MOST_NODES = 5_000_000
BINDERS = ("default", "implicit", "strictImplicit", "instImplicit")


class Reader:
    """Turns lines into declarations; `deadline` is on the monotonic clock, in seconds."""

    def __init__(self, deadline: float) -> None:
        self.deadline = deadline
        self.names: dict[int, Name] = {0: ANONYMOUS}
        self.levels: dict[int, Level] = {0: levels.zero}
        self.terms: dict[int, Expr] = {}
        self.declarations: list[Declaration] = []

    def read(self, lines: Iterable[str | bytes]) -> list[Declaration]:
        """All declarations, in order. Raises Refused, with the number of the line, and Undecided."""
        number = 0
        for number, line in enumerate(lines, start=1):
            if number % LINES_BETWEEN_LOOKS == 0:
                if time.monotonic() > self.deadline:
                    raise Undecided("the time was over while the file was read")
                if terms.nodes() > MOST_NODES:
                    raise Undecided("too many terms at once")
            try:
                self.line(line, number)
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
                raise Refused(f"line {number} is not of the format: {type(error).__name__}") from error
        if not self.declarations:
            raise Refused("the file declares nothing")
        return self.declarations

    def line(self, line: str | bytes, number: int) -> None:
        record = json.loads(line)
        if number == 1:
            version = record["meta"]["format"]["version"]
            if version.split(".")[0] != "3":
                raise Refused(f"version {version!r:.40} of the format is not known")
            return
        if "ie" in record:
            kind, value = _single(record, "ie")
            _give(self.terms, record["ie"], TERMS[kind](self, value))
        elif "in" in record:
            kind, value = _single(record, "in")
            _give(self.names, record["in"], self.name(kind, value))
        elif "il" in record:
            kind, value = _single(record, "il")
            _give(self.levels, record["il"], self.level(kind, value))
        else:
            ((kind, value),) = record.items()
            self.declarations.append(DECLARATIONS[kind](self, value))

    def name(self, kind: str, value: Any) -> Name:
        prefix = self.names[value["pre"]]
        if kind == "str":
            return child(prefix, _text(value["str"]))
        if kind == "num":
            return child(prefix, _index(value["i"]))
        raise KeyError(kind)

    def level(self, kind: str, value: Any) -> Level:
        if kind == "succ":
            return levels.succ(self.levels[value])
        if kind == "param":
            return levels.parameter(self.names[value])
        left, right = value
        made = {"max": levels.maximum, "imax": levels.impredicative}[kind]
        return made(self.levels[left], self.levels[right])

    def binder(self, make: Callable[[Expr, Expr], Expr], value: Any) -> Expr:
        if value["binderInfo"] not in BINDERS:
            raise KeyError(value["binderInfo"])
        return make(self.terms[value["type"]], self.terms[value["body"]])

    def const(self, value: Any) -> Expr:
        return terms.const(self.names[value["name"]], tuple([self.levels[each] for each in value["us"]]))

    def let(self, value: Any) -> Expr:
        of = self.terms
        return terms.let(of[value["type"]], of[value["value"]], of[value["body"]])

    def projection(self, value: Any) -> Expr:
        return terms.proj(self.names[value["typeName"]], _index(value["idx"]), self.terms[value["struct"]])

    def params(self, value: Any) -> tuple[Name, ...]:
        return tuple([self.names[each] for each in value["levelParams"]])

    def axiom(self, value: Any) -> Declaration:
        _safe(value)
        return Axiom(self.names[value["name"]], self.params(value), self.terms[value["type"]])

    def unfolding(self, kind: str, value: Any) -> Declaration:
        _safe(value)
        height = THEOREM
        if kind == "def":
            hints = value["hints"]
            if isinstance(hints, dict):
                height = _index(hints["regular"])
            else:
                height = {"abbrev": ABBREVIATION, "opaque": THEOREM}[hints]
        return Unfolding(
            self.names[value["name"]],
            self.params(value),
            self.terms[value["type"]],
            kind,
            self.terms[value["value"]],
            height,
        )

    def quotient(self, value: Any) -> Declaration:
        return Quotient(
            self.names[value["name"]], self.params(value), self.terms[value["type"]], _text(value["kind"])
        )

    def group(self, value: Any) -> Declaration:
        return Group(
            tuple(map(self.family, value["types"])),
            tuple(map(self.constructed, value["ctors"])),
            tuple(map(self.eliminator, value["recs"])),
        )

    def family(self, value: Any) -> Family:
        _safe(value)
        return Family(
            self.names[value["name"]],
            self.params(value),
            self.terms[value["type"]],
            _index(value["numParams"]),
            _index(value["numIndices"]),
            tuple([self.names[each] for each in value["all"]]),
            tuple([self.names[each] for each in value["ctors"]]),
            _index(value["numNested"]),
            _truth(value["isRec"]),
            _truth(value["isReflexive"]),
        )

    def constructed(self, value: Any) -> Constructed:
        _safe(value)
        return Constructed(
            self.names[value["name"]],
            self.params(value),
            self.terms[value["type"]],
            self.names[value["induct"]],
            _index(value["cidx"]),
            _index(value["numParams"]),
            _index(value["numFields"]),
        )

    def eliminator(self, value: Any) -> Eliminator:
        _safe(value)
        return Eliminator(
            self.names[value["name"]],
            self.params(value),
            self.terms[value["type"]],
            tuple(_index(value[key]) for key in ("numParams", "numMotives", "numMinors", "numIndices")),
            tuple(
                (self.names[rule["ctor"]], _index(rule["nfields"]), self.terms[rule["rhs"]])
                for rule in value["rules"]
            ),
            _truth(value["k"]),
        )


def _single(record: Mapping[str, Any], index: str) -> tuple[str, Any]:
    """The one key of `record` beside `index`, and its value."""
    first, second = record
    kind = second if first == index else first
    return kind, record[kind]


def _give(table: dict[int, Any], index: Any, made: Any) -> None:
    if _index(index) in table:
        raise ValueError("an index is given twice")
    table[index] = made


def _index(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise TypeError("not a natural number")
    return value


def _truth(value: Any) -> bool:
    if type(value) is not bool:
        raise TypeError("not a truth value")
    return value


def _text(value: Any) -> str:
    text: str = value
    text.encode()  # what is no text has no such method, and half of a pair of code units is no character
    return text


def _safe(value: Any) -> None:
    unsafe = value["safety"] != "safe" if "safety" in value else _truth(value.get("isUnsafe", False))
    if unsafe:
        raise Refused("a declaration is unsafe or partial")


def _number(value: Any) -> int:
    """A natural number of any length, up to MOST_DIGITS digits."""
    if not (_text(value).isascii() and value.isdigit()):
        raise ValueError("not a natural number")
    if len(value) > MOST_DIGITS:
        raise Undecided("a literal is too long")
    return _digits(value)


def _digits(text: str) -> int:
    if len(text) <= DIGITS_AT_ONCE:
        return int(text)
    half = len(text) // 2
    return int(_digits(text[:-half]) * 10**half + _digits(text[-half:]))


TERMS: dict[str, Callable[[Reader, Any], Expr]] = {
    "app": lambda reader, value: terms.app(reader.terms[value["fn"]], reader.terms[value["arg"]]),
    "bvar": lambda reader, value: terms.bvar(_index(value)),
    "const": Reader.const,
    "lam": lambda reader, value: reader.binder(terms.lam, value),
    "forallE": lambda reader, value: reader.binder(terms.pi, value),
    "letE": Reader.let,
    "proj": Reader.projection,
    "sort": lambda reader, value: terms.sort(reader.levels[value]),
    "natVal": lambda reader, value: terms.nat(_number(value)),
    "strVal": lambda reader, value: terms.string(_text(value)),
    "mdata": lambda reader, value: reader.terms[value["expr"]],
}
DECLARATIONS: dict[str, Callable[[Reader, Any], Declaration]] = {
    "axiom": Reader.axiom,
    "def": lambda reader, value: reader.unfolding("def", value),
    "thm": lambda reader, value: reader.unfolding("thm", value),
    "opaque": lambda reader, value: reader.unfolding("opaque", value),
    "quot": Reader.quotient,
    "inductive": Reader.group,
}
