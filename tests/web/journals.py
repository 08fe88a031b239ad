"""Journals as a worker writes them: the events of one job each, in order."""

from __future__ import annotations

from app.domain.certificate import Certificate
from app.domain.events import (
    Certifying,
    Event,
    Misstated,
    Open,
    Proved,
    Refuted,
    Searching,
    Side,
    Spent,
    Started,
    StatementLocked,
    StepsAbandoned,
    StepVerified,
    Tried,
)
from app.domain.goal import Goal
from app.domain.verdict import Message, Position, Severity

SWAP = "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p"
CONTEXT = "p q : Prop\nh : p ∧ q"
ROOT = Goal.parse(f"{CONTEXT}\n⊢ q ∧ p")
LEFT = Goal.parse(f"case left\n{CONTEXT}\n⊢ q")
RIGHT = Goal.parse(f"case right\n{CONTEXT}\n⊢ p")
CLOSED: tuple[Goal, ...] = ()


def locked(signature: str = SWAP, goal: Goal = ROOT, notes: tuple[str, ...] = ()) -> StatementLocked:
    return StatementLocked(signature, "", "d" * 64, goal, notes)


def step(
    number: int,
    tactic: str,
    before: Goal,
    after: tuple[Goal, ...] = CLOSED,
    *,
    parent: int = 0,
    branch: int = 0,
    label: str = "",
    why: str = "",
    refused: tuple[Tried, ...] = (),
    side: Side = Side.STATEMENT,
) -> StepVerified:
    return StepVerified(
        side, number, parent, branch, label, tactic, why, before, after, refused, number * 2, 0.1
    )


def certificate(name: str, signature: str, proof: str, axioms: tuple[str, ...] = ()) -> Certificate:
    source = f"import Lemmata\n\n{signature} := {proof}\n"
    return Certificate(
        name, "", signature, proof, source, axioms, "4.35.0", "0a1b2c", "1" * 64, "2" * 64, 0.12
    )


def swap() -> list[Event]:
    """Ends in a proof; one step was abandoned on the way."""
    proof = "by\n  constructor\n  · exact h.2\n  · exact h.1"
    refused = (Tried("assumption", "Tactic `assumption` failed"), Tried("rfl", "not an equality <b>"))
    return [
        Started("worker-1"),
        locked(),
        step(1, "apply And.comm.mp", ROOT, (Goal.parse(f"{CONTEXT}\n⊢ p ∧ q"),), why="and is symmetric"),
        StepsAbandoned(Side.STATEMENT, (1,)),
        Searching(Side.STATEMENT, 4, 0.2, ROOT),
        step(2, "constructor", ROOT, (LEFT, RIGHT), why="the target is a conjunction", refused=refused),
        step(3, "exact h.2", LEFT, parent=2, branch=0, why="a part of h"),
        step(4, "exact h.1", RIGHT, parent=2, branch=1, why="a part of h"),
        Certifying(Side.STATEMENT, proof),
        Proved(certificate("swap", SWAP, proof, ("propext",)), Spent(9, 0.42)),
    ]


def refuted() -> list[Event]:
    """Steps on both sides; the negation is proved."""
    claim = "theorem zero (n : Nat) : n = 0"
    root = Goal.parse("n : Nat\n⊢ n = 0")
    negation = Goal.parse("⊢ ¬∀ (n : Nat), n = 0")
    assumed = Goal.parse("h : ∀ (n : Nat), n = 0\n⊢ False")
    proof = "by\n  intro h\n  cases h 1"
    below = Goal.parse("case succ\nk : Nat\nih : k = 0\n⊢ k + 1 = 0")
    return [
        Started("worker-1"),
        locked(claim, root),
        step(1, "induction n with", root, (Goal.parse("case zero\n⊢ 0 = 0"), below)),
        step(1, "intro h", negation, (assumed,), side=Side.NEGATION),
        step(2, "cases h 1", assumed, parent=1, side=Side.NEGATION),
        Certifying(Side.NEGATION, proof),
        Refuted(
            certificate("zero_is_false", "theorem zero_is_false : ¬ (∀ (n : Nat), n = 0)", proof),
            Spent(12, 1.5),
        ),
    ]


def still_open() -> list[Event]:
    return [
        Started("worker-1"),
        locked(),
        step(1, "constructor", ROOT, (LEFT, RIGHT)),
        Open("The time or the checks ran out.", LEFT, Spent(7, 10.0)),
    ]


def misstated(text: str = "unknown identifier 'nat'") -> list[Event]:
    """For a text whose second line, from column 4 to 7, is wrong."""
    message = Message(Severity.ERROR, text, Position(2, 4), Position(2, 7))
    return [
        Started("worker-1"),
        Misstated("Lean does not accept this statement.", (message,), message.start),
    ]
