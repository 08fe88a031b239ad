"""What is one's own, in a browser: named, shared with others who watch, taken back, deleted."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenTab

pytestmark = pytest.mark.asyncio(loop_scope="session")

EM = "theorem em (p : Prop) : p ∨ ¬p"


async def test_a_statement_is_named_found_shared_taken_back_and_deleted(open_tab: OpenTab) -> None:
    tab, other = await open_tab(), await open_tab()
    await tab.prove(EM)
    address = tab.page.url
    assert await tab.outcome() == "Proved"

    await tab.page.get_by_text("Name, link and deletion").click()
    await tab.page.get_by_label("Name", exact=True).fill("Excluded middle")
    await tab.screenshot("manage")
    await tab.page.get_by_role("button", name="Rename").click()
    await tab.page.get_by_role("link", name="My statements").click()
    await tab.page.get_by_label("Find by name or text").fill("excluded")
    await tab.page.get_by_role("button", name="Find").click()
    await tab.screenshot("mine")
    await tab.page.get_by_role("link", name="Excluded middle").click()
    await tab.page.get_by_text("Name, link and deletion").click()
    link = await tab.page.get_by_label("Link for others").input_value()
    await other.page.goto(link)
    assert await other.page.get_by_role("heading", level=1).inner_text() == "Excluded middle"
    await tab.page.get_by_role("button", name="Take the link back").click()
    await tab.page.get_by_text("Name, link and deletion").click()
    assert await tab.page.get_by_text("The link was taken back").is_visible()
    for gone in (link, address):
        await other.page.goto(gone)
        assert await other.page.get_by_role("heading", level=1).inner_text() == "Nothing here"
    await tab.page.get_by_role("button", name="Delete this statement").click()
    await tab.page.goto(address)
    assert await tab.page.get_by_role("heading", level=1).inner_text() == "Nothing here"
    other.complaints.clear()  # the browser reports the status 404, and nothing else
    tab.complaints.clear()  # the browser reports the status 404, and nothing else


async def test_who_has_the_link_watches_a_proof_being_found_and_has_no_buttons(open_tab: OpenTab) -> None:
    tab, watcher = await open_tab(), await open_tab()
    await tab.prove("theorem hard (f : Nat → Nat) (h : ∀ n, f (f n) = n + 1) : False")
    link = await tab.page.locator("#watch").input_value()

    await watcher.page.goto(link)
    await watcher.page.locator(".step").first.wait_for(state="attached")
    await watcher.screenshot("watching")
    await tab.page.get_by_role("button", name="Cancel").click()

    assert await watcher.outcome() == "Cancelled"
    assert await watcher.page.get_by_role("button").count() == 0


async def test_a_refusal_keeps_the_text_and_says_when_to_try_again(open_tab: OpenTab) -> None:
    tab = await open_tab()
    hard = "theorem hard (f : Nat → Nat) (h : ∀ n, f (f n) = n + 1) : False"
    for _ in range(10):
        await tab.prove(hard)

    await tab.page.goto(tab.service)
    await tab.page.get_by_label("Theorem").fill(EM)
    await tab.page.get_by_role("button", name="Prove", exact=True).click()

    assert await tab.page.get_by_text("You have 10 statements waiting").is_visible()
    assert await tab.page.get_by_label("Theorem").input_value() == EM
    await tab.screenshot("refused")
    await tab.page.goto(f"{tab.service}/mine")
    await tab.page.get_by_text("Delete all of them").click()
    await tab.page.get_by_label("I am sure").check()
    await tab.page.get_by_role("button", name="Delete everything").click()
    await tab.page.get_by_text("Nothing was set in this browser yet").wait_for()
    tab.complaints.clear()  # the browser reports the status 429, and nothing else
