"""`lemmata calibration`, with the journals that a database holds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.cli import main
from app.domain.events import Cancelled, Estimated, Event, NodeClosed, NodeTried, Open, Started
from app.domain.problem import Problem
from app.settings import Settings
from app.store import journal, queries
from tests.servers import furnished
from tests.web.journals import swap

LIKELY, UNLIKELY = Estimated(0.75, 1000, 0.0, 9.0), Estimated(0.25, 1000, 0.0, 9.0)
TRIED, CLOSED, LEFT = NodeTried("", "quick", "", tokens=1500), NodeClosed("", "by simp"), Open("all")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEMMATA_DATA", str(tmp_path))
    return tmp_path


def keep(data: Path, *journals: Sequence[Event]) -> None:
    with furnished(Settings(data=data)) as db:
        for events in journals:
            job = queries.create_job(db, Problem("theorem t : True"), None)
            queries.claim(db, job.id, "w", 60)
            for event in (Started("w"), *events):
                journal.append(db, job.id, "w", event)


def test_predictions_are_compared_with_what_happened(data: Path, capsys: pytest.CaptureFixture[str]):
    proved = swap()[-1]
    keep(
        data,
        [LIKELY, TRIED, CLOSED, proved],
        [LIKELY, TRIED, LEFT],
        [UNLIKELY, LEFT],
        [LIKELY, Cancelled()],
        [LEFT],
        [LIKELY],  # it is still running
    )

    assert main(["calibration", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)

    assert (found["jobs"], found["predicted"], found["cut_short"]) == (5, 4, 1)
    held = found["calibration"]
    assert held["count"] == 3
    assert held["brier"] == pytest.approx((0.0625 + 0.5625 + 0.0625) / 3)
    assert held["tokens_ratio"] == 1.5
    assert [(tenth["lowest"], tenth["observed"], tenth["count"]) for tenth in held["tenths"]] == [
        (0.2, 0.0, 1),
        (0.7, 0.5, 2),
    ]
    assert main(["calibration"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("4 of 5 jobs that have ended had an estimate; 1 of them ended by something else")
    assert "70% to 80%      75%       50%     2" in told
    assert "Brier score 0.229" in told


def test_without_a_prediction_there_is_nothing_to_compare(data: Path, capsys: pytest.CaptureFixture[str]):
    keep(data, [LEFT])

    assert main(["calibration"]) == 1

    assert capsys.readouterr().out.startswith("0 of 1 jobs")


def test_a_machine_on_which_nothing_was_proved_yet_has_no_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("LEMMATA_DATA", str(tmp_path / "new"))

    assert main(["calibration"]) == 1
    assert capsys.readouterr().out.startswith("0 of 0 jobs")
