"""Values for which a goal is false: what to refute a statement with, and a reason not to try to prove it.

Every hypothesis must be true and the target false, both for certain, at values of the variables; small
values come first. In the manner of QuickCheck (Claessen and Hughes, 2000) and SmallCheck (Runciman and
others, 2008), but over what Lean prints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, product
from typing import Any

from app.models.expression import Term, replaced, subterms
from app.models.refuting.claim import SORTS, Claim, free_in
from app.models.refuting.samples import TYPES, Sample, looked_at, numbers_for, supposed, values_of
from app.models.semantics import INT, NAT, Compiler, Domain, TooMuchWork, Unknown, compiler
from app.models.semantics.truth import Truth

_LITTLE, _MUCH = 4_000, 50_000  # work: truths that are asked for
_ROUNDS = (2, 5, 13, 600)  # values of each variable that are looked at
_MOST_VARIABLES = 100
_FALSE = Term("False")
Judgement = Callable[[Mapping[str, Any]], Truth]


@dataclass(frozen=True, slots=True)
class Assignment:
    """A Lean term for each variable, in order, and the type or the value that it is."""

    values: tuple[tuple[str, str], ...]
    types: Mapping[str, Term] = field(compare=False, default_factory=dict)
    samples: Mapping[str, Sample] = field(compare=False, default_factory=dict)


def counterexamples(
    claim: Claim, *, likely: bool = False, settled: Mapping[Term, Term] | None = None
) -> Iterator[Assignment]:
    """Values that make the premises true and the conclusion false, small ones first.

    `likely` takes the few values that a quantifier looks at to be all there are; `settled` says what types
    that are not printed are to be, and OpenType is raised for one that is missing.
    """
    return _found(claim, supposed if likely else looked_at, _MUCH, settled)


@lru_cache(maxsize=4096)
def refuted(claim: Claim) -> Assignment | None:
    """The first counterexample, for certain."""
    return next(_found(claim, looked_at, _LITTLE), None)


@lru_cache(maxsize=4096)
def satisfiable(claim: Claim) -> bool:
    """Whether some values make all premises true, for certain: then they do not contradict each other."""
    goal = Claim(claim.variables, claim.premises, _FALSE)
    return next(_found(goal, looked_at, _LITTLE), None) is not None


def _found(
    claim: Claim, domain: Domain, work: int, settled: Mapping[Term, Term] | None = None
) -> Iterator[Assignment]:
    for texts, types in _readings(claim):
        own = specialized(claim, types)
        compiled = compiler(dict(own.variables), domain, settled or {})
        read_as = compiled.proposition if settled is None else compiled.truth
        share = work * 2 // 3 if types else work
        compiled.most = 3 * share
        with suppress(TooMuchWork):
            yield from _within(own, texts, types, compiled, read_as, share)
        work -= min(compiled.work, share)


def _readings(claim: Claim) -> Iterator[tuple[dict[str, str], dict[str, Term]]]:
    """What the type variables may stand for: the same for all, then each its own."""
    sorts = {name: type_ for name, type_ in claim.variables if type_.head in SORTS}
    for chosen in _chosen_types(list(sorts), claim):
        lifted = {name for name, type_ in sorts.items() if type_.args}
        types = {n: Term("ULift", (TYPES[t],)) if n in lifted else TYPES[t] for n, t in chosen.items()}
        yield {n: f"ULift {_word(t)}" if n in lifted else t for n, t in chosen.items()}, types


def _word(text: str) -> str:
    return f"({text})" if " " in text else text


def _chosen_types(names: list[str], claim: Claim) -> Iterator[dict[str, str]]:
    if not names:
        yield {}
        return
    for lean in ("Bool", "Fin 1", "Fin 0", "Nat"):
        yield dict.fromkeys(names, lean)
    if len(names) > 1:
        mixed = [chosen for chosen in product(("Bool", "Fin 1"), repeat=len(names)) if len(set(chosen)) > 1]
        yield from (dict(zip(names, chosen, strict=True)) for chosen in mixed)
    elif any(_arity(type_) > 1 for _, type_ in claim.variables):
        yield dict.fromkeys(names, "Fin 3")


def _arity(type_: Term) -> int:
    return 1 + _arity(type_.args[1]) if type_.head == "→" else 0


def specialized(claim: Claim, types: Mapping[str, Term]) -> Claim:
    """The claim for particular types."""
    if not types:
        return claim
    return Claim(
        tuple((name, replaced(type_, types)) for name, type_ in claim.variables if name not in types),
        tuple(replaced(premise, types) for premise in claim.premises),
        replaced(claim.conclusion, types),
    )


@dataclass(slots=True)
class _Stage:
    """A variable, its values, and the premises that can be judged once it has one; `own` are of it alone."""

    name: str
    values: Sequence[Sample]
    premises: list[Judgement] = field(default_factory=list)
    own: list[Judgement] = field(default_factory=list)
    _judged: dict[int, bool] = field(default_factory=dict)

    def allows(self, number: int, env: Mapping[str, Any]) -> bool:
        """Whether the premises are true for value number `number`, which stands in `env`."""
        if number not in self._judged:
            self._judged[number] = all(premise(env) is True for premise in self.own)
        return self._judged[number] and all(premise(env) is True for premise in self.premises)


def _within(
    claim: Claim,
    texts: Mapping[str, str],
    types: Mapping[str, Term],
    compiled: Compiler,
    read_as: Callable[[Term], Judgement],
    work: int,
) -> Iterator[Assignment]:
    """The counterexamples of a claim without type variables."""
    try:
        conclusion = read_as(claim.conclusion)
        first, stages = _stages(claim, read_as)
        if not all(premise({}) is True for premise in first):
            return
        for samples in _assignments(stages, compiled, work):
            if conclusion({name: sample.value for name, sample in samples.items()}) is False:
                shown = (*texts.items(), *((name, sample.lean) for name, sample in samples.items()))
                yield Assignment(shown, types, samples)
    except (Unknown, KeyError, OverflowError):
        return


def _stages(claim: Claim, read_as: Callable[[Term], Judgement]) -> tuple[list[Judgement], list[_Stage]]:
    """The premises that speak of no variable, and a stage for each variable.

    Raises Unknown if there are more variables than can be nested.
    """
    if len(claim.variables) > _MOST_VARIABLES:
        raise Unknown(f"{len(claim.variables)} variables")
    numeric = sum(type_ in (NAT, INT) for _, type_ in claim.variables)
    numbers = numbers_for(numeric)
    stages = [_Stage(name, values_of(type_, numbers)[0]) for name, type_ in claim.variables]
    order = [stage.name for stage in stages]
    first: list[Judgement] = []
    for premise in claim.premises:
        meaning = read_as(premise)
        places = [order.index(name) for name in free_in(premise, order)]
        if not places:
            first.append(meaning)
        else:
            stage = stages[max(places)]
            (stage.own if len(places) == 1 else stage.premises).append(meaning)
    return first, stages


def _assignments(stages: Sequence[_Stage], compiled: Compiler, work: int) -> Iterator[dict[str, Sample]]:
    """Values that make all premises true, first small values of all variables."""
    before, most = 0, max((len(stage.values) for stage in stages), default=0)
    for width in _ROUNDS:
        yield from _deeper(stages, 0, {}, {}, (before, width), stages == [], compiled, work)
        before = width
        if width >= most or compiled.work > work:
            return


def _deeper(
    stages: Sequence[_Stage],
    depth: int,
    samples: dict[str, Sample],
    env: dict[str, Any],
    widths: tuple[int, int],
    new: bool,
    compiled: Compiler,
    work: int,
) -> Iterator[dict[str, Sample]]:
    """Values for the variables from `depth` on; `new` says that some value is not of an earlier round."""
    if depth == len(stages):
        if new:
            yield dict(samples)
        return
    stage, (before, width) = stages[depth], widths
    for number, sample in enumerate(stage.values[:width]):
        compiled.work += 1
        if compiled.work > work:
            return
        samples[stage.name], env[stage.name] = sample, sample.value
        if stage.allows(number, env):
            yield from _deeper(
                stages, depth + 1, samples, env, widths, new or number >= before, compiled, work
            )


def unknown_names(statement: Term, known: frozenset[str]) -> list[str]:
    """The names that a statement uses and does not bind, in order."""
    bound = {each.name for term in subterms(statement) for each in term.bound}
    found = [term.head for term in subterms(statement) if term.head[0].isalpha()]
    return list(dict.fromkeys(name for name in found if name not in bound | known | {"fun"}))


def guesses(claim: Claim) -> Iterator[Assignment]:
    """Small values that make the premises true, where the conclusion cannot be judged."""
    found = list(_first(Claim(claim.variables, claim.premises, _FALSE)))
    return iter(found or list(_first(Claim(claim.variables, (), _FALSE))))


def _first(claim: Claim) -> Iterator[Assignment]:
    return islice(_found(claim, supposed, _LITTLE), 12)
