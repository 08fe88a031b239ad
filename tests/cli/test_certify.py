"""`lemmata certify` as a program calls it: what it prints and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import main
from app.lean.environments import CoreLean

CHALLENGE = "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p := sorry\n"
SOLUTION = "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p := ⟨h.2, h.1⟩\n"


@pytest.fixture(autouse=True)
def data(core: CoreLean, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEMMATA_DATA", str(core.lean_path.parents[1]))


def _certify(folder: Path, challenge: str, solution: str, *more: str) -> int:
    asked, given = folder / "C.lean", folder / "S.lean"
    asked.write_text(challenge, "utf-8")
    given.write_text(solution, "utf-8")
    return main(["certify", "--challenge", str(asked), "--solution", str(given), *more])


def test_a_proof_ends_with_0_and_says_on_what_it_rests(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _certify(tmp_path, CHALLENGE, SOLUTION, "--json") == 0

    said = json.loads(capsys.readouterr().out)
    assert said["verdict"] == "proved"
    assert said["axioms"] == []
    assert said["kernels"] == {"lean": "accepted", "lemmata": "accepted"}
    assert said["constants_replayed"] > 0
    assert set(said["hashes"]) == {"challenge", "solution", "library", "lean", "certifier", "export"}
    assert set(said["versions"]) == {"lean", "lemmata", "python"}
    assert said["jail"] == "bubblewrap"
    assert said["elapsed_ms"] > 0


def test_a_definite_no_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _certify(tmp_path, CHALLENGE, CHALLENGE) == 1
    assert capsys.readouterr().out.startswith("has_sorry\n")


@pytest.mark.parametrize("challenge", ["theorem swap : True := trivial", "theorem swap : := sorry"])
def test_a_challenge_that_is_none_ends_with_3(
    tmp_path: Path, challenge: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _certify(tmp_path, challenge, SOLUTION) == 3
    assert "C.lean" in capsys.readouterr().err


def test_a_file_that_is_not_there_ends_with_3(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.lean")

    assert main(["certify", "--challenge", missing, "--solution", missing]) == 3


@pytest.mark.parametrize("arguments", [[], ["--challenge", "C.lean"], ["--environment", "other"]])
def test_wrong_arguments_end_with_3(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["certify", *arguments])

    assert ended.value.code == 3


def _bundle(folder: Path) -> Path:
    assert _certify(folder, CHALLENGE, SOLUTION, "--bundle", str(folder / "swap.zip")) == 0
    return folder / "swap.zip"


def test_a_bundle_is_verified_and_says_who_signed_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle = _bundle(tmp_path)
    capsys.readouterr()

    assert main(["verify", str(bundle), "--json"]) == 0

    said = json.loads(capsys.readouterr().out)
    assert (said["verdict"], said["claim"], said["theorem"]) == ("proved", "proved", "swap")
    assert said["differences"] == []
    assert main(["verify", str(bundle), "--key", said["key"]]) == 0
    assert main(["verify", str(bundle), "--key", "another"]) == 1
    assert "proved, as it says" in capsys.readouterr().out


def test_a_changed_bundle_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bundle = _bundle(tmp_path)
    bundle.write_bytes(bundle.read_bytes().replace(b"h.2", b"h.1"))

    assert main(["verify", str(bundle)]) == 1
    assert "refused" in capsys.readouterr().out


def test_a_bundle_that_is_not_there_ends_with_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(tmp_path / "none.zip")]) == 3
    assert "none.zip cannot be read" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        main(["verify"])
    assert ended.value.code == 3


def test_no_bundle_is_written_for_what_is_not_proved(tmp_path: Path) -> None:
    assert _certify(tmp_path, CHALLENGE, CHALLENGE, "--bundle", str(tmp_path / "no.zip")) == 1
    assert not (tmp_path / "no.zip").exists()


def test_a_bundle_that_cannot_be_written_ends_with_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _certify(tmp_path, CHALLENGE, SOLUTION, "--bundle", str(tmp_path / "no" / "b.zip")) == 3
    assert "cannot be written" in capsys.readouterr().err
