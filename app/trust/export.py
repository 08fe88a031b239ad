"""Declarations written in the format of leanprover/lean4export, version 3.1.0: one JSON object a line.

Each name, level and expression stands once, in front of what uses it. This text is all that the kernels see,
and any checker that reads the format can repeat their work.

    python -m app.trust.export FILE.olean... [--theorem NAME] > out.ndjson

writes the cone of a theorem, or everything; a folder stands for all modules below it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from app.trust.cone import Cone, Group, Quotients, Unit, cone
from app.trust.library import Library
from app.trust.terms import (
    AnyConstant,
    App,
    Axiom,
    BVar,
    Const,
    Constructor,
    Definition,
    Expr,
    IMax,
    Inductive,
    Lam,
    Let,
    Level,
    Malformed,
    Max,
    Name,
    NatLit,
    Num,
    Opaque,
    Param,
    Pi,
    Proj,
    Quot,
    Recursor,
    Sort,
    Str,
    StrLit,
    Succ,
    Terms,
    Theorem,
    children,
    parts,
)

FORMAT = "3.1.0"
_BINDERS = ("default", "implicit", "strictImplicit", "instImplicit")
_DIGITS = 4000  # Python refuses to write longer numbers at once
_line = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode


def export(terms: Terms, units: Iterable[Unit], lean_version: str, lean_commit: str) -> bytes:
    """The text of `units`, in their order."""
    meta = {
        "exporter": {"name": "lemmata", "version": "1"},
        "lean": {"githash": lean_commit, "version": lean_version},
        "format": {"version": FORMAT},
    }
    writer = _Writer(terms)
    lines = writer.lines
    lines.append(_line({"meta": meta}))
    for unit in units:
        writer.unit(unit)
    return ("\n".join(lines) + "\n").encode("ascii")


class _Writer:
    def __init__(self, terms: Terms) -> None:
        self.lines: list[str] = []
        self._terms = terms
        self._names: dict[Name, int] = {0: 0}
        self._levels: dict[Level, int] = {0: 0}
        self._exprs: dict[Expr, int] = {}

    def unit(self, unit: Unit) -> None:
        match unit:
            case Group(types, constructors, recursors):
                record = {"types": self._records(types), "ctors": self._records(constructors)}
                record["recs"] = self._records(recursors)
                self.lines.append(_line({"inductive": record}))
            case Quotients(members):
                for member in members:
                    self.lines.append(_line(dict((self._constant(member),))))
            case Axiom() | Definition() | Theorem() | Opaque():
                self.lines.append(_line(dict((self._constant(unit),))))

    def _records(self, constants: Iterable[AnyConstant]) -> list[dict[str, Any]]:
        return [self._constant(constant)[1] for constant in constants]

    def _constant(self, constant: AnyConstant) -> tuple[str, dict[str, Any]]:
        """What a constant is called in the format, and its record."""
        for expr in parts(constant):
            self._write(expr)
        common = {
            "name": self._name(constant.name),
            "levelParams": self._all(constant.parameters),
            "type": self._exprs[constant.type],
        }
        match constant:
            case Axiom():
                return "axiom", common | {"isUnsafe": constant.unsafe}
            case Quot():
                return "quot", common | {"kind": constant.kind}
            case Inductive():
                return "types", common | self._inductive(constant)
            case Constructor():
                return "ctors", common | self._constructor(constant)
            case Recursor():
                return "recs", common | self._recursor(constant)
        valued = common | {"value": self._exprs[constant.value], "all": self._all(constant.all)}
        match constant:
            case Definition(hints=hints, safety=safety):
                height = {"regular": hints} if isinstance(hints, int) else hints
                return "def", valued | {"hints": height, "safety": safety}
            case Opaque(unsafe=unsafe):
                return "opaque", valued | {"isUnsafe": unsafe}
            case Theorem():
                return "thm", valued

    def _inductive(self, constant: Inductive) -> dict[str, Any]:
        return {
            "numParams": constant.num_params,
            "numIndices": constant.num_indices,
            "all": self._all(constant.all),
            "ctors": self._all(constant.constructors),
            "numNested": constant.num_nested,
            "isRec": constant.recursive,
            "isUnsafe": constant.unsafe,
            "isReflexive": constant.reflexive,
        }

    def _constructor(self, constant: Constructor) -> dict[str, Any]:
        return {
            "induct": self._name(constant.inductive),
            "cidx": constant.index,
            "numParams": constant.num_params,
            "numFields": constant.num_fields,
            "isUnsafe": constant.unsafe,
        }

    def _recursor(self, constant: Recursor) -> dict[str, Any]:
        rules = [
            {"ctor": self._name(rule.constructor), "nfields": rule.num_fields, "rhs": self._exprs[rule.rhs]}
            for rule in constant.rules
        ]
        return {
            "all": self._all(constant.all),
            "numParams": constant.num_params,
            "numIndices": constant.num_indices,
            "numMotives": constant.num_motives,
            "numMinors": constant.num_minors,
            "rules": rules,
            "k": constant.k,
            "isUnsafe": constant.unsafe,
        }

    def _all(self, names: Iterable[Name]) -> list[int]:
        return [self._name(name) for name in names]

    def _name(self, name: Name) -> int:
        chain = []
        while name not in self._names:
            node = self._terms.names[name]
            assert node is not None  # noqa: S101 - the anonymous name is written from the beginning
            chain.append((name, node))
            name = node.prefix
        for place, node in reversed(chain):
            number = self._names[place] = len(self._names)
            prefix = self._names[node.prefix]
            match node:
                case Str(_, text):
                    self.lines.append(_line({"str": {"pre": prefix, "str": text}, "in": number}))
                case Num(_, i):
                    self.lines.append(f'{{"num":{{"pre":{prefix},"i":{decimal(i)}}},"in":{number}}}')
            name = place
        return self._names[name]

    def _level(self, level: Level) -> int:
        for place in _unwritten(level, self._levels, self._levels_under):
            number = len(self._levels)
            match self._terms.levels[place]:
                case Succ(of):
                    said = f'"succ":{self._levels[of]}'
                case Max(left, right):
                    said = f'"max":[{self._levels[left]},{self._levels[right]}]'
                case IMax(left, right):
                    said = f'"imax":[{self._levels[left]},{self._levels[right]}]'
                case Param(name):
                    said = f'"param":{self._name(name)}'
                case None:
                    continue  # zero is written from the beginning
            self._levels[place] = number
            self.lines.append(f'{{{said},"il":{number}}}')
        return self._levels[level]

    def _levels_under(self, level: Level) -> Sequence[Level]:
        match self._terms.levels[level]:
            case Succ(of):
                return (of,)
            case Max(left, right) | IMax(left, right):
                return left, right
            case _:
                return ()

    def _write(self, expr: Expr) -> None:
        exprs = self._exprs
        for place in _unwritten(expr, exprs, lambda place: children(self._terms.exprs[place])):
            said = self._expr(place)
            exprs[place] = number = len(exprs)
            self.lines.append(f'{{{said},"ie":{number}}}')

    def _expr(self, place: Expr) -> str:
        exprs = self._exprs
        match self._terms.exprs[place]:
            case App(function, argument):
                return f'"app":{{"fn":{exprs[function]},"arg":{exprs[argument]}}}'
            case Const(name, levels):
                us = ",".join(str(self._level(level)) for level in levels)
                return f'"const":{{"name":{self._name(name)},"us":[{us}]}}'
            case Lam(name, type_, body, info):
                return f'"lam":{self._binder(name, type_, body, info)}'
            case Pi(name, type_, body, info):
                return f'"forallE":{self._binder(name, type_, body, info)}'
            case BVar(distance):
                return f'"bvar":{distance}'
            case Sort(level):
                return f'"sort":{self._level(level)}'
            case Let(name, type_, value, body, nondep):
                three = f'"type":{exprs[type_]},"value":{exprs[value]},"body":{exprs[body]}'
                return f'"letE":{{"name":{self._name(name)},{three},"nondep":{_line(nondep)}}}'
            case Proj(name, field, struct):
                return f'"proj":{{"typeName":{self._name(name)},"idx":{field},"struct":{exprs[struct]}}}'
            case NatLit(value):
                return f'"natVal":"{decimal(value)}"'
            case StrLit(value):
                return f'"strVal":{_line(value)}'

    def _binder(self, name: Name, type_: Expr, body: Expr, info: int) -> str:
        two = f'"type":{self._exprs[type_]},"body":{self._exprs[body]}'
        return f'{{"name":{self._name(name)},{two},"binderInfo":"{_BINDERS[info]}"}}'


def _unwritten(root: int, written: dict[int, int], under: Callable[[int], Sequence[int]]) -> Iterable[int]:
    """The places under `root` that are not `written`, lower ones first, which those above are made of."""
    found: set[int] = set()
    waiting = [root]
    while waiting:
        place = waiting.pop()
        if place not in written and place not in found:
            found.add(place)
            waiting += under(place)
    return sorted(found)


def decimal(value: int) -> str:
    """`value`, which is not negative, in decimal digits of any number."""
    pieces = []
    unit = 10**_DIGITS
    while value >= unit:
        value, piece = divmod(value, unit)
        pieces.append(str(piece).zfill(_DIGITS))
    return str(value) + "".join(reversed(pieces))


def main(arguments: Sequence[str] | None = None) -> int:
    """The command of the module's docstring; 2 where a file cannot be read or does not hold the theorem."""
    parser = argparse.ArgumentParser(description="Write declarations of .olean files as lean4export does.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE_OR_FOLDER")
    parser.add_argument("--theorem", help="write only what this constant rests on")
    options = parser.parse_args(arguments)
    library = Library(Terms())
    try:
        modules = [library.add(path.read_bytes()) for path in _files(options.paths)]
        if not modules:
            raise Malformed("there is no module in what was given")
        chosen = _chosen(library, options.theorem)
        text = export(library.terms, chosen.units, modules[0].lean_version, modules[0].lean_commit)
    except (Malformed, OSError) as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command
        return 2
    sys.stdout.buffer.write(text)
    return 0


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        yield from sorted(path.rglob("*.olean")) if path.is_dir() else (path,)


def _chosen(library: Library, text: str | None) -> Cone:
    if text is None:
        roots: Iterable[Name] = [constant.name for constant in library if not constant.unsafe]
    elif not (roots := library.matching(text)):
        raise Malformed(f"no constant is called {text}")
    return cone(library.terms, library.find, roots)


if __name__ == "__main__":
    sys.exit(main())
