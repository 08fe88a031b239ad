"""Subgoals on several workers: how busy these are while a sketch is proved."""

from __future__ import annotations

import re
from collections.abc import Sequence

import httpx

from app.domain.events import Entry, NodeClosed, NodeTried, Outcome, Proved, Sketched
from app.lean.environments import CoreLean
from app.store.database import connect
from app.store.journal import entries
from tests.performance.figures import Figure
from tests.performance.service import Service, served

WORKERS = 2
# Our own prover finds no factors of this size, so nothing but the sketch proves it.
_CLAIM = "∃ x y : ℕ, x * y = 1000036000099 ∧ 1 < x ∧ 1 < y"
_END = "exact ⟨1000003, 1000033, by norm_num, by norm_num, by norm_num⟩"


def sketch(subgoals: int) -> str:
    """A statement with a sketch of its own, of as many subgoals that take our prover a while."""
    claims = [f"  have h{n} : 6 ∣ (n + {n}) ^ 3 + 5 * (n + {n}) := by sorry" for n in range(1, subgoals + 1)]
    return "\n".join([f"theorem factors (n : ℕ) : {_CLAIM} := by", *claims, f"  {_END}"])


def sharing(core: CoreLean, subgoals: int) -> Figure:
    with served(core, workers=WORKERS, lean_workers=1) as service:
        told = _proved(service, sketch(subgoals))
    busy, wall_s = _busy(told)
    return Figure(
        f"workers at work while {subgoals} subgoals are proved by {WORKERS}",
        "at least 90% of the time",
        f"{busy:.0%} of {wall_s:.1f} s",
        busy >= 0.9,
        f"A sketch with {subgoals} gaps, set to a service with {WORKERS} workers of one Lean each; of the "
        "seconds from the sketch to the last subgoal, those that were worked on subgoals, by the journal.",
    )


def _proved(service: Service, text: str) -> list[Entry]:
    sent = httpx.post(f"{service.url}/api/problems", json={"text": text, "seconds": 300}).json()
    httpx.get(sent["events_url"], timeout=400)
    db = connect(service.settings)
    try:
        told = entries(db, re.findall(r"/problems/([\w-]+)", sent["events_url"])[0])
    finally:
        db.dispose()
    assert isinstance(told[-1].event, Proved), told[-1].event
    return told


def _busy(told: Sequence[Entry]) -> tuple[float, float]:
    """The share of the workers' time that went into subgoals, and that time, in seconds of wall-clock."""
    started = next(entry.at for entry in told if isinstance(entry.event, Sketched))
    ended = max(entry.at for entry in told if isinstance(entry.event, NodeClosed) and entry.event.node)
    assert not any(isinstance(entry.event, Outcome) for entry in told[:-1])
    wall_s = (ended - started).total_seconds()
    worked_s = sum(entry.event.elapsed_s for entry in told if isinstance(entry.event, NodeTried))
    return worked_s / (WORKERS * wall_s), wall_s
