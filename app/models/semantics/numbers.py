"""Natural numbers, integers and remainders as Lean counts: `n / 0 = 0`, `n % 0 = n`, `2 - 3 = 0` in `Nat`."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import comb, gcd, isqrt, lcm

from app.models.expression import Term
from app.models.semantics.compiler import Compiler, Rule
from app.models.semantics.types import (
    INT,
    NAT,
    PROP,
    Env,
    Meaning,
    Typed,
    Unknown,
    Value,
    is_number,
    modulus,
)

_LARGE = 10**12
_LARGE_PRIME = 10**9


def bounded(value: Value) -> Value:
    """Raises Unknown for numbers that take too long to count with."""
    if isinstance(value, int) and not -_LARGE < value < _LARGE:
        raise Unknown("a large number")
    return value


def quotient(n: int, m: int) -> int:
    """Lean's division of integers: the remainder is not negative."""
    return 0 if m == 0 else (n - n % abs(m)) // m


def remainder(n: int, m: int) -> int:
    return n if m == 0 else n % abs(m)


def divides(n: int, m: int) -> bool:
    return m == 0 if n == 0 else m % n == 0


def power(base: int, exponent: int) -> int:
    if abs(base) > 1 and exponent > 40:
        raise Unknown("a large power")
    return int(bounded(base**exponent))


@lru_cache(maxsize=1024)
def is_prime(n: int) -> bool:
    if n > _LARGE_PRIME:
        raise Unknown("a large prime")
    return n > 1 and all(n % d for d in range(2, isqrt(n) + 1))


@lru_cache(maxsize=1024)
def factorial(n: int) -> int:
    if n > 14:
        raise Unknown("a large factorial")
    return n * factorial(n - 1) if n else 1


@lru_cache(maxsize=1024)
def fibonacci(n: int) -> int:
    if n > 55:
        raise Unknown("a large number")
    one, other = 0, 1
    for _ in range(n):
        one, other = other, one + other
    return one


def binomial(n: int, k: int) -> int:
    if n > 200:
        raise Unknown("a large number")
    return comb(n, k)


def _natural_difference(n: int, m: int) -> int:
    return max(0, n - m)


def _open_difference(n: int, m: int) -> int:
    """Where the type is open, nothing is known below zero."""
    if n < m:
        raise Unknown("0 or a negative number")
    return n - m


_OPERATIONS: dict[str, Callable[[int, int], int]] = {
    "+": int.__add__, "-": int.__sub__, "*": int.__mul__, "/": quotient, "%": remainder,
    "min": min, "max": max,
}  # fmt: skip
_FUNCTIONS: dict[str, tuple[tuple[Term, ...], Term, Callable[..., Value]]] = {
    "succ": ((NAT,), NAT, lambda n: n + 1),
    "pred": ((NAT,), NAT, lambda n: max(0, n - 1)),
    "Prime": ((NAT,), PROP, is_prime),
    "!": ((NAT,), NAT, factorial),
    "factorial": ((NAT,), NAT, factorial),
    "choose": ((NAT, NAT), NAT, binomial),
    "fib": ((NAT,), NAT, fibonacci),
    "natAbs": ((INT,), NAT, abs),
    "toNat": ((INT,), NAT, lambda n: max(0, n)),
    "MOD": ((NAT, NAT, NAT), PROP, lambda a, b, n: divides(n, a - b)),
    "ZMOD": ((INT, INT, INT), PROP, lambda a, b, n: divides(n, a - b)),
    "neg": ((INT,), INT, lambda n: -n),
    "abs": ((INT,), INT, abs),
    "Coprime": ((NAT, NAT), PROP, lambda a, b: gcd(a, b) == 1),
    "IsCoprime": ((INT, INT), PROP, lambda a, b: gcd(a, b) == 1),
}
ARGUMENTS = {name: kinds for name, (kinds, _, _) in _FUNCTIONS.items() if name not in ("neg", "abs")}


