"""A proof as somebody gives it, tactics or a term, as a term."""

from __future__ import annotations

import re

from app.domain.errors import NotAStatement
from app.domain.lean_source import words
from app.domain.tactic_text import dedented, indented, without_comments

# What begins a tactic and, at the beginning of a line, hardly ever the rest of one.
_BEGIN = """abel aesop all_goals any_goals apply assumption by_cases by_contra calc case cases change
    classical clear congr constructor contradiction contrapose convert decide dsimp exact exacts exfalso
    existsi ext field_simp first focus funext gcongr generalize grind have induction injection interval_cases
    intro intros left let linarith next nlinarith norm_cast norm_num obtain omega positivity push_cast
    push_neg rcases refine rename_i repeat replace revert rfl right ring ring_nf rintro rw rwa set show
    simp simp_all simpa sorry specialize split subst suffices symm tauto trans trivial try unfold use
    · ."""
_TACTICS = frozenset(_BEGIN.split())
_WANT_MORE = "all_goals any_goals apply at by calc do exact first focus from have repeat try using with"
_OPEN = frozenset(_WANT_MORE.split())
_OPEN_SYMBOLS = tuple("=>,;·.|:→↔∧∨+-/$▸<≤")
_DOTTED = re.compile(r"[^\W\d][\w'!?₀-₉]*(?:\.[\w'!?₀-₉]+)+")
_TERMS = ("fun", "λ", "⟨", "@", "‹")  # what begins no tactic


def as_term(text: str) -> str:
    """Tactics get a `by`; what begins with one, stands behind `:=` or cannot be tactics is a term already."""
    text = dedented(text.strip("\n").rstrip())
    if text.startswith(":="):
        return text[2:].strip()
    if re.match(r"\s*by(?![^ \n])", text) or _is_term(text):
        return text.strip()
    return f"by\n{indented(_aligned(text))}"


def _is_term(text: str) -> bool:
    """Whether no tactic can begin as `text` does, and no second tactic stands below it."""
    first, *rest = text.split("\n")
    if any(line and not line.startswith(" ") for line in rest):
        return False
    begins = first.lstrip("( ")
    word = re.match(r"\w+|\S", begins)
    return word is not None and (word[0] in _TERMS or _DOTTED.match(begins) is not None)


def _aligned(text: str) -> str:
    """`text` with all in the column of its first line, which alone was copied from its middle."""
    try:
        first, _, rest = without_comments(text).partition("\n")
        ends = [word.text for word in words(first)]
    except NotAStatement:
        return text
    lines = [line for line in dedented(rest).split("\n") if line.strip()]
    if first.startswith(" ") or not ends or not lines or not all(_begins(line) for line in lines):
        return text
    head, _, below = text.partition("\n")
    return f"{head}\n{dedented(below)}" if _is_whole(first, ends) else text


def _begins(line: str) -> bool:
    """Whether `line` goes on with the one before it or begins a tactic."""
    word = re.match(r"[\w]+|\S", line)
    return line.startswith(" ") or (word is not None and word[0] in _TACTICS)


def _is_whole(line: str, ends: list[str]) -> bool:
    """Whether a tactic can end with `line`, whose words are `ends`."""
    opened, closed = (sum(map(line.count, brackets)) for brackets in ("([{⟨", ")]}⟩"))
    return opened == closed and ends[-1] not in _OPEN and not line.rstrip().endswith(_OPEN_SYMBOLS)
