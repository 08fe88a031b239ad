"""From a person's text to the one theorem that it states.

The reader splits text; Lean decides what it means. It errs on the side of refusing, and says where and why.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from app.domain.errors import NotAStatement
from app.domain.gate import refused_words
from app.domain.lean_source import Document, Edit, Word, position, sorries, with_header, words
from app.domain.problem import Statement

_LETTERS = ("Lu", "Ll", "Lo")
DEFAULT_NAME = "problem"
LONGEST = 100_000  # characters; a longer text keeps Lean busy beyond any budget
_DECLARES = frozenset({"theorem", "lemma", "example"})
_BEFORE = frozenset({"open", "variable", "universe", "def", "abbrev", "inductive", "structure"})
_OPTION = re.compile(
    r"^[ ]*set_option (?:maxHeartbeats|maxRecDepth|autoImplicit|relaxedAutoImplicit|linter\.[\w.]+) \w+[ ]*$",
    re.MULTILINE,
)
_FENCES = re.compile(r"\A(\s*(?:```|~~~)[^\n`]*\n)((?:.*\n)?)([ \t]*(?:```|~~~)\s*)\Z", re.DOTALL)
_BINDS = frozenset({"let", "have", "haveI", "letI"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text states.

    `claim` is the text with its proof replaced by `by sorry`, ready for Lean, and knows the places of the
    text as it was given. Where the person wrote a proof, `proof` is that term, or `sketch` if it has gaps,
    and `attempt` the text with it.
    """

    statement: Statement
    claim: Document
    proof: str = ""
    attempt: Document | None = None
    sketch: str = ""


def read_statement(text: str, environment_header: str, name: str | None = None) -> Reading:
    """Find the theorem that `text` states: a theorem, lemma or example, or a bare proposition.

    `name` is used instead of the name in the text, if there is one, which a library may have taken already.
    Raises NotAStatement, with a place in `text` where there is one.
    """
    text = _without_fences(text.replace("\r\n", "\n").removeprefix("\ufeff"))
    if not text.strip():
        raise NotAStatement("There is nothing to prove yet: type a theorem.")
    if len(text) > LONGEST:
        raise NotAStatement(f"This text is longer than {LONGEST} characters.")
    text, left_out = _without_options(text.replace("\t", " "))  # Lean reads no tabs; every place stays
    body = with_header(text, environment_header)
    body = replace(body, notes=body.notes + left_out)
    text = body.source[len(environment_header) + 1 :]  # its own header is blank now, its places are the same
    _gate(text)
    found = words(text)
    _check_letters(text, found)
    declared = [word for word in found if word.kind == "name" and word.text in _DECLARES]
    if len(declared) > 1:
        lines = ", ".join(str(position(text, word.offset).line) for word in declared)
        raise NotAStatement(
            f"One theorem at a time: this text has {len(declared)} (lines {lines}).",
            position(text, declared[1].offset),
        )
    source = _Source(text, found, body, environment_header)
    return _declared(source, declared[0], name) if declared else _bare(source)


@dataclass(frozen=True, slots=True)
class _Source:
    """The text that is read, with its words; `body` is the same text ready for Lean."""

    text: str
    words: list[Word]
    body: Document
    header: str

    def document(self, exchanged: list[tuple[Word, str]], end: int, tail: str) -> Document:
        """The text up to `end`, with some words exchanged for others and `tail` behind it."""
        pieces: list[str] = []
        edits: list[Edit] = []
        start = 0
        for word, new in exchanged:
            place = position(self.text, word.offset)
            pieces += [self.text[start : word.offset], new]
            edits.append(Edit(place.line, place.column, len(new) - len(word.text)))
            start = word.end
        text = "".join([*pieces, self.text[start:end], tail])
        return replace(self.body, source=f"{self.header}\n{text}", edits=tuple(edits))


def _without_fences(text: str) -> str:
    """`text` with blanks in place of the lines that quote all of it."""
    blank = re.compile(r"[^\n]")
    return _FENCES.sub(lambda found: f"{blank.sub(' ', found[1])}{found[2]}{blank.sub(' ', found[3])}", text)


def _without_options(text: str) -> tuple[str, tuple[str, ...]]:
    """Blank out lines that set what Lemmata sets by itself, with a note about each."""
    found = [match[0].strip() for match in _OPTION.finditer(text)]
    return _OPTION.sub(lambda match: " " * len(match[0]), text), tuple(
        f"`{option}` was left out: Lemmata has limits of its own." for option in found
    )


def _gate(text: str) -> None:
    if refused := refused_words(text):
        first = refused[0]
        if first.word in "()[]{}⟨⟩":
            raise NotAStatement(f"`{first.word}`: {first.reason}.", first.position)
        raise NotAStatement(f"`{first.word}` cannot be part of a problem: {first.reason}.", first.position)


def _check_letters(text: str, found: list[Word]) -> None:
    """Lean itself would only say `expected token`."""
    letters = (word for word in found if unicodedata.category(word.text[0]) in _LETTERS)
    if stray := next((word for word in letters if word.kind == "symbol" and word.text not in "λΠΣ"), None):
        raise NotAStatement(
            f"Lean takes no `{stray.text}` in a name: use Latin or Greek letters.",
            position(text, stray.offset),
        )


