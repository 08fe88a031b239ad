"""The data of Lean's type theory as the certifier holds it: names, levels, expressions, constants.

Every name, level and expression stands once in a `Terms` and is known by its place there, so equality is
equality of places, sharing is never lost, and a term that unfolds into 2^60 nodes is as small as its graph.
A node is made only of places that exist, so there are no cycles, and what is under a node has a lower place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

MAX_BVAR = 1 << 16
MAX_PARAMETERS = 64
MAX_LITERAL_BITS = 1 << 17
MAX_NAME_PARTS = 100
MAX_NAME_PART = 4096
ANONYMOUS = 0
ZERO = 0

Name = int
Level = int
Expr = int


class Malformed(Exception):
    """What was read is not what it claims to be. The words say where and why."""


class Str(NamedTuple):
    """The name `prefix.text`."""

    prefix: Name
    text: str


class Num(NamedTuple):
    """The name `prefix.number`, which Lean makes for what has no written name."""

    prefix: Name
    number: int


class Succ(NamedTuple):
    of: Level


class Max(NamedTuple):
    left: Level
    right: Level


class IMax(NamedTuple):
    left: Level
    right: Level


class Param(NamedTuple):
    name: Name


class BVar(NamedTuple):
    """The variable of the binder that is `distance` binders out, 0 the nearest."""

    distance: int


class Sort(NamedTuple):
    level: Level


class Const(NamedTuple):
    name: Name
    levels: tuple[Level, ...]


class App(NamedTuple):
    function: Expr
    argument: Expr


class Lam(NamedTuple):
    """`info` of a binder is 0 default, 1 implicit, 2 strict implicit, 3 instance implicit."""

    name: Name
    type: Expr
    body: Expr
    info: int


class Pi(NamedTuple):
    name: Name
    type: Expr
    body: Expr
    info: int


class Let(NamedTuple):
    name: Name
    type: Expr
    value: Expr
    body: Expr
    nondep: bool


class NatLit(NamedTuple):
    value: int


class StrLit(NamedTuple):
    value: str


class Proj(NamedTuple):
    """Field number `field`, from 0, of `struct`, whose type is the structure `type_name`."""

    type_name: Name
    field: int
    struct: Expr


NameNode = Str | Num
LevelNode = Succ | Max | IMax | Param
ExprNode = BVar | Sort | Const | App | Lam | Pi | Let | NatLit | StrLit | Proj
_NO_PARAMETERS: frozenset[Name] = frozenset()


class Terms:
    """Names, levels and expressions, each once. Place 0 is the anonymous name and the level zero.

    The methods that add raise Malformed where a node refers to what is not there or passes a limit.
    """

    def __init__(self) -> None:
        self.names: list[NameNode | None] = [None]
        self.levels: list[LevelNode | None] = [None]
        self.exprs: list[ExprNode] = []
        self._name_of: dict[tuple[type, NameNode], Name] = {}
        self._level_of: dict[tuple[type, LevelNode], Level] = {}
        self._expr_of: dict[tuple[type, ExprNode | str], Expr] = {}
        self._name_parts = [0]
        self._level_parameters: list[frozenset[Name]] = [_NO_PARAMETERS]
        self._parameters: list[frozenset[Name]] = []
        self._loose: list[int] = []
        self._unions: dict[tuple[frozenset[Name], frozenset[Name]], frozenset[Name]] = {}

    def name(self, node: NameNode) -> Name:
        place = self._name_of.get((type(node), node))
        if place is None:
            parts = self._name_parts[node.prefix] + 1
            if parts > MAX_NAME_PARTS or not _is_short(node):
                raise Malformed("a name is too long")
            place = self._name_of[type(node), node] = len(self.names)
            self.names.append(node)
            self._name_parts.append(parts)
        return place

    def level(self, node: LevelNode) -> Level:
        place = self._level_of.get((type(node), node))
        if place is None:
            parameters = self._of_level(node)
            place = self._level_of[type(node), node] = len(self.levels)
            self.levels.append(node)
            self._level_parameters.append(parameters)
        return place

    def expr(self, node: ExprNode) -> Expr:
        # Python's hash of a number is known to an attacker, who could make all of them fall together.
        key = (type(node), hex(node.value) if isinstance(node, NatLit) else node)
        place = self._expr_of.get(key)
        if place is None:
            loose, parameters = self._of_expr(node)
            place = self._expr_of[key] = len(self.exprs)
            self.exprs.append(node)
            self._loose.append(loose)
            self._parameters.append(parameters)
        return place

    def loose(self, expr: Expr) -> int:
        """How many binders must stand around `expr` before all its variables are bound."""
        return self._loose[expr]

    def parameters(self, expr: Expr) -> frozenset[Name]:
        """The universe parameters that occur in `expr`."""
        return self._parameters[expr]

    def named(self, *components: str | int) -> Name:
        """The name with these components, outermost first."""
        place = ANONYMOUS
        for part in components:
            place = self.name(Str(place, part) if isinstance(part, str) else Num(place, part))
        return place

    def components(self, name: Name) -> tuple[str | int, ...]:
        """The components of a name, outermost first; none for the anonymous one."""
        parts: list[str | int] = []
        while (node := self.names[name]) is not None:
            parts.append(node[1])
            name = node.prefix
        return tuple(reversed(parts))

    def text(self, name: Name) -> str:
        """The name for people: `Nat.add`. Two names may look alike; compare places."""
        return ".".join(map(str, self.components(name))) or "[anonymous]"

    def _of_level(self, node: LevelNode) -> frozenset[Name]:
        match node:
            case Succ(of):
                return self._level_parameters[of]
            case Param(name):
                return frozenset((name,))
            case Max(left, right) | IMax(left, right):
                return self._union(self._level_parameters[left], self._level_parameters[right])

    def _of_expr(self, node: ExprNode) -> tuple[int, frozenset[Name]]:
        loose, parameters = self._loose, self._parameters
        match node:
            case App(function, argument):
                both = self._union(parameters[function], parameters[argument])
                return max(loose[function], loose[argument]), both
            case Lam(_, type_, body, _) | Pi(_, type_, body, _):
                both = self._union(parameters[type_], parameters[body])
                return max(loose[type_], loose[body] - 1), both
            case Const(_, levels):
                return 0, self._union_of(self._level_parameters[level] for level in levels)
            case BVar(distance):
                if not 0 <= distance < MAX_BVAR:
                    raise Malformed("a variable refers too far out")
                return distance + 1, _NO_PARAMETERS
            case Let(_, type_, value, body, _):
                all_three = self._union_of(parameters[part] for part in (type_, value, body))
                return max(loose[type_], loose[value], loose[body] - 1), all_three
            case Sort(level):
                return 0, self._level_parameters[level]
            case Proj(_, _, struct):
                return loose[struct], parameters[struct]
            case NatLit(value):
                if value < 0 or value.bit_length() > MAX_LITERAL_BITS:
                    raise Malformed("a number is negative or too long")
                return 0, _NO_PARAMETERS
            case StrLit():
                return 0, _NO_PARAMETERS

    def _union_of(self, sets: Iterable[frozenset[Name]]) -> frozenset[Name]:
        union = _NO_PARAMETERS
        for parameters in sets:
            union = self._union(union, parameters)
        return union

    def _union(self, left: frozenset[Name], right: frozenset[Name]) -> frozenset[Name]:
        if left is right or not right:
            return left
        if not left:
            return right
        union = self._unions.get((left, right))
        if union is None:
            union = left if right <= left else right if left <= right else left | right
            if len(union) > MAX_PARAMETERS:
                raise Malformed(f"more than {MAX_PARAMETERS} universe parameters in one expression")
            self._unions[left, right] = union
        return union


def _is_short(node: NameNode) -> bool:
    match node:
        case Str(_, text):
            return len(text) <= MAX_NAME_PART
        case Num(_, number):
            return number < 1 << 32


@dataclass(frozen=True, slots=True)
class Constant:
    """What all constants have: a name, universe parameters, and a type without loose variables."""

    name: Name
    parameters: tuple[Name, ...]
    type: Expr


@dataclass(frozen=True, slots=True)
class Axiom(Constant):
    unsafe: bool


@dataclass(frozen=True, slots=True)
class Definition(Constant):
    """`hints` is how eagerly the kernel unfolds it: "opaque", "abbrev" or a height."""

    value: Expr
    hints: str | int
    safety: str
    all: tuple[Name, ...]

    @property
    def unsafe(self) -> bool:
        """Whether it is outside of the logic: `unsafe` or `partial`."""
        return self.safety != "safe"


@dataclass(frozen=True, slots=True)
class Theorem(Constant):
    value: Expr
    all: tuple[Name, ...]

    unsafe = False


@dataclass(frozen=True, slots=True)
class Opaque(Constant):
    value: Expr
    unsafe: bool
    all: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Quot(Constant):
    """One of the four quotient primitives; `kind` is "type", "ctor", "lift" or "ind"."""

    kind: str

    unsafe = False


@dataclass(frozen=True, slots=True)
class Inductive(Constant):
    """A type of the mutual group `all`, with its constructors' names in order."""

    num_params: int
    num_indices: int
    all: tuple[Name, ...]
    constructors: tuple[Name, ...]
    num_nested: int
    recursive: bool
    unsafe: bool
    reflexive: bool


