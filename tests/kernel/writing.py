"""Export files written by hand: declarations in a notation near Lean's, as lines of the NDJSON format.

∀ (α : Sort u) (a b : α), Eq.{u} α a b        fun (x : Nat) => Nat.succ x        A -> B
let x : Nat := 0 in f x              Prod#0 p (a projection)            Sort (max u 1), Prop, Type, "text"
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from functools import cache, wraps
from typing import Any

TOKEN = re.compile(r'\s*("[^"]*"|\d+|->|=>|:=|\.\{|[\w\']+(?:\.[\w\']+)*(?:#\d+)?|[∀(){},:+@#])')
META = {"meta": {"exporter": {"name": "hand", "version": "1"}, "format": {"version": "3.1.0"}}}
STOPS = {")", ",", ":", ":=", "=>", "->", "in", "}", ""}


class File:
    """Collects lines; `lines` is what a kernel reads."""

    def __init__(self) -> None:
        self.records: list[dict[str, Any]] = [META]
        self.known: dict[str, int] = {}
        self.params: list[str] = []

    @property
    def lines(self) -> list[str]:
        return [json.dumps(record) for record in self.records]

    def copy(self) -> File:
        """Another one with the same lines."""
        other = File()
        other.records = json.loads(json.dumps(self.records))
        other.known, other.params = {**self.known}, [*self.params]
        return other

    def put(self, kind: str, value: Any, index: str) -> int:
        """The index of this name, level or term, written once."""
        key = json.dumps([index, kind, value])
        if key not in self.known:
            number = sum(index in record for record in self.records) + (index != "ie")
            self.known[key] = number
            self.records.append({kind: value, index: number})
        return self.known[key]

    def name(self, dotted: str) -> int:
        number = 0
        for part in dotted.split("."):
            number = self.put("str", {"pre": number, "str": part}, "in")
        return number

    def term(self, text: str) -> int:
        parser = Parser(self, text)
        made = parser.term([])
        assert parser.peek() == "", f"{parser.peek()!r} is left of {text!r}"
        return made

    def named(self, head: str) -> dict[str, Any]:
        """`NAME.{PARAMS} : TYPE` as the fields that all declarations have."""
        name, type_ = head.split(" : ", 1)
        name, _, params = name.partition(".{")
        of = [self.name(each.strip()) for each in params.rstrip("}").split(",")] if params else []
        return {"name": self.name(name), "levelParams": of, "type": self.term(type_)}

    def axiom(self, head: str, **other: Any) -> File:
        self.records.append({"axiom": {**self.named(head), "isUnsafe": False, **other}})
        return self

    def define(self, head: str, value: str, **other: Any) -> File:
        record = {**self.named(head), "value": self.term(value), "hints": {"regular": 1}, "safety": "safe"}
        self.records.append({"def": {**record, "all": [], **other}})
        return self

    def theorem(self, head: str, value: str, **other: Any) -> File:
        self.records.append({"thm": {**self.named(head), "value": self.term(value), "all": [], **other}})
        return self

    def opaque(self, head: str, value: str, **other: Any) -> File:
        record = {**self.named(head), "value": self.term(value), "isUnsafe": False, "all": []}
        self.records.append({"opaque": {**record, **other}})
        return self

    def quotient(self, kind: str, head: str) -> File:
        self.records.append({"quot": {**self.named(head), "kind": kind}})
        return self

    def type(
        self, head: str, made: Sequence[str] = (), nparams: int = 0, nindices: int = 0, **other: Any
    ) -> Any:
        """One type of a group with its constructors, as (type, constructors)."""
        record = self.named(head)
        constructors = [
            {
                **self.named(each),
                "induct": record["name"],
                "cidx": place,
                "numParams": nparams,
                "numFields": max(arrows(each) - nparams, 0),
                "isUnsafe": False,
            }
            for place, each in enumerate(made)
        ]
        record |= {
            "numParams": nparams,
            "numIndices": nindices,
            "all": [record["name"]],
            "ctors": [each["name"] for each in constructors],
            "numNested": 0,
            "isRec": False,
            "isUnsafe": False,
            "isReflexive": False,
            **other,
        }
        return record, constructors

    def recursor(
        self, head: str, counts: Sequence[int], rules: Sequence[tuple[str, int, str]] = (), k: bool = False
    ) -> Any:
        """A recursor; `counts` are parameters, motives, minor premises, indices."""
        parameters, motives, minors, indices = counts
        return {
            **self.named(head),
            "all": [],
            "numParams": parameters,
            "numMotives": motives,
            "numMinors": minors,
            "numIndices": indices,
            "rules": [
                {"ctor": self.name(made), "nfields": fields, "rhs": self.term(value)}
                for made, fields, value in rules
            ],
            "k": k,
            "isUnsafe": False,
        }

    def inductive(self, types: Sequence[Any], recursors: Sequence[Any] = ()) -> File:
        names = [type_["name"] for type_, _ in types]
        group = {
            "types": [type_ | {"all": names} for type_, _ in types],
            "ctors": [each for _, made in types for each in made],
            "recs": [each | {"all": names} for each in recursors],
        }
        self.records.append({"inductive": group})
        return self


def once(make: Callable[..., File]) -> Callable[..., File]:
    """`make` works once for each of its arguments; what is done to a file is not done to the next."""
    made = cache(make)

    @wraps(make)
    def copied(*given: str) -> File:
        return made(*given).copy()

    return copied


def arrows(head: str) -> int:
    """How many arguments a constructor written as `NAME : TYPE` takes; binders with one name each."""
    depth = 0
    count = 0
    for token in TOKEN.findall(head.split(" : ", 1)[1]):
        depth += (token in "({") - (token in ")}")
        count += (token == "->" and depth == 0) or (token == ":" and depth == 1)
    return count


class Parser:
    """Reads one term and writes its parts into the file."""

    def __init__(self, file: File, text: str) -> None:
        self.file = file
        self.tokens = [*TOKEN.findall(text), ""]
        self.at = 0

    def peek(self) -> str:
        return self.tokens[self.at]

    def take(self, expected: str | None = None) -> str:
        token = self.peek()
        assert expected in (None, token), f"{token!r} where {expected!r} is expected in {self.tokens}"
        self.at += 1
        return token

    def term(self, bound: list[str]) -> int:
        if self.peek() == "∀":
            return self.binders(bound, "forallE", ",")
        if self.peek() == "fun":
            return self.binders(bound, "lam", "=>")
        if self.peek() == "let":
            self.take()
            name = self.take()
            self.take(":")
            type_ = self.term(bound)
            self.take(":=")
            value = self.term(bound)
            self.take("in")
            body = self.term([*bound, name])
            parts = {"name": 0, "type": type_, "value": value, "body": body, "nondep": False}
            return self.file.put("letE", parts, "ie")
        left = self.application(bound)
        if self.peek() != "->":
            return left
        self.take()
        return self.binder("forallE", left, self.term([*bound, "_"]))

    def binders(self, bound: list[str], kind: str, end: str) -> int:
        self.take()
        types: list[int] = []
        bound = list(bound)
        while self.peek() == "(":
            self.take()
            names: list[str] = []
            while self.peek() != ":":
                names.append(self.take())
            self.take()
            start = self.at
            for name in names:
                self.at = start
                types.append(self.term(bound))
                bound.append(name)
            self.take(")")
        self.take(end)
        body = self.term(bound)
        for type_ in reversed(types):
            body = self.binder(kind, type_, body)
        return body

    def binder(self, kind: str, type_: int, body: int) -> int:
        parts = {"name": 0, "type": type_, "body": body, "binderInfo": "default"}
        return self.file.put(kind, parts, "ie")

    def application(self, bound: list[str]) -> int:
        made = self.atom(bound)
        while self.peek() not in STOPS:
            made = self.file.put("app", {"fn": made, "arg": self.atom(bound)}, "ie")
        return made

    def atom(self, bound: list[str]) -> int:
        token = self.take()
        put = self.file.put
        if token == "(":
            made = self.term(bound)
            self.take(")")
            return made
        if token == "#":
            return put("bvar", int(self.take()), "ie")
        if token.isdigit():
            return put("natVal", token, "ie")
        if token.startswith('"'):
            return put("strVal", token[1:-1], "ie")
        if token in ("Prop", "Type"):
            return put("sort", self.number(token == "Type"), "ie")
        if token == "Sort":
            return put("sort", self.level(), "ie")
        if "#" in token:
            name, index = token.split("#")
            parts = {"typeName": self.file.name(name), "idx": int(index), "struct": self.atom(bound)}
            return put("proj", parts, "ie")
        if token in bound:
            return put("bvar", bound[::-1].index(token), "ie")
        given: list[int] = []
        if self.peek() == ".{":
            self.take()
            while self.peek() != "}":
                given.append(self.level())
                if self.peek() == ",":
                    self.take()
            self.take()
        return put("const", {"name": self.file.name(token), "us": given}, "ie")

    def number(self, value: int) -> int:
        level = 0
        for _ in range(value):
            level = self.file.put("succ", level, "il")
        return level

    def level(self) -> int:
        token = self.take()
        if token == "(":
            made = self.level()
            self.take(")")
        elif token in ("max", "imax"):
            left = self.level()
            made = self.file.put(token, [left, self.level()], "il")
        elif token.isdigit():
            made = self.number(int(token))
        else:
            made = self.file.put("param", self.file.name(token), "il")
        if self.peek() == "+":
            self.take()
            for _ in range(int(self.take())):
                made = self.file.put("succ", made, "il")
        return made
