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
# LemmaIndex lemmas by the relation that they conclude, for use with two facts.
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


def stepped(context: Context) -> Iterator[Proposal]:
    """The usual ends of an induction step: unfold one step, use the hypothesis, arrange."""
    later = 0.0 if context.inductive else 1.6
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


def combined(context: Context) -> Iterator[Proposal]:
    """LemmaIndex lemmas that conclude what the target says from two facts."""
    facts = [name for name, formula in context.facts if _RELATIONS & set(tokens(str(formula)))]
    for relation in _concluding(context):
        for lemma, (one, other) in product(COMBINING.get(relation, "").split(), permutations(facts, 2)):
            yield Proposal(f"exact {lemma} {one} {other}", f"Combine {one} and {other}.", cost=0.6)


def _concluding(context: Context) -> list[str]:
    if context.target == FALSE:
        return ["False"]
    present = set(context.words)
    return [each for each in COMBINING if each in present]


def least(context: Context) -> Iterator[Proposal]:
    """If some number has a property, there is a least one that has it."""
    for name, formula in context.facts:
        some = quantified(str(formula)) if isinstance(formula, Atom) else None
        if some is None or some.symbol != "∃" or len(some.binders) != 1:
            continue
        m, hm, smallest, k, hk = _fresh_names(context, "m", "hm", "least", "k", "hk")
        claim = f"∃ {m}, ({some.at([m])}) ∧ ∀ {k} : Nat, ({some.at([k])}) → {m} ≤ {k}"
        proof = f"⟨Nat.find {name}, Nat.find_spec {name}, fun {k} {hk} => Nat.find_min' {name} {hk}⟩"
        tactic = f"classical\nobtain ⟨{m}, {hm}, {smallest}⟩ : {claim} := {proof}"
        yield Proposal(tactic, "Take the least one: numbers are well-ordered.", cost=1.4)


def _fresh_names(context: Context, *wanted: str) -> list[str]:
    found: list[str] = []
    for name in wanted:
        found.append(context.fresh(name, *found))
    return found
