"""Settings as they are read from the environment."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from app.settings import Settings


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    for name in ("DATA", "PORT", "REDIS_URL"):
        monkeypatch.setenv(f"LEMMATA_{name}", "")

    settings = Settings()

    assert (settings.data, settings.port, settings.redis_url) == (tmp_path / "lemmata", 8000, "")


def test_the_data_folder_is_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)

    assert Settings(data=Path("data")).data == tmp_path / "data"


@pytest.mark.parametrize(
    ("name", "url", "said"),
    [
        ("redis_url", "nonsense", "begins with redis://"),
        ("redis_url", "localhost:6379", "begins with redis://"),
        ("redis_url", "amqp://me:s3cret@localhost", "begins with redis://"),
        ("redis_url", "redis://:s3cret@localhost/zero", "number of a database"),
        ("redis_url", "redis://:s3c/ret@localhost/0", "cannot be read"),
        ("database_url", "nonsense", "begins with postgresql://"),
        ("database_url", "mysql://me:s3cret@localhost/lemmata", "begins with postgresql://"),
        ("database_url", "postgresql+psycopg2://me:s3cret@localhost/lemmata", "begins with postgresql://"),
        ("database_url", "postgresql://me:s3cret@localhost:port/lemmata", "cannot be read"),
        ("database_url", "postgresql://me:s3#cret@localhost/lemmata", "cannot be read"),
        ("database_url", "postgresql://me:s3@cret@localhost/lemmata", "cannot be read"),
        ("database_url", "postgresql://me:s3cret@[::1/lemmata", "cannot be read"),
    ],
)
def test_an_address_that_no_driver_can_read_is_refused_without_quoting_it(name: str, url: str, said: str):
    with pytest.raises(ValidationError) as refused:
        Settings(**{name: url})

    assert said in str(refused.value)
    assert not re.search("s3|cret", str(refused.value))


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("redis_url", "redis://localhost"),
        ("redis_url", "rediss://me:s%2F3@localhost:6380/2?ssl_cert_reqs=required"),
        ("redis_url", "redis+socket:///run/redis.sock?virtual_host=1"),
        ("database_url", "postgres://me:s%403@localhost/lemmata"),
        ("database_url", "postgresql:///lemmata?host=/run/postgresql"),
        ("database_url", "sqlite:////var/lib/lemmata/lemmata.db"),
    ],
)
def test_an_address_that_a_driver_can_read_is_kept_as_it_is(name: str, url: str):
    assert getattr(Settings(**{name: url}), name) == url


@pytest.mark.parametrize(
    ("variables", "code", "said"),
    [
        ({"LEMMATA_WORKERS": "0"}, 1, "LEMMATA_WORKERS is 0, so there is no worker to run"),
        ({"LEMMATA_DATABASE_URL": "postgresql://me:s3cret@127.0.0.1:1/x"}, 1, "The database cannot be used"),
        (
            {"LEMMATA_DATABASE_URL": "mysql://me:s3cret@127.0.0.1/x"},
            64,
            "LEMMATA_DATABASE_URL: The URL begins",
        ),
        (
            {"LEMMATA_REDIS_URL": "redis://:s3cret@127.0.0.1/x"},
            64,
            "LEMMATA_REDIS_URL: The URL of a Redis ends",
        ),
    ],
    ids=["no worker", "no database", "another database", "another broker"],
)
def test_a_worker_that_cannot_start_says_why_in_one_line_without_a_password(
    tmp_path: Path, variables: dict[str, str], code: int, said: str
):
    environment = os.environ | {"LEMMATA_DATA": str(tmp_path)} | variables
    command = [sys.executable, "-m", "app.cli", "worker"]

    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30, check=False)

    assert (ended.returncode, ended.stdout) == (code, "")
    assert ended.stderr.startswith(f"lemmata: {said}")
    assert ended.stderr.count("\n") == 1
    assert "s3cret" not in ended.stderr
