"""Where recently seen jobs stand, so that not every page reads a whole journal again.

A journal only grows: what was folded up to an entry stays right, and only what came after it is read.
"""

from __future__ import annotations

from collections import deque
from functools import reduce
from threading import Lock

from sqlalchemy import Engine

from app.store import journal
from app.web.bounded import Bounded
from app.web.fold import Progress, fold

STEPS = 20_000  # of all kept jobs together; one takes about 2 kB
RECENT = 8  # standings of one job: pages are loaded a little before their streams begin
CHUNK = 500


class _Folded:
    """The last standings of one job, in no order; whoever holds `lock` may go on from them."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.weight = 1
        self._recent: deque[Progress] = deque(maxlen=RECENT)

    def add(self, progress: Progress) -> None:
        self._recent.append(progress)
        self.weight = max(self.weight, len(progress.steps))

    def last(self, upto: int | None) -> Progress:
        """The latest standing that is kept and does not go beyond `upto`."""
        kept = [found for found in self._recent if upto is None or found.number <= upto]
        return max(kept, key=lambda found: found.number, default=Progress())


class Standings:
    """Used by any number of threads; those that ask for the same job wait for the first to fold it."""

    def __init__(self, db: Engine) -> None:
        self._db = db
        self._lock = Lock()
        self._jobs: Bounded[str, _Folded] = Bounded(STEPS, lambda folded: folded.weight)

    def of(self, job_id: str, upto: int | None = None) -> Progress:
        """Where a job stands now, or stood after entry `upto`; at the beginning, if it does not exist."""
        with self._lock:
            folded = self._jobs.get(job_id) or _Folded()
            self._jobs.put(job_id, folded)
        with folded.lock:
            known = folded.last(upto)
            progress = self._further(job_id, known, upto)
            if progress is not known:
                folded.add(progress)
        with self._lock:
            self._jobs.put(job_id, folded)
        return progress

    def _further(self, job_id: str, progress: Progress, upto: int | None) -> Progress:
        while progress.outcome is None and progress.number != upto:
            chunk = journal.entries(self._db, job_id, progress.number, CHUNK)
            wanted = [entry for entry in chunk if upto is None or entry.number <= upto]
            progress = reduce(fold, wanted, progress)
            if len(wanted) < CHUNK:
                break
        return progress
