"""First-order formulas, read so that equal shapes are one object.

A `Shape` is a formula whose individual constants are numbered places; a `Said` is a shape with terms for its
places. So an instance of a general fact is its body's shape with one more term, and the terms at which a
formula is used can be kept by shape and places. Anything that is not a connective, a quantifier or a
definition known here is an atom.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.models.expression import Bound, Term, replaced
from app.models.firstorder.sorts import sort_of_bound

_PLACE, _BOUND, SKOLEM = "«p", "«b", "«s"
_SORTS = frozenset({"Prop", "Type", "Sort"})
FALSE, TRUE = Term("False"), Term("True")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a shape: its own places are places of the whole, or the bound variable, -1."""

    shape: Shape
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """`kind` is a connective, a quantifier or `atom`; `name`, `sort` and `bracket` are of a bound variable.

    `opaque` says that the bound variable is no individual, so that there is nothing to say about instances.
    """

    number: int
    kind: str
    parts: tuple[Part, ...] = ()
    atom: Term = TRUE
    name: str = ""
    sort: Term | None = None
    bracket: str = "("
    opaque: bool = False

    @property
    def false(self) -> bool:
        return self.kind == "atom" and self.atom.head == "False"

    @property
    def arity(self) -> int:
        """How many places there are."""
        return len({place for part in self.parts for place in part.places if place >= 0})


@dataclass(frozen=True, slots=True)
class Said:
    """A shape with terms for its places."""

    shape: Shape
    terms: tuple[Term, ...]

    @property
    def kind(self) -> str:
        return self.shape.kind

    def part(self, number: int, own: Term | None = None) -> Said:
        """A part; `own` is what stands for the bound variable."""
        part = self.shape.parts[number]
        return Said(part.shape, tuple(own if p < 0 and own else self.terms[p] for p in part.places))

    @property
    def atom(self) -> Term:
        """The atom that this is, equations with their sides in one order."""
        return replaced(self.shape.atom, {f"{_PLACE}{i}": term for i, term in enumerate(self.terms)})

    @property
    def witness(self) -> Term:
        """The term that stands for what the formula says there is, or for a counterexample to it."""
        return Term(f"{SKOLEM}{self.shape.number}", self.terms)

    @property
    def negation(self) -> bool:
        return self.shape.kind == "→" and self.shape.parts[1].shape.false

    @property
    def is_false(self) -> bool:
        return self.shape.false


@dataclass(slots=True)
class Reader:
    """Reads terms as formulas over the things of a context; `types` are what those are of."""

    types: Mapping[str, Term]
    shapes: dict[object, Shape] = field(default_factory=dict)
    numbered: list[Shape] = field(default_factory=list)
    unfolded: bool = False
    _bound: int = 0

    def said(self, term: Term) -> Said:
        """The formula that `term` is."""
        return Said(*self._read(term, dict(self.types)))

    def _read(self, term: Term, types: dict[str, Term]) -> tuple[Shape, tuple[Term, ...]]:
        match term.head, len(term.args):
            case "¬", 1:
                return self._joined("→", (term.args[0], FALSE), types)
            case (("∧" | "∨" | "→" | "↔"), 2):
                return self._joined(term.head, term.args, types)
            case (("∀" | "∃" | "∃!"), 1) if term.bound:
                return self._quantified(term, types)
        if (unfolded := defined(term)) is not None:
            self.unfolded = True
            return self._read(unfolded, types)
        return self._atom(term, types)

    def _shape(self, key: object, kind: str, **rest: object) -> Shape:
        if key not in self.shapes:
            self.shapes[key] = Shape(len(self.shapes), kind, **rest)  # type: ignore[arg-type]
            self.numbered.append(self.shapes[key])
        return self.shapes[key]

    def _atom(self, term: Term, types: Mapping[str, Term]) -> tuple[Shape, tuple[Term, ...]]:
        """Every individual constant becomes a place, in the order in which they first stand there."""
        found: dict[str, Term] = {}
        abstract = _abstracted(term, types, found)
        return self._shape(abstract, "atom", atom=abstract), tuple(found.values())

    def joined(self, kind: str, parts: Sequence[Said]) -> Said:
        """Formulas joined by a connective."""
        terms = tuple(dict.fromkeys(term for part in parts for term in part.terms))
        placed = tuple(Part(part.shape, tuple(terms.index(t) for t in part.terms)) for part in parts)
        key = (kind, tuple((part.shape.number, part.places) for part in placed))
        return Said(self._shape(key, kind, parts=placed), terms)

    def stated(self, atom: Term) -> Said:
        """The formula that is one atom, taken as it stands."""
        return Said(self._shape(atom, "atom", atom=atom), ())

    @property
    def nothing(self) -> Said:
        """What is never true."""
        return self.said(FALSE)

    def negated(self, said: Said) -> Said:
        return self.joined("→", (said, self.nothing))

    def _joined(
        self, kind: str, args: Sequence[Term], types: dict[str, Term]
    ) -> tuple[Shape, tuple[Term, ...]]:
        made = self.joined(kind, [Said(*self._read(arg, types)) for arg in args])
        return made.shape, made.terms

    def _quantified(self, term: Term, types: dict[str, Term]) -> tuple[Shape, tuple[Term, ...]]:
        first, *rest = term.bound
        if term.head == "∃!":
            body = Term("∃!", term.args, tuple(rest)) if rest else term.args[0]
            return self._read(_uniquely(first, body), types)
        body = Term(term.head, term.args, tuple(rest)) if rest else term.args[0]
        if first.bracket == "[":
            return self._atom(term, types)
        sort = first.type or sort_of_bound(first.name, body, types)
        if sort is not None and sort.head in ("=", "∧", "∨", "¬", "<", "≤"):
            return self._joined("→", (sort, body), types)
        own = Term(f"{_BOUND}{self._bound}")
        self._bound += 1
        inner = {**types, own.head: sort} if sort is not None else {**types, own.head: Term("")}
        shape, places = self._read(replaced(body, {first.name: own}), inner)
        terms = tuple(t for t in places if t != own)
        part = Part(shape, tuple(-1 if t == own else terms.index(t) for t in places))
        opaque = sort is not None and sort.head in ("→", "∀", "Set", *_SORTS)
        key = (term.head, sort, first.bracket, opaque, shape.number, part.places)
        made = self._shape(
            key, term.head, parts=(part,), name=first.name, sort=sort, bracket=first.bracket, opaque=opaque
        )
        return made, terms


