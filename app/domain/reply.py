"""What a model's reply offers for a statement: a proof in its last Lean block, and never more than text.

A reply may be prose, hold several blocks or half of one, prove something else, or cheat. Only what stands
behind the `:=` of the theorem that was asked for is taken, and put behind the statement as it is locked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from textwrap import dedent, indent

from app.domain.errors import NotAStatement
from app.domain.gate import FILE_MAY, refused_words
from app.domain.lean_source import sorries, words
from app.domain.problem import Statement
from app.domain.statement import Reading, read_statement
from app.domain.tactic_text import block

_BLOCK = re.compile(
    r"^[ \t]*```[ \t]*(?P<language>[\w+-]*)[^\n]*\n(?P<code>.*?)(?:^[ \t]*```|\Z)", re.M | re.S
)
_LEAN = ("lean4", "lean", "")
_COMMAND = re.compile(
    r"^(?:@\[[^\]\n]*\]\s*)?(?:(?:private|protected|nonrec|noncomputable)\s+)*"
    r"(?P<keyword>theorem|lemma|example|def|abbrev|instance|structure|inductive|class|axiom|opaque|namespace|"
    r"section|end|open|variable|universe|set_option|import|local|scoped|notation|macro|syntax|elab|attribute|"
    r"#\w+|/--)",
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
    """The last Lean block, which may be unfinished; empty where there is none."""
    found = [match["code"] for match in _BLOCK.finditer(reply) if match["language"].lower() in _LEAN]
    return next((code for code in reversed(found) if code.strip()), "")


def proof_in(reply: str, statement: Statement) -> Offered | Unusable:
    """What `reply` offers as a proof of `statement`."""
    code = lean_code(reply)
    if not code:
        return Unusable("The reply holds no Lean code.")
    try:
        return _offered(code, statement)
    except NotAStatement as error:
        return Unusable(f"The code in the reply cannot be read: {error}")


def _offered(code: str, statement: Statement) -> Offered | Unusable:
    code = _ASIDE.sub("", code)
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
    ends = [match.start() for match in found[1:]] + [len(code)]
    return [
        code[match.start("keyword") : end]
        for match, end in zip(found, ends, strict=True)
        if match["keyword"] in _PROVES
    ]


def _read(text: str, statement: Statement) -> Reading:
    return read_statement(text, statement.header)


def _proof(reading: Reading) -> str:
    return reading.proof or reading.sketch


def _same(one: Statement, other: Statement) -> bool:
    """Whether two statements are the same words; what they mean is for the certifier to compare."""
    said, asked = ([word.text for word in words(s.signature.split(s.name, 1)[1])] for s in (one, other))
    return said == asked


def _together(before: list[Reading], proof: str) -> str:
    """`proof` behind the lemmas that it may use, each as a `have`."""
    if not before:
        return proof
    steps = [_have(reading.statement, _proof(reading) or "by sorry") for reading in before]
    return "\n".join(["by", *(indent(step, "  ") for step in [*steps, block(proof)])])


def _have(statement: Statement, proof: str) -> str:
    binders = f" {statement.binders}" if statement.binders else ""
    head = f"have {statement.name}{binders} : {statement.conclusion} := by"
    return f"{head}\n{indent(block(proof), '  ')}"


def fill(said: str, column: int) -> Offered | Unusable:
    """The tactics that a model says for a gap in `column`; what stands further left is not of the gap.

    Nothing else can change: only these lines are put into the file, and they may not hold a command.
    """
    lines = f"{' ' * column}{said}".split("\n")
    own = list(takewhile(lambda line: not line.strip() or line[:column].isspace() or column == 0, lines))
    tactics = dedent("\n".join(own)).strip("\n").rstrip()
    if not tactics.strip():
        return Unusable("The reply fills the gap with nothing.")
    try:
        words(tactics)
    except NotAStatement as error:
        return Unusable(f"What the reply fills in cannot be read: {error}")
    if refused := refused_words(tactics):
        return Unusable(f"The reply uses `{refused[0].word}`: {refused[0].reason}.")
    return Offered(f"by\n{indent(tactics, '  ')}")
