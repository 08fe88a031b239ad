"""What `lemmata serve` and `lemmata worker` do: start everything, say so, and leave nothing behind."""

from __future__ import annotations

import asyncio
import errno
import resource
import signal
import socket
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import uvicorn
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from app.bootstrap import no_jail
from app.domain.errors import LemmataError
from app.lean.environments import core_environment
from app.lean.jail import Jail, probe
from app.logs import start_logging
from app.settings import Settings
from app.store.database import connect, migrate
from app.web.app import create_app
from workers.supervisor import keep_working

FAREWELL_S = 0.5
OTHER_FILES = 512  # open at once besides event streams: pages being asked for, the database, the library


def serve(settings: Settings) -> int:
    """Run the web server and its workers, if any, until SIGINT or SIGTERM; returns the exit code."""
    start_logging(settings.log)
    try:
        listener = _listen(settings)
    except OSError as error:
        return _refuse(_why_not(settings, error))
    with listener:
        db = _prepare(settings)
        if db is None:
            return 1
        jail = asyncio.run(probe()) if settings.workers else None
        return asyncio.run(_serve(settings, db, listener, jail))


def worker(settings: Settings) -> int:
    """Run workers alone until SIGINT or SIGTERM; returns the exit code."""
    start_logging(settings.log)
    if not settings.workers:
        return _refuse("LEMMATA_WORKERS is 0, so there is no worker to run; say how many.")
    db = _prepare(settings)
    if db is None:
        return 1
    jail = asyncio.run(probe())
    if refused := no_jail(settings, jail):
        return _refuse(str(refused))
    _tell(jail)
    return asyncio.run(_work(settings, db))


def _prepare(settings: Settings) -> Engine | None:
    """The folder, the database and the built-in library; None, with the reason said, if one is missing."""
    try:
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=settings.data).close()  # it may be there and read-only
        db = connect(settings)
        migrate(db)
        core_environment(settings.data, _say)
    except LemmataError as error:
        _refuse(str(error))
    except OSError as error:
        _refuse(f"The folder {settings.data} cannot be used: {error.strerror}. LEMMATA_DATA names another.")
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).partition("\n")[0]
        _refuse(f"The database cannot be used: {reason}.")
    else:
        return db
    return None


async def _serve(settings: Settings, db: Engine, listener: socket.socket, jail: Jail | None) -> int:
    server, warm = Server(settings, jail), asyncio.Event()
    if jail:
        _tell(jail)
    if not settings.workers or no_jail(settings, jail):
        settings = settings.model_copy(update={"workers": 0})
        warm.set()  # they run elsewhere or not at all, and nothing here waits for them
    with _stop_signals() as stop:
        web = asyncio.create_task(server.serve(sockets=[listener]))
        stopping = asyncio.create_task(stop.wait())
        beside = [
            stopping,
            *_crew(settings, db, warm),
            asyncio.create_task(_announce(server, warm, listener)),
        ]
        await asyncio.wait({web, stopping}, return_when=asyncio.FIRST_COMPLETED)
        server.should_exit = True
        await asyncio.gather(web, _ended(beside), return_exceptions=True)
        return 0 if stop.is_set() else _refuse("The web server ended by itself.")


async def _work(settings: Settings, db: Engine) -> int:
    with _stop_signals() as stop:
        crew = _crew(settings, db, asyncio.Event())
        await stop.wait()
        await _ended(crew)
    return 0


def _crew(settings: Settings, db: Engine, warm: asyncio.Event) -> list[asyncio.Task[None]]:
    return [asyncio.create_task(keep_working(settings, db, warm.set)) for _ in range(settings.workers)]


async def _ended(tasks: Sequence[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


class Server(uvicorn.Server):
    """Uvicorn that leaves signals to us, because workers must end with it, and says when it listens."""

    def __init__(self, settings: Settings, jail: Jail | None = None) -> None:
        super().__init__(
            uvicorn.Config(
                create_app(settings, jail=jail),
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=bool(settings.proxies),
                forwarded_allow_ips=settings.proxies or None,
                timeout_graceful_shutdown=4,
            )
        )
        self.listening = asyncio.Event()
        self._files = settings.streams + OTHER_FILES

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        _allow_files(self._files)
        await super().startup(sockets)
        self.listening.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let requests end for `FAREWELL_S` seconds, then hang up: event streams never end by themselves."""
        hanging_up = asyncio.get_running_loop().call_later(FAREWELL_S, self._hang_up)
        await super().shutdown(sockets)
        hanging_up.cancel()

    def _hang_up(self) -> None:
        for connection in list(self.server_state.connections):
            transport = connection.transport
            if transport.get_write_buffer_size():
                transport.abort()  # who does not read would never let it close
            else:
                transport.close()


def _allow_files(count: int) -> None:
    """Open as many files as that, if the system lets us: 1,024 are usual, and each event stream takes one."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = count if hard == resource.RLIM_INFINITY else min(count, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


async def _announce(server: Server, warm: asyncio.Event, listener: socket.socket) -> None:
    await server.listening.wait()
    await warm.wait()
    host, port = listener.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    _say(f"Lemmata is at http://{shown}:{port}")


@contextmanager
def _stop_signals() -> Iterator[asyncio.Event]:
    """An event that SIGINT and SIGTERM set, however often they come."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    yield stop


def _listen(settings: Settings) -> socket.socket:
    """Take the port first: everything after this costs seconds. Raises OSError."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    return socket.create_server((settings.host, settings.port), family=family)


def _why_not(settings: Settings, error: OSError) -> str:
    place = f"{settings.host} port {settings.port}"
    if error.errno == errno.EADDRINUSE:
        return f"Something else already listens at {place}; LEMMATA_PORT or --port names another port."
    reason = str(error.strerror or error).partition(" (while ")[0]
    return f"Lemmata cannot listen at {place}: {reason}."


def _tell(jail: Jail) -> None:
    if jail.missing:
        sys.stderr.write(f"lemmata: Lean runs without a jail. {jail.missing}\n")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _refuse(line: str) -> int:
    sys.stderr.write(f"lemmata: {line}\n")
    return 1
