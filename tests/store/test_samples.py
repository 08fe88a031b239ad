"""What models have said, what people do, and the words of a problem, on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from app.domain.act import Act
from app.domain.errors import JobNotFound
from app.domain.events import Cancelled
from app.domain.problem import Problem
from app.domain.sampling import Ending, Form, Prompt, Sample
from app.domain.trace import Fate, Group, Judged
from app.domain.verdict import Message, Position, Severity
from app.store import acts, holdings, queries, samples
from app.store.journal import JobJournal, append

SWAP = Problem("theorem swap (p q : Prop) : p ∧ q → q ∧ p")
MESSAGE = Message(Severity.ERROR, "⊢ p", Position(2, 8), Position(2, 9))
PROMPT = Prompt("infill", "5" * 64, Form.INFILL, "theorem t : 1 ≤ 2 := by\n", "\n  done")
JUDGED = (
    Judged(
        Sample("```lean\nby simp\n```", tokens=9, prompt_tokens=70), Fate.REJECTED, "by simp", "", (MESSAGE,)
    ),
    Judged(Sample("\0 \\ \" 'ℕ'", Ending.CUT, logprob=-1.5, thoughts="∎"), Fate.UNUSABLE, note="No code."),
)


def group(node: str = "1.2", way: str = "quick") -> Group:
    return Group(node, way, "prover", "theorem t : 1 ≤ 2 := by sorry", PROMPT, JUDGED, ("It was busy.",))


def test_what_a_model_said_is_kept_as_it_was(db: Engine):
    job = queries.create_job(db, SWAP, None)

    number = samples.keep(db, job.id, group())

    (kept,) = samples.of_job(db, job.id)
    assert (kept.number, kept.job_id, kept.group) == (number, job.id, group())
    assert kept.at.tzinfo is not None


def test_the_groups_of_a_node_come_in_order_and_no_others(db: Engine):
    job, other = queries.create_job(db, SWAP, None), queries.create_job(db, SWAP, None)
    numbers = [samples.keep(db, job.id, group(node)) for node in ("", "1", "1.2", "1", "11")]
    samples.keep(db, other.id, group("1"))

    kept = samples.of_job(db, job.id, "1")
    root = samples.of_job(db, job.id, "")

    assert [each.number for each in kept] == [numbers[1], numbers[3]]
    assert [each.number for each in root] == [numbers[0]]
    assert len(samples.of_job(db, job.id)) == 5


def test_everything_is_read_page_by_page(db: Engine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(samples, "_PAGE", 2)
    jobs = [queries.create_job(db, SWAP, None) for _ in range(2)]
    numbers = [samples.keep(db, jobs[n % 2].id, group(way=str(n))) for n in range(5)]

    found = list(samples.everything(db))

    assert [each.number for each in found] == numbers
    assert [each.group.way for each in found] == ["0", "1", "2", "3", "4"]


def test_nothing_is_kept_for_a_job_that_is_gone(db: Engine):
    job = queries.create_job(db, SWAP, None)
    holdings.delete_job(db, job.id)

    with pytest.raises(IntegrityError):
        samples.keep(db, job.id, group())


async def test_the_journal_of_a_worker_keeps_groups_and_hears_what_people_do(db: Engine):
    job = queries.create_job(db, SWAP, None)
    journal = JobJournal(db, job.id, "w")

    number = await journal.keep(group())
    acts.add(db, job.id, "1", "simp")
    acts.add(db, job.id, "", "")

    assert [each.number for each in samples.of_job(db, job.id)] == [number]
    first, second = await journal.acts(0)
    assert (first.node, first.text, second.node, second.text) == ("1", "simp", "", "")
    assert await journal.acts(first.number) == [second]
    assert await journal.acts(second.number) == []


def test_what_is_done_to_one_job_is_not_done_to_another(db: Engine):
    job, other = queries.create_job(db, SWAP, None), queries.create_job(db, SWAP, None)

    assert acts.add(db, job.id, "1.2", "by\n  exact ⟨h.2, h.1⟩")

    (act,) = acts.of_job(db, job.id)
    assert act == Act(act.number, "1.2", "by\n  exact ⟨h.2, h.1⟩")
    assert acts.of_job(db, other.id) == []


def test_a_job_that_has_ended_is_told_nothing(db: Engine):
    job = queries.create_job(db, SWAP, None)
    queries.claim(db, job.id, "w", 60)
    append(db, job.id, "w", Cancelled())

    assert not acts.add(db, job.id, "1", "simp")
    assert acts.of_job(db, job.id) == []
    with pytest.raises(JobNotFound):
        acts.add(db, "none", "1", "simp")


@pytest.mark.parametrize("words", ["", "Show that ∧ is symmetric.\nReally."])
def test_the_words_of_a_problem_are_kept(db: Engine, words: str):
    made = queries.create_job(db, Problem(SWAP.text, words=words), None)

    assert made.problem.words == words
    assert queries.job(db, made.id) == made
    assert queries.claim(db, made.id, "w", 60).problem == made.problem  # type: ignore[union-attr]


def test_what_was_said_and_done_is_deleted_with_its_job(db: Engine):
    gone, kept = (queries.create_job(db, SWAP, owner) for owner in ("a", "b"))
    for job in (gone, kept):
        samples.keep(db, job.id, group())
        acts.add(db, job.id, "1", "simp")

    holdings.delete_job(db, gone.id)
    left = [each.job_id for each in samples.everything(db)]
    holdings.delete_all(db, "b")

    assert left == [kept.id]
    assert list(samples.everything(db)) == []
    assert [acts.of_job(db, job.id) for job in (gone, kept)] == [[], []]
