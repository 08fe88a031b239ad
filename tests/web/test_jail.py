"""Where there is no jail: strangers' statements are refused, and whoever serves it is told what to do."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from app.bootstrap import Services
from app.lean.jail import Jail, Level
from app.settings import Settings
from tests.web.conftest import KnownLibrary, NotedQueue, served

MISSING = "bubblewrap is not installed: 'apt-get install bubblewrap' as root brings it."
BARE, JAILED = Jail(Level.LIMITS, MISSING), Jail(Level.BUBBLEWRAP)
TEXT = {"text": "theorem t : True"}


def services(settings: Settings, db: Engine, jail: Jail | None) -> Services:
    return Services(settings, db, NotedQueue(db), KnownLibrary(), jail)


PUBLIC = [
    {"host": "0.0.0.0"},  # noqa: S104 - it is only named
    {"host": "::"},
    {"host": "lemmata.example"},
    {"public_url": "https://lemmata.example"},
    {"proxies": "10.0.0.1"},
    {"redis_url": "redis://redis/0"},
]


@pytest.mark.parametrize("change", PUBLIC, ids=str)
async def test_a_public_server_without_a_jail_takes_no_statements(
    settings: Settings, db: Engine, change: dict[str, str]
) -> None:
    public = settings.model_copy(update=change)
    async with served(services(public, db, BARE)) as client:
        form = await client.post("/problems", data=TEXT, headers={"Origin": "http://testserver"})
        program = await client.post("/api/problems", json=TEXT)
        home = await client.get("/")

    assert public.public
    assert form.status_code == program.status_code == 503
    assert "theorem t : True" in form.text
    assert MISSING in program.json()["error"]["message"]
    assert home.status_code == 200
    assert "bubblewrap" in home.text


@pytest.mark.parametrize("change", PUBLIC[:1], ids=str)
@pytest.mark.parametrize("jail", [JAILED, None], ids=["a jail", "workers elsewhere"])
async def test_a_public_server_with_a_jail_takes_statements(
    settings: Settings, db: Engine, change: dict[str, str], jail: Jail | None
) -> None:
    async with served(services(settings.model_copy(update=change), db, jail)) as client:
        answer = await client.post("/api/problems", json=TEXT)
        home = await client.get("/")

    assert answer.status_code == 202
    assert "bubblewrap" not in home.text


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.8.8.8"])
async def test_for_oneself_it_works_and_says_what_is_missing(
    settings: Settings, db: Engine, host: str
) -> None:
    own = settings.model_copy(update={"host": host})
    async with served(services(own, db, BARE)) as client:
        answer = await client.post("/api/problems", json=TEXT)
        home = await client.get("/")

    assert not own.public
    assert answer.status_code == 202
    assert "without a jail" in home.text
    assert "apt-get install bubblewrap" in home.text
