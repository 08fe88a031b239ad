"""A goal of the tree at work: where its proof must hold, what models are shown of it, what was tried."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, field, replace

from app.domain import namespaces
from app.domain.events import ACCEPTS_ONE, NodeTried
from app.domain.goal import Goal
from app.domain.lemma import in_place, lemma
from app.domain.problem import Frame, Statement
from app.domain.reply import Offered, Unusable, proof_in
from app.domain.sampling import Prompt, Sample, Sampling, Trouble, Unanswered
from app.domain.sketch import Subgoal, alone
from app.domain.subtask import Subtask, subtask
from app.domain.tactic_text import gaps
from app.domain.token_count import TokenCount
from app.domain.trace import Fate, Group, Judged, fate
from app.domain.verdict import Checked, Message, Rejected, Severity, Undecided, Verdict
from app.pipeline.belief import QUICK, THINKING, Belief
from app.pipeline.lab import Job
from app.ports import Model

UNSOLVED = "unsolved goals"
LONGEST_S = 600.0  # for one request to a model
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Node:
    """`path` is empty at the root; `statement` is the goal as a theorem of its own.

    `judged` has what became of each proof that was tried here, so that none is checked twice, and `sketches`
    those that were drawn here. `left` is set once nothing more is tried here by itself; `unanswered` is what
    kept a model from answering last.
    """

    job: Job
    path: str
    frame: Frame
    goal: Goal
    statement: Statement
    quick: Belief = QUICK
    thinking: Belief = THINKING
    judged: dict[str, Judged] = field(default_factory=dict)
    checks: int = 0
    sketches: set[str] = field(default_factory=set)
    left: asyncio.Event = field(default_factory=asyncio.Event)
    unanswered: str = ""

    @classmethod
    def root(cls, job: Job, statement: Statement, goal: Goal) -> Node:
        return cls(job, "", statement, goal, statement)

    def below(self, number: int, subgoal: Subgoal) -> Node:
        """The node for a subgoal of a sketch for this one; `number` counts from 1."""
        path = f"{self.path}.{number}" if self.path else str(number)
        own = self.statement
        name = f"{own.name}_{number}"
        return Node(
            self.job, path, subgoal, subgoal.goal, lemma(subgoal.goal, name, own.header, own.preamble)
        )

    @property
    def task(self) -> Subtask:
        """The node as data, for other workers. Raises TypeError at the root."""
        if not isinstance(self.frame, Subgoal):
            raise TypeError("the root is nobody else's")
        return subtask(self.path, self.frame, self.statement, self.job.left_s)

    @property
    def depth(self) -> int:
        return len(self.path.split(".")) if self.path else 0

    @property
    def words(self) -> str:
        """What a person has said of it: of the root alone."""
        return "" if self.path else self.job.problem.words

    def prompt(self, template: str, **values: object) -> Prompt | None:
        """What a model is asked about the node's theorem; None where there are no prompts."""
        prompts, environment = self.job.lab.prompts, self.job.problem.environment
        known = {"statement": self.statement, "words": self.words, "environment": environment}
        return prompts.render(template, **known, **values) if prompts else None

    async def holds(self, proof: str) -> Verdict:
        """What a warm Lean says to `proof` in its place, with the goals at its gaps."""
        self.checks += 1
        sketched = bool(gaps(proof))
        verdict = await self.job.ask(self.frame.source(proof), holes=sketched)
        return verdict if sketched else alone(verdict, self.frame)

    async def judge(self, sample: Sample, offered: Offered | Unusable) -> Judged:
        """Have Lean judge what a reply offers, unless it was asked before."""
        if isinstance(offered, Unusable):
            return Judged(sample, Fate.UNUSABLE, note=offered.why)
        if known := self.judged.get(offered.proof):
            return replace(known, sample=sample)
        judged = await self._tried(sample, offered)
        if namespaces.may_want_them(judged.messages):
            judged = await self._opened(judged, offered)
        if judged.fate is not Fate.UNDECIDED:
            self.judged[offered.proof] = judged
        return judged

    async def _opened(self, plain: Judged, offered: Offered) -> Judged:
        """What Lean says with the namespaces open that the author had open, if that is anything else."""
        names = offered.namespaces
        while names:
            inside = replace(offered, proof=namespaces.within(names, offered.proof))
            judged = await self._tried(plain.sample, inside)
            missing = namespaces.unknown(judged.messages).intersection(names)
            if not missing:
                return judged if _first(judged) != _first(plain) else plain
            names = tuple(name for name in names if name not in missing)
        return plain

    async def _tried(self, sample: Sample, offered: Offered) -> Judged:
        inside = isinstance(self.frame, Subgoal)
        proof = in_place(self.goal, offered.proof) if inside else offered.proof
        verdict = await self.holds(proof)
        messages = () if isinstance(verdict, Checked) else self._located(proof, verdict)
        found = fate(verdict)
        note = offered.note if found is not Fate.ACCEPTED else ""
        return Judged(sample, found, proof, note, messages)

    def first_error(self, proof: str, verdict: Verdict) -> str:
        """The first thing that Lean says against a proof, with its line in the block of tactics."""
        if isinstance(verdict, Undecided):
            return verdict.detail
        said = next(iter(self._located(proof, verdict)), None)
        return f"Line {line_of(said, proof)}: {said.text.strip()}" if said else ""

    def _located(self, proof: str, verdict: Verdict) -> tuple[Message, ...]:
        """Lean's errors, their lines counted in the proof from 1; what is merely left to do comes last."""
        if not isinstance(verdict, Rejected):
            return ()
        before = _lines_before(self.frame, proof)
        located = [
            replace(
                said,
                start=replace(said.start, line=max(said.start.line - before, 1)),
                end=replace(said.end, line=max(said.end.line - before, 1)),
            )
            for said in verdict.messages
            if said.severity is Severity.ERROR
        ]
        return tuple(sorted(located, key=lambda said: said.text.startswith(UNSOLVED)))


