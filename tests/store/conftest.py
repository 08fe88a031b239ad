"""A database of its own for each test, and each test on both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.settings import Settings
from tests.servers import furnished


@pytest.fixture
def settings(tmp_path: Path, either_database_url: str) -> Settings:
    """Those of a process that uses the test's database."""
    return Settings(data=tmp_path, database_url=either_database_url)


@pytest.fixture
def db(settings: Settings) -> Iterator[Engine]:
    with furnished(settings) as engine:
        yield engine
