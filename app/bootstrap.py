"""Settings become services: the only place that chooses adapters."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.errors import NoJail
from app.domain.sampling import Offer, Role
from app.endpoints import Endpoint
from app.lean import launch
from app.lean.environments import core_environment, module_sources
from app.lean.jail import Jail, Level, probe
from app.lean.meter import Meter
from app.lean.pool import LeanPool
from app.lean.reference import CoreReference
from app.models.library import LemmaIndex
from app.models.metered import Meter as TokenMeter
from app.models.metered import Metered
from app.models.symbolic import SymbolicProver
from app.pipeline.lab import Lab, Models
from app.pipeline.once import Once
from app.ports import Library, Prompts, Queue
from app.settings import Settings
from app.trust.certify import Certifier
from app.trust.signing import Signer
from app.trust.statements import StatementCertifier

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from app.models.openai_server import OpenAIServer


@dataclass(frozen=True, slots=True)
class Services:
    """What the web server works with."""

    settings: Settings
    db: Engine
    queue: Queue
    library: Library
    jail: Jail | None = None

    @property
    def closed(self) -> NoJail | None:
        """Why no problem is taken, where that is so."""
        return no_jail(self.settings, self.jail)


def no_jail(settings: Settings, jail: Jail | None) -> NoJail | None:
    """Why nothing is run here: strangers may set problems, and there is no jail. None where it may be."""
    return NoJail(jail.missing) if settings.public and jail and jail.level is Level.LIMITS else None


def services(settings: Settings, jail: Jail | None = None) -> Services:
    """Connect to the database, bring it up to date, and find the queue.

    `jail` is that of the workers beside the web server, None where there are none.
    """
    from app.store.database import connect, migrate  # a third of a second that `lemmata prove` does not need
    from app.store.queue import CeleryQueue

    db = connect(settings)
    migrate(db)
    return Services(settings, db, CeleryQueue(settings), CoreReference(settings.data), jail)


def instance_signer(settings: Settings) -> Signer:
    """Signs with the key of this installation, which is kept in the database."""
    from app.store.database import connect, migrate
    from app.store.signing import CERTIFICATES, signing_key

    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    db = connect(settings)
    try:
        migrate(db)
        return Signer(signing_key(db, CERTIFICATES))
    finally:
        db.dispose()


@asynccontextmanager
async def laboratory(
    settings: Settings,
    report: Callable[[str], None] = lambda line: None,
    signer: Signer | None = None,
    *,
    for_strangers: bool = False,
) -> AsyncIterator[Lab]:
    """Everything that a job needs, warm; its Lean processes end with it.

    `report` hears about the compilation of the built-in library, which happens once; certificates are signed
    by `signer`. Raises CoreBuildFailed and CheckerUnavailable, and `for_strangers` what `no_jail` says.
    """
    core, jail = await asyncio.gather(asyncio.to_thread(core_environment, settings.data, report), probe())
    if for_strangers and (refused := no_jail(settings, jail)):
        raise refused
    meter = Meter()
    certifier = Certifier(core, launch.Limits(cpu_s=60), settings.second_kernel_s, jail=jail, meter=meter)
    async with (
        LeanPool(core, settings.lean_workers, meter=meter, jail=jail) as pool,
        model_servers(settings) as servers,
    ):
        library, _ = await asyncio.gather(asyncio.to_thread(_library), pool.warm())
        counted = TokenMeter()
        models = {role: Metered(server, counted) for role, server in servers.items()}
        yield Lab(
            environment=core.environment,
            checker=Once(pool),
            certifier=StatementCertifier(certifier, signer),
            prover=SymbolicProver(library),
            check_s=settings.check_s,
            certify_s=settings.certify_s,
            workers=settings.lean_workers,
            lean_s=lambda: meter.lean_s,
            tokens=lambda: counted.tokens,
            tokens_per_s=lambda: models[Role.PROVER].tokens_per_s if Role.PROVER in models else None,
            proof_tokens=settings.proof_tokens,
            models=Models(**models),
            prompts=_prompts() if servers else None,
        )


def endpoints(settings: Settings) -> dict[Role, Endpoint]:
    """Where the models are that are configured."""
    named = {Role.INFORMAL: settings.informal, Role.PROVER: settings.prover, Role.INFILL: settings.infill}
    return {role: endpoint for role, endpoint in named.items() if endpoint.url}


@asynccontextmanager
async def model_servers(settings: Settings) -> AsyncIterator[dict[Role, OpenAIServer]]:
    """The models that are configured; their connections are closed in the end.

    Those on one server share a connection and its limit, the lowest that is named.
    """
    named = endpoints(settings)
    if not named:
        yield {}
        return
    from app.models.openai_server import OpenAIServer  # a second that is saved where there is no model
    from app.models.serving.connection import Connection

    limits: dict[tuple[str, str], int] = {}
    for each in named.values():
        limits[_server(each)] = min(each.concurrency, limits.get(_server(each), each.concurrency))
    async with AsyncExitStack() as closing:
        connections = {server: Connection(*server, at_once) for server, at_once in limits.items()}
        for connection in connections.values():
            closing.push_async_callback(connection.close)
        yield {
            role: OpenAIServer(role, connections[_server(each)], _offer(each), logprobs=each.logprobs)
            for role, each in named.items()
        }


def _server(endpoint: Endpoint) -> tuple[str, str]:
    return endpoint.url, endpoint.secret()


def _offer(endpoint: Endpoint) -> Offer:
    prices = (endpoint.price_in, endpoint.price_out)
    return Offer(endpoint.model, endpoint.context, *prices, endpoint.style)


def _prompts() -> Prompts:
    from app.models.prompts import PromptFiles

    return PromptFiles()


def _library() -> LemmaIndex:
    """The theorems of the built-in library, from its own text."""
    return LemmaIndex.of(path.read_text("utf-8") for path in module_sources().values())
