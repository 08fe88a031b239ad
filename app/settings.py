"""Every setting, read from the environment as LEMMATA_*."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict


def _data_folder() -> Path:
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "lemmata"


class Settings(BaseSettings):
    """Durations are seconds of wall-clock time; empty URLs choose the built-in SQLite and folder broker.

    A variable that is empty counts as not set.
    """

    model_config = SettingsConfigDict(env_prefix="LEMMATA_", env_ignore_empty=True, frozen=True)

    data: Path = Field(default_factory=_data_folder, description="Folder of the database, queue and library.")
    host: str = Field(default="127.0.0.1", description="Address that the web server listens on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port that the web server listens on.")
    database_url: str = Field(default="", description="SQLAlchemy URL; empty for SQLite in the data folder.")
    redis_url: str = Field(default="", description="Broker URL; empty for a folder in the data folder.")
    workers: int = Field(
        default=1, ge=1, le=64, description="Jobs that one worker process group runs at once."
    )
    lean_workers: int = Field(default=2, ge=1, le=64, description="Lean processes for each job slot.")
    check_s: float = Field(default=10.0, gt=0, description="Deadline of one warm check.")
    certify_s: float = Field(default=30.0, gt=0, description="Deadline of the final check by a new process.")
    default_s: float = Field(default=30.0, gt=0, description="Budget of a job that names none.")
    longest_s: float = Field(default=300.0, gt=0, description="Largest budget that a job may ask for.")
    text_limit: int = Field(default=100_000, gt=0, description="Longest text of a problem, in characters.")

    @field_validator("data")
    @classmethod
    def _for_every_process(cls, data: Path) -> Path:
        """Lean's processes work in folders of their own, so a relative path would lead them elsewhere."""
        return data.absolute()

    @field_validator("redis_url")
    @classmethod
    def _of_redis(cls, url: str) -> str:
        if url and not url.startswith(("redis://", "rediss://", "redis+socket://")):
            raise PydanticCustomError(
                "scheme", "A Redis URL begins with redis://, rediss:// or redis+socket://"
            )
        return url

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{self.data / 'lemmata.db'}"
