"""The whole way from a text to its outcome, with the real Lean and the real prover."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

import pytest

from app.domain.certificate import Certificate, Claim, NotCertified, Refusal
from app.domain.errors import UnknownEnvironment
from app.domain.events import (
    Certifying,
    Inconsistent,
    LeftUndecided,
    Misstated,
    Open,
    Outcome,
    OwnProofRejected,
    Proved,
    Refuted,
    Side,
    StatementExamined,
    StatementLocked,
    StepVerified,
)
from app.domain.goal import Goal
from app.domain.problem import Problem, Statement
from app.domain.proof import Proposal
from app.domain.verdict import (
    Checked,
    Incomplete,
    Message,
    Position,
    Reason,
    Rejected,
    Severity,
    Undecided,
    Verdict,
)
from app.domain.warnings import Examination, WarningKind
from app.lean.environments import CoreLean
from app.lean.pool import LeanPool
from app.models.symbolic import SymbolicProver
from app.pipeline.lab import Lab
from app.pipeline.solve import solve
from app.trust.certify import Certifier
from app.trust.statements import StatementCertifier
from tests.fakes import MemoryJournal, ScriptedChecker

SWAP = "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p"


@pytest.fixture
async def lab(core: CoreLean, prover: SymbolicProver) -> AsyncIterator[Lab]:
    async with LeanPool(core, 2) as pool:
        yield Lab(core.environment, pool, StatementCertifier(Certifier(core)), prover)


async def run(lab: Lab, text: str, seconds: float = 10) -> tuple[Outcome, MemoryJournal]:
    journal = MemoryJournal()
    return await solve(Problem(text, seconds=seconds), lab, journal), journal


@pytest.mark.parametrize(
    "text",
    [
        SWAP,
        "theorem zero_add (n : Nat) : 0 + n = n",
        "theorem em (p : Prop) : p ∨ ¬p",
        "∀ p q : Prop, ¬(p ∧ q) → ¬p ∨ ¬q",
        "example (α : Type) (p : α → Prop) (a : α) (h : ∀ x, p x) : ∃ x, p x",
        "import Mathlib\n\nopen Nat\n\nlemma two : 2 + 2 = 4 := by\n  sorry",
        "def double (n : Nat) : Nat := n + n\ntheorem t (n : Nat) : double n = n + n",
        "theorem parity (n : ℤ) : n % 2 = 0 ∨ n % 2 = 1",
        "theorem square (a b : ℤ) : (a - b) * (a + b) = a ^ 2 - b ^ 2",
        "theorem between {α : Type*} (s t : Set α) : s ∩ t ⊆ t ∪ s",
        "theorem shared {α : Type*} (s t u : Set α) : s ∩ (t ∪ u) = s ∩ t ∪ s ∩ u",
        "theorem chain {α : Type*} (s t u : Set α) (h : s ⊆ t) (k : t ⊆ u) : s ⊆ u",
    ],
)
async def test_true_statements_are_proved(lab: Lab, text: str):
    outcome, journal = await run(lab, text)

    assert isinstance(outcome, Proved)
    assert outcome is journal.events[-1]
    locked = next(event for event in journal.events if isinstance(event, StatementLocked))
    assert outcome.certificate.statement == locked.preamble + locked.signature
    assert outcome.certificate.solution.startswith(outcome.certificate.stated.removesuffix("sorry\n"))


async def test_every_step_of_the_proof_was_reported_with_its_goals(lab: Lab):
    outcome, journal = await run(lab, SWAP)

    assert isinstance(outcome, Proved)
    steps = [
        event for event in journal.events if isinstance(event, StepVerified) and event.side is Side.STATEMENT
    ]
    assert [step.step for step in steps] == list(range(1, len(steps) + 1))
    assert steps[0].parent == 0
    assert steps[0].before.target == "q ∧ p"
    assert all(
        line.strip() in outcome.certificate.proof for step in steps for line in step.tactic.splitlines()
    )


@pytest.mark.parametrize(
    "text",
    [
        "theorem wrong (p q : Prop) (h : p ∨ q) : p ∧ q",
        "theorem wrong (n : Nat) : n + 1 = n",
        "theorem wrong : 2 + 2 = 5",
    ],
)
async def test_false_statements_are_refuted(lab: Lab, text: str):
    outcome, _ = await run(lab, text)

    assert isinstance(outcome, Refuted)
    assert outcome.certificate.statement.partition(" : ")[2].startswith("¬ (")


@pytest.mark.parametrize(
    ("text", "counterexample"),
    [
        ("theorem wrong (n m : ℕ) (h : n ≤ m) : n < m", {"n": "0", "m": "0"}),
        ("theorem wrong (l k : List ℕ) : l ++ k = k ++ l", {"l": "[0]", "k": "[1]"}),
    ],
)
async def test_a_refuted_universal_statement_has_a_counterexample(
    lab: Lab, text: str, counterexample: dict[str, str]
):
    outcome, _ = await run(lab, text)

    assert isinstance(outcome, Refuted)
    assert {value.variable: value.value for value in outcome.counterexample} == counterexample
    assert all(value in outcome.certificate.proof for value in counterexample.values())


@pytest.mark.parametrize(
    "text",
    [
        "theorem vacuous (n : ℕ) (h : n < 0) : n = 5",
        "theorem vacuous (n : ℕ) (h : n % 2 = 3) : n = n + 1",
        "theorem vacuous (a b : ℤ) (h : a < b) (k : b < a) : a = 2 * b",
    ],
)
async def test_contradictory_hypotheses_are_an_outcome_of_their_own(lab: Lab, text: str):
    outcome, journal = await run(lab, text)

    assert isinstance(outcome, Inconsistent)
    assert "exfalso" in outcome.certificate.proof
    assert outcome.certificate.statement.endswith(" : False")
    locked = next(event for event in journal.events if isinstance(event, StatementLocked))
    assert locked.signature in outcome.certificate.stated


@pytest.mark.parametrize(
    "text",
    [
        "theorem explosion (p q : Prop) (h : p) (k : ¬p) : q",
        "theorem from_falsehood (n : ℕ) (h : False) : n = 5",
        "theorem absurdity (n : ℕ) (h : n < 5) (k : 5 < n) : False",
        "theorem consistent (n : ℕ) (h : 3 < n) : 2 < n",
    ],
)
async def test_what_is_an_exercise_about_a_contradiction_or_none_is_proved(lab: Lab, text: str):
    outcome, _ = await run(lab, text)

    assert isinstance(outcome, Proved)


async def test_an_open_statement_has_the_goal_that_is_left_and_what_was_tried_there(lab: Lab):
    text = "theorem goldbach (n : ℕ) (h : 2 < n) (k : Even n) : ∃ p q, p.Prime ∧ q.Prime ∧ n = p + q"

    outcome, _ = await run(lab, text, seconds=2)

    assert isinstance(outcome, Open)
    assert outcome.stuck_on is not None
    assert outcome.attempts


async def test_the_negation_does_not_wait_for_a_search_that_has_ended(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("app.pipeline.solve.HEAD_START_S", 8.0)

    outcome, _ = await run(lab, "theorem t (p q : Prop) (h : p ∨ q) : p ∧ q")

    assert isinstance(outcome, Refuted)
    assert outcome.spent.elapsed_s < 4


async def test_a_variable_is_not_turned_into_a_wrong_negation(lab: Lab):
    """`¬ p` for a fixed `p` is not the negation of `∀ p, p`: neither is provable here."""
    outcome, _ = await run(lab, "variable (p : Prop)\ntheorem t : ¬ p", seconds=2)

    assert isinstance(outcome, Open | LeftUndecided)


async def test_a_syntax_error_has_leans_message_at_its_place_in_the_text_as_given(lab: Lab):
    outcome, _ = await run(lab, "import Mathlib\n\ntheorem bad (p : Prop) : p ∧ ∧ p")

    assert isinstance(outcome, Misstated)
    assert outcome.position == Position(3, 28)
    assert "unexpected token" in outcome.messages[0].text


async def test_a_name_that_the_library_has_is_changed_and_the_answer_says_so(lab: Lab):
    outcome, journal = await run(lab, "lemma and_comm (p q : Prop) : p ∧ q ↔ q ∧ p")

    assert isinstance(outcome, Proved)
    assert outcome.certificate.theorem == "and_comm'"
    locked = next(event for event in journal.events if isinstance(event, StatementLocked))
    assert "called `and_comm'`" in locked.notes[-1]


async def test_an_error_behind_a_changed_name_is_told_at_its_place(lab: Lab):
    outcome, _ = await run(lab, "theorem and_comm (p q : Prop) : p ∧ r ↔ q ∧ p")

    assert isinstance(outcome, Misstated)
    assert outcome.position == Position(1, 36)


async def test_the_usual_head_of_a_file_for_mathlib_is_no_obstacle(lab: Lab):
    head = """import Mathlib
