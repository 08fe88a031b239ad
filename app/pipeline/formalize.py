"""From words to statements that a person can choose from; the model proposes, Lean reads, the person decides.

After DeepSeek-Prover-V1 (arXiv:2405.14333, section 3.1): sample candidates, keep those that Lean elaborates,
reject contradictory hypotheses. Ours, as a statement that elaborates may still say something else: candidates
are merged by what Lean makes of them and counted, translated back to words and compared with the problem.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from dataclasses import dataclass, field, replace

from app.domain.candidate import Candidate
from app.domain.conclusion import conclusion
from app.domain.errors import NotAStatement
from app.domain.events import Formalized, Formalizing, LeftUndecided
from app.domain.goal import Goal
from app.domain.problem import Statement
from app.domain.prose import asks_for_an_answer
from app.domain.reply import lean_code
from app.domain.sampling import Sample
from app.domain.statement import Reading, read_statement
from app.domain.tactic_text import without_comments
from app.domain.trace import Fate, Judged, fate
from app.domain.verdict import Incomplete, Message, Rejected, Severity, Verdict
from app.domain.warnings import StatementWarning, text_warnings
from app.pipeline.contradiction import contradict
from app.pipeline.examine import in_full
from app.pipeline.interview import Interview
from app.pipeline.lab import Job
from app.ports import Prompts

CANDIDATES = 6
SOLUTIONS = 8  # of which the commonest answer is taken
SHOWN = 4  # candidates that are said back and shown
_BINDERS = re.compile(r"[({\[⦃]([^\W\d][^:(){}\[\]⦃⦄,]*?) :")
_WORDS = re.compile(r"(?<![.\w@])[^\W\d][\w'!?₀-₉✝]*(?![\w.])")
_UNTOLD = "How it differs was not said."
_NAME = "problem"  # for all candidates, so that those which mean the same elaborate to the same text
_REPLIED = "Candidates are read by Lean"


@dataclass(frozen=True, slots=True)
class Elaborated:
    """A candidate that Lean accepts; `meaning` is the same for those that mean the same."""

    reading: Reading
    goal: Goal
    text: str
    elaborated: str
    meaning: str


@dataclass(slots=True)
class _Formalizing:
    """One problem in words on its way to statements."""

    job: Job
    interview: Interview
    prompts: Prompts
    complaints: list[str] = field(default_factory=list)
    proposed: int = 0
    stated: int = 0
    accepted: int = 0

    @property
    def words(self) -> str:
        return self.job.problem.text

    async def tell(self, doing: str) -> None:
        await self.job.journal.append(Formalizing(doing, self.proposed, self.accepted))


async def formalize(job: Job) -> Formalized | LeftUndecided:
    """Statements for the words of `job`, the likeliest first. Needs a model that translates."""
    model, prompts = job.lab.models.informal or job.lab.models.prover, job.lab.prompts
    if model is None or prompts is None:
        raise ValueError("words need a model")
    work = _Formalizing(job, Interview(job, model), prompts)
    answer, agreeing, asked = await _answered(work) if asks_for_an_answer(work.words) else ("", 0, 0)
    found = await _candidates(work, answer)
    merged = _merged(found)
    await work.tell("Each statement is said back in words and compared with the problem")
    shown = await asyncio.gather(*(_said_back(work, one, votes) for one, votes in merged[:SHOWN]))
    ranked = sorted(
        shown, key=lambda one: (one.contradictory, bool(one.differs), not one.compared, -one.votes)
    )
    why = "" if shown else _why(work)
    return Formalized(tuple(ranked), work.proposed, why, answer, agreeing, asked, job.spent)


async def _answered(work: _Formalizing) -> tuple[str, int, int]:
    """The answer that most solutions end with, how many those are, and of how many.

    Self-consistency, as in DeepSeekMath (arXiv:2402.03300): proofs need no vote, answers do.
    """
    await work.tell("The problem asks for an answer: several solutions vote on it")
    asked = await work.interview.hear("answer", work.prompts.render("answer", words=work.words), SOLUTIONS)
    answers = [answer for sample in asked.samples if (answer := conclusion(sample.text, "ANSWER").told)]
    if not answers:
        return "", 0, len(asked.samples)
    (key, agreeing), *_ = Counter(map(_plain, answers)).most_common()
    return next(answer for answer in answers if _plain(answer) == key), agreeing, len(asked.samples)


async def _candidates(work: _Formalizing, answer: str) -> list[Elaborated]:
    """Those of the samples that Lean accepts, at once or after one repair."""
    await work.tell("Statements in Lean are being proposed")
    environment = work.job.problem.environment
    prompt = work.prompts.render("formalize", words=work.words, answer=answer, environment=environment)
    asked = await work.interview.ask("formalize", prompt, CANDIDATES)
    await work.tell(_REPLIED)
    judged, found = [], []
    for sample in asked.samples:
        work.proposed += 1
        elaborated, one = await _elaborated(work, sample)
        judged.append(one)
        work.stated += bool(one.code)
        if elaborated is None and one.fate is Fate.REJECTED:
            elaborated = await _mended(work, one)
        if elaborated is not None:
            work.accepted += 1
            found.append(elaborated)
        await work.tell(_REPLIED)
    await work.interview.keep(asked, judged)
    return found


async def _elaborated(work: _Formalizing, sample: Sample) -> tuple[Elaborated | None, Judged]:
    """What Lean makes of the statement in a reply, and what became of the reply."""
    header = work.job.lab.environment.header
    code = lean_code(sample.text)
    if not code:
        return None, Judged(sample, Fate.UNUSABLE, note="The reply holds no Lean code.")
    try:
        reading = read_statement(code, header, _NAME)
    except NotAStatement as error:
        work.complaints.append(str(error))
        return None, Judged(sample, Fate.UNUSABLE, code, str(error))
    verdict = await work.job.ask(reading.claim.source, goals=True)
    messages = _errors(reading, verdict)
    work.complaints += [message.text for message in messages[:1]]
    judged = Judged(sample, fate(verdict), code, messages=messages)
    match verdict:
        case Incomplete(goals=((goal, *_),)):
            elaborated = await in_full(work.job, reading.statement)
            text = read_statement(code, header).statement
            shown = f"{text.preamble}{text.signature}"
            return Elaborated(reading, goal, shown, elaborated, meaning(elaborated or str(goal))), judged
        case _:
            return None, judged


async def _mended(work: _Formalizing, failed: Judged) -> Elaborated | None:
    """Show the model what Lean said of its statement, once."""
    said = [{"line": one.start.line, "text": one.text} for one in failed.messages]
    environment = work.job.problem.environment
    prompt = work.prompts.render(
        "repair_statement", words=work.words, statement=failed.code, messages=said, environment=environment
    )
    asked = await work.interview.ask("formalize again", prompt, 1)
    judged = [await _elaborated(work, sample) for sample in asked.samples]
    await work.interview.keep(asked, [one for _, one in judged])
    return judged[0][0] if judged else None


def meaning(elaborated: str) -> str:
    """A statement as Lean prints it in full, with variables numbered: their names mean nothing."""
    names = [name for group in _BINDERS.findall(elaborated) for name in group.split()]
    numbers = {name: f"#{number}" for number, name in enumerate(dict.fromkeys(names))}
    return _WORDS.sub(lambda word: numbers.get(word[0], word[0]), " ".join(elaborated.split()))


def _merged(found: list[Elaborated]) -> list[tuple[Elaborated, int]]:
    """Candidates that mean different things, with the number of those that mean the same, most first."""
    votes = Counter(one.meaning for one in found)
    first = {one.meaning: one for one in reversed(found)}
    return [(first[meaning], count) for meaning, count in votes.most_common()]


async def _said_back(work: _Formalizing, one: Elaborated, votes: int) -> Candidate:
    """A candidate in words, by a model that does not know the problem, then compared with it."""
    job, statement = work.job, one.reading.statement
    examined, contradictory, said = await asyncio.gather(
        job.lab.certifier.examine(statement, job.lab.certify_s),
        contradict(job, statement, one.goal),
        _say(work, statement),
    )
    warnings: tuple[StatementWarning, ...] = (*text_warnings(one.text), *examined.warnings)
    candidate = Candidate(one.text, votes, said, "", contradictory, warnings, one.elaborated, compared=False)
    return await _compared(work, candidate) if said else candidate


async def _say(work: _Formalizing, statement: Statement) -> str:
    """What a statement says to a model that sees no comment and no name of it: these may tell the problem."""
    lines = without_comments(f"{statement.preamble}{statement.signature}").splitlines()
    text = "\n".join(filter(str.strip, lines))
    return (await work.interview.hear("say back", work.prompts.render("say_back", statement=text))).text


async def _compared(work: _Formalizing, candidate: Candidate) -> Candidate:
    """The candidate with how what it says differs from the problem, if a model tells."""
    prompt = work.prompts.render("compare", words=work.words, said=candidate.said)
    asked = await work.interview.hear("compare", prompt)
    found = conclusion(asked.text, "SAME", "DIFFERENT")
    differs = found.told or _UNTOLD if found.mark == "DIFFERENT" else ""
    return replace(candidate, differs=differs, compared=bool(found.mark))


def _errors(reading: Reading, verdict: Verdict) -> tuple[Message, ...]:
    if not isinstance(verdict, Rejected):
        return ()
    errors = [message for message in verdict.messages if message.severity is Severity.ERROR]
    return tuple(
        replace(one, start=reading.claim.given(one.start), end=reading.claim.given(one.end)) for one in errors
    )


def _why(work: _Formalizing) -> str:
    if work.proposed == 0:
        return work.interview.failure or "The time ran out before a statement was proposed."
    if work.stated == 0:
        return f"None of the {work.proposed} replies holds a statement."
    said = f" The last thing that Lean said of one: {work.complaints[-1]}" if work.complaints else ""
    return f"Lean accepts none of the {work.stated} statements that were proposed.{said}"


def _plain(answer: str) -> str:
    return "".join(answer.split()).casefold()
