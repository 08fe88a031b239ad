"""A web server in a process of its own, without workers: a test writes the journals.

It is what `lemmata serve` runs. A test can kill it, and start it again on the same port.
"""

from __future__ import annotations

import asyncio
import functools
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

from app.serve import Server
from app.settings import Settings
from workers.supervisor import as_environment

ROOT = Path(__file__).parents[2]
ALONE = (sys.executable, "-m", "tests.web.web_server")
WITH_WORKERS = (sys.executable, "-m", "app.cli", "serve")
START_S = 60


@dataclass
class WebServer:
    settings: Settings
    command: Sequence[str] = ALONE
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.settings.port}"

    @property
    def log(self) -> Path:
        return self.settings.data / "log"

    def start(self) -> None:
        """Returns once it answers."""
        environment = os.environ | as_environment(self.settings)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(self.command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        deadline = time.monotonic() + START_S
        while not self._answers():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, "it did not start in time"
            time.sleep(0.05)

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait(10)

    def terminate(self) -> None:
        """Ends it as whoever runs the service does."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(10)

    def memory_mib(self) -> float:
        assert self.process is not None
        return float(psutil.Process(self.process.pid).memory_info().rss) / 2**20

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.address}/healthz").is_success
        except httpx.TransportError:
            return False


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


async def main(settings: Settings) -> None:
    server = Server(settings)
    stop = functools.partial(setattr, server, "should_exit", True)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop)
    with socket.create_server((settings.host, settings.port)) as listener:
        await server.serve(sockets=[listener])


if __name__ == "__main__":
    asyncio.run(main(Settings()))
