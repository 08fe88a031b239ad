"""What models have said for a job: a row for each prompt, with its replies and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Engine, Row, insert, select

from app.domain.trace import Group
from app.store.tables import samples

_GROUP = TypeAdapter(Group)
_PAGE = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """A group with its number, its job, and when it was kept, in UTC."""

    number: int
    job_id: str
    at: datetime
    group: Group


def keep(db: Engine, job_id: str, group: Group) -> int:
    """Keep a group, and return its number. Raises IntegrityError where the job has been deleted."""
    row = {"job_id": job_id, "node": group.node, "at": datetime.now(UTC)}
    payload = _GROUP.dump_json(group).decode()
    with db.begin() as connection:
        asked = insert(samples).values(**row, payload=payload).returning(samples.c.number)
        return int(connection.execute(asked).scalar_one())


def of_job(db: Engine, job_id: str, node: str | None = None) -> list[Kept]:
    """The groups of a job, or of one node of it, in the order in which they were kept."""
    asked = select(samples).where(samples.c.job_id == job_id).order_by(samples.c.number)
    with db.connect() as connection:
        rows = connection.execute(asked if node is None else asked.where(samples.c.node == node))
        return [_kept(row) for row in rows]


def everything(db: Engine) -> Iterator[Kept]:
    """All groups of all jobs, a page at a time."""
    after = 0
    while True:
        with db.connect() as connection:
            asked = select(samples).where(samples.c.number > after).order_by(samples.c.number).limit(_PAGE)
            page = [_kept(row) for row in connection.execute(asked)]
        if not page:
            return
        yield from page
        after = page[-1].number


def _kept(row: Row[Any]) -> Kept:
    return Kept(row.number, row.job_id, row.at, _GROUP.validate_json(row.payload))
