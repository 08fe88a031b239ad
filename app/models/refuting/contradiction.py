"""Proof terms read off values: why a proposition that is false at these values leads to a contradiction.

The values say which instance of a general statement fails, at which argument two functions differ, which
element one set lacks. What is left are small propositions, for each of which some tactics are likely.
"""

from __future__ import annotations

from collections.abc import Callable

from app.models.expression import Term, names, replaced
from app.models.refuting.evidence import ON_SETS, UNFOLDED, Evidence, at
from app.models.refuting.holes import Hole, Text, bracketed
from app.models.refuting.samples import values_of
from app.models.semantics import normal_type


def contradiction(evidence: Evidence, proof: Text, says: Term) -> Text:
    """A term for `False` from a proof of what `says` something false. Raises Unknown."""
    step = _STEPS.get(says.head)
    further = step(evidence, proof, says) if step is not None else None
    if further is not None:
        return further
    return ("absurd ", *bracketed(proof), " ", Hole(evidence.tactics(Term("¬", (says,)))))


def _general(evidence: Evidence, proof: Text, says: Term) -> Text | None:
    """At a value for which it is false."""
    first, *others = says.bound
    body = Term("∀", says.args, tuple(others)) if others else says.args[0]
    if first.bracket == "[" or first.type is None:
        return None
    type_ = normal_type(first.type)
    for further, sample in evidence.among((first.name, type_), body, wanted=False):
        word = f" {sample.argument}" if first.bracket == "(" else f" ({first.name} := {sample.lean})"
        return contradiction(further, (*proof, word), body)
    return None


def _implication(evidence: Evidence, proof: Text, says: Term) -> Text | None:
    return contradiction(evidence, (*proof, " ", *evidence.proof(says.args[0])), says.args[1])


def _negation(evidence: Evidence, proof: Text, says: Term) -> Text | None:
    return (*proof, " ", *evidence.proof(says.args[0]))


def _conjunction(evidence: Evidence, proof: Text, says: Term) -> Text | None:
    number = 0 if evidence.truth(says.args[0]) is False else 1
    return contradiction(
        evidence, (*bracketed(proof), ".left" if number == 0 else ".right"), says.args[number]
    )


def _disjunction(evidence: Evidence, proof: Text, says: Term) -> Text | None:
    """Neither holds, which is said of each where tactics would not see it."""
    if not evidence.deep or not names(says) & (ON_SETS | set(UNFOLDED)):
        return None
    left = contradiction(evidence, ("hl",), says.args[0])
    right = contradiction(evidence, ("hr",), says.args[1])
    return ("Or.elim ", *bracketed(proof), " (fun hl => ", *left, ") (fun hr => ", *right, ")")


def _equivalence(evidence: Evidence, proof: Text, says: Term) -> Text | None:
    """What holds on one side does not on the other."""
    left, right = says.args
    if not evidence.deep:
        return None
    if evidence.truth(left):
        return contradiction(evidence, (*bracketed(proof), ".mp ", *evidence.proof(left)), right)
    return contradiction(evidence, (*bracketed(proof), ".mpr ", *evidence.proof(right)), left)


def _member(evidence: Evidence, proof: Text, says: Term) -> Text | None:
    """Elements of a union, an intersection, a complement, a set of sets, by what that says."""
    item, among = says.args
    parts = [Term("∈", (item, part)) for part in among.args]
    match among.head:
        case _ if not evidence.deep:
            return None
        case "∪":
            return contradiction(evidence, proof, Term("∨", tuple(parts)))
        case "∩":
            return contradiction(evidence, proof, Term("∧", tuple(parts)))
        case "𝒫" | "powerset":
            return contradiction(evidence, proof, Term("⊆", (item, among.args[0])))
        case "ᶜ":
            return contradiction(evidence, proof, Term("¬", (parts[0],)))
        case _:
            return None


