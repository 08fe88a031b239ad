"""What notions of sets and functions mean by definition, and how to take a fact apart that is made of them.

`x ∈ s ∩ t` is `x ∈ s ∧ x ∈ t` to Lean, and `Injective f` a general statement: `intro`, `constructor` and
`obtain` look through the notion, so that one need not be unfolded to be used.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.models.context import Context
from app.models.expression import Bound, Term, applied, names, read, replaced, subterms
from app.models.names import fresh

_CONNECTIVES = {"∩": "∧", "∪": "∨"}
_TRUE, _FALSE = Term("True"), Term("False")


def meaning(term: Term) -> Term:
    """What `term` says by definition; itself if it is none of the notions of this room."""
    match term:
        case Term("∈", (element, set_)):
            return _belongs(element, set_) or term
        case Term("⊆", (smaller, larger)):
            return _every("x", Term("→", (_in("x", smaller), _in("x", larger))))
        case Term("⊂", (smaller, larger)):
            return Term("∧", (Term("⊆", (smaller, larger)), _not(Term("⊆", (larger, smaller)))))
        case Term("Nonempty", (set_,)):
            return _some("x", _in("x", set_))
        case Term("Injective", (f,)):
            same = _equal(applied(f, (Term("a"),)), applied(f, (Term("b"),)))
            return _every("a", _every("b", Term("→", (same, _equal(Term("a"), Term("b"))))))
        case Term("Surjective", (f,)):
            return _every("y", _some("x", _equal(applied(f, (Term("x"),)), Term("y"))))
        case Term("Bijective", (f,)):
            return Term("∧", (Term("Injective", (f,)), Term("Surjective", (f,))))
        case Term("HasLeftInverse", (f,)):
            return _some("g", Term("LeftInverse", (Term("g"), f)))
        case Term("HasRightInverse", (f,)):
            return _some("g", Term("RightInverse", (Term("g"), f)))
        case _:
            return term


def _belongs(element: Term, set_: Term) -> Term | None:
    """What it means that `element` is in a set that is made of others."""
    match set_:
        case Term("∩" | "∪" as operation, (one, other)):
            return Term(_CONNECTIVES[operation], (_member(element, one), _member(element, other)))
        case Term("\\", (one, other)):
            return Term("∧", (_member(element, one), _not(_member(element, other))))
        case Term("ᶜ", (one,)):
            return _not(_member(element, one))
        case Term("{|}", (body,), (bound,)):
            return replaced(body, {bound.name: element})
        case Term("∅"):
            return _FALSE
        case Term("univ"):
            return _TRUE
        case Term("{,}", items) if items:
            *front, last = [_equal(element, item) for item in items]
            for each in reversed(front):
                last = Term("∨", (each, last))
            return last
        case Term("⁻¹'", (f, one)):
            return Term("∈", (applied(f, (element,)), one))
        case Term("''", (f, one)):
            return _some("x", Term("∧", (_in("x", one), _equal(applied(f, (Term("x"),)), element))))
        case Term("range", (f,)):
            return _some("x", _equal(applied(f, (Term("x"),)), element))
        case Term("⋃₀", (family,)):
            return _some("t", Term("∧", (_in("t", family), _member(element, Term("t")))))
        case Term("⋂₀", (family,)):
            return _every("t", Term("→", (_in("t", family), _member(element, Term("t")))))
        case Term("𝒫", (one,)):
            return Term("⊆", (element, one))
        case _:
            return None


def _member(element: Term, set_: Term) -> Term:
    return Term("∈", (element, set_))


def _in(name: str, set_: Term) -> Term:
    return _member(Term(name), set_)


def _not(term: Term) -> Term:
    return Term("¬", (term,))


def _equal(one: Term, other: Term) -> Term:
    return Term("=", (one, other))


def _every(name: str, body: Term) -> Term:
    return Term("∀", (body,), (Bound(name),))


def _some(name: str, body: Term) -> Term:
    return Term("∃", (body,), (Bound(name),))


def facts_of(context: Context) -> tuple[tuple[str, Term], ...]:
    """The facts that can be read, by name."""
    found = [(name, read(str(formula), context.local)) for name, formula in context.facts]
    return tuple((name, term) for name, term in found if term is not None)


@dataclass(slots=True)
class Naming:
    """Patterns for `obtain` and `rintro`, with names that are not taken."""

    taken: set[str]
    variables: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, context: Context) -> Naming:
        return cls(set(context.names), {name for name, _ in context.things})

    def new(self, base: str) -> str:
        name = fresh(base, self.taken)
        self.taken.add(name)
        return name

    def pattern(self, term: Term) -> str:
        """How to take `term` apart: a plain name if there is nothing to take apart."""
        term = meaning(term)
        if term.head in ("∃", "∧"):
            return f"⟨{', '.join(self._parts(term))}⟩"
        if term.head == "∨":
            rest = self.pattern(term.args[1])
            return f"({self.pattern(term.args[0])} | {rest[1:-1] if rest[0] == '(' else rest})"
        if term.head == "=" and (variable := self._eliminated(term)):
            self.variables.discard(variable)
            return "rfl"
        return self.new(_base(term))

    def _parts(self, term: Term) -> list[str]:
        term = meaning(term)
        if term.head == "∃":
            new = {bound.name: Term(self.new(bound.name.rstrip("✝") or "x")) for bound in term.bound}
            self.variables |= {each.head for each in new.values()}
            return [*(each.head for each in new.values()), *self._parts(replaced(term.args[0], new))]
        if term.head == "∧":
            first = self.pattern(term.args[0])
            return [first, *self._parts(term.args[1])]
        return [self.pattern(term)]

    def _eliminated(self, equation: Term) -> str | None:
        """A variable that the equation says what it is."""
        one, other = equation.args
        for side, rest in ((other, one), (one, other)):
            if side.head in self.variables and not side.args and side.head not in names(rest):
                return side.head
        return None


def _base(term: Term) -> str:
    """A telling name: `hs` for `x ∈ s`."""
    if term.head == "∈" and not term.args[1].args and term.args[1].head.isalnum():
        return f"h{term.args[1].head}" if len(term.args[1].head) <= 2 else "h"
    return "h"


def is_plain(pattern: str) -> bool:
    return pattern != "rfl" and pattern[0] not in "⟨("


def conjuncts(term: Term) -> list[Term]:
    """The parts of a conjunction, looking through notions only if there are such parts."""
    seen = meaning(term)
    if seen.head == "∧":
        return [seen.args[0], *conjuncts(seen.args[1])]
    return [term]


def written(term: Term) -> str | None:
    """A term of names, numerals and applications as text; None for anything else."""
    if term.bound or not (term.head[0].isalnum() or term.head[0] == "_"):
        return None
    args = [written(arg) for arg in term.args]
    parts = [arg for arg in args if arg is not None]
    if len(parts) < len(args):
        return None
    return " ".join([term.head, *(f"({part})" if " " in part else part for part in parts)])


def elements(terms: Iterable[Term]) -> list[str]:
    """The names of what is said to be an element of a set, or not to be one."""
    found: list[str] = []
    for term in terms:
        each = term.args[0] if term.head == "¬" else term
        if each.head == "∈":
            found += [part.head for part in subterms(each.args[0]) if not part.args and part.head.isalnum()]
        elif term.head in ("↔", "→", "∧", "∨"):
            found += elements(term.args)
    return list(dict.fromkeys(found))
