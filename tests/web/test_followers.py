"""Many who follow at once, over real connections: each hears everything once and in order, and soon."""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Iterator

import pytest

from app.settings import Settings
from tests.web.house import House, all_connected, opened, search
from tests.web.web_server import ALONE, free_port

CLASS = 200


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    settings = Settings(data=tmp_path_factory.mktemp("followed"), lean_workers=1, port=free_port())
    if request.param == "sqlite":
        yield settings
    else:
        with request.getfixturevalue("postgresql").database() as url:
            yield settings.model_copy(update={"database_url": url})


@pytest.fixture(scope="module")
def house(settings: Settings) -> Iterator[House]:
    with opened(settings, ALONE) as house:
        yield house


async def test_a_class_that_follows_one_job_hears_everything_once_and_soon(house: House) -> None:
    job = house.new_job()
    followers = [house.page(job) for _ in range(CLASS)]
    async with asyncio.timeout(60), asyncio.TaskGroup() as reading:
        for follower in followers:
            reading.create_task(follower.follow())
        await all_connected(followers)

        await house.write_slowly(job, search(60), 0.05)

    told = house.latencies(job, followers)
    median, p95 = statistics.median(told), told[int(len(told) * 0.95)]
    print(f"\njournal to {CLASS} readers: median {median * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms")  # noqa: T201
    assert {tuple(follower.numbers) for follower in followers} == {tuple(range(1, 63))}
    assert [follower.connections for follower in followers] == [1] * CLASS
    assert p95 <= 1.5


async def test_of_as_many_jobs_each_is_followed_by_one_who_hears_everything_once(house: House) -> None:
    jobs = [house.new_job() for _ in range(CLASS)]
    followers = [house.program(job) for job in jobs]
    events = search(4)
    async with asyncio.timeout(60), asyncio.TaskGroup() as reading:
        for follower in followers:
            reading.create_task(follower.follow())
        await all_connected(followers)

        for event in events:
            for job in jobs:
                await asyncio.to_thread(house.write, job, event)

    assert {tuple(follower.numbers) for follower in followers} == {tuple(range(1, len(events) + 3))}
