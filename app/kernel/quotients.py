"""The quotients: four constants whose types are fixed."""

from __future__ import annotations

from app.kernel import levels
from app.kernel.declarations import Quotient
from app.kernel.environment import EQ, QUOT, QUOT_IND, QUOT_LIFT, QUOT_MK, REFL, Constant, Environment
from app.kernel.levels import Level
from app.kernel.names import Name
from app.kernel.outcome import Refused
from app.kernel.terms import Expr, apply, bvar, const, pi, sort

KINDS = {QUOT: "type", QUOT_MK: "ctor", QUOT_LIFT: "lift", QUOT_IND: "ind"}
PROP = sort(levels.zero)


def relation(on: int) -> Expr:
    """The type of relations on the type with this index."""
    return pi(bvar(on), pi(bvar(on + 1), PROP))


def expected(kind: str, params: tuple[Name, ...]) -> Expr:
    """The type of a constant of this kind. Raises Refused for another number of universe parameters."""
    if len(params) != (2 if kind == "lift" else 1):
        raise Refused("a quotient constant has other universe parameters")
    u = levels.parameter(params[0])
    if kind == "type":
        return pi(sort(u), pi(relation(0), sort(u)))
    if kind == "ctor":
        return pi(sort(u), pi(relation(0), pi(bvar(1), quotient(u, 2, 1))))
    if kind == "lift":
        return pi(sort(u), pi(relation(0), lifted(u, levels.parameter(params[1]))))
    made = apply(const(QUOT_MK, (u,)), bvar(3), bvar(2), bvar(0))
    on_made = pi(bvar(2), apply(bvar(1), made))
    motive = pi(quotient(u, 1, 0), PROP)
    return pi(
        sort(u), pi(relation(0), pi(motive, pi(on_made, pi(quotient(u, 3, 2), apply(bvar(2), bvar(0))))))
    )


def quotient(u: Level, type_: int, by: int) -> Expr:
    return apply(const(QUOT, (u,)), bvar(type_), bvar(by))


def lifted(u: Level, v: Level) -> Expr:
    """The rest of the type of `Quot.lift`: a target, a function, that it respects the relation, a class."""
    equal = apply(const(EQ, (v,)), bvar(4), apply(bvar(3), bvar(2)), apply(bvar(3), bvar(1)))
    respects = pi(bvar(3), pi(bvar(4), pi(apply(bvar(4), bvar(1), bvar(0)), equal)))
    return pi(sort(v), pi(pi(bvar(2), bvar(1)), pi(respects, pi(quotient(u, 4, 3), bvar(3)))))


def add_quotient(environment: Environment, given: Quotient) -> None:
    """Enter one of the four constants; they compute once all four are there."""
    if KINDS.get(given.name) != given.kind:
        raise Refused("not a constant of the quotients")
    if given.kind == "lift":
        check_equality(environment)
    so_far = environment.quotient_parts
    if given.name is not list(KINDS)[len(so_far)]:
        raise Refused("the constants of the quotients come in another order")
    if given.type is not expected(given.kind, given.params):
        raise Refused("a quotient constant has another type")
    environment.constants[given.name] = Constant(given.name, given.params, given.type)
    so_far.append(given.name)
    environment.quotients = len(so_far) == len(KINDS)


def check_equality(environment: Environment) -> None:
    """Raise Refused where `Eq` is not the inductive equality."""
    found = environment.inductive(EQ)
    if found is None or len(found.params) != 1 or found.constructors != (REFL,):
        raise Refused("quotients need equality")
    u = levels.parameter(found.params[0])
    type_ = pi(sort(u), pi(bvar(0), pi(bvar(1), PROP)))
    reflexive = pi(sort(u), pi(bvar(0), apply(const(EQ, (u,)), bvar(1), bvar(0), bvar(0))))
    if found.type is not type_ or found.nparams != 2 or environment.constants[REFL].type is not reflexive:
        raise Refused("`Eq` is not equality")