import Aesop
set_option maxHeartbeats 400000
open BigOperators Real Nat Topology Rat
"""

    outcome, _ = await run(lab, f"{head}\ntheorem t (n : ℕ) : n ≤ n + 1 := by\n  sorry")

    assert isinstance(outcome, Proved)


async def test_an_unknown_name_is_told_at_its_place(lab: Lab):
    outcome, _ = await run(lab, "theorem t : foo = 3")

    assert isinstance(outcome, Misstated)
    assert "names that the statement introduces" in outcome.explanation
    assert outcome.position == Position(1, 12)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("theorem t (a b : Real) : a = b", Position(1, 17)),
        ("open Nowhere\ntheorem t (n : Nat) : n = n", Position(1, 5)),
    ],
)
async def test_a_mistake_is_told_once_and_nothing_that_we_added_is_blamed(
    lab: Lab, text: str, place: Position
):
    outcome, _ = await run(lab, text)

    assert isinstance(outcome, Misstated)
    assert [message.start for message in outcome.messages] == [place]


async def test_ones_own_proof_that_is_right_is_certified(lab: Lab):
    outcome, journal = await run(lab, f"{SWAP} :=\n  ⟨h.2, h.1⟩")

    assert isinstance(outcome, Proved)
    assert outcome.certificate.proof == "⟨h.2, h.1⟩"
    assert not any(isinstance(event, StepVerified) for event in journal.events)


async def test_ones_own_proof_that_is_wrong_is_told_and_another_is_found(lab: Lab):
    outcome, journal = await run(lab, f"{SWAP} := by\n  exact h.2")

    assert isinstance(outcome, Proved)
    rejected = next(event for event in journal.events if isinstance(event, OwnProofRejected))
    assert rejected.messages[0].start == Position(2, 2)


@pytest.mark.parametrize(
    "proof", ["by exact sorryAx _ false", "by native_decide", "trivial\naxiom c : False"]
)
async def test_cheating_is_refused_before_lean_sees_it(lab: Lab, proof: str):
    outcome, _ = await run(lab, f"theorem t : False := {proof}")

    assert isinstance(outcome, Misstated)


async def test_an_unknown_environment_is_an_error_not_an_outcome(lab: Lab):
    with pytest.raises(UnknownEnvironment):
        await solve(Problem(SWAP, environment="mathlib"), lab, MemoryJournal())


class LyingProver:
    """Proposes what closes nothing."""

    async def propose(self, goal: Goal, preamble: str = "") -> Sequence[Proposal]:
        return [
            Proposal("exact sorryAx _ false"),
            Proposal("sorry"),
            Proposal("admit"),
            Proposal("native_decide"),
        ]


async def test_a_statement_is_examined_while_it_is_proved(lab: Lab):
    outcome, journal = await run(lab, "theorem t (a b : ℕ) (h : a ≤ b + 1) : a - b ≤ a")

    (examined,) = [event for event in journal.events if isinstance(event, StatementExamined)]
    assert isinstance(outcome, Proved)
    assert [warning.kind for warning in examined.warnings] == [WarningKind.NATURAL_SUBTRACTION]
    assert examined.assumptions == ("h",)
    assert "@HSub.hSub.{0, 0, 0} Nat Nat Nat" in examined.elaborated


async def test_a_name_that_lean_would_bind_by_itself_is_told(lab: Lab):
    outcome, _ = await run(lab, "theorem t (x : ℕ) : x + y = y + x")

    assert isinstance(outcome, Misstated)
    assert [warning.kind for warning in outcome.warnings] == [WarningKind.AUTOMATIC_VARIABLE]


async def test_hypotheses_that_cannot_be_stated_alone_leave_a_proof(lab: Lab):
    """The variable `m` belongs to the conclusion only, so `False` from the hypotheses is another type."""
    outcome, _ = await run(lab, "variable (m : ℕ)\ntheorem t (n : ℕ) (h : n < 0) : m = 5")

    assert isinstance(outcome, Proved)


async def test_a_lying_prover_proves_nothing(lab: Lab):
    outcome, _ = await run(replace(lab, prover=LyingProver()), "theorem t : 1 = 2")

    assert not isinstance(outcome, Proved)


async def test_a_checker_that_says_yes_to_everything_proves_nothing(core: CoreLean):
    """Only the final process decides: what a warm worker believes cannot become 'proved'."""
    statement_goal = (Goal((), "1 = 2"),)

    class Yes:
        async def check(
            self, source: str, deadline_s: float, goals_at: Sequence[Position] | None = None
        ) -> Verdict:
            if "by sorry" in source:
                return Incomplete((), (), tuple(statement_goal for _ in goals_at or ()))
            lines = enumerate(source.splitlines(), 1)
            places = [Position(number, 5) for number, line in lines if "trace_state" in line]
            return Checked(tuple(Message(Severity.INFORMATION, "", place, place) for place in places))

    lab = Lab(core.environment, Yes(), StatementCertifier(Certifier(core)), LyingProver())

    outcome, journal = await run(lab, "theorem t : 1 = 2")

    assert any(isinstance(event, Certifying) for event in journal.events)
    assert isinstance(outcome, Open | LeftUndecided)


async def test_when_lean_cannot_be_asked_the_outcome_is_undecided(core: CoreLean):
    checker = ScriptedChecker(lambda source: Undecided(Reason.CRASHED, "the process ended"))
    lab = Lab(core.environment, checker, StatementCertifier(Certifier(core)), SymbolicProver())

    outcome, _ = await run(lab, SWAP)

    assert isinstance(outcome, LeftUndecided)
    assert outcome.reason is Reason.CRASHED


class Refusing:
    """A certifier that accepts nothing."""

    async def examine(self, statement: Statement, deadline_s: float) -> Examination:
        return Examination()

    async def certify(
        self, statement: Statement, proof: str, claim: Claim, deadline_s: float
    ) -> Certificate | NotCertified | Undecided:
        return NotCertified(Refusal.HAS_SORRY, "no")


async def test_a_proof_that_the_final_check_refuses_is_not_called_proved(lab: Lab):
    outcome, _ = await run(replace(lab, certifier=Refusing()), SWAP, seconds=3)

    assert isinstance(outcome, Open)
    assert "refused" in outcome.tried


def test_rejected_tells_the_first_error_by_place():
    late = Message(Severity.ERROR, "late", Position(4, 0), Position(4, 1))
    early = Message(Severity.ERROR, "early", Position(2, 0), Position(2, 1))

    assert Rejected((late, early)).first_error is early
