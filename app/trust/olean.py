"""A reader of `.olean` files that assumes an attacker wrote them: bytes in, declarations out.

Only the imports and the constants are read; what extensions of Lean keep in a module is not looked at.
The objects are read by `Region`; here is which objects a module and its constants are made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.trust.region import Region, constructor
from app.trust.terms import (
    MAX_PARAMETERS,
    AnyConstant,
    Axiom,
    Constructor,
    Definition,
    Expr,
    Inductive,
    Malformed,
    Name,
    Opaque,
    Quot,
    Recursor,
    Rule,
    Terms,
    Theorem,
    parts,
)

MAX_FILE_BYTES = 64 << 20
_MARK = b"olean\x02\x01"  # format 2, large numbers as GMP keeps them
_VERSION = re.compile(rb"([0-9][0-9A-Za-z.+-]{0,31})\x00+")
_COMMIT = re.compile(rb"[0-9a-f]{40}")
_HEADER_WORDS = 12  # the last of them the address of the root object
_SAFETY = ("unsafe", "safe", "partial")
_INDUCTIVE = 5  # the tag of the first kind of constant that comes with an inductive type
_QUOT_KINDS = ("type", "ctor", "lift", "ind")
_MODULE, _IMPORT = constructor(0, 5, 1), constructor(0, 1, 3)
_CONSTANT, _RULE, _HEIGHT = constructor(0, 3), constructor(0, 3), constructor(2, 0, 4)
_KINDS = tuple(constructor(tag, 1) for tag in range(8))
_VALUES = (
    constructor(0, 1, 1),
    constructor(0, 4, 1),
    constructor(0, 3),
    constructor(0, 3, 1),
    constructor(0, 1, 1),
    constructor(0, 6, 3),
    constructor(0, 5, 1),
    constructor(0, 7, 2),
)


class Olean:
    """One module: its imports and, on demand, its constants, whose parts are added to `terms`.

    Every method raises Malformed, and nothing else, for a file that is not what it claims to be.
    """

    def __init__(self, data: bytes, terms: Terms) -> None:
        self.lean_version, self.lean_commit, base = _header(data)
        words = memoryview(data).cast("Q")
        self._region = Region(data, base, _HEADER_WORDS, terms)
        self._terms = terms
        root, _ = self._region.structure(words[_HEADER_WORDS - 1], len(words), _MODULE)
        if self._region.byte(root + 6):
            raise Malformed("a file of Lean's module system, which keeps proofs elsewhere")
        self.imports = self._imports(words[root + 1], root)
        self._places = self._constants(words[root + 2], words[root + 3], root)
        self._read: dict[Name, AnyConstant] = {}

    @property
    def names(self) -> tuple[Name, ...]:
        """The names of the constants, in the order of the file."""
        return tuple(self._places)

    def constant(self, name: Name) -> AnyConstant:
        """The constant `name`, one of `names`."""
        if name not in self._read:
            constant = self._constant(*self._places[name])
            if constant.name != name:
                raise Malformed(f"{self._terms.text(name)} stands for {self._terms.text(constant.name)}")
            self._read[name] = constant
        return self._read[name]

    def __iter__(self) -> Iterator[AnyConstant]:
        return map(self.constant, self._places)

    def _imports(self, pointer: int, root: int) -> tuple[Name, ...]:
        region = self._region
        names = []
        first, end = region.array(pointer, root)
        for at in range(first, end):
            place, _ = region.structure(region.word(at), first, _IMPORT)
            names.append(region.written(region.word(place + 1), place))
        return tuple(names)

    def _constants(self, names: int, constants: int, root: int) -> dict[Name, tuple[int, int]]:
        """Where the constant of each name is: its pointer, and the place that bounds it."""
        region = self._region
        first, end = region.array(names, root)
        start, stop = region.array(constants, root)
        found = {
            region.written(region.word(at), first): (region.word(at - first + start), start)
            for at in range(first, end)
            if at - first < stop - start
        }
        if not len(found) == end - first == stop - start:
            raise Malformed("the names of the constants are not distinct, or not as many as the constants")
        return found

    def _constant(self, pointer: int, holder: int) -> AnyConstant:
        region = self._region
        at, head = region.structure(pointer, holder, *_KINDS)
        kind = _KINDS.index(head)
        at, _ = region.structure(region.word(at + 1), at, _VALUES[kind])
        shared, _ = region.structure(region.word(at + 1), at, _CONSTANT)
        name = region.written(region.word(shared + 1), shared)
        parameters = region.names(region.word(shared + 2), shared)
        common = name, parameters, region.expr(region.word(shared + 3), shared)
        constant = (self._logical if kind < _INDUCTIVE else self._inductive)(kind, at, common)
        if len(parameters) > MAX_PARAMETERS or len(set(parameters)) < len(parameters):
            raise Malformed(
                f"the universe parameters of {self._terms.text(name)} are too many or not distinct"
            )
        for expr in parts(constant):
            if self._terms.loose(expr) or not self._terms.parameters(expr).issubset(parameters):
                raise Malformed(f"{self._terms.text(name)} holds variables or universes that nothing binds")
        return constant

    def _logical(self, kind: int, at: int, common: tuple[Name, tuple[Name, ...], Expr]) -> AnyConstant:
        region = self._region
        word = region.word
        if kind == 0:
            return Axiom(*common, bool(region.byte(at + 2)))
        if kind == 4:
            return Quot(*common, _QUOT_KINDS[region.byte(at + 2, below=4)])
        value = region.expr(word(at + 2), at)
        if kind == 1:
            safety = _SAFETY[region.byte(at + 5, below=3)]
            return Definition(*common, value, self._hints(word(at + 3), at), safety, self._group(at + 4, at))
        if kind == 2:
            return Theorem(*common, value, self._group(at + 3, at))
        return Opaque(*common, value, bool(region.byte(at + 4)), self._group(at + 3, at))

    def _inductive(self, kind: int, at: int, common: tuple[Name, tuple[Name, ...], Expr]) -> AnyConstant:
        region = self._region
        word = region.word

        def count(number: int) -> int:
            return region.small(word(at + number), at)

        if kind == 5:
            names = self._group(at + 4, at), self._group(at + 5, at)
            recursive, unsafe, reflexive = (bool(region.byte(at + 7, number)) for number in range(3))
            return Inductive(*common, count(2), count(3), *names, count(6), recursive, unsafe, reflexive)
        if kind == 6:
            inductive = region.written(word(at + 2), at)
            return Constructor(*common, inductive, count(3), count(4), count(5), bool(region.byte(at + 6)))
        rules = region.elements(word(at + 7), at, "rules", self._rule)
        k, unsafe = (bool(region.byte(at + 8, number)) for number in range(2))
        counts = count(3), count(4), count(5), count(6)
        return Recursor(*common, self._group(at + 2, at), *counts, rules, k, unsafe)

    def _group(self, at: int, holder: int) -> tuple[Name, ...]:
        return self._region.names(self._region.word(at), holder)

    def _hints(self, pointer: int, holder: int) -> str | int:
        if pointer & 1:
            return "opaque" if pointer == 1 else "abbrev"
        at, _ = self._region.structure(pointer, holder, _HEIGHT)
        return self._region.word(at + 1) & 0xFFFFFFFF

    def _rule(self, pointer: int, holder: int) -> Rule:
        region = self._region
        at, _ = region.structure(pointer, holder, _RULE)
        constructor_name = region.written(region.word(at + 1), at)
        fields = region.small(region.word(at + 2), at)
        return Rule(constructor_name, fields, region.expr(region.word(at + 3), at))


def _header(data: bytes) -> tuple[str, str, int]:
    """The version and the commit of the Lean that wrote the file, and the base of its addresses."""
    version = _VERSION.fullmatch(data, len(_MARK), 40)
    commit = _COMMIT.fullmatch(data, 40, 80)
    if not data.startswith(_MARK) or version is None or commit is None:
        raise Malformed("this is not a file of the `.olean` format that is read here")
    if len(data) % 8 or not 8 * _HEADER_WORDS <= len(data) <= MAX_FILE_BYTES:
        raise Malformed("the file is cut off, or too large")
    base = int.from_bytes(data[80:88], "little")
    return version[1].decode(), commit[0].decode(), base
