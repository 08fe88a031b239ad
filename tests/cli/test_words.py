"""What a text is, at the command line: told by how it reads, or by who types it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.lean.environments import CoreLean
from tests.model_server.client import ModelServer
from tests.model_server.script import ALWAYS, Answer

LEMMATA = Path(sys.executable).with_name("lemmata")
STATED = "theorem t : 2 + 2 = 4"


def prove(core: CoreLean, url: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    model = {"LEMMATA_INFORMAL_URL": url, "LEMMATA_INFORMAL_MODEL": "scripted"} if url else {}
    environment = {**os.environ, "LEMMATA_DATA": str(core.lean_path.parents[1]), **model}
    command = [LEMMATA, "prove", "--json", "--seconds", "10", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("arguments", "outcome"),
    [
        (("Is 2 + 2 = 4?",), "formalized"),
        (("--words", "2 + 2 = 4"), "formalized"),
        (("2 + 2 = 4",), "proved"),
        (("--lean", "Is 2 + 2 = 4?"), "not_a_statement"),
    ],
    ids=str,
)
def test_a_text_is_read_as_it_looks_or_as_one_says(
    core: CoreLean, model_server: ModelServer, arguments: tuple[str, ...], outcome: str
):
    model_server.script(
        Answer(f"```lean4\n{STATED} := by sorry\n```", when="Translate this", times=ALWAYS),
        Answer("SAME", times=ALWAYS),
    )

    answer: dict[str, Any] = json.loads(prove(core, model_server.url, *arguments).stdout)

    assert answer["outcome"] == outcome
    if outcome == "formalized":
        assert [each["statement"] for each in answer["candidates"]] == [STATED]


def test_words_without_a_model_are_wrong_usage(core: CoreLean):
    done = prove(core, "", "--words", "2 + 2 = 4")

    assert done.returncode == 64
    assert done.stderr.decode() == "lemmata: no model is configured that could translate words.\n"


def test_a_text_is_not_both(core: CoreLean):
    assert prove(core, "", "--words", "--lean", "2 + 2 = 4").returncode == 64
