"""A real Chromium in front of the real service: `lemmata serve`, a process of its own with its own data."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright
from sqlalchemy import Engine

from app.domain.events import Event
from app.domain.job import Job
from app.domain.problem import Problem
from app.lean.environments import CoreLean
from app.serve import Server
from app.settings import Settings
from app.store import journal, queries
from app.store.database import connect, migrate

ROOT = Path(__file__).parents[2]
SCREENSHOTS = ROOT / "test-output" / "screenshots"
CHROMIUM = shutil.which("chromium")
ARGUMENTS = (
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LONGEST_MS = 20_000


@pytest.fixture(scope="package")
def service(core: CoreLean, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running service."""
    data = tmp_path_factory.mktemp("service")
    shutil.copytree(core.lean_path, data / "lean" / core.lean_path.name)
    environment = {**os.environ, "LEMMATA_DATA": str(data), "LEMMATA_PORT": "0"}
    command = [Path(sys.executable).with_name("lemmata"), "serve"]
    with (data / "log").open("w") as log:
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=log, text=True)
    assert process.stdout is not None
    said = iter(process.stdout.readline, "")
    yield next(found[0] for line in said if (found := re.search(r"http://\S+", line)))
    process.send_signal(signal.SIGTERM)
    process.wait(20)
    process.stdout.close()


@dataclass(frozen=True)
class Stage:
    """The pages at `address`, with no worker behind them: a test writes the journal."""

    address: str
    db: Engine

    def new_job(self, text: str) -> Job:
        job = queries.create_job(self.db, Problem(text), None)
        queries.claim(self.db, job.id, "worker-1", 60)
        return job

    def write(self, job: Job, event: Event) -> int:
        """The number of the entry."""
        return journal.append(self.db, job.id, "worker-1", event).number


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def stage(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    settings = Settings(data=tmp_path_factory.mktemp("stage"))
    db = connect(settings)
    migrate(db)
    server = Server(settings)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        await server.listening.wait()
        yield Stage(f"http://127.0.0.1:{listener.getsockname()[1]}", db)
        server.should_exit = True
        await serving
    db.dispose()


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        if "CI" in os.environ:
            pytest.fail("Chromium is missing")
        pytest.skip("Chromium is missing")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS])
        yield browser
        await browser.close()


@dataclass
class Tab:
    """A page of a browser with nothing stored, and everything that its console complained about."""

    page: Page
    service: str
    complaints: list[str] = field(default_factory=list)

    async def prove(self, text: str) -> None:
        """Type `text` into the form and press Prove."""
        await self.page.goto(self.service)
        await self.page.get_by_label("Theorem").fill(text)
        await self.page.get_by_role("button", name="Prove", exact=True).click()
        await self.page.wait_for_url("**/jobs/*")

    async def outcome(self) -> str:
        """Wait for the outcome, and return its heading."""
        return await self.page.locator("#outcome h2").inner_text()

    async def hears_of(self, entry: int) -> None:
        """Wait until the page has heard of a later entry."""
        async with asyncio.timeout(LONGEST_MS / 1000):
            while int(await self.page.locator("#live").get_attribute("data-seen") or 0) <= entry:
                await self.page.wait_for_timeout(50)  # its policy forbids what wait_for_function would do

    async def steps(self) -> list[tuple[str, str]]:
        """The id and the mark of every step in the page, in order."""
        script = "all => all.map(step => [step.id, step.querySelector('.mark').textContent])"
        found = await self.page.locator(".step").evaluate_all(script)
        return [(id_, mark.split()[-1]) for id_, mark in found]

    async def screenshot(self, name: str) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        await self.page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True, animations="disabled")

    async def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        return int(await self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


OpenTab = Callable[..., Awaitable[Tab]]


@pytest_asyncio.fixture(loop_scope="session")
async def open_tab(chromium: Browser, service: str) -> AsyncIterator[OpenTab]:
    """Opens tabs; whatever a tab complains about and did not `forgive` fails the test."""
    tabs: list[Tab] = []

    async def open_one(**options: Any) -> Tab:
        viewport = {"width": 1100, "height": 850}
        context = await chromium.new_context(**{"viewport": viewport, **options})
        context.set_default_timeout(LONGEST_MS)
        tab = Tab(await context.new_page(), service)
        tab.page.on(
            "console", lambda m: tab.complaints.append(m.text) if m.type in ("error", "warning") else None
        )
        tab.page.on("pageerror", lambda error: tab.complaints.append(str(error)))
        tabs.append(tab)
        return tab

    yield open_one
    for tab in tabs:
        await tab.page.context.close()
    assert [complaint for tab in tabs for complaint in tab.complaints] == []
