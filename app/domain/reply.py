"""What a model's reply offers for a statement: a proof in one of its Lean blocks, and never more than text.

A reply may be prose, hold several blocks or half of one, prove something else, or cheat. Only what stands
behind the `:=` of the theorem that was asked for is taken, and put behind the statement as it is locked.
Comments are left out: nothing is judged by them, and Lean does not see them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from itertools import takewhile

from app.domain.errors import NotAStatement
from app.domain.gate import FILE_MAY, refused_words
from app.domain.lean_source import sorries, words
from app.domain.pasted import as_term
from app.domain.problem import Statement
from app.domain.statement import Reading, read_statement
from app.domain.tactic_text import block, dedented, indented, tidy, without_comments

_BLOCK = re.compile(
    r"^[ \t]*```[ \t]*(?P<language>[\w+-]*)[^\n]*\n(?P<code>.*?)(?:^[ \t]*```|\Z)", re.M | re.S
)
_LEAN = ("lean4", "lean", "")
_COMMAND = re.compile(
    r"^(?:@\[[^\]\n]*\]\s*)?(?:(?:private|protected|nonrec|noncomputable)\s+)*"
    r"(?P<keyword>theorem|lemma|example|def|abbrev|instance|structure|inductive|class|axiom|opaque|namespace|"
    r"section|end|open|variable|universe|set_option|import|local|scoped|notation|macro|syntax|elab|attribute|"
    r"#\w+)(?![\w.'!?])",
    re.M,
)
_ASIDE = re.compile(r"^#.*$", re.M)
_PROVES = ("theorem", "lemma", "example")
_NEITHER_HERE_NOR_THERE = FILE_MAY | {"set_option", "import", "prelude"}


@dataclass(frozen=True, slots=True)
class Offered:
    """`proof`, a term, for the statement that was asked for; `note` says what a person should know of it."""

    proof: str
    note: str = ""

    @property
    def whole(self) -> bool:
        """Whether it has no gaps."""
        return not sorries(self.proof)


@dataclass(frozen=True, slots=True)
class Unusable:
    """Nothing to ask Lean about; `why` is a sentence for a person."""

    why: str


def lean_code(reply: str) -> str:
    """The last Lean block that states something, or else the last; it may be unfinished, or empty."""
    return _best(_plain(reply)).code


def plan_in(reply: str) -> str:
    """What stands before that block."""
    reply = _plain(reply)
    return reply[: _best(reply).start].strip()


def proof_in(reply: str, statement: Statement) -> Offered | Unusable:
    """What `reply` offers as a proof of `statement`."""
    best = _best(_plain(reply), statement.name)
    if not best.code:
        return Unusable("The reply holds no Lean code.")
    try:
        return _offered(best, statement)
    except NotAStatement as error:
        return Unusable(f"The code in the reply cannot be read: {error}")


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


def _plain(text: str) -> str:
    """`text` in Lean's own lines and spaces."""
    return text.replace("\r\n", "\n").replace("\N{NO-BREAK SPACE}", " ")


def _best(reply: str, name: str = "") -> _Block:
    """The last of the blocks that are worth most; `name` is that of the theorem that was asked for."""
    found = [
        _Block(_ASIDE.sub("", match["code"]), match.start(), _worth(match, name))
        for match in _BLOCK.finditer(reply)
        if match["language"].lower() in _LEAN and match["code"].strip()
    ]
    return max(reversed(found), key=lambda block: block.worth, default=_Block())


def _worth(block: re.Match[str], name: str) -> _Worth:
    try:
        code = without_comments(block["code"])
    except NotAStatement:
        code = block["code"]
    if name and re.search(rf"\b(?:theorem|lemma)\s+{re.escape(name)}(?![\w.'!?])", code):
        return _Worth.ASKED_FOR
    stated = {match["keyword"] for match in _COMMAND.finditer(code)}
    if stated & {"theorem", "lemma"}:
        return _Worth.THEOREM
    if "example" in stated:
        return _Worth.EXAMPLE
    return _Worth.LEAN if block["language"] else _Worth.UNKNOWN


def _offered(best: _Block, statement: Statement) -> Offered | Unusable:
    code = without_comments(best.code)
    if best.worth is _Worth.LEAN and code.strip() and not _COMMAND.search(code):
        code = f"{statement.signature} := {as_term(code)}"  # tactics alone
    if refused := refused_words(code, _NEITHER_HERE_NOR_THERE):
        return Unusable(f"The reply uses `{refused[0].word}`: {refused[0].reason}.")
    stated = [_read(text, statement) for text in _theorems(code)]
    if not stated:
        return Unusable("The code in the reply proves no theorem.")
    asked = [reading for reading in stated if reading.statement.name == statement.name] or stated[-1:]
    main, before = asked[-1], stated[: stated.index(asked[-1])]
    if not _proof(main):
        return Unusable("The code in the reply states the theorem without a proof.")
    note = "" if _same(main.statement, statement) else "The reply states another theorem than was asked for."
    return Offered(_together(before, _proof(main)), note)


def _theorems(code: str) -> list[str]:
    """The text of each theorem, up to the next command."""
    found = list(_COMMAND.finditer(code))
    bounds = [*(match.start() for match in found), len(code)]
    return [
        code[match.start("keyword") : end]
        for match, end in zip(found, bounds[1:], strict=True)
        if match["keyword"] in _PROVES
    ]


def _read(text: str, statement: Statement) -> Reading:
    return read_statement(text, statement.header)


def _proof(reading: Reading) -> str:
    return tidy(reading.proof or reading.sketch)


def _same(one: Statement, other: Statement) -> bool:
    """Whether two statements are the same words; what they mean is for the certifier to compare."""
    said, asked = ([word.text for word in words(s.signature.split(s.name, 1)[1])] for s in (one, other))
    return said == asked


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
