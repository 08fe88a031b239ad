"""A tree of subgoals that grows as one watches, what an owner does to it, and statements that are chosen."""

from __future__ import annotations

import pytest

from app.domain.events import ActTaken, Cancelled, Event, NodeTried
from app.domain.statement import read_statement
from app.store import acts, queries, samples
from tests.browser.conftest import OpenTab, Stage, Tab
from tests.browser.test_everyone import PHONE
from tests.web.journals import SWAP
from tests.web.trees import IN_WORDS, composed, formalized, group, not_formalized, sketched, sketched_and_left

pytestmark = pytest.mark.asyncio(loop_scope="session")

PLAN = "document.querySelector('#plan').innerHTML.replace(/ htmx-added/g, '').replace(/\\s+/g, ' ')"
LONG = "x" * 400 + " ∧ p" * 60


async def follow(tab: Tab, stage: Stage, events: list[Event], text: str = SWAP) -> str:
    """Open the page of a new job, let the events happen one after the other, and return its address."""
    job = stage.new_job(text)
    await tab.page.goto(f"{stage.address}/jobs/{job.id}")
    for event in events:
        await tab.hears_of(stage.write(job, event) - 1)
    return f"/jobs/{job.id}"


async def test_a_plan_grows_on_the_page_and_a_reload_shows_the_same(open_tab: OpenTab, stage: Stage) -> None:
    tab = await open_tab()

    await follow(tab, stage, composed()[:-1])

    live = await tab.page.evaluate(PLAN)
    assert await tab.page.locator("#node-2-1").is_visible()
    assert "A whole proof was found" in await tab.page.locator("#status").inner_text()
    await tab.page.reload()
    assert live == await tab.page.evaluate(PLAN)


@pytest.mark.parametrize("upto", range(3, 12))
async def test_at_every_entry_the_page_that_followed_is_as_one_that_came_late(
    open_tab: OpenTab, stage: Stage, upto: int
) -> None:
    tab = await open_tab()

    await follow(tab, stage, sketched()[:upto])

    live = await tab.page.evaluate(PLAN)
    await tab.page.reload()
    assert live == await tab.page.evaluate(PLAN)


async def test_what_a_person_opened_stays_open_while_attempts_arrive(open_tab: OpenTab, stage: Stage) -> None:
    tab = await open_tab()
    events = sketched()
    job = stage.new_job(SWAP)
    for event in events[:8]:
        stage.write(job, event)
    await tab.page.goto(f"{stage.address}/jobs/{job.id}")
    await tab.page.locator("#node-root-tried summary").click()
    await tab.page.get_by_role("link", name="Subgoal 2", exact=True).focus()

    for event in [*events[8:], events[3], events[10]]:
        await tab.hears_of(stage.write(job, event) - 1)

    assert await tab.page.locator("#node-root-attempts > li").count() == 2
    assert await tab.page.locator("#node-root-tried details").get_attribute("open") is not None
    assert await tab.page.evaluate("document.activeElement.innerText") == "Subgoal 2"
    assert await tab.page.locator("#status").inner_text() == "Looking for a proof: 1 of 2 subgoals closed"
    assert await tab.page.locator("#plan [aria-live], #plan [role=status]").count() == 0
    await tab.screenshot("plan-live")


async def test_a_node_is_opened_by_keyboard_and_its_replies_are_read(open_tab: OpenTab, stage: Stage) -> None:
    tab = await open_tab()
    path = await follow(tab, stage, sketched())
    samples.keep(stage.db, path.rpartition("/")[2], group())
    press, focused = tab.page.keyboard.press, "document.activeElement.innerText"

    while await tab.page.evaluate(focused) != "Subgoal 2":
        await press("Tab")
    await press("Enter")
    await tab.page.wait_for_url("**/nodes/2")
    while not (await tab.page.evaluate(focused)).startswith("Reply 1"):
        await press("Tab")
    await press("Enter")

    assert await tab.page.get_by_text("I use the left part.").is_visible()
    assert await tab.page.get_by_text("Line 2, column 9: error").is_visible()
    await tab.screenshot("node")


