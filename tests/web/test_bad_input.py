"""Whatever is sent, the answer says what was wrong, and nothing that was typed is lost."""

from __future__ import annotations

import socket
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import positive_data_acceptance

from app.bootstrap import Services
from app.domain.problem import Problem
from app.settings import Settings
from app.store import journal, queries
from app.store.database import connect, migrate
from app.web.app import create_app
from tests.web.conftest import WORKER, Desk, NotedQueue
from tests.web.journals import SWAP
from tests.web.library import KnownLibrary
from tests.web.trees import sketched_and_left


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "application/x-www-form-urlencoded"),
        (b"%zz=%&&&=", "application/x-www-form-urlencoded"),
        (b'{"text": "theorem t : True"}', "application/json"),
        (b"--b\r\nnothing of use", "multipart/form-data; boundary=b"),
        (b"nothing of use", "multipart/form-data"),
        (
            b'--b\r\nContent-Disposition: form-data; name="text"; filename="a"\r\n\r\nx\r\n--b--\r\n',
            "multipart/form-data; boundary=b",
        ),
    ],
)
async def test_a_form_that_is_none_is_refused_in_words(desk: Desk, content: bytes, kind: str) -> None:
    response = await desk.client.post("/problems", content=content, headers={"content-type": kind})

    assert response.status_code in (400, 422)
    assert "<h1>" in response.text
    assert not desk.queue.jobs


async def test_a_million_characters_are_counted_and_given_back(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    transport = httpx.ASGITransport(create_app(settings))
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
        response = await client.post("/problems", data={"text": "x" * 1_000_000})

    assert response.status_code == 422
    assert "This text has 1,000,000 characters; at most 100,000 are read." in response.text
    assert "x" * 1_000_000 in response.text


async def test_a_locked_database_costs_a_person_nothing_that_was_typed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.database.BUSY_MS", 100)
    desk.services.db.dispose()
    lock = sqlite3.connect(desk.services.settings.data / "lemmata.db", isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")

    page = await desk.client.post("/problems", data={"text": SWAP, "seconds": "60"})
    as_json = await desk.client.post("/api/problems", json={"text": SWAP})
    lock.execute("ROLLBACK")
    again = await desk.client.post("/problems", data={"text": SWAP})
    lock.close()

    assert [answer.status_code for answer in (page, as_json, again)] == [503, 503, 303]
    assert "The database is busy with something else. Nothing was stored" in page.text
    assert f"{SWAP}</textarea>" in page.text
    assert as_json.json()["error"]["message"].startswith("The database is busy")
    assert (page.headers["retry-after"], as_json.headers["retry-after"]) == ("5", "5")
    assert len(desk.queue.jobs) == 1


@dataclass(frozen=True)
class Described:
    """A running server: its OpenAPI document, its address, and the id of a problem that it knows.

    That problem has a subgoal 2 that is still open.
    """

    document: dict[str, Any]
    address: str
    known: str


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Described]:
    """A server with no limits to speak of, and one problem that was left open."""
    limits = {"queue_limit": 10**6, "address_jobs": 10**6, "address_rate": 10**6}
    configured = Settings(data=tmp_path_factory.mktemp("described"), text_limit=2000, **limits)
    db = connect(configured)
    migrate(db)
    job = queries.create_job(db, Problem(SWAP), None)
    queries.claim(db, job.id, WORKER, 60)
    for event in sketched_and_left():
        journal.append(db, job.id, WORKER, event)
    app = create_app(configured, Services(configured, db, NotedQueue(db), KnownLibrary()))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield Described(app.openapi(), f"http://127.0.0.1:{listener.getsockname()[1]}", job.id)
        server.should_exit = True
        thread.join()
    db.dispose()


@pytest.fixture(scope="module")
def description(described: Described) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_dict(described.document)


OPERATIONS = [
    "POST /api/problems",
    "GET /api/problems/{id}",
    "DELETE /api/problems/{id}",
    "POST /api/problems/{id}/cancel",
    "GET /api/problems/{id}/events",
    "GET /api/problems/{id}/nodes",
    "POST /api/problems/{id}/nodes/{node}",
    "GET /api/reference",
]


def test_every_operation_is_tried(description: schemathesis.BaseSchema) -> None:
    found = [operation.ok() for operation in description.get_all_operations()]

    assert sorted(operation.label for operation in found) == sorted(OPERATIONS)


@pytest.mark.parametrize("name", OPERATIONS)
def test_nothing_that_a_program_can_send_is_answered_with_an_error_of_ours(
    name: str, description: schemathesis.BaseSchema, described: Described
) -> None:
    method, path = name.split()
    operation = description[path][method]

    @settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(), known=st.booleans())
    def tried(case: schemathesis.Case, known: bool) -> None:
        if known and case.path_parameters and method != "DELETE":
            case.path_parameters["id"] = described.known
            if "node" in case.path_parameters:
                case.path_parameters["node"] = "2"
        # A schema does not say what a theorem is, so what fits it may be refused all the same.
        case.validate_response(
            case.call(base_url=described.address), excluded_checks=[positive_data_acceptance]
        )

    tried()
