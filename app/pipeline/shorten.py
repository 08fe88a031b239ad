"""A proof that was found, made shorter: what a search tried on its way is not what a reader wants.

Each change is one that Lean accepts in the whole proof; where it does not, the proof stays as it was.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from app.domain.proof import Step, Tree, steps
from app.domain.verdict import Checked, Message
from app.pipeline.place import Place, in_place
from app.pipeline.trials import LimitReached, Trials

_ALWAYS_USED = ("intro", "exfalso", "by_contra")
_SIMP = re.compile(r"^(simp|simp_all)(?= \[|$)(?!.*(?:<;>| at ))", re.MULTILINE)
_SUGGESTED = re.compile(r"Try this:\s*(?:\[apply\] )?(\S[^\n]*)$")
_FEW = 3  # with more rules than that `simp only` is no clearer than `simp`


async def shortened(place: Place, tree: Tree, trials: Trials, seconds: float) -> Tree:
    """`tree`, a whole proof of the goal at `place`, without what it does not need.

    Stops after `seconds`, or when the search may ask no more, with what it has got to.
    """
    ends = time.monotonic() + seconds
    try:
        number = 0
        while number < len(steps(tree)) and time.monotonic() < ends:
            shorter = await _first_accepted(place, list(_without(tree, number)), trials)
            number, tree = (number + 1, tree) if shorter is None else (number, shorter)
        return await _simp_only(place, tree, trials) if time.monotonic() < ends else tree
    except LimitReached:
        return tree


async def _first_accepted(place: Place, shorter: list[Tree], trials: Trials) -> Tree | None:
    for tree in shorter:
        if isinstance(await trials.whole(in_place(place, tree)), Checked):
            return tree
    return None


def _without(tree: Tree, number: int) -> Iterator[Tree]:
    """The proof without step `number` in the order of the text, and without each line of it but the last."""
    step = steps(tree)[number]
    tactic = step.proposal.tactic
    if step.proposal.cases or tactic.startswith(_ALWAYS_USED):
        return
    if len(step.children) == 1:
        yield _exchanged(tree, step, step.children[0])
    lines = tactic.split("\n")
    for place, line in enumerate(lines[:-1]):
        if line.startswith("have ") and not lines[place + 1].startswith(" "):
            rest = "\n".join(lines[:place] + lines[place + 1 :])
            yield _exchanged(tree, step, replace(step, proposal=replace(step.proposal, tactic=rest)))


def _exchanged(tree: Tree, old: Step, new: Tree) -> Tree:
    if tree is old:
        return new
    if not isinstance(tree, Step):
        return tree
    return replace(tree, children=tuple(_exchanged(child, old, new) for child in tree.children))


async def _simp_only(place: Place, tree: Tree, trials: Trials) -> Tree:
    """Name the rules that `simp` used, where they are few."""
    if not any(_SIMP.search(step.proposal.tactic) for step in steps(tree)):
        return tree
    verdict = await trials.whole(in_place(place, _rewritten(tree, lambda simp: f"{simp}?")))
    if not isinstance(verdict, Checked):
        return tree
    suggested = iter(_suggestions(verdict.messages))
    named = _rewritten(tree, lambda simp: next(suggested, None) or simp, whole_line=True)
    if named == tree:
        return tree
    accepted = await _first_accepted(place, [named], trials)
    return tree if accepted is None else accepted


def _suggestions(messages: tuple[Message, ...]) -> list[str | None]:
    """What Lean would write for each `simp?`, in the order of the text; None for what is no clearer."""
    found = [_SUGGESTED.search(message.text) for message in sorted(messages, key=lambda m: m.start)]
    texts = [match[1] for match in found if match]
    return [text if text.count(",") < _FEW and "only [" in text else None for text in texts]


def _rewritten(tree: Tree, change: Callable[[str], str | None], whole_line: bool = False) -> Tree:
    """`tree` with each plain `simp` changed, or the line that it begins."""
    if not isinstance(tree, Step):
        return tree
    pattern = re.compile(_SIMP.pattern + r"[^\n]*", re.MULTILINE) if whole_line else _SIMP
    tactic = pattern.sub(lambda match: change(match[0]) or match[0], tree.proposal.tactic)
    return replace(
        tree,
        proposal=replace(tree.proposal, tactic=tactic),
        children=tuple(_rewritten(child, change, whole_line) for child in tree.children),
    )
