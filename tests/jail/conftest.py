"""A jail that root makes and one that an ordinary user makes; each test of it runs in both."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from tests.jail.warden import Order, Report

REPOSITORY = Path(__file__).parents[2]
ATTEMPTS = str(Path(__file__).with_name("attempts.py"))
PYTHON = [sys.executable, "-I", "-S"]
NOBODY = 65534


class Warden:
    """A `tests.jail.warden` that runs as root or as an ordinary user."""

    def __init__(self, user: str) -> None:
        command = [sys.executable, "-m", "tests.jail.warden"]
        self._process = subprocess.Popen(
            as_ordinary(command) if user == "ordinary" and os.geteuid() == 0 else command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=REPOSITORY,
            extra_groups=[4, 24] if user == "root" else None,  # for the jail to give up
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(REPOSITORY)},
        )
        self.user = user
        self.first = self._answer()

    @property
    def pid(self) -> int:
        return int(self.first["own"]["pid"])

    def order(self, command: list[str], **kinds: Any) -> Report:
        """Have a command started. Raises ValueError where that is refused."""
        return self.ask(Order(command, **kinds))

    def ask(self, order: Order) -> Report:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(asdict(order)) + "\n")
        self._process.stdin.flush()
        answer = self._answer()
        if "refused" in answer:
            raise ValueError(answer["refused"])
        return Report(**answer)

    def attempt(self, name: str, *arguments: object, **kinds: Any) -> Report:
        """Run one of `attempts.py` in the jail."""
        return self.order([*PYTHON, ATTEMPTS, name, *map(str, arguments)], **kinds)

    def control(self, name: str, *arguments: object, **kinds: Any) -> Report:
        """The same, as the same user, without a jail."""
        return self.attempt(name, *arguments, jailed=False, **kinds)

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(20)
        assert self._process.stdout
        self._process.stdout.close()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, "the warden is gone"
        answer: dict[str, Any] = json.loads(line)
        return answer


def as_ordinary(command: list[str]) -> list[str]:
    """The command as nobody, with our Python and this repository where nobody can read them, too."""
    closed: dict[Path, list[Path]] = {}
    for path in dict.fromkeys(map(Path, (sys.base_prefix, sys.prefix, REPOSITORY))):
        above = (folder for folder in reversed(path.parents) if not folder.stat().st_mode & 0o001)
        if (first := next(above, None)) is not None:
            closed.setdefault(first, []).append(path)
    opened = ["bwrap", "--die-with-parent", "--dev-bind", "/", "/"]
    for folder, paths in closed.items():
        opened += ["--perms", "0755", "--tmpfs", str(folder)]
        for path in paths:
            between = [
                each for each in reversed(path.parents) if each.is_relative_to(folder) and each != folder
            ]
            opened += [word for each in between for word in ("--dir", str(each))]
            opened += ["--ro-bind", str(path), str(path)]
    user = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--inh-caps=-all"]
    return [*(opened if closed else []), *user, *command]


def unable() -> str:
    """Why bubblewrap does not run here at all, found without the code under test; or nothing."""
    if (bubblewrap := shutil.which("bwrap")) is None:
        return "bubblewrap is not installed"
    done = subprocess.run(
        [bubblewrap, "--unshare-user", "--unshare-net", "--ro-bind", "/", "/", "true"],
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else f"bubblewrap does not run: {done.stderr.strip()}"


@pytest.fixture(scope="session")
def wardens() -> Iterator[dict[str, Warden]]:
    if reason := unable():
        pytest.skip(reason)
    kinds = ("root", "ordinary") if os.geteuid() == 0 else ("ordinary",)
    wardens = {kind: Warden(kind) for kind in kinds}
    yield wardens
    for warden in wardens.values():
        warden.close()


@pytest.fixture(params=["root", "ordinary"])
def warden(request: pytest.FixtureRequest, wardens: dict[str, Warden]) -> Warden:
    if request.param not in wardens:
        pytest.skip("the tests do not run as root")
    return wardens[request.param]


@pytest.fixture
def folder(warden: Warden) -> Iterator[Path]:
    """A folder of the user whose jail it is, that others can look into."""
    with tempfile.TemporaryDirectory() as made:
        path = Path(made)
        path.chmod(0o755)
        if warden.user == "ordinary" and os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
        yield path


@pytest.fixture
def secret(folder: Path) -> Path:
    """A file that every user can read."""
    path = folder / "secret"
    path.write_text("a secret")
    path.chmod(0o644)
    return path
