"""Even and odd numbers: the laws for sums, products and powers, and witnesses `a = 2 * k + 1`."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.proof import Proposal
from app.models.context import Context
from app.models.expression import Term, names
from app.models.lookup import Seen
from app.models.terms import argument

_PARITIES = frozenset({"Even", "Odd"})
_SUMS = {
    ("Even", "Even"): ("Even", "add"),
    ("Odd", "Odd"): ("Even", "add_odd"),
    ("Even", "Odd"): ("Odd", "add_odd"),
    ("Odd", "Even"): ("Odd", "add_even"),
}
_DIFFERENCES = {
    ("Even", "Even"): ("Even", "sub"),
    ("Odd", "Odd"): ("Even", "sub_odd"),
    ("Even", "Odd"): ("Odd", "sub_odd"),
    ("Odd", "Even"): ("Odd", "sub_even"),
}
Known = tuple[str, str]  # `Even` or `Odd`, and a term that proves it


def solved(context: Context) -> Iterator[Proposal]:
    """Ways to the whole target, if it speaks of even or odd numbers, or a fact does."""
    seen = Seen.of(context)
    if seen is None or not _speaks_of_parity(seen):
        return
    if seen.target.head in _PARITIES and len(seen.target.args) == 1:
        found = _parity(seen.target.args[0], seen)
        if found is not None and found[0] == seen.target.head:
            yield Proposal(f"exact {found[1]}", "The laws for even and odd numbers say this.", cost=0)
    yield from _by_rules(context, seen)


def by_cases(context: Context) -> Iterator[Proposal]:
    """Is a number of the target even or odd?"""
    seen = Seen.of(context)
    if seen is None or not _PARITIES & names(seen.target):
        return
    known = {fact.args[0].head for _, fact in seen.facts if fact.head in _PARITIES and fact.args}
    for number, (name, kind) in enumerate(seen.types.items()):
        if kind.head in ("Nat", "Int") and name in names(seen.target) - known:
            fact = context.fresh(f"h{name}")
            yield Proposal(
                f"rcases {kind.head}.even_or_odd {name} with {fact} | {fact}",
                f"Is {name} even or odd?",
                cost=0.9 + number / 4,
            )


def _speaks_of_parity(seen: Seen) -> bool:
    return any(_PARITIES & names(term) for term in (seen.target, *(fact for _, fact in seen.facts)))


def _by_rules(context: Context, seen: Seen) -> Iterator[Proposal]:
    """Remainders of 2, for `omega`; and the laws as rules for `simp`, which know products."""
    kinds = [kind for kind in ("Nat", "Int") if context.of_type(kind)]
    facts = [name for name, fact in seen.facts if _PARITIES & names(fact)]
    asked = bool(_PARITIES & names(seen.target))
    present = names(seen.target).union(*(names(fact) for _, fact in seen.facts))
    said = [law for head, law in (("Even", "even_iff"), ("Odd", "odd_iff")) if head in present]
    rules = ", ".join(f"{kind}.{law}" for kind in kinds for law in said)
    place = f" at {' '.join([*facts, *['⊢'] * asked])}" if facts else ""
    why = "Even and odd numbers by their remainders of 2."
    yield Proposal(f"simp only [{rules}]{place}\nomega", why, cost=0.3)
    laws = [f"{kind}.even_{law}" for kind in kinds for law in ("add", "mul", "pow")]
    laws += ["Int.even_sub"] * ("Int" in kinds)
    odd = [f"← {kind}.not_even_iff_odd" for kind in kinds]
    why = "By the laws for sums, products and powers; what is odd is not even."
    if asked:
        yield Proposal(f"simp [{', '.join([*laws, *facts])}]", why, cost=0.3)
        yield Proposal(f"simp [{', '.join([*odd, *laws])}]", why, cost=0.35)
    for name in facts if asked else []:
        listed = ", ".join([*odd, *laws])
        yield Proposal(f"simpa [{', '.join(laws)}] using {name}", why, cost=0.33)
        yield Proposal(f"simpa [{listed}] using {name}", why, cost=0.36)
    if facts:
        for closer in ("tauto", "omega"):
            yield Proposal(f"simp_all [{', '.join([*odd, *laws])}]\n{closer}", why, cost=0.42)


def _parity(term: Term, seen: Seen) -> Known | None:
    """What the laws give for `term` from the facts, with the proof."""
    for name, fact in seen.facts:
        if fact.head in _PARITIES and fact.args == (term,):
            return fact.head, name
    if term.head.isdigit() and not term.args:
        return ("Odd" if int(term.head) % 2 else "Even"), "(by decide)"
    match term.head, term.args:
        case ("+", (one, other)):
            if one == other:
                return "Even", f"even_add_self {_shown(one)}"
            return _combined(_SUMS, _parity(one, seen), _parity(other, seen))
        case ("-", (one, other)) if not _natural(term, seen):
            return _combined(_DIFFERENCES, _parity(one, seen), _parity(other, seen))
        case ("*", (one, other)):
            return _of_product(one, other, seen)
        case ("^", (base, exponent)):
            return _of_power(_parity(base, seen), exponent)
        case ("neg", (one,)):
            inner = _parity(one, seen)
            return None if inner is None else (inner[0], f"{argument(inner[1])}.neg")
    return None


def _shown(term: Term) -> str:
    return term.head if not term.args else "_"


def _natural(term: Term, seen: Seen) -> bool:
    return any(seen.types.get(name) == Term("Nat") for name in names(term))


def _combined(laws: dict[tuple[str, str], Known], one: Known | None, other: Known | None) -> Known | None:
    if one is None or other is None:
        return None
    parity, law = laws[one[0], other[0]]
    return parity, f"{_receiver(one)}.{law} {argument(other[1])}"


def _of_product(one: Term, other: Term, seen: Seen) -> Known | None:
    if one == Term("2"):
        return "Even", f"even_two_mul {_shown(other)}"
    left, right = _parity(one, seen), _parity(other, seen)
    if left is not None and left[0] == "Even":
        return "Even", f"{_receiver(left)}.mul_right _"
    if right is not None and right[0] == "Even":
        return "Even", f"{_receiver(right)}.mul_left _"
    if left is not None and right is not None:
        return "Odd", f"{_receiver(left)}.mul {argument(right[1])}"
    return None


def _of_power(base: Known | None, exponent: Term) -> Known | None:
    if base is not None and base[0] == "Odd":
        return "Odd", f"{_receiver(base)}.pow"
    if base is not None and exponent.head.isdigit() and exponent.head != "0":
        return "Even", f"{_receiver(base)}.pow_of_ne_zero (by decide)"
    return None


def _receiver(known: Known) -> str:
    """The proof as what stands before a dot."""
    parity, proof = known
    return f"({proof[1:-1]} : {parity} _)" if proof == "(by decide)" else argument(proof)
