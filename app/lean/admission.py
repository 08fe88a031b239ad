"""What may go to the certifier at all: refused here with a reason, before Lean sees it.

All of it explains early what the steps behind would find as well.
"""

from __future__ import annotations

from app.domain.certificate import NotCertified, Refusal
from app.domain.errors import NotAStatement
from app.domain.gate import NOWHERE, refused_words
from app.domain.lean_source import words
from app.domain.problem import Environment, Statement

LONGEST = 200_000
_COMMANDS = {
    *("abbrev", "add_decl_doc", "class", "coinductive", "declare_simp_like_tactic", "def", "example"),
    *("inductive", "init_quiet", "lemma", "nonrec", "structure", "theorem", "universe", "variable"),
}


def refusal(environment: Environment, statement: Statement, proof: str) -> NotCertified | None:
    """Why this may not be certified, if so. What passes is one theorem with its proof."""
    detail = _whole(environment, statement, proof) or _parts(statement, proof)
    return NotCertified(Refusal.REFUSED_SOURCE, detail) if detail else None


def _whole(environment: Environment, statement: Statement, proof: str) -> str | None:
    source = statement.source(proof)
    if statement.header != environment.header:
        return "The file does not begin with the environment's header."
    if not proof.strip():
        return "There is no proof."
    if len(source) > LONGEST:
        return f"The file is longer than {LONGEST} characters."
    return nowhere(source)


def nowhere(text: str) -> str | None:
    """Why the whole of a text is refused, its comments included."""
    found = next((word for word in NOWHERE if word in text), None)
    return f"`{found}` may stand nowhere, not even in a comment: {NOWHERE[found]}." if found else None


def misplaced(text: str, allowed: frozenset[str] = frozenset()) -> str | None:
    """The first word of a text that may not stand there. Raises NotAStatement if it cannot be read."""
    refused = refused_words(text, allowed)
    return f"`{refused[0].word}` cannot stand here: {refused[0].reason}." if refused else None


def _parts(statement: Statement, proof: str) -> str | None:
    """Each part by itself, so that no comment, string or bracket of one reaches into the next."""
    claim = f"{statement.name}{statement.universes} {statement.binders} : {statement.conclusion}"
    try:
        for text in (statement.preamble, claim, proof):
            if detail := misplaced(text):
                return detail
        if command := next(
            (word for text in (claim, proof) for word in words(text) if word.text in _COMMANDS), None
        ):
            return f"`{command.text}` begins another command."
    except NotAStatement as error:
        return str(error)
    return None
