"""What the pipeline needs from the world. Adapters live in `app/lean`, `app/models` and `app/store`."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Any, Protocol

from app.domain.act import Act
from app.domain.certificate import Certificate, Claim, NotCertified
from app.domain.events import Event
from app.domain.goal import Goal
from app.domain.problem import Statement
from app.domain.proof import Proposal
from app.domain.reference import Guide, Reference
from app.domain.sampling import Offer, Prompt, Reply, Sampling
from app.domain.subtask import Finished, Subtask
from app.domain.trace import Group
from app.domain.verdict import Position, Undecided, Verdict
from app.domain.warnings import Examination


class Checker(Protocol):
    """Warm Lean: quick answers that guide a search. Its 'yes' is not yet a proof."""

    async def check(
        self, source: str, deadline_s: float, goals_at: Sequence[Position] | None = None
    ) -> Verdict:
        """Elaborate `source`, a whole file with its header, and say what Lean says.

        The verdict's `goals` answer `goals_at` in order: the goals before the tactic that stands there, none
        where there is no tactic. Where it is None, an `Incomplete` has no holes: they cost more than its
        check. `deadline_s` is wall-clock seconds, queueing included.
        Lean's refusal is `Rejected`; a timeout, lack of memory or a crash is `Undecided`.
        Raises CheckerUnavailable if no worker can be started.
        """
        ...


class Certifier(Protocol):
    """The final word, by processes that have seen nothing else."""

    async def examine(self, statement: Statement, deadline_s: float) -> Examination:
        """What the elaborated statement tells; nothing where Lean cannot say."""
        ...

    async def certify(
        self, statement: Statement, proof: str, claim: Claim, deadline_s: float
    ) -> Certificate | NotCertified | Undecided:
        """Decide whether `proof`, a term, shows `claim` of the locked statement.

        It proves the statement, its negation, or `False` from its hypotheses.
        """
        ...


class Prover(Protocol):
    """Whatever proposes: the symbolic prover or a model. It is never believed."""

    async def propose(self, goal: Goal, preamble: str = "") -> Sequence[Proposal]:
        """Tactics for `goal`, the most promising first; an empty answer is allowed.

        `preamble` holds the commands before the theorem, whose definitions the goal may speak of.
        """
        ...


class Model(Protocol):
    """A language model behind a server. What it says is a stranger's text."""

    @property
    def offer(self) -> Offer: ...

    def sample(
        self, prompt: Prompt, sampling: Sampling, heard: Callable[[int], None] = lambda tokens: None
    ) -> AsyncGenerator[Reply, None]:
        """`sampling.n` replies in the order in which they end; what fails is an `Unanswered` among them.

        `heard` is told how many more tokens have come. Raises nothing: whoever stops listening, closes the
        iterator or is cancelled ends the requests that are under way.
        """
        ...


class Prompts(Protocol):
    """The texts that are sent to models."""

    def render(self, template: str, **values: object) -> Prompt:
        """Raises KeyError for a template or a value that does not exist."""
        ...


class Journal(Protocol):
    """Where a job reports what happened, and hears what people do to it."""

    async def append(self, event: Event) -> None: ...

    async def keep(self, group: Group) -> int:
        """Keep what one prompt has brought, for whoever looks at it and for training.

        Returns the number by which an event can refer to it, 0 where it is not kept.
        """
        ...

    async def acts(self, after: int) -> Sequence[Act]:
        """What people have done to it, with a number above `after`, in order."""
        ...

    async def offer(self, tasks: Sequence[Subtask]) -> None:
        """Let other workers take subgoals, if there are any."""
        ...

    async def take(self, node: str) -> bool:
        """Whether an offered subgoal is ours from now on, as nobody else has it."""
        ...

    async def found(self, node: str) -> Finished | None:
        """What another worker has made of a subgoal; None while it works on it."""
        ...

    async def withdraw(self, nodes: Sequence[str]) -> None:
        """Nobody need work on these any longer."""
        ...

    async def keep_tree(self, name: str, tree: dict[str, Any]) -> None:
        """Keep a tree search of the job, as JSON holds it, in place of what had its name before."""
        ...

    async def tree(self, name: str) -> dict[str, Any] | None:
        """What was kept by that name as long as the job had not ended; None where there is nothing."""
        ...


class Queue(Protocol):
    """Hands a job to some worker, at least once."""

    def enqueue(self, job_id: str) -> None: ...


class Library(Protocol):
    """The built-in library, for people who look things up in it."""

    @property
    def guide(self) -> Guide:
        """Notation and tactics, which are known without Lean."""
        ...

    async def reference(self) -> Reference:
        """The same object each time. Raises CoreBuildFailed and CheckerUnavailable."""
        ...
