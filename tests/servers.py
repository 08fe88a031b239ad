"""A real PostgreSQL and a real Redis, from Debian's packages, started on loopback for the tests that ask."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path
from typing import NoReturn

import psycopg
import pytest
from redis import Redis as RedisClient
from redis.exceptions import ConnectionError as RedisIsAway
from sqlalchemy import Engine, QueuePool, inspect, text

from app.settings import Settings
from app.store.database import connect, migrate
from app.store.tables import metadata

START_S = 30
OWNER = "postgres"  # PostgreSQL refuses to run as root; its package brings this user
DIES_WITH_US = ("setpriv", "--pdeathsig", "INT")
AS_OWNER = ("--reuid", OWNER, "--regid", OWNER, "--clear-groups") if os.geteuid() == 0 else ()
SWIFT = {"fsync": "off", "full_page_writes": "off", "shared_buffers": "32MB", "max_connections": "200"}


@dataclass
class Server:
    """A program that listens on `port` of 127.0.0.1."""

    command: list[str]
    port: int
    log: Path
    answers: Callable[[], object]
    process: subprocess.Popen[bytes] | None = None
    numbers: Iterator[int] = field(default_factory=count)

    def start(self) -> None:
        """Returns once it answers, which takes longer where it was killed and recovers first.

        It ends with the thread that starts it, however that ends, so this is for the main thread.
        """
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(self.command, stdout=log, stderr=log)
        deadline = time.monotonic() + START_S
        while not self._is_up():
            if self.process.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"{self.command} did not start:\n{self.log.read_text()}")
            time.sleep(0.02)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(START_S)
            self.process = None

    def _is_up(self) -> bool:
        try:
            self.answers()
        except (psycopg.OperationalError, RedisIsAway):
            return False
        return True


class PostgreSQL(Server):
    """SIGQUIT ends it like `pg_ctl stop -m immediate`: it hangs up on all, and recovers when it starts."""

    def url(self, name: str) -> str:
        return f"postgresql://{OWNER}@127.0.0.1:{self.port}/{name}"

    @contextmanager
    def database(self) -> Iterator[str]:
        """The address of a new database, which is dropped in the end, whoever uses it."""
        name = f"test_{next(self.numbers)}"
        self._run(f"CREATE DATABASE {name}")
        yield self.url(name)
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())


class Redis(Server):
    """It keeps nothing on disk: what it knew is lost when it ends."""

    def url(self, number: int) -> str:
        return f"redis://127.0.0.1:{self.port}/{number}"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    initdb, port = _postgresql_program("initdb"), _free_port()
    settings = SWIFT | {"listen_addresses": "127.0.0.1", "port": str(port), "unix_socket_directories": ""}
    with _folder(owner=OWNER if AS_OWNER else None) as folder:
        options = f"--username {OWNER} --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync".split()
        making = [*DIES_WITH_US, *AS_OWNER, initdb, "--pgdata", folder, *options]
        made = subprocess.run(making, cwd=folder, capture_output=True, text=True, check=False)
        if made.returncode:
            pytest.fail(f"initdb failed:\n{made.stderr}")
        given = [f"--{name}={value}" for name, value in settings.items()]
        command = [*DIES_WITH_US, *AS_OWNER, _postgresql_program("postgres"), "-D", str(folder), *given]
        server = PostgreSQL(command, port, folder / "log", lambda: _connect(server.url("postgres")))
        server.start()
        yield server
        server.stop()


@pytest.fixture(scope="session")
def redis() -> Iterator[Redis]:
    program, port = shutil.which("redis-server"), _free_port()
    if program is None:
        _is_missing("redis-server")
    with _folder() as folder:
        options = f"--bind 127.0.0.1 --port {port} --dir {folder} --databases 1000 --appendonly no".split()
        command = [*DIES_WITH_US, program, *options, "--save", ""]
        server = Redis(command, port, folder / "log", lambda: _ping(server.url(0)))
        server.start()
        yield server
        server.stop()


@pytest.fixture(scope="session")
def _shared_postgresql(postgresql: PostgreSQL) -> Iterator[tuple[str, Engine]]:
    """One database with all tables, as to make one for each test costs up to half a second."""
    with postgresql.database() as url:
        engine = connect(Settings(database_url=url))
        migrate(engine)
        yield url, engine
        engine.dispose()


@pytest.fixture
def postgresql_url(_shared_postgresql: tuple[str, Engine]) -> str:
    """The address of a database with all tables and no rows; the test leaves the tables as they are."""
    url, engine = _shared_postgresql
    names = ", ".join(table.name for table in metadata.sorted_tables)
    with engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def either_database_url(request: pytest.FixtureRequest) -> str:
    """For tests that hold on SQLite in the data folder, whose address is empty, and on PostgreSQL."""
    return str(request.getfixturevalue("postgresql_url")) if request.param == "postgresql" else ""


@pytest.fixture(params=["folder", "redis"])
def either_redis_url(request: pytest.FixtureRequest) -> str:
    """For tests that hold on a folder, whose address is empty, and on Redis."""
    return str(request.getfixturevalue("redis_url")) if request.param == "redis" else ""


@pytest.fixture
def own_postgresql_url(postgresql: PostgreSQL) -> Iterator[str]:
    """The address of a database of the test's own, with no tables."""
    with postgresql.database() as url:
        yield url


@contextmanager
def opened(settings: Settings) -> Iterator[Engine]:
    """The database of `settings`, closed in the end, after whatever a thread still asks it."""
    engine = connect(settings)
    yield engine
    deadline = time.monotonic() + START_S
    while isinstance(engine.pool, QueuePool) and engine.pool.checkedout():
        assert time.monotonic() < deadline, "a connection was never given back"
        time.sleep(0.01)
    engine.dispose()


@contextmanager
def furnished(settings: Settings) -> Iterator[Engine]:
    """The same with all tables: a new file of SQLite is a copy of one that is made once for all tests."""
    file = settings.data / "lemmata.db"
    if not settings.database_url and not file.exists():
        file.write_bytes(_furnished_file())
    with opened(settings) as engine:
        if not inspect(engine).has_table("alembic_version"):
            migrate(engine)
        yield engine


@cache
def _furnished_file() -> bytes:
    with _folder() as folder:
        with opened(Settings(data=folder)) as engine:
            migrate(engine)
        return (folder / "lemmata.db").read_bytes()


@pytest.fixture
def redis_url(redis: Redis) -> str:
    """The address of a database of the test's own, with nothing in it."""
    return redis.url(next(redis.numbers))


def _postgresql_program(name: str) -> str:
    """Debian keeps the programs of each version in a folder that is not on the path."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    found = shutil.which(name, path=str(folders[-1]) if folders else None)
    return found or _is_missing(f"postgresql ({name})")


def _is_missing(package: str) -> NoReturn:
    if "CI" in os.environ:
        pytest.fail(f"{package} is missing")
    pytest.skip(f"{package} is missing")


@contextmanager
def _folder(owner: str | None = None) -> Iterator[Path]:
    """Not below pytest's folder for tests, which no other user may enter."""
    with tempfile.TemporaryDirectory(prefix="lemmata-", ignore_cleanup_errors=True) as made:
        if owner is not None:
            shutil.chown(made, owner, owner)
        yield Path(made)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _connect(url: str) -> None:
    psycopg.connect(url, connect_timeout=5).close()


def _ping(url: str) -> None:
    with RedisClient.from_url(url) as client:
        client.ping()
