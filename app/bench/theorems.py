"""Lean files of theorems without proofs, as data sets are published: every theorem as a text of its own.

A text has the imports, the commands in force and the definitions that the theorem needs, and no proof.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.domain.errors import NotAStatement
from app.domain.lean_source import Word, header, position, words_and_comments
from app.domain.statement import read_statement

_CLAIMS = frozenset({"theorem", "lemma", "example"})
_DEFINES = frozenset({"def", "abbrev", "instance", "inductive", "structure", "class", "axiom", "opaque"})
_CONTEXT = frozenset(
    {"open", "variable", "universe", "attribute", "local", "notation", "infix", "infixl", "infixr", "prefix"}
    | {"postfix", "macro", "macro_rules", "syntax"}
)
_KEYWORDS = _CLAIMS | _DEFINES | _CONTEXT | {"import", "set_option", "section", "namespace", "end"}
_MODIFIERS = frozenset({"noncomputable", "private", "protected", "public"})


@dataclass(frozen=True, slots=True)
class Stated:
    """One theorem of a file.

    `text` is a file that states it, `claim` the theorem alone; `words` are its documentation; `line`, from 1,
    is where it begins.
    """

    name: str
    text: str
    claim: str
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class _Command:
    """A command with what stands before it, documentation and modifiers, and the comments behind it.

    `plain` are its words without comments; `keyword` is the one that says what it is: `theorem`, also behind
    `open ... in`.
    """

    text: str
    comments: tuple[Word, ...]
    plain: tuple[Word, ...]
    keyword: Word

    @classmethod
    def of(cls, text: str, words: Sequence[Word]) -> _Command:
        plain = tuple(word for word in words if not word.is_comment)
        known = [word for word in plain if word.kind == "name" and word.text in _KEYWORDS]
        said = next((word for word in known if word.text in _CLAIMS | _DEFINES), None)
        keyword = said or next(iter(known), plain[0])
        return cls(text, tuple(word for word in words if word.is_comment), plain, keyword)

    @property
    def name(self) -> str:
        behind = [word for word in self.plain if word.offset > self.keyword.offset][:1]
        named = behind and behind[0].kind == "name" and self.keyword.text != "example"
        return behind[0].text if named else ""

    @property
    def whole(self) -> str:
        return self.text[self.plain[0].offset : self.plain[-1].end]

    @property
    def line(self) -> int:
        return position(self.text, self.keyword.offset).line

    @property
    def opened(self) -> str:
        """`open ... in`, where that stands before the keyword."""
        before = [word for word in self.plain if word.offset < self.keyword.offset]
        start = next((word.offset for word in before if word.text == "open"), len(self.text))
        end = next((word.end for word in before if word.offset > start and word.text == "in"), None)
        return f"{self.text[start:end]}\n" if end else ""

    @property
    def documentation(self) -> str:
        said = [word.text for word in self.comments if word.offset < self.keyword.offset]
        return uncommented(next((text for text in reversed(said) if text.startswith("/--")), ""))


@dataclass(slots=True)
class _Context:
    """What is in force at one place of a file, innermost last; a definition is in force if it is needed."""

    imports: list[str] = field(default_factory=list)
    scopes: list[list[_Command]] = field(default_factory=lambda: [[]])

    def enter(self, command: _Command) -> None:
        match command.keyword.text:
            case "import":
                imported = header(command.whole).imports
                self.imports += [f"import {name}\n" for name in imported]
            case "set_option":
                pass  # limits are ours, and what a statement means does not hang on the others
            case name if name.startswith("#"):
                pass
            case "end":
                del self.scopes[max(1, len(self.scopes) - 1) :]
            case "section":
                self.scopes.append([])
            case "namespace":
                self.scopes.append([command])
            case _:
                self.scopes[-1].append(command)

    def before(self, claim: str) -> str:
        """Everything that stands before `claim` in a file of its own. Raises NotAStatement."""
        known = [command for scope in self.scopes for command in scope]
        wanted, kept = _names(claim), list[str]()
        for command in reversed(known):
            if command.keyword.text not in _DEFINES:
                kept.append(command.whole)
            elif command.keyword.text == "instance" or command.name.rpartition(".")[2] in wanted:
                kept.append(_solved(command))
                wanted |= _names(kept[-1])
        blank = ["\n"] if self.imports else []
        return "".join([*self.imports, *blank, *(f"{text}\n" for text in reversed(kept))])


def read_theorems(text: str) -> list[Stated]:
    """The theorems of a file in its order. Raises NotAStatement, with a place in `text`.

    An instance or a definition whose body is missing counts as one: there is something to be found.
    """
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    context, stated = _Context(), list[Stated]()
    for command in _commands(text):
        if command.keyword.text in _CLAIMS or _to_be_found(command):
            claim = _claim(command)
            name = command.name or f"{command.keyword.text}_{command.line}"
            whole = f"{context.before(claim)}{command.opened}{claim}"
            stated.append(Stated(name, whole, claim, command.documentation, command.line))
        else:
            context.enter(command)
    return stated


def uncommented(text: str) -> str:
    """The words of a documentation comment, or of a text that is none."""
    inner = text.strip()
    if inner.startswith("/-") and inner.endswith("-/"):
        inner = inner[2:-2].lstrip("-!")
    return inner.strip()


def _commands(text: str) -> Iterator[_Command]:
    begun: list[Word] = []
    for word in words_and_comments(text):
        if _begins(text, word) and not _unfinished(begun):
            yield _Command.of(text, begun)
            begun = []
        begun.append(word)
    if any(not word.is_comment for word in begun):
        yield _Command.of(text, begun)


def _begins(text: str, word: Word) -> bool:
    """Whether a command begins here: published files begin each on a line of its own, without indentation."""
    if word.offset and text[word.offset - 1] != "\n":
        return False
    known = word.kind == "name" and word.text in _KEYWORDS | _MODIFIERS
    return known or word.kind == "hash" or word.text.startswith(("/--", "/-!", "@["))


def _unfinished(begun: Sequence[Word]) -> bool:
    """Whether what has begun is documentation, modifiers and `open ... in` for what follows, or nothing."""
    plain = [word for word in begun if not word.is_comment]
    said = any(word.kind == "hash" or (word.kind == "name" and word.text in _KEYWORDS) for word in plain)
    return not said or plain[-1].text == "in"


def _claim(command: _Command) -> str:
    """The theorem without its proof; a text that cannot be read as one is left as it is, to be refused."""
    own = command.text[command.keyword.offset : command.plain[-1].end]
    try:
        return read_statement(own, "").statement.signature
    except NotAStatement:
        return own


def _to_be_found(command: _Command) -> bool:
    """Whether it is `instance ... := sorry` or the like; an answer has its solution behind it."""
    missing = command.keyword.text in ("instance", "def") and command.plain[-1].text in (":=", "by", "sorry")
    return missing and not _solution(command)


def _solved(command: _Command) -> str:
    """A definition with the solution in it that stands behind it as a comment. Raises NotAStatement."""
    last = command.plain[-1]
    if last.text != "sorry":
        return command.whole
    if not (solution := _solution(command)):
        raise NotAStatement(
            f"`{command.name}` is `sorry`, and no comment behind it says what it is",
            position(command.text, last.offset),
        )
    return f"{command.text[command.plain[0].offset : last.offset]}(\n{solution})"


def _solution(command: _Command) -> str:
    end = command.plain[-1].end
    behind = [word.text for word in command.comments if word.kind == "line_comment" and word.offset >= end]
    return "\n".join(text.removeprefix("--") for text in behind)


def _names(text: str) -> set[str]:
    """Every part of every name: `x.size` may speak of a definition `Game.size`."""
    names = (word.text for word in words_and_comments(text) if word.kind == "name")
    return {part for name in names for part in name.split(".")}
