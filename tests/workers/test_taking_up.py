"""What another worker makes of a job whose worker was killed: the same outcome, and nothing twice."""

from __future__ import annotations

import signal

from app.domain.events import (
    Certifying,
    Entry,
    Event,
    Outcome,
    Proved,
    Side,
    Started,
    StatementLocked,
    StepVerified,
)
from app.lean.environments import CoreLean
from app.store import ledger, queries
from app.store.journal import append
from tests.workers.crew import Crew, wait_until

SUM = """def down : ℕ → List ℕ
  | 0 => []
  | n + 1 => (n + 1) :: down n
theorem countdown_sum (n : ℕ) : 2 * (down n).sum = n * (n + 1)"""
SWAP = "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p"


def of_kind(journal: list[Entry], kind: type[Event]) -> list[Entry]:
    return [entry for entry in journal if isinstance(entry.event, kind)]


def test_a_job_whose_worker_is_killed_in_the_middle_is_proved_by_another(crew: Crew, core: CoreLean):
    job_id = crew.new_job(SUM, owner="a")
    first = crew.start_lean("first", core)
    wait_until(lambda: len(of_kind(crew.journal(job_id), StepVerified)) >= 4)

    first.send_signal(signal.SIGKILL)
    before = crew.journal(job_id)
    crew.start_lean("second", core)
    wait_until(lambda: crew.is_finished(job_id), 60)

    journal = crew.journal(job_id)
    (outcome,) = of_kind(journal, Outcome)
    locked = [entry.event for entry in of_kind(journal, StatementLocked)]
    assert isinstance(outcome.event, Proved)
    assert outcome.event.certificate.statement == locked[0].preamble + locked[0].signature
    assert [entry.number for entry in journal] == list(range(1, len(journal) + 1))
    assert [entry.event.worker for entry in of_kind(journal, Started)] == ["first", "second"]
    assert not of_kind(before, Outcome)
    assert locked[0] == locked[1]
    assert outcome.event.spent.elapsed_s > (before[-1].at - before[0].at).total_seconds() - 1
    assert ledger.spent(crew.db, ledger.owner_account("a")).lean_s > 1


def test_a_proof_that_was_about_to_be_certified_is_certified_at_once(crew: Crew, core: CoreLean):
    job_id = crew.new_job(SWAP)
    queries.claim(crew.db, job_id, "killed", 60)
    append(crew.db, job_id, "killed", Started("killed"))
    append(crew.db, job_id, "killed", Certifying(Side.STATEMENT, "And.intro h.2 h.1"))
    queries.release_dead(crew.db, "killed")

    crew.start_lean("second", core)
    wait_until(lambda: crew.is_finished(job_id))

    journal = [entry.event for entry in crew.journal(job_id)]
    told = [type(event).__name__ for event in journal[2:]]
    assert told[:2] == ["Started", "StatementLocked"]
    assert sorted(told[2:]) == ["Certifying", "Proved", "StatementExamined"]
    assert isinstance(journal[-1], Proved)
    assert journal[-1].certificate.proof == "And.intro h.2 h.1"
