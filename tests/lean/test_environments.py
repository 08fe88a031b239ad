"""The built-in library is compiled once, whole or not at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.domain.errors import CoreBuildFailed
from app.lean import environments, launch
from app.lean.environments import CoreLean, core_environment

WAYS_TO_BREAK = {
    "a module is cut short": lambda folder: os.truncate(folder / "Lemmata" / "Nat.olean", 1000),
    "a module is changed": lambda folder: (folder / "Lemmata.olean").write_bytes(b"olean" * 200),
    "a module is missing": lambda folder: (folder / "Lemmata" / "Logic.olean").unlink(),
    "the manifest is missing": lambda folder: (folder / "manifest.json").unlink(),
    "the manifest is no JSON": lambda folder: (folder / "manifest.json").write_text("{"),
    "the manifest is not ours": lambda folder: (folder / "manifest.json").write_text("[1]"),
    "the folder is empty": lambda folder: (shutil.rmtree(folder), folder.mkdir()),
    "a file is in its place": lambda folder: (shutil.rmtree(folder), folder.write_text("")),
}


@pytest.fixture
def small_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Sources of a library that compiles at once, in place of the real ones."""
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "Logic.lean").write_text("prelude\ninductive True : Prop where\n  | intro : True\n")
    (sources / "Nat.lean").write_text("prelude\nimport Lemmata.Logic\n")
    (sources / "Lemmata.lean").write_text("prelude\nimport Lemmata.Nat\n")
    monkeypatch.setattr(environments, "_SOURCES", sources)
    return sources


def test_the_environment_says_what_it_is(core: CoreLean) -> None:
    assert core.environment.name == "core"
    assert core.environment.header == "prelude\nimport Lemmata"
    assert core.environment.lean_version == "4.35.0"
    assert len(core.environment.library) == 64
    assert core.lean_path.name == f"core-{core.environment.library[:16]}"


def test_the_compiled_library_is_used_again_within_a_tenth_of_a_second(core: CoreLean) -> None:
    """Of processor time, as what else the machine does is not the subject."""
    lines: list[str] = []
    started = time.process_time()

    again = core_environment(core.lean_path.parent.parent, lines.append)

    assert time.process_time() - started < 0.1
    assert (again, lines) == (core, [])


def test_one_line_is_reported_for_each_module(small_library: Path, tmp_path: Path) -> None:
    lines: list[str] = []

    core_environment(tmp_path / "data", lines.append)

    assert lines == [
        "Compiled Lemmata.Logic (1 of 3)",
        "Compiled Lemmata.Nat (2 of 3)",
        "Compiled Lemmata (3 of 3)",
    ]


@pytest.mark.parametrize("way", WAYS_TO_BREAK)
def test_a_broken_library_is_built_again(way: str, small_library: Path, tmp_path: Path) -> None:
    first = core_environment(tmp_path / "data")
    WAYS_TO_BREAK[way](first.lean_path)
    lines: list[str] = []

    second = core_environment(tmp_path / "data", lines.append)

    assert (second, len(lines)) == (first, 3)
    assert core_environment(tmp_path / "data", lines.append) == first
    assert len(lines) == 3
    assert [path.name for path in first.lean_path.parent.iterdir()] == [first.lean_path.name]


def test_a_change_of_the_sources_is_another_library(small_library: Path, tmp_path: Path) -> None:
    first = core_environment(tmp_path / "data")
    (small_library / "Nat.lean").write_text("prelude\nimport Lemmata.Logic\ntheorem t : True := True.intro\n")

    second = core_environment(tmp_path / "data")

    assert second.environment.library != first.environment.library
    assert first.lean_path.is_dir()
    assert second.lean_path.is_dir()


def test_leans_messages_are_in_the_error_when_it_refuses_the_library(
    small_library: Path, tmp_path: Path
) -> None:
    (small_library / "Nat.lean").write_text("prelude\nimport Lemmata.Logic\ntheorem t : True := nonsense\n")

    with pytest.raises(CoreBuildFailed, match=r"Nat\.lean:3:20: error.*Unknown identifier `nonsense`"):
        core_environment(tmp_path / "data")

    assert list((tmp_path / "data" / "lean").iterdir()) == []


def test_a_data_folder_that_cannot_be_made_is_a_clear_error(small_library: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder")

    with pytest.raises(CoreBuildFailed, match="The built-in library cannot be stored in"):
        core_environment(tmp_path / "data")


def test_a_full_disk_is_a_clear_error(
    small_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = launch.Limits(file_bytes=100)
    command = launch.command
    monkeypatch.setattr(launch, "command", lambda *arguments: command(*arguments, limits=small))

    with pytest.raises(CoreBuildFailed, match="Lean failed"):
        core_environment(tmp_path / "data")


BUILDER = """
import sys
from pathlib import Path
from app.lean import environments
environments._SOURCES = Path(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
print(environments.core_environment(Path(sys.argv[2])).environment.library)
"""


def test_processes_that_build_at_once_all_end_with_the_same_library(
    small_library: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", BUILDER, str(small_library), str(tmp_path / "data")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    builders = [subprocess.Popen(command, cwd=Path(__file__).parents[2], **pipes) for _ in range(3)]
    assert [builder.stdout.readline() for builder in builders if builder.stdout] == ["ready\n"] * 3

    for builder in builders:
        builder.stdin.write("\n")
        builder.stdin.flush()
    printed = [builder.communicate(timeout=120)[0] for builder in builders]

    assert [builder.returncode for builder in builders] == [0, 0, 0]
    assert len(set(printed)) == 1
    assert len(list((tmp_path / "data" / "lean").iterdir())) == 1
