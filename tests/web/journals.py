"""Journals as a worker writes them: the events of one job each, in order."""

from __future__ import annotations

from app.domain.certificate import Certificate, Claim
from app.domain.events import (
    Certifying,
    Event,
    Inconsistent,
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
    Value,
)
from app.domain.goal import Goal
from app.domain.verdict import Message, Position, Severity
from app.trust.bundle import README_DIGEST
from app.trust.signing import Signer
from app.trust.versions import digest

SWAP = "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p"
CONTEXT = "p q : Prop\nh : p ∧ q"
ROOT = Goal.parse(f"{CONTEXT}\n⊢ q ∧ p")
LEFT = Goal.parse(f"case left\n{CONTEXT}\n⊢ q")
RIGHT = Goal.parse(f"case right\n{CONTEXT}\n⊢ p")
CLOSED: tuple[Goal, ...] = ()
ZERO_IS_FALSE = "theorem zero_is_false : ¬ (∀ (n : Nat), n = 0)"
IMPOSSIBLE = "theorem odd (n : Nat) (h : n < 2) (k : 5 < n) : n = 17"
NEGATION = Side.NEGATION


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


def certificate(
    name: str, signature: str, proof: str, axioms: tuple[str, ...] = (), claim: Claim = Claim.PROVED
) -> Certificate:
    challenge, solution = (f"import Lemmata\n\n{signature} := {end}\n" for end in ("sorry", proof))
    return Signer("A" * 43).sign(
        Certificate(
            claim=claim,
            theorem=name,
            statement=signature,
            stated=challenge,
            challenge=challenge,
            solution=solution,
            axioms=axioms,
            constants_replayed=12,
            jail="bubblewrap",
            made_at="2026-02-03T12:00:00+00:00",
            elapsed_ms=120,
            kernels={"lean": "accepted", "lemmata": "accepted"},
            hashes={
                "library": "0a1b2c",
                "readme": README_DIGEST,
                "stated": digest(challenge.encode()),
                "challenge": digest(challenge.encode()),
                "solution": digest(solution.encode()),
            },
            versions={"lean": "4.35.0"},
        )
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
            certificate(
                "zero_is_false", "theorem zero_is_false : ¬ (∀ (n : Nat), n = 0)", proof, claim=Claim.REFUTED
            ),
            Spent(12, 1.5),
        ),
    ]


def refuted_by_example() -> list[Event]:
    """False for n = 3 and m = 0; a contradiction in the hypotheses was looked for too."""
    claim = "theorem small (n m : Nat) (h : n < 4) : n * n ≤ 8 + m"
    root = Goal.parse("n m : Nat\nh : n < 4\n⊢ n * n ≤ 8 + m")
    assumed = Goal.parse("h : ∀ (n m : Nat), n < 4 → n * n ≤ 8 + m\n⊢ False")
    absurd = Goal.parse("n m : Nat\nh : n < 4\n⊢ False")
    proof = "by\n  intro h\n  exact absurd (h 3 0 (by decide)) (by decide)"
    negation = "theorem small_is_false : ¬ (∀ (n m : Nat) (h : n < 4), n * n ≤ 8 + m)"
    return [
        Started("worker-1"),
        locked(claim, root),
        step(1, "cases h", absurd, (absurd,), side=Side.HYPOTHESES),
        step(1, "intro h", Goal.parse("⊢ ¬∀ (n m : Nat), n < 4 → n * n ≤ 8 + m"), (assumed,), side=NEGATION),
        step(2, "exact absurd (h 3 0 (by decide)) (by decide)", assumed, parent=1, side=NEGATION),
        Certifying(NEGATION, proof),
        Refuted(
            certificate("small_is_false", negation, proof, claim=Claim.REFUTED),
            Spent(31, 1.2),
            (Value("n", "3"), Value("m", "0")),
        ),
    ]


