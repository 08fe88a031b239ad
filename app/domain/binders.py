"""Whether two theorems are the same but for the names that they give, and a proof of one as one of the other.

This reads text, so it may take the same for different, and the other way round: Lean has the last word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.lean_source import Word, words
from app.domain.problem import Statement
from app.domain.tactic_text import block, indented

_QUANTIFIERS = frozenset({"∀", "∃", "∑", "∏", "λ", "fun", "⋃", "⋂"})
_KEEPS_THE_ARROW = _QUANTIFIERS | {"let", "have", "if", "match"}  # an arrow behind these is not outermost
_OPENING, _CLOSING = "([{⟨⦃", ")]}⟩⦄"


@dataclass(frozen=True, slots=True)
class _Bound:
    """One thing that a theorem is about; its name is empty where nothing can call it."""

    name: str
    type: tuple[str, ...]


def same_but_for_names(one: Statement, other: Statement) -> bool:
    """Whether both claim the same of the same things, before their colon or behind a `∀` or an arrow."""
    return _numbered(one) == _numbered(other)


def with_names_of(other: Statement, statement: Statement, proof: str) -> str:
    """`proof`, of `other`, as one of `statement`, which is the same but for names."""
    theirs, ours = ([bound.name for bound in _groups(_texts(s.binders))] for s in (other, statement))
    while theirs and ours and theirs[0] == ours[0]:
        del theirs[0], ours[0]
    given = [name for name in ours if name]
    if bool(ours) != bool(given) or not (theirs or ours):
        return proof
    steps = [f"revert {' '.join(given)}"] if given else []
    steps += [f"intro {' '.join(name or '_' for name in theirs)}"] if theirs else []
    return "\n".join(["by", *(indented(step) for step in [*steps, block(proof)])])


def _texts(text: str) -> list[str]:
    return [part for word in words(text) for part in _split(word)]


def _split(word: Word) -> list[str]:
    """A name is apart from what is said of it: `n` and `.succ`."""
    if word.kind != "name" or word.text.startswith("«"):
        return [word.text]
    name, dot, rest = word.text.partition(".")
    return [name, dot + rest] if dot else [name]


def _numbered(statement: Statement) -> list[list[str]]:
    """The types of all that the statement is about, then its claim, with numbers in place of names."""
    bound, claim = _telescope(statement)
    numbers: dict[str, str] = {}
    found: list[list[str]] = []
    for one in bound:
        found.append(_called(one.type, numbers))
        if one.name:
            numbers[one.name] = f"#{len(found)}"
    return [*found, _called(claim, numbers)]


def _called(text: Sequence[str], numbers: dict[str, str]) -> list[str]:
    """`text` with numbers for names, also for those that it binds itself."""
    known, own, binding, found = dict(numbers), 0, False, list[str]()
    for word in text:
        if word in _QUANTIFIERS:
            binding = True
        elif binding and _is_name(word):
            own += 1
            known[word] = f"#{own}'"
        elif word not in _OPENING:
            binding = False
        found.append(known.get(word, word))
    return found


def _telescope(statement: Statement) -> tuple[list[_Bound], list[str]]:
    """What the statement is about, and its claim."""
    bound, claim = list(_groups(_texts(statement.binders))), _bare(_texts(statement.conclusion))
    while True:
        if claim[:1] == ["∀"] and (comma := _outermost(claim, ",")) is not None:
            head = claim[1:comma]
            if head and head[0] not in _OPENING:
                head = ["(", *head, ")"]
            more = list(_groups(head))
            if not all(one.type for one in more):  # `∀ x ∈ s` and the like
                return bound, claim
            bound, claim = bound + more, _bare(claim[comma + 1 :])
        elif (arrow := _outermost(claim, "→")) is not None and _outermost(claim, "↔") is None:
            if any(_outermost(claim[:arrow], word) is not None for word in _KEEPS_THE_ARROW):
                return bound, claim
            bound, claim = [*bound, _Bound("", tuple(_bare(claim[:arrow])))], _bare(claim[arrow + 1 :])
        else:
            return bound, claim


def _groups(text: list[str]) -> Iterator[_Bound]:
    """What binders in their brackets bind, one by one."""
    while text:
        end = _closing(text)
        inside, bracket = text[1:end] if end else text[:1], text[0]
        colon = _outermost(inside, ":")
        default = _outermost(inside, ":=")
        names = inside[:colon] if colon is not None else [] if bracket == "[" else inside
        type_ = tuple(_bare(inside[0 if colon is None else colon + 1 : default])) if names != inside else ()
        for name in names or [""]:
            yield _Bound(name if _is_name(name) and name != "_" else "", type_)
        text = text[end + 1 :]


def _closing(text: Sequence[str]) -> int:
    """The place of what closes the first bracket; where there is none, of a bare name."""
    depth = 0
    for place, word in enumerate(text):
        depth += (word in _OPENING) - (word in _CLOSING)
        if depth <= 0:
            return place
    return len(text)


def _outermost(text: Sequence[str], wanted: str) -> int | None:
    """The place of the first `wanted` outside of all brackets."""
    depth = 0
    for place, word in enumerate(text):
        if word == wanted and depth == 0:
            return place
        depth += (word in _OPENING) - (word in _CLOSING)
    return None


def _bare(text: list[str]) -> list[str]:
    """`text` without brackets round all of it."""
    while text[:1] == ["("] and _closing(text) == len(text) - 1:
        text = text[1:-1]
    return text


def _is_name(word: str) -> bool:
    return word[:1].isalpha() or word[:1] in ("_", "«")
