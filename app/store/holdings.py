"""What an owner can do with the jobs that are theirs: find, rename, share, take back, delete.

Nothing here asks whether somebody may: `Job.is_of` says so, and the web asks it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Engine, delete, func, or_, select, update

from app.domain.errors import JobNotFound
from app.domain.job import Job
from app.store.queries import job_of
from app.store.tables import acts, entries, jobs, samples, subtasks, trees

TITLE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of jobs, newest first; `older` continues the list behind the last of them, None at its end."""

    jobs: tuple[Job, ...]
    older: int | None = None


def jobs_of(db: Engine, owner: str, limit: int, words: str = "", before: int | None = None) -> Shelf:
    """The newest jobs of `owner` whose text or title holds each of `words`, in any case."""
    asked = select(jobs).where(jobs.c.owner == owner, *map(_holds, words.split()))
    if before is not None:
        asked = asked.where(jobs.c.arrival < before)
    with db.connect() as connection:
        rows = connection.execute(asked.order_by(jobs.c.arrival.desc()).limit(limit + 1)).all()
    shown = rows[:limit]
    return Shelf(tuple(map(job_of, shown)), shown[-1].arrival if len(rows) > limit else None)


def count_of(db: Engine, owner: str) -> int:
    with db.connect() as connection:
        return connection.scalar(select(func.count()).select_from(jobs).where(jobs.c.owner == owner)) or 0


def rename(db: Engine, id: str, title: str | None) -> None:  # noqa: A002
    """Call a job `title`, at most `TITLE_LENGTH` characters; None goes back to the theorem's name."""
    _change(db, id, title=title)


def share(db: Engine, id: str) -> str:  # noqa: A002
    """Make a new link, which replaces any other, and return its token. Raises JobNotFound."""
    token = secrets.token_urlsafe(16)
    _change(db, id, share=token)
    return token


def take_back(db: Engine, id: str) -> None:  # noqa: A002
    """End the link for ever, and every other way to read the job but the owner's. Raises JobNotFound."""
    _change(db, id, share=None, private=True)


def delete_job(db: Engine, id: str) -> None:  # noqa: A002
    """Forget a job and its journal; a worker that has it finds its lease gone. Raises JobNotFound."""
    if not _delete(db, jobs.c.id == id):
        raise JobNotFound(f"There is no job {id}.")


def delete_all(db: Engine, owner: str) -> int:
    """Forget all jobs of `owner`, and say how many."""
    return _delete(db, jobs.c.owner == owner)


def _delete(db: Engine, which: ColumnElement[bool]) -> int:
    """The jobs lose their worker first, and so nothing is written to a journal that is being deleted."""
    with db.begin() as connection:
        freed = update(jobs).where(which).values(worker=None).returning(jobs.c.id)
        ids = list(connection.scalars(freed))
        for some in (ids[n : n + 500] for n in range(0, len(ids), 500)):
            for table in (entries, samples, acts, subtasks, trees):
                connection.execute(delete(table).where(table.c.job_id.in_(some)))
            connection.execute(delete(jobs).where(jobs.c.id.in_(some)))
    return len(ids)


def _change(db: Engine, id: str, **values: object) -> None:  # noqa: A002
    with db.begin() as connection:
        if not connection.execute(update(jobs).where(jobs.c.id == id).values(values)).rowcount:
            raise JobNotFound(f"There is no job {id}.")


def _holds(word: str) -> ColumnElement[bool]:
    return or_(jobs.c.text.icontains(word, autoescape=True), jobs.c.title.icontains(word, autoescape=True))
