"""`lemmata export`, with what a database holds."""

import json
from pathlib import Path

import pytest

from app.cli import main
from app.domain.problem import Problem
from app.domain.sampling import Form, Prompt, Sample
from app.domain.trace import Fate, Group, Judged
from app.settings import Settings
from app.store import queries, samples
from tests.servers import furnished

PROMPT = Prompt("prove_quick", "d" * 64, Form.CHAT, "Prove it.")
GROUP = Group(
    "",
    "quick",
    "prover",
    "theorem t : ∀ n : ℕ, n = n",
    PROMPT,
    (Judged(Sample("right"), Fate.ACCEPTED), Judged(Sample("wrong"), Fate.REJECTED)),
)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEMMATA_DATA", str(tmp_path))
    return tmp_path


def keep(data: Path, *groups: Group) -> None:
    with furnished(Settings(data=data)) as db:
        job = queries.create_job(db, Problem("theorem t : ∀ n : ℕ, n = n"), None)
        for group in groups:
            samples.keep(db, job.id, group)


def test_groups_come_with_advantages(data: Path, capsys: pytest.CaptureFixture[str]):
    keep(data, GROUP)

    assert main(["export", "--for", "grpo"]) == 0

    (line,) = capsys.readouterr().out.splitlines()
    assert [one["advantage"] for one in json.loads(line)["samples"]] == [1.0, -1.0]


def test_accepted_samples_go_to_a_file(data: Path, capsys: pytest.CaptureFixture[str]):
    keep(data, *[GROUP] * 3)

    assert main(["export", "--out", str(data / "sft.jsonl")]) == 0

    lines = (data / "sft.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["completion"] for line in lines] == ["right"] * 3
    assert "∀" in lines[0]
    assert "3 lines for sft" in capsys.readouterr().err


def test_nothing_to_export_is_said(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("LEMMATA_DATA", str(data / "not there yet"))

    assert main(["export"]) == 1
    assert "0 lines" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_named(data: Path, capsys: pytest.CaptureFixture[str]):
    keep(data, GROUP)

    assert main(["export", "--out", str(data / "absent" / "x.jsonl")]) == 64
    assert "absent" in capsys.readouterr().err
