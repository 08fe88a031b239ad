"""A prover behind the scripted server, and what it is asked."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

from app.domain.sampling import Form, Offer, Prompt, Reply, Role, Sampling
from app.models.openai_server import OpenAIServer
from app.models.serving.connection import Connection, Limits

KEY = "sk-s3cret"
SECRET_PROMPT = "theorem confidential : 1 = 1 := by"
CHAT = Prompt("template", "digest", Form.CHAT, SECRET_PROMPT)
COMPLETION = replace(CHAT, form=Form.COMPLETION)
INFILL = replace(CHAT, form=Form.INFILL, suffix="  exact h")
OFFER = Offer("scripted", 8192)
QUICK = Limits(connect_s=2.0, silence_s=1.0)
SHORT = Sampling(deadline_s=5.0)


@asynccontextmanager
async def serving(
    url: str, limits: Limits = QUICK, offer: Offer = OFFER, at_once: int = 8, *, logprobs: bool = False
) -> AsyncIterator[OpenAIServer]:
    connection = Connection(url, KEY, at_once, limits)
    try:
        yield OpenAIServer(Role.PROVER, connection, offer, logprobs=logprobs)
    finally:
        await connection.close()


async def replies(
    model: OpenAIServer,
    prompt: Prompt = CHAT,
    sampling: Sampling = SHORT,
    heard: Callable[[int], None] = lambda tokens: None,
) -> list[Reply]:
    return [reply async for reply in model.sample(prompt, sampling, heard)]


async def the_reply(url: str, sampling: Sampling = SHORT, limits: Limits = QUICK) -> Reply:
    async with serving(url, limits) as model:
        (reply,) = await replies(model, CHAT, sampling)
        return reply
