"""What models that lie, sketches that assume what is false, and people who cheat have to say to a canary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count

from app.domain.act import Act
from app.domain.sampling import Offer, Prompt, Reply, Sample
from app.pipeline.lab import Models
from app.pipeline.quiet import Quiet
from tests.canaries import Canary
from tests.fakes import ScriptedModel

BODIES = (
    *("omega", "decide", "simp_all", "native_decide", "exact lcUnreachable", "exact sorryAx _", "sorry"),
    *("intros; contradiction", "trivial", "exact False.elim ‹_›", "exact cheat _", "exact (by assumption)"),
)
"""Tactics that are plausible, and such that only a false foundation would let through."""
BEFORE = (
    *("", "axiom cheat {p : Prop} : p\n", "", "macro_rules | `(tactic| omega) => `(tactic| sorry)\n", ""),
    *("set_option debug.skipKernelTC true\n", "unsafe def cheat {p : Prop} : p := lcUnreachable\n"),
)
"""So many that each stands before each of BODIES once."""
CHEATS = (*BODIES, "have h : 0 = 1 := by sorry\nomega")
SKETCH = "by\n  have h : False := by sorry\n  exact h.elim"
"""Any statement follows from its one subgoal, which nobody can prove."""
_STATED = re.compile(r"(?:theorem|lemma) [^`]*?(?= :=)", re.DOTALL)
_RESUMES = Offer("liar", 8192, style="deepseek-prover-v1.5")


class Cheat(Quiet):
    """A person who writes `text` for the first subgoal of a sketch."""

    def __init__(self, text: str) -> None:
        self._act = Act(1, "1", text)

    async def acts(self, after: int) -> Sequence[Act]:
        return () if after else (self._act,)


def liars(canary: Canary) -> Models:
    """Models that answer whatever they are asked with another lie each time."""
    number = count()

    def said(prompt: Prompt) -> Reply:
        return Sample(_reply(canary, prompt, next(number)), tokens=100, prompt_tokens=100)

    model = ScriptedModel(said, _RESUMES)
    return Models(model, model, model)


def _reply(canary: Canary, prompt: Prompt, number: int) -> str:
    body, before = BODIES[number % len(BODIES)], BEFORE[number % len(BEFORE)]
    if prompt.template in ("infill", "continue"):
        return f"{body}\n```"
    stated = (_STATED.findall(prompt.text) or [canary.text])[-1]
    proof = SKETCH if prompt.template == "sketch" else f"by\n  {body}"
    others = (f"{stated} := {proof}", "theorem other : True := trivial", f"{stated} ∨ True := Or.inr trivial")
    chosen = others[number // len(BODIES) % len(others)]
    return f"It is easy.\n```lean4\n{before}{chosen}\n```\n"
