"""Tree searches under way, kept so that a worker after the present one goes on where it was."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Engine, delete, exists, select

from app.domain.job import JobState
from app.store.tables import insert_or, jobs, trees

LARGEST = 16_000_000  # characters; a larger one begins anew after an interruption


def keep(db: Engine, job_id: str, name: str, tree: dict[str, Any]) -> None:
    """Keep a tree under its name, unless the job has ended."""
    payload = json.dumps(tree, separators=(",", ":"))
    if len(payload) > LARGEST:
        return
    new = insert_or(db.dialect, trees).values(job_id=job_id, name=name, payload=payload)
    new = new.on_conflict_do_update(index_elements=["job_id", "name"], set_={"payload": payload})
    running = select(exists().where(jobs.c.id == job_id, jobs.c.state != JobState.FINISHED))
    with db.begin() as connection:
        if connection.scalar(running):
            connection.execute(new)


def kept(db: Engine, job_id: str, name: str) -> dict[str, Any] | None:
    """The tree under that name, None where there is none."""
    asked = select(trees.c.payload).where(trees.c.job_id == job_id, trees.c.name == name)
    with db.connect() as connection:
        payload = connection.scalar(asked)
    return None if payload is None else dict(json.loads(payload))


def forget(connection: Connection, job_id: str) -> None:
    """In a transaction of the caller's: the job has ended."""
    connection.execute(delete(trees).where(trees.c.job_id == job_id))
