"""Every setting, read from the environment as LEMMATA_*."""

from __future__ import annotations

import os
import re
from ipaddress import ip_address
from pathlib import Path
from typing import Literal, TypeGuard
from urllib.parse import urlsplit

from pydantic import BaseModel, Field, SecretStr, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.endpoints import Endpoint


def _data_folder() -> Path:
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "lemmata"


class Settings(BaseSettings):
    """Durations are seconds of wall-clock time; empty URLs choose the built-in SQLite and folder broker.

    A variable that is empty counts as not set.
    """

    model_config = SettingsConfigDict(
        env_prefix="LEMMATA_",
        env_ignore_empty=True,
        env_nested_delimiter="_",
        env_nested_max_split=1,  # LEMMATA_PROVER_KEY_FILE is the `key_file` of `prover`
        frozen=True,
        hide_input_in_errors=True,  # URLs may hold passwords
    )

    data: Path = Field(default_factory=_data_folder, description="Folder of the database, queue and library.")
    host: str = Field(default="127.0.0.1", description="Address that the web server listens on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port that the web server listens on.")
    database_url: str = Field(
        default="", description="Address of a PostgreSQL database; empty for SQLite in the data folder."
    )
    redis_url: str = Field(
        default="", description="Address of a Redis; empty for a folder in the data folder."
    )
    workers: int = Field(
        default=1, ge=0, le=64, description="Jobs that run at once; 0 for a web server alone."
    )
    lean_workers: int = Field(default=2, ge=1, le=64, description="Lean processes for each job slot.")
    check_s: float = Field(default=10.0, gt=0, description="Deadline of one warm check.")
    certify_s: float = Field(default=30.0, gt=0, description="Deadline of the final check.")
    second_kernel_s: float = Field(
        default=10.0, ge=0, description="Time of the second kernel for one proof; with 0 it is not asked."
    )
    default_s: float = Field(default=30.0, gt=0, description="Budget of a job that names none.")
    longest_s: float = Field(default=300.0, gt=0, description="Largest budget that a job may ask for.")
    public_url: str = Field(
        default="", description="Address under which a proxy serves it, such as https://lemmata.example."
    )
    proxies: str = Field(
        default="", description="Addresses of proxies whose X-Forwarded-For is believed, with commas between."
    )
    queue_limit: int = Field(default=1000, gt=0, description="Unfinished jobs of everybody.")
    owner_jobs: int = Field(default=10, gt=0, description="Unfinished jobs of one browser.")
    address_jobs: int = Field(default=200, gt=0, description="Unfinished jobs from one address.")
    owner_rate: int = Field(default=20, gt=0, description="Problems that one browser may set in a minute.")
    address_rate: int = Field(default=300, gt=0, description="Problems that one address may set in a minute.")
    owner_lean_s: float = Field(default=7200.0, gt=0, description="Lean seconds of one browser in an hour.")
    address_lean_s: float = Field(default=36000.0, gt=0, description="Lean seconds of an address in an hour.")
    owner_tokens: int = Field(
        default=2_000_000, gt=0, description="Tokens of models for one browser in an hour."
    )
    address_tokens: int = Field(
        default=10_000_000, gt=0, description="Tokens of models for an address in an hour."
    )
    proof_tokens: int = Field(
        default=1_500_000, gt=0, description="Tokens that a proof is worth; what costs more is not tried."
    )
    streams: int = Field(default=2000, gt=0, description="Live streams that one web server keeps open.")
    streams_per_address: int = Field(default=1000, gt=0, description="Live streams of one address.")
    log: Literal["auto", "text", "json"] = Field(
        default="auto", description="Form of the log: text, json, or text at a terminal and json elsewhere."
    )
    text_limit: int = Field(default=100_000, gt=0, description="Longest text of a problem, in characters.")
    informal: Endpoint = Field(default=Endpoint(), description="The model that plans and translates.")
    prover: Endpoint = Field(default=Endpoint(), description="The model that writes proofs.")
    infill: Endpoint = Field(default=Endpoint(), description="The model that fills gaps.")

    @field_validator("data")
    @classmethod
    def _for_every_process(cls, data: Path) -> Path:
        """Lean's processes work in folders of their own, so a relative path would lead them elsewhere."""
        return data.absolute()

    @field_validator("public_url")
    @classmethod
    def _of_the_web(cls, url: str) -> str:
        """Its scheme and host; whatever path follows is not ours to serve under."""
        parts = urlsplit(url)
        if url and (parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/")):
            raise PydanticCustomError("address", "Write it as https://lemmata.example, without a path")
        return url.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _of_a_database(cls, url: str) -> str:
        return url and _readable(url, ("postgresql://", "postgres://", "postgresql+psycopg://", "sqlite:///"))

    @field_validator("redis_url")
    @classmethod
    def _of_redis(cls, url: str) -> str:
        """Its path is the number of a database, or none."""
        url = url and _readable(url, ("redis://", "rediss://", "redis+socket://"))
        if url.startswith(("redis://", "rediss://")) and not re.fullmatch(r"/?\d*", urlsplit(url).path):
            raise PydanticCustomError(
                "path", "The URL of a Redis ends with the number of a database, such as /0"
            )
        return url

    @classmethod
    def described(cls) -> dict[str, str]:
        """Every variable, and what it means."""
        found: dict[str, str] = {}
        for name, field in cls.model_fields.items():
            inner = field.annotation.model_fields if _is_model(field.annotation) else None
            named = {f"{name}_{part}": each for part, each in inner.items()} if inner else {name: field}
            found |= {f"LEMMATA_{key.upper()}": each.description or "" for key, each in named.items()}
        return found

    def variables(self) -> dict[str, str]:
        """The variables from which another process reads these same settings, keys included."""
        found: dict[str, object] = {}
        for name, value in self.model_dump().items():
            parts = value.items() if isinstance(value, dict) else ()
            found |= {f"{name}_{part}": each for part, each in parts} or {name: value}
        return {f"LEMMATA_{name.upper()}": _written(value) for name, value in found.items()}

    @property
    def public(self) -> bool:
        """Whether strangers may set problems: others than who sits at this machine can reach it."""
        return bool(self.public_url or self.proxies or self.redis_url) or not _is_loopback(self.host)

    @property
    def speaks(self) -> bool:
        """Whether a model is configured that translates between words and Lean."""
        return bool(self.informal.url)

    @property
    def has_models(self) -> bool:
        """Whether any model is configured."""
        return bool(self.informal.url or self.prover.url or self.infill.url)

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{self.data / 'lemmata.db'}"


def _is_model(kind: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _written(value: object) -> str:
    return value.get_secret_value() if isinstance(value, SecretStr) else str(value)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _readable(url: str, beginnings: tuple[str, ...]) -> str:
    """Refuse what no driver could read. What is said never quotes `url`, which may hold a password."""
    if not url.startswith(beginnings):
        raise PydanticCustomError("scheme", "The URL begins with {known}", {"known": " or ".join(beginnings)})
    try:
        parts = urlsplit(url)
        readable = parts.netloc.count("@") < 2 and parts.port != 0
    except ValueError:  # a port that is no number, which is also what the rest of a cut password looks like
        readable = False
    if not readable:
        escapes = "@ : / ? # in a password are %40 %3A %2F %3F %23"
        raise PydanticCustomError("address", f"The URL cannot be read: its port is a number, and {escapes}")
    return url
