"""The constants that have been accepted so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.kernel import binding
from app.kernel.levels import Level
from app.kernel.names import Name, dotted
from app.kernel.terms import Expr

THEOREM = -1
ABBREVIATION = 1 << 40

NAT, ZERO, SUCC = dotted("Nat"), dotted("Nat.zero"), dotted("Nat.succ")
BOOL, FALSE, TRUE = dotted("Bool"), dotted("Bool.false"), dotted("Bool.true")
STRING, CHAR, LIST = dotted("String"), dotted("Char"), dotted("List")
OF_LIST, OF_NAT, NIL, CONS = (
    dotted(each) for each in ("String.ofList", "Char.ofNat", "List.nil", "List.cons")
)
EQ, REFL = dotted("Eq"), dotted("Eq.refl")
QUOT, QUOT_MK, QUOT_LIFT, QUOT_IND = (dotted(each) for each in ("Quot", "Quot.mk", "Quot.lift", "Quot.ind"))


@dataclass(slots=True)
class Constant:
    """A constant with a type: an axiom, an opaque constant, a part of the quotients."""

    name: Name
    params: tuple[Name, ...]
    type: Expr


@dataclass(slots=True)
class Definition(Constant):
    """A constant that unfolds. `height` says which side to unfold first and decides nothing else."""

    value: Expr
    height: int


@dataclass(slots=True)
class Inductive(Constant):
    """One type of the inductive group `group`.

    `recursive` if some field of a constructor in the group holds values of the group.
    """

    group: tuple[Name, ...]
    nparams: int
    nindices: int
    constructors: tuple[Name, ...]
    recursive: bool

    @property
    def like_a_structure(self) -> bool:
        """Whether every value is the constructor applied to its projections."""
        return len(self.constructors) == 1 and self.nindices == 0 and not self.recursive


@dataclass(slots=True)
class Constructor(Constant):
    """A constructor: `nparams` parameters, then `nfields` fields."""

    inductive: Name
    nparams: int
    nfields: int


@dataclass(slots=True)
class Rule:
    """What a recursor does on one constructor: `value` binds what stands before the major and the fields."""

    constructor: Name
    nfields: int
    value: Expr


@dataclass(slots=True)
class Recursor(Constant):
    """A recursor: parameters, motives, minor premises, indices, and then the major premise.

    That one is of type `inductive`.
    """

    inductive: Name
    nparams: int
    nmotives: int
    nminors: int
    nindices: int
    rules: dict[Name, Rule]
    k: bool
    unfolded: dict[tuple[Name, tuple[Level, ...]], Expr] = field(default_factory=dict)

    @property
    def before_indices(self) -> int:
        """How many arguments come before the indices."""
        return self.nparams + self.nmotives + self.nminors

    def body(self, rule: Rule, given: tuple[Level, ...]) -> Expr:
        """The body of `rule` below all its binders, at these universe levels."""
        key = (rule.constructor, given)
        found = self.unfolded.get(key)
        if found is None:
            found = binding.substitute(rule.value, dict(zip(self.params, given, strict=True)))
            for _ in range(self.before_indices + rule.nfields):
                found = found.b
            self.unfolded[key] = found
        return found


@dataclass(slots=True)
class Environment:
    """The accepted constants.

    `fast` are the functions on numbers that were found to be what they are called.
    """

    constants: dict[Name, Constant] = field(default_factory=dict)
    fast: dict[Name, Callable[..., int | bool]] = field(default_factory=dict)
    nat_is_known: bool = False
    strings_are_known: bool = False
    quotients: bool = False
    quotient_parts: list[Name] = field(default_factory=list)

    def inductive(self, name: Name) -> Inductive | None:
        found = self.constants.get(name)
        return found if isinstance(found, Inductive) else None

    def constructor(self, name: Name) -> Constructor | None:
        found = self.constants.get(name)
        return found if isinstance(found, Constructor) else None

    def structure(self, name: Name) -> Constructor | None:
        """The constructor of the type `name` if every value is it applied to its projections."""
        found = self.inductive(name)
        return self.constructor(found.constructors[0]) if found and found.like_a_structure else None
