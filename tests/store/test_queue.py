"""The queue: small messages, in order, and no harm when it is out of reach."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.settings import Settings
from app.store.queue import QUEUE, CeleryQueue, celery


def received(settings: Settings) -> list[str]:
    """Take every message off the folder broker and return the ids of their jobs."""
    ids: list[str] = []
    with celery(settings).connection_for_read() as connection, connection.SimpleQueue(QUEUE) as queue:
        while queue.qsize():
            message = queue.get(block=False)
            ids.append(json.loads(message.body)[0][0])
            message.ack()
    return ids


def test_messages_arrive_in_the_order_in_which_they_were_sent(tmp_path: Path):
    settings = Settings(data=tmp_path)
    queue = CeleryQueue(settings)

    for n in range(12):
        queue.enqueue(f"job{n}")

    assert received(settings) == [f"job{n}" for n in range(12)]


def test_a_message_is_never_seen_half_written(tmp_path: Path):
    settings = Settings(data=tmp_path)
    queue = CeleryQueue(settings)
    queue.enqueue("first")
    seen = received(settings)

    with ThreadPoolExecutor(2) as pool:
        sent = [pool.submit(queue.enqueue, f"job{n}") for n in range(60)]
        while not all(one.done() for one in sent):
            seen += received(settings)
    seen += received(settings)

    assert sorted(seen) == sorted(["first", *(f"job{n}" for n in range(60))])
    assert list((tmp_path / "queue" / "messages").iterdir()) == []


def test_a_message_holds_the_id_of_the_job_and_nothing_of_the_problem(tmp_path: Path):
    CeleryQueue(Settings(data=tmp_path)).enqueue("some-id")

    (file,) = (tmp_path / "queue" / "messages").iterdir()

    message = json.loads(file.read_text())
    assert message["content-type"] == "application/json"
    assert message["headers"]["argsrepr"] == "['some-id']"


@pytest.mark.parametrize("broken", ["folder", "redis"])
def test_a_broker_out_of_reach_is_logged_and_does_not_stop_the_request(
    broken: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    redis_url = "redis://127.0.0.1:1/0" if broken == "redis" else ""
    queue = CeleryQueue(Settings(data=tmp_path, redis_url=redis_url))
    if broken == "folder":
        (tmp_path / "queue" / "messages").rmdir()

    started = time.monotonic()
    queue.enqueue("some-id")

    assert time.monotonic() - started < 3
    assert "job some-id could not be announced" in caplog.text
