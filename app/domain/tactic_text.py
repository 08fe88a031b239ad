"""A proof as text: its tactics, its gaps, its comments, its columns."""

from __future__ import annotations

import re
from collections.abc import Callable
from textwrap import dedent, indent

from app.domain.errors import NotAStatement
from app.domain.lean_source import Word, words, words_and_comments

GAPS = ("sorry", "admit")
_GOES_ON = ("|", "<;>", ")", "]", "}", "⟩")
_HELD = "\0"  # stands for a line break inside a string


def block(proof: str) -> str:
    """The tactics of `proof`, a term, unindented: those behind its `by`, or an `exact` of all of it.

    It never ends in a comment to the end of a line, so that more can stand behind it.
    """
    proof = _without_last_comment(proof)
    head, _, rest = proof.partition("\n")
    if proof.startswith("by") and not head[2:].strip():
        return dedented(rest).strip("\n")
    if head.startswith("by ") and not rest.strip():
        return head[3:].strip()
    return f"exact (\n{indented(proof)})" if rest else f"exact {_closed(proof)}"


def tactics(text: str) -> list[tuple[int, str]]:
    """The tactics of an unindented block one by one, each with the number of its first line, from 0.

    What goes on with a tactic in its own column, as the alternatives of `induction ... with` do, belongs to
    it. Comments are left out. Raises NotAStatement as `words` does.
    """
    found: list[tuple[int, list[str]]] = []
    for number, line in enumerate(map(str.rstrip, without_comments(text).split("\n"))):
        if not line:
            continue
        if found and (line.startswith(" ") or line.startswith(_GOES_ON)):
            found[-1][1].append(line)
        else:
            found.append((number, [line]))
    return [(number, "\n".join(lines)) for number, lines in found]


def gaps(text: str) -> list[Word]:
    """The `sorry`s of `text` outside comments and strings. Raises NotAStatement as `words` does."""
    return [word for word in words(text) if word.text in GAPS]


def without_comments(text: str) -> str:
    """`text` with blanks in place of its comments, line for line. Raises NotAStatement as `words` does."""
    pieces, end = [], 0
    for word in words_and_comments(text):
        if word.is_comment:
            pieces += [text[end : word.offset], re.sub(r"[^\n]", " ", word.text)]
            end = word.end
    return "".join([*pieces, text[end:]])


def tidy(text: str) -> str:
    """`text` without empty lines and without spaces where lines end."""
    return _outside_strings(text, lambda text: re.sub(r"[ \t]+$|\n(?=[ \t]*\n)", "", text, flags=re.M))


def indented(text: str, columns: int = 2) -> str:
    """`text` moved to the right; what a string says stays as it is."""
    return _outside_strings(text, lambda text: indent(text, " " * columns))


def dedented(text: str) -> str:
    """`text` moved to the left as far as it goes; what a string says stays as it is."""
    return _outside_strings(text, dedent)


def _outside_strings(text: str, change: Callable[[str], str]) -> str:
    """`text` changed line by line, where a string over several lines counts as one."""
    if '"' not in text or "\n" not in text or _HELD in text:
        return change(text)
    try:
        strings = [word for word in words(text) if word.kind in ("string", "interpolated")]
    except NotAStatement:
        return change(text)
    for word in strings:  # the length stays
        text = text[: word.offset] + word.text.replace("\n", _HELD) + text[word.end :]
    return change(text).replace(_HELD, "\n")


def _without_last_comment(proof: str) -> str:
    """`proof` up to the last word that is no comment to the end of its line."""
    proof = proof.rstrip()
    if "--" not in proof[proof.rfind("\n") + 1 :]:
        return proof
    try:
        found = list(words_and_comments(proof))
    except NotAStatement:
        return proof
    while found and found[-1].kind == "line_comment":
        found.pop()
    return proof[: found[-1].end] if found else ""


def _closed(term: str) -> str:
    return term if re.fullmatch(r"[\w.'✝]+|\(.*\)|⟨.*⟩", term) else f"({term})"
