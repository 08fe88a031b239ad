"""What people do to a job while it runs."""

from __future__ import annotations

from sqlalchemy import Engine, insert, select

from app.domain.act import Act
from app.domain.errors import JobNotFound
from app.domain.job import JobState
from app.store.tables import acts, jobs


def add(db: Engine, job_id: str, node: str, text: str) -> bool:
    """Tell the job; False, and nothing is kept, if it has ended. Raises JobNotFound."""
    with db.begin() as connection:
        state = connection.scalar(select(jobs.c.state).where(jobs.c.id == job_id))
        if state is None:
            raise JobNotFound(f"There is no job {job_id}.")
        if state == JobState.FINISHED:
            return False
        connection.execute(insert(acts).values(job_id=job_id, node=node, text=text))
    return True


def of_job(db: Engine, job_id: str, after: int = 0) -> list[Act]:
    """Those with a number above `after`, in order."""
    asked = select(acts).where(acts.c.job_id == job_id, acts.c.number > after)
    with db.connect() as connection:
        return [
            Act(row.number, row.node, row.text) for row in connection.execute(asked.order_by(acts.c.number))
        ]
