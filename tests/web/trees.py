"""Journals of proofs by way of a sketch, and of problems in words, and what models said on the way."""

from __future__ import annotations

from app.domain.candidate import Candidate
from app.domain.events import (
    Certifying,
    Event,
    Formalized,
    Formalizing,
    ModelTrouble,
    NodeClosed,
    NodeLeft,
    NodeOpened,
    NodeTried,
    Open,
    Proved,
    Side,
    Sketched,
    Spent,
    Started,
)
from app.domain.goal import Goal
from app.domain.sampling import Ending, Form, Prompt, Sample
from app.domain.trace import Fate, Group, Judged
from app.domain.verdict import Message, Position, Severity
from app.domain.warnings import StatementWarning, WarningKind
from tests.web.journals import CONTEXT, LEFT, ROOT, SWAP, certificate, locked

IN_WORDS = "Show that if p and q hold, then q and p hold too."


def sketched(text: str = "") -> list[Event]:
    """A proof by way of a sketch: one subgoal is closed, one left after three attempts; it goes on."""
    left, right = (Goal.parse(f"{CONTEXT}\n⊢ {part}") for part in ("q", "p"))
    proof = "by\n  have hq : q := by sorry\n  have hp : p := by sorry\n  exact ⟨hq, hp⟩"
    said = text or "unknown constant 'And.sinistra'"
    return [
        Started("worker-1"),
        locked(),
        NodeOpened("", "", ROOT),
        NodeTried("", "quick", "Lean rejects 8", 8, 3120, 8, 2.4, 0, said),
        Sketched("", proof, ("1", "2"), (0, 1), (), text or "First the right part, then the left one."),
        NodeOpened("1", "", left),
        NodeOpened("2", "", right),
        NodeTried("1", "our prover", "Lean accepts its proof", checks=3, elapsed_s=0.1),
        NodeClosed("1", "by\n  exact h.2"),
        ModelTrouble("quick", text or "The server cannot be reached."),
        NodeTried("2", "quick", "Lean rejects 7; no answer to 1", 7, 2800, 7, 2.1, 0, said),
        NodeLeft("2", text or "Everything was tried that is tried by itself."),
    ]


def sketched_and_left(text: str = "") -> list[Event]:
    """The same, and then nothing more was found."""
    return [*sketched(text), Open("Everything was tried.", LEFT, Spent(18, 9.0, 5920))]


def composed() -> list[Event]:
    """A sketch whose subgoals were all closed, one of them by a sketch of its own."""
    whole = "by\n  have hq : q := by exact h.2\n  have hp : p := by exact h.1\n  exact ⟨hq, hp⟩"
    below = Goal.parse(f"{CONTEXT}\nhq : q\n⊢ p")
    return [
        *sketched(),
        Sketched("2", "by\n  have hq : q := h.2\n  sorry", ("2.1",), (0,)),
        NodeOpened("2.1", "2", below),
        NodeTried("2.1", "by hand", "Lean accepts it", checks=1),
        NodeClosed("2.1", "by\n  exact h.1"),
        NodeClosed("2", "by\n  have hq : q := h.2\n  exact h.1"),
        NodeClosed("", whole),
        Certifying(Side.STATEMENT, whole),
        Proved(certificate("swap", SWAP, whole), Spent(24, 11.0, 5920)),
    ]


def formalized(text: str = "") -> list[Event]:
    """Two candidates for a problem in words, the second another statement, and an answer."""
    mark = StatementWarning(WarningKind.UNUSED_HYPOTHESIS, text or "`h` is used nowhere.", "h")
    other = Candidate(
        text or "theorem swapped (p q : Prop) (h : p ∧ ¬p) : q",
        2,
        text or "From p and its opposite follows q.",
        text or "It assumes a contradiction and leaves p out of the conclusion.",
        contradictory=True,
        warnings=(mark,),
    )
    said, in_full = text or "If p and q hold, so do q and p.", text or "∀ (p q : Prop), p ∧ q → q ∧ p"
    first = Candidate(SWAP, 4, said, elaborated=in_full)
    return [
        Started("worker-1"),
        Formalizing("Statements in Lean are being proposed"),
        Formalizing("Candidates are read by Lean", 6, 5),
        ModelTrouble("compare", text or "The server asks for patience."),
        Formalized((first, other), 6, "", text or "q ∧ p", 6, 8, Spent(6, 4.0, 900)),
    ]


def not_formalized() -> list[Event]:
    """No candidate that Lean accepts."""
    return [
        Started("worker-1"),
        ModelTrouble("formalize", "The server cannot be reached."),
        Formalized((), 0, "The server cannot be reached."),
    ]


def group(node: str = "2", way: str = "quick", text: str = "") -> Group:
    """What a prompt for a subgoal has brought: a rejected proof, words alone, and an accepted proof."""
    unknown = text or "unknown constant 'And.sinistra'"
    message = Message(Severity.ERROR, unknown, Position(2, 8), Position(2, 20))
    reply = text or "I use the left part.\n\n```lean4\ntheorem swap_2 : p := by\n  exact And.sinistra h\n```"
    code = text or "by\n  exact And.sinistra h"
    prompt = Prompt("prove_quick", "5" * 64, Form.CHAT, text or "Complete the following Lean 4 code:\n…")
    nothing = Sample(text or "It is obvious.", thoughts=text)
    cut_off = Sample("```lean\nby exact h.1\n```", Ending.LENGTH)
    judged = (
        Judged(Sample(reply, tokens=443, elapsed_s=1.5), Fate.REJECTED, code, "", (message,)),
        Judged(nothing, Fate.UNUSABLE, "", "The reply holds no Lean code."),
        Judged(cut_off, Fate.ACCEPTED, "by exact h.1"),
    )
    failures = (text or "The server cannot be reached.",)
    stated = "theorem swap_2 : p := by sorry"
    return Group(node, way, text or "prover-7b", stated, prompt, judged, failures)
