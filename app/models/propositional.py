"""Propositional logic, completely: the next step of a proof that is known to exist.

A goal is looked at as a sequent of formulas. If it holds intuitionistically, a step is chosen after which it
still does; if only classically, one after which it still holds classically, and cases are distinguished on an
atom where nothing else helps. So no step is a guess, and each is one that a person would write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from app.domain.proof import Proposal
from app.models.formula import FALSE, Atom, Compound, Formula, neg
from app.models.names import hypothesis_name
from app.models.terms import Fact, argument, filled, short_term, uses
from app.models.validity import classical, countermodel, intuitionistic, sequent_atoms

_READABLE = 24  # beyond this size a proof by steps is longer than anyone reads
_SHORT = 10
_TABLE_ATOMS = 5
_FALLBACK = 1.0  # what each alternative to the right step costs more than the one before
_ALTERNATIVES = 3  # the first is right; the others help where Lean reads a formula otherwise
_Holds = Callable[[frozenset[Formula], Formula], bool]


@dataclass(frozen=True, slots=True)
class Sequent:
    """Named facts, what is to be shown, and the names that are taken."""

    facts: tuple[Fact, ...]
    goal: Formula
    names: frozenset[str]

    @property
    def known(self) -> frozenset[Formula]:
        return frozenset(formula for _, formula in self.facts)

    def name(self, formula: Formula, *others: str) -> str:
        return hypothesis_name(formula, self.names.union(others))


def holds(sequent: Sequent) -> bool:
    """Whether propositional reasoning alone proves the goal."""
    return classical(sequent.known, sequent.goal)


def decided(sequent: Sequent) -> bool:
    """Whether truth values settle the sequent one way or the other; they do not if it has too many atoms."""
    return holds(sequent) or bool(countermodel(sequent.known, sequent.goal))


def long(sequent: Sequent) -> bool:
    """Whether a proof has so many steps that it is rather looked for as a whole."""
    return sum(_size(formula) for formula in (*sequent.known, sequent.goal)) > _SHORT


def next_steps(sequent: Sequent) -> Iterator[Proposal]:
    """Steps of a proof of a sequent that holds, the best first; the others wait for it to fail."""
    for number, step in enumerate(_steps(sequent)):
        yield replace(step, cost=number * _FALLBACK)


def _steps(sequent: Sequent) -> Iterator[Proposal]:
    goal = sequent.goal
    oracle = intuitionistic if intuitionistic(sequent.known, goal) else classical
    if isinstance(goal, Compound) and goal.connective == "→":
        yield _introduced(sequent, goal)
        return
    if (term := short_term(sequent.facts, goal)) and _plain(term, goal):
        yield Proposal(f"exact {term}", _why_exact(term), cost=0)
    needed = _needed(sequent, oracle)
    if sum(_size(formula) for formula in (*needed.known, goal)) > _READABLE:
        yield from _by_truth_table(needed)
    yield from islice(_forced(needed), _ALTERNATIVES)
    yield from islice(chain(_chosen(needed, oracle), _on_the_way(needed, oracle, True)), _ALTERNATIVES)
    yield from islice(_split_on_atom(needed), _ALTERNATIVES)
    yield from islice(_on_the_way(needed, oracle, False), _ALTERNATIVES)


def _introduced(sequent: Sequent, goal: Formula) -> Proposal:
    """Assume every premise at once."""
    names: list[str] = []
    assumed: list[str] = []
    while isinstance(goal, Compound) and goal.connective == "→":
        names.append(sequent.name(goal.left, *names))
        assumed.append(str(goal.left))
        goal = goal.right
    end = "reach a contradiction" if goal == FALSE else f"prove {goal}"
    return Proposal(f"intro {' '.join(names)}", f"Assume {', '.join(assumed)}; {end}.", cost=0)


def _plain(term: str, goal: Formula) -> bool:
    """Whether `term` is readable as one step; what is built is built step by step."""
    if isinstance(goal, Compound) and goal.connective in "∧↔":
        return not term.startswith("⟨") or not set(" .(") & set(term.replace(", ", ""))
    return not (term.startswith("Or.in") and "fun" in term)


def _why_exact(term: str) -> str:
    if " " not in term and "." not in term:
        return "This is known already."
    if term.startswith("absurd ") or term.endswith(".elim"):
        return "What is known is contradictory."
    return "This follows directly from what is known."


def _needed(sequent: Sequent, oracle: _Holds) -> Sequent:
    """The sequent without the facts that it holds without, large ones dropped first, literals never."""
    kept = list(sequent.facts)
    for fact in sorted(sequent.facts, key=lambda each: -len(str(each[1]))):
        rest = [each for each in kept if each != fact]
        if not _literal(fact[1]) and oracle(frozenset(formula for _, formula in rest), sequent.goal):
            kept = rest
    return replace(sequent, facts=tuple(kept))


def _literal(formula: Formula) -> bool:
    return isinstance(formula, Atom) or (formula.right == FALSE and isinstance(formula.left, Atom))


def _forced(sequent: Sequent) -> Iterator[Proposal]:
    """Steps after which the sequent holds just if it did before."""
    goal = sequent.goal
    if isinstance(goal, Compound) and goal.connective in "∧↔":
        parts = "both sides" if goal.connective == "∧" else "both directions"
        yield Proposal("constructor", f"Prove {parts}.", cost=0)
    for name, formula in sequent.facts:
        if isinstance(formula, Compound) and formula.connective == "∧":
            yield _taken_apart(sequent, name, formula, f"{name} says several things.")
    yield from _detached(sequent)
    for name, formula in sequent.facts:
        if isinstance(formula, Compound) and formula.connective == "∨":
            yield _cases(sequent, name, formula)


def _taken_apart(sequent: Sequent, term: str, formula: Formula, why: str) -> Proposal:
    names: list[str] = []
    while isinstance(formula, Compound) and formula.connective == "∧":
        names.append(sequent.name(formula.left, *names))
        formula = formula.right
    names.append(sequent.name(formula, *names))
    return Proposal(f"obtain ⟨{', '.join(names)}⟩ := {term}", why, cost=0)


def _cases(sequent: Sequent, term: str, formula: Compound) -> Proposal:
    left, right = sequent.name(formula.left), sequent.name(formula.right)
    why = f"Either {formula.left} or {formula.right}: look at both."
    return Proposal(f"cases {term} with", why, (f"inl {left}", f"inr {right}"), cost=0)


def _detached(sequent: Sequent) -> Iterator[Proposal]:
    """What an implication gives whose premises are known."""
    for name, formula in sequent.facts:
        others = tuple(fact for fact in sequent.facts if fact[0] != name)
        for use, premises, conclusion in uses(name, formula):
            parts = [part for premise in premises if (part := short_term(sequent.facts, premise, 2))]
            if not premises or len(parts) < len(premises) or short_term(others, conclusion, 2):
                continue
            yield _noted(sequent, filled(use, parts), conclusion)


def _noted(sequent: Sequent, term: str, conclusion: Formula) -> Proposal:
    if isinstance(conclusion, Compound) and conclusion.connective == "∧":
        return _taken_apart(sequent, term, conclusion, "The premise is known, so all of this follows.")
    if isinstance(conclusion, Compound) and conclusion.connective == "∨":
        return _cases(sequent, term, conclusion)
    return Proposal(f"have {sequent.name(conclusion)} := {term}", "The premise is known.", cost=0)


def _chosen(sequent: Sequent, oracle: _Holds) -> Iterator[Proposal]:
    """A side of a disjunction, or a premise that can be proved and gives what is wanted."""
    goal, known = sequent.goal, sequent.known
    if isinstance(goal, Compound) and goal.connective == "∨":
        for tactic, side in (("left", goal.left), ("right", goal.right)):
            if oracle(known, side):
                yield Proposal(tactic, f"Prove {side}.", cost=0)
    for term, premise, conclusion in _provable_premises(sequent, oracle):
        why = f"It is enough to prove {premise}."
        if conclusion == goal:
            yield Proposal(f"apply {term}", why, cost=0)
        elif conclusion == FALSE:
            yield Proposal(f"exfalso\napply {term}", f"A contradiction: {premise} can be proved.", cost=0)


def _on_the_way(sequent: Sequent, oracle: _Holds, simple: bool) -> Iterator[Proposal]:
    """What an implication gives whose premise can be proved; `simple` are premises that are implications."""
    for term, premise, conclusion in _provable_premises(sequent, oracle):
        implication = isinstance(premise, Compound) and premise.connective == "→"
        if conclusion not in (sequent.goal, FALSE) and implication == simple:
            name = sequent.name(conclusion)
            why = f"Prove {premise} on the way, and use {conclusion}."
            yield Proposal(f"have {name} : {conclusion} := {argument(term)} ?_", why, cost=0)


def _provable_premises(sequent: Sequent, oracle: _Holds) -> Iterator[tuple[str, Formula, Formula]]:
    """Implications among the facts with one premise, which holds: a term, the premise, the conclusion."""
    for name, formula in sequent.facts:
        for use, premises, conclusion in uses(name, formula):
            if len(premises) == 1 and use.endswith("\0") and oracle(sequent.known, premises[0]):
                yield use[:-1].rstrip(), premises[0], conclusion


def _size(formula: Formula) -> int:
    """How much there is to reason about: connectives, of which an equivalence hides several."""
    if isinstance(formula, Atom):
        return 0
    return (3 if formula.connective == "↔" else 1) + _size(formula.left) + _size(formula.right)


def _by_truth_table(sequent: Sequent) -> Iterator[Proposal]:
    """All cases at once, each computed: for what would take pages otherwise."""
    unsettled = _unsettled(sequent)
    if 0 < len(unsettled) <= _TABLE_ATOMS:
        names: list[str] = []
        for atom in unsettled:
            names.append(sequent.name(atom, *names))
        cases = [f"by_cases {name} : {atom}" for name, atom in zip(names, unsettled, strict=True)]
        yield Proposal(" <;> ".join([*cases, "simp_all"]), "Look at every row of the truth table.", cost=0)


def _unsettled(sequent: Sequent) -> list[Atom]:
    """The atoms of which neither they nor their negations are known."""
    known = sequent.known
    present = sequent_atoms([formula for _, formula in sequent.facts], sequent.goal)
    return [atom for atom in present if not {atom, neg(atom)} & known]


def _split_on_atom(sequent: Sequent) -> Iterator[Proposal]:
    """Classical cases on an atom that is not settled; first those that leave the least to do."""
    for atom in sorted(_unsettled(sequent), key=lambda each: _left_to_do(sequent, each)):
        why = f"Either {atom} or not: classically there is no third."
        yield Proposal(f"by_cases {sequent.name(atom)} : {atom}", why, cost=0)


def _left_to_do(sequent: Sequent, atom: Atom) -> tuple[int, int]:
    """How many of the two cases need further cases, and how many are not closed by a short term."""
    name = sequent.name(atom)
    cases = [(*sequent.facts, (name, formula)) for formula in (atom, neg(atom))]
    further = sum(
        not intuitionistic(frozenset(formula for _, formula in facts), sequent.goal) for facts in cases
    )
    return further, sum(short_term(facts, sequent.goal) is None for facts in cases)
