"""Jobs and their leases."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine

from app.domain.errors import JobNotFound, LeaseLost, LimitReached
from app.domain.events import Cancelled, Open, Started
from app.domain.job import Bounds, InQueue, JobState
from app.domain.problem import Problem
from app.settings import Settings
from app.store import journal, queries
from app.store.database import connect

PROBLEM = Problem("theorem t (p : Prop) (h : p) : p", "core", 12.5)


def test_a_job_keeps_its_problem_and_begins_queued(db: Engine):
    made = queries.create_job(db, PROBLEM, "someone")

    kept = queries.job(db, made.id)

    assert kept == made
    assert (kept.problem, kept.owner, kept.state) == (PROBLEM, "someone", JobState.QUEUED)
    assert kept.created_at.utcoffset() is not None


@pytest.mark.parametrize("in_words", [True, False])
@pytest.mark.parametrize("text", ["Is 7 prime?", "2 + 2 = 4"])
def test_how_a_text_is_to_be_read_is_kept_with_it(db: Engine, text: str, in_words: bool):
    made = queries.create_job(db, Problem(text, in_words=in_words), "someone")

    assert queries.job(db, made.id).problem.in_words is in_words


def test_ids_and_share_tokens_cannot_be_guessed_from_each_other(db: Engine):
    made = [queries.create_job(db, PROBLEM, None) for _ in range(20)]

    tokens = {token for job in made for token in (job.id, job.share)}

    assert len(tokens) == 40
    assert min(map(len, tokens)) >= 22


def test_a_share_token_finds_the_job_and_an_id_is_no_share_token(db: Engine):
    made = queries.create_job(db, PROBLEM, None)

    assert queries.job_by_share(db, made.share) == made
    with pytest.raises(JobNotFound):
        queries.job_by_share(db, made.id)
    with pytest.raises(JobNotFound):
        queries.job(db, made.share)


def test_only_one_of_many_workers_gets_a_job(settings: Settings, db: Engine):
    engines = [connect(settings) for _ in range(4)]
    jobs = [queries.create_job(db, PROBLEM, None) for _ in range(15)]

    with ThreadPoolExecutor(4) as pool:
        claims = [
            [pool.submit(queries.claim, engine, job.id, f"w{n}", 5) for n, engine in enumerate(engines)]
            for job in jobs
        ]
        winners = [[claim.result() for claim in race if claim.result()] for race in claims]
    for engine in engines:
        engine.dispose()

    assert [len(race) for race in winners] == [1] * 15


def test_a_living_lease_shuts_out_even_its_own_worker(db: Engine):
    made = queries.create_job(db, PROBLEM, None)

    taken = queries.claim(db, made.id, "w", 5)

    assert taken is not None
    assert (taken.state, taken.attempts) == (JobState.RUNNING, 1)
    assert queries.claim(db, made.id, "w", 5) is None
    assert queries.claimable_jobs(db) == []


def test_an_expired_lease_passes_on_and_the_old_worker_is_told(db: Engine):
    made = queries.create_job(db, PROBLEM, None)
    queries.claim(db, made.id, "old", 0.01)
    time.sleep(0.02)

    waiting, taken = queries.claimable_jobs(db), queries.claim(db, made.id, "new", 5)

    assert waiting == [made.id]
    assert taken is not None
    assert taken.attempts == 2
    with pytest.raises(LeaseLost):
        queries.renew(db, made.id, "old", 5)
    with pytest.raises(LeaseLost):
        journal.append(db, made.id, "old", Started("old"))


def test_renewing_keeps_a_lease_alive_and_revives_one_that_nobody_took(db: Engine):
    made = queries.create_job(db, PROBLEM, None)
    queries.claim(db, made.id, "w", 0.01)
    time.sleep(0.02)

    cancel = queries.renew(db, made.id, "w", 5)

    assert cancel is False
    assert queries.claim(db, made.id, "other", 5) is None


def test_a_job_that_was_given_back_is_free_at_once_and_the_attempt_does_not_count(db: Engine):
    made = queries.create_job(db, PROBLEM, None)
    queries.claim(db, made.id, "w", 5)

    queries.release(db, made.id, "other")
    still_held = queries.claim(db, made.id, "other", 5) is None
    queries.release(db, made.id, "w")
    taken = queries.claim(db, made.id, "other", 5)

    assert still_held
    assert taken is not None
    assert taken.attempts == 1


def test_the_jobs_of_a_dead_worker_are_free_and_the_attempts_count(db: Engine):
    jobs = [queries.create_job(db, PROBLEM, None) for _ in range(2)]
    queries.claim(db, jobs[0].id, "dead", 60)
    queries.claim(db, jobs[1].id, "alive", 60)

    queries.release_dead(db, "dead")

    assert queries.claimable_jobs(db) == [jobs[0].id]
    assert queries.job(db, jobs[0].id).attempts == 1


def test_a_queued_job_is_cancelled_at_once(db: Engine):
    made = queries.create_job(db, PROBLEM, None)

    queries.request_cancel(db, made.id)

    assert [entry.event for entry in journal.entries(db, made.id)] == [Cancelled()]
    ended = queries.job(db, made.id)
    assert (ended.state, ended.outcome, ended.latest) == (JobState.FINISHED, "Cancelled", 1)
    assert queries.claim(db, made.id, "w", 5) is None


def test_a_running_job_is_only_asked_to_stop(db: Engine):
    made = queries.create_job(db, PROBLEM, None)
    queries.claim(db, made.id, "w", 5)

    queries.request_cancel(db, made.id)

    assert queries.job(db, made.id).state is JobState.RUNNING
    assert queries.renew(db, made.id, "w", 5) is True


def test_a_job_of_a_dead_worker_is_cancelled_at_once(db: Engine):
    made = queries.create_job(db, PROBLEM, None)
    queries.claim(db, made.id, "dead", 0.01)
    time.sleep(0.02)

    queries.request_cancel(db, made.id)

    assert queries.job(db, made.id).outcome == "Cancelled"


def test_cancelling_a_finished_job_changes_nothing(db: Engine):
    made = queries.create_job(db, PROBLEM, None)
    queries.claim(db, made.id, "w", 5)
    journal.append(db, made.id, "w", Open("tried"))

    queries.request_cancel(db, made.id)

    assert queries.job(db, made.id).outcome == "Open"
    assert len(journal.entries(db, made.id)) == 1


def test_a_job_that_does_not_exist_cannot_be_cancelled_claimed_or_counted(db: Engine):
    with pytest.raises(JobNotFound):
        queries.request_cancel(db, "none")
    with pytest.raises(JobNotFound):
        queries.place_in_queue(db, "none")
    assert queries.claim(db, "none", "w", 5) is None


def test_the_place_in_the_queue_counts_waiting_jobs_that_came_before(db: Engine):
    cancelled, running, queued, last = (queries.create_job(db, PROBLEM, None) for _ in range(4))
    queries.request_cancel(db, cancelled.id)
    queries.claim(db, running.id, "w", 5)

    places = [queries.place_in_queue(db, job.id) for job in (cancelled, running, queued, last)]

    assert places == [None, None, InQueue(0, 2, 1), InQueue(1, 2, 1)]
    assert queries.waiting_jobs(db) == 2


@pytest.mark.parametrize(
    ("owner", "address", "words"),
    [
        ("a", "elsewhere", "You have 2 statements waiting or being worked on"),
        ("c", "here", "3 statements from your network are waiting"),
        (None, "here", "3 statements from your network are waiting"),
        ("c", None, "The queue is full: 4 statements"),
    ],
)
def test_a_bound_on_unfinished_jobs_is_told_and_nothing_is_stored(
    db: Engine, owner: str | None, address: str | None, words: str
):
    bounds = Bounds(owner=2, address=3, everybody=4)
    for who, where in [("a", "here"), ("a", "here"), ("b", "here"), ("b", None)]:
        queries.create_job(db, PROBLEM, who, where, bounds)

    with pytest.raises(LimitReached, match=words) as refused:
        queries.create_job(db, PROBLEM, owner, address, bounds)

    assert refused.value.retry_after_s > 0
    assert queries.waiting_jobs(db) == 4


def test_a_job_that_ended_makes_room_for_another(db: Engine):
    bounds = Bounds(owner=1, address=9, everybody=9)
    first = queries.create_job(db, PROBLEM, "a", None, bounds)

    queries.request_cancel(db, first.id)

    assert queries.create_job(db, PROBLEM, "a", None, bounds).state is JobState.QUEUED
