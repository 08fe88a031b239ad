"""Sets: inclusions and equations are taken down to elements, and membership is spelled out."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.proof import Proposal
from app.models.context import Context, sides
from app.models.formula import tokens

_OPERATIONS = frozenset({"∩", "∪", "\\", "ᶜ", "∅", "{"})
_MEMBERSHIP = """Set.mem_inter_iff Set.mem_union Set.mem_diff Set.mem_compl_iff Set.mem_setOf_eq Set.mem_univ
    Set.mem_empty_iff_false Set.mem_singleton_iff Set.mem_insert_iff"""


def by_elements(context: Context) -> Iterator[Proposal]:
    """Steps from sets to their elements."""
    element = context.fresh("x")
    if "⊆" in context.words:
        belongs = context.fresh("hx", element)
        why = "Every element of the one is an element of the other."
        yield Proposal(f"intro {element} {belongs}", why, cost=0.3)
    if sides(context.text) and _OPERATIONS & set(context.words):
        yield Proposal(f"ext {element}", "Sets are equal if they have the same elements.", cost=0.5)
    for name, formula in context.facts:
        larger = str(formula).partition(" ⊆ ")[2]
        if larger and context.text.endswith(f" ∈ {larger}"):
            yield Proposal(
                f"apply {name}", f"By {name} the element need only be in the smaller set.", cost=0.2
            )
    said = {word for _, formula in context.facts for word in tokens(str(formula))}
    if "∈" in said | set(context.words):
        listed = ", ".join(_MEMBERSHIP.split())
        yield Proposal(f"simp only [{listed}] at *", "Say what it means to be an element.", cost=0.4)
