"""The queue: small messages, in order, and no harm when it is out of reach."""

from __future__ import annotations

import json
import signal
import time
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from queue import Empty

import pytest
from kombu import Message

from app.settings import Settings
from app.store.queue import QUEUE, CeleryQueue, celery
from tests.servers import Redis


@pytest.fixture
def settings(tmp_path: Path, either_redis_url: str) -> Settings:
    """Those of a process that uses the test's broker."""
    return Settings(data=tmp_path, redis_url=either_redis_url)


def messages(settings: Settings) -> list[Message]:
    """Take every message off the broker."""
    taken: list[Message] = []
    with celery(settings).connection_for_read() as connection, connection.SimpleQueue(QUEUE) as queue:
        while True:
            try:
                taken.append(queue.get(block=False))
            except Empty:
                return taken
            taken[-1].ack()


def received(settings: Settings) -> list[str]:
    """Take every message off the broker and return the ids of their jobs."""
    return [json.loads(message.body)[0][0] for message in messages(settings)]


def test_messages_arrive_in_the_order_in_which_they_were_sent(settings: Settings):
    queue = CeleryQueue(settings)

    for n in range(12):
        queue.enqueue(f"job{n}")

    assert received(settings) == [f"job{n}" for n in range(12)]


def test_messages_reach_whoever_has_the_same_settings_and_each_of_them_once(settings: Settings):
    first, second = CeleryQueue(settings), CeleryQueue(settings)
    first.enqueue("a")
    second.enqueue("b")

    taken, left = received(settings), received(settings)

    assert (taken, left) == (["a", "b"], [])


def test_a_message_is_never_seen_half_written(settings: Settings):
    queue = CeleryQueue(settings)
    queue.enqueue("first")
    seen = received(settings)

    with ThreadPoolExecutor(2) as pool:
        sent = [pool.submit(queue.enqueue, f"job{n}") for n in range(60)]
        while not all(one.done() for one in sent):
            seen += received(settings)
    seen += received(settings)

    assert sorted(seen) == sorted(["first", *(f"job{n}" for n in range(60))])


def test_no_file_is_left_of_a_message_that_was_taken(tmp_path: Path):
    settings = Settings(data=tmp_path)
    CeleryQueue(settings).enqueue("some-id")

    assert received(settings) == ["some-id"]
    assert list((tmp_path / "queue" / "messages").iterdir()) == []


def test_a_message_holds_the_id_of_the_job_and_nothing_of_the_problem(settings: Settings):
    CeleryQueue(settings).enqueue("some-id")

    (message,) = messages(settings)

    assert message.content_type == "application/json"
    assert message.headers["argsrepr"] == "['some-id']"
    assert json.loads(message.body)[:2] == [["some-id"], {}]


@pytest.mark.parametrize("broken", ["folder", "redis"])
def test_a_broker_out_of_reach_is_logged_and_does_not_stop_the_request(
    broken: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    redis_url = "redis://:s3cret@127.0.0.1:1/0" if broken == "redis" else ""
    queue = CeleryQueue(Settings(data=tmp_path, redis_url=redis_url))
    if broken == "folder":
        (tmp_path / "queue" / "messages").rmdir()

    started = time.monotonic()
    queue.enqueue("some-id")

    assert time.monotonic() - started < 3
    assert "job some-id could not be announced" in caplog.text
    assert "s3cret" not in caplog.text


def test_a_redis_that_was_restarted_is_used_again(redis: Redis, redis_url: str, tmp_path: Path):
    settings = Settings(data=tmp_path, redis_url=redis_url)
    queue = CeleryQueue(settings)
    queue.enqueue("lost")
    redis.stop(signal.SIGKILL)
    redis.start()

    for n in range(3):
        queue.enqueue(f"job{n}")

    assert received(settings)[-2:] == ["job1", "job2"]


def test_a_redis_that_does_not_answer_holds_no_request_up(
    redis: Redis, redis_url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    queue = CeleryQueue(Settings(data=tmp_path, redis_url=redis_url))
    queue.enqueue("before")
    assert redis.process is not None
    redis.process.send_signal(signal.SIGSTOP)

    with ThreadPoolExecutor(1) as pool:
        sending = pool.submit(queue.enqueue, "meanwhile")
        ended, _ = wait([sending], 5)
        redis.process.send_signal(signal.SIGCONT)

    assert sending in ended
    assert "job meanwhile could not be announced" in caplog.text
