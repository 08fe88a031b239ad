"""What the symbolic prover proposes for a goal, before Lean has seen it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.domain.goal import Goal
from app.domain.lean_source import words
from app.domain.proof import Proposal
from app.models import lists
from app.models.context import Context
from app.models.symbolic import SymbolicProver
from app.ports import Prover
from tests.fakes import ScriptedProver
from tests.models.proving import library

SWAP = Goal.parse("p q : Prop\nh : p ∧ q\n⊢ q ∧ p")
INDUCTION = Goal.parse("n : Nat\n⊢ 0 + n = n")


async def first(goal: str) -> Proposal:
    return (await SymbolicProver().propose(Goal.parse(goal)))[0]


async def test_an_implication_is_introduced_under_telling_names() -> None:
    proposal = await first("p q : Prop\n⊢ p → ¬q → p ∨ q → p")

    assert proposal.tactic == "intro hp hnq h"


async def test_a_new_name_is_not_one_that_is_taken() -> None:
    proposal = await first("p hp : Prop\nhp1 : hp\n⊢ p → p")

    assert proposal.tactic == "intro hp2"


async def test_a_conjunction_is_split() -> None:
    proposals = await SymbolicProver().propose(SWAP)

    assert proposals[0].tactic == "constructor"


async def test_an_inaccessible_hypothesis_is_never_written() -> None:
    proposals = await SymbolicProver().propose(Goal.parse("p q : Prop\nh✝ : p\nhq : p → q\n⊢ q ∨ p"))

    assert not [proposal for proposal in proposals if "✝" in proposal.tactic]


async def test_a_disjunction_is_looked_at_case_by_case_with_labels() -> None:
    proposal = await first("p q : Prop\nh : p ∨ q\n⊢ (q ∨ p) ∨ q")

    assert (proposal.tactic, proposal.cases) == ("cases h with", ("inl hp", "inr hq"))


async def test_a_classical_tautology_is_split_on_an_atom() -> None:
    proposal = await first("p : Prop\n⊢ p ∨ ¬p")

    assert proposal.tactic == "by_cases hp : p"


async def test_a_product_with_too_many_terms_is_left_out_and_the_others_are_not() -> None:
    proposal = await first(
        "a b c d : Int\nh : 0 ≤ (a + b + c + d + 1) ^ 2\n⊢ 0 ≤ a ^ 4 - 2 * a ^ 2 * b + b ^ 2"
    )

    assert proposal.tactic == "linarith [sq_nonneg (-a ^ 2 + b)]"


async def test_a_goal_with_too_many_terms_has_other_proposals() -> None:
    fact = "(a + b + c + d + 1) ^ 4 = (e + f + g + i + 1) ^ 4"

    proposals = await SymbolicProver().propose(Goal.parse(f"a b c d e f g i : Int\nh : {fact}\n⊢ 0 ≤ a ^ 2"))

    assert "positivity" in [proposal.tactic for proposal in proposals]


async def test_what_fails_by_a_mistake_of_ours_is_told_and_the_rest_is_proposed(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(context: Context) -> Iterator[Proposal]:
        yield Proposal("said_before", "", cost=1)
        raise KeyError(context.text)

    monkeypatch.setattr(lists, "steps", failing)

    proposals = await SymbolicProver().propose(INDUCTION)

    tactics = [proposal.tactic for proposal in proposals]
    assert {"said_before", "induction n with"} <= set(tactics)
    (record,) = caplog.records
    assert "test_symbolic.py" in record.getMessage()
    assert "KeyError" in record.getMessage()
    assert "0 + n" not in caplog.text


async def test_nothing_is_proposed_for_a_propositional_goal_that_is_false() -> None:
    assert await SymbolicProver().propose(Goal.parse("p q : Prop\nh : p ∨ q\n⊢ p ∧ q")) == ()


async def test_induction_comes_before_the_library() -> None:
    prover = SymbolicProver(library())
    tactics = [proposal.tactic for proposal in await prover.propose(INDUCTION)]

    assert tactics.index("rfl") < tactics.index("induction n with") < tactics.index("exact Nat.zero_add _")


async def test_the_alternatives_of_an_induction_are_named_apart_from_what_there_is() -> None:
    proposals = await SymbolicProver().propose(Goal.parse("n k : Nat\n⊢ n + k = k + n"))

    induction = next(each for each in proposals if each.tactic == "induction k with")
    assert induction.cases == ("zero", "succ k1 ih")


async def test_a_false_general_statement_is_refuted_at_truth_values() -> None:
    proposal = await first("h : ∀ (p q : Prop), p ∨ q → p ∧ q\n⊢ False")

    assert proposal.tactic == "exact absurd (h False True) (by decide)"


@pytest.mark.parametrize(
    "prover",
    [SymbolicProver(), ScriptedProver({SWAP.target: [Proposal("constructor"), Proposal("simp", cost=2)]})],
    ids=["symbolic", "scripted"],
)
@pytest.mark.parametrize("goal", [SWAP, INDUCTION, Goal.parse("x : α✝\n⊢ ?m = x"), Goal((), "")])
async def test_a_prover_answers_every_goal_without_state_without_sorry_best_first(
    prover: Prover, goal: Goal
) -> None:
    proposals = await prover.propose(goal)

    assert list(proposals) == list(await prover.propose(goal))
    assert [each.cost for each in proposals] == sorted(each.cost for each in proposals)
    forbidden = {"sorry", "admit", "native_decide", "sorryAx"}
    assert not [each for each in proposals if forbidden & {word.text for word in words(each.tactic)}]
