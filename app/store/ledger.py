"""The ledger of Lean seconds: for how long Lean has worked for whom, by the hour."""

from __future__ import annotations

import time

from sqlalchemy import Connection, Engine, delete, select, update

from app.store.tables import insert_or, jobs, spending

HOUR_S = 3600
KEPT_H = 48


def owner_account(owner: str) -> str:
    return f"owner:{owner}"


def charge(db: Engine, job_id: str, lean_s: float) -> None:
    """Add `lean_s` seconds to what a job has cost, and to the accounts of its owner and its address.

    Nothing happens where the job is gone.
    """
    hour = int(time.time()) // HOUR_S
    add = update(jobs).where(jobs.c.id == job_id).values(lean_s=jobs.c.lean_s + lean_s)
    with db.begin() as connection:
        row = connection.execute(add.returning(jobs.c.owner, jobs.c.address)).one_or_none()
        if row is None:
            return
        for account in (row.owner and owner_account(row.owner), row.address):
            if account:
                _add(connection, account, hour, lean_s)
        connection.execute(delete(spending).where(spending.c.hour < hour - KEPT_H))


def spent(db: Engine, account: str) -> float:
    """The Lean seconds of an account in the present hour."""
    hour = int(time.time()) // HOUR_S
    asked = select(spending.c.lean_s).where(spending.c.account == account, spending.c.hour == hour)
    with db.connect() as connection:
        return connection.scalar(asked) or 0.0


def next_hour_in_s() -> int:
    """Whole seconds until every account starts anew."""
    return HOUR_S - int(time.time()) % HOUR_S


def _add(connection: Connection, account: str, hour: int, lean_s: float) -> None:
    new = insert_or(connection.dialect, spending).values(account=account, hour=hour, lean_s=lean_s)
    known = [spending.c.account, spending.c.hour]
    both = spending.c.lean_s + lean_s
    connection.execute(new.on_conflict_do_update(index_elements=known, set_={"lean_s": both}))
