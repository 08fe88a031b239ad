"""The laws for `∣` and `≡`: a proof by what a sum, a product or a power is made of."""

from __future__ import annotations

from app.models.expression import Term
from app.models.lookup import Seen
from app.models.terms import argument


def only_kind(seen: Seen) -> str | None:
    """The numbers that the goal is about: `Nat`, `Int`, or None if there are both."""
    kinds = {kind.head for kind in seen.types.values()} & {"Nat", "Int"}
    return kinds.pop() if len(kinds) == 1 else None


def divides(divisor: Term, term: Term, seen: Seen) -> str | None:
    """A proof that `divisor` divides `term`, by the laws for sums and products from the facts."""
    for name, fact in seen.facts:
        if fact == Term("∣", (divisor, term)):
            return name
    if term == divisor:
        return "dvd_rfl"
    match term.head, term.args:
        case ("+", (one, other)):
            return _joined("dvd_add", divides(divisor, one, seen), divides(divisor, other, seen))
        case ("-", (one, other)):
            law = "Nat.dvd_sub" if only_kind(seen) == "Nat" else "dvd_sub"
            return _joined(law, divides(divisor, one, seen), divides(divisor, other, seen))
        case ("*", (one, other)):
            return _divides_product(divisor, one, other, seen)
        case ("^", (base, exponent)) if exponent.head.isdigit() and exponent.head != "0":
            inner = divides(divisor, base, seen)
            return None if inner is None else f"dvd_pow {argument(inner)} (by decide)"
        case ("neg", (one,)):
            inner = divides(divisor, one, seen)
            return None if inner is None else f"dvd_neg.mpr {argument(inner)}"
    return "dvd_zero _" if term == Term("0") else None


def _divides_product(divisor: Term, one: Term, other: Term, seen: Seen) -> str | None:
    if divisor.head == "*" and divisor.args:
        left = divides(divisor.args[0], one, seen)
        right = divides(divisor.args[1], other, seen)
        if left is not None and right is not None:
            return f"mul_dvd_mul {argument(left)} {argument(right)}"
    if one == divisor:
        return "dvd_mul_right _ _"
    if other == divisor:
        return "dvd_mul_left _ _"
    if (left := divides(divisor, one, seen)) is not None:
        return f"{argument(left)}.mul_right _"
    if (right := divides(divisor, other, seen)) is not None:
        return f"{argument(right)}.mul_left _"
    return None


def _joined(law: str, one: str | None, other: str | None) -> str | None:
    return None if one is None or other is None else f"{law} {argument(one)} {argument(other)}"


def congruent(one: Term, other: Term, modulus: Term, seen: Seen) -> str | None:
    """A proof of `one ≡ other [MOD modulus]` by the laws, from the facts."""
    own = seen.target.head
    for name, fact in seen.facts:
        if fact == Term(own, (one, other, modulus)):
            return name
        if fact == Term(own, (other, one, modulus)):
            return f"{name}.symm"
    if one == other:
        return "Nat.ModEq.refl _" if own == "MOD" else "Int.ModEq.refl _"
    if one.head != other.head or len(one.args) != len(other.args) or not one.args:
        return None
    if one.head in ("+", "-", "*"):
        parts = [congruent(a, b, modulus, seen) for a, b in zip(one.args, other.args, strict=True)]
        law = {"+": "add", "-": "sub", "*": "mul"}[one.head]
        if parts[0] is None or parts[1] is None:
            return None
        return f"{argument(parts[0])}.{law} {argument(parts[1])}"
    if one.head == "^" and one.args[1] == other.args[1]:
        inner = congruent(one.args[0], other.args[0], modulus, seen)
        return None if inner is None else f"{argument(inner)}.pow _"
    if one.head == "neg":
        inner = congruent(one.args[0], other.args[0], modulus, seen)
        return None if inner is None else f"{argument(inner)}.neg"
    return None
