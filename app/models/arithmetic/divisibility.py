"""Divisibility: laws for `∣` and `≡`, witnesses, cases by the remainder, prime numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.proof import Proposal
from app.models.arithmetic.multiples import congruent, divides, only_kind
from app.models.arithmetic.polynomials import Polynomial, polynomial
from app.models.arithmetic.residues import Remainders, possible, remainders
from app.models.context import Context
from app.models.expression import Term, names, subterms
from app.models.lookup import Seen
from app.models.names import fresh

_CONGRUENCES = frozenset({"MOD", "ZMOD"})
_NOTIONS = frozenset({"Even", "Odd", "MOD", "ZMOD"})
_SPEAKING = frozenset({"∣", "%", "Even", "Odd", "MOD", "ZMOD"})
_RULES = {
    "Nat": {"^": "Nat.pow_mod", "*": "Nat.mul_mod", "+": "Nat.add_mod"},
    "Int": {"^": "pow_succ", "*": "Int.mul_emod", "+": "Int.add_emod", "-": "Int.sub_emod"},
}
_READ = {
    "Nat": {
        "∣": "Nat.dvd_iff_mod_eq_zero", "Even": "Nat.even_iff", "Odd": "Nat.odd_iff", "MOD": "Nat.ModEq",
    },
    "Int": {
        "∣": "Int.dvd_iff_emod_eq_zero", "Even": "Int.even_iff", "Odd": "Int.odd_iff", "ZMOD": "Int.ModEq",
    },
}  # fmt: skip
_EQUATION_MODULI = (3, 4, 5, 7, 8, 9, 13, 16)


def solved(context: Context) -> Iterator[Proposal]:
    """Ways to the whole target."""
    seen = Seen.of(context)
    if seen is None:
        return
    target = seen.target
    if target.head == "∣" and (term := divides(target.args[0], target.args[1], seen)) is not None:
        yield Proposal(f"exact {term}", "It divides each part.", cost=0)
    if (
        target.head in _CONGRUENCES
        and (term := congruent(target.args[0], target.args[1], target.args[2], seen)) is not None
    ):
        yield Proposal(f"exact {term}", "Congruences may be added and multiplied.", cost=0)
    if _SPEAKING & names(target) or target == Term("False"):
        yield from _by_remainders(context, seen)
    if target == Term("False") or target.head == "¬":
        yield from _without_solution(context, seen)


def taken_apart(context: Context) -> Iterator[Proposal]:
    """A modulus that is a product of coprime numbers, and differences of natural numbers."""
    seen = Seen.of(context)
    if seen is None or seen.target.head != "∣" or not seen.target.args[0].head.isdigit():
        return
    modulus, says = int(seen.target.args[0].head), context.text.partition(" ∣ ")[2]
    parts = _prime_powers(modulus)
    if len(parts) > 1:
        name = context.fresh("h")
        all_ = " ∧ ".join(f"{part} ∣ {says}" for part in parts)
        why = f"{modulus} is the product of {' and '.join(map(str, parts))}, which are coprime."
        yield Proposal(f"suffices {name} : {all_} by omega", why, cost=0.4)
    if seen.target.args[1].head == "-" and only_kind(seen) == "Nat":
        why = "A difference is divisible if both leave the same remainder."
        tactic = "refine Nat.dvd_of_mod_eq_zero (Nat.sub_mod_eq_zero_of_mod_eq ?_)"
        yield Proposal(tactic, why, cost=0.5)


def _prime_powers(number: int) -> list[int]:
    found, prime = [], 2
    while number > 1:
        power = 1
        while number % prime == 0:
            number, power = number // prime, power * prime
        if power > 1:
            found.append(power)
        prime += 1
    return found


def _by_remainders(context: Context, seen: Seen) -> Iterator[Proposal]:
    """Cases by the remainders of the variables; only where these are known to settle the matter."""
    kind = only_kind(seen)
    if kind is None:
        return
    natural = kind == "Nat"
    facts = [(name, remainders(fact, natural)) for name, fact in seen.facts]
    known = [(name, fact) for name, fact in facts if fact is not None]
    goal = None if seen.target == Term("False") else remainders(seen.target, natural)
    about = [fact for _, fact in known] if goal is None else [goal]
    if not about or (goal is None and seen.target != Term("False")):
        return
    modulus = max(fact.modulus for fact in about)
    variables = frozenset(name for fact in about for name in fact.variables)
    cases = possible(variables, modulus, [fact for _, fact in known])
    if not variables or cases is None or not all(goal is not None and goal.at(case) for case in cases):
        return
    plain = [(name, fact) for name, fact in known if _linear(fact.says, natural)]
    split = possible(variables, modulus, [fact for _, fact in plain]) or []
    settled = goal is not None and all(goal.at(case) for case in split)
    yield from _in_cases(context, seen, kind, known, goal, modulus, split, settled)


def _linear(says: Term, natural: bool) -> bool:
    """Whether `omega` knows what the fact says of remainders."""
    sides = [part for part in subterms(says) if part.head in _SPEAKING and part.args]
    read = [polynomial(arg, natural) for side in sides for arg in side.args]
    return all(value is not None and value.degree <= 1 for value in read)


def _in_cases(
    context: Context,
    seen: Seen,
    kind: str,
    known: Sequence[tuple[str, Remainders]],
    goal: Remainders | None,
    modulus: int,
    cases: list[dict[str, int]],
    settled: bool,
) -> Iterator[Proposal]:
    """The case distinction, written down: one fact for each variable, then all cases alike."""
    to_read = [name for name, fact in known if _NOTIONS & names(fact.says)]
    notions = {head for _, fact in known for head in _NOTIONS & names(fact.says)}
    rules = ", ".join(rule for head, rule in _READ[kind].items() if head in notions)
    lines = [f"simp only [{rules}] at {' '.join(to_read)}"] if to_read else []
    variables = sorted(cases[0]) if cases else []
    facts: list[str] = []
    split: list[str] = []
    for variable in variables:
        alone = sorted({case[variable] for case in cases})
        stated = [
            name
            for name, fact in seen.facts
            if len(alone) == 1 and fact == _says(variable, modulus, alone[0])
        ]
        name = stated[0] if stated else fresh(f"h{variable}", [*context.names, *facts])
        facts.append(name)
        said = " ∨ ".join(f"{variable} % {modulus} = {r}" for r in alone)
        lines += [] if stated else [f"have {name} : {said} := by omega"]
        split += [f"rcases {name} with {' | '.join([name] * len(alone))}"] if len(alone) > 1 else []
    texts = [fact.says for _, fact in known] + ([goal.says] if goal is not None else [])
    why = f"Look at the remainders by {modulus} of {' and '.join(variables)}."
    cost = 0.3 + len(cases) / 60
    if settled and goal is not None:
        listed = ", ".join([*_rules(kind, [goal.says]), *facts])
        yield Proposal("\n".join([*lines, " <;> ".join([*split, f"simp [{listed}]"])]), why, cost=cost)
    used = [name for name, fact in known if _SPEAKING & names(fact.says)]
    if goal is None and len(used) == 1:
        listed = ", ".join([*_rules(kind, texts), *facts])
        last = f"simp [{listed}] at {used[0]}"
        yield Proposal("\n".join([*lines, " <;> ".join([*split, last])]), why, cost=cost)
    listed = ", ".join(_rules(kind, texts))
    again = " <;> ".join([*split, f"simp_all [{listed}]"])
    yield Proposal("\n".join([*lines, again]), why, cost=cost + 0.15)


def _says(variable: str, modulus: int, remainder: int) -> Term:
    return Term("=", (Term("%", (Term(variable), Term(str(modulus)))), Term(str(remainder))))


def _rules(kind: str, says: Sequence[Term]) -> list[str]:
    """What `simp` needs in order to compute remainders of the terms that occur."""
    present = {each.head for term in says for each in subterms(term)}
    reading = [rule for head, rule in _READ[kind].items() if head in present]
    computing = dict(_RULES[kind])
    if "^" in present and kind == "Int":
        present.add("*")
    return reading + [rule for head, rule in computing.items() if head in present]


def _without_solution(context: Context, seen: Seen) -> Iterator[Proposal]:
    """An equation that has no solution by some modulus."""
    kind = only_kind(seen)
    if kind is None:
        return
    for name, fact in seen.facts:
        if fact.head != "=":
            continue
        sides = [polynomial(side, kind == "Nat") for side in fact.args]
        if sides[0] is None or sides[1] is None:
            continue
        for modulus in _EQUATION_MODULI:
            proposal = _contradiction(context, seen, kind, name, sides[0] - sides[1], modulus)
            if proposal is not None:
                yield proposal
                break


def _contradiction(
    context: Context, seen: Seen, kind: str, name: str, difference: Polynomial, modulus: int
) -> Proposal | None:
    """That `difference` is not 0 by `modulus`: what is divisible goes, the rest is looked at in cases."""
    kept = Polynomial.of({m: value % modulus for m, value in difference.coefficients.items()})
    powers = {m: value for m, value in kept.coefficients.items() if m}
    if not powers or any(len(m) != 1 or m[0][0] not in context.local for m in powers):
        return None
    atoms = kept.atoms
    if len(atoms) != len(powers) or modulus ** len(atoms) > 400:
        return None
    lines, values = [], {}
    used: list[str] = []
    for ((variable, exponent),) in powers:
        known = [f for _, fact in seen.facts if (f := remainders(fact, kind == "Nat")) is not None]
        own = possible({variable}, modulus, [f for f in known if _linear(f.says, kind == "Nat")]) or []
        values[(variable, exponent)] = sorted({case[variable] ** exponent % modulus for case in own})
        fact = fresh(f"h{variable}", [*context.names, *used])
        used.append(fact)
        lines += _power_cases(kind, fact, variable, exponent, modulus, values[(variable, exponent)])
    if not _never_zero(kept, values, modulus):
        return None
    why = f"{name} has no solution by the modulus {modulus}."
    return Proposal("\n".join([*lines, "omega"]), why, cost=0.5)


def _power_cases(
    kind: str, fact: str, variable: str, exponent: int, modulus: int, values: Sequence[int]
) -> list[str]:
    """Which remainders a power of a variable can leave."""
    power = f"{variable} ^ {exponent}" if exponent > 1 else variable
    said = " ∨ ".join(f"{power} % {modulus} = {r}" for r in values)
    if exponent == 1:
        return [f"have {fact} : {said} := by omega"]
    rules = "Nat.pow_mod" if kind == "Nat" else "pow_succ, Int.mul_emod"
    each = " ∨ ".join(f"{variable} % {modulus} = {r}" for r in range(modulus))
    bars = " | ".join(["h"] * modulus)
    return [
        f"have {fact} : {said} := by",
        f"  have h : {each} := by omega",
        f"  rcases h with {bars} <;> simp [{rules}, h]",
    ]


def _never_zero(kept: Polynomial, values: dict[tuple[str, int], list[int]], modulus: int) -> bool:
    sums = {kept.coefficients.get((), 0)}
    for monomial, coefficient in kept.coefficients.items():
        if monomial:
            sums = {(s + coefficient * r) % modulus for s in sums for r in values[monomial[0]]}
    return 0 not in {each % modulus for each in sums}
