"""Numbers and texts as literals: what they stand for and how fast functions compute."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from app.kernel import levels
from app.kernel.environment import CHAR, CONS, FALSE, NIL, OF_LIST, OF_NAT, TRUE
from app.kernel.names import Name, dotted
from app.kernel.outcome import Undecided
from app.kernel.terms import Expr, app, apply, const, nat

MOST_BITS = 1 << 25


def _power(base: int, exponent: int) -> int:
    _small(base.bit_length() * exponent if base > 1 else 0)
    return int(base**exponent)


def _shift_left(number: int, by: int) -> int:
    _small(number.bit_length() + by if number else 0)
    return number << by


def _multiply(left: int, right: int) -> int:
    _small(left.bit_length() + right.bit_length())
    return left * right


def _small(bits: int) -> None:
    if bits > MOST_BITS:
        raise Undecided("a number is too large")


_BY_NAME: dict[str, Callable[..., int | bool]] = {
    "add": lambda n, m: n + m,
    "sub": lambda n, m: max(n - m, 0),
    "mul": _multiply,
    "div": lambda n, m: n // m if m else 0,
    "mod": lambda n, m: n % m if m else n,
    "gcd": math.gcd,
    "beq": lambda n, m: n == m,
    "ble": lambda n, m: n <= m,
    "land": lambda n, m: n & m,
    "lor": lambda n, m: n | m,
    "xor": lambda n, m: n ^ m,
    "shiftLeft": _shift_left,
    "shiftRight": lambda n, m: n >> m,
    "pow": _power,
    "log2": lambda n: max(n.bit_length() - 1, 0),
}
FUNCTIONS = {dotted(f"Nat.{name}"): function for name, function in _BY_NAME.items()}
LOG2 = dotted("Nat.log2")


def arity(name: Name) -> int:
    """How many arguments the function takes."""
    return 1 if name is LOG2 else 2


def compute(function: Callable[..., int | bool], numbers: Sequence[int]) -> Expr:
    """The literal, or the truth value, that `function` gives. Raises Undecided where it is too large."""
    value = function(*numbers)
    if isinstance(value, bool):
        return const(TRUE if value else FALSE)
    return nat(value)


def spelled_out(text: str) -> Expr:
    """What a literal text stands for: `String.ofList` of its characters, each `Char.ofNat` of its code."""
    listed = no_letters()
    for each in reversed(text):
        listed = letters(letter(nat(ord(each))), listed)
    return of_letters(listed)


def letter(code: Expr) -> Expr:
    return app(const(OF_NAT), code)


def no_letters() -> Expr:
    return app(const(NIL, (levels.zero,)), const(CHAR))


def letters(first: Expr, others: Expr) -> Expr:
    return apply(const(CONS, (levels.zero,)), const(CHAR), first, others)


def of_letters(listed: Expr) -> Expr:
    return app(const(OF_LIST), listed)
