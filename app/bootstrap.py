"""Settings become services: the only place that chooses adapters."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.lean.certify import ColdCertifier
from app.lean.environments import core_environment, module_sources
from app.lean.meter import Meter
from app.lean.pool import LeanPool
from app.lean.reference import CoreReference
from app.models.library import LemmaIndex
from app.models.symbolic import SymbolicProver
from app.pipeline.lab import Lab
from app.ports import Library, Queue
from app.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Engine


@dataclass(frozen=True, slots=True)
class Services:
    """What the web server works with."""

    settings: Settings
    db: Engine
    queue: Queue
    library: Library


def services(settings: Settings) -> Services:
    """Connect to the database, bring it up to date, and find the queue."""
    from app.store.database import connect, migrate  # a third of a second that `lemmata prove` does not need
    from app.store.queue import CeleryQueue

    db = connect(settings)
    migrate(db)
    return Services(settings, db, CeleryQueue(settings), CoreReference(settings.data))


@asynccontextmanager
async def laboratory(
    settings: Settings, report: Callable[[str], None] = lambda line: None
) -> AsyncIterator[Lab]:
    """Everything that a job needs, warm; its Lean processes end with it.

    `report` hears about the compilation of the built-in library, which happens once.
    Raises CoreBuildFailed and CheckerUnavailable.
    """
    core = await asyncio.to_thread(core_environment, settings.data, report)
    meter = Meter()
    async with LeanPool(core, settings.lean_workers, meter=meter) as pool:
        library, _ = await asyncio.gather(asyncio.to_thread(_library), pool.warm())
        yield Lab(
            environment=core.environment,
            checker=pool,
            certifier=ColdCertifier(core, processes=settings.lean_workers, meter=meter),
            prover=SymbolicProver(library),
            check_s=settings.check_s,
            certify_s=settings.certify_s,
            workers=settings.lean_workers,
            lean_s=lambda: meter.lean_s,
        )


def _library() -> LemmaIndex:
    """The theorems of the built-in library, from its own text."""
    return LemmaIndex.of(path.read_text("utf-8") for path in module_sources().values())
