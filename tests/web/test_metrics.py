"""Numbers for Prometheus, the health of the service, and lines of the log."""

from __future__ import annotations

import asyncio
import logging
import time
from pathlib import Path

import httpx
import psycopg
import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import Engine

from app.bootstrap import Services
from app.domain.events import Started
from app.domain.problem import Problem
from app.settings import Settings
from app.store import journal, ledger, queries
from app.store.numbers import numbers
from app.web.app import create_app
from app.web.metrics import KEPT_S
from tests.web.conftest import Desk, NotedQueue
from tests.web.follower import Follower
from tests.web.journals import SWAP, swap
from tests.web.library import KnownLibrary
from tests.web.web_server import WebServer, free_port


async def read(desk: Desk) -> dict[tuple[str, ...], float]:
    """Every sample by its name and the values of its labels."""
    answer = await near(desk, "/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    return samples(answer.text)


def samples(text: str) -> dict[tuple[str, ...], float]:
    families = text_string_to_metric_families(text)
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in families
        for sample in family.samples
    }


async def near(desk: Desk, path: str, host: str = "10.1.2.3", **headers: str) -> httpx.Response:
    app = desk.client._transport.app  # type: ignore[attr-defined]
    transport = httpx.ASGITransport(app, client=(host, 9), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
        return await client.get(path, headers=headers)


async def test_requests_are_counted_by_route_and_never_by_address(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap())
    for path in (
        f"/jobs/{job.id}",
        f"/jobs/{job.id}",
        "/jobs/unknown",
        "/no/such/page",
        "/static/src/app.css",
    ):
        await desk.client.get(path)
    await desk.client.post("/problems", data={"text": ""})

    found = await read(desk)

    assert found["lemmata_requests_total", "GET", "/jobs/{id}", "200"] == 2
    assert found["lemmata_requests_total", "GET", "/jobs/{id}", "404"] == 1
    assert found["lemmata_requests_total", "GET", "unknown", "404"] == 1
    assert found["lemmata_requests_total", "GET", "/static", "200"] == 1
    assert found["lemmata_requests_total", "POST", "/problems", "422"] == 1
    assert found["lemmata_request_duration_seconds_count", "/jobs/{id}"] == 3
    assert not [labels for labels in found if job.id in labels]


async def test_a_request_for_headers_is_counted_by_its_route_too(desk: Desk) -> None:
    await desk.client.head("/jobs/unknown")
    await desk.client.get("/openapi.json")

    found = await read(desk)

    assert found["lemmata_requests_total", "HEAD", "/jobs/{id}", "404"] == 1
    assert found["lemmata_requests_total", "GET", "/openapi.json", "200"] == 1


async def test_streams_are_counted_while_they_are_open_and_so_are_their_events(
    settings: Settings, db: Engine
) -> None:
    served = settings.model_copy(update={"port": free_port()})
    server = WebServer(served)
    server.start()
    job = queries.create_job(db, Problem(SWAP), None)
    for event in (queries.claim(db, job.id, "w", 60), *swap()[:2])[1:]:
        journal.append(db, job.id, "w", event)
    follower = Follower(served.port, f"/jobs/{job.id}/stream")

    try:
        async with httpx.AsyncClient(base_url=server.address) as client, follower.connected() as stream:
            reading = asyncio.create_task(follower.read_on(stream, until=2))
            await asyncio.wait_for(reading, 10)
            during = samples((await client.get("/metrics")).text)
        async with httpx.AsyncClient(base_url=server.address) as client, asyncio.timeout(10):
            while samples((await client.get("/metrics")).text)["lemmata_streams_open",]:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
    finally:
        server.kill()

    assert during["lemmata_streams_open",] == 1
    assert during["lemmata_stream_events_total",] == 2


@pytest.mark.parametrize(
    ("limit", "reason"), [("queue_limit", "queue"), ("owner_rate", "rate"), ("streams", "streams")]
)
async def test_what_was_too_much_is_counted_by_its_reason(
    settings: Settings, db: Engine, limit: str, reason: str
) -> None:
    tight = settings.model_copy(update={limit: 0 if limit == "streams" else 1})
    app = create_app(tight, Services(tight, db, NotedQueue(db), KnownLibrary()))
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
        first = await client.post("/problems", data={"text": SWAP})
        await client.post("/problems", data={"text": SWAP})
        if limit == "streams":
            await client.get(f"{first.headers['location']}/stream")
        found = samples((await client.get("/metrics")).text)

    refused = {labels[1]: n for labels, n in found.items() if labels[0] == "lemmata_refusals_total"}
    assert refused == {reason: 1}


async def test_numbers_of_the_web_server_are_there_without_a_database(desk: Desk) -> None:
    await desk.client.get("/")
    before = await read(desk)
    desk.services.db.dispose()
    (desk.services.settings.data / "lemmata.db").rename(desk.services.settings.data / "away")
    (desk.services.settings.data / "lemmata.db").mkdir()
    await asyncio.sleep(KEPT_S)

    after = await read(desk)

    (desk.services.settings.data / "lemmata.db").rmdir()
    assert (before["lemmata_database_up",], after["lemmata_database_up",]) == (1, 0)
    assert after["lemmata_requests_total", "GET", "/", "200"] == 1
    assert not [labels for labels in after if labels[0] == "lemmata_jobs"]


async def test_a_database_that_hangs_holds_up_neither_health_nor_numbers(
    own_postgresql_url: str, tmp_path: Path
) -> None:
    settings = Settings(data=tmp_path, database_url=own_postgresql_url)
    app = create_app(settings)
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver")
    with psycopg.connect(own_postgresql_url) as locking:
        locking.execute("LOCK TABLE jobs IN ACCESS EXCLUSIVE MODE")
        asked = time.monotonic()
        answers = await asyncio.gather(client.get("/healthz"), client.get("/metrics"))
        waited_s = time.monotonic() - asked
        locking.rollback()
    await asyncio.sleep(0.2)
    again = await client.get("/healthz")
    await client.aclose()
    app.state.site.services.db.dispose()

    assert [answer.status_code for answer in (*answers, again)] == [503, 200, 200]
    assert samples(answers[1].text)["lemmata_database_up",] == 0
    assert waited_s < 4


async def test_jobs_are_counted_by_how_they_stand(desk: Desk) -> None:
    proved = desk.new_job(SWAP, swap())
    desk.new_job(SWAP)
    desk.new_job(SWAP, [Started("w")])
    ledger.charge(desk.services.db, proved.id, 2.5, 1200)

    found = await read(desk)

    states = [found["lemmata_jobs", state] for state in ("queued", "running", "finished")]
    assert states == [1, 1, 1]
    assert found["lemmata_outcomes", "Proved"] == 1
    assert found["lemmata_workers_busy",] == 1
    assert found["lemmata_journal_entries",] == len(swap()) + 1
    assert found["lemmata_lean_seconds",] == 2.5
    assert found["lemmata_model_tokens",] == 1200
    assert 0 <= found["lemmata_queue_oldest_seconds",] < 60
    assert found["lemmata_streams_open",] == 0


@pytest.mark.parametrize("host", ["198.41.0.4", "2001:4860::1", "nobody"])
async def test_the_numbers_are_not_for_strangers(desk: Desk, host: str) -> None:
    assert (await near(desk, "/metrics", host)).status_code == 404
    assert (await near(desk, "/metrics", "127.0.0.1", **{"x-forwarded-for": host})).status_code == 404
    assert (await near(desk, "/metrics", "127.0.0.1")).status_code == 200


async def test_health_tells_of_a_database_that_does_not_answer(desk: Desk) -> None:
    well = await desk.client.get("/healthz")
    desk.services.db.dispose()
    (desk.services.settings.data / "lemmata.db").rename(desk.services.settings.data / "away")
    (desk.services.settings.data / "lemmata.db").mkdir()

    ill = await desk.client.get("/healthz")

    assert (well.status_code, well.text) == (200, "ok")
    assert (ill.status_code, ill.text) == (503, "The database does not answer.")
    (desk.services.settings.data / "lemmata.db").rmdir()


async def test_a_request_is_a_line_with_its_route_and_its_job(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "app.web.metrics")
    job = desk.new_job("theorem secret : True")

    await desk.client.get(f"/jobs/{job.id}?after=confidential")
    await desk.client.get("/healthz")
    await desk.client.get("/jobs/some-guess")
    await desk.client.post("/jobs/some-guess")
    await desk.client.get("/jobs/some-guess/cancel")

    assert caplog.messages == [
        "GET /jobs/{id} 200",
        "GET /jobs/{id} 404",
        "POST /jobs/{id} 405",
        "GET /jobs/{id}/cancel 405",
    ]
    first, *others = caplog.records
    assert (first.job, first.route, first.status) == (job.id, "/jobs/{id}", 200)  # type: ignore[attr-defined]
    assert {record.job for record in others} == {None}  # type: ignore[attr-defined]
    told = str([record.__dict__ for record in caplog.records])
    assert not [word for word in ("secret", "confidential", "some-guess") if word in told]


def test_nothing_is_counted_where_nothing_is(db: Engine) -> None:
    found = numbers(db)

    assert (found.entries, found.lean_s, found.tokens, found.workers, found.oldest_s) == (0, 0.0, 0, 0, 0.0)
    queries.create_job(db, Problem(SWAP), None)
    assert numbers(db).states == {"queued": 1, "running": 0, "finished": 0}
