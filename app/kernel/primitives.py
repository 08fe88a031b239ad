"""What the kernel computes by itself, by name: only where the name's definition is found to deserve it.

Lean's kernel evaluates `Nat.add` and its like on literals by machine arithmetic whatever the file defines
them to be. Here a function is computed fast only after its definition was found to satisfy, by definitional
equality, the equations that determine it on all numbers. Those whose recursion is not structural
(`Nat.div`, `Nat.mod`, `Nat.gcd`, `Nat.log2` and the bitwise ones) satisfy no such equations; they are
computed fast only where their definition and all below it is one that was read by a person, known by its
fingerprint. Any other definition under these names is unfolded like every definition: slow, but right.
"""

from __future__ import annotations

from collections.abc import Callable

from app.kernel import levels, natural, terms
from app.kernel.declarations import Group
from app.kernel.environment import BOOL, FALSE, NAT, SUCC, TRUE, ZERO, Constant
from app.kernel.fingerprint import KNOWN, fingerprint
from app.kernel.inference import Checker
from app.kernel.names import Name, dotted
from app.kernel.outcome import Refused
from app.kernel.terms import Expr, apply, const, local, pi

Equation = tuple[Expr, Expr]
PRED = dotted("Nat.pred")


def look_at_group(checker: Checker, group: Group) -> None:
    """Raise Refused where `Nat` or `Bool` are not what literals and comparisons take them for."""
    names = {family.name for family in group.families}
    if names == {NAT}:
        shape = {ZERO: const(NAT), SUCC: pi(const(NAT), const(NAT))}
    elif names == {BOOL}:
        shape = {FALSE: const(BOOL), TRUE: const(BOOL)}
    elif names & {NAT, BOOL}:
        raise Refused(f"{NAT} or {BOOL} is in a group with other types")
    else:
        return
    (found,) = group.families
    name = found.name
    if found.type is not terms.sort(levels.one) or found.constructors != tuple(shape):
        raise Refused(f"{name} is not what literals take it for")
    if any(checker.constants[made].type is not type_ for made, type_ in shape.items()):
        raise Refused(f"{name} has other constructors than literals take it to have")
    if name is NAT:
        checker.environment.nat_is_known = True


def look_at_definition(checker: Checker, name: Name) -> None:
    """Compute `name` fast from now on, if it is a function on numbers with the right definition."""
    function = natural.FUNCTIONS.get(name)
    if function is None or not checker.environment.nat_is_known:
        return
    if deserves(checker, checker.constants[name]):
        checker.environment.fast[name] = function


def deserves(checker: Checker, found: Constant) -> bool:
    """Whether the constant is the function on numbers that its name says."""
    name = found.name
    truth = name in (dotted("Nat.beq"), dotted("Nat.ble"))
    if truth and checker.environment.inductive(BOOL) is None:
        return False
    result = const(BOOL) if truth else const(NAT)
    expected = pi(const(NAT), result if natural.arity(name) == 1 else pi(const(NAT), result))
    if found.params or not checker.equal(found.type, expected):
        return False
    equations = EQUATIONS.get(name)
    if equations is None:
        return fingerprint(checker.environment, name) in KNOWN.get(name, ())
    needs, make = equations
    known = {*checker.environment.fast, *([PRED] if _has_predecessor(checker) else [])}
    if not known >= set(needs):
        return False
    x, y = local(0, const(NAT)), local(1, const(NAT))
    return all(checker.equal(left, right) for left, right in make(const(name), x, y))


def _has_predecessor(checker: Checker) -> bool:
    """Whether `Nat.pred` is of a type with which the equations make sense."""
    found = checker.constants.get(PRED)
    return found is not None and not found.params and found.type is pi(const(NAT), const(NAT))


def _zero() -> Expr:
    return const(ZERO)


def _succ(of: Expr) -> Expr:
    return apply(const(SUCC), of)


def _call(name: str, *arguments: Expr) -> Expr:
    return apply(const(dotted(f"Nat.{name}")), *arguments)


def _add(f: Expr, x: Expr, y: Expr) -> list[Equation]:
    return [(apply(f, x, _zero()), x), (apply(f, x, _succ(y)), _succ(apply(f, x, y)))]


def _sub(f: Expr, x: Expr, y: Expr) -> list[Equation]:
    return [
        (_call("pred", _zero()), _zero()),
        (_call("pred", _succ(x)), x),
        (apply(f, x, _zero()), x),
        (apply(f, x, _succ(y)), _call("pred", apply(f, x, y))),
    ]


def _mul(f: Expr, x: Expr, y: Expr) -> list[Equation]:
    return [(apply(f, x, _zero()), _zero()), (apply(f, x, _succ(y)), _call("add", apply(f, x, y), x))]


def _pow(f: Expr, x: Expr, y: Expr) -> list[Equation]:
    return [(apply(f, x, _zero()), _succ(_zero())), (apply(f, x, _succ(y)), _call("mul", apply(f, x, y), x))]


def _comparison(when_less: Name) -> Callable[[Expr, Expr, Expr], list[Equation]]:
    def make(f: Expr, x: Expr, y: Expr) -> list[Equation]:
        return [
            (apply(f, _zero(), _zero()), const(TRUE)),
            (apply(f, _zero(), _succ(y)), const(when_less)),
            (apply(f, _succ(x), _zero()), const(FALSE)),
            (apply(f, _succ(x), _succ(y)), apply(f, x, y)),
        ]

    return make


def _shift_left(f: Expr, x: Expr, y: Expr) -> list[Equation]:
    doubled = _call("mul", _succ(_succ(_zero())), x)
    return [(apply(f, x, _zero()), x), (apply(f, x, _succ(y)), apply(f, doubled, y))]


def _shift_right(f: Expr, x: Expr, y: Expr) -> list[Equation]:
    halved = _call("div", apply(f, x, y), _succ(_succ(_zero())))
    return [(apply(f, x, _zero()), x), (apply(f, x, _succ(y)), halved)]


_Make = Callable[[Expr, Expr, Expr], list[Equation]]
EQUATIONS: dict[Name, tuple[tuple[Name, ...], _Make]] = {
    dotted(f"Nat.{name}"): (tuple(dotted(f"Nat.{need}") for need in needs), make)
    for name, needs, make in (
        ("add", (), _add),
        ("sub", ("pred",), _sub),
        ("mul", ("add",), _mul),
        ("pow", ("mul",), _pow),
        ("beq", (), _comparison(FALSE)),
        ("ble", (), _comparison(TRUE)),
        ("shiftLeft", ("mul",), _shift_left),
        ("shiftRight", ("div",), _shift_right),
    )
}
