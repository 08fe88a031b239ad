"""Which variables and hypotheses of a statement have nothing to do with its conclusion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from app.domain.warnings import StatementWarning, WarningKind
from app.trust.facts import Elaborated, Facts
from app.trust.shown import Scope, binder_name, spine
from app.trust.terms import BVar, Pi

_INSTANCE = 3
_MOST_BINDERS = 200


def unused(statement: Elaborated) -> Iterator[StatementWarning]:
    """Variables that nothing mentions, and single hypotheses that share no variable with the conclusion.

    Of several hypotheses about the same variables one cannot say so: they may contradict each other.
    """
    binders, conclusion = _binders(statement)
    if len(binders) > _MOST_BINDERS:
        return
    concerned = set(conclusion)
    groups = [binder.mentions for binder in binders]
    mentioned = concerned.union(*groups)
    _spread(concerned, groups)
    for place, binder in enumerate(binders):
        name = binder.name
        if binder.is_variable and place not in mentioned:
            yield StatementWarning(WarningKind.UNUSED_VARIABLE, f"Nothing is said about `{name}`.", name)
        elif (
            binder.is_hypothesis
            and conclusion
            and not _linked(binder, binders)
            and binder.mentions - concerned
        ):
            sentence = f"The hypothesis `{name}` shares no variable with the conclusion."
            yield StatementWarning(WarningKind.UNUSED_HYPOTHESIS, sentence, name)


def assumptions(statement: Elaborated) -> tuple[str, ...]:
    """The names of the hypotheses in front of the conclusion."""
    facts = Facts(statement.terms, statement.find)
    return tuple(
        name
        for name, node, scope in islice(_telescope(statement), _MOST_BINDERS)
        if name and node.info != _INSTANCE and facts.is_proposition(node.type, scope)
    )


def _telescope(statement: Elaborated) -> Iterator[tuple[str, Pi, Scope | None]]:
    """Each binder in front of the conclusion: its name, empty if Lean made it, and what is around it."""
    terms, scope, expr = statement.terms, None, statement.theorem.type
    while isinstance(node := terms.exprs[expr], Pi):
        name = binder_name(terms, node.name)
        yield name, node, scope
        scope, expr = Scope.under(scope, name, node.type), node.body


@dataclass(frozen=True, slots=True)
class _Binder:
    """A variable or a hypothesis in front of the conclusion, and the places of those that it mentions."""

    name: str
    is_variable: bool
    is_hypothesis: bool
    mentions: frozenset[int]


def _binders(statement: Elaborated) -> tuple[list[_Binder], frozenset[int]]:
    """What has a name in front of the conclusion, and the places that the conclusion mentions."""
    terms, facts = statement.terms, Facts(statement.terms, statement.find)
    binders: list[_Binder] = []
    expr = statement.theorem.type
    for name, node, scope in islice(_telescope(statement), _MOST_BINDERS + 1):
        if not name:
            break
        hypothesis = facts.is_proposition(node.type, scope)
        witness = isinstance(
            terms.exprs[spine(terms, node.type)[0]], BVar
        )  # it says that the type is not empty
        variable = not hypothesis and not witness and node.info != _INSTANCE
        mentions = facts.mentioned(node.type, len(binders))
        binders.append(_Binder(name, variable, hypothesis and node.info != _INSTANCE, mentions))
        expr = node.body
    return binders, facts.mentioned(expr, len(binders))


def _linked(binder: _Binder, binders: list[_Binder]) -> bool:
    """Whether another hypothesis speaks of one of its variables."""
    return any(
        other is not binder and other.is_hypothesis and other.mentions & binder.mentions for other in binders
    )


def _spread(concerned: set[int], groups: list[frozenset[int]]) -> None:
    """Add to `concerned` what a group links to it, until nothing changes."""
    growing = True
    while growing:
        linked = [used for used in groups if used & concerned and not used <= concerned]
        concerned.update(*linked)
        growing = bool(linked)
