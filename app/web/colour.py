"""Lean text in colour, as HTML whose only markup is ours."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from markupsafe import Markup, escape
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Generic, Keyword, Name, Number, String, _TokenType

_MORE_KEYWORDS = """prelude apply assumption by_cases cases constructor contradiction decide exact exfalso
    exists generalize induction injection intro intros left omega rcases refine revert rfl rename_i replace
    right rintro rw simp simp_all specialize split subst suffices symm trivial unfold use"""
_LEXER = get_lexer_by_name("lean4", stripnl=False, ensurenl=False)
_LEXER.add_filter("highlight", names=_MORE_KEYWORDS.split(), tokentype=Keyword)  # tactics, most of all
_COLOURED: dict[Any, str] = {
    Keyword.Type: "type",
    Keyword: "keyword",
    Name.Builtin.Pseudo: "symbol",
    Number: "literal",
    String: "literal",
    Comment: "comment",
    Generic.Error: "hole",
}


@lru_cache(20_000)
def lean(text: str) -> Markup:
    """`text` escaped and in colour."""
    return lean_once(text)


def lean_once(text: str) -> Markup:
    """The same for what may be long and is seldom shown again, and so is not kept."""
    pieces = (_piece(_class(token), escape(value)) for token, value in _LEXER.get_tokens(text))
    return Markup("".join(pieces))  # noqa: S704 — every value was escaped


def prose(text: str) -> Markup:
    """A sentence, with what stands between backticks as Lean."""
    words = text.split("`")
    pieces = (
        Markup("<code>{}</code>").format(lean(part)) if number % 2 else escape(part)
        for number, part in enumerate(words)
    )
    return Markup("").join(pieces)


def _piece(name: str | None, escaped: Markup) -> str:
    return f'<span class="lean-{name}">{escaped}</span>' if name else str(escaped)


@cache
def _class(token: _TokenType) -> str | None:
    return next((name for kind, name in _COLOURED.items() if token in kind), None)
