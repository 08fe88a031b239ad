"""What tests of several rooms share."""

from __future__ import annotations

import asyncio
import os
import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import psutil
import pytest

from app.lean.environments import CoreLean, core_environment, module_sources
from app.lean.jail import Jail, Level, probe
from app.models.library import LemmaIndex
from app.models.symbolic import SymbolicProver

pytest_plugins = ["tests.servers", "tests.model_server.client"]


Running = Callable[[], list[psutil.Process]]


@dataclass(frozen=True, slots=True)
class Compilation:
    """The built-in Lean, compiled once for all tests, and the seconds that this took.

    `cpu_s` is the processor time of Lean; `others_s` that of everything else on the machine meanwhile.
    """

    core: CoreLean = field(repr=False)
    wall_s: float
    cpu_s: float
    others_s: float


@pytest.fixture(scope="session")
def compilation(tmp_path_factory: pytest.TempPathFactory) -> Compilation:
    data = tmp_path_factory.mktemp("data")
    started, busy, ours = time.monotonic(), _busy_s(), _children_s()
    core = core_environment(data)
    cpu_s = _children_s() - ours
    return Compilation(core, time.monotonic() - started, cpu_s, max(_busy_s() - busy - cpu_s, 0))


@pytest.fixture(scope="session")
def core(compilation: Compilation) -> CoreLean:
    return compilation.core


@pytest.fixture(scope="session")
def prover() -> SymbolicProver:
    """Our prover with the library, which it reads once for all tests."""
    return SymbolicProver(LemmaIndex.of(path.read_text("utf-8") for path in module_sources().values()))


@pytest.fixture(scope="session")
def jail() -> Jail:
    """The jail of this machine, as the product finds it."""
    found = asyncio.run(probe())
    assert found.level is Level.BUBBLEWRAP, found.missing
    return found


@pytest.fixture
def running() -> Iterator[Running]:
    """The processes that this test has started and that still run: none may be left at its end."""
    before = set(children())
    yield lambda: [child for child in children() if child not in before]
    patient_until = time.monotonic() + 2  # a killed process is reaped a moment later
    while (left := set(children()) - before) and time.monotonic() < patient_until:
        time.sleep(0.01)
    assert not left


def children() -> list[psutil.Process]:
    return psutil.Process().children(recursive=True)


def _busy_s() -> float:
    """Seconds for which the machine's processors have worked, together."""
    spent = psutil.cpu_times()
    return float(spent.user + spent.nice + spent.system)


def _children_s() -> float:
    """Seconds of processor time of the processes that this one has started and that have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where every part can be installed, a test that is skipped is a test that failed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