def _lines_before(frame: Frame, proof: str) -> int:
    """How many lines stand before the first of `proof` in its frame.

    A frame puts a term elsewhere than tactics, and several lines elsewhere than one; it may leave out the
    line of a `by`, and that is counted as if it were there.
    """
    mark, head = "lemmata_begins_here", re.match(r"(?:by\s+)?", proof)
    first = head.end() if head else 0
    probe = f"{proof[:first]}{mark} {proof[first:]}"
    return frame.source(probe).partition(mark)[0].count("\n") - proof[:first].count("\n")


@dataclass(slots=True)
class Round:
    """One prompt for a node: its replies are judged as they come, and told when it ends.

    `read` finds in a reply what it offers, by default a proof of the node's own theorem. Where the rounds are
    many, `told` is False, and who asks for them tells them together; `kept` is the number of what was kept.
    `tokens` counts those of replies that were not waited for as well.
    """

    node: Node
    model: Model
    way: str
    prompt: Prompt
    read: Callable[[str], Offered | Unusable] | None = None
    told: bool = True
    kept: int = 0
    judged: list[Judged] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    tokens: int = 0
    _started: float = field(default_factory=time.monotonic)
    _checks: int = 0

    async def replies(self, sampling: Sampling) -> AsyncGenerator[Judged, None]:
        """What becomes of each reply. Whoever stops listening stops the model."""
        job = self.node.job
        deadline_s = min(sampling.deadline_s, max(job.left_s, 0.0), LONGEST_S)
        count = TokenCount(self._spend)
        asked = self.model.sample(self.prompt, replace(sampling, deadline_s=deadline_s), count.hear)
        try:
            async with aclosing(asked) as replies:
                async for reply in replies:
                    if isinstance(reply, Unanswered):
                        await self._failed(reply)
                        continue
                    count.replied(reply)
                    before = self.node.checks
                    self.judged.append(await self.node.judge(reply, self._offered(reply.text)))
                    self._checks += self.node.checks - before
                    yield self.judged[-1]
        finally:
            count.end()
            await asyncio.shield(self._tell())

    def _spend(self, tokens: int) -> None:
        self.tokens += tokens
        self.node.job.tokens += tokens

    def _offered(self, text: str) -> Offered | Unusable:
        try:
            return self.read(text) if self.read else proof_in(text, self.node.statement)
        except Exception:  # one reply ends no job
            _log.exception("a reply to %s cannot be read", self.way)
            return Unusable("Lemmata could not read this reply, by a mistake of its own.")

    async def _failed(self, reply: Unanswered) -> None:
        self.node.unanswered = reply.detail
        if reply.trouble is not Trouble.LATE or not self.tokens:  # else it is our own time that was over
            await self.node.job.told(self.way, reply)
        self.failures.append(reply.detail)

    async def _tell(self) -> None:
        node, judged = self.node, tuple(self.judged)
        group = Group(
            node.path,
            self.way,
            self.model.offer.model,
            node.statement.source("by sorry"),
            self.prompt,
            judged,
            tuple(self.failures),
        )
        self.kept = await node.job.journal.keep(group)
        if not self.told:
            return
        event = NodeTried(
            node.path,
            self.way,
            result(judged, self.failures),
            len(judged),
            self.tokens,
            self._checks,
            round(time.monotonic() - self._started, 3),
            self.kept,
            _said(judged, self.failures),
        )
        await node.job.journal.append(event)


def _first(judged: Judged) -> list[str]:
    return [one.text for one in judged.messages[:1]]


def line_of(said: Message, proof: str) -> int:
    """The line of a message about `proof`, from 1, in its block of tactics."""
    return max(said.start.line - proof.startswith("by\n"), 1)


def complaints(judged: Judged) -> list[dict[str, object]]:
    """Lean's errors for a prompt, their lines counted in the block of tactics that it shows.

    The first has in brackets behind it what Lean does not know of the reply.
    """
    texts = [one.text for one in judged.messages]
    if texts and judged.note:
        texts[0] = f"{texts[0]} ({judged.note})"
    return [
        {"line": line_of(one, judged.code), "text": text}
        for one, text in zip(judged.messages, texts, strict=True)
    ]


def result(judged: tuple[Judged, ...], failures: list[str]) -> str:
    """What came of a round, in words."""
    if any(one.fate is Fate.ACCEPTED for one in judged):
        return ACCEPTS_ONE
    words = {
        Fate.REJECTED: "Lean rejects",
        Fate.INCOMPLETE: "Lean accepts, with gaps,",
        Fate.UNUSABLE: "cannot be used:",
        Fate.UNDECIDED: "could not be decided:",
    }
    counted = [(word, sum(one.fate is kind for one in judged)) for kind, word in words.items()]
    said = [f"{word} {count}" for word, count in counted if count]
    said += [f"no answer to {len(failures)}"] if failures else []
    return "; ".join(said) or "stopped"


def _said(judged: tuple[Judged, ...], failures: list[str]) -> str:
    """The first line of what there is to say about what went furthest."""
    rejected = [one for one in judged if one.messages]
    if rejected:
        furthest = max(rejected, key=lambda one: one.messages[0].start.line)
        return furthest.messages[0].text.partition("\n")[0]
    notes = [one.note for one in judged if one.note]
    return next(iter([*notes, *failures]), "")
