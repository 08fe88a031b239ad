"""A language model behind any OpenAI-compatible server: vLLM, SGLang, llama.cpp, Ollama, a hosted one.

Several replies are asked for side by side, one request each: not all servers know `n`, and a reply that is
late or broken then costs only itself. Servers keep what they have read of a prompt, so it is read once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Set
from dataclasses import dataclass
from secrets import SystemRandom

from app.domain.sampling import Form, Offer, Prompt, Reply, Role, Sample, Sampling, Trouble, Unanswered
from app.models.serving.connection import Connection
from app.models.serving.said import Said, estimate
from app.models.serving.troubles import FOREIGN, Failure, unanswered, understood

CHAT, COMPLETIONS = "/chat/completions", "/completions"
LIMIT = "max_tokens"
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.25, 8.0
# DeepSeek-Coder (arXiv:2401.14196) was trained on gaps that are written like this, prefix first.
CODER = "deepseek-coder"
_GAP = ("<｜fim▁begin｜>", "<｜fim▁hole｜>", "<｜fim▁end｜>")
_OFTEN = {Trouble.BUSY}
_SOMETIMES = {Trouble.UNREACHABLE, Trouble.FAILED}
_INTERRUPTED = {Trouble.UNREACHABLE, Trouble.LATE, Trouble.SILENT, Trouble.FAILED}
_random = SystemRandom()


@dataclass(frozen=True, slots=True)
class _Request:
    """What is posted where; `prompt` is the text of it that is paid for."""

    path: str
    body: dict[str, object]
    prompt: str
    stop: tuple[str, ...]

    def without(self, parameters: Set[str]) -> dict[str, object]:
        """The body for a server that does not take these; the limit of tokens has a second name there."""
        body = {name: value for name, value in self.body.items() if name not in parameters}
        return body | ({"max_completion_tokens": self.body[LIMIT]} if LIMIT in parameters else {})


@dataclass(slots=True)
class _Call:
    """What the replies of a call share; once one is `refused` for good, no more of them are asked for."""

    until: float
    heard: Callable[[int], None]
    refused: Failure | None = None


class OpenAIServer:
    """The `Model` that `role` names; several may share a `connection`, and with it its limit.

    With `logprobs`, the server is asked for them, which some refuse.
    """

    def __init__(self, role: Role, connection: Connection, offer: Offer, *, logprobs: bool = False) -> None:
        self.role = role
        self._connection = connection
        self._offer = offer
        self._logprobs = logprobs
        self._not_taken = connection.not_taken.setdefault(offer.model, set())

    @property
    def offer(self) -> Offer:
        return self._offer

    @property
    def url(self) -> str:
        return self._connection.url

    async def sample(
        self, prompt: Prompt, sampling: Sampling, heard: Callable[[int], None] = lambda tokens: None
    ) -> AsyncGenerator[Reply, None]:
        """See `Model.sample`. A seed is that of the first reply; the next ones follow it."""
        call = _Call(asyncio.get_running_loop().time() + sampling.deadline_s, heard)
        tasks = [
            asyncio.create_task(self._reply(self._request(prompt, sampling, number), call))
            for number in range(sampling.n)
        ]
        try:
            for finished in asyncio.as_completed(tasks):
                yield await finished
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def models(self, deadline_s: float = 10.0) -> tuple[str, ...] | Unanswered:
        """The names of the models that the server has: a sign that it is well, which costs nothing."""
        try:
            async with asyncio.timeout(deadline_s):
                told = await self._connection.models()
            listed = told.get("data") if isinstance(told, dict) else None
            if isinstance(listed, list):
                return tuple(str(each["id"]) for each in listed if isinstance(each, dict) and "id" in each)
            failure = Failure(Trouble.UNREADABLE)
        except TimeoutError:
            failure = Failure(Trouble.SILENT)
        except FOREIGN as error:
            failure = understood(error)
        return self._unanswered(failure)

    def _request(self, prompt: Prompt, sampling: Sampling, number: int) -> _Request | None:
        """None where the prompt alone fills the context."""
        text, suffix = _sendable(prompt.text), _sendable(prompt.suffix)
        if prompt.form is Form.INFILL and self._offer.style == CODER:
            begin, hole, end = _GAP
            text, suffix = f"{begin}{text}{hole}{suffix}{end}", ""
        taken = estimate(text + suffix)
        if (room := self._offer.context - taken) < 1:
            return None
        room = max(room - taken, room // 2)  # mathematics has more tokens than plain text
        body: dict[str, object] = {
            "model": self._offer.model,
            LIMIT: min(sampling.tokens, max(room, 1)),
            "temperature": sampling.temperature,
            "top_p": sampling.top_p,
            "stream": True,
            "stream_options": {"include_usage": True},
        }
        if sampling.stop:
            body["stop"] = list(sampling.stop)
        if sampling.seed is not None:
            body["seed"] = sampling.seed + number
        if prompt.form is Form.CHAT:
            body |= {"messages": [{"role": "user", "content": text}]}
            body |= {"logprobs": True} if self._logprobs else {}
            return _Request(CHAT, body, text, sampling.stop)
        body |= {"prompt": text} | ({"suffix": suffix} if suffix else {})
        body |= {"logprobs": 1} if self._logprobs else {}
        return _Request(COMPLETIONS, body, text + suffix, sampling.stop)

    async def _reply(self, request: _Request | None, call: _Call) -> Reply:
        """Ask until there is an answer, as long as there is hope and time."""
        if request is None:
            return self._too_long_a_prompt()
        failures: list[Failure] = []
        left_out: set[str] = set()
        while isinstance(answer := await self._attempt(request, left_out, call), Failure):
            if answer.parameter:
                left_out.add(answer.parameter)
                continue
            failures.append(answer)
            pause_s = self._pause_s(answer, len(failures))
            if pause_s is None or asyncio.get_running_loop().time() + pause_s >= call.until:
                return self._unanswered(_telling(failures))
            await asyncio.sleep(pause_s)
        self._not_taken |= left_out
        return answer

    async def _attempt(self, request: _Request, left_out: Set[str], call: _Call) -> Sample | Failure:
        """One request. What came before the line was cut is a reply too; see `Ending.CUT`."""
        said = Said(call.heard, self._connection.limits.chars)
        started, body = time.monotonic(), request.body
        try:
            async with asyncio.timeout_at(call.until), self._connection.gate:
                if call.refused:
                    return call.refused
                started, body = time.monotonic(), request.without(self._not_taken | left_out)
                async with self._connection.events(request.path, body) as events:
                    async for event in events:
                        said.add(event)
            failure = None if said.began else Failure(Trouble.UNREADABLE)
        except TimeoutError:
            failure = Failure(Trouble.LATE)
        except FOREIGN as error:
            failure = understood(error, body)
        if failure and failure.trouble is Trouble.REFUSED and not failure.parameter:
            call.refused = failure
        if failure and not (said.anything and failure.trouble in _INTERRUPTED):
            return failure
        return said.sample(request.prompt, request.stop, time.monotonic() - started)

    def _pause_s(self, failure: Failure, tried: int) -> float | None:
        """What to wait before another try: longer each time, never shorter than asked; None to stop."""
        hopeful = failure.trouble in _OFTEN or (
            failure.trouble in _SOMETIMES and tried < self._connection.limits.tries
        )
        if not hopeful:
            return None
        backoff_s = min(FIRST_PAUSE_S * 2.0 ** min(tried - 1, 10), LONGEST_PAUSE_S)
        return max(backoff_s, failure.wait_s or 0.0) + _random.uniform(0.0, backoff_s / 4)

    def _unanswered(self, failure: Failure) -> Unanswered:
        return unanswered(failure, self.role, self.url, self._offer.model)

    def _too_long_a_prompt(self) -> Unanswered:
        context = self._offer.context
        detail = f"The prompt for the {self.role} model does not fit into its context of {context} tokens."
        return Unanswered(Trouble.REFUSED, detail)


def _telling(failures: list[Failure]) -> Failure:
    """The last one, or that before it where the deadline has only cut off another try."""
    *before, last = failures
    return before[-1] if before and last.trouble is Trouble.LATE else last


def _sendable(text: str) -> str:
    """Half a character, as a terminal may give it, cannot be sent."""
    return text.encode("utf-8", "replace").decode()
