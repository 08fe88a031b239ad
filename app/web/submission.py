"""How a problem becomes a job."""

from __future__ import annotations

from app.domain.job import Job
from app.domain.problem import Problem
from app.store import queries
from app.web.site import Site


def submit(site: Site, problem: Problem, owner: str | None, address: str) -> Job:
    """Store the job, and only then hand it to a worker. Raises LimitReached and NoJail."""
    if closed := site.services.closed:
        raise closed
    with site.limits.turn:
        site.limits.admit(owner, address)
        job = queries.create_job(site.services.db, problem, owner, address, site.limits.bounds)
    site.services.queue.enqueue(job.id)
    return job
