"""A live page through all that happens to a connection: no step twice, none missing, and words for it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.domain.events import Cancelled, Started
from app.domain.job import Job
from app.domain.problem import Problem
from app.settings import Settings
from app.store import holdings, queries
from app.store.database import connect, migrate
from tests.browser.conftest import OpenTab, Stage, Tab
from tests.web.journals import LEFT, ROOT, SWAP, locked, step
from tests.web.web_server import WebServer, free_port

pytestmark = pytest.mark.asyncio(loop_scope="session")
LOST = "No connection to Lemmata; trying again."
WAITS = "Live updates wait, because many are following at once; trying again."
GONE = "This statement was deleted, or its link was taken back."


@dataclass(frozen=True)
class House:
    """A web server that can be killed and started again, and its pages."""

    server: WebServer
    stage: Stage


@contextmanager
def opened(settings: Settings) -> Iterator[House]:
    db = connect(settings)
    migrate(db)
    server = WebServer(settings)
    server.start()
    yield House(server, Stage(server.address, db))
    server.kill()
    db.dispose()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with opened(Settings(data=tmp_path_factory.mktemp("house"), port=free_port())) as house:
        yield house


@dataclass
class Proof:
    """A job in whose journal one step follows another, and a tab that shows it."""

    tab: Tab
    stage: Stage
    job: Job
    steps: int = 0
    ids: list[str] = field(default_factory=list)

    def go_on(self, steps: int) -> None:
        for number in range(self.steps + 1, self.steps + steps + 1):
            before = LEFT if number > 1 else ROOT
            self.stage.write(self.job, step(number, "simp", before, (LEFT,), parent=number - 1))
            self.ids.append(f"step-s{number}")
        self.steps += steps

    async def shows_all(self) -> None:
        """Wait for the newest step; then each step must be there, once and in order."""
        await self.tab.page.locator(f"#{self.ids[-1]}").wait_for(state="attached")
        assert [step for step, _ in await self.tab.steps()] == self.ids

    async def says(self, words: str) -> None:
        """Wait until the page says `words` about its connection; nothing, if they are empty."""
        said = self.tab.page.locator("#connection")
        said = said.get_by_text(words) if words else self.tab.page.locator("#connection:empty")
        await said.wait_for(state="attached")


def new_job(stage: Stage) -> Job:
    """One of somebody else, that a worker has just begun."""
    job = queries.create_job(stage.db, Problem(SWAP), "somebody")
    queries.claim(stage.db, job.id, "worker-1", 600)
    stage.write(job, Started("worker-1"))
    stage.write(job, locked())
    return job


async def begin(open_tab: OpenTab, stage: Stage) -> Proof:
    """A tab that has seen three steps come."""
    job, tab = new_job(stage), await open_tab()
    proof = Proof(tab, stage, job)
    await tab.page.goto(f"{stage.address}/jobs/{job.id}")
    proof.go_on(3)
    await proof.shows_all()
    return proof


async def test_pages_that_are_loaded_again_in_the_middle_have_each_step_once(
    open_tab: OpenTab, house: House
) -> None:
    proof = await begin(open_tab, house.stage)

    for _ in range(3):
        proof.go_on(2)
        await proof.tab.page.reload()
        proof.go_on(2)

    await proof.shows_all()


async def test_a_service_that_was_killed_and_started_again_repeats_and_loses_no_step(
    open_tab: OpenTab, house: House
) -> None:
    proof = await begin(open_tab, house.stage)

    await asyncio.to_thread(house.server.kill)
    proof.go_on(4)
    await proof.says(LOST)
    await asyncio.to_thread(house.server.start)
    await proof.shows_all()
    await proof.says("")
    proof.go_on(3)
    await proof.shows_all()

    house.stage.write(proof.job, Cancelled())
    assert await proof.tab.outcome() == "Cancelled"
    proof.tab.complaints.clear()  # the browser reports the lost connection, as it should


async def test_a_browser_that_was_offline_meanwhile_catches_up(open_tab: OpenTab, house: House) -> None:
    proof = await begin(open_tab, house.stage)

    await proof.tab.page.context.set_offline(True)  # which leaves an open connection alone
    await asyncio.to_thread(house.server.kill)
    await asyncio.to_thread(house.server.start)
    proof.go_on(4)
    await proof.says(LOST)
    assert len(await proof.tab.steps()) == 3
    await proof.tab.page.context.set_offline(False)

    await proof.shows_all()
    await proof.says("")
    proof.tab.complaints.clear()  # the browser reports the lost connection, as it should


async def test_where_nobody_more_may_follow_a_page_says_so_and_follows_when_it_may(
    open_tab: OpenTab, tmp_path: Path
) -> None:
    with opened(Settings(data=tmp_path, port=free_port(), streams=1)) as house:
        first = await begin(open_tab, house.stage)
        second = Proof(await open_tab(), first.stage, first.job, first.steps, first.ids)
        await second.tab.page.goto(first.tab.page.url)
        await second.says(WAITS)
        await second.tab.screenshot("live-updates-wait")

        first.go_on(2)
        await first.shows_all()
        await first.tab.page.close()

        await second.shows_all()
        await second.says("")
        await second.tab.page.close()
        second.tab.complaints.clear()  # the browser reports the refusal, as it should


async def test_a_page_whose_statement_was_deleted_says_so_and_asks_for_nothing_more(
    open_tab: OpenTab, house: House
) -> None:
    proof = await begin(open_tab, house.stage)
    asked: list[str] = []
    proof.tab.page.on("request", lambda request: asked.append(request.url))

    holdings.delete_job(house.stage.db, proof.job.id)
    await proof.says(GONE)
    await asyncio.sleep(2.5)

    assert asked == []
    assert len(await proof.tab.steps()) == 3
    await proof.tab.screenshot("gone")


async def test_a_page_whose_link_was_taken_back_while_it_was_away_says_so(
    open_tab: OpenTab, house: House
) -> None:
    proof = await begin(open_tab, house.stage)

    await asyncio.to_thread(house.server.kill)
    holdings.take_back(house.stage.db, proof.job.id)
    await asyncio.to_thread(house.server.start)
    await proof.says(GONE)

    assert await proof.tab.page.locator("#live").count() == 0
    await asyncio.sleep(1)
    proof.tab.complaints.clear()  # the browser reports the lost connection and the refusal, as it should
