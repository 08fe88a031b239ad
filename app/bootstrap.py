"""Settings become services: the only place that chooses adapters."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.errors import NoJail
from app.lean import launch
from app.lean.environments import core_environment, module_sources
from app.lean.jail import Jail, Level, probe
from app.lean.meter import Meter
from app.lean.pool import LeanPool
from app.lean.reference import CoreReference
from app.models.library import LemmaIndex
from app.models.symbolic import SymbolicProver
from app.pipeline.lab import Lab
from app.ports import Library, Queue
from app.settings import Settings
from app.trust.certify import Certifier
from app.trust.signing import Signer
from app.trust.statements import StatementCertifier

if TYPE_CHECKING:
    from sqlalchemy import Engine


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
        bad = self.jail is not None and self.jail.level is Level.LIMITS and self.settings.public
        return NoJail(self.jail.missing) if self.jail and bad else None


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
    public: bool = False,
) -> AsyncIterator[Lab]:
    """Everything that a job needs, warm; its Lean processes end with it.

    `report` hears about the compilation of the built-in library, which happens once; certificates are signed
    by `signer`. Raises CoreBuildFailed and CheckerUnavailable, and where it is `public`, NoJail.
    """
    core, jail = await asyncio.gather(asyncio.to_thread(core_environment, settings.data, report), probe())
    if public and jail.level is Level.LIMITS:
        raise NoJail(jail.missing)
    meter = Meter()
    certifier = Certifier(core, launch.Limits(cpu_s=60), settings.second_kernel_s, jail=jail, meter=meter)
    async with LeanPool(core, settings.lean_workers, meter=meter, jail=jail) as pool:
        library, _ = await asyncio.gather(asyncio.to_thread(_library), pool.warm())
        yield Lab(
            environment=core.environment,
            checker=pool,
            certifier=StatementCertifier(certifier, signer),
            prover=SymbolicProver(library),
            check_s=settings.check_s,
            certify_s=settings.certify_s,
            workers=settings.lean_workers,
            lean_s=lambda: meter.lean_s,
        )


def _library() -> LemmaIndex:
    """The theorems of the built-in library, from its own text."""
    return LemmaIndex.of(path.read_text("utf-8") for path in module_sources().values())
