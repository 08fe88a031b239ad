"""A job: one problem on its way to an outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.problem import Problem


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Job:
    """What is known about a job without reading its journal; times are in UTC.

    Whoever knows `id` may follow and cancel; whoever knows `share` may only read. `outcome` is the kind of
    the last event, such as "Proved"; `latest` is the number of the newest entry, 0 while there is none.
    `attempts` counts how often a worker took the job and did not give it back.
    """

    id: str
    problem: Problem
    owner: str | None
    share: str
    state: JobState
    outcome: str | None
    latest: int
    cancel_requested: bool
    created_at: datetime
    finished_at: datetime | None
    attempts: int = 0
