"""What tests of several rooms share."""

from __future__ import annotations

import os

import pytest

from app.lean.environments import CoreLean, core_environment


@pytest.fixture(scope="session")
def core(tmp_path_factory: pytest.TempPathFactory) -> CoreLean:
    """The built-in Lean, compiled once for all tests."""
    return core_environment(tmp_path_factory.mktemp("data"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where every part can be installed, a test that is skipped is a test that failed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
