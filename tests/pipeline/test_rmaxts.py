"""RMaxTS: what its tree is, what it pays for, and that it survives being killed. Lean is scripted here."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import psutil
import pytest

from app.domain.events import Searching, Side, StepVerified
from app.domain.goal import Goal
from app.domain.problem import Statement
from app.domain.proof import Proposal, lines
from app.domain.verdict import Position, Reason, Undecided, Verdict
from app.pipeline.checkpoint import restored, snapshot
from app.pipeline.expansion import Expander, Leaf, Tactics, TacticSampler
from app.pipeline.found import Found, NotFound, SearchResult
from app.pipeline.place import Place
from app.pipeline.rmaxts import Growth, rmaxts
from app.pipeline.trials import SearchLimits
from app.pipeline.walks import walks
from app.ports import Checker
from tests.fakes import MemoryJournal, ScriptedChecker, ScriptedProver
from tests.pipeline.counting_up import GROWTH, count, lean, moved

LIMITS = SearchLimits(seconds=20, checks=200, check_s=5)
CRASH = Undecided(Reason.CRASHED, "Lean ended.")
SEEDED = Random(1)  # noqa: S311
Checkpoint = dict[str, Any]


class Kept:
    """The checkpoints of a search, as another process would read them."""

    def __init__(self) -> None:
        self.all: list[Checkpoint] = []

    async def __call__(self, checkpoint: Checkpoint) -> None:
        self.all.append(json.loads(json.dumps(checkpoint)))

    @property
    def nodes(self) -> list[Checkpoint]:
        return self.all[-1]["nodes"]

    def targets(self) -> dict[str, Checkpoint]:
        """The last tree's nodes by what is to be shown there, the root's goal as `p`."""
        progress = restored(self.all[-1], Place(Goal((), "p")))
        named = [", ".join(goal.target for goal in node.leaf.goals) for node in progress.tree.nodes]
        return dict(zip(named, self.nodes, strict=True))


class Paths:
    """An expander that proposes whole paths, each once; nothing is left then."""

    def __init__(self, *paths: str) -> None:
        self.leaves: list[Leaf] = []
        self._paths = [tuple(Proposal(tactic) for tactic in path.split("; ")) for path in paths]

    async def expand(self, leaf: Leaf, random: Random) -> Sequence[Tactics]:
        self.leaves.append(leaf)
        return [self._paths.pop(0)] if self._paths else []


def proposed(script: dict[str, str], **options: Any) -> TacticSampler:
    """The tactics for each target, `tactic` or `tactic@cost`, separated by `; `."""
    tactics = {target: [_proposal(each) for each in text.split("; ")] for target, text in script.items()}
    return TacticSampler(ScriptedProver(tactics), **options)


def _proposal(text: str) -> Proposal:
    tactic, _, cost = text.partition("@")
    return Proposal(tactic, cost=float(cost or 0))


async def run(
    expander: Expander,
    checker: Checker,
    kept: Kept | None = None,
    growth: Growth = Growth(),  # noqa: B008 - frozen
    limits: SearchLimits = LIMITS,
) -> SearchResult:
    statement, root = Statement("", "", "t", "", "", "p"), Place(Goal((), "p"))
    return await rmaxts(
        statement, root, Side.STATEMENT, expander, checker, MemoryJournal(), limits, growth,
        keep=kept or Kept(),
    )  # fmt: skip


async def test_a_proof_is_found_through_states_with_several_goals() -> None:
    checker = lean({"p split": ["q", "r"], "q show_q": [], "r turn_r": ["s"], "s show_s": []})

    result = await run(
        proposed({"p": "guess; split", "q": "show_q", "r": "turn_r", "s": "guess; show_s"}), checker
    )

    assert isinstance(result, Found)
    assert lines(result.tree) == ["split", "· show_q", "· turn_r", "  show_s"]


async def test_checks_are_the_tactics_that_lean_was_asked_about_and_the_whole_proofs() -> None:
    result = await run(proposed({"p": "guess; turn", "q": "close"}), lean({"p turn": ["q"], "q close": []}))

    assert isinstance(result, Found)
    assert result.checks == 5  # three tactics, the whole proof, and the whole without its first step


async def test_an_expansion_is_paid_for_if_it_found_a_new_state() -> None:
    kept = Kept()

    await run(Paths("to_q", "refused", "to_r"), lean({"p to_q": ["q"], "p to_r": ["r"]}), kept)

    # The root is expanded first, which pays 1; then q, its only child, which pays 0; then the root again,
    # whose own arm has paid, for r. After that nothing is left, and nothing pays.
    root, q, r = (kept.targets()[target] for target in ("p", "q", "r"))
    assert root["own"] == pytest.approx([0.99 * (0.99 + 1), 1 + 0.99 + 0.9801])  # 1, 1, and 0 at last
    assert q["own"] == pytest.approx([0, 1.99])
    assert r["own"] == pytest.approx([0, 1])


async def test_a_subtree_has_the_rewards_of_all_expansions_in_it_and_an_own_arm_only_its_own() -> None:
    kept = Kept()

    await run(Paths("to_q; to_r", "to_s"), lean({"p to_q": ["q"], "q to_r": ["r"], "r to_s": ["s"]}), kept)

    root, r = kept.targets()["p"], kept.targets()["r"]
    expansions = kept.all[-1]["expansions"]
    assert root["subtree"][1] == pytest.approx((1 - 0.99**expansions) / 0.01)
    assert sum(round(node["own"][1]) for node in kept.nodes) == expansions
    assert root["own"][1] < root["subtree"][1]
    assert r["own"] == pytest.approx(r["subtree"])


async def test_every_new_state_on_a_path_stands_below_the_one_before() -> None:
    kept = Kept()

    await run(Paths("to_q; to_r; to_s"), lean({"p to_q": ["q"], "q to_r": ["r"], "r to_s": ["s"]}), kept)

    targets = list(kept.targets())
    parents = {target: node["parent"] for target, node in kept.targets().items()}
    assert targets == ["p", "q", "r", "s"]
    assert parents == {"p": None, "q": 0, "r": 1, "s": 2}


async def test_a_path_ends_at_the_first_tactic_that_lean_refuses() -> None:
    kept = Kept()

    await run(Paths("to_q; wrong; to_s"), lean({"p to_q": ["q"], "r to_s": ["s"]}), kept)

    assert list(kept.targets()) == ["p", "q"]


async def test_a_whole_path_that_closes_every_goal_is_a_proof() -> None:
    result = await run(Paths("split; a; b"), lean({"p split": ["q", "r"], "q a": [], "r b": []}))

    assert isinstance(result, Found)
    assert lines(result.tree) == ["split", "· a", "· b"]


async def test_a_step_that_does_not_change_the_goal_makes_no_node_and_pays_nothing() -> None:
    kept = Kept()

    await run(Paths("stay"), lean({"p stay": ["p"]}), kept)

    assert len(kept.nodes) == 1
    assert kept.nodes[0]["own"][0] == 0


async def test_a_node_keeps_the_equivalent_prefixes_that_lead_to_it_and_shows_them_to_the_expander() -> None:
    kept, paths = Kept(), Paths("to_q", "refused", "straight_to_q", "over_r; to_q")

    await run(
        paths, lean({"p to_q": ["q"], "p straight_to_q": ["q"], "p over_r": ["r"], "r to_q": ["q"]}), kept
    )

    q = kept.targets()["q"]
    assert len(q["trees"]) >= 2
    prefixes = max((leaf.prefixes for leaf in paths.leaves if leaf.goals[0].target == "q"), key=len)
    assert lines(prefixes[0]) == ["to_q", "sorry"]
    assert ["straight_to_q", "sorry"] in [lines(prefix) for prefix in prefixes]


async def test_no_proposal_is_tried_twice_from_a_node() -> None:
    checker = lean({"p to_q": ["q"]})

    await run(proposed({"p": "to_q; no; never@9", "q": "no; to_q"}, together=1), checker)

    asked = [line.strip() for source in checker.asked for line in source.splitlines() if "| (" in line]
    assert sorted(asked) == ["| (never", "| (no", "| (no", "| (to_q", "| (to_q"]


async def test_once_the_first_goal_is_proved_the_other_ways_to_prove_it_are_left() -> None:
    script = {"p": "split", "q": "detour; close@1", "detoured": "no; further@9", "r": "no"}
    checker = lean(
        {"p split": ["q", "r"], "q detour": ["detoured"], "detoured further": ["far"], "q close": []}
    )

    result = await run(proposed(script), checker, growth=Growth(steps=1))

    assert isinstance(result, NotFound)
    assert result.exhausted
    assert not any("(further" in source for source in checker.asked)


async def test_a_goal_that_was_proved_is_not_proved_again() -> None:
    checker = lean({"p split": ["q", "q"], "q close": []})

    result = await run(proposed({"p": "split", "q": "close"}), checker)

    assert isinstance(result, Found)
    assert lines(result.tree) == ["split", "· close", "· close"]
    assert sum("(close" in source for source in checker.asked) == 1


@pytest.mark.parametrize(("reach", "waits"), [(1, True), (100, False)])
async def test_what_costs_more_waits_until_nothing_is_left_this_side_of_the_horizon(
    reach: float, waits: bool
) -> None:
    chain = "pabcdefg"
    script = dict.fromkeys(chain, "further") | {"p": "further; dear@5; dearest@6"}
    checker = lean({f"{goal} further": [behind] for goal, behind in pairwise(chain)})

    await run(proposed(script), checker, growth=Growth(reach=reach))

    asked = [line.strip() for source in checker.asked for line in source.splitlines() if "| (" in line]
    assert (asked[-1] == "| (dearest") is waits
    assert len(asked) == len(chain) + 2


async def test_nothing_is_left_once_every_proposal_was_refused() -> None:
    result = await run(proposed({"p": "no; never"}), lean({}))

    assert isinstance(result, NotFound)
    assert result.exhausted
    assert result.stuck_on == Goal((), "p")
    assert set(result.attempts) == {"no", "never"}


async def test_a_path_that_was_left_for_its_length_is_not_the_end_of_all_ways() -> None:
    result = await count(500, growth=Growth(batches=2, deepest=3))

    assert isinstance(result, NotFound)
    assert not result.exhausted
    assert result.checks < 500


async def test_a_search_in_which_lean_could_never_be_asked_is_undecided() -> None:
    assert await run(proposed({"p": "no"}), ScriptedChecker(lambda _: CRASH)) == CRASH


async def test_a_proof_whose_last_check_is_unanswered_is_undecided() -> None:
    class Crashing(ScriptedChecker):
        async def check(
            self, source: str, deadline_s: float, goals_at: Sequence[Position] | None = None
        ) -> Verdict:
            return await lean({"p close": []}).check(source, deadline_s) if "trace" in source else CRASH

    assert await run(proposed({"p": "close"}), Crashing(lambda _: CRASH)) == CRASH


async def test_no_more_is_asked_than_allowed() -> None:
    result = await count(50)

    assert isinstance(result, NotFound)
    assert (result.checks, result.exhausted) == (50, False)


async def test_a_search_that_is_told_to_stop_asks_nothing_more() -> None:
    stop, checker = asyncio.Event(), ScriptedChecker(moved)
    stop.set()

    result = await count(200, checker=checker, stop=stop)

    assert isinstance(result, NotFound)
    assert not result.exhausted
    assert not checker.asked


async def test_the_same_seed_grows_the_same_tree_and_another_seed_another() -> None:
    once, again, other = Kept(), Kept(), Kept()

    await count(300, once)
    await count(300, again)
    await count(300, other, growth=Growth(seed=8, batches=2, steps=2, reach=3.0, every=32))

    assert once.all == again.all
    assert once.nodes != other.nodes


class AtOnce:
    """Counts the questions that are under way at once, and where they were asked."""

    def __init__(self) -> None:
        self.now = self.most = 0
        self.places: list[set[str]] = []

    async def check(self, source: str, deadline_s: float, goals_at: object = None) -> Verdict:
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0.005)
        self.now -= 1
        return moved(source)


async def test_several_expansions_are_in_flight_at_once_and_none_stays_so() -> None:
    checker, kept = AtOnce(), Kept()

    await count(300, kept, workers=4, checker=checker)

    assert checker.most == 4
    expansions = kept.all[-1]["expansions"]
    assert sum(1 for node in kept.nodes if node["own"][1]) > 4
    assert kept.nodes[0]["subtree"][1] == pytest.approx((1 - 0.99**expansions) / 0.01)


async def test_what_was_in_flight_at_a_checkpoint_is_asked_again() -> None:
    kept, seen = Kept(), list[int]()
    await count(300, kept, workers=4, checker=AtOnce())
    middle = kept.all[0]

    progress = restored(middle, Place(Goal((), "1")))

    for node in progress.tree.nodes:
        seen.append(node.own.in_flight + node.subtree.in_flight)
        assert not node.asking
        told = progress.answers.get(f"⊢ {node.place.goal.target}", {})
        assert node.tried <= told.keys()
    assert set(seen) == {0}


async def test_the_tree_is_kept_after_so_many_expansions_and_at_the_end() -> None:
    kept = Kept()

    await count(400, kept)

    expansions = [checkpoint["expansions"] for checkpoint in kept.all]
    assert expansions[:3] == [32, 64, 96]
    assert kept.all[-1]["checks"] == 400


async def test_a_tree_that_was_read_back_is_the_one_that_was_kept() -> None:
    kept = Kept()
    await count(400, kept, workers=3, checker=AtOnce())

    for checkpoint in kept.all:
        assert json.loads(json.dumps(snapshot(restored(checkpoint, Place(Goal((), "1")))))) == checkpoint


async def test_a_search_that_goes_on_from_a_checkpoint_ends_as_if_it_had_never_been_interrupted() -> None:
    whole, rest = Kept(), Kept()
    await count(400, whole)

    await count(400, rest, whole.all[1])

    assert rest.all == whole.all[2:]


async def test_a_killed_search_goes_on_from_its_last_checkpoint_with_the_same_statistics(
    tmp_path: Path,
) -> None:
    path, whole = tmp_path / "tree.json", Kept()
    command = [sys.executable, "-m", "tests.pipeline.counting_up", str(path)]
    endless = await asyncio.create_subprocess_exec(*command, "1000000")
    async with asyncio.timeout(60):
        while not path.exists():  # noqa: ASYNC110 - it is another process
            await asyncio.sleep(0.01)

    psutil.Process(endless.pid).kill()
    assert await endless.wait() == -9
    left = json.loads(path.read_bytes())
    second = await asyncio.create_subprocess_exec(*command, str(left["checks"] + 200))
    assert await second.wait() == 0

    assert left["expansions"] % GROWTH.every == 0
    await count(left["checks"] + 200, whole)
    assert left in whole.all  # it is the state of a search that was never killed
    assert json.loads(path.read_bytes()) == whole.all[-1]


async def test_a_long_search_shows_one_attempt_and_gives_signs_of_life() -> None:
    class Slow(AtOnce):
        async def check(self, source: str, deadline_s: float, goals_at: object = None) -> Verdict:
            await asyncio.sleep(0.05)
            return moved(source)

    journal = MemoryJournal()
    await count(100, checker=Slow(), journal=journal)

    assert any(isinstance(event, Searching) for event in journal.events)
    assert any(isinstance(event, StepVerified) for event in journal.events)


async def drawn(costs: Sequence[float], random: Random, **options: Any) -> list[str]:
    """The tactics of one batch; `t0` is the first of `costs`."""
    tactics = "; ".join(f"t{number}@{cost}" for number, cost in enumerate(costs))
    sampler = proposed({"p": tactics}, **options)
    return [first.tactic for first, *_ in await sampler.expand(Leaf((Goal((), "p"),), (), set()), random)]


async def test_a_tactic_is_the_less_likely_the_more_it_costs() -> None:
    random = Random(1)  # noqa: S311

    firsts = [(await drawn([0, 0.5], random, temperature=0.5))[0] for _ in range(2000)]

    # e⁰ / (e⁰ + e⁻¹) = 0.731; the deviation of the mean of 2000 is 0.01.
    assert firsts.count("t0") / 2000 == pytest.approx(0.731, abs=0.04)


async def test_a_batch_holds_what_is_about_as_likely_and_no_tactic_twice() -> None:
    batch = await drawn([0, 0.1, 0.2, 3, 4], SEEDED, temperature=0.01)

    assert sorted(batch) == ["t0", "t1", "t2"]


async def test_a_tactic_that_may_take_long_is_drawn_alone() -> None:
    sampler = proposed({"p": "nlinarith; simp@0.01"}, temperature=0.0001)

    batch = await sampler.expand(Leaf((Goal((), "p"),), (), set()), SEEDED)

    assert [first.tactic for first, *_ in batch] == ["nlinarith"]


async def walked(expander: Expander, checker: Checker, checks: int = 100, deepest: int = 40) -> SearchResult:
    statement, root = Statement("", "", "t", "", "", "p"), Place(Goal((), "p"))
    limits = SearchLimits(20, checks, 5)
    return await walks(
        statement, root, Side.STATEMENT, expander, checker, MemoryJournal(), limits, deepest=deepest
    )


async def test_sampling_alone_walks_until_every_goal_is_closed() -> None:
    checker = lean({"p split": ["q", "r"], "q show_q": [], "r turn_r": ["s"], "s show_s": []})

    result = await walked(proposed({"p": "split", "q": "show_q", "r": "no; turn_r", "s": "show_s"}), checker)

    assert isinstance(result, Found)
    assert lines(result.tree) == ["split", "· show_q", "· turn_r", "  show_s"]


async def test_sampling_alone_begins_anew_where_nothing_is_left_to_try_and_remembers_nothing() -> None:
    checker = lean({"p wrong": ["q"], "p right": ["r"], "r close": []})

    result = await walked(proposed({"p": "wrong; right", "r": "close"}, together=1, temperature=9), checker)

    assert isinstance(result, Found)
    assert lines(result.tree) == ["right", "close"]


async def test_sampling_alone_counts_checks_and_keeps_to_them() -> None:
    checker = lean({"p wrong": ["q"]})

    result = await walked(proposed({"p": "wrong", "q": "no"}), checker, checks=7)

    assert isinstance(result, NotFound)
    assert result.checks == 7
    assert len(checker.asked) == 7


async def test_sampling_alone_ends_where_there_is_nothing_to_ask() -> None:
    result = await walked(proposed({}), lean({}))

    assert isinstance(result, NotFound)
    assert result.checks == 0


async def test_sampling_alone_goes_no_deeper_than_allowed() -> None:
    checker = lean({"p to_q": ["q"], "q to_r": ["r"], "r to_s": ["s"]})

    await walked(proposed({"p": "to_q", "q": "to_r", "r": "to_s"}), checker, checks=10, deepest=2)

    assert not any("(to_s" in source for source in checker.asked)
