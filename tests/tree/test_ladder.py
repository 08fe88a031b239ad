"""What is tried at a goal with models that follow a script: samples, repair, resumption, sketches."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.events import (
    Inconsistent,
    ModelTrouble,
    NodeClosed,
    NodeTried,
    Open,
    Proved,
    Refuted,
    Sketched,
)
from app.domain.goal import Goal
from app.domain.problem import Problem
from app.domain.proof import Proposal
from app.domain.sampling import Offer, Prompt, Reply, Sample, Trouble, Unanswered
from app.domain.trace import Fate
from app.pipeline.lab import Models
from app.pipeline.solve import solve
from tests.fakes import MemoryJournal, ScriptedModel
from tests.tree.conftest import ODD, Room, Speechless, lean

pytestmark = pytest.mark.asyncio(loop_scope="session")

RIGHT = lean(f"{ODD} := by\n  omega")
WRONG = lean(f"{ODD} := by\n  have h : a = a := rfl\n  simp_arith_nonsense\n  omega")
SKETCH = lean(
    f"{ODD} := by\n  have h1 : ∃ k, a = 2 * k + 1 := by sorry\n  have h2 : ∃ k, b = 2 * k + 1 := by sorry\n"
    "  obtain ⟨k, hk⟩ := h1\n  obtain ⟨l, hl⟩ := h2\n  sorry",
    "Write both as two times something and one.",
)
RESUMES = Offer("scripted", 8192, style="deepseek-prover-v1.5")


def says(**by_template: str | Callable[[Prompt], str]) -> ScriptedModel:
    """A model that answers each prompt by the name of its template, and is puzzled by all others."""

    def said(prompt: Prompt) -> Reply:
        answer = by_template.get(prompt.template, "I do not know.")
        return Sample(answer if isinstance(answer, str) else answer(prompt), tokens=10, prompt_tokens=5)

    return ScriptedModel(said)


async def test_a_quick_sample_that_lean_accepts_is_certified(room: Room):
    model = says(prove_quick=RIGHT)

    outcome = await room.run(ODD, Models(prover=model))

    assert isinstance(outcome, Proved)
    assert outcome.certificate.proof == "by\n  omega"
    assert outcome.spent.tokens == 15
    assert {prompt.template for prompt in model.asked} == {"prove_quick"}


async def test_every_sample_is_kept_with_what_became_of_it(room: Room):
    replies = [WRONG, "prose", lean(f"{ODD} := by native_decide"), lean("theorem t : True := trivial"), RIGHT]
    left = iter(replies)

    await room.run(ODD, Models(prover=says(prove_quick=lambda prompt: next(left, RIGHT))))

    (group,) = room.last.groups
    assert [one.fate for one in group.judged] == [
        Fate.REJECTED,
        Fate.UNUSABLE,
        Fate.UNUSABLE,
        Fate.REJECTED,
        Fate.ACCEPTED,
    ]
    assert group.judged[0].messages[0].start.line == 3
    assert "another theorem" in group.judged[3].note
    assert len(group.prompt.digest) == 64


async def test_the_same_proof_is_not_checked_twice(room: Room):
    await room.run(ODD, Models(prover=says(prove_quick=WRONG, prove_thinking=WRONG)))

    (quick, *_) = [event for event in room.told(NodeTried) if event.way == "quick"]
    assert (quick.samples, quick.checks) == (8, 1)


async def test_what_lean_says_is_shown_to_the_model_once(room: Room):
    model = says(prove_quick=WRONG, repair=RIGHT)

    outcome = await room.run(ODD, Models(prover=model))

    assert isinstance(outcome, Proved)
    (repair,) = [prompt for prompt in model.asked if prompt.template == "repair"]
    assert "simp_arith_nonsense" in repair.text
    assert "line 2 of the proof" in repair.text


async def test_the_thinking_mode_follows_where_quick_samples_fail(room: Room):
    outcome = await room.run(ODD, Models(prover=says(prove_quick=WRONG, repair=WRONG, prove_thinking=RIGHT)))

    assert isinstance(outcome, Proved)
    ways = [event.way for event in room.told(NodeTried)]
    assert ways[0] == "quick"
    assert ways[-1] == "thinking"


async def test_a_rejected_proof_is_cut_at_its_error_and_our_prover_goes_on(room: Room):
    text = "theorem t (p q : Prop) (h : p ∧ q) : q ∧ p"
    begun = lean(f"{text} := by\n  obtain ⟨a, b⟩ := h\n  constructor\n  · exact b\n  · exact nonsense")

    await room.run(text, Models(prover=says(prove_quick=begun)), symbolic=True)
    outcome = await room.run(text, Models(prover=says(prove_quick=begun)))

    assert isinstance(outcome, Open)
    ours = [event.way for event in room.told(NodeTried)]
    assert "our prover, behind the part of a sample that holds" in ours


async def test_a_model_that_was_trained_for_it_goes_on_behind_the_tactic_state(room: Room):
    text = "theorem t (p q : Prop) (h : p ∧ q) : q ∧ p"
    begun = lean(f"{text} := by\n  obtain ⟨a, b⟩ := h\n  exact nonsense")
    prompts = []

    def said(prompt: Prompt) -> Reply:
        prompts.append(prompt)
        goes_on = "  exact ⟨b, a⟩\n```\nThat is all."
        return Sample(goes_on if prompt.template == "continue" else begun)

    outcome = await room.run(text, Models(prover=ScriptedModel(said, RESUMES)))

    assert isinstance(outcome, Proved)
    (sent,) = [prompt.text for prompt in prompts if prompt.template == "continue"]
    assert sent.endswith(
        "  obtain ⟨a, b⟩ := h\n  /- tactic state:\n    p q : Prop\n    a : p\n    b : q\n    ⊢ q ∧ p\n  -/\n"
    )
    assert "tactic state" not in outcome.certificate.proof


async def test_a_sketch_is_drawn_and_its_subgoals_are_proved_side_by_side(room: Room):
    text = "theorem hard (f : ℕ → ℕ) (h : ∀ n, f (n + 1) = f n) (n : ℕ) : f n = f 0 + 0"
    sketch = lean(
        f"{text} := by\n  have h1 : ∀ m, f m = f 0 := by sorry\n"
        "  have h2 : f 0 + 0 = f 0 := by sorry\n  sorry",
        "By induction, `f` is constant.",
    )

    outcome = await room.run(text, Models(informal=says(sketch=sketch)), symbolic=True)

    assert isinstance(outcome, Proved)


async def test_subgoals_go_to_the_model_as_theorems_of_their_own(room: Room):
    def prove(prompt: Prompt) -> str:
        statement = prompt.text.partition("theorem ")[2].partition(" := by")[0]
        name = statement.split()[0]
        tactic = "omega" if name == "t_3" else f"exact ⟨{'a' if name == 't_1' else 'b'} / 2, by omega⟩"
        return "no" if name == "t" else lean(f"theorem {statement} := by\n  {tactic}")

    outcome = await room.run(ODD, Models(informal=says(sketch=SKETCH), prover=says(prove_quick=prove)))

    assert isinstance(outcome, Proved)
    (sketched,) = room.told(Sketched)
    assert sketched.plan == "Write both as two times something and one."
    assert sketched.subgoals == ("1", "2", "3")
    assert {event.node for event in room.told(NodeClosed)} == {"", "1", "2", "3"}
    assert "obtain ⟨k, hk⟩ := h1" in outcome.certificate.proof


async def test_a_sketch_that_lean_rejects_is_shown_to_the_model_once(room: Room):
    broken = SKETCH.replace("∃ k, a", "∃ k, unknown")
    model = says(sketch=broken, repair_sketch=SKETCH)

    await room.run(ODD, Models(informal=model))

    assert [prompt.template for prompt in model.asked][:2] == ["sketch", "repair_sketch"]
    assert len(room.told(Sketched)) >= 1


async def test_what_a_model_does_not_answer_is_told_once_and_stops_nothing(room: Room):
    silent = ScriptedModel(lambda prompt: Unanswered(Trouble.SILENT, "The prover has not answered."))

    outcome = await room.run(ODD, Models(prover=silent), symbolic=True)

    assert isinstance(outcome, Proved)

    outcome = await room.run(ODD, Models(prover=silent))
    assert isinstance(outcome, Open)
    assert [event.detail for event in room.told(ModelTrouble)] == ["The prover has not answered."]


async def test_a_cheat_is_neither_proved_nor_asked_of_lean(room: Room):
    cheats = iter(["axiom no : False\n", "", "macro_rules | `(tactic| omega) => `(tactic| sorry)\n"])

    def cheat(prompt: Prompt) -> str:
        return lean(next(cheats, "") + f"{ODD} := by\n  exact sorryAx _")

    outcome = await room.run(ODD, Models(prover=says(prove_quick=cheat)))

    assert isinstance(outcome, Open)
    assert all(one.fate is Fate.UNUSABLE for one in room.last.groups[0].judged)


async def test_a_false_statement_is_refuted_whatever_the_model_says(room: Room):
    false = "theorem t (n : ℕ) : n + 1 = n"

    outcome = await room.run(
        false, Models(prover=says(prove_quick=lean(f"{false} := by\n  sorry"))), symbolic=True
    )

    assert isinstance(outcome, Refuted)


async def test_a_proof_by_a_contradiction_of_the_hypotheses_is_not_called_one_of_the_statement(room: Room):
    text = "theorem t (n : ℕ) (h : n < 3) (k : 5 < n) : n = 100"

    outcome = await room.run(text, Models(prover=says(prove_quick=lean(f"{text} := by\n  omega"))))

    assert isinstance(outcome, Inconsistent)


async def test_what_an_interrupted_worker_has_found_is_not_asked_for_again(room: Room):
    def prove(prompt: Prompt) -> str:
        return lean(f"{ODD} := by\n  omega")

    await room.run(ODD, Models(prover=says(prove_quick=prove)))
    earlier = [event for event in room.last.events if not isinstance(event, Proved)]
    cut = [event for event in earlier if type(event).__name__ != "Certifying"]
    again = says()

    outcome = await room.run(ODD, Models(prover=again), earlier=cut)

    assert isinstance(outcome, Proved)
    assert again.asked == []


async def test_a_gap_is_filled_where_it_stands(room: Room):
    text = f"{ODD} := by\n  have h : a % 2 + b % 2 = 2 := by sorry\n  omega"
    model = says(infill="rw [ha, hb]\n    rfl\n  omega")

    outcome = await room.run(text, Models(infill=model))

    assert isinstance(outcome, Proved)
    (prompt, *_) = model.asked
    assert prompt.text.endswith("⊢ a % 2 + b % 2 = 2\n-/\n    ")
    assert prompt.suffix == "\n  omega\n"
    assert outcome.certificate.proof == (
        "by\n  have h : a % 2 + b % 2 = 2 := by\n    rw [ha, hb]\n    rfl\n  omega"
    )


@pytest.mark.parametrize(
    ("sketch", "wrong"),
    [
        ("by\n  constructor\n  · sorry\n  · exact hq", "have x := hp\n  exact wrong"),
        ("⟨sorry, hq⟩", "have x := hp\n  exact wrong"),
        ("by\n  have x : p := by sorry\n  exact ⟨x, hq⟩", "have y := hp\n  exact wrong"),
        ("by\n  constructor\n  · sorry\n  · exact hq", "exact wrong"),
    ],
)
async def test_errors_at_a_subgoal_are_told_by_their_line_in_the_proof(room: Room, sketch: str, wrong: str):
    text = f"theorem t (p q : Prop) (hp : p) (hq : q) : p ∧ q := {sketch}"
    stated = "theorem t_1 (p q : Prop) (hp : p) (hq : q) : p"

    await room.run(text, Models(prover=says(prove_quick=lean(f"{stated} := by\n  {wrong}"))))

    group = next(group for group in room.last.groups if group.node == "1")
    code = group.judged[0].code
    (said, *_) = group.judged[0].messages
    assert "wrong" in said.text
    assert "wrong" in code.split("\n")[said.start.line - 1]


class Later(Speechless):
    """Knows the proof, after models have been asked."""

    async def propose(self, goal: Goal, preamble: str = "") -> list[Proposal]:
        await asyncio.sleep(1.5)
        return [Proposal("omega")]


async def test_a_mistake_of_ours_on_the_way_of_models_does_not_end_the_search_beside_it(room: Room):
    asked: list[Prompt] = []

    def broken(prompt: Prompt) -> Reply:
        asked.append(prompt)
        raise KeyError(prompt.template)

    lab = replace(room.lab, prover=Later(), models=Models(prover=ScriptedModel(broken)))

    outcome = await solve(Problem(ODD, seconds=20), lab, MemoryJournal())

    assert isinstance(outcome, Proved)
    assert asked
