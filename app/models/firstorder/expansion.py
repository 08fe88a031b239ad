"""What truth tables say of a sequent of first-order logic once its instances are known."""

from __future__ import annotations

from app.models.expression import Term
from app.models.firstorder.formulas import Said
from app.models.firstorder.herbrand import Congruence, Instances
from app.models.firstorder.sequents import Key, Sequent, key, ordered
from app.models.formula import FALSE, TRUE, Atom, Compound, Formula
from app.models.validity import countermodel, intuitionistic


class Expansion:
    """Sequents as propositional ones: what is general is all of its instances, what exists is one thing.

    Which things have been introduced is not seen, so a sequent that holds may still have no such proof.
    """

    def __init__(self, given: Instances) -> None:
        self.given = given
        self.atoms: dict[Formula, Term] = {}
        self._known: dict[Key, Formula] = {}
        self._equality = frozenset(map(self._congruence, given.congruences))

    def holds(self, s: Sequent, classical: bool) -> bool:
        """Whether the sequent holds by connectives alone, as far as that is known."""
        known, goal = self.of(s)
        return not countermodel(known, goal) if classical else intuitionistic(known, goal)

    def of(self, s: Sequent) -> tuple[frozenset[Formula], Formula]:
        """The facts and the goal."""
        known = frozenset(self._formula(fact, True) for _, fact in s.facts)
        return (known | self._equality) - {TRUE}, self._formula(s.goal, False)

    def undecided(self, s: Sequent, constructive: bool = True) -> Term | None:
        """An atom of which it is not known whether it holds; `constructive` asks that cases on it leave
        nothing but constructive steps.
        """
        known, goal = self.of(s)
        for formula, atom in self.atoms.items():
            cases = (formula, Compound("→", formula, FALSE))
            if formula == goal or not s.within(atom) or not known.isdisjoint(cases):
                continue
            if not constructive or all(intuitionistic(known | {case}, goal) for case in cases):
                return atom
        return None

    def _congruence(self, rule: Congruence) -> Formula:
        formula = self._atom(rule.target)
        if rule.source is not None:
            formula = Compound("→", self._atom(rule.source), formula)
        for pair in rule.equal:
            formula = Compound("→", self._atom(Term("=", pair)), formula)
        return formula

    def _formula(self, said: Said, holds: bool) -> Formula:
        """What a formula says as a fact, if it `holds`, or as a goal."""
        if said.kind == "atom":
            return self._atom(said.atom)
        known = (said.shape.number, said.terms, holds)
        if known not in self._known:
            self._known[known] = self._expanded(said, holds)
        return self._known[known]

    def _expanded(self, said: Said, holds: bool) -> Formula:
        match said.kind:
            case "∀" | "∃":
                return self._instances(said, holds)
            case "→":
                return self._implication(said.part(0), said.part(1), holds)
            case "↔":
                one, two = said.part(0), said.part(1)
                return _joined("∧", self._implication(one, two, holds), self._implication(two, one, holds))
        return _joined(said.kind, self._formula(said.part(0), holds), self._formula(said.part(1), holds))

    def _implication(self, one: Said, two: Said, holds: bool) -> Formula:
        left, right = self._formula(one, not holds), self._formula(two, holds)
        if TRUE in (left, right):
            return right
        return TRUE if left == FALSE else Compound("→", left, right)

    def _instances(self, said: Said, holds: bool) -> Formula:
        if (said.kind == "∃") == holds:
            return self._formula(said.part(0, said.witness), holds)
        if said.shape.opaque:
            return Atom(repr(key(said)))
        formula: Formula = TRUE if holds else FALSE
        for term in reversed(self.given.of(said)):
            formula = _joined("∧" if holds else "∨", self._formula(said.part(0, term), holds), formula)
        return formula

    def _atom(self, atom: Term) -> Formula:
        if atom.head in ("True", "False") and not atom.args:
            return Atom(atom.head)
        if atom.head == "=" and atom.args[0] == atom.args[1]:
            return TRUE
        formula = Atom(repr(ordered(atom)))
        self.atoms.setdefault(formula, atom)
        return formula


def _joined(connective: str, left: Formula, right: Formula) -> Formula:
    """The conjunction or disjunction, `True` and `False` left out."""
    neutral, absorbing = (TRUE, FALSE) if connective == "∧" else (FALSE, TRUE)
    if absorbing in (left, right):
        return absorbing
    if left in (neutral, right):
        return right
    return left if right == neutral else Compound(connective, left, right)
