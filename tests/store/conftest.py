"""A database of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.settings import Settings
from app.store.database import connect, migrate


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Engine]:
    engine = connect(Settings(data=tmp_path))
    migrate(engine)
    yield engine
    engine.dispose()
