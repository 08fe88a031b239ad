"""Numbers for Prometheus, the health of the service, and lines of the log."""

from __future__ import annotations

import logging

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import Engine

from app.domain.events import Started
from app.domain.problem import Problem
from app.store import ledger, queries
from app.store.numbers import numbers
from tests.web.conftest import Desk
from tests.web.journals import SWAP, swap


async def read(desk: Desk) -> dict[tuple[str, ...], float]:
    """Every sample by its name and the values of its labels."""
    answer = await near(desk, "/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    families = text_string_to_metric_families(answer.text)
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


async def test_jobs_are_counted_by_how_they_stand(desk: Desk) -> None:
    proved = desk.new_job(SWAP, swap())
    desk.new_job(SWAP)
    desk.new_job(SWAP, [Started("w")])
    ledger.charge(desk.services.db, proved.id, 2.5)

    found = await read(desk)

    states = [found["lemmata_jobs", state] for state in ("queued", "running", "finished")]
    assert states == [1, 1, 1]
    assert found["lemmata_outcomes", "Proved"] == 1
    assert found["lemmata_workers_busy",] == 1
    assert found["lemmata_journal_entries",] == len(swap()) + 1
    assert found["lemmata_lean_seconds",] == 2.5
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

    assert caplog.messages == ["GET /jobs/{id} 200", "GET /jobs/{id} 404"]
    first, second = caplog.records
    assert (first.job, first.route, first.status) == (job.id, "/jobs/{id}", 200)  # type: ignore[attr-defined]
    assert second.job is None  # type: ignore[attr-defined]
    assert not [word for word in ("secret", "confidential", "some-guess") if word in str(first.__dict__)]


def test_nothing_is_counted_where_nothing_is(db: Engine) -> None:
    found = numbers(db)

    assert (found.entries, found.lean_s, found.workers, found.oldest_s) == (0, 0.0, 0, 0.0)
    queries.create_job(db, Problem(SWAP), None)
    assert numbers(db).states == {"queued": 1, "running": 0, "finished": 0}
