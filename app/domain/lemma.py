"""A subgoal as a theorem of its own, in the two forms of DeepSeek-Prover-V2 (arXiv:2504.21801, section 2.2).

Form (b) has all that is known at the gap as hypotheses, earlier `have`s too, and is what gets proved; form
(a) leaves out the earlier `have`s that it does not speak of, and is for training. Either is text: Lean says
whether it still means the same, so a proof found for one is tried in its place before it counts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import dropwhile

from app.domain.goal import Goal, Hypothesis
from app.domain.lean_source import LETTERS, words
from app.domain.problem import Statement
from app.domain.tactic_text import block, indented

_HIDDEN = re.compile(rf"(?:«[^»]*»|[{LETTERS}]*)✝[⁰¹²³⁴-⁹]*")
_RENAMES = "rename_i "
_NAME = re.compile(r"(?<![.\w])[^\W\d][\w'!?₀-₉]*")


def lemma(goal: Goal, name: str, header: str, preamble: str = "") -> Statement:
    """`goal` in form (b); what Lean hides behind `✝` gets names, and values become equations of a `let`."""
    shown = _named(goal)
    lets = "".join(
        f"let {known.names[0]} : {known.type} := {known.value}; " for known in shown.hypotheses if known.value
    )
    known = zip(goal.hypotheses, shown.hypotheses, strict=True)
    binders = " ".join(_binder(given, named) for given, named in known if not named.value)
    return Statement(header, preamble, name, "", binders, f"{lets}{shown.target}")


def without_earlier(goal: Goal, haves: Collection[str]) -> Goal:
    """`goal` for form (a): without the hypotheses named in `haves` that nothing else in it speaks of."""
    kept = list(goal.hypotheses)
    for known in reversed(goal.hypotheses):
        others = " ".join([goal.target, *(f"{h.type} {h.value or ''}" for h in kept if h is not known)])
        if set(known.names) <= set(haves) and not set(known.names) & set(_NAME.findall(others)):
            kept.remove(known)
    return Goal(tuple(kept), goal.target, goal.case)


def haves(proof: str) -> tuple[str, ...]:
    """The names that `have` gives in a proof, in order; one without a name is called `this`."""
    found = words(proof)
    behind = [found[n + 1] for n, word in enumerate(found[:-1]) if word.text == "have"]
    return tuple(word.text if word.kind == "name" else "this" for word in behind)


def in_place(goal: Goal, proof: str) -> str:
    """`proof`, of `lemma(goal, ...)`, for the place of `goal`: what it names is hidden there until renamed.

    Lean's `rename_i` names the last of what is hidden. Raises NotAStatement as `words` does.
    """
    proof, names = on_its_own(goal, proof), _names(goal)
    used = {word.text.partition(".")[0] for word in words(proof) if word.kind == "name"}
    hidden = [names[name] for known in goal.hypotheses for name in known.names if name in names]
    given = list(dropwhile("_".__eq__, (name if name in used else "_" for name in hidden)))
    return f"by\n  {_RENAMES}{' '.join(given)}\n{indented(block(proof))}" if given else proof


def on_its_own(goal: Goal, proof: str) -> str:
    """The inverse of `in_place`: `proof` as one of `lemma(goal, ...)`, in which nothing is hidden."""
    first, _, rest = block(proof).partition("\n")
    ours = {"_", *_names(goal).values()}
    if first.startswith(_RENAMES) and rest and set(first.removeprefix(_RENAMES).split()) <= ours:
        return f"by\n{indented(rest)}"
    return proof


def _binder(given: Hypothesis, named: Hypothesis) -> str:
    if any(name.startswith("inst✝") for name in given.names):
        return f"[{named.type}]"
    return f"({' '.join(named.names)} : {named.type})"


def _named(goal: Goal) -> Goal:
    """Every hidden name exchanged for one that can be written and is not in use."""
    names = _names(goal)

    def renamed(part: str) -> str:
        return _HIDDEN.sub(lambda found: names[found[0]], part)

    hypotheses = tuple(
        Hypothesis(tuple(map(renamed, h.names)), renamed(h.type), h.value and renamed(h.value))
        for h in goal.hypotheses
    )
    return Goal(hypotheses, renamed(goal.target))


def _names(goal: Goal) -> dict[str, str]:
    """What Lean hides, as it shows it, with a name for each that can be written and is not in use."""
    text = str(replace(goal, case=None))
    taken = set(_NAME.findall(text))
    names: dict[str, str] = {}
    for hidden in dict.fromkeys(_HIDDEN.findall(text)):
        plain = hidden.partition("✝")[0].strip("«»") or "x"
        names[hidden] = next(name for name in _fresh(plain) if name not in taken)
        taken.add(names[hidden])
    return names


def _fresh(plain: str) -> Iterator[str]:
    yield from (f"{plain}_{number}" for number in range(1, 10_000))
