"""What a search comes to, and the last question to Lean before it may say that it has found a proof."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.events import ACCEPTS_PROOF
from app.domain.goal import Goal
from app.domain.proof import Step, Tree
from app.domain.verdict import Checked, Undecided
from app.pipeline.place import Place
from app.pipeline.shorten import shortened
from app.pipeline.trials import Trials

_SHORTENING_S = 1.5


@dataclass(frozen=True, slots=True)
class Found:
    """A warm Lean accepted the whole proof, without `sorry`. It is not yet certified."""

    tree: Tree
    checks: int
    elapsed_s: float


@dataclass(frozen=True, slots=True)
class NotFound:
    """No proof within the limits; `exhausted` says that every proposal was tried and answered.

    `stuck_on` is the hardest goal that was left: the one on which most was tried in vain. `attempts` are the
    tactics that were tried there, the likeliest first.
    """

    stuck_on: Goal | None
    exhausted: bool
    checks: int
    elapsed_s: float
    attempts: tuple[str, ...] = ()


SearchResult = Found | NotFound | Undecided


def told(result: SearchResult, proof: str | None) -> tuple[str, str]:
    """What came of a search, and the goal that it left, in words; `proof` may be another's."""
    if proof is not None:
        return ACCEPTS_PROOF, ""
    left = result.stuck_on if isinstance(result, NotFound) else None
    return "found nothing", f"left: {left.target}" if left else ""


async def confirmed(root: Place, tree: Tree, trials: Trials) -> Tree | NotFound | Undecided:
    """`tree`, a proof of the goal at `root`, made shorter if Lean accepts it as a whole.

    It is asked once more because each step was only seen with `sorry` around it. Raises LimitReached.
    """
    verdict = await trials.whole(from_the_top(root, tree))
    if isinstance(verdict, Undecided):
        return verdict
    if not isinstance(verdict, Checked):
        return NotFound(root.goal, False, trials.checks, trials.elapsed_s)
    return await shortened(root, tree, trials, _SHORTENING_S)


def from_the_top(place: Place, tree: Tree) -> Tree:
    """`tree` below the steps that lead to its place, each of which leaves one goal."""
    for here in place.upwards():
        if here.above is not None and here.proposal is not None:
            tree = Step(here.proposal, here.above.goal, (tree,), (here.goal,))
    return tree
