"""Prime numbers: what is known of one, and that there are some."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.proof import Proposal
from app.models.context import Context
from app.models.expression import Term, names, subterms
from app.models.lookup import Seen
from app.models.names import fresh

_SMALL = (2, 3, 5, 7, 11, 13)


def solved(context: Context) -> Iterator[Proposal]:
    """What follows from the divisors of a prime number by linear arithmetic."""
    seen = Seen.of(context)
    if seen is None:
        return
    primes = [(name, fact.args[0]) for name, fact in seen.facts if fact.head == "Prime" and fact.args]
    if not primes:
        return
    lines = list(_facts(context, seen, primes))
    reading = _reading(seen)
    why = "A prime number is at least 2, and its only divisors are 1 and itself."
    yield Proposal("\n".join([*lines, *reading, "omega"]), why, cost=0.42)


def known(context: Context) -> Iterator[Proposal]:
    """Facts about prime numbers that a next step may use, and prime numbers where some are asked for."""
    seen = Seen.of(context)
    if seen is None:
        return
    for name, fact in seen.facts:
        if fact.head == "Prime" and fact.args and not fact.args[0].args:
            yield from _euclid(context, seen, name, fact.args[0])
    if seen.target.head == "∃" and "Prime" in names(seen.target):
        yield from _existing(context, seen)


def _facts(context: Context, seen: Seen, primes: list[tuple[str, Term]]) -> Iterator[str]:
    """That the primes are at least 2, and which of the small numbers of the goal divide them."""
    literals = {int(part.head) for part in _all_terms(seen) if part.head.isdigit() and not part.args}
    wanted = [q for q in _SMALL if any(literal and literal % q == 0 for literal in literals)]
    if {"Even", "Odd"} & {part.head for part in _all_terms(seen)}:
        wanted = sorted({2, *wanted})
    used: list[str] = []
    for name, _ in primes:
        for rule in ("two_le", *(f"eq_one_or_self_of_dvd {q}" for q in wanted[:3])):
            new = fresh("h", [*context.names, *used])
            used.append(new)
            yield f"have {new} := {name}.{rule}"
    for name, fact in seen.facts:
        for prime, of in primes:
            if fact.head == "∣" and fact.args[1] == of:
                new = fresh("h", [*context.names, *used])
                used.append(new)
                yield f"have {new} := {prime}.eq_one_or_self_of_dvd _ {name}"


def _all_terms(seen: Seen) -> Iterator[Term]:
    for says in (seen.target, *(fact for _, fact in seen.facts)):
        yield from subterms(says)


def _reading(seen: Seen) -> Iterator[str]:
    """Even and odd in terms of remainders, for `omega`."""
    rules = {"Even": "Nat.even_iff", "Odd": "Nat.odd_iff"}
    present = {part.head for part in _all_terms(seen)}
    places = [name for name, fact in seen.facts if rules.keys() & names(fact)]
    asked = bool(rules.keys() & names(seen.target))
    if listed := ", ".join(rule for head, rule in rules.items() if head in present):
        place = f" at {' '.join([*places, *['⊢'] * asked])}" if places else ""
        yield f"simp only [{listed}]{place}"


def _euclid(context: Context, seen: Seen, prime: str, p: Term) -> Iterator[Proposal]:
    """A prime that divides a product divides a factor; one that divides a power divides the base."""
    for name, fact in seen.facts:
        if fact.head != "∣" or fact.args[0] != p:
            continue
        new = context.fresh("h")
        if fact.args[1].head == "*":
            why = f"{p.head} is prime and divides a product, so it divides a factor."
            yield Proposal(f"rcases {prime}.dvd_mul.mp {name} with {new} | {new}", why, cost=0.6)
        elif fact.args[1].head == "^":
            why = f"{p.head} is prime and divides a power, so it divides the base."
            yield Proposal(f"have {new} := {prime}.dvd_of_dvd_pow {name}", why, cost=0.5)


def _existing(context: Context, seen: Seen) -> Iterator[Proposal]:
    """There are prime numbers beyond every bound, and each number but 1 has a prime divisor."""
    why = "Each number but 1 has a prime divisor."
    yield Proposal("exact Nat.exists_prime_and_dvd (by omega)", why, cost=0.35)
    p, large, prime, divides = (context.fresh(each) for each in ("p", "hle", "hp", "hd"))
    for number in context.of_type("Nat"):
        if number in names(seen.target):
            yield Proposal(
                f"obtain ⟨{p}, {large}, {prime}⟩ := Nat.exists_infinite_primes ({number} + 1)\n"
                f"exact ⟨{p}, by omega, by assumption⟩",
                "There are prime numbers beyond every bound.",
                cost=0.4,
            )
            yield Proposal(
                f"obtain ⟨{p}, {prime}, {divides}⟩ := Nat.exists_prime_and_dvd (n := {number}) (by omega)",
                f"{number} has a prime divisor.",
                cost=0.7,
            )
            yield Proposal(
                f"obtain ⟨{p}, {large}, {prime}⟩ := Nat.exists_infinite_primes ({number} + 1)",
                "There are prime numbers beyond every bound.",
                cost=0.8,
            )
