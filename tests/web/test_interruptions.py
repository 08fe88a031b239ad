"""Connections that break, servers that end, readers that do not read: nobody misses or repeats anything."""

from __future__ import annotations

import asyncio
import random
import socket
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import psutil
import pytest

from app.domain.events import Cancelled
from app.lean.environments import CoreLean
from app.settings import Settings
from app.store import queries
from tests.web.follower import LONGEST_EVENT, Follower
from tests.web.house import House, all_connected, opened, search
from tests.web.journals import LEFT, step
from tests.web.web_server import ALONE, WITH_WORKERS, WebServer, free_port

WITH_FEW_FILES = ("sh", "-c", 'ulimit -S -n 64; exec "$@"', "sh", *ALONE)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(data=tmp_path_factory.mktemp("interrupted"), lean_workers=1, port=free_port())


@pytest.fixture(scope="module")
def house(settings: Settings) -> Iterator[House]:
    with opened(settings, WITH_FEW_FILES) as house:
        yield house


async def test_who_hangs_up_and_comes_back_hears_everything_once(house: House) -> None:
    job, chance = house.new_job(), random.Random(5)  # noqa: S311
    ways = (house.page, house.program)
    followers = [ways[n % 2](job, resumes_by_header=n % 4 < 2) for n in range(40)]

    async def come_and_go(follower: Follower) -> None:
        while not follower.ended:
            await follower.read(most=chance.randrange(1, 12))
            await asyncio.sleep(chance.uniform(0, 0.2))

    async with asyncio.timeout(60), asyncio.TaskGroup() as reading:
        for follower in followers:
            reading.create_task(come_and_go(follower))
        await house.write_slowly(job, search(60), 0.02)

    assert {tuple(follower.numbers) for follower in followers} == {tuple(range(1, 63))}
    assert min(follower.connections for follower in followers) > 2


@pytest.fixture
async def silent(house: House) -> AsyncIterator[list[tuple[Follower, socket.socket]]]:
    """Readers of one job that have asked and read nothing of the answer."""
    job, asked = house.new_job(), []
    for _ in range(10):
        follower, connection = house.page(job), socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", follower.port))
        connection.sendall(follower.request())
        asked.append((follower, connection))
    yield asked
    for _, connection in asked:
        connection.close()


async def test_who_never_reads_costs_neither_memory_nor_the_time_of_others(
    house: House, silent: list[tuple[Follower, socket.socket]]
) -> None:
    job = queries.job(house.db, silent[0][0].path.split("/")[2])
    quick = [house.page(job) for _ in range(3)]
    async with asyncio.timeout(60), asyncio.TaskGroup() as reading:
        for follower in quick:
            reading.create_task(follower.follow())
        await all_connected(quick)
        before_mib = house.server.memory_mib()

        for first in range(1, 201, 10):
            large = [step(n, "simp", LEFT, why="word " * 12_000) for n in range(first, first + 10)]
            await asyncio.to_thread(house.write, job, *large)
        await asyncio.to_thread(house.write, job, Cancelled())

    grown_mib = house.server.memory_mib() - before_mib
    assert {tuple(follower.numbers) for follower in quick} == {tuple(range(1, 204))}
    assert grown_mib < 60, "ten times twelve megabytes were not read"
    async with asyncio.timeout(30):
        await asyncio.gather(*(read_at_last(follower, connection) for follower, connection in silent))
    assert {tuple(follower.numbers) for follower, _ in silent} == {tuple(range(1, 204))}


async def read_at_last(follower: Follower, connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2**20)
    reader, writer = await asyncio.open_connection(sock=connection, limit=LONGEST_EVENT)
    await follower.read_on(reader)
    writer.close()


async def test_a_server_ends_at_once_also_where_somebody_never_reads(
    tmp_path: Path, settings: Settings
) -> None:
    with opened(settings.model_copy(update={"data": tmp_path, "port": free_port()}), ALONE) as house:
        job = house.new_job()
        with socket.socket() as silent:
            silent.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            silent.connect(("127.0.0.1", house.server.settings.port))
            silent.sendall(house.page(job).request())
            house.write(job, *(step(n, "simp", LEFT, why="word " * 12_000) for n in range(1, 101)))
            await asyncio.sleep(1)

            begun = time.monotonic()
            await asyncio.to_thread(house.server.terminate)

        assert time.monotonic() - begun < 4
        assert "Traceback" not in house.server.log.read_text()


def test_a_server_may_open_as_many_files_as_it_may_have_streams(house: House) -> None:
    assert house.server.process is not None

    soft, _ = psutil.Process(house.server.process.pid).rlimit(psutil.RLIMIT_NOFILE)

    assert soft > house.server.settings.streams


@pytest.fixture(scope="module")
def service(settings: Settings, core: CoreLean) -> Iterator[House]:
    """`lemmata serve`, with its workers."""
    (settings.data / "lean").symlink_to(core.lean_path.parent)
    with opened(settings.model_copy(update={"port": free_port()}), WITH_WORKERS) as house:
        yield house


@pytest.mark.parametrize("end", [WebServer.kill, WebServer.terminate], ids=["killed", "stopped"])
async def test_when_the_service_starts_again_all_go_on_where_they_were(
    service: House, end: Callable[[WebServer], None]
) -> None:
    job = service.new_job()
    followers = [(service.page, service.program)[n % 2](job) for n in range(20)]
    async with asyncio.timeout(90), asyncio.TaskGroup() as reading:
        for follower in followers:
            reading.create_task(follower.follow())
        await all_connected(followers)
        events = search(60)

        await service.write_slowly(job, events[:20], 0.02)
        await asyncio.to_thread(end, service.server)
        service.write(job, *events[20:30])
        await asyncio.to_thread(service.server.start)
        await service.write_slowly(job, events[30:], 0.02)

    assert {tuple(follower.numbers) for follower in followers} == {tuple(range(1, 63))}
    assert min(follower.connections for follower in followers) > 1
