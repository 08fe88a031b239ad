"""Starts a scripted model server, scripts it and reads its log; the fixture `model_server` is one."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import httpx
import pytest

from tests.model_server.script import Answer, Asked

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "tests.model_server", "--port", "0")


@dataclass
class ModelServer:
    """A context manager that starts the process and ends it; usable from any test, async or not."""

    address: str = ""
    _process: subprocess.Popen[str] | None = field(default=None, repr=False)
    _client: httpx.Client = field(default_factory=lambda: httpx.Client(trust_env=False), repr=False)

    @property
    def url(self) -> str:
        """What a setting such as LEMMATA_PROVER_URL is given."""
        return f"{self.address}/v1"

    def __enter__(self) -> ModelServer:
        self._process = subprocess.Popen(COMMAND, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout
        self.address = self._process.stdout.readline().strip()
        assert self.address, "it did not start"
        return self

    def __exit__(self, *exception: object) -> None:
        self._client.close()
        if self._process and self._process.stdout:
            self._process.kill()
            self._process.wait(10)
            self._process.stdout.close()

    def script(self, *answers: Answer, models: tuple[str, ...] = ("scripted",)) -> None:
        """Forget what was scripted and asked before."""
        told = {"answers": [asdict(answer) for answer in answers], "models": models}
        self._client.post(f"{self.address}/script", json=told).raise_for_status()

    def log(self) -> list[Asked]:
        """The requests since the last script, in the order in which they came."""
        return [Asked(**told) for told in self._client.get(f"{self.address}/log").raise_for_status().json()]

    def log_when(self, ready: Callable[[list[Asked]], bool], within_s: float = 5.0) -> list[Asked]:
        """The log as soon as it is `ready`, for what the server notices a moment later."""
        deadline = time.monotonic() + within_s
        while not ready(log := self.log()):
            assert time.monotonic() < deadline, log
            time.sleep(0.01)
        return log


@pytest.fixture(scope="session")
def _model_server() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


@pytest.fixture
def model_server(_model_server: ModelServer) -> ModelServer:
    """One process for all tests, with an empty script."""
    _model_server.script()
    return _model_server