async def test_a_person_passes_a_proof_on_and_reads_on_the_same_page_what_lean_says(
    open_tab: OpenTab, stage: Stage
) -> None:
    tab = await open_tab()
    path = await follow(tab, stage, sketched())
    job = queries.job(stage.db, path.rpartition("/")[2])
    field = tab.page.get_by_label("Prove it")

    await tab.page.get_by_role("link", name="Subgoal 2: continue, prove or split it").click()
    await field.fill("exact h.3")
    await tab.page.get_by_role("button", name="Pass this on").click()

    await tab.page.get_by_text("Passed on.").wait_for()
    (act,) = acts.of_job(stage.db, job.id)
    assert act.text == await field.input_value() == "exact h.3"
    await tab.screenshot("passed-on")
    await field.fill("exact h.1")
    said = "Line 1: Invalid projection: Index `3` is invalid for this structure"
    stage.write(job, NodeTried("2", "by hand", "Lean rejects it", checks=1, said=said))
    stage.write(job, ActTaken(act.number, "2"))

    await tab.page.locator("#told").get_by_text(said).wait_for()
    assert await tab.page.locator("#attempts-list").get_by_text("by hand: Lean rejects it").is_visible()
    assert await field.input_value() == "exact h.1"
    await tab.screenshot("answered")
    stage.write(job, Cancelled())

    await tab.page.get_by_role("button", name="Go on from this").wait_for()
    assert await field.input_value() == "exact h.1"


async def test_a_person_goes_on_where_a_job_has_ended(open_tab: OpenTab, stage: Stage) -> None:
    tab = await open_tab()
    await follow(tab, stage, sketched_and_left()[:-1])
    old = tab.page.url
    stage.write(queries.job(stage.db, old.rpartition("/")[2]), sketched_and_left()[-1])
    await tab.outcome()

    await tab.page.get_by_role("link", name="Subgoal 2: continue, prove or split it").click()
    await tab.page.get_by_label("Prove it").fill("simp (")
    await tab.page.get_by_role("button", name="Go on from this").click()
    await tab.page.get_by_role("alert").wait_for()
    assert await tab.page.get_by_label("Prove it").input_value() == "simp ("
    await tab.screenshot("node-fault")
    tab.complaints.clear()  # the browser reports the status 422, and nothing else
    await tab.page.get_by_label("Prove it").fill("exact h.1")
    await tab.page.get_by_role("button", name="Go on from this").click()

    await tab.page.get_by_text("Goes on from an earlier attempt").wait_for()
    new = queries.job(stage.db, tab.page.url.rpartition("/")[2].partition("?")[0])
    assert read_statement(new.problem.text, "import Lemmata").sketch == (
        "by\n  have hq : q := by exact h.2\n  have hp : p := by sorry\n  exact ⟨hq, hp⟩"
    )
    assert [(act.node, act.text) for act in acts.of_job(stage.db, new.id)] == [("1", "exact h.1")]
    await tab.screenshot("goes-on")


async def test_a_statement_is_chosen_for_a_problem_in_words(open_tab: OpenTab, stage: Stage) -> None:
    tab = await open_tab()
    await follow(tab, stage, formalized()[:-1], IN_WORDS)
    assert (
        await tab.page.locator("#status").inner_text() == "Candidates are read by Lean: Lean accepts 5 of 6"
    )
    stage.write(queries.job(stage.db, tab.page.url.rpartition("/")[2]), formalized()[-1])

    assert await tab.outcome() == "Statements proposed"
    await tab.screenshot("statements-proposed")
    await tab.page.get_by_role("link", name="Edit statement 2").click()
    assert "theorem swapped" in await tab.page.get_by_label("Theorem").input_value()
    await tab.screenshot("statement-edited")
    await tab.page.go_back()
    await tab.page.get_by_role("button", name="Prove this: statement 1").click()

    await tab.page.get_by_text("The words that this translates").wait_for()
    assert await tab.page.locator("#statement").inner_text() == SWAP
    assert IN_WORDS in await tab.page.locator("main").inner_text()


