"""How many may follow at once: one more than that is told when to come again, and then may."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from app.domain.events import Cancelled
from app.settings import Settings
from app.web.event_stream import Streams
from tests.web.conftest import Desk
from tests.web.journals import SWAP, swap
from tests.web.open_streams import until_open

LIMITS = {"streams": (503, "as this server can serve"), "streams_per_address": (429, "from your network")}


@pytest.fixture(params=LIMITS)
def limit(request: pytest.FixtureRequest) -> str:
    """The name of the setting that allows only two."""
    return str(request.param)


@pytest.fixture
def settings(tmp_path: Path, limit: str) -> Settings:
    return Settings(data=tmp_path).model_copy(update={limit: 2})


@pytest.mark.parametrize("path", ["/jobs/{}/stream", "/api/problems/{}/events"])
async def test_beyond_the_limit_one_is_told_when_to_come_again(desk: Desk, limit: str, path: str) -> None:
    job = desk.new_job(SWAP, swap()[:2])
    stream, (status, words) = path.format(job.id), LIMITS[limit]
    following = [asyncio.create_task(desk.client.get(stream)) for _ in range(2)]
    await until_open(desk, 2)

    refused = await desk.client.get(stream)
    desk.write(job.id, [Cancelled()])
    await asyncio.wait_for(asyncio.gather(*following), 5)
    await until_open(desk, 0)
    again = await desk.client.get(stream)

    assert (refused.status_code, refused.headers["retry-after"]) == (status, "5")
    assert words in refused.text
    assert again.status_code == 200


async def test_a_page_can_be_read_while_nobody_more_may_follow(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap()[:2])
    following = [asyncio.create_task(desk.client.get(f"/jobs/{job.id}/stream")) for _ in range(2)]
    await until_open(desk, 2)

    await desk.page(f"/jobs/{job.id}")

    desk.write(job.id, [Cancelled()])
    await asyncio.wait_for(asyncio.gather(*following), 5)


def test_addresses_are_counted_each_by_itself_and_forgotten() -> None:
    streams = Streams(10, 1)

    with streams.place("a"), streams.place("b"):
        assert len(streams) == 2

    assert len(streams) == 0