def _bare(given: _Source) -> Reading:
    """A text without a declaration is a proposition, all of it."""
    text, found = given.text, given.words
    if not found:
        raise NotAStatement("There is only a header or a comment here: type a theorem.")
    if found[0].text in _BEFORE:
        raise NotAStatement(
            "Definitions alone state nothing to prove: add a theorem below them.", position(text, len(text))
        )
    start, end = found[0].offset, found[-1].end
    if any(word.text == ":=" for word in _outermost(found)):
        raise NotAStatement(
            "A proof needs a theorem to prove: begin with `theorem NAME : ...`.", position(text, start)
        )
    statement = Statement(given.header, "", DEFAULT_NAME, "", "", text[start:end])
    source = f"{given.header}\ntheorem {DEFAULT_NAME} :\n{text[:end]} := by sorry\n"
    return Reading(statement, replace(given.body, source=source, added_lines=given.body.added_lines + 1))


def _declared(given: _Source, keyword: Word, new_name: str | None) -> Reading:
    text, index = given.text, given.words.index(keyword)
    _check_preamble(text, given.words[:index])
    name, universes, rest = _named(text, keyword, given.words[index + 1 :])
    colon, assign, end = _parts(text, keyword, rest)
    binders = [word for word in rest if word.offset < colon.offset]
    statement = Statement(
        given.header,
        preamble=text[: keyword.offset].lstrip(),
        name=new_name or (name.text if name else DEFAULT_NAME),
        universes=universes,
        binders=text[binders[0].offset : binders[-1].end] if binders else "",
        conclusion=text[colon.offset + 1 : end].strip(),
    )
    exchanged = [(keyword, "theorem" if name else f"theorem {statement.name}")]
    exchanged += [(name, statement.name)] if name else []
    claim = given.document(exchanged, end, " := by sorry\n")
    if len(sorries(claim.source)) > 1:
        raise NotAStatement("A statement has no `sorry` in it.", claim.given(sorries(claim.source)[0]))
    proof = text[assign.offset + 2 :] if assign else ""
    if proof.split() in ([], ["by"], ["sorry"], ["by", "sorry"]):
        return Reading(statement, claim)
    if sorries(proof):
        proof, sketch = "", proof.strip()
    else:
        proof, sketch = proof.strip(), ""
    return Reading(statement, claim, proof, given.document(exchanged, len(text), "\n"), sketch)


def _check_preamble(text: str, before: list[Word]) -> None:
    if before and before[0].text not in _BEFORE:
        raise NotAStatement(
            f"Lemmata did not expect `{before[0].text}` before the theorem: definitions may stand there.",
            position(text, before[0].offset),
        )


def _named(text: str, keyword: Word, rest: list[Word]) -> tuple[Word | None, str, list[Word]]:
    """The name, which an example lacks, the universes `.{u, v}` if any, and the words behind them."""
    name = None
    if stray := next((word for word in rest if word.kind == "name" and word.text in _BEFORE), None):
        raise NotAStatement("Nothing may follow the theorem.", position(text, stray.offset))
    if keyword.text != "example":
        if not rest or rest[0].kind != "name":
            raise NotAStatement(f"`{keyword.text}` needs a name behind it.", position(text, keyword.offset))
        name, rest = rest[0], rest[1:]
    if [word.text for word in rest[:2]] != [".", "{"]:
        return name, "", rest
    closing = next(index for index, word in enumerate(rest) if word.text == "}")
    return name, text[rest[0].offset : rest[closing].offset + 1], rest[closing + 1 :]


def _outermost(found: list[Word]) -> list[Word]:
    """The symbols of `found` that stand outside all brackets, without the `:=` of a `let` or `have`."""
    depth, pending, outside = 0, 0, []
    for word in found:
        if word.kind == "name" and word.text in _BINDS and depth == 0:
            pending += 1
        if word.kind != "symbol":
            continue
        depth += word.text[-1] in "([{⟨"
        depth -= word.text in ")]}⟩"
        if depth == 0 and word.text == ":=" and pending:
            pending -= 1
        elif depth == 0:
            outside.append(word)
    return outside


def _parts(text: str, keyword: Word, rest: list[Word]) -> tuple[Word, Word | None, int]:
    """The outermost colon, the `:=` before the proof, and the offset where the claim ends."""
    outside = _outermost(rest)
    colon = next((word for word in outside if word.text in (":", ":=")), None)
    if colon is None or colon.text == ":=":
        place = position(text, (colon or keyword).offset)
        raise NotAStatement("A theorem says what it claims behind a colon: `theorem NAME : CLAIM`.", place)
    assign = next((word for word in outside if word.text == ":="), None)
    behind = [
        word for word in rest if word.offset > colon.offset and (not assign or word.offset < assign.offset)
    ]
    if not behind:
        raise NotAStatement("There is no claim behind the colon.", position(text, colon.offset))
    if field := next((word for word in behind if word.text == "where"), None):
        place = position(text, field.offset)
        raise NotAStatement("Write the proof behind `:=`, not behind `where`: `:= ⟨..., ...⟩`.", place)
    before = outside[: outside.index(assign)] if assign else outside
    if bar := next((word for word in before if word.text == "|" and _starts_line(text, word)), None):
        raise NotAStatement(
            "Write the proof behind `:=`, not as `|` alternatives.", position(text, bar.offset)
        )
    return colon, assign, behind[-1].end


def _starts_line(text: str, word: Word) -> bool:
    return not text[text.rfind("\n", 0, word.offset) + 1 : word.offset].strip()