async def test_words_that_nothing_translates_are_told_so_and_kept(open_tab: OpenTab, stage: Stage) -> None:
    tab = await open_tab()
    words = "Show that the sum of two odd numbers is even."
    await tab.page.goto(stage.address)
    await tab.page.get_by_label("Theorem").fill(words)

    await tab.page.get_by_role("button", name="Prove", exact=True).click()
    await tab.page.get_by_text("This reads like a problem in words.").wait_for()
    assert await tab.page.get_by_label("Theorem").input_value() == words
    await tab.screenshot("words-without-a-model")
    tab.complaints.clear()  # the browser reports the status 422, and nothing else
    await tab.page.get_by_role("button", name="Read it as Lean all the same").click()

    await tab.page.wait_for_url("**/jobs/*")
    assert await tab.page.locator("#statement").inner_text() == words


async def test_statements_are_chosen_and_subgoals_acted_on_without_javascript(
    open_tab: OpenTab, stage: Stage
) -> None:
    tab = await open_tab(java_script_enabled=False)
    proposed, running = stage.new_job(IN_WORDS), stage.new_job(SWAP)
    for job, events in ((proposed, formalized()), (running, sketched())):
        for event in events:
            stage.write(job, event)

    await tab.page.goto(f"{stage.address}/jobs/{proposed.id}")
    await tab.page.get_by_role("button", name="Prove this: statement 1").click()
    chosen = await tab.page.locator("#statement").inner_text()
    await tab.page.goto(f"{stage.address}/jobs/{running.id}/nodes/2")
    await tab.page.get_by_role("button", name="Continue from here").click()

    assert chosen == SWAP
    assert await tab.page.get_by_text("Passed on.").is_visible()
    assert [act.text for act in acts.of_job(stage.db, running.id)] == [""]


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_plans_nodes_and_statements_fit_a_phone(open_tab: OpenTab, stage: Stage, scheme: str) -> None:
    tab = await open_tab(**PHONE, color_scheme=scheme)
    plan, proposed, none, long = (stage.new_job(text) for text in (SWAP, IN_WORDS, IN_WORDS, LONG))
    journals = (sketched_and_left(), formalized(), not_formalized(), sketched(LONG))
    for job, events in zip((plan, proposed, none, long), journals, strict=True):
        samples.keep(stage.db, job.id, group(text=LONG if job is long else ""))
        for event in events:
            stage.write(job, event)
    overflows = {}

    for name, path in {
        "plan": f"/jobs/{plan.id}",
        "node": f"/jobs/{plan.id}/nodes/2",
        "proposed": f"/jobs/{proposed.id}",
        "none-proposed": f"/jobs/{none.id}",
        "long-plan": f"/jobs/{long.id}",
        "long-node": f"/jobs/{long.id}/nodes/2",
    }.items():
        await tab.page.goto(f"{stage.address}{path}")
        await tab.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        overflows[name] = await tab.overflow()
        await tab.screenshot(f"phone-{scheme}-{name}")

    assert {name: wide for name, wide in overflows.items() if wide > 0} == {}


async def test_a_sketch_of_ones_own_is_split_further_while_it_is_worked_on(open_tab: OpenTab) -> None:
    tab = await open_tab()
    claim = "∃ x y z : Nat, x * x * x + y * y * y + z * z * z = 4104 + 17 * 17 * 17 ∧ x < y ∧ y < z"
    sketch = f"by\n  have sums : {claim} := by sorry\n  exact sums"
    await tab.prove(f"theorem cubes : {claim} := {sketch}")

    await tab.page.get_by_role("link", name="Subgoal 1: continue, prove or split it").click()
    await tab.page.get_by_label("Prove it").fill("refine ⟨2, 16, 17, ?_⟩\nsorry")
    await tab.page.get_by_role("button", name="Pass this on").click()
    await (
        tab.page.get_by_text("Lean accepts what you wrote").or_(tab.page.get_by_text("is settled")).wait_for()
    )
    await tab.page.get_by_label("Nodes above").get_by_role("link").first.click()

    assert await tab.outcome() == "Proved"
    assert "2, 16, 17" in await tab.page.locator("section.outcome pre").inner_text()
    assert await tab.page.locator("#node-1-1").is_visible()
    await tab.screenshot("split-by-hand")