def _abstracted(term: Term, types: Mapping[str, Term], found: dict[str, Term]) -> Term:
    if term.bound:
        return _under_binder(term, types, found)
    args = tuple(_abstracted(arg, types, found) for arg in term.args)
    if term.head in types and (not args or term.head.startswith(_BOUND)):
        place = list(found).index(term.head) if term.head in found else len(found)
        found.setdefault(term.head, Term(term.head))
        return Term(f"{_PLACE}{place}", args)
    return Term(term.head, args)


def _under_binder(term: Term, types: Mapping[str, Term], found: dict[str, Term]) -> Term:
    """A term that binds is taken as it is, but for the variables that are bound outside."""
    own = {b.name for b in term.bound}
    outside = {name: kind for name, kind in types.items() if name not in own}
    args = tuple(_abstracted(arg, outside, found) for arg in term.args)
    return Term(term.head, args, tuple(Bound(b.name, None, b.bracket) for b in term.bound))


def _uniquely(bound: Bound, body: Term) -> Term:
    """`∃ x, p x ∧ ∀ y, p y → y = x`."""
    other = "y✝" if bound.name != "y✝" else "z✝"
    another = replaced(body, {bound.name: Term(other)})
    only = Term("→", (another, Term("=", (Term(other), Term(bound.name)))))
    unique = Term("∀", (only,), (Bound(other, bound.type),))
    return Term("∃", (Term("∧", (body, unique)),), (bound,))


def defined(term: Term) -> Term | None:
    """What a definition says that tactics see through."""
    x, y = Term("a✝"), Term("b✝")
    hidden = "{"
    match term.head, term.args:
        case "Injective", (f,):
            same = Term("=", (_at(f, x), _at(f, y)))
            claim = Term("→", (same, Term("=", (x, y))))
            return Term("∀", (claim,), (Bound("a✝", None, hidden), Bound("b✝", None, hidden)))
        case "Surjective", (f,):
            there = Term("∃", (Term("=", (_at(f, x), y)),), (Bound("a✝"),))
            return Term("∀", (there,), (Bound("b✝"),))
        case "Bijective", (f,):
            return Term("∧", (Term("Injective", (f,)), Term("Surjective", (f,))))
        case ("LeftInverse", (f, g)) | ("RightInverse", (g, f)):
            return Term("∀", (Term("=", (_at(f, _at(g, x)), x)),), (Bound("a✝"),))
        case "Involutive", (f,):
            return Term("∀", (Term("=", (_at(f, _at(f, x)), x)),), (Bound("a✝"),))
        case "Nonempty", (sort,):
            return Term("∃", (TRUE,), (Bound("x✝", sort, "⟨"),))
    return None


def _at(function: Term, argument: Term) -> Term:
    if function.head == "∘" and len(function.args) == 2:
        return _at(function.args[0], _at(function.args[1], argument))
    if function.head == "id" and not function.args:
        return argument
    if function.head == "fun" and len(function.bound) == 1:
        return replaced(function.args[0], {function.bound[0].name: argument})
    if function.bound:
        return Term("@", (function, argument))
    return Term(function.head, (*function.args, argument))
