"""Rules that matter get a check, because one that nobody checks leaks."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from app.domain.sampling import Role
from app.endpoints import PresetName
from app.presets import PRESETS
from app.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent
ROLE = re.compile(f"LEMMATA_({'|'.join(Role).upper()})_")
GIT_LISTING = ["/usr/bin/env", "git", "ls-files", "-z"]


@pytest.mark.parametrize(
    "command",
    [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], ["lint-imports"]],
    ids=" ".join,
)
def test_the_tools_find_nothing(command: list[str]):
    found = subprocess.run(
        [TOOLS / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert found.returncode == 0, found.stdout + found.stderr


def test_every_setting_is_described_and_in_the_readme():
    readme = (ROOT / "README.md").read_text()

    for name, description in Settings.described().items():
        assert description, name
        assert f"`{name}`" in readme or f"`{ROLE.sub('LEMMATA_PROVER_', name)}`" in readme, name
    assert all(f"`LEMMATA_{role.upper()}_*`" in readme for role in Role)


def test_every_preset_is_one_that_can_be_chosen_and_is_in_the_readme():
    readme = (ROOT / "README.md").read_text()

    assert {"", *PRESETS} == set(get_args(PresetName))
    assert all(f"`{name}`" in readme for name in PRESETS)


def tracked_files() -> list[Path]:
    listing = subprocess.run(GIT_LISTING, cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_what_is_installed_is_named_without_a_host():
    places = {"requirements", ".ci", "Makefile", "package.json", "package-lock.json", "pyproject.toml"}

    installing = [path for path in tracked_files() if path.relative_to(ROOT).parts[0] in places]

    assert [path for path in installing if re.search(r"://(?!127\.0\.0\.1)", path.read_text())] == []


def test_no_tracked_file_knows_where_this_checkout_is():
    assert [path for path in tracked_files() if str(ROOT).encode() in path.read_bytes()] == []


def test_requirements_are_pinned_and_hashed():
    for path in (ROOT / "requirements").glob("*.txt"):
        for entry in re.split(r"\n(?=\S)", path.read_text().strip()):
            assert re.match(r"[\w.-]+(\[\w+\])?==\S+", entry), (path, entry)
            assert "--hash=sha256:" in entry, (path, entry)


# Who may say so: the certifier makes certificates (and reads those it has signed), the pipeline has outcomes.
MAKERS = {
    "Certificate": {"app/trust/issuing.py", "app/trust/signing.py"},
    "Proved": {"app/pipeline/final.py"},
    "Refuted": {"app/pipeline/final.py"},
    "Inconsistent": {"app/pipeline/final.py"},
}


@pytest.mark.parametrize("name", MAKERS)
def test_the_word_proved_has_one_source(name: str):
    sources = [*(ROOT / "app").rglob("*.py"), *(ROOT / "workers").rglob("*.py")]

    assert {path.relative_to(ROOT).as_posix() for path in sources if _makes(name, path)} == MAKERS[name]


def _makes(name: str, path: Path) -> bool:
    """Whether the file calls the class by that name; a pattern in `match` is no call."""
    return name in _called(path)


@cache
def _called(path: Path) -> frozenset[str]:
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    return frozenset(getattr(call.func, "id", getattr(call.func, "attr", "")) for call in calls)
