"""Settings as they are read from the environment."""

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


@pytest.mark.parametrize("url", ["nonsense", "localhost:6379", "amqp://localhost"])
def test_a_broker_that_is_no_redis_is_refused_at_once(url: str):
    with pytest.raises(ValidationError, match="begins with redis://"):
        Settings(redis_url=url)
