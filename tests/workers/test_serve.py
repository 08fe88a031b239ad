"""`lemmata serve` and `lemmata worker` as real processes, from the first line to the last child."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest
from sqlalchemy import Engine, text

from app.domain.events import Entry, Outcome, Proved, StepVerified
from app.domain.job import JobState
from app.domain.problem import Problem
from app.lean.environments import CoreLean
from app.settings import Settings
from app.store import queries
from app.store.database import connect, migrate
from app.store.journal import entries
from tests.workers.conftest import ROOT
from workers.supervisor import as_environment

SWAP = "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p"
HARD = "theorem hard (f : Nat → Nat) (h : ∀ n, f (f n) = n + 1) : False"


@dataclass(frozen=True, slots=True)
class Running:
    """A command that runs, and what it has printed so far."""

    process: subprocess.Popen[str]
    output: list[str]
    reader: threading.Thread

    @property
    def url(self) -> str:
        """Where it serves, once it says so."""
        wait_until(lambda: "Lemmata is at" in "".join(self.output))
        (line,) = [line for line in self.output if line.startswith("Lemmata is at ")]
        return line.removeprefix("Lemmata is at ").strip()

    def family(self) -> list[psutil.Process]:
        parent = psutil.Process(self.process.pid)
        return [parent, *parent.children(recursive=True)]


@dataclass(frozen=True, slots=True)
class House:
    """A data folder with the library in it, and the commands that were started there."""

    settings: Settings
    db: Engine
    started: list[Running]

    def start(
        self, *arguments: str, under: Sequence[str] = (), path: str | None = None, **changed: object
    ) -> Running:
        """Run a command, below the program `under` if there is one, with some settings changed.

        `path` is where it looks for programs.
        """
        env = os.environ | as_environment(self.settings.model_copy(update=changed))
        process = subprocess.Popen(
            [*under, sys.executable, "-m", "app.cli", *arguments],
            cwd=ROOT,
            env=env if path is None else env | {"PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,  # so that Ctrl-C can be sent to its group and not to ours
        )
        output: list[str] = []
        reader = threading.Thread(target=lambda: output.extend(process.stdout or ()))
        reader.start()
        running = Running(process, output, reader)
        self.started.append(running)
        return running

    def journal(self, job_id: str) -> list[Entry]:
        return entries(self.db, job_id)

    def is_running(self, job_id: str) -> bool:
        return queries.job(self.db, job_id).state is JobState.RUNNING


@pytest.fixture
def house(tmp_path: Path, core: CoreLean) -> Iterator[House]:
    (tmp_path / "lean").symlink_to(core.lean_path.parent)
    settings = Settings(data=tmp_path, port=0, lean_workers=1)
    db = connect(settings)
    migrate(db)
    house = House(settings, db, [])
    yield house
    for running in house.started:
        if running.process.poll() is None:
            running.process.kill()
        running.process.wait()
        running.reader.join(10)
        if running.process.stdout:
            running.process.stdout.close()
    db.dispose()


def wait_until(look: Callable[[], object], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not look():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def submit(url: str, statement: str) -> str:
    answer = httpx.post(f"{url}/api/problems", json={"text": statement, "seconds": 60})
    assert answer.status_code == 202, answer.text
    return str(answer.json()["id"])


def test_a_theorem_is_proved_and_its_first_step_comes_within_a_second(house: House):
    url = house.start("serve").url
    submit(url, SWAP)

    job_id = submit(url, SWAP)
    posted = queries.job(house.db, job_id).created_at
    wait_until(lambda: house.journal(job_id) and isinstance(house.journal(job_id)[-1].event, Outcome))

    told = house.journal(job_id)
    step = next(entry for entry in told if isinstance(entry.event, StepVerified))
    assert (step.at - posted).total_seconds() < 1
    assert isinstance(told[-1].event, Proved)


def interrupt_the_group(serving: Running) -> None:
    os.killpg(serving.process.pid, signal.SIGINT)


def terminate(serving: Running) -> None:
    serving.process.terminate()


def terminate_twice(serving: Running) -> None:
    serving.process.terminate()
    time.sleep(0.05)
    serving.process.terminate()


@pytest.mark.parametrize("end", [interrupt_the_group, terminate, terminate_twice])
def test_nothing_is_left_when_the_service_ends_in_the_middle_of_a_job(
    house: House, end: Callable[[Running], None]
):
    serving = house.start("serve")
    url = serving.url
    job_id = submit(url, HARD)
    with httpx.stream("GET", f"{url}/api/problems/{job_id}/events") as following:
        assert following.status_code == 200
        wait_until(lambda: house.is_running(job_id))
        family = serving.family()

        end(serving)
        code = serving.process.wait(10)

    _, alive = psutil.wait_procs(family, timeout=2)
    assert len(family) >= 3  # the server, a worker, Lean
    assert alive == []
    assert code == 0
    assert "Traceback" not in "".join(serving.output)
    assert queries.job(house.db, job_id).state is JobState.QUEUED


def test_nothing_is_left_when_the_service_is_killed(house: House):
    serving = house.start("serve")
    job_id = submit(serving.url, HARD)
    wait_until(lambda: house.is_running(job_id))
    family = serving.family()

    serving.process.kill()

    _, alive = psutil.wait_procs(family, timeout=8)
    assert alive == []


def test_a_worker_alone_finds_the_jobs_and_ends_with_all_it_started(house: House):
    job = queries.create_job(house.db, Problem(SWAP), None)

    working = house.start("worker")
    wait_until(lambda: queries.job(house.db, job.id).state is JobState.FINISHED)
    family = working.family()
    working.process.terminate()
    code = working.process.wait(10)

    _, alive = psutil.wait_procs(family, timeout=2)
    assert (code, alive) == (0, [])
    assert queries.job(house.db, job.id).outcome == "Proved"


def refusal(house: House, **settings: object) -> str:
    """What `lemmata serve` says when it ends with code 1."""
    environment = os.environ | as_environment(house.settings.model_copy(update=settings))
    command = [sys.executable, "-m", "app.cli", "serve"]
    ended = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=30, check=False
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    return ended.stderr


def test_a_port_that_is_taken_is_told_in_one_sentence(house: House):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refusal(house, port=port)

    assert said.startswith(f"lemmata: Something else already listens at 127.0.0.1 port {port}")
    assert said.count("\n") == 1


def test_a_folder_that_cannot_be_written_is_told_in_one_line(house: House, tmp_path: Path):
    (tmp_path / "file").touch()

    said = refusal(house, data=tmp_path / "file" / "below")

    assert said.startswith(f"lemmata: The folder {tmp_path / 'file' / 'below'} cannot be used")
    assert said.count("\n") == 1


def test_a_database_of_a_newer_version_is_told_in_one_line(house: House):
    with house.db.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    said = refusal(house)

    assert "newer Lemmata" in said
    assert said.count("\n") == 1


def prove_over_http(url: str, text: str) -> dict[str, Any]:
    made = httpx.post(f"{url}/api/problems", json={"text": text}).json()
    address = f"{url}/api/problems/{made['id']}"
    wait_until(lambda: httpx.get(address).json()["state"] == "finished", 60)
    found: dict[str, Any] = httpx.get(address).json()
    return found


def test_every_lean_of_a_worker_runs_in_the_jail_and_the_certificate_says_so(house: House):
    serving = house.start("serve")
    url = serving.url

    warm = [process for process in serving.family() if "embedded.py" in " ".join(process.cmdline())]
    found = prove_over_http(url, SWAP)

    assert warm
    assert all(any("bwrap" in above.name() for above in [lean, *lean.parents()]) for lean in warm)
    assert (found["outcome"], found["certificate"]["jail"]) == ("proved", "bubblewrap")
    assert "without a jail" not in "".join(serving.output)


def test_without_a_jail_it_serves_its_owner_and_says_what_is_missing(house: House, tmp_path: Path):
    serving = house.start("serve", path=str(tmp_path))
    url = serving.url

    found = prove_over_http(url, SWAP)

    assert (found["outcome"], found["certificate"]["jail"]) == ("proved", "limits")
    assert "Lean runs without a jail. bubblewrap is not installed" in "".join(serving.output)
    assert "apt-get install bubblewrap" in httpx.get(url).text


def test_without_a_jail_a_public_server_runs_nothing_and_shows_what_there_is(house: House, tmp_path: Path):
    serving = house.start("serve", path=str(tmp_path), public_url="https://lemmata.example")
    url = serving.url

    answer = httpx.post(f"{url}/api/problems", json={"text": SWAP}, headers={"Host": "lemmata.example"})

    assert answer.status_code == 503
    assert "bubblewrap is not installed" in answer.json()["error"]["message"]
    assert not [process for process in serving.family() if "workers" in process.cmdline()]


def test_without_a_jail_a_worker_that_shares_a_queue_does_not_start(house: House, tmp_path: Path):
    working = house.start("worker", path=str(tmp_path), redis_url="redis://127.0.0.1:1/0")

    assert working.process.wait(30) == 1
    working.reader.join(10)
    assert "bubblewrap is not installed" in "".join(working.output)
