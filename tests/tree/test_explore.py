"""Tree search as the last rung: over models that know single steps, over our own prover, and resumed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.act import Act
from app.domain.events import NodeTried, Open, Proved
from app.domain.problem import Problem
from app.domain.sampling import Prompt, Reply, Sample
from app.pipeline.explore import BARREN
from app.pipeline.lab import Models
from app.pipeline.solve import solve
from tests.fakes import MemoryJournal, ScriptedModel
from tests.tree.conftest import Person, Room, Speechless, lean, when_left

pytestmark = pytest.mark.asyncio(loop_scope="session")


AND = "theorem t (p q r : Prop) (hp : p) (hq : q) (hr : r) : (p ∧ q) ∧ r"
STEPS = {"(p ∧ q) ∧ r": "constructor", "p ∧ q": "refine ⟨?_, hq⟩", "p": "exact hp", "r": "exact hr"}


def one_step_at_a_time(prompt: Prompt) -> Reply:
    """What a model says that knows the next step of any goal, and then goes wrong."""
    target = prompt.text.rpartition(") : ")[2].partition(" := by")[0]
    stated = prompt.text.rpartition("theorem ")[2].partition(" := by")[0]
    last = "" if target in ("p", "r") else "\n  exact nonsense"
    return Sample(lean(f"theorem {stated} := by\n  {STEPS[target]}{last}"), tokens=10, prompt_tokens=5)


def puzzled(prompt: Prompt) -> Reply:
    return Sample("I do not know.", tokens=10, prompt_tokens=5)


def quick(prompt: Prompt) -> Reply:
    return one_step_at_a_time(prompt) if prompt.template == "prove_quick" else puzzled(prompt)


def searches(room: Room) -> list[NodeTried]:
    return [
        event for event in room.told(NodeTried) if isinstance(event, NodeTried) and event.way == "tree search"
    ]


async def test_steps_that_no_sample_joins_are_joined_by_the_tree(room: Room):
    outcome = await room.run(AND, Models(prover=ScriptedModel(quick)))

    assert isinstance(outcome, Proved)
    assert "refine ⟨?_, hq⟩" in outcome.certificate.proof
    (told,) = searches(room)
    assert told.result == "Lean accepts its proof"
    assert told.samples >= 3
    assert told.tokens == 15 * told.samples
    assert told.checks > 0


async def test_every_sample_of_the_tree_is_kept(room: Room):
    await room.run(AND, Models(prover=ScriptedModel(quick)))

    (told,) = searches(room)
    assert len([group for group in room.last.groups if group.way == "tree search"]) >= told.samples


async def test_the_tree_ends_when_nothing_new_comes(room: Room):
    outcome = await room.run(AND, Models(prover=ScriptedModel(puzzled)))

    assert isinstance(outcome, Open)
    (told,) = searches(room)
    assert BARREN <= told.samples < 2 * BARREN
    assert told.result == "found nothing"
    assert told.said == "left: (p ∧ q) ∧ r"


async def test_the_tree_asks_for_no_sample_that_is_not_worth_its_tokens(room: Room):
    room.lab = replace(room.lab, proof_tokens=200_000)

    await room.run(AND, Models(prover=ScriptedModel(lambda prompt: Sample("I do not know.", tokens=1500))))

    (told,) = searches(room)
    assert 0 < told.samples < BARREN


async def test_a_whole_proof_of_the_last_goal_ends_the_search(room: Room):
    asked = []

    def at_last(prompt: Prompt) -> Reply:
        asked.append(prompt)
        return Sample(lean(f"{AND} := by\n  exact ⟨⟨hp, hq⟩, hr⟩") if len(asked) > 60 else "Hm.")

    outcome = await room.run(AND, Models(prover=ScriptedModel(at_last)))

    assert isinstance(outcome, Proved)
    assert outcome.certificate.proof == "by\n  exact ⟨⟨hp, hq⟩, hr⟩"
    assert len(searches(room)) == 1


async def test_no_gap_of_a_model_closes_a_goal_of_the_tree(room: Room):
    def gaps(prompt: Prompt) -> Reply:
        stated = prompt.text.rpartition("theorem ")[2].partition(" := by")[0]
        return Sample(lean(f"theorem {stated} := by\n  constructor\n  · sorry\n  · sorry"))

    outcome = await room.run(AND, Models(prover=ScriptedModel(gaps)))

    assert isinstance(outcome, Open)


async def test_who_wants_more_of_a_node_gets_a_tree_search_there(room: Room):
    text = f"{AND} := by\n  constructor\n  · sorry\n  · sorry"
    person = Person(when_left("1", Act(1, "1", "")))

    outcome = await solve(Problem(text, seconds=20), replace(room.lab, prover=person.prover), person)

    assert isinstance(outcome, Open)
    ways = [event.way for event in person.events if isinstance(event, NodeTried) and event.node == "1"]
    assert ways == ["our prover", "our prover", "tree search"]


async def test_a_tree_that_was_kept_grows_on(room: Room):
    first = MemoryJournal()
    knows = {"(p ∧ q) ∧ r": "constructor"}

    def forgetful(prompt: Prompt) -> Reply:
        target = prompt.text.rpartition(") : ")[2].partition(" := by")[0]
        return quick(prompt) if target in knows else puzzled(prompt)

    lab = replace(room.lab, prover=Speechless(), models=Models(prover=ScriptedModel(forgetful)))
    await solve(Problem(AND, seconds=20), lab, Keeping(first))
    ((name, kept),) = first.trees.items()

    room.last = again = MemoryJournal()
    again.trees[name] = kept
    outcome = await solve(
        Problem(AND, seconds=20), replace(lab, models=Models(prover=ScriptedModel(quick))), again
    )

    assert isinstance(outcome, Proved)
    (told,) = searches(room)
    assert told.checks > 0
    assert len(kept["nodes"]) >= 2


class Keeping(MemoryJournal):
    """Hands the trees to another journal, as they are gone with the end of the job."""

    def __init__(self, other: MemoryJournal) -> None:
        super().__init__()
        self._other = other

    async def keep_tree(self, name, tree) -> None:
        await self._other.keep_tree(name, tree)
