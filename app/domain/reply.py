"""What a model's reply offers for a statement: a proof in one of its Lean blocks, and never more than text.

A reply may be prose, hold several blocks or half of one, prove something else, or cheat. Only what stands
behind the `:=` of the theorem that was asked for is taken, and put behind the statement as it is locked.
Comments are left out: nothing is judged by them, and Lean does not see them.

A statement is read with the same patience, and it is a person who says whether it is the right one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from itertools import takewhile

from app.domain.binders import same_but_for_names, with_names_of
from app.domain.errors import NotAStatement
from app.domain.fences import COMMAND, Fenced, blocks
from app.domain.gate import FILE_MAY, refused_words
from app.domain.lean_source import sorries, words
from app.domain.namespaces import SHOWN, opened_by
from app.domain.pasted import as_term
from app.domain.problem import Statement
from app.domain.statement import Reading, read_statement
from app.domain.tactic_text import block, dedented, indented, tidy, without_comments

_ASIDE = re.compile(r"^#.*$", re.M)
_PROVES = ("theorem", "lemma", "example")
_DEFINES = ("def", "abbrev", "instance", "structure", "inductive", "class")
_SAYS_NOTHING = ("namespace", "section", "end", "set_option", "import", "attribute")  # of a statement
_NEITHER_HERE_NOR_THERE = FILE_MAY | {"set_option", "import", "prelude"}


@dataclass(frozen=True, slots=True)
class Offered:
    """`proof`, a term, for the statement that was asked for; `note` says what a person should know of it.

    `namespaces` are those that its author had open.
    """

    proof: str
    note: str = ""
    namespaces: tuple[str, ...] = SHOWN

    @property
    def whole(self) -> bool:
        """Whether it has no gaps."""
        return not sorries(self.proof)


@dataclass(frozen=True, slots=True)
class Unusable:
    """Nothing to ask Lean about; `why` is a sentence for a person."""

    why: str


_UNPROVED = Unusable("The code in the reply states the theorem without a proof.")


def lean_code(reply: str) -> str:
    """The last Lean block that states something, or else the last; it may be unfinished, or empty."""
    return _best(_plain(reply)).code


def plan_in(reply: str) -> str:
    """What stands before that block."""
    reply = _plain(reply)
    return reply[: _best(reply).start].strip()


def statement_in(reply: str) -> str:
    """The last theorem that `reply` states, behind what it defines, for `read_statement` to read.

    Left out are comments and what bears on no statement: lemmas before it, attributes, namespaces, options.
    Code that states no theorem is given as it is; without any, the text is empty.
    """
    code = lean_code(reply)
    try:
        commands = _commands(without_comments(code))
    except NotAStatement:
        return code
    stated = [one for one in commands if one.keyword in _PROVES]
    last = ([one for one in stated if one.keyword != "example"] or stated)[-1:]
    before = [one for one in commands if one.keyword not in (*_PROVES, *_SAYS_NOTHING)]
    return tidy("".join(one.text for one in [*before, *last])).strip()


def proof_in(reply: str, statement: Statement) -> Offered | Unusable:
    """What `reply` offers as a proof of `statement`.

    Where the best block only states it, another one may prove it.
    """
    found = _found(_plain(reply), statement.name)
    tried = [_tried(one, statement) for one in found if one.worth in (found[0].worth, _Worth.LEAN)]
    proves = (one for one in tried if one != _UNPROVED)
    return next(proves, tried[0] if tried else Unusable("The reply holds no Lean code."))


class _Worth(IntEnum):
    """What a block may be worth."""

    NOTHING = 0
    UNKNOWN = 1
    LEAN = 2
    EXAMPLE = 3
    THEOREM = 4
    ASKED_FOR = 5


@dataclass(frozen=True, slots=True)
class _Block:
    """The code of a block, which begins at `start` of the reply."""

    code: str = ""
    start: int = 0
    worth: _Worth = _Worth.NOTHING


@dataclass(frozen=True, slots=True)
class _Command:
    """A command of a file up to the next one; what stands before the first has no keyword."""

    keyword: str
    text: str


def _plain(text: str) -> str:
    """`text` in Lean's own lines and spaces."""
    return text.replace("\r\n", "\n").replace("\N{NO-BREAK SPACE}", " ")


def _best(reply: str) -> _Block:
    return next(iter(_found(reply)), _Block())


def _found(reply: str, name: str = "") -> list[_Block]:
    """The blocks that may be Lean, what is worth most first and of that the last; `name` is that of the
    theorem that was asked for.
    """
    found = [
        _Block(_ASIDE.sub("", one.code), one.start, _worth(one, name))
        for one in blocks(reply)
        if one.code.strip()
    ]
    some = [one for one in reversed(found) if one.worth is not _Worth.NOTHING]
    return sorted(some, key=lambda one: -one.worth)


