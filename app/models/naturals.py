"""Natural numbers: induction first, then the library.

A theorem is proved by induction before it is looked up, as its proof is what a reader wants; inside an
induction the library comes first, as a nested induction rarely helps.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

from app.domain.proof import Proposal
from app.models.binders import match, quantified, substitute
from app.models.context import Context, sides
from app.models.formula import FALSE, Atom, tokens

_SUCCESSOR_RULES = {
    "+": (("Nat.add_succ",), ("Nat.succ_add",), ("Nat.add_succ", "Nat.succ_add")),
    "*": (("Nat.mul_succ",), ("Nat.succ_mul",), ("Nat.mul_succ", "Nat.mul_succ")),
    "^": (("Nat.pow_succ",),),
}
_SUMS = ("Nat.add_comm", "Nat.add_left_comm", "Nat.add_assoc")
_PRODUCTS = ("Nat.mul_comm", "Nat.mul_left_comm", "Nat.mul_assoc", "Nat.mul_add", "Nat.add_mul")
_ARRANGING = {"*": (*_SUMS, *_PRODUCTS), "^": (*_SUMS, *_PRODUCTS)}
_EVIDENT = (
    ("n ≤ n", "Nat.le_refl n"),
    ("n ∣ n", "Nat.dvd_refl n"),
    ("0 ≤ n", "Nat.zero_le n"),
    ("n ≤ n + 1", "Nat.le_succ n"),
    ("n < n + 1", "Nat.lt_succ_self n"),
    ("0 < n + 1", "Nat.succ_pos n"),
    ("n + 1 = 0 → False", "Nat.succ_ne_zero n"),
)
# Library lemmas by the relation that they conclude: for use backwards, and for use with two facts.
LEMMAS = {
    "=": """Nat.add_comm Nat.add_assoc Nat.add_left_comm Nat.add_right_comm Nat.zero_add Nat.mul_comm
        Nat.mul_assoc Nat.mul_left_comm Nat.mul_add Nat.add_mul Nat.zero_mul Nat.one_mul Nat.mul_one
        Nat.le_antisymm Nat.add_left_cancel Nat.add_right_cancel Nat.succ.inj congrArg""",
    "≤": """Nat.le_add_right Nat.le_add_left Nat.le_succ_of_le Nat.succ_le_succ Nat.le_of_succ_le_succ
        Nat.le_of_lt Nat.le_of_lt_succ Nat.add_le_add Nat.mul_le_mul Nat.succ_le_of_lt Nat.le_of_eq""",
    "<": "Nat.lt_succ_of_le Nat.succ_lt_succ Nat.lt_of_succ_lt_succ Nat.lt_of_succ_le Nat.zero_lt_succ",
    "∣": "Nat.dvd_refl Nat.dvd_mul_right Nat.dvd_mul_left Nat.dvd_add",
    "∨": "Nat.le_total Nat.lt_or_ge Nat.eq_zero_or_pos",
    "False": """Nat.not_succ_le_zero Nat.not_lt_zero Nat.lt_irrefl Nat.succ_ne_zero Nat.not_succ_le_self""",
}
COMBINING = {
    "=": "Eq.trans Nat.le_antisymm",
    "≤": "Nat.le_trans Nat.add_le_add Nat.mul_le_mul",
    "<": "Nat.lt_trans Nat.lt_of_lt_of_le Nat.lt_of_le_of_lt",
    "∣": "Nat.dvd_trans Nat.dvd_add",
    "False": "Nat.not_lt_of_ge Nat.not_le_of_gt",
}
_RELATIONS = frozenset({"=", "≤", "<", "≥", ">", "∣"})


def evident(context: Context) -> Iterator[Proposal]:
    """What needs no proof: the first facts about the order."""
    for pattern, lemma in _EVIDENT:
        found = match(pattern, ["n"], str(context.target))
        if found is not None:
            yield Proposal(f"exact {substitute(lemma, found)}", "A basic fact.", cost=0)


def computed(context: Context) -> Iterator[Proposal]:
    """Let Lean compute a statement without variables."""
    if context.closed and any(word.isdigit() or word.startswith("Nat") for word in context.words):
        yield Proposal("decide", "Lean can compute this.", cost=0)


def by_induction(context: Context) -> Iterator[Proposal]:
    """Induction on each number in the target, and cases on it."""
    numbers = _recursed(context)
    smaller, hypothesis = context.fresh("k"), context.fresh("ih")
    zero, step = "zero", f"succ {smaller}"
    for place, number in enumerate(numbers):
        cost = 1 + place / 4 + 2 * context.inductive
        why = f"Prove it for 0, and from {smaller} for the next number."
        yield Proposal(f"induction {number} with", why, (zero, f"{step} {hypothesis}"), cost)
        others = [other for other in numbers if other != number]
        if others:
            tactic = f"induction {number} generalizing {' '.join(others)} with"
            why = f"{why} The hypothesis is for every {' '.join(others)}."
            yield Proposal(tactic, why, (zero, f"{step} {hypothesis}"), cost + 1)
        later = 1.5 if sides(context.text) else 0.3
        yield Proposal(f"cases {number} with", f"Is {number} 0 or not?", (zero, step), cost + later)


def _recursed(context: Context) -> list[str]:
    """The numbers of the target: those at the end of the left side first, where `+` and `*` recurse."""
    pair = sides(context.text)
    words = tokens(pair[0])[::-1] + tokens(pair[1])[::-1] if pair else context.words[::-1]
    numbers = context.of_type("Nat")
    heads = [word.partition(".")[0] for word in words]
    return list(dict.fromkeys(word for word in heads if word in numbers))


def stepped(context: Context) -> Iterator[Proposal]:
    """The usual ends of an induction step: unfold one step, use the hypothesis, arrange."""
    later = 0.0 if context.inductive else 1.2
    rules = [name for name, _, _ in context.equations] + list(_general_equations(context))
    present = [operator for operator in _SUCCESSOR_RULES if operator in context.words]
    steps = [each for operator in present for each in _SUCCESSOR_RULES[operator]]
    for rule, unfolding in product(rules, steps):
        listed = ", ".join([*unfolding, rule])
        yield Proposal(f"rw [{listed}]", f"Unfold one step, then use {rule}.", cost=later + 0.5)
    if not present:
        return
    single = [unfolding[0] for unfolding in steps if len(unfolding) == 1]
    for rule in single:
        yield Proposal(f"rw [{rule}]", "Unfold one step.", cost=later + 0.8)
    yield Proposal(f"simp [{', '.join([*single, *rules])}]", "Unfold and simplify.", cost=later + 0.9)
    arranging = [rule for operator in present for rule in _ARRANGING.get(operator, _SUMS)]
    for arranged, extra in ((_SUMS, 1.0), (tuple(dict.fromkeys(arranging)), 1.2)):
        yield Proposal(f"simp [{', '.join([*rules, *arranged])}]", "Arrange the terms.", cost=later + extra)
        listed = ", ".join([*single, *rules, *arranged])
        yield Proposal(f"simp [{listed}]", "Unfold, then arrange the terms.", cost=later + extra + 0.1)


def _general_equations(context: Context) -> Iterator[str]:
    for name, formula in context.facts:
        general = quantified(str(formula)) if isinstance(formula, Atom) else None
        if general is not None and general.symbol == "∀" and sides(general.body):
            yield name


def looked_up(context: Context) -> Iterator[Proposal]:
    """Library lemmas that conclude what the target says."""
    facts = [name for name, formula in context.facts if _RELATIONS & set(tokens(str(formula)))]
    for relation in _concluding(context):
        for lemma in LEMMAS.get(relation, "").split():
            yield Proposal(f"apply {lemma}", "The library knows this.", cost=_lookup_cost(relation, facts))
        for lemma, (one, other) in product(COMBINING.get(relation, "").split(), permutations(facts, 2)):
            yield Proposal(f"exact {lemma} {one} {other}", f"Combine {one} and {other}.", cost=0.6)


def _lookup_cost(relation: str, facts: list[str]) -> float:
    """An equation is proved rather than looked up; what follows from an inequality is looked up first."""
    if relation == "=":
        return 2.6
    return 0.9 if facts else 1.6


def _concluding(context: Context) -> list[str]:
    if context.target == FALSE:
        return ["False"]
    present = set(context.words)
    return ["∨"] if "∨" in present else [each for each in LEMMAS if each in present]
