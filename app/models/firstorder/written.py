"""Terms and formulas as text that Lean reads, and names for what formulas say."""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.models.expression import INFIX, Term
from app.models.firstorder.formulas import SKOLEM, Said

_SHORT = re.compile(r"[^\W\d_]{1,2}['₀-₉]*")
_TIGHTEST, _NEGATION = 1024, 40


def written(term: Term, shown: Mapping[Term, str]) -> str:
    """The text of a term; `shown` names what stands for individuals."""
    return _term(term, shown, 0)


def _term(term: Term, shown: Mapping[Term, str], at_least: int) -> str:
    if term in shown:
        return shown[term]
    if term.head.startswith(SKOLEM):
        term = _as_application(term, shown)
    if not term.args:
        return term.head
    if term.bound:
        return _bracketed(_binding(term, shown), at_least > 0)
    if term.head in INFIX and len(term.args) == 2:
        own, left, right = INFIX[term.head]
        text = f"{_term(term.args[0], shown, left)} {term.head} {_term(term.args[1], shown, right)}"
        return _bracketed(text, own < at_least)
    if term.head == "¬":
        return _bracketed(f"¬{_term(term.args[0], shown, _NEGATION + 1)}", at_least > _NEGATION)
    if term.head == "neg":
        return _bracketed(f"-{_term(term.args[0], shown, 75)}", at_least > 75)
    if term.head in ("⁻¹", "ᶜ", "!"):
        return f"{_term(term.args[0], shown, _TIGHTEST)}{term.head}"
    if term.head == "↑":
        return f"↑{_term(term.args[0], shown, _TIGHTEST)}"
    args = " ".join(_term(arg, shown, _TIGHTEST) for arg in term.args)
    if term.head == "@":
        return _bracketed(args, at_least >= _TIGHTEST)
    if term.head in ("{,}", "⟨⟩", "(,)"):
        inside = ", ".join(_term(arg, shown, 0) for arg in term.args)
        return f"{term.head[0]}{inside}{term.head[-1]}"
    return _bracketed(f"{term.head} {args}", at_least >= _TIGHTEST)


def _as_application(term: Term, shown: Mapping[Term, str]) -> Term:
    """A function that was introduced, at arguments."""
    for count in range(len(term.args), -1, -1):
        name = shown.get(Term(term.head, term.args[:count]))
        if name is not None:
            return Term(name, term.args[count:])
    return term


def _binding(term: Term, shown: Mapping[Term, str]) -> str:
    inside = ", ".join(_term(arg, shown, 0) for arg in term.args)
    bound = " ".join(b.name for b in term.bound)
    if term.head == "{|}":
        return f"{{{bound} | {inside}}}"
    return f"fun {bound} => {inside}" if term.head == "fun" else f"{term.head} {bound}, {inside}"


def _bracketed(text: str, needed: bool) -> str:
    return f"({text})" if needed and not text.startswith("{") else text


def statement(said: Said, shown: Mapping[Term, str], at_least: int = 0) -> str:
    """The text of a formula."""
    match said.kind:
        case "atom":
            return _term(said.atom, shown, at_least)
        case "∀" | "∃":
            own = said.witness
            name = said.shape.name.rstrip("✝")
            while name in shown.values():
                name += "'"
            inner = statement(said.part(0, own), {**shown, own: name})
            sort = f" : {written(said.shape.sort, shown)}" if said.shape.sort else ""
            return _bracketed(f"{said.kind} {name}{sort}, {inner}", at_least > 0)
    if said.negation:
        inner = statement(said.part(0), shown, _NEGATION + 1)
        return _bracketed(f"¬{inner}", at_least > _NEGATION)
    own_, left, right = INFIX[said.kind]
    text = f"{statement(said.part(0), shown, left)} {said.kind} {statement(said.part(1), shown, right)}"
    return _bracketed(text, own_ < at_least)


def hypothesis_name(said: Said) -> str:
    """`hp` for what says `p` or `p x`, `hnp` for its negation, `h` for anything longer."""
    negated = "n" if said.negation else ""
    inner = said.part(0) if said.negation else said
    head = inner.shape.atom.head if inner.kind == "atom" else ""
    if head.startswith("«p"):
        head = inner.terms[int(head[2:])].head
    return f"h{negated}{head}" if _SHORT.fullmatch(head) else "h"
