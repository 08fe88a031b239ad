"""Terms and propositions as Lean prints them, read as trees.

`formula` reads connectives only and takes all else as text; this reads operators, applications and binders
too, with Lean's precedences. Names lose their namespaces and `x.f y` is `f x y`, so that a term of a goal and
one of the library compare equal however each was printed. A wrong reading costs a refused tactic and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r"«[^»]*»(?:\.[\w'!?₀-₉]+)*|[^\W\dᶜ](?:(?!ᶜ)[\w'!?✝₀-₉])*(?:\.(?:(?!ᶜ)[\w'!?✝₀-₉«»])+)*|\d+|"
    r"⋃₀|⋂₀|×ˢ|⁻¹'|⁻¹|\^\[|''|::|\+\+|=>|:=|<\+:|<:\+|<\+|<\||\|>|"
    r"&&|\|\||==|!=|\[MOD|\[ZMOD|∃!|\.\d+|\.[A-Za-z]\w*|\S"
)
# How tight each infix operator binds, and whether it groups to the right.
INFIX = {
    "↔": (20, 21, 21), "→": (25, 26, 25), "∨": (30, 31, 30), "∧": (35, 36, 35), "×": (35, 36, 35),
    "=": (50, 51, 51), "≠": (50, 51, 51), "≤": (50, 51, 51), "<": (50, 51, 51), "≥": (50, 51, 51),
    ">": (50, 51, 51), "∣": (50, 51, 51), "∈": (50, 51, 51), "∉": (50, 51, 51), "⊆": (50, 51, 51),
    "⊂": (50, 51, 51), "≡": (50, 51, 51), "≈": (50, 51, 51), "~": (50, 51, 51), "==": (50, 51, 51),
    "!=": (50, 51, 51), "<+:": (50, 51, 51), "<:+": (50, 51, 51), "<+": (50, 51, 51), "&&": (35, 35, 36),
    "||": (30, 30, 31), "++": (65, 65, 66), "∪": (65, 65, 66), "∩": (70, 70, 71), "\\": (70, 71, 71),
    "::": (67, 68, 67), "+": (65, 65, 66), "-": (65, 65, 66), "*": (70, 70, 71), "/": (70, 70, 71),
    "%": (70, 70, 71), "•": (73, 74, 73), "^": (75, 76, 75), "∘": (90, 91, 90), "''": (80, 80, 81),
    "⁻¹'": (80, 80, 81), "⊓": (69, 69, 70), "⊔": (68, 68, 69), "×ˢ": (82, 83, 82),
}  # fmt: skip
_POSTFIX = frozenset({"ᶜ", "⁻¹", "!"})
_BOUNDED = frozenset({"∈", "<", "≤", ">", "≥", "∉", "⊆", "≠"})
_CLOSING = frozenset({")", "]", "}", "⟩", ",", "|", "⦄"})
_STOPS = _CLOSING | frozenset({"then", "else", ":", ":=", "=>", "↦", "with", "from", ";"})
_QUANTIFIERS = frozenset({"∀", "∃", "∃!"})
_PREFIXES = frozenset(
    {"¬", "-", "∀", "∃", "∃!", "fun", "λ", "if", "let", "have", "match", "!", "⋃", "⋂", "⋃₀", "⋂₀", "𝒫"}
)
_BRACKETS = {"(": ")", "{": "}", "[": "]", "⦃": "⦄"}


class NotRead(ValueError):
    """The text is not a term that this reader knows."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound variable; `type` is None where Lean does not print it, `bracket` is what it stands in."""

    name: str
    type: Term | None = None
    bracket: str = "("


@dataclass(frozen=True, slots=True)
class Term:
    """An operator, constant, variable or numeral applied to `args`; binders bind in the last of them."""

    head: str
    args: tuple[Term, ...] = ()
    bound: tuple[Bound, ...] = ()

    @property
    def size(self) -> int:
        return 1 + sum(arg.size for arg in self.args)


def subterms(term: Term) -> Iterator[Term]:
    """`term` and all that is in it."""
    yield term
    for arg in term.args:
        yield from subterms(arg)


def names(term: Term) -> set[str]:
    return {each.head for each in subterms(term)}


def replaced(term: Term, values: Mapping[str, Term]) -> Term:
    """`term` with variables replaced; a value is not looked into, and bound names shadow."""
    if term.bound:
        values = {name: value for name, value in values.items() if name not in {b.name for b in term.bound}}
    value = values.get(term.head)
    if value is not None:
        if not term.args:
            return value
        return applied(value, tuple(replaced(arg, values) for arg in term.args))
    if not term.args:
        return term
    bound = tuple(Bound(b.name, replaced(b.type, values) if b.type else None, b.bracket) for b in term.bound)
    return Term(term.head, tuple(replaced(arg, values) for arg in term.args), bound)


