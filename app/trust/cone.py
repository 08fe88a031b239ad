"""The cone of a theorem: every constant that it rests on, in an order in which a kernel can take them.

A constant rests on those in its type, its value and its rules; an inductive type also on its whole mutual
group, its constructors and recursors; a literal on the types that give it a meaning. What a kernel takes at
once (an inductive group, the quotient primitives) is one unit. The walk is over the shared graph, without
recursion, and looks at each node once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from app.trust.terms import (
    AnyConstant,
    Axiom,
    Const,
    Constructor,
    Definition,
    Expr,
    Inductive,
    Malformed,
    Name,
    NatLit,
    Opaque,
    Proj,
    Quot,
    Recursor,
    Str,
    StrLit,
    Terms,
    Theorem,
    children,
    parts,
)

_QUOTIENTS = {("Quot",): "type", ("Quot", "mk"): "ctor", ("Quot", "lift"): "lift", ("Quot", "ind"): "ind"}
# A kernel unfolds literals into these; those that a library does not declare are not asked for.
_OF_NUMBERS = (("Nat",), ("Nat", "zero"), ("Nat", "succ"))
_OF_TEXT = (
    *_OF_NUMBERS,
    ("String",),
    ("String", "ofList"),
    ("Char",),
    ("Char", "ofNat"),
    ("List",),
    ("List", "nil"),
    ("List", "cons"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """A mutual group of inductive types with all that comes with them."""

    types: tuple[Inductive, ...]
    constructors: tuple[Constructor, ...]
    recursors: tuple[Recursor, ...]


@dataclass(frozen=True, slots=True)
class Quotients:
    """`Quot`, `Quot.mk`, `Quot.lift` and `Quot.ind`, in this order."""

    members: tuple[Quot, ...]


Single = Axiom | Definition | Theorem | Opaque
Unit = Single | Group | Quotients


@dataclass(frozen=True)
class Cone:
    """Units in an order in which each stands behind what it rests on; in a circle there is no such order."""

    units: tuple[Unit, ...]

    @cached_property
    def constants(self) -> tuple[AnyConstant, ...]:
        return tuple(constant for unit in self.units for constant in members(unit))

    @property
    def axioms(self) -> tuple[Axiom, ...]:
        return tuple(unit for unit in self.units if isinstance(unit, Axiom))

    @property
    def unsafe(self) -> tuple[AnyConstant, ...]:
        """What is outside of the logic: unsafe and partial declarations."""
        return tuple(constant for constant in self.constants if constant.unsafe)


def members(unit: Unit) -> tuple[AnyConstant, ...]:
    """The constants that enter with a unit."""
    match unit:
        case Group(types, constructors, recursors):
            return *types, *constructors, *recursors
        case Quotients(four):
            return four
        case _:
            return (unit,)


def cone(terms: Terms, find: Callable[[Name], AnyConstant | None], roots: Iterable[Name]) -> Cone:
    """All that `roots` rest on, themselves included; `find` gives the constant of a name.

    Raises Malformed where a constant is missing, or an inductive type and its parts do not belong together.
    """
    return Cone(tuple(_Walk(terms, find).units(roots)))


class _Walk:
    def __init__(self, terms: Terms, find: Callable[[Name], AnyConstant | None]) -> None:
        self._terms = terms
        self._find = find
        self._seen_exprs: set[Expr] = set()
        self._seen_names: set[Name] = set()

    def units(self, roots: Iterable[Name]) -> Iterator[Unit]:
        """Depth first: a unit waits below all that it rests on, and comes when those are done.

        What waits is a unit, the place of an expression, or the complement of that of a name. Each is marked
        when its turn comes and not before: so what is marked and not done is being worked on, a circle.
        """
        waiting: list[Unit | int] = [~root for root in reversed(tuple(roots))]
        while waiting:
            top = waiting.pop()
            if not isinstance(top, int):
                yield top
            elif top < 0:
                waiting += self._enter(~top)
            elif top not in self._seen_exprs:
                self._seen_exprs.add(top)
                waiting += self._under(top)

    def _under(self, expr: Expr) -> Iterable[int]:
        match self._terms.exprs[expr]:
            case Const(name, _):
                return (~name,)
            case Proj(type_name, _, struct):
                return ~type_name, struct
            case NatLit():
                return self._literal(_OF_NUMBERS)
            case StrLit():
                return self._literal(_OF_TEXT)
            case node:
                return children(node)

    def _literal(self, needed: Iterable[tuple[str, ...]]) -> Iterable[int]:
        names = (self._terms.named(*components) for components in needed)
        return [~name for name in names if self._find(name)]

    def _enter(self, name: Name) -> Iterable[Unit | int]:
        """The unit of a constant that has not been seen, and above it what it rests on."""
        if name in self._seen_names:
            return ()
        unit = self._unit(self._get(name))
        constants = members(unit)
        self._seen_names.update(constant.name for constant in constants)
        equality = (~self._terms.named("Eq"),) if isinstance(unit, Quotients) else ()
        return unit, *(expr for constant in constants for expr in parts(constant)), *equality

    def _get(self, name: Name) -> AnyConstant:
        constant = self._find(name)
        if constant is None:
            raise Malformed(f"{self._terms.text(name)} is used and not declared")
        return constant

    def _unit(self, constant: AnyConstant) -> Unit:
        match constant:
            case Quot():
                return self._quotients(constant)
            case Inductive():
                return self._group(constant, constant.name)
            case Constructor(inductive=inductive):
                return self._group(self._get(inductive), constant.name)
            case Recursor(all=group) if group:
                return self._group(self._get(group[0]), constant.name)
            case Recursor():
                raise Malformed(f"{self._terms.text(constant.name)} is a recursor of nothing")
            case _:
                return constant

    def _quotients(self, wanted: Quot) -> Quotients:
        found = [(self._get(self._terms.named(*name)), kind) for name, kind in _QUOTIENTS.items()]
        members = tuple(quot for quot, kind in found if isinstance(quot, Quot) and quot.kind == kind)
        if len(members) < len(found) or wanted not in members:
            raise Malformed("the quotient primitives are not what their names say")
        return Quotients(members)

    def _group(self, first: AnyConstant, wanted: Name) -> Group:
        """The whole group of an inductive type; `wanted`, which led here, must be a part of it."""
        names = first.all if isinstance(first, Inductive) else ()
        types = tuple(constant for name in names if isinstance(constant := self._get(name), Inductive))
        constructors = tuple(
            constructor
            for type_ in types
            for index, name in enumerate(type_.constructors)
            if isinstance(constructor := self._get(name), Constructor)
            and (constructor.inductive, constructor.index) == (type_.name, index)
        )
        recursors = tuple(
            recursor
            for name in self._recursor_names(types)
            if isinstance(recursor := self._get(name), Recursor) and recursor.all == names
        )
        group = Group(types, constructors, recursors)
        self._check(group, names, wanted)
        return group

    def _recursor_names(self, types: tuple[Inductive, ...]) -> Iterator[Name]:
        """`T.rec` for each type; further ones for types in which the group is nested, `T.rec_1` and so on."""
        for type_ in types:
            yield self._terms.name(Str(type_.name, "rec"))
        for number in range(1, types[0].num_nested + 1 if types else 0):
            yield self._terms.name(Str(types[0].name, f"rec_{number}"))

    def _check(self, group: Group, names: tuple[Name, ...], wanted: Name) -> None:
        types = group.types
        constants = members(group)
        complete = (
            types
            and len(types) == len(names)
            and all((type_.all, type_.num_nested) == (names, types[0].num_nested) for type_ in types)
            and len(group.constructors) == sum(len(type_.constructors) for type_ in types)
            and len(group.recursors) == len(types) + types[0].num_nested
            and len({constant.name for constant in constants}) == len(constants)
            and any(constant.name == wanted for constant in constants)
        )
        if not complete:
            raise Malformed(f"{self._terms.text(wanted)} does not belong to a whole inductive type")
