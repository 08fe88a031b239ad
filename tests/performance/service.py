"""The service as a person starts it, in a folder of its own that has the library already."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from app.lean.environments import CoreLean
from app.settings import Settings
from workers.supervisor import as_environment

ROOT = Path(__file__).parents[2]
_LIMITS = ("queue_limit", "owner_jobs", "address_jobs", "owner_rate", "address_rate")
UNLIMITED = dict.fromkeys(_LIMITS, 10**6)


@dataclass(frozen=True, slots=True)
class Service:
    url: str
    settings: Settings
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def memory_mib(self) -> float:
        """What all its processes hold; pages that they share count once (PSS)."""
        family = [
            psutil.Process(self.process.pid),
            *psutil.Process(self.process.pid).children(recursive=True),
        ]
        return float(sum(process.memory_full_info().pss for process in family)) / 2**20


@contextmanager
def served(core: CoreLean, **settings: object) -> Iterator[Service]:
    """`lemmata serve`, once it says where it is and its workers are ready."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "lean").symlink_to(core.lean_path.parent)
        chosen = Settings(data=Path(folder), port=0, log="json").model_copy(update={**UNLIMITED, **settings})
        with (Path(folder) / "log").open("w") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "app.cli", "serve"],
                cwd=ROOT,
                env=os.environ | as_environment(chosen),
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert process.stdout is not None
        with process.stdout:
            found = (re.search(r"http://\S+", line) for line in process.stdout)
            try:
                yield Service(next(match[0] for match in found if match), chosen, process)
            finally:
                process.terminate()
                process.wait(20)