@dataclass(frozen=True, slots=True)
class Constructor(Constant):
    """Constructor number `index` of `inductive`, from 0."""

    inductive: Name
    index: int
    num_params: int
    num_fields: int
    unsafe: bool


class Rule(NamedTuple):
    """How a recursor computes on a constructor: `rhs` takes parameters, motives, minor premises, fields."""

    constructor: Name
    num_fields: int
    rhs: Expr


@dataclass(frozen=True, slots=True)
class Recursor(Constant):
    """`k`: it computes on any proof, as `Eq.rec` does."""

    all: tuple[Name, ...]
    num_params: int
    num_indices: int
    num_motives: int
    num_minors: int
    rules: tuple[Rule, ...]
    k: bool
    unsafe: bool


AnyConstant = Axiom | Definition | Theorem | Opaque | Quot | Inductive | Constructor | Recursor


def parts(constant: AnyConstant) -> tuple[Expr, ...]:
    """The expressions that a constant is made of: its type, its value, the rules of a recursor."""
    match constant:
        case Definition(value=value) | Theorem(value=value) | Opaque(value=value):
            return constant.type, value
        case Recursor(rules=rules):
            return constant.type, *(rule.rhs for rule in rules)
        case _:
            return (constant.type,)


def children(node: ExprNode) -> tuple[Expr, ...]:
    """The expressions that a node is made of, in the order in which they are written."""
    match node:
        case App(function, argument):
            return function, argument
        case Lam(_, type_, body, _) | Pi(_, type_, body, _):
            return type_, body
        case Let(_, type_, value, body, _):
            return type_, value, body
        case Proj(_, _, struct):
            return (struct,)
        case _:
            return ()
