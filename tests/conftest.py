"""What tests of several rooms share."""

from __future__ import annotations

import os
import resource
import time
from dataclasses import dataclass, field

import psutil
import pytest

from app.lean.environments import CoreLean, core_environment

pytest_plugins = ["tests.servers"]


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
