"""From words to statements that a person can choose from; the model proposes, Lean reads, the person decides.

After DeepSeek-Prover-V1 (arXiv:2405.14333, section 3.1): sample candidates, keep those that Lean elaborates,
reject contradictory hypotheses. Ours, as a statement that elaborates may still say something else: candidates
are merged by what Lean makes of them and counted, translated back to words and compared with the problem.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from contextlib import aclosing
from dataclasses import dataclass, field, replace

from app.domain.candidate import Candidate
from app.domain.conclusion import answer as answer_in
from app.domain.conclusion import difference, plain
from app.domain.errors import NotAStatement
from app.domain.events import Formalized, Formalizing, LeftUndecided
from app.domain.goal import Goal
from app.domain.problem import Statement
from app.domain.prose import asks_for_an_answer
from app.domain.reply import statement_in
from app.domain.sampling import Ending, Sample
from app.domain.statement import Reading, read_statement
from app.domain.tactic_text import without_comments
from app.domain.trace import Fate, Judged, fate
from app.domain.verdict import Incomplete, Message, Rejected, Severity, Verdict
from app.domain.warnings import StatementWarning, text_warnings
from app.pipeline.contradiction import contradict
from app.pipeline.examine import in_full
from app.pipeline.interview import Asked, Heard, Interview, whole
from app.pipeline.lab import Job
from app.ports import Prompts

CANDIDATES = 6
SOLUTIONS = 8  # of which the commonest answer is taken
SHOWN = 4  # candidates that are said back and shown
_BINDERS = re.compile(r"[({\[⦃]([^\W\d][^:(){}\[\]⦃⦄,]*?) :")
_WORDS = re.compile(r"(?<![.\w@])[^\W\d][\w'!?₀-₉✝]*(?![\w.])")
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
    samples: list[Sample] = field(default_factory=list)  # of the proposals, the repaired ones left out
    complaints: list[str] = field(default_factory=list)  # of Lean
    unread: str = ""  # the last thing that the reader said of a reply that is no statement
    asked: int = 0  # proposals of which Lean was asked, at once or after a repair
    accepted: int = 0

    @property
    def words(self) -> str:
        return self.job.problem.text

    @property
    def proposed(self) -> int:
        return len(self.samples)

    async def tell(self, doing: str) -> None:
        await self.job.journal.append(Formalizing(doing, self.proposed, self.accepted))


async def formalize(job: Job) -> Formalized | LeftUndecided:
    """Statements for the words of `job`, the likeliest first. Needs a model that translates."""
    model, prompts = job.lab.models.informal or job.lab.models.prover, job.lab.prompts
    if model is None or prompts is None:
        raise ValueError("words need a model")
    work = _Formalizing(job, Interview(job, model), prompts)
    vote = await _voted(work) if asks_for_an_answer(work.words) else _Vote()
    found = await _candidates(work, vote.answer)
    merged = _merged(found)
    await work.tell("Each statement is said back in words and compared with the problem")
    shown = await asyncio.gather(*(_said_back(work, one, votes) for one, votes in merged[:SHOWN]))
    ranked = sorted(
        shown, key=lambda one: (one.contradictory, bool(one.differs), not one.compared, -one.votes)
    )
    why = "" if shown else _why(work)
    return Formalized(
        tuple(ranked), work.proposed, why, vote.answer, vote.agreeing, vote.asked, job.spent, vote.cut
    )


@dataclass(slots=True)
class _Vote:
    """The answers of the solutions that came to their end; `cut` of those `asked` did not."""

    answers: list[str] = field(default_factory=list)
    asked: int = 0
    cut: int = 0

    def count(self, solution: Sample) -> None:
        self.asked += 1
        if not whole(solution):
            self.cut += 1
        elif found := answer_in(solution.text):
            self.answers.append(found)

    @property
    def agreeing(self) -> int:
        return max(Counter(map(plain, self.answers)).values(), default=0)

    @property
    def answer(self) -> str:
        """That which most solutions end with, as the first of them spells it."""
        (key, _), *_ = Counter(map(plain, self.answers)).most_common(1) or [("", 0)]
        return next((answer for answer in self.answers if plain(answer) == key), "")


async def _voted(work: _Formalizing) -> _Vote:
    """Solutions vote on the answer until it is settled.

    Self-consistency, as in DeepSeekMath (arXiv:2402.03300): proofs need no vote, answers do.
    """
    await work.tell("The problem asks for an answer: several solutions vote on it")
    vote, asked = _Vote(), Asked("answer", work.prompts.render("answer", words=work.words))
    async with aclosing(work.interview.replies(asked, SOLUTIONS)) as solutions:
        async for solution in solutions:
            asked.judged.append(Judged(solution, Fate.UNJUDGED))
            vote.count(solution)
            if 2 * vote.agreeing > SOLUTIONS:
                break
    return vote


async def _candidates(work: _Formalizing, answer: str) -> list[Elaborated]:
    """Those of the proposals that Lean accepts, at once or after one repair."""
    await work.tell("Statements in Lean are being proposed")
    environment = work.job.problem.environment
    prompt = work.prompts.render("formalize", words=work.words, answer=answer, environment=environment)
    asked, found = Asked("formalize", prompt), list[Elaborated]()
    async with aclosing(work.interview.replies(asked, CANDIDATES, needed=True)) as replies:
        async for sample in replies:
            work.samples.append(sample)
            await _judged(work, asked, sample, found)
    broken = [one for one in asked.judged if one.code and one.fate in (Fate.REJECTED, Fate.UNUSABLE)]
    work.asked = sum(one.fate is not Fate.UNUSABLE for one in asked.judged)
    await asyncio.gather(*(_mended(work, one, found) for one in broken))
    return found


async def _judged(work: _Formalizing, asked: Asked, sample: Sample, found: list[Elaborated]) -> None:
    """Judge one reply, and put what Lean accepts to what was `found`."""
    elaborated, judged = await _elaborated(work, sample)
    asked.judged.append(judged)
    if elaborated is not None:
        work.accepted += 1
        found.append(elaborated)
    await work.tell(_REPLIED)


async def _elaborated(work: _Formalizing, sample: Sample) -> tuple[Elaborated | None, Judged]:
    """What Lean makes of the statement in a reply, and what became of the reply."""
    header = work.job.lab.environment.header
    code = statement_in(sample.text)
    if not code:
        return None, Judged(sample, Fate.UNUSABLE, note="The reply holds no Lean code.")
    if not whole(sample) and ":=" not in code:  # half of a statement may state something too
        work.unread = "The reply was cut off within its statement."
        return None, Judged(sample, Fate.UNUSABLE, code, work.unread)
    try:
        reading = read_statement(code, header, _NAME)
    except NotAStatement as error:
        work.unread = str(error)
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


async def _mended(work: _Formalizing, failed: Judged, found: list[Elaborated]) -> None:
    """Show the model, once, what Lean says of its statement, or why Lean was not asked."""
    by_lean = failed.fate is Fate.REJECTED
    said = [{"line": one.start.line, "text": one.text} for one in failed.messages]
    prompt = work.prompts.render(
        "repair_statement",
        words=work.words,
        statement=failed.code,
        messages=said if by_lean else [{"line": 0, "text": failed.note}],
        by_lean=by_lean,
        environment=work.job.problem.environment,
    )
    asked = Asked("formalize again", prompt)
    async with aclosing(work.interview.replies(asked)) as replies:
        async for sample in replies:
            await _judged(work, asked, sample, found)
    work.asked += not by_lean and any(one.fate is not Fate.UNUSABLE for one in asked.judged)


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
    candidate = Candidate(
        one.text, votes, said.text, "", contradictory, warnings, one.elaborated, compared=False
    )
    if not said.text:
        why = f"no model was asked, because nothing says it in words: {said.why}."
        return replace(candidate, uncompared=why)
    return await _compared(work, candidate)


async def _say(work: _Formalizing, statement: Statement) -> Heard:
    """What a statement says to a model that sees no comment and no name of it: these may tell the problem."""
    lines = without_comments(f"{statement.preamble}{statement.signature}").splitlines()
    text = "\n".join(filter(str.strip, lines))
    return await work.interview.hear("say back", work.prompts.render("say_back", statement=text))


async def _compared(work: _Formalizing, candidate: Candidate) -> Candidate:
    """The candidate with how what it says differs from the problem, if a model tells."""
    prompt = work.prompts.render("compare", words=work.words, said=candidate.said)
    heard = await work.interview.hear("compare", prompt, share=1.0)
    differs = difference(heard.text)
    if differs is None:
        why = f"{heard.why or 'the model did not say plainly whether it is the same'}."
        return replace(candidate, uncompared=why)
    return replace(candidate, differs=differs, compared=True)


def _errors(reading: Reading, verdict: Verdict) -> tuple[Message, ...]:
    if not isinstance(verdict, Rejected):
        return ()
    errors = [message for message in verdict.messages if message.severity is Severity.ERROR]
    return tuple(
        replace(one, start=reading.claim.given(one.start), end=reading.claim.given(one.end)) for one in errors
    )


def _why(work: _Formalizing) -> str:
    """Why there is no statement; only what Lean said is said to be Lean's."""
    if work.proposed == 0:
        return work.interview.failure or "The time ran out before a statement was proposed."
    if work.asked:
        said = f" The last thing that Lean said of one: {work.complaints[-1]}" if work.complaints else ""
        return f"Lean accepts none of the {work.asked} statements that were proposed.{said}"
    readable = " that can be read" if work.unread else ""
    why = f"None of the {work.proposed} replies holds a statement{readable}."
    if work.unread:
        why += f" What is wrong with the last one: {work.unread}"
    if long := sum(sample.ending is Ending.LENGTH for sample in work.samples):
        why += f" {long} of them reached the limit of {work.interview.tokens} tokens, thoughts included."
    if early := sum(not whole(sample) for sample in work.samples) - long:
        why += f" {early} of them did not come to their end."
    return why