def _equation(evidence: Evidence, proof: Text, says: Term) -> Text | None:
    """Functions differ at some argument, sets in some element."""
    kind = evidence.compiler().same(*says.args)[0].type
    if kind is None or kind.head not in ("→", "Set"):
        return None
    variable = Term(evidence.fresh())
    if kind.head == "→":
        told = Term("=", tuple(at(arg, variable) for arg in says.args))
        by = "congrFun "
    else:
        told, by = Term("↔", tuple(Term("∈", (variable, arg)) for arg in says.args)), "Set.ext_iff.mp "
    for further, sample in evidence.among((variable.head, kind.args[0]), told, wanted=False):
        return contradiction(further, (by, *bracketed(proof), f" {sample.argument}"), told)
    return None


def _subset(evidence: Evidence, proof: Text, says: Term) -> Text | None:
    """Some element of one set is not in the other."""
    set_ = evidence.compiler().same(*says.args)[0].type
    if set_ is None or set_.head != "Set":
        return None
    within, among = says.args
    variable = Term(evidence.fresh())
    outside = Term("→", (Term("∈", (variable, within)), Term("∈", (variable, among))))
    for further, sample in evidence.among((variable.head, set_.args[0]), outside, wanted=False):
        inside = Hole(further.tactics(outside.args[0]), f"{sample.lean} ∈ _")
        return contradiction(further, (*proof, " ", inside), outside.args[1])
    return None


def _injective(evidence: Evidence, proof: Text, says: Term) -> Text | None:
    """Two arguments have the same value."""
    made = evidence.typed(says.args[0])
    if made.type is None or made.type.head != "→":
        return None
    names_ = ("a₁✝", "a₂✝")
    alike = Term("=", tuple(at(says.args[0], Term(name)) for name in names_))
    same = Term("=", tuple(map(Term, names_)))
    claim = Term("→", (alike, same))
    samples = values_of(made.type.args[0], 3)[0]
    for one in samples:
        for other in samples:
            further = evidence.with_value(names_[0], made.type.args[0], one)
            further = further.with_value(names_[1], made.type.args[0], other)
            if further.truth(claim) is False:
                word = f" (a₁ := {one.lean}) (a₂ := {other.lean}) "
                return contradiction(further, (*proof, word, *further.proof(alike)), same)
    return None


def _surjective(evidence: Evidence, proof: Text, says: Term) -> Text | None:
    """No argument has this value."""
    made = evidence.typed(says.args[0])
    if made.type is None or made.type.head != "→":
        return None
    reached = Term("=", (at(says.args[0], Term("a✝")), Term("b✝")))
    exists = Term("∃", (reached,), ())
    for sample in values_of(made.type.args[1], 3)[0]:
        further = evidence.with_value("b✝", made.type.args[1], sample)
        if next(further.among(("a✝", made.type.args[0]), reached, wanted=True), None) is None:
            return (
                "absurd ",
                *bracketed((*proof, f" {sample.argument}")),
                " ",
                Hole(further.tactics(exists)),
            )
    return None


def _unique(evidence: Evidence, proof: Text, says: Term) -> Text | None:
    """Two things are as only one should be."""
    variable, type_ = evidence.bound(says)
    found = [sample for _, sample in evidence.among((variable, type_), says.args[0], wanted=True)][:2]
    if len(found) < 2 or len(says.bound) > 1:
        return None
    named = Term("y₁✝"), Term("y₂✝")
    proofs: list[Text] = []
    for name, sample in zip(named, found, strict=True):
        evidence = evidence.with_value(name.head, type_, sample)
        proofs.append(evidence.proof(replaced(says.args[0], {variable: name})))
    values = f".unique (y₁ := {found[0].lean}) (y₂ := {found[1].lean}) "
    return contradiction(evidence, (*bracketed(proof), values, *proofs[0], " ", *proofs[1]), Term("=", named))


def _bijective(evidence: Evidence, proof: Text, says: Term) -> Text | None:
    for part, field in (("Injective", ".1"), ("Surjective", ".2")):
        told = Term(part, says.args)
        if evidence.truth(told) is False:
            return contradiction(evidence, (*bracketed(proof), field), told)
    return None


_STEPS: dict[str, Callable[[Evidence, Text, Term], Text | None]] = {
    "∀": _general, "→": _implication, "¬": _negation, "∧": _conjunction, "∨": _disjunction,
    "↔": _equivalence, "=": _equation, "∈": _member, "∃!": _unique,
    "⊆": _subset, "Injective": _injective, "Surjective": _surjective, "Bijective": _bijective,
}  # fmt: skip