def _worth(block: Fenced, name: str) -> _Worth:
    try:
        code = without_comments(block.code)
    except NotAStatement:
        code = block.code
    if name and re.search(rf"\b(?:theorem|lemma)\s+{re.escape(name)}(?![\w.'!?])", code):
        return _Worth.ASKED_FOR
    stated = {match["keyword"] for match in COMMAND.finditer(code)}
    if stated & {"theorem", "lemma"}:
        return _Worth.THEOREM
    if block.is_lean is False:
        return _Worth.NOTHING
    if "example" in stated:
        return _Worth.EXAMPLE
    return _Worth.LEAN if block.is_lean else _Worth.UNKNOWN


def _tried(one: _Block, statement: Statement) -> Offered | Unusable:
    try:
        return _offered(one, statement)
    except NotAStatement as error:
        return Unusable(f"The code in the reply cannot be read: {error}")


def _offered(best: _Block, statement: Statement) -> Offered | Unusable:
    code = without_comments(best.code)
    if best.worth is _Worth.LEAN and code.strip() and not COMMAND.search(code):
        code = f"{statement.signature} := {as_term(code)}"  # tactics alone
    if refused := refused_words(code, _NEITHER_HERE_NOR_THERE):
        return Unusable(f"The reply uses `{refused[0].word}`: {refused[0].reason}.")
    commands = _commands(code)
    stated = [read_statement(one.text, statement.header) for one in commands if one.keyword in _PROVES]
    if not stated:
        return Unusable("The code in the reply proves no theorem.")
    asked = [reading for reading in stated if reading.statement.name == statement.name]
    main = next((reading for reading in reversed(asked or stated) if _proof(reading)), None)
    if main is None:
        return _UNPROVED
    proof, notes = _proof(main), _left_out(commands, statement)
    if same_but_for_names(main.statement, statement):
        proof = with_names_of(main.statement, statement, proof)
    else:
        notes.insert(0, "The reply states another theorem than was asked for.")
    before = stated[: stated.index(main)]
    return Offered(_together(before, proof), " ".join(notes), _opened(commands))


def _opened(commands: list[_Command]) -> tuple[str, ...]:
    opening = [one.text for one in commands if one.keyword in ("open", "namespace")]
    return tuple(dict.fromkeys([*SHOWN, *(name for text in opening for name in opened_by(text))]))


def _commands(code: str) -> list[_Command]:
    """What a file consists of. Modifiers and attributes of a command are left out."""
    found = list(COMMAND.finditer(code))
    bounds = [*(match.start() for match in found), len(code)]
    ends = zip(found, bounds[1:], strict=True)
    behind = [_Command(match["keyword"], code[match.start("keyword") : end]) for match, end in ends]
    return [_Command("", code[: bounds[0]]), *behind]


def _left_out(commands: list[_Command], statement: Statement) -> list[str]:
    """What to say of the definitions of a reply that are not the statement's own."""
    own = _defined(_commands(statement.preamble))
    new = [name for name in _defined(commands) if name not in own]
    return [f"What the reply defines was left out: `{'`, `'.join(new)}`."] if new else []


def _defined(commands: list[_Command]) -> list[str]:
    """The name of each definition, or its keyword where it has none."""
    defining = (words(one.text)[:2] for one in commands if one.keyword in _DEFINES)
    return [found[-1].text if found[-1].kind == "name" else found[0].text for found in defining]


def _proof(reading: Reading) -> str:
    return tidy(reading.proof or reading.sketch)


def _together(before: list[Reading], proof: str) -> str:
    """`proof` behind the lemmas that it may use, each as a `have`."""
    if not before:
        return proof
    steps = [_have(reading.statement, _proof(reading) or "by sorry") for reading in before]
    return "\n".join(["by", *(indented(step) for step in [*steps, block(proof)])])


def _have(statement: Statement, proof: str) -> str:
    binders = f" {statement.binders}" if statement.binders else ""
    head = f"have {statement.name}{binders} : {statement.conclusion} := by"
    return f"{head}\n{indented(block(proof))}"


def fill(said: str, column: int) -> Offered | Unusable:
    """The tactics that a model says for a gap in `column`; what stands further left is not of the gap.

    Nothing else can change: only these lines are put into the file, and they may not hold a command.
    """
    lines = f"{' ' * column}{_plain(said)}".split("\n")
    own = list(takewhile(lambda line: not line.strip() or line[:column].isspace() or column == 0, lines))
    try:
        text = tidy(without_comments("\n".join(own)))
        refused = refused_words(text)
    except NotAStatement as error:
        return Unusable(f"What the reply fills in cannot be read: {error}")
    tactics = dedented(text).strip()
    if not tactics:
        return Unusable("The reply fills the gap with nothing.")
    if refused:
        return Unusable(f"The reply uses `{refused[0].word}`: {refused[0].reason}.")
    return Offered(f"by\n{indented(tactics)}")
