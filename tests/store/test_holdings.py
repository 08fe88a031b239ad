"""What owners do with their jobs."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from app.domain.errors import JobNotFound, LeaseLost
from app.domain.events import Started
from app.domain.problem import Problem
from app.store import holdings, journal, queries
from app.store.journal import append, entries

SWAP = Problem("theorem swap (p q : Prop) : p ∧ q → q ∧ p")
EM = Problem("theorem em (p : Prop) : p ∨ ¬p")


def test_the_jobs_of_an_owner_come_newest_first_and_page_by_page(db: Engine):
    made = [queries.create_job(db, SWAP, owner) for owner in ("a", "b", "a", "a", None)]
    first, third, fourth = made[0], made[2], made[3]

    page = holdings.jobs_of(db, "a", 2)
    rest = holdings.jobs_of(db, "a", 2, before=page.older)

    assert (page.jobs, rest.jobs) == ((fourth, third), (first,))
    assert rest.older is None
    assert holdings.count_of(db, "a") == 3


@pytest.mark.parametrize(
    ("words", "found"),
    [("SWAP", [0]), ("¬P prop", [1]), ("tautolog", [1]), ("50%", [0]), ("%", [0]), ("_", []), ("∧ →", [0])],
)
def test_a_job_is_found_by_all_the_words_of_its_text_or_its_name(db: Engine, words: str, found: list[int]):
    jobs = [queries.create_job(db, problem, "a") for problem in (SWAP, EM)]
    holdings.rename(db, jobs[0].id, "50% of the exercise")
    holdings.rename(db, jobs[1].id, "A classical tautology")

    shelf = holdings.jobs_of(db, "a", 9, words)

    assert [job.id for job in shelf.jobs] == [jobs[n].id for n in found]


def test_a_link_that_was_taken_back_leads_nowhere_and_a_new_one_is_another(db: Engine):
    job = queries.create_job(db, SWAP, "a")
    assert job.share is not None

    holdings.take_back(db, job.id)
    with pytest.raises(JobNotFound):
        queries.job_by_share(db, job.share)
    token = holdings.share(db, job.id)

    assert token != job.share
    assert queries.job_by_share(db, token).id == job.id
    with pytest.raises(JobNotFound):
        queries.job_by_share(db, job.share)


def test_after_taking_back_only_the_owner_reads_by_the_id(db: Engine):
    job = queries.create_job(db, SWAP, "a")

    holdings.take_back(db, job.id)
    holdings.share(db, job.id)

    readers = [job.may_be_read_by("b"), queries.job(db, job.id).may_be_read_by("b")]
    assert readers == [True, False]
    assert queries.job(db, job.id).may_be_read_by("a")


def test_a_deleted_job_leaves_nothing_and_its_worker_can_write_no_more(db: Engine):
    job, other = queries.create_job(db, SWAP, "a"), queries.create_job(db, SWAP, "a")
    queries.claim(db, job.id, "w", 60)
    append(db, job.id, "w", Started("w"))

    holdings.delete_job(db, job.id)

    with pytest.raises(LeaseLost):
        journal.append(db, job.id, "w", Started("w"))
    with pytest.raises(LeaseLost):
        queries.renew(db, job.id, "w", 60)
    with pytest.raises(JobNotFound):
        queries.job(db, job.id)
    assert entries(db, job.id) == []
    assert queries.job(db, other.id) == other


def test_all_jobs_of_an_owner_are_deleted_and_no_others(db: Engine):
    for owner in ("a", "a", "b", None):
        queries.create_job(db, SWAP, owner)

    assert holdings.delete_all(db, "a") == 2
    assert (holdings.count_of(db, "a"), holdings.count_of(db, "b"), queries.waiting_jobs(db)) == (0, 1, 2)


def test_what_is_gone_cannot_be_changed(db: Engine):
    for change in (holdings.take_back, holdings.share, holdings.delete_job):
        with pytest.raises(JobNotFound):
            change(db, "none")
    with pytest.raises(JobNotFound):
        holdings.rename(db, "none", "name")
