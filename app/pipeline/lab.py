"""What the pipeline works with, and one problem on its way through it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.certificate import Certificate, Claim, NotCertified
from app.domain.events import ModelTrouble, Spent
from app.domain.lean_source import sorries
from app.domain.problem import Environment, Problem, Statement
from app.domain.sampling import Unanswered
from app.domain.subtask import Finished
from app.domain.verdict import Undecided, Verdict
from app.pipeline.crew import Crew
from app.pipeline.desk import Desk
from app.pipeline.memory import Memory
from app.ports import Certifier, Checker, Journal, Model, Prompts, Prover


@dataclass(frozen=True, slots=True)
class Models:
    """The models that are configured, by role; None where there is none."""

    informal: Model | None = None
    prover: Model | None = None
    infill: Model | None = None

    @property
    def planner(self) -> Model | None:
        """Who plans and sketches: the prover where there is no other."""
        return self.informal or self.prover


@dataclass(frozen=True, slots=True)
class Lab:
    """What a worker keeps warm.

    `check_s` and `certify_s` are the deadlines of one warm and one final check; `checks` bounds one search,
    and `workers` is how many checks it has under way at once. `lean_s` tells for how many seconds Lean
    processes have worked so far, each counted by itself, and `tokens` what models have read and written.
    `tokens_per_s` is how fast a reply of the prover comes, None before it is known; `proof_tokens` are those
    that a proof is worth. `prompts` are there wherever a model is.
    """

    environment: Environment
    checker: Checker
    certifier: Certifier
    prover: Prover
    check_s: float = 10.0
    certify_s: float = 30.0
    checks: int = 50_000
    workers: int = 2
    lean_s: Callable[[], float] = lambda: 0.0
    tokens: Callable[[], int] = lambda: 0
    tokens_per_s: Callable[[], float | None] = lambda: None
    proof_tokens: int = 1_500_000  # what 32 thinking samples cost when the chance has sunk to 0.3 %
    models: Models = Models()
    prompts: Prompts | None = None


WAITING = 4  # nodes for each Lean process where there is a prover to wait for
LEAST = 1 / 2  # of its seconds, which is what a job that was interrupted has at least


@dataclass(slots=True)
class Job:
    """One problem on its way; counts what it spends, together with what was spent before an interruption."""

    problem: Problem
    lab: Lab
    journal: Journal
    memory: Memory = field(default_factory=Memory)
    desk: Desk = field(init=False)
    crew: Crew = field(init=False)
    started: float = field(default_factory=time.monotonic)
    checks: int = 0
    tokens: int = 0
    _troubles: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.desk = Desk(self.journal, self.memory.heard)
        slots = self.lab.workers * (WAITING if self.lab.models.prover else 1)
        self.crew = Crew(self.journal, slots, self._pay)

    @property
    def spent(self) -> Spent:
        before = self.memory.spent
        elapsed_s = round(before.elapsed_s + self._elapsed_s, 3)
        return Spent(before.checks + self.checks, elapsed_s, before.tokens + self.tokens)

    @property
    def left_s(self) -> float:
        """What is left of the budget: docs/decisions/0002 says why some of it always is."""
        seconds = self.problem.seconds
        return max(seconds - self.memory.spent.elapsed_s, LEAST * seconds) - self._elapsed_s

    @property
    def _elapsed_s(self) -> float:
        return time.monotonic() - self.started

    def _pay(self, finished: Finished) -> None:
        self.checks += finished.checks
        self.tokens += finished.tokens

    async def ask(self, source: str, *, goals: bool = False, holes: bool = False) -> Verdict:
        """What a warm Lean says to `source`; with `goals`, also the goals at its last `sorry`, and with
        `holes` those at each.
        """
        self.checks += 1
        deadline_s = min(self.lab.check_s, max(self.left_s, 1.0))
        places = sorries(source)[-1:] if goals else () if holes else None
        return await self.lab.checker.check(source, deadline_s, places)

    async def told(self, way: str, reply: Unanswered) -> None:
        """Tell the person what a model has not answered, once."""
        if reply.detail not in self._troubles:
            self._troubles.add(reply.detail)
            await self.journal.append(ModelTrouble(way, reply.detail))

    async def certify(
        self, statement: Statement, proof: str, claim: Claim
    ) -> Certificate | NotCertified | Undecided:
        """The final word, from the certifier."""
        return await self.lab.certifier.certify(statement, proof, claim, self.lab.certify_s)