def inconsistent() -> list[Event]:
    """The search for a contradiction ends first; the one for a counterproof began after it."""
    root = Goal.parse("n : Nat\nh : n < 2\nk : 5 < n\n⊢ n = 17")
    absurd = Goal.parse("n : Nat\nh : n < 2\nk : 5 < n\n⊢ False")
    joined = Goal.parse("n : Nat\nh : n < 2\nk : 5 < n\nthis : 5 < 2\n⊢ False")
    proof = "by\n  exfalso\n  have := Nat.lt_trans k h\n  contradiction"
    refused = (Tried("simp at h"), Tried("omega", "omega could not prove the goal"))
    return [
        Started("worker-1"),
        locked(IMPOSSIBLE, root),
        step(1, "cases n with", root, (root, root), why="Is n 0 or not?"),
        Searching(Side.HYPOTHESES, 3, 0.5, absurd),
        step(
            1,
            "have := Nat.lt_trans k h",
            absurd,
            (joined,),
            why="`k` and `h` together: what is more than 5 is not less than 2.",
            refused=refused,
            side=Side.HYPOTHESES,
        ),
        step(1, "intro h", Goal.parse("⊢ ¬∀ (n : Nat), n < 2 → 5 < n → n = 17"), (root,), side=NEGATION),
        step(2, "contradiction", joined, parent=1, why="5 < 2 is false.", side=Side.HYPOTHESES),
        Certifying(Side.HYPOTHESES, proof),
        Inconsistent(certificate("odd", IMPOSSIBLE, proof, claim=Claim.INCONSISTENT), Spent(14, 0.8)),
    ]


def still_open(attempts: tuple[str, ...] = ()) -> list[Event]:
    return [
        Started("worker-1"),
        locked(),
        step(1, "constructor", ROOT, (LEFT, RIGHT)),
        Open("The time or the checks ran out.", LEFT, Spent(7, 10.0), attempts),
    ]


def thought_again() -> list[Event]:
    """Attempts on either branch, late ones below an early step; then all are given up for a shorter proof."""
    halved = Goal.parse(f"{CONTEXT}\nhq : q\n⊢ q ∧ p")
    left, right = Goal.parse(f"{CONTEXT}\nhq : q\n⊢ q"), Goal.parse(f"{CONTEXT}\nhq : q\n⊢ p")
    aside = Goal.parse(f"{CONTEXT}\nhp : p\n⊢ p")
    proof = "by\n  exact ⟨h.2, h.1⟩"
    return [
        Started("worker-1"),
        locked(),
        step(1, "constructor", ROOT, (LEFT, RIGHT)),
        step(2, "have hp := h.1", RIGHT, (aside,), parent=1, branch=1),
        step(3, "exact hp", aside, parent=2),
        StepsAbandoned(Side.STATEMENT, (2, 3)),
        step(4, "exact h.2", LEFT, parent=1, branch=0),
        step(5, "exact h.1", RIGHT, parent=1, branch=1),
        StepsAbandoned(Side.STATEMENT, (1, 4, 5)),
        step(6, "have hq := h.2", ROOT, (halved,)),
        step(7, "constructor", halved, (left, right), parent=6),
        step(8, "exact hq", left, parent=7, branch=0),
        step(9, "exact h.1", right, parent=7, branch=1),
        StepsAbandoned(Side.STATEMENT, (7, 8, 9)),
        step(10, "refine ⟨hq, ?_⟩", halved, (right,), parent=6),
        step(11, "exact h.1", right, parent=10),
        StepsAbandoned(Side.STATEMENT, (6, 10, 11)),
        step(12, "exact ⟨h.2, h.1⟩", ROOT, why="Both parts are parts of h."),
        Certifying(Side.STATEMENT, proof),
        Proved(certificate("swap", SWAP, proof), Spent(40, 2.0)),
    ]


def misstated(text: str = "unknown identifier 'nat'") -> list[Event]:
    """For a text whose second line, from column 4 to 7, is wrong."""
    message = Message(Severity.ERROR, text, Position(2, 4), Position(2, 7))
    return [
        Started("worker-1"),
        Misstated("Lean does not accept this statement.", (message,), message.start),
    ]
