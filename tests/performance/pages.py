"""What a person waits for: the first verified step, and news from the journal."""

from __future__ import annotations

import asyncio
import shutil
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from app.lean.environments import CoreLean
from app.settings import Settings
from app.store import journal
from tests.browser.conftest import ARGUMENTS
from tests.performance.figures import Figure, median_ms, percentile_ms
from tests.performance.service import served
from tests.web.follower import Follower
from tests.web.house import House, all_connected, opened, search
from tests.web.web_server import ALONE, free_port

SWAP = "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p"
CLASS = 200
PACE_S = 0.06
WATCH = """() => {
    window.told = {};
    const live = document.querySelector('#live');
    const note = () => { window.told[live.dataset.seen] = Date.now() / 1000; };
    new MutationObserver(note).observe(live, {attributes: true, attributeFilter: ['data-seen']});
}"""


@asynccontextmanager
async def _chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        program = shutil.which("chromium")
        browser = await playwright.chromium.launch(executable_path=program, args=[*ARGUMENTS])
        yield browser
        await browser.close()


async def first_step(core: CoreLean, samples: int) -> Figure:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=[*ARGUMENTS]
        )
        with served(core) as service:
            first, *warm = [await _pressed(browser, service.url) for _ in range(samples + 1)]
    return Figure(
        "from pressing Prove to the first verified step in Chromium",
        "median at most 0.7 s warm, 2 s first",
        f"median {statistics.median(warm):.2f} s warm, {first:.2f} s first",
        statistics.median(warm) <= 0.7 and first <= 2,
        f"The first problem after the service said where it is, and {samples} after it.",
    )


async def _pressed(browser: Browser, url: str) -> float:
    page = await browser.new_page()
    await page.goto(url)
    await page.get_by_label("Theorem").fill(SWAP)
    started = time.perf_counter()
    await page.get_by_role("button", name="Prove", exact=True).click()
    await page.locator(".step .verified").first.wait_for()
    taken = time.perf_counter() - started
    await page.locator("#outcome h2").wait_for()
    await page.close()
    return taken


async def journal_to_page(folder: Path, steps: int) -> Figure:
    """Entries at the pace of a search, to readers in this process and to one Chromium."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=[*ARGUMENTS]
        )
        with opened(Settings(data=folder, port=free_port(), workers=0), ALONE) as house:
            told, shown = await _followed(browser, house, steps)
        await browser.close()
    everybody = [*told, *shown]
    median, late = median_ms(everybody), percentile_ms(everybody, 0.95)
    return Figure(
        "journal to page",
        f"median at most 100 ms, 95th percentile 300 ms, at {CLASS} followers",
        f"median {median:.0f} ms, 95th percentile {late:.0f} ms",
        median <= 100 and late <= 300,
        f"{steps} entries, one each {PACE_S * 1000:.0f} ms, to {CLASS} readers of the page's stream and one "
        f"Chromium, where the page was changed after a median of {median_ms(shown):.0f} ms.",
    )


async def _followed(browser: Browser, house: House, steps: int) -> tuple[list[float], list[float]]:
    job = house.new_job()
    page = await browser.new_page()
    await page.goto(f"{house.server.address}/jobs/{job.id}")
    await page.evaluate(WATCH)
    followers: list[Follower] = [house.page(job) for _ in range(CLASS)]
    async with asyncio.TaskGroup() as reading:
        for follower in followers:
            reading.create_task(follower.follow())
        await all_connected(followers)
        await house.write_slowly(job, search(steps), PACE_S)
    await page.locator("#outcome h2").wait_for()
    seen: dict[str, float] = await page.evaluate("window.told")
    written = {str(entry.number): entry.at.timestamp() for entry in journal.entries(house.db, job.id)}
    return house.latencies(job, followers), [at - written[n] for n, at in seen.items() if n in written]
