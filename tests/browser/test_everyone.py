"""The same pages for everyone: on a phone, by keyboard, in the dark, without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import OpenTab, Tab
from tests.browser.test_flows import HARD, SWAP

pytestmark = pytest.mark.asyncio(loop_scope="session")

PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
LONG = "theorem long_name_" + "x" * 60 + " (p q : Prop) (h : " + " ∧ ".join(["p"] * 30) + ") : q ∨ p"


async def colours(tab: Tab) -> tuple[int, int]:
    """How light the page and its text are, from 0 to 765."""
    script = "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    page, text = await tab.page.evaluate(script)
    paper, ink = (sum(int(n) for n in c[c.index("(") + 1 : -1].split(",")[:3]) for c in (page, text))
    return paper, ink


async def test_nothing_is_wider_than_a_phone(open_tab: OpenTab) -> None:
    tab = await open_tab(**PHONE)
    overflows = {}

    await tab.page.goto(tab.service)
    overflows["home"] = await tab.overflow()
    await tab.screenshot("phone-home")
    for name, text in {"proved": LONG, "error": LONG + " = =", "open": HARD}.items():
        await tab.prove(text)
        if name == "open":
            await tab.page.locator(".step").first.wait_for(state="attached")
            overflows["live"] = await tab.overflow()
            await tab.screenshot("phone-live")
            await tab.page.get_by_role("button", name="Cancel").tap()
        await tab.outcome()
        overflows[name] = await tab.overflow()
        await tab.screenshot(f"phone-{name}")
    await tab.prove(SWAP)
    await tab.outcome()
    await tab.page.get_by_role("link", name="Proof and certificate").tap()
    await tab.page.get_by_role("heading", name="Step by step").wait_for()
    overflows["proof"] = await tab.overflow()
    await tab.screenshot("phone-proof-page")

    assert {name: wide for name, wide in overflows.items() if wide > 0} == {}


async def test_a_phone_types_symbols_with_buttons(open_tab: OpenTab) -> None:
    tab = await open_tab(**PHONE)
    await tab.page.goto(tab.service)
    await tab.page.get_by_label("Theorem").fill("theorem em' (p : Prop) : p ")

    await tab.page.get_by_role("button", name="or", exact=True).tap()
    await tab.page.get_by_role("button", name="not", exact=True).tap()
    await tab.page.keyboard.type("p")

    assert await tab.page.get_by_label("Theorem").input_value() == "theorem em' (p : Prop) : p ∨¬p"


async def test_the_keyboard_is_enough(open_tab: OpenTab) -> None:
    tab = await open_tab(permissions=["clipboard-read", "clipboard-write"])
    await tab.page.goto(tab.service)
    press, focused = tab.page.keyboard.press, "document.activeElement.innerText"

    await press("Tab")
    assert await tab.page.evaluate(focused) == "Skip to the content"
    await press("Enter")
    await press("Tab")
    await tab.page.keyboard.type(r"theorem swap (p q : Prop) (h : p \and q) : q \and p")
    assert await tab.page.get_by_label("Theorem").input_value() == SWAP
    await press("Control+Enter")
    assert await tab.outcome() == "Proved"
    while await tab.page.evaluate(focused) != "Proof and certificate":
        await press("Tab")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert await tab.page.evaluate(outline) == "solid"
    await press("Enter")
    await tab.page.wait_for_url("**/p/*")
    while await tab.page.evaluate(focused) != "Copy the proof":
        await press("Tab")
    await press("Enter")
    await tab.page.get_by_text("Copied").wait_for()

    copied = await tab.page.evaluate("navigator.clipboard.readText()")
    assert f"{SWAP} := by\n" in copied
    assert copied.endswith("\n")


async def test_dark_pages_are_dark(open_tab: OpenTab) -> None:
    tab = await open_tab(color_scheme="dark")

    await tab.page.goto(tab.service)
    await tab.screenshot("dark-home")
    home = await colours(tab)
    await tab.prove(SWAP)
    await tab.outcome()
    await tab.screenshot("dark-proved")

    assert home[0] < 120
    assert home[1] > 600
    assert await colours(tab) == home


async def test_motion_is_left_out_for_those_who_ask(open_tab: OpenTab) -> None:
    tab = await open_tab(reduced_motion="reduce")

    await tab.prove(HARD)
    await tab.page.locator(".step").first.wait_for(state="attached")

    moving = "document.getAnimations().filter(a => a.playState === 'running').length"
    assert await tab.page.evaluate(moving) == 0
    await tab.page.get_by_role("button", name="Cancel").click()
    await tab.outcome()


async def test_everything_works_without_javascript(open_tab: OpenTab, tmp_path: Path) -> None:
    tab = await open_tab(java_script_enabled=False, accept_downloads=True)

    await tab.page.goto(tab.service)
    await tab.page.get_by_role("link", name="Swap a conjunction").click()
    await tab.page.get_by_role("button", name="Prove", exact=True).click()
    assert await tab.outcome() == "Proved"
    await tab.screenshot("no-javascript-proved")
    await tab.page.get_by_role("link", name="Proof and certificate").click()
    assert not await tab.page.get_by_role("button", name="Copy the proof").is_visible()
    async with tab.page.expect_download() as downloading:
        await tab.page.get_by_role("link", name="Download .lean").click()
    await (await downloading.value).save_as(tmp_path / "swap.lean")
    await tab.prove(HARD)
    await tab.page.get_by_role("button", name="Cancel").click()

    assert await tab.outcome() == "Cancelled"
    assert f"{SWAP} := by" in (tmp_path / "swap.lean").read_text(encoding="utf-8")


async def test_a_wrong_form_is_explained_at_its_field(open_tab: OpenTab) -> None:
    tab = await open_tab()
    await tab.page.goto(tab.service)

    await tab.page.get_by_role("button", name="Prove", exact=True).click()
    await tab.page.get_by_text("Type a theorem first.").wait_for()

    assert await tab.page.evaluate("document.activeElement.id") == "text"
    await tab.screenshot("form-error")
    assert len(tab.complaints) == 1, "the browser reports the status 422, and nothing else"
    tab.complaints.clear()


async def test_a_wrong_address_is_a_page_in_words(open_tab: OpenTab) -> None:
    tab = await open_tab()

    await tab.page.goto(f"{tab.service}/p/none")

    assert await tab.page.get_by_role("heading", level=1).inner_text() == "Nothing here"
    await tab.screenshot("nothing-here")
    tab.complaints.clear()
