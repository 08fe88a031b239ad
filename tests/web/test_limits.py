"""How much one may ask for at once, and what a person is told who asks for more."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from pathlib import Path

import httpx
import pytest

from app.domain.errors import LimitReached
from app.settings import Settings
from app.store import ledger, queries
from app.web.limits import Limits, in_words
from tests.web.conftest import Desk
from tests.web.journals import SWAP


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        data=tmp_path,
        owner_jobs=2,
        address_jobs=30,
        queue_limit=40,
        owner_rate=5,
        owner_lean_s=100,
        owner_tokens=20_000,
        address_tokens=30_000,
    )


async def another_browser(desk: Desk, text: str = SWAP) -> httpx.Response:
    async with httpx.AsyncClient(transport=desk.client._transport, base_url="http://testserver") as client:
        return await client.post("/problems", data={"text": text})


async def set_and_cancel(desk: Desk) -> httpx.Response:
    answer = await desk.client.post("/problems", data={"text": SWAP})
    if answer.status_code == 303:
        await desk.client.post(f"{answer.headers['location']}/cancel")
    return answer


async def test_who_has_many_unfinished_is_told_and_keeps_the_text(desk: Desk) -> None:
    for _ in range(2):
        await desk.client.post("/problems", data={"text": SWAP})

    refused = await desk.client.post("/problems", data={"text": "theorem of_mine : 1 < 2", "seconds": "60"})

    assert (refused.status_code, refused.headers["retry-after"]) == (429, str(queries.ROOM_S))
    assert "You have 2 statements waiting or being worked on." in refused.text
    assert "Try again in 10 seconds. Your text is kept below." in refused.text
    assert "theorem of_mine : 1 &lt; 2</textarea>" in refused.text
    assert '<option value="60" selected>' in refused.text
    assert (await another_browser(desk)).status_code == 303


async def test_who_sets_many_in_a_minute_is_told_for_how_long_to_wait(desk: Desk) -> None:
    answers = [await set_and_cancel(desk) for _ in range(6)]

    wait_s = int(answers[-1].headers["retry-after"])
    assert [answer.status_code for answer in answers] == [303] * 5 + [429]
    assert "5 statements came from this browser within a minute" in answers[-1].text
    assert 50 < wait_s <= 61
    assert f"Try again in {in_words(wait_s)}." in answers[-1].text
    assert (await another_browser(desk)).status_code == 303


async def test_who_has_used_the_lean_seconds_of_the_hour_waits_for_the_next(desk: Desk) -> None:
    first = await desk.client.post("/problems", data={"text": SWAP})
    ledger.charge(desk.services.db, first.headers["location"].removeprefix("/jobs/"), 100.0)

    refused = await desk.client.post("/problems", data={"text": SWAP})

    assert refused.status_code == 429
    assert "Lean has worked 100 seconds for this browser" in refused.text
    assert abs(int(refused.headers["retry-after"]) - ledger.next_hour_in_s()) <= 2
    assert (await another_browser(desk)).status_code == 303


async def test_who_has_used_the_tokens_of_the_hour_waits_for_the_next(desk: Desk) -> None:
    first = await desk.client.post("/problems", data={"text": SWAP})
    ledger.charge(desk.services.db, first.headers["location"].removeprefix("/jobs/"), 0.0, 20_000)

    refused = await desk.client.post("/problems", data={"text": SWAP})

    assert refused.status_code == 429
    assert "Models have read and written 20,000 tokens for this browser, all that it may have" in refused.text
    assert abs(int(refused.headers["retry-after"]) - ledger.next_hour_in_s()) <= 2
    other = await another_browser(desk)
    assert other.status_code == 303
    ledger.charge(desk.services.db, other.headers["location"].removeprefix("/jobs/"), 0.0, 10_000)
    everybody = await another_browser(desk)
    assert everybody.status_code == 429
    assert "30,000 tokens for this network" in everybody.text


async def test_a_program_is_told_in_json(desk: Desk) -> None:
    for _ in range(30):
        assert (await desk.client.post("/api/problems", json={"text": SWAP})).status_code == 202

    refused = await desk.client.post("/api/problems", json={"text": SWAP})

    assert refused.status_code == 429
    assert refused.headers["retry-after"].isdigit()
    error = refused.json()["error"]
    assert error["code"] == "too_many_requests"
    assert "30 statements from your network are waiting" in error["message"]


async def test_of_a_thousand_at_once_each_is_kept_or_refused_in_words(desk: Desk) -> None:
    async def one(number: int) -> httpx.Response:
        return await desk.client.post("/api/problems", json={"text": f"theorem t{number} : True"})

    answers = await asyncio.gather(*map(one, range(1000)))

    statuses = Counter(answer.status_code for answer in answers)
    kept = {answer.json()["id"] for answer in answers if answer.status_code == 202}
    assert set(statuses) == {202, 429}
    assert statuses[202] == 30
    assert kept == {job.id for job in desk.queue.jobs}
    assert queries.waiting_jobs(desk.services.db) == 30
    assert all(answer.headers["retry-after"] for answer in answers if answer.status_code == 429)


async def test_the_home_page_tells_how_many_are_waiting(desk: Desk) -> None:
    assert "waiting for a worker" not in await desk.page("/")

    for _ in range(3):
        desk.new_job(SWAP)

    assert "3 statements are waiting for a worker at the moment." in await desk.page("/")


async def test_two_networks_do_not_share_their_limits(desk: Desk) -> None:
    def network(host: str) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(desk.client._transport.app, client=(host, 1))  # type: ignore[attr-defined]
        return httpx.AsyncClient(transport=transport, base_url="http://testserver")

    async def statuses(host: str, count: int) -> set[int]:
        async with network(host) as client:
            sent = [await client.post("/api/problems", json={"text": SWAP}) for _ in range(count)]
        return {answer.status_code for answer in sent}

    assert await statuses("2001:db8:1:1::1", 30) == {202}
    assert await statuses("2001:db8:1:1::2", 1) == {429}
    assert await statuses("2001:db8:1:2::1", 1) == {202}
    assert await statuses("192.0.2.1", 1) == {202}


async def test_two_web_servers_count_together(desk: Desk, redis_url: str) -> None:
    settings = Settings(address_rate=1, redis_url=redis_url)
    first, second = (Limits(settings, desk.services.db) for _ in range(2))

    first.admit(None, "address:x")
    with pytest.raises(LimitReached, match="from this network within a minute") as refused:
        second.admit(None, "address:x")

    assert 50 < refused.value.retry_after_s <= 61
    second.admit(None, "address:y")


async def test_while_redis_is_away_a_web_server_counts_by_itself(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    limits = Limits(Settings(address_rate=1, redis_url="redis://127.0.0.1:1/0"), desk.services.db)

    started = time.monotonic()
    limits.admit(None, "address:x")
    with pytest.raises(LimitReached):
        limits.admit(None, "address:x")

    assert time.monotonic() - started < 3
    assert "Redis does not count submissions" in caplog.text


@pytest.mark.parametrize(("seconds", "words"), [(1, "1 second"), (89, "89 seconds"), (1801, "31 minutes")])
def test_a_wait_is_told_in_words(seconds: int, words: str) -> None:
    assert in_words(seconds) == words
