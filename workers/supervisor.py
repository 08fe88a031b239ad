"""Keeps worker processes running, and ends them with everything they started."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import signal
import socket
import sys
import time
from asyncio.subprocess import Process
from collections.abc import Callable
from contextlib import suppress

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from app.settings import Settings
from app.store import subtasks
from app.store.queries import release_dead

END_S = 4.0
LONGEST_PAUSE_S = 30.0
_log = logging.getLogger(__name__)


async def keep_working(
    settings: Settings, db: Engine, on_ready: Callable[[], None], module: str = "workers"
) -> None:
    """Run one worker process and restart it whenever it dies, until this is cancelled.

    The first restart is immediate, the next ones wait 1, 2, 4 and up to `LONGEST_PAUSE_S` seconds, unless the
    worker had lived longer than that. `on_ready` is called whenever a worker is ready or could not start.
    The process runs `python -m MODULE NAME`, with a line to us as its standard input.
    """
    failures = 0
    while True:
        started = time.monotonic()
        name = f"{socket.gethostname()}-{secrets.token_hex(4)}"
        try:
            code = await _run_once(settings, name, on_ready, module)
        finally:
            await _free_jobs_of(db, name)
        failures = 0 if time.monotonic() - started > LONGEST_PAUSE_S else failures
        pause_s = min(2.0 ** (failures - 1), LONGEST_PAUSE_S) if failures else 0.0
        _log.warning("worker %s ended with code %s; starting another in %.0f s", name, code, pause_s)
        failures += 1
        await asyncio.sleep(pause_s)


async def _free_jobs_of(db: Engine, name: str) -> None:
    """At once if the database answers; otherwise they are free when their leases run out."""
    try:
        await asyncio.to_thread(release_dead, db, name)
        await asyncio.to_thread(subtasks.release_dead, db, name)
    except SQLAlchemyError as error:
        _log.warning("the jobs of worker %s could not be freed (%s)", name, type(error).__name__)


async def _run_once(settings: Settings, name: str, on_ready: Callable[[], None], module: str) -> int:
    line, far_end = socket.socketpair()
    line.setblocking(False)
    with line:
        with far_end:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", module, name),
                stdin=far_end.fileno(),
                env=os.environ | as_environment(settings),
                start_new_session=True,  # Ctrl-C is for the supervisor alone
            )
        try:
            with suppress(ConnectionError):
                await asyncio.get_running_loop().sock_recv(line, 1)
            on_ready()
            return await process.wait()
        finally:
            await _end(process)


async def _end(process: Process) -> None:
    """SIGTERM, and after `END_S` seconds SIGKILL to the whole group."""
    if process.returncode is not None:
        return
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), END_S)
    except TimeoutError:
        _log.warning("a worker did not end and is killed")
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()


def as_environment(settings: Settings) -> dict[str, str]:
    """The environment variables from which a child reads these same settings."""
    return settings.variables()
