"""The functions and types that stand before a theorem, as far as a proof about them needs to know them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.models.names import fresh

_COMMAND = re.compile(
    r"^(?:@\[[^\]]*\]\s*)?(?:(?:private|protected|noncomputable) )*"
    r"(?P<kind>def|abbrev|inductive|structure|open|variable|universe|namespace|end|section)\b",
    re.MULTILINE,
)
_NAME = re.compile(r"[^\W\d][\w'!?₀-₉]*(?:\.[^\W\d][\w'!?₀-₉]*)*")
_BINDER = re.compile(r"[({\[]([^:()\[\]{}]*):([^()\[\]{}]*(?:\([^()]*\)[^()\[\]{}]*)*)[)}\]]")
_KEYWORDS = frozenset({"if", "then", "else", "match", "with", "fun", "let", "in", "at", "by", "have", "do"})
_ARITHMETIC = {"Nat": "k", "ℕ": "k"}


@dataclass(frozen=True, slots=True)
class Clause:
    """One equation of a function by cases: the variables of its patterns, and how often it calls itself."""

    variables: tuple[str, ...]
    calls: int


@dataclass(frozen=True, slots=True)
class Function:
    """A definition; `fixed` are the parameters before the colon, `clauses` is empty for one equation."""

    name: str
    fixed: tuple[str, ...]
    clauses: tuple[Clause, ...]
    recursive: bool

    @property
    def short(self) -> str:
        return self.name.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Constructor:
    """`arguments` names each argument and says whether it is of the type itself."""

    name: str
    arguments: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class DataType:
    """An inductive type or structure; `predicate` says that its members are proofs."""

    name: str
    constructors: tuple[Constructor, ...]
    predicate: bool = False


@dataclass(frozen=True, slots=True)
class Definitions:
    """What a text defines before its theorem."""

    functions: tuple[Function, ...] = ()
    types: tuple[DataType, ...] = ()

    def type(self, name: str) -> DataType | None:
        return next((type_ for type_ in self.types if type_.name == name), None)

    def among(self, words: frozenset[str]) -> tuple[Function, ...]:
        """The functions that are named among `words`, namespaces left off, in the order of the text."""
        return tuple(function for function in self.functions if function.short in words)


@lru_cache(maxsize=64)
def definitions(preamble: str) -> Definitions:
    """Read the commands before a theorem; what is not understood is left out."""
    functions: list[Function] = []
    types: list[DataType] = []
    space: list[str] = []
    for kind, text in _commands(preamble):
        name = _NAME.search(text)
        if kind == "namespace" and name:
            space.append(name[0])
        elif kind == "end" and space:
            space.pop()
        elif name is None:
            continue
        elif kind in ("def", "abbrev"):
            made = {constructor.name for type_ in types for constructor in type_.constructors}
            functions.append(_function(".".join([*space, name[0]]), text[name.end() :], made))
        elif kind == "inductive":
            types.append(_type(".".join([*space, name[0]]), text[name.end() :]))
        elif kind == "structure":
            types.append(_structure(".".join([*space, name[0]]), text[name.end() :]))
    return Definitions(tuple(functions), tuple(types))


def _commands(preamble: str) -> Iterator[tuple[str, str]]:
    plain = re.sub(r"/-(?:(?!-/).)*-/|--[^\n]*", "", preamble, flags=re.DOTALL)
    found = list(_COMMAND.finditer(plain))
    ends = [*(match.start() for match in found[1:]), len(plain)]
    for match, end in zip(found, ends, strict=False):
        yield match["kind"], plain[match.end() : end]


def _function(name: str, text: str, constructors: set[str]) -> Function:
    short = name.rpartition(".")[2]
    head, bodies = _split(text)
    fixed = tuple(n for names, _ in _BINDER.findall(_parameters(head)) for n in names.split())
    calls = re.compile(rf"(?<![\w.])(?:{re.escape(name)}|{re.escape(short)})\b|\.{re.escape(short)}\b")
    clauses = tuple(_clause(body, calls, constructors) for body in bodies)
    recursive = bool(calls.search(text[len(head) :]))
    return Function(name, fixed, clauses, recursive)


def _parameters(head: str) -> str:
    """What stands before the outermost colon, explicit binders only."""
    depth = 0
    for place, character in enumerate(head):
        depth += (character in "([{⟨") - (character in ")]}⟩")
        if depth == 0 and character == ":":
            return re.sub(r"\{[^}]*\}|\[[^\]]*\]", "", head[:place])
    return ""


def _split(text: str) -> tuple[str, list[str]]:
    """What stands before the first clause, and the clauses without their bars."""
    depth, bars = 0, []
    for place, character in enumerate(text):
        depth += (character in "([{⟨") - (character in ")]}⟩")
        if (
            depth == 0
            and character == "|"
            and text[place - 1] in " \n"
            and text[place + 1 : place + 2] != "|"
        ):
            bars.append(place)
        if depth == 0 and text.startswith(":=", place):
            return text[:place], []
    ends = [*bars[1:], len(text)]
    head = text[: bars[0]] if bars else text
    return head, [text[start + 1 : end] for start, end in zip(bars, ends, strict=True)] if bars else []


def _clause(text: str, calls: re.Pattern[str], constructors: set[str]) -> Clause:
    patterns, _, body = text.partition("=>")
    variables: list[str] = []
    for word in re.findall(r"_|" + _NAME.pattern, re.sub(r"\.[^\W\d]\w*", " ", patterns)):
        if word == "_" or (
            word[0].islower() and "." not in word and word not in _CONSTRUCTORS | constructors
        ):
            variables.append(fresh("x", variables) if word == "_" else word)
    return Clause(tuple(variables), len(calls.findall(body)))


_CONSTRUCTORS = frozenset({"true", "false", "none", "some", "nil", "cons", "zero", "succ"})


def _type(name: str, text: str) -> DataType:
    head, bodies = _split(text)
    predicate = head.partition("where")[0].rstrip().endswith("Prop")
    return DataType(name, tuple(_constructor(name, body) for body in bodies), predicate)


def _constructor(type_: str, text: str) -> Constructor:
    text = text.partition("deriving")[0].strip()
    name = _NAME.match(text)
    own = name[0] if name else ""
    rest = text[len(own) :]
    binders = [(n, kind.strip()) for names, kind in _BINDER.findall(rest) for n in names.split()]
    arrows = _BINDER.sub(" ", rest).partition(":")[2].split("→")[:-1]
    binders += [("", kind.strip()) for kind in arrows]
    return Constructor(own, tuple(_named(type_, binders)))


def _named(type_: str, arguments: list[tuple[str, str]]) -> Iterator[tuple[str, bool]]:
    taken: list[str] = []
    for given, kind in arguments:
        own = kind.strip("() ").split(" ")[0] == type_
        name = fresh(given or ("t" if own else "x"), taken)
        taken.append(name)
        yield name, own


def _structure(name: str, text: str) -> DataType:
    fields = re.findall(
        r"^\s+\(?([^\W\d][\w'₀-₉ ]*?)\)?\s*:\s*([^\n]+)$", text.partition("where")[2], re.MULTILINE
    )
    arguments = [(each, kind) for names, kind in fields for each in names.split()]
    return DataType(name, (Constructor("mk", tuple(_named(name, arguments))),))
