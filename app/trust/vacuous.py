"""An implication right below `∃`, as in `∃ k, k = 5 → n = 3`: whatever makes its premise false is enough."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.warnings import StatementWarning, WarningKind
from app.trust.facts import Facts
from app.trust.shown import Scope, binder_name, bound, head_name, shown, spine
from app.trust.terms import BVar, Expr, Lam, Pi

_MOST_BINDERS = 50


def vacuous(facts: Facts, predicate: Expr, scope: Scope | None) -> Iterator[StatementWarning]:
    """What an `∃` with this predicate gives to warn of, of which `scope` is around.

    Told is of the premises that mention what exists, and no variable of a `∀` in between. A premise of which
    nothing is known, as `p x` for an arbitrary `p`, is meant so: that is logic.
    """
    terms = facts.terms
    exist, depth = frozenset[int](), scope.depth if scope else 0
    outside, body = depth, predicate
    for _ in range(_MOST_BINDERS):
        match terms.exprs[body]:
            case Lam(name, type_, inner, _):
                exist |= {depth}
            case Pi(name, type_, inner, _) if facts.is_proposition(type_, scope):
                own = frozenset(at for at in facts.mentioned(type_, depth) if at >= outside)
                if own and own <= exist and not _is_arbitrary(facts, type_):
                    yield _warning(facts, type_, scope, depth - 1 - max(own))
                    return
            case Pi(name, type_, inner, _) if exist:
                pass
            case _:
                return
        scope = Scope.under(scope, binder_name(terms, name), type_)
        depth, body = depth + 1, _below(facts, inner)


def _below(facts: Facts, body: Expr) -> Expr:
    """What an `∃` says, where the body is one."""
    head, arguments = spine(facts.terms, body)
    nested = head_name(facts.terms, head) == "Exists" and len(arguments) == 2
    return arguments[1] if nested else body


def _is_arbitrary(facts: Facts, premise: Expr) -> bool:
    return isinstance(facts.terms.exprs[spine(facts.terms, premise)[0]], BVar)


def _warning(facts: Facts, premise: Expr, scope: Scope | None, index: int) -> StatementWarning:
    variable, text = bound(scope, index), shown(facts.terms, premise, scope)
    name = (variable.name if variable else "") or "_"
    sentence = f"Any `{name}` for which `{text}` is false is an example already; `∧` may be meant, not `→`."
    return StatementWarning(WarningKind.VACUOUS_EXISTENCE, sentence, text)
