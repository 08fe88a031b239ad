"""The command as a person runs it: a process of its own, the real Lean, exit codes and JSON."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.lean.environments import CoreLean
from tests.cli import forked

LEMMATA = Path(sys.executable).with_name("lemmata")


@pytest.fixture
def data(core: CoreLean) -> Path:
    """The data folder in which the library is already compiled."""
    return core.lean_path.parents[1]


def lemmata(data: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return forked.lemmata(*arguments, env={**os.environ, "LEMMATA_DATA": str(data)}, stdin=stdin)


def prove(data: Path, text: str, *more: str) -> tuple[int, dict[str, Any]]:
    done = lemmata(data, "prove", "--json", *more, "-", stdin=text.encode())
    return done.returncode, json.loads(done.stdout)


def test_a_true_statement_is_proved_with_its_whole_file(data: Path):
    code, answer = prove(data, "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p")

    assert (code, answer["outcome"]) == (0, "proved")
    assert answer["statement"] == "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p"
    assert answer["proof"].startswith("prelude\nimport Lemmata\n" + answer["statement"] + " := by\n")
    assert answer["axioms"] == []
    assert answer["checks"] > 0
    assert 0 < answer["elapsed_s"] < 30


def test_the_definitions_before_a_theorem_are_part_of_the_statement(data: Path):
    text = "def two : Nat := 2\ntheorem t : two = 2"

    code, answer = prove(data, text)

    assert (code, answer["statement"]) == (0, text)


def test_the_proof_that_was_printed_passes_a_check_of_its_own(data: Path, tmp_path: Path):
    _, answer = prove(data, "theorem em (p : Prop) : p ∨ ¬p")
    file = tmp_path / "em.lean"
    file.write_text(answer["proof"])

    assert "Classical.choice" in answer["axioms"]
    assert lemmata(data, "check", str(file)).returncode == 0


def test_a_false_statement_is_refuted_by_a_proof_of_its_negation(data: Path):
    code, answer = prove(data, "theorem wrong (p q : Prop) (h : p ∨ q) : p ∧ q")

    assert (code, answer["outcome"]) == (1, "refuted")
    assert "¬ (∀ (p q : Prop) (h : p ∨ q), p ∧ q)" in answer["proof"]


def test_what_is_neither_is_open(data: Path):
    code, answer = prove(
        data, "theorem hard (f : Nat → Nat) (n : Nat) : f (n * n) = f (n + n)", "--seconds", "1"
    )

    assert (code, answer["outcome"]) in {(2, "open"), (1, "refuted")}
    assert answer["proof"] is None or answer["outcome"] == "refuted"


def test_a_syntax_error_is_reported_at_its_place_in_the_text_as_given(data: Path):
    code, answer = prove(data, "import Mathlib\n\ntheorem bad (p : Prop) :\n  p ∧ ∧ p")

    assert (code, answer["outcome"]) == (3, "not_a_statement")
    assert (answer["messages"][0]["line"], answer["messages"][0]["column"]) == (4, 5)


@pytest.mark.parametrize(
    "text", ["", "Show that the sum of two odd numbers is even", "theorem a : b\ntheorem c : d"]
)
def test_what_is_not_a_statement_is_said_to_be_none(data: Path, text: str):
    code, answer = prove(data, text)

    assert (code, answer["outcome"]) == (3, "not_a_statement")
    assert answer["reason"]


def test_ones_own_proof_is_used_when_it_is_right(data: Path):
    code, answer = prove(data, "theorem t (p : Prop) (h : p) : p ∨ False := by\n  exact Or.inl h")

    assert code == 0
    assert "exact Or.inl h" in answer["proof"]


@pytest.mark.parametrize(
    "arguments",
    [["prove", "--seconds", "-1", "True"], ["prove", "--seconds", "many", "True"], ["nonsense"], []],
)
def test_wrong_usage_is_explained(data: Path, arguments: list[str]):
    done = lemmata(data, *arguments)

    assert done.returncode == 64
    assert b"usage: lemmata" in done.stderr


@pytest.mark.parametrize(("content", "words"), [(b"\xff\xfe", b"not UTF-8"), (None, b"cannot be read")])
def test_an_unreadable_file_is_named(data: Path, tmp_path: Path, content: bytes | None, words: bytes):
    file = tmp_path / "exercise.lean"
    if content is not None:
        file.write_bytes(content)

    for command in ("prove", "check"):
        done = lemmata(data, command, str(file))

        assert done.returncode == 3
        assert words in done.stderr


def test_a_file_of_windows_is_read_like_any_other(data: Path, tmp_path: Path):
    file = tmp_path / "exercise.lean"
    file.write_bytes("\ufefftheorem t (p : Prop) (h : p) : p :=\r\n  q\r\n".encode())

    done = lemmata(data, "check", "--json", str(file))

    (message,) = json.loads(done.stdout)["messages"]
    assert (message["line"], message["column"]) == (2, 2)


def test_a_wrong_setting_is_named(core: CoreLean):
    environment = {**os.environ, "LEMMATA_PORT": "many"}

    done = subprocess.run(
        [LEMMATA, "prove", "True"], env=environment, capture_output=True, timeout=60, check=False
    )

    assert done.returncode == 64
    assert b"LEMMATA_PORT" in done.stderr


def test_a_relative_data_folder_is_one_of_the_folder_one_stands_in(data: Path, tmp_path: Path):
    (tmp_path / "here").symlink_to(data)
    environment = {**os.environ, "LEMMATA_DATA": "here"}

    done = subprocess.run(
        [LEMMATA, "prove", "True"],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("text", "code", "verdict"),
    [
        ("theorem t (p : Prop) (h : p) : p := h", 0, "accepted"),
        ("import Mathlib\ntheorem t (p : Prop) (h : p) : p := by\n  exact q", 1, "rejected"),
        ("theorem t (p : Prop) (h : p) : p := by\n  sorry", 2, "has_sorry"),
    ],
)
def test_a_file_is_checked_as_it_is(data: Path, tmp_path: Path, text: str, code: int, verdict: str):
    file = tmp_path / "file.lean"
    file.write_text(text)

    done = lemmata(data, "check", "--json", str(file))
    report = json.loads(done.stdout)

    assert (done.returncode, report["verdict"]) == (code, verdict)
    places = [(message["line"], message["column"]) for message in report["messages"]]
    assert places == {"accepted": [], "rejected": [(3, 8)], "has_sorry": [(1, 8)]}[verdict]
    assert all("⊢ p" in hole["goals"][0] for hole in report["holes"])
