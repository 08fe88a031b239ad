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

    Whoever knows `share` may read, until the owner takes that link back and it is None. Whoever knows `id`
    may read too, unless the job is `private`. Only the owner may change it; a job without one is changed by
    whoever knows its `id`. `outcome` is the kind of the last event, such as "Proved"; `latest` is the number
    of the newest entry, 0 while there is none. `attempts` counts how often a worker took the job and did not
    give it back.
    """

    id: str
    problem: Problem
    owner: str | None
    share: str | None
    state: JobState
    outcome: str | None
    latest: int
    cancel_requested: bool
    created_at: datetime
    finished_at: datetime | None
    attempts: int = 0
    title: str | None = None
    private: bool = False

    def is_of(self, owner: str | None) -> bool:
        """Whether `owner`, None for somebody unknown who has the `id`, may change it."""
        return self.owner is None or self.owner == owner

    def may_be_read_by(self, owner: str | None) -> bool:
        """Whether `owner`, who has the `id`, may read it."""
        return not self.private or self.is_of(owner)


@dataclass(frozen=True, slots=True)
class InQueue:
    """How a waiting job stands: `ahead` jobs come before it, of `waiting` in all; `running` are worked on."""

    ahead: int
    waiting: int
    running: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many jobs may be unfinished at once: of one owner, from one address, and of everybody."""

    owner: int
    address: int
    everybody: int
