"""How a problem becomes a job."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.job import Job
from app.domain.problem import Problem
from app.store import queries
from app.web.site import Site


def submit(
    site: Site,
    problem: Problem,
    owner: str | None,
    address: str,
    begun_with: Sequence[tuple[str, str]] = (),
) -> Job:
    """Store the job, and only then hand it to a worker; see `create_job`. Raises LimitReached and NoJail."""
    if closed := site.services.closed:
        raise closed
    with site.limits.turn:
        site.limits.admit(owner, address)
        job = queries.create_job(site.services.db, problem, owner, address, site.limits.bounds, begun_with)
    site.services.queue.enqueue(job.id)
    return job
