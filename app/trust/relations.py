"""Whether one compiled statement is the negation of another, or `False` from its hypotheses."""

from __future__ import annotations

from app.domain.certificate import Claim
from app.trust.decision import Asked, Bare, Refused, compare_below
from app.trust.library import Library
from app.trust.terms import App, Const, Expr, Pi, Terms

_CANNOT = {
    Claim.REFUTED: "This statement cannot be negated as it is written.",
    Claim.INCONSISTENT: "The hypotheses of this statement cannot be looked at without its conclusion.",
}


def relate(core: Library, claim: Claim, stated: bytes, challenge: bytes) -> None:
    """Raises Refused unless a proof of `challenge` shows `claim` of what `stated` states.

    Both are compiled challenges. Raises BadChallenge where one is none.
    """
    asked, other = Asked(core, stated), Asked(core, challenge)
    bare = Bare(core.terms)
    mine, theirs = bare(asked.claim.type), bare(other.claim.type)
    match claim:
        case Claim.PROVED:
            same = mine == theirs
        case Claim.REFUTED:
            same = theirs == core.terms.expr(App(_constant(core.terms, "Not"), mine))
        case Claim.INCONSISTENT:
            same = _is_false_under_the_same(core.terms, mine, theirs)
    if not same or asked.claim.parameters != other.claim.parameters:
        raise Refused("statement_changed", _CANNOT.get(claim, "It is another statement."))
    compare_below(asked, other.module.find, bare)


def _is_false_under_the_same(terms: Terms, mine: Expr, theirs: Expr) -> bool:
    """Whether `theirs` is `False` behind the first of the binders of `mine`."""
    while isinstance(node := terms.exprs[theirs], Pi):
        own = terms.exprs[mine]
        if not isinstance(own, Pi) or own._replace(body=node.body) != node:
            return False
        mine, theirs = own.body, node.body
    return theirs == _constant(terms, "False")


def _constant(terms: Terms, name: str) -> Expr:
    return terms.expr(Const(terms.named(name), ()))
