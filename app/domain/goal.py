"""A tactic state as data: what is known, and what is to be shown."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HYPOTHESIS = re.compile(r"(?P<names>[^:⊢\s][^:]*?) : (?P<rest>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One line of a context: `x y : Nat`, `h : p ∧ q`, or `k : Nat := 3`.

    Names that Lean marks with `✝` cannot be written in a proof.
    """

    names: tuple[str, ...]
    type: str
    value: str | None = None

    def __str__(self) -> str:
        value = "" if self.value is None else f" := {self.value}"
        return f"{' '.join(self.names)} : {self.type}{value}"


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal as Lean prints it: an optional case name, hypotheses in order, a target."""

    hypotheses: tuple[Hypothesis, ...]
    target: str
    case: str | None = None

    @classmethod
    def parse(cls, text: str) -> Goal:
        """Read Lean's own rendering of one goal, `case c\\nh : p\\n⊢ q`.

        Raises ValueError if there is no `⊢`.
        """
        context, turnstile, target = text.strip().rpartition("\n⊢ ")
        if not turnstile:
            head, turnstile, target = text.strip().partition("⊢ ")
            if not turnstile or head.strip():
                raise ValueError(f"not a goal: {text!r}")
        case: str | None = None
        hypotheses: list[Hypothesis] = []
        for entry in _entries(context):
            if entry.startswith("case ") and not hypotheses and case is None:
                case = entry.removeprefix("case ").strip()
            elif match := _HYPOTHESIS.fullmatch(entry):
                type_, _, value = match["rest"].partition(" := ")
                hypotheses.append(
                    Hypothesis(tuple(match["names"].split()), type_.strip(), value.strip() or None)
                )
        return cls(tuple(hypotheses), _joined(target), case)

    def __str__(self) -> str:
        case = [] if self.case is None else [f"case {self.case}"]
        return "\n".join([*case, *map(str, self.hypotheses), f"⊢ {self.target}"])


def _entries(context: str) -> list[str]:
    """Group the lines of a context: Lean indents the continuation of a long type."""
    entries: list[list[str]] = []
    for line in context.splitlines():
        if line.startswith(" ") and entries:
            entries[-1].append(line.strip())
        elif line.strip():
            entries.append([line.strip()])
    return [" ".join(entry) for entry in entries]


def _joined(text: str) -> str:
    return " ".join(line.strip() for line in text.splitlines())
