"""Counterexamples: a general statement that is assumed and false fails at some small instance.

A contradiction is drawn from `h : ∀ (n : Nat), ...` at values for which it is false by computation; where
computing does not decide it, small values are tried all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from app.domain.proof import Proposal, Value
from app.models.binders import Quantified, quantified
from app.models.context import Context
from app.models.expression import Term, read
from app.models.formula import FALSE, Atom, Compound, Formula, parse
from app.models.refuting.claim import Claim, claim_of, familiar
from app.models.refuting.contradiction import contradiction
from app.models.refuting.counterexample import (
    Assignment,
    counterexamples,
    guesses,
    specialized,
    unknown_names,
)
from app.models.refuting.evidence import starting
from app.models.refuting.holes import (
    Hole,
    Text,
    holes,
    most_tactics,
    without_brackets,
    written,
    written_open,
    written_with_all,
)
from app.models.refuting.samples import looked_at, supposed
from app.models.semantics import OpenType, TooMuchWork, Unknown, known_symbols
from app.models.validity import countermodel

_EXAMPLES = 3
_GUESSES = 12
_SIMPLIFYING = ("simp", "norm_num")
_OPEN = 2  # types that are not printed
_LIKELY = 0.1  # what is false only as far as anybody looks comes after what is false


def refuting(context: Context) -> Iterator[Proposal]:
    """Instances of facts that may be false, where the target is `False`."""
    if context.target != FALSE:
        return
    for name, formula in context.facts:
        general = quantified(str(formula)) if isinstance(formula, Atom) else None
        found = list(_by_truth_values(name, general)) if general is not None and general.symbol == "∀" else []
        yield from found or _by_evaluation(context, name, formula)


def _by_truth_values(name: str, general: Quantified) -> Iterator[Proposal]:
    """The instance at the truth values that make the whole statement false."""
    if any(binder.type != "Prop" for binder in general.binders):
        return
    model = countermodel(frozenset(), _without_quantifiers(parse(general.body)))
    if model is None:
        return
    values = {binder.name: str(model.get(Atom(binder.name), True)) for binder in general.binders}
    term = " ".join([name, *values.values()])
    for number, tactic in enumerate(("decide", "simp")):
        yield _proposal(f"exact absurd ({term}) (by {tactic})", values, number / 50)


def _without_quantifiers(formula: Formula) -> Formula:
    """`A → ∀ (p : Prop), B` read as `A → B`: for a countermodel it is the same."""
    if isinstance(formula, Compound):
        left, right = formula.left, _without_quantifiers(formula.right)
        return Compound(formula.connective, left, right) if formula.connective == "→" else formula
    inner = quantified(formula.text)
    if inner is None or inner.symbol != "∀" or any(binder.type != "Prop" for binder in inner.binders):
        return formula
    return _without_quantifiers(parse(inner.body))


def _by_evaluation(context: Context, name: str, formula: Formula) -> Iterator[Proposal]:
    """Instances that are false by computation, or that seem so."""
    statement = read(str(formula), context.local)
    claim = claim_of(statement) if statement is not None else None
    if statement is None or claim is None:
        return
    found: list[Proposal] = []
    if familiar(str(formula), context.local):
        found = list(_by_values(context, name, statement, claim, likely=False))
        found = found or list(_by_values(context, name, statement, claim, likely=True))
    yield from found or _guessed(context, name, statement, claim)


def _by_values(
    context: Context, name: str, statement: Term, claim: Claim, *, likely: bool
) -> Iterator[Proposal]:
    """Instances at values, for all types that the variables of `fun x => ...` may have."""
    waiting: list[dict[Term, Term]] = [{}]
    while waiting:
        settled = waiting.pop()
        try:
            yield from list(_instances(context, name, statement, claim, settled, likely=likely))
        except OpenType as found:
            waiting += found.ways(settled) if len(settled) < _OPEN else []


def _instances(
    context: Context, name: str, statement: Term, claim: Claim, settled: Mapping[Term, Term], *, likely: bool
) -> Iterator[Proposal]:
    examples = islice(counterexamples(claim, likely=likely, settled=settled), _EXAMPLES)
    for number, example in enumerate(examples):
        own = specialized(claim, example.types)
        assigned = [(n, type_, example.samples[n]) for n, type_ in own.variables]
        seen: set[Text] = set()
        for deep in (False, True):
            evidence = starting(assigned, supposed if likely else looked_at, settled, deep=deep)
            try:
                premises = [evidence.proof(premise) for premise in own.premises]
                instance = _instance(name, statement, claim, example, premises)
                text = contradiction(evidence, instance, own.conclusion)
            except (Unknown, KeyError, TooMuchWork):
                continue
            if text not in seen:
                yield from _drawn(context, text, example, number / 2 + (_LIKELY if likely else 0) + deep / 10)
            seen.add(text)


def _guessed(context: Context, name: str, statement: Term, claim: Claim) -> Iterator[Proposal]:
    """Instances at small values, where there are functions that only Lean knows."""
    own = [word for word in unknown_names(statement, known_symbols()) if word not in context.local]
    listed = f" [{', '.join(own)}]" if own else ""
    hole = Hole(("decide", f"simp{listed}", f"norm_num{listed}"))
    for number, example in enumerate(islice(guesses(claim), _GUESSES)):
        instance = _instance(name, statement, claim, example, [(hole,)] * len(claim.premises))
        text: Text = ("absurd (", *instance, ") ", hole)
        for tactic in range(len(hole.tactics) if number < _EXAMPLES else 1):
            cost = 0.3 + number / 20 + tactic / 50
            yield _proposal(f"exact {written(text, tactic)}", dict(example.values), cost)


def _instance(
    name: str, statement: Term, claim: Claim, example: Assignment, premises: Sequence[Text]
) -> Text:
    """`name` at the values: `h Bool (by decide) 3`."""
    values, text, left = dict(example.values), [name], list(premises)
    variables = len(claim.variables)
    parts: list[str | Hole] = [*text]
    while left or variables:
        if statement.head == "→":
            parts += [" ", *left.pop(0)]
            statement = statement.args[1]
            continue
        for bound in statement.bound:
            if bound.name in values:
                parts.append(_word(example, bound.name, values[bound.name], bound.bracket))
                variables -= 1
            elif bound.bracket == "(":
                parts += [" ", *left.pop(0)]
        statement = statement.args[0]
    return tuple(parts)


def _word(example: Assignment, name: str, value: str, bracket: str) -> str:
    if bracket != "(":
        return f" ({name} := {value})"
    if name in example.samples:
        return f" {example.samples[name].argument}"
    return f" ({value})" if " " in value else f" {value}"


def _drawn(context: Context, text: Text, example: Assignment, cost: float) -> Iterator[Proposal]:
    """The contradiction, with one kind of tactic in all its holes, with any, or with the holes left open."""
    values = dict(example.values)
    for number in range(most_tactics(text)):
        yield _proposal(_finished(context, text, number), values, cost + number / 50)
    if holes(text) > 1:
        yield _proposal(f"exact {written_with_all(text)}", values, cost + 0.2)
    if holes(text) and cost <= _LIKELY:
        yield _proposal(f"refine {written_open(text)}", values, cost + 0.3)


def _finished(context: Context, text: Text, number: int) -> str:
    """The contradiction by tactic `number`, which may have to look at what it simplifies."""
    last = text[-1]
    if text[0] == "absurd " and isinstance(last, Hole):
        tactic = last.tactics[min(number, len(last.tactics) - 1)]
        if tactic.startswith(_SIMPLIFYING):
            new = context.fresh("h")
            return f"have {new} := {without_brackets(written(text[1:-2], number))}\n{tactic} at {new}"
    return f"exact {written(text, number)}"


def _proposal(tactic: str, values: Mapping[str, str], cost: float) -> Proposal:
    """A tactic that contradicts a general fact at `values`, and says so."""
    shown = ", ".join(f"{name} = {value}" for name, value in values.items())
    why = f"It is false for {shown}." if shown else "It is false."
    example = tuple(Value(name, value) for name, value in values.items())
    return Proposal(tactic, why, cost=cost, example=example)