def _numbers(compiler: Compiler, term: Term, wanted: Term | None) -> tuple[Term | None, Meaning, Meaning]:
    one, other = compiler.same(term.args[0], term.args[1], wanted)
    if not is_number(one.type):
        raise Unknown(f"{term.head} on {one.type.head if one.type else ''}")
    return one.type, one.meaning, other.meaning


def _arithmetic(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    type_, left, right = _numbers(compiler, term, wanted if is_number(wanted) else None)
    size = modulus(type_)
    if size is not None and term.head in "+-*":
        operate = _OPERATIONS[term.head]
        return Typed(type_, lambda env: operate(left(env), right(env)) % size)
    operate = _OPERATIONS[term.head]
    if term.head == "-" and type_ != INT:
        operate = _natural_difference if type_ == NAT else _open_difference
    return Typed(type_, lambda env: bounded(operate(left(env), right(env))))


def _power(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    base = compiler.typed(term.args[0], wanted if wanted in (NAT, INT) else None)
    exponent = compiler.checked(term.args[1], NAT).meaning
    if base.type not in (NAT, INT, None):
        raise Unknown("power")
    value = base.meaning
    return Typed(base.type, lambda env: power(value(env), exponent(env)))


def _order(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    _, left, right = _numbers(compiler, term, None)
    if term.head == "<":
        return Typed(PROP, compiler.known(lambda env: left(env) < right(env)))
    return Typed(PROP, compiler.known(lambda env: left(env) <= right(env)))


def _divides(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    type_, left, right = _numbers(compiler, term, None)
    if modulus(type_) is not None:
        raise Unknown("division in Fin")
    return Typed(PROP, compiler.known(lambda env: divides(left(env), right(env))))


def _parity(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    inner = compiler.typed(term.args[0])
    if inner.type not in (NAT, INT, None):
        raise Unknown("parity")
    value, odd = inner.meaning, term.head == "Odd"
    return Typed(PROP, compiler.known(lambda env: bool(value(env) % 2) == odd))


def _gcd(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    type_, left, right = _numbers(compiler, term, None)
    if modulus(type_) is not None:
        raise Unknown(term.head)
    which = gcd if term.head == "gcd" else lcm
    return Typed(NAT, lambda env: bounded(which(left(env), right(env))))


def _cast(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    """`↑x`: of a natural number an integer, of an element of `Fin n` a natural number."""
    inner = compiler.typed(term.args[0])
    if inner.type is None:
        inner = compiler.typed(term.args[0], NAT)
    if inner.type == NAT:
        return Typed(INT, inner.meaning)
    if modulus(inner.type) is not None:
        return Typed(NAT, inner.meaning)
    raise Unknown("cast")


def _function(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
    """A function of the library that takes and gives values of fixed types."""
    kinds, result, operate = _FUNCTIONS[term.head]
    if len(kinds) != len(term.args):
        raise Unknown(term.head)
    args = [compiler.checked(arg, kind).meaning for arg, kind in zip(term.args, kinds, strict=True)]

    def value(env: Env) -> Value:
        return bounded(operate(*(arg(env) for arg in args)))

    return Typed(result, compiler.known(value) if result == PROP else value)


def _two(rule: Rule) -> Rule:
    """`rule` where there are two arguments, as the symbol may also stand for a function alone."""

    def checked(compiler: Compiler, term: Term, wanted: Term | None) -> Typed:
        if len(term.args) != 2:
            raise Unknown(term.head)
        return rule(compiler, term, wanted)

    return checked


RULES: dict[str, Rule] = {
    **dict.fromkeys(_FUNCTIONS, _function),
    **dict.fromkeys(_OPERATIONS, _two(_arithmetic)),
    **dict.fromkeys(("<", "≤"), _two(_order)),
    **dict.fromkeys(("Even", "Odd"), _parity),
    **dict.fromkeys(("gcd", "lcm"), _two(_gcd)),
    "^": _two(_power),
    "∣": _two(_divides),
    "↑": _cast,
}