def applied(function: Term, args: tuple[Term, ...]) -> Term:
    """A function at arguments, in one node where the function is a name."""
    if not args:
        return function
    plain = not function.bound and (function.head[0].isalpha() or function.head[0] in "_«")
    if plain:
        return Term(function.head, (*function.args, *args))
    return Term("@", (function, *args))


@lru_cache(maxsize=16384)
def read(text: str, local: frozenset[str] = frozenset()) -> Term | None:
    """The term that `text` is, None if it is not one; `local` are names with no namespace."""
    try:
        reader = _Reader(_TOKEN.findall(text), set(local))
        term = reader.term(0)
    except (NotRead, RecursionError):
        return None
    return term if reader.at_end else None


class _Reader:
    """A Pratt parser over the words of one text."""

    def __init__(self, words: list[str], local: set[str]) -> None:
        self._words = words
        self._place = 0
        self._local = local

    @property
    def at_end(self) -> bool:
        return self._place >= len(self._words)

    @property
    def _word(self) -> str:
        return self._words[self._place] if self._place < len(self._words) else ""

    def _next(self) -> str:
        if self.at_end:
            raise NotRead
        self._place += 1
        return self._words[self._place - 1]

    def _expect(self, word: str) -> None:
        if self._next() != word:
            raise NotRead

    def term(self, at_least: int) -> Term:
        """The longest term here whose operators bind at least so tightly."""
        left = self._application() if not self._prefix() else self._prefixed()
        while (known := INFIX.get(self._word)) and known[0] >= at_least:
            left = self._joined(self._next(), left, self.term(known[2]))
        return left

    def _joined(self, operator: str, left: Term, right: Term) -> Term:
        match operator:
            case "≠":
                return Term("¬", (Term("=", (left, right)),))
            case "∉":
                return Term("¬", (Term("∈", (left, right)),))
            case ">":
                return Term("<", (right, left))
            case "≥":
                return Term("≤", (right, left))
            case "≡" if self._word in ("[MOD", "[ZMOD"):
                kind, modulus = self._next()[1:], self.term(0)
                self._expect("]")
                return Term(kind, (left, right, modulus))
            case _:
                return Term(operator, (left, right))

    def _prefix(self) -> bool:
        return self._word in _PREFIXES

    def _prefixed(self) -> Term:
        word = self._next()
        if word == "¬":
            return Term("¬", (self.term(40),))
        if word == "-":
            return Term("neg", (self.term(75),))
        if word == "!":
            return Term("not", (self.term(40),))
        if word in ("⋃₀", "⋂₀", "𝒫"):
            return Term(word, (self.term(100),))
        if word in _QUANTIFIERS or word in "⋃⋂":
            return self._quantified(word)
        if word in ("fun", "λ"):
            return self._function()
        if word == "if":
            condition = self._condition()
            self._expect("then")
            yes = self.term(0)
            self._expect("else")
            return Term("if", (condition, yes, self.term(0)))
        raise NotRead

    def _condition(self) -> Term:
        if self._place + 1 < len(self._words) and self._words[self._place + 1] == ":":
            self._place += 2
        return self.term(0)

    def _quantified(self, symbol: str) -> Term:
        bound, relation = self._bound()
        body_at: list[tuple[str, Term]] = relation
        self._expect(",")
        kept = set(self._local)
        self._local |= {b.name for b in bound}
        body = self.term(0)
        self._local = kept
        for each in reversed(body_at):
            joining = "→" if symbol == "∀" else "∧"
            body = Term(joining, (self._joined(each[0], Term(bound[-1].name), each[1]), body))
        return Term(symbol, (body,), tuple(bound))

    def _bound(self) -> tuple[list[Bound], list[tuple[str, Term]]]:
        """Bound variables up to the comma, with what `∀ x ∈ s` or `∃ x < n` says of the last."""
        bound: list[Bound] = []
        while self._word in _BRACKETS:
            bracket = self._next()
            if bracket == "[" and self._words[self._place + 1 : self._place + 2] != [":"]:
                bound.append(Bound("inst", self.term(0), bracket))
            else:
                found = self._names()
                self._expect(":")
                type_ = self.term(0)
                bound += [Bound(name, type_, bracket) for name in found]
            self._expect(_BRACKETS[bracket])
        if self._word == ",":
            return bound, []
        found = self._names()
        if not found:
            raise NotRead
        if self._word == ":":
            self._next()
            type_ = self.term(0)
            return bound + [Bound(name, type_) for name in found], []
        bound += [Bound(name) for name in found]
        if self._word in _BOUNDED:
            return bound, [(self._next(), self.term(51))]
        return bound, []

    def _names(self) -> list[str]:
        found: list[str] = []
        while self._word and (self._word[0].isalpha() or self._word[0] in "_«") and "." not in self._word:
            found.append(self._next())
        return found

    def _function(self) -> Term:
        bound: list[Bound] = []
        while self._word not in ("=>", "↦"):
            if self._word in _BRACKETS:
                closing = _BRACKETS[self._next()]
                found = self._names()
                self._expect(":")
                type_ = self.term(0)
                self._expect(closing)
                bound += [Bound(name, type_) for name in found]
            elif found := self._names():
                bound += [Bound(name) for name in found]
                if self._word == ":":
                    self._next()
                    type_ = self.term(0)
                    bound = [Bound(b.name, b.type or type_) for b in bound]
            else:
                raise NotRead
        self._next()
        kept = set(self._local)
        self._local |= {b.name for b in bound}
        body = self.term(0)
        self._local = kept
        return Term("fun", (body,), tuple(bound))

    def _application(self) -> Term:
        function = self._postfixed(self._atom())
        args: list[Term] = []
        while self._starts_argument():
            args.append(self._postfixed(self._atom()))
        if not args:
            return function
        result = applied(function, tuple(args))
        return self._postfixed(result) if self._word in _POSTFIX else result

    def _starts_argument(self) -> bool:
        word = self._word
        if not word or word in _STOPS or word in INFIX or word in _POSTFIX:
            return False
        if word in ("then", "else", "∀", "∃", "∃!", "¬", "at", "if", "[MOD", "[ZMOD"):
            return False
        if word in ("fun", "λ"):
            return True
        return word[0].isalnum() or word[0] in "_«([{⟨∅↑↓"

    def _postfixed(self, term: Term) -> Term:
        while True:
            word = self._word
            if word in _POSTFIX:
                term = Term(self._next(), (term,))
            elif word == "^[" or (word == "^" and self._words[self._place + 1 : self._place + 2] == ["["]):
                self._place += 1 if word == "^[" else 2
                term = Term("^[]", (term, self.term(0)))
                self._expect("]")
            elif word.startswith(".") and len(word) > 1:
                self._next()
                term = Term(word, (term,)) if word[1].isdigit() else Term(word[1:], (term,))
            else:
                return term

    def _atom(self) -> Term:
        word = self._next()
        if word in ("fun", "λ"):
            return self._function()
        if word in ("↑", "↓"):
            return Term("↑", (self._postfixed(self._atom()),))
        if word == "(":
            return self._parenthesized()
        if word == "[":
            return self._list()
        if word == "{":
            return self._set()
        if word == "⟨":
            return Term("⟨⟩", tuple(self._separated("⟩")))
        if word == "|":
            inner = self.term(0)
            self._expect("|")
            return Term("abs", (inner,))
        if word.isdigit() or word == "∅":
            return Term(word)
        if word[0].isalpha() or word[0] in "_«":
            return self._named(word)
        raise NotRead

    def _named(self, word: str) -> Term:
        first, *fields = word.split(".") if "«" not in word else [word]
        if not fields:
            return Term(word)
        if first not in self._local:
            return Term(fields[-1])
        term = Term(first)
        for name in fields:
            term = Term(f".{name}" if name.isdigit() else name, (term,))
        return term

    def _parenthesized(self) -> Term:
        if self._word in INFIX and self._words[self._place + 1 : self._place + 2] == [")"]:
            operator = self._next()
            self._next()
            return Term(operator)
        inner = self.term(0)
        if self._word == ":":
            self._next()
            self.term(0)
        elif self._word == ",":
            self._next()
            rest = tuple(self._separated(")"))
            return Term("(,)", (inner, *rest))
        self._expect(")")
        return inner

    def _separated(self, closing: str) -> Iterator[Term]:
        while self._word != closing:
            yield self.term(0)
            if self._word == ",":
                self._next()
            elif self._word != closing:
                raise NotRead
        self._next()

    def _list(self) -> Term:
        result = Term("[]")
        for item in reversed(list(self._separated("]"))):
            result = Term("::", (item, result))
        return result

    def _set(self) -> Term:
        start = self._place
        found = self._names()
        if found and self._word in ("|", ":", "∈", "<", "≤"):
            if len(found) == 1 and self._word in ("∈", "<", "≤"):
                bounded: list[tuple[str, Term]] = [(self._next(), self.term(51))]
            else:
                bounded = []
                if self._word == ":":
                    self._next()
                    self.term(0)
            if self._word == "|":
                self._next()
                kept = set(self._local)
                self._local |= set(found)
                body = self.term(0)
                self._local = kept
                self._expect("}")
                for relation, other in bounded:
                    body = Term("∧", (self._joined(relation, Term(found[0]), other), body))
                return Term("{|}", (body,), tuple(Bound(name) for name in found))
        self._place = start
        return Term("{,}", tuple(self._separated("}")))
