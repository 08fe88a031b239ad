"""The command `lemmata models`: try each model that is configured, and say what it does."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import asdict, dataclass, replace

from rich.console import Console

from app.bootstrap import model_servers
from app.domain.sampling import Ending, Form, Prompt, Role, Sample, Sampling, Unanswered
from app.ports import Model
from app.settings import Settings

WELL, NOT_WELL, NOT_CONFIGURED = 0, 1, 2
CODES = "Exit codes: 0 all answer, 1 one does not, 2 no model is configured."
_HOW = (
    "No model is configured, so the built-in prover works alone. Set LEMMATA_PROVER_URL and "
    "LEMMATA_PROVER_MODEL to an OpenAI-compatible server and a model there, or LEMMATA_PROVER_PRESET to one "
    "that is well known; so do LEMMATA_INFORMAL_* and LEMMATA_INFILL_*. README.md lists them all."
)
_BRIEF = Sampling(tokens=64, temperature=0.0, top_p=1.0, deadline_s=90.0)
# A chat ends by itself; a model that thinks first takes some hundred tokens for that.
_SAMPLING = {
    Form.CHAT: replace(_BRIEF, tokens=2048),
    Form.COMPLETION: _BRIEF,
    Form.INFILL: _BRIEF,
}
_ASKED = {
    Form.CHAT: Prompt("", "", Form.CHAT, "Count from 1 to 20."),
    Form.COMPLETION: Prompt("", "", Form.COMPLETION, "theorem two : 1 + 1 = 2 := by\n"),
    Form.INFILL: Prompt("", "", Form.INFILL, "theorem two : 1 + 1 = ", suffix=" := by rfl\n"),
}
_FORMS = {
    Role.INFORMAL: (Form.CHAT,),
    Role.PROVER: (Form.CHAT, Form.COMPLETION),
    Role.INFILL: (Form.INFILL,),
}


@dataclass(frozen=True, slots=True)
class Heard:
    """What a model said to one kind of request: `why` it said nothing, empty where it did.

    `tokens_per_s` are those behind the first; None where everything came at once.
    """

    works: bool
    why: str = ""
    first_token_s: float | None = None
    tokens_per_s: float | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One role; the model answers if the first kind of request works that the role needs."""

    role: Role
    model: str
    url: str
    answers: bool
    forms: dict[Form, Heard]


def run(settings: Settings, screen: Console, *, as_json: bool) -> int:
    """Print what was found and return the exit code."""
    return asyncio.run(_run(settings, screen, as_json=as_json))


async def _run(settings: Settings, screen: Console, *, as_json: bool) -> int:
    well = []
    async for report in reports(settings):
        sys.stdout.write(json.dumps(asdict(report)) + "\n" if as_json else as_text(report))
        well.append(report.answers)
    if not well:
        screen.print(_HOW, soft_wrap=True)
        return NOT_CONFIGURED
    return WELL if all(well) else NOT_WELL


async def reports(settings: Settings) -> AsyncIterator[Report]:
    """One after the other, as those on one server would slow each other down."""
    async with model_servers(settings) as servers:
        for role, server in servers.items():
            forms = {form: await _heard(server, form) for form in _FORMS[role]}
            answers = forms[_FORMS[role][0]].works
            yield Report(role, server.offer.model, server.url, answers, forms)


async def _heard(model: Model, form: Form) -> Heard:
    started = time.monotonic()
    times: list[tuple[float, int]] = []
    asking = model.sample(
        _ASKED[form], _SAMPLING[form], lambda tokens: times.append((time.monotonic() - started, tokens))
    )
    async with aclosing(asking) as replies:
        reply = await anext(replies)
    match reply:
        case Sample():
            why = "" if reply.text.strip() else _nothing(reply)
            return Heard(not why, why, *_speed(times))
        case Unanswered():
            return Heard(works=False, why=reply.detail)


def _nothing(reply: Sample) -> str:
    """What a model did instead of saying something."""
    if not reply.thoughts:
        return "It said nothing."
    if reply.ending in (Ending.LENGTH, Ending.CUT):
        return f"It was still thinking at {reply.tokens} tokens, and had said nothing."
    return "It has only thought, and said nothing."


def _speed(times: list[tuple[float, int]]) -> tuple[float | None, float | None]:
    """Seconds to the first token, and tokens a second behind it."""
    if not times:
        return None, None
    first, last = times[0][0], times[-1][0]
    later = sum(tokens for _, tokens in times[1:])
    return round(first, 3), round(later / (last - first), 1) if last > first else None


def as_text(report: Report) -> str:
    head = (
        f"{report.role}: {report.model} at {report.url} {'answers' if report.answers else 'DOES NOT ANSWER'}"
    )
    return "\n".join([head, *(f"  {form}: {_line(heard)}" for form, heard in report.forms.items()), ""])


def _line(heard: Heard) -> str:
    if not heard.works:
        return f"does not work. {heard.why}"
    speed = f", {heard.tokens_per_s:g} tokens a second" if heard.tokens_per_s else ""
    return f"works, first token after {heard.first_token_s:g} s{speed}"
