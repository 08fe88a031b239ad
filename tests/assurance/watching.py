"""A plugin of pytest in a copy of the project: it watches to which checks a test comes, or runs those chosen.

It reads these from the environment: MUTANTS_ROOT, the copy; MUTANTS_LIBRARY, where the built-in library is
compiled already; MUTANTS_SEEN, the folder in which a condition leaves an empty file; MUTANTS_REPORT, the file
to write; MUTANTS_TESTS, a file with the tests that are wanted in this order, each with its limit in seconds.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import pytest

Watched = dict[str, tuple[float, list[str]]]
"""Each test that passed: its seconds, and the conditions that it came to, as NUMBER.VALUE."""


class Watch:
    """Of each test that passes, how long it takes and which conditions it comes to, with which value."""

    def __init__(self, seen: Path, report: Path) -> None:
        self._seen, self._report = seen, report
        self._tests: Watched = {}
        self._failed: set[str] = set()

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        import builtins

        vars(builtins).setdefault("seen_by_mutants", set()).clear()
        started = time.monotonic()
        yield
        found = [path.name for path in self._seen.iterdir()]
        for name in found:
            (self._seen / name).unlink()
        self._tests[item.nodeid] = time.monotonic() - started, found

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        said = {"tests": self._tests, "failed": sorted(self._failed)}
        self._report.write_text(json.dumps(said), "utf-8")


class Chosen:
    """The chosen tests in their order, each with a limit; what fails is told in the report, one a line."""

    def __init__(self, tests: dict[str, float], report: Path) -> None:
        self._tests, self._report = tests, report
        self._status = 0

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        found = {item.nodeid: item for item in items}
        items[:] = [found[test] for test in self._tests if test in found]

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        signal.setitimer(signal.ITIMER_REAL, self._tests[item.nodeid])
        yield
        signal.setitimer(signal.ITIMER_REAL, 0)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            with self._report.open("a", encoding="utf-8") as lines:
                lines.write(f"{report.nodeid}\n")

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        self._status = int(exitstatus)

    @pytest.hookimpl(trylast=True)
    def pytest_unconfigure(self) -> NoReturn:
        sys.stdout.flush()
        os._exit(self._status)  # whatever thread a test has left behind


def _too_late(*_: Any) -> NoReturn:
    raise TimeoutError("the test is not done in many times the time that it takes with the check")


def pytest_configure(config: pytest.Config) -> None:
    import app

    root = Path(os.environ["MUTANTS_ROOT"])
    if not Path(app.__path__[0]).is_relative_to(root):
        pytest.exit(f"the tests import {app.__path__[0]}, which is not the copy", returncode=3)
    if library := os.environ.get("MUTANTS_LIBRARY"):
        _compile_nothing(Path(library))
    if any(Path(file).is_dir() or "hypothesis" in Path(file).read_text("utf-8") for file in config.args):
        _repeat_what_is_random()
    report = Path(os.environ["MUTANTS_REPORT"])
    if wanted := os.environ.get("MUTANTS_TESTS"):
        signal.signal(signal.SIGALRM, _too_late)
        config.pluginmanager.register(Chosen(json.loads(Path(wanted).read_text("utf-8")), report))
    else:
        config.pluginmanager.register(Watch(Path(os.environ["MUTANTS_SEEN"]), report))


def _compile_nothing(library: Path) -> None:
    """Let all tests use the library that is compiled in this folder, wherever they want it."""
    from app.lean import environments

    compile_once = cache(environments.core_environment)
    environments.core_environment = lambda data, report=None: compile_once(library)


def _repeat_what_is_random() -> None:
    """What a test came to once, it comes to again."""
    from hypothesis import settings

    settings.register_profile("mutants", derandomize=True, database=None)
    settings.load_profile("mutants")
