"""Lean in the jail: it works as outside of it, and what a file makes it do stays there."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.lean import frontend, launch
from app.lean.environments import CoreLean
from tests.jail.conftest import NOBODY, Warden
from tests.jail.warden import Report

HEADER = "prelude\nimport Lemmata\n"
GOOD = "theorem add_comm' (a b : Nat) : a + b = b + a := by omega\n"
RESULT = "EStateM.Result Lean.Macro.Exception Lean.Macro.State"
ACT = 'syntax "act" : term\n@[macro termAct] def run : Lean.Macro := fun stx _ s =>\n'
READ = f"""@[extern "x"] axiom IO.FS.readFile : String → Unit → {RESULT} String
{ACT}  match IO.FS.readFile "FILE" () with
  | .ok text _ => .error (.error stx text) s
  | .error _ _ => .error (.error stx "unreadable") s
theorem t : True := act
"""
WRITE = f"""@[extern "x"] axiom IO.FS.writeFile : String → String → Unit → {RESULT} Unit
{ACT}  match IO.FS.writeFile "FILE" "by Lean" () with
  | .ok _ _ => .error (.error stx "was written") s
  | .error _ _ => .error (.error stx "unwritable") s
theorem t : True := act
"""


class Desk:
    """A folder with the library, in which a user has files compiled."""

    def __init__(self, warden: Warden, library: Path, folder: Path) -> None:
        self.warden, self.library, self.folder = warden, library, folder

    def lean(self, text: str, *, jailed: bool = True, **kinds: object) -> Report:
        """Compile a text; `result` is the compiled file's beginning."""
        place = Path(tempfile.mkdtemp(dir=self.folder))
        place.chmod(0o755)
        if self.warden.user == "ordinary" and os.geteuid() == 0:
            os.chown(place, NOBODY, NOBODY)
        file = place / "Submission.lean"
        file.write_text(HEADER + text)
        self.compiled = file.with_suffix(".olean")
        command = launch.command(
            "--json", *launch.OPTIONS, "-R", str(place), "-o", str(self.compiled), str(file)
        )
        env = launch.environment(self.library)
        readable = [str(file), str(self.library)]
        return self.warden.order(
            command, readable=readable, writable=str(self.compiled), jailed=jailed, env=env, **kinds
        )


@pytest.fixture(scope="module")
def library(core: CoreLean) -> Iterator[Path]:
    """The compiled library where every user can read it."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(shutil.copytree(core.lean_path, Path(folder, "library")))


@pytest.fixture
def desk(warden: Warden, library: Path, folder: Path) -> Desk:
    return Desk(warden, library, folder)


def test_lean_compiles_the_same_file_as_outside(desk: Desk) -> None:
    outside = desk.lean(GOOD, jailed=False)
    expected = desk.compiled.read_bytes()
    inside = desk.lean(GOOD)

    assert (
        (inside.status, inside.out, inside.err) == (outside.status, outside.out, outside.err) == (0, "", "")
    )
    assert desk.compiled.read_bytes() == expected
    assert expected.startswith(b"olean")


def test_an_error_is_lean_s_own(desk: Desk) -> None:
    said = desk.lean("theorem t : False := trivial\n")

    assert said.status == 1
    assert json.loads(said.out.splitlines()[0])["severity"] == "error"
    assert said.result == ""


def test_lean_reads_no_file(desk: Desk, secret: Path) -> None:
    text = READ.replace("FILE", str(secret))

    assert "a secret" in desk.lean(text, jailed=False).out
    inside = desk.lean(text)

    assert "a secret" not in inside.out
    assert "unreadable" in inside.out


def test_lean_writes_no_file(desk: Desk, folder: Path) -> None:
    text = WRITE.replace("FILE", str(folder / "planted"))

    assert "was written" in desk.lean(text, jailed=False).out
    (folder / "planted").unlink()
    inside = desk.lean(text)

    assert "unwritable" in inside.out
    assert not (folder / "planted").exists()


def test_a_warm_lean_answers_in_the_jail(desk: Desk) -> None:
    questions = "".join(
        json.dumps({"source": HEADER + text, "tactics": [], "terms": []}) + "\n"
        for text in (GOOD, "theorem t : False := trivial\n", GOOD)
    )
    order = {
        "readable": [str(desk.library), str(Path(frontend.__file__).parent)],
        "env": launch.environment(desk.library),
        "stdin": questions,
    }

    outside = desk.warden.order(launch.frontend(HEADER.strip()), jailed=False, **order)
    inside = desk.warden.order(launch.frontend(HEADER.strip()), **order)

    assert len(inside.out.splitlines()) == 3
    assert inside.out == outside.out
    assert inside.status == outside.status == 0
