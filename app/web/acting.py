"""What an owner does at a node: the running job is told, and where it has ended a new one goes on."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.errors import JobNotFound
from app.domain.job import Job, JobState
from app.domain.pasted import as_term
from app.domain.problem import Problem
from app.domain.regrow import left_open, regrown
from app.store import acts, holdings, queries
from app.web import forms
from app.web.fold import Progress
from app.web.plan import NO_NODE, may_act
from app.web.site import Site
from app.web.submission import submit

DONE = "There is nothing left to do here: this subgoal, or the whole statement, is settled."
_LATER = 20  # of the newest jobs with these words, among which a continuation is looked for


def act(site: Site, job: Job, node: str, text: str, owner: str | None, address: str) -> Job:
    """Do `text` at a node, or try it again where it is empty; returns the job that has it now.

    Raises JobNotFound, UnacceptableProblem, LimitReached and NoJail.
    """
    text = forms.tactics(text, site.services.settings)
    _check_is_open(site.standings.of(job.id), node)
    if job.state is not JobState.FINISHED:
        with site.limits.turn:
            site.limits.admit(owner, address)
        if acts.add(site.services.db, job.id, node, text):
            return job
    return _continued(site, job, node, text, owner, address)


def continuation(site: Site, job: Job, progress: Progress) -> Job | None:
    """A later job of the same owner that goes on with the statement of `job`, the newest."""
    if job.owner is None or progress.locked is None or progress.outcome is None:
        return None
    stated = f"{progress.locked.preamble}{progress.locked.signature} := "
    words = " ".join(progress.locked.signature.split()[:2])
    later = holdings.jobs_of(site.services.db, job.owner, _LATER, words).jobs
    known = (each for each in later if each.created_at > job.created_at)
    return next((each for each in known if each.problem.text.startswith(stated)), None)


def _check_is_open(progress: Progress, node: str) -> None:
    if node not in progress.nodes:
        raise JobNotFound(NO_NODE)
    if not may_act(progress, node):
        raise forms.UnacceptableProblem((forms.Fault("text", DONE),))


def _continued(site: Site, job: Job, node: str, text: str, owner: str | None, address: str) -> Job:
    """A new job for the statement, with all that is known of its proof."""
    progress = site.standings.of(job.id)
    _check_is_open(progress, node)
    known, begun_with = gone_on(progress, node, text)
    fields = {
        "text": known,
        "read_as": "lean",
        "environment": job.problem.environment,
        "seconds": min(job.problem.seconds, site.services.settings.longest_s),
        "words": job.problem.words,
    }
    problem = forms.problem(fields, site.services.settings)
    if owner and (running := _running(site, owner, job, problem, begun_with)):
        return running
    new = submit(site, problem, owner, address, begun_with)
    if job.title:
        holdings.rename(site.services.db, new.id, job.title)
    return queries.job(site.services.db, new.id)


def _running(
    site: Site, owner: str, job: Job, problem: Problem, begun_with: Sequence[tuple[str, str]]
) -> Job | None:
    """A job that goes on from `job` in the same way and has not ended: what was sent twice is done once."""
    for later in holdings.jobs_of(site.services.db, owner, _LATER).jobs:
        if (
            later.created_at > job.created_at
            and later.state is not JobState.FINISHED
            and later.problem.text == problem.text
        ):
            done = [(act.node, act.text) for act in acts.of_job(site.services.db, later.id)]
            if done[: len(begun_with)] == list(begun_with):
                return later
    return None


def gone_on(progress: Progress, node: str, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The statement with its proof so far, and `text` as what is done first to a node of that.

    It is judged there as in any running job, and a wrong one costs nothing. The gaps of the new text are
    numbered from 1. A node with a sketch of its own is none of them, so there the whole proof is done anew;
    where nothing is known yet, `text` is the proof.
    """
    known = _stated(progress, regrown(progress.nodes, {}))
    is_sketched = progress.nodes[node].sketch is not None
    if not text:
        return known, ()
    if node and not is_sketched:
        number = left_open(progress.nodes).index(node) + 1
        return known, ((str(number), text),)
    whole = regrown(progress.nodes, {node: as_term(text)})
    return (known, (("", whole),)) if is_sketched else (_stated(progress, whole), ())


def _stated(progress: Progress, proof: str) -> str:
    if progress.locked is None:
        raise JobNotFound(NO_NODE)
    return f"{progress.locked.preamble}{progress.locked.signature} := {proof}\n"
