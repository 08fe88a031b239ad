"""The ledger of Lean seconds and tokens, and the key of this installation."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine, insert, select

from app.domain.problem import Problem
from app.store import holdings, ledger, queries
from app.store.numbers import numbers
from app.store.signing import signing_key
from app.store.tables import jobs, spending

SWAP = Problem("theorem swap (p q : Prop) : p ∧ q → q ∧ p")


def test_what_a_job_costs_is_charged_to_its_owner_and_its_address(db: Engine):
    first = queries.create_job(db, SWAP, "a", "address:x")
    second = queries.create_job(db, SWAP, None, "address:x")

    for job, lean_s in ((first, 1.5), (first, 0.25), (second, 4.0)):
        ledger.charge(db, job.id, lean_s)

    assert ledger.spent(db, ledger.owner_account("a")).lean_s == pytest.approx(1.75)
    assert ledger.spent(db, "address:x").lean_s == pytest.approx(5.75)
    with db.connect() as connection:
        costs = connection.scalars(select(jobs.c.lean_s).order_by(jobs.c.arrival)).all()
    assert costs == pytest.approx([1.75, 4.0])


def test_tokens_are_charged_beside_the_seconds(db: Engine):
    first = queries.create_job(db, SWAP, "a", "address:x")
    second = queries.create_job(db, SWAP, "a")

    ledger.charge(db, first.id, 0.5, 3_000_000_000)
    ledger.charge(db, second.id, 0.0, 40)
    ledger.charge(db, second.id, 1.0)

    assert ledger.spent(db, ledger.owner_account("a")) == ledger.Spending(1.5, 3_000_000_040)
    assert ledger.spent(db, "address:x") == ledger.Spending(0.5, 3_000_000_000)
    assert ledger.spent(db, "address:y") == ledger.Spending()
    with db.connect() as connection:
        costs = connection.scalars(select(jobs.c.tokens).order_by(jobs.c.arrival)).all()
    assert costs == [3_000_000_000, 40]
    assert numbers(db).tokens == 3_000_000_040


def test_what_was_spent_stays_spent_when_the_job_is_deleted(db: Engine):
    job = queries.create_job(db, SWAP, "a")
    ledger.charge(db, job.id, 2.0)

    holdings.delete_job(db, job.id)
    ledger.charge(db, job.id, 9.0)

    assert ledger.spent(db, ledger.owner_account("a")).lean_s == pytest.approx(2.0)


def test_seconds_that_are_charged_at_once_add_up(db: Engine):
    job = queries.create_job(db, SWAP, "a")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: ledger.charge(db, job.id, 0.5), range(20)))

    assert ledger.spent(db, ledger.owner_account("a")).lean_s == pytest.approx(10.0)


def test_hours_that_are_long_gone_are_forgotten_and_do_not_count(db: Engine):
    job = queries.create_job(db, SWAP, "a")
    with db.begin() as connection:
        connection.execute(insert(spending).values(account="owner:a", hour=1, lean_s=99.0))

    ledger.charge(db, job.id, 1.0)

    with db.connect() as connection:
        hours = connection.scalars(select(spending.c.hour)).all()
    assert ledger.spent(db, "owner:a").lean_s == pytest.approx(1.0)
    assert 1 not in hours
    assert 0 < ledger.next_hour_in_s() <= ledger.HOUR_S


def test_the_signing_key_is_made_once_whoever_asks(db: Engine):
    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(lambda _: signing_key(db), range(8)))

    assert len(found) == 1
    assert len(found.pop()) > 30
    assert signing_key(db, "another") != signing_key(db)
