"""What is asked of a model and what comes back: text with a price, and never a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a model is there for. One model may play several."""

    INFORMAL = "informal"  # plans, translations, formalizations, answers
    PROVER = "prover"  # whole proofs of a Lean file
    INFILL = "infill"  # what belongs between a prefix and a suffix


class Form(StrEnum):
    """How a prompt is sent: one chat turn, the beginning of a text, or the text around a gap."""

    CHAT = "chat"
    COMPLETION = "completion"
    INFILL = "infill"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A rendered prompt; `digest` is the SHA-256 of the template that it was made from, as hexadecimal.

    `suffix` is what stands behind the gap of an infill, empty for the other forms.
    """

    template: str
    digest: str
    form: Form
    text: str
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Sampling:
    """How to sample: `n` replies of at most `tokens` tokens; `stop` texts end a reply and are not part of it.

    `deadline_s` is wall-clock seconds for all of them, queueing and retries included.
    """

    n: int = 1
    tokens: int = 2048
    temperature: float = 1.0
    top_p: float = 0.95
    stop: tuple[str, ...] = ()
    seed: int | None = None
    deadline_s: float = 120.0


class Ending(StrEnum):
    """How a reply ended: by itself alone if it is `COMPLETE`."""

    COMPLETE = "complete"
    LENGTH = "length"  # at its limit of tokens
    CUT = "cut"  # the line was cut, or whoever asked had no more time
    CALL = "call"  # with a call of a tool, though it was given none
    WITHHELD = "withheld"  # the server's filter stopped it


@dataclass(frozen=True, slots=True)
class Sample:
    """One reply. Tokens are those that the server counted, or an estimate where it counted none.

    `prompt_tokens` are counted with the first sample of a request alone, as they are paid once. `thoughts` is
    what a model that thinks apart from its reply has thought; `logprob` the sum of the natural logarithms of
    the tokens' probabilities, where the server gives them.
    """

    text: str
    ending: Ending = Ending.COMPLETE
    tokens: int = 0
    prompt_tokens: int = 0
    elapsed_s: float = 0.0
    thoughts: str = ""
    logprob: float | None = None


class Trouble(StrEnum):
    """Why a model has not answered."""

    UNREACHABLE = "unreachable"
    LATE = "late"  # whoever asked had no more time
    SILENT = "silent"  # nothing came for longer than a server is waited for
    REFUSED = "refused"  # the key, or the request
    BUSY = "busy"  # the server asks for patience, longer than there is time
    FAILED = "failed"
    UNREADABLE = "unreadable"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Unanswered:
    """No reply, which says nothing about the mathematics; `detail` is a sentence for a person, no secret."""

    trouble: Trouble
    detail: str


Reply = Sample | Unanswered


@dataclass(frozen=True, slots=True)
class Offer:
    """What a model is and costs: prices are in US dollars for a million tokens, 0 where it is one's own.

    `context` is how many tokens prompt and reply may have together; `style` names the prompts that it was
    trained on.
    """

    model: str
    context: int
    price_in: float = 0.0
    price_out: float = 0.0
    style: str = "chat"
