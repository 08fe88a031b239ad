"""The ledger: for how long Lean has worked for whom, and how many tokens models have cost, by the hour."""

from __future__ import annotations

import time
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, select, update

from app.store.tables import insert_or, jobs, spending

HOUR_S = 3600
KEPT_H = 48


@dataclass(frozen=True, slots=True)
class Spending:
    """Seconds of Lean, and tokens of models, prompts included."""

    lean_s: float = 0.0
    tokens: int = 0


def owner_account(owner: str) -> str:
    return f"owner:{owner}"


def charge(db: Engine, job_id: str, lean_s: float, tokens: int = 0) -> None:
    """Add what a job has cost to it, and to the accounts of its owner and its address.

    Nothing happens where the job is gone.
    """
    hour, cost = int(time.time()) // HOUR_S, Spending(lean_s, tokens)
    both = {"lean_s": jobs.c.lean_s + lean_s, "tokens": jobs.c.tokens + tokens}
    add = update(jobs).where(jobs.c.id == job_id).values(both)
    with db.begin() as connection:
        row = connection.execute(add.returning(jobs.c.owner, jobs.c.address)).one_or_none()
        if row is None:
            return
        for account in (row.owner and owner_account(row.owner), row.address):
            if account:
                _add(connection, account, hour, cost)
        connection.execute(delete(spending).where(spending.c.hour < hour - KEPT_H))


def spent(db: Engine, account: str) -> Spending:
    """What an account has cost in the present hour."""
    hour = int(time.time()) // HOUR_S
    asked = select(spending.c.lean_s, spending.c.tokens)
    asked = asked.where(spending.c.account == account, spending.c.hour == hour)
    with db.connect() as connection:
        row = connection.execute(asked).one_or_none()
    return Spending() if row is None else Spending(row.lean_s, row.tokens)


def next_hour_in_s() -> int:
    """Whole seconds until every account starts anew."""
    return HOUR_S - int(time.time()) % HOUR_S


def _add(connection: Connection, account: str, hour: int, cost: Spending) -> None:
    values = {"account": account, "hour": hour, "lean_s": cost.lean_s, "tokens": cost.tokens}
    new = insert_or(connection.dialect, spending).values(values)
    known = [spending.c.account, spending.c.hour]
    both = {"lean_s": spending.c.lean_s + cost.lean_s, "tokens": spending.c.tokens + cost.tokens}
    connection.execute(new.on_conflict_do_update(index_elements=known, set_=both))
