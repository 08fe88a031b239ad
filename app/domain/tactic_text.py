"""Where a proof stands in the text of another: blocks of tactics, and the `sorry` that they replace."""

from __future__ import annotations

import re
from collections.abc import Mapping
from textwrap import dedent, indent

from app.domain.lean_source import Word, words, words_and_comments

GAPS = ("sorry", "admit")
_BEFORE_A_TACTIC = re.compile(r"(?:\s|·|calc\s|\|[^=]*=>)*")
_GOES_ON = ("|", "<;>", ")", "]", "}", "⟩")
_ON_ITS_OWN = (None, "·", "by", "=>", ".", "do", "{")


def block(proof: str) -> str:
    """The tactics of `proof`, a term, unindented: those behind its `by`, or an `exact` of all of it."""
    head, _, rest = proof.partition("\n")
    if proof.startswith("by") and not head[2:].strip():
        return dedent(rest).strip("\n")
    if head.startswith("by ") and not rest.strip():
        return head[3:].strip()
    return f"exact (\n{indent(proof, '  ')})" if rest else f"exact {_closed(proof)}"


def tactics(text: str) -> list[tuple[int, str]]:
    """The tactics of an unindented block one by one, each with the number of its first line, from 0.

    What goes on with a tactic in its own column, as the alternatives of `induction ... with` do, belongs to
    it. Comments are left out. Raises NotAStatement as `words` does.
    """
    found: list[tuple[int, list[str]]] = []
    for number, line in enumerate(_without_comments(text).split("\n")):
        if not line.strip():
            continue
        if found and (line.startswith(" ") or line.startswith(_GOES_ON)):
            found[-1][1].append(line)
        else:
            found.append((number, [line]))
    return [(number, "\n".join(lines)) for number, lines in found]


def gaps(text: str) -> list[Word]:
    """The `sorry`s of `text` outside comments and strings. Raises NotAStatement as `words` does."""
    return [word for word in words(text) if word.text in GAPS]


def filled(text: str, proofs: Mapping[int, str], terms: frozenset[int] = frozenset()) -> str:
    """`text` with the gaps that `proofs` names by number replaced; those in `terms` stand for terms.

    A gap that stands for tactics gets them in its own column, or below the line that its `by` ends.
    """
    found = words(text)
    numbered = [(place, word) for place, word in enumerate(found) if word.text in GAPS]
    for number in sorted(proofs, reverse=True):  # what stands before keeps its place
        place, gap = numbered[number]
        before = found[place - 1] if place else None
        start = gap.offset
        if number in terms:
            new = _as_term(text, gap, proofs[number])
        else:
            new = _as_tactics(text, before, gap, block(proofs[number]))
            if new.startswith("\n"):
                start = len(text[:start].rstrip(" "))
        text = text[:start] + new + text[gap.end :]
    return text


def _without_comments(text: str) -> str:
    """`text` with spaces for its comments, their line breaks kept."""
    for word in reversed([each for each in words_and_comments(text) if each.is_comment]):
        blank = "".join("\n" if character == "\n" else " " for character in word.text)
        text = text[: word.offset] + blank + text[word.end :]
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _as_term(text: str, gap: Word, proof: str) -> str:
    lines = indent(block(proof), " " * (_tactic_column(text, gap) + 2))
    return f"(by\n{lines})"


def _as_tactics(text: str, before: Word | None, gap: Word, tactics: str) -> str:
    if "\n" not in tactics:
        return tactics
    if before and before.text == "by" and "\n" not in text[before.end : gap.offset]:
        return "\n" + indent(tactics, " " * (_tactic_column(text, gap) + 2))
    column = gap.offset - (text.rfind("\n", 0, gap.offset) + 1)
    between = text[before.end : gap.offset] if before else "\n"
    if "\n" in between or (before and before.text in _ON_ITS_OWN):
        return indent(tactics, " " * column).lstrip(" ")
    return "(" + indent(tactics, " " * (column + 1)).lstrip(" ") + ")"


def _tactic_column(text: str, word: Word) -> int:
    """The column of the first tactic on the line of `word`, behind bullets and the labels of cases."""
    start = text.rfind("\n", 0, word.offset) + 1
    found = _BEFORE_A_TACTIC.match(text, start, word.offset)
    return found.end() - start if found else 0


def _closed(term: str) -> str:
    return term if re.fullmatch(r"[\w.'✝]+|\(.*\)|⟨.*⟩", term) else f"({term})"
