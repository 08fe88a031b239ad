"""Ordinary files of Lean 4 with Mathlib, as courses have them: only their header is exchanged."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from app.domain.certificate import PERMITTED_AXIOMS
from app.domain.lean_source import with_header
from app.lean.environments import HEADER, CoreLean
from tests.lean.one_file import elaborate, errors

FOLDER = Path(__file__).with_name("portable")
FILES = sorted(FOLDER.glob("*.lean"))
REJECTED = sorted((FOLDER / "rejected").glob("*.lean"))
_DECLARED = re.compile(r"^(?:namespace (\S+)|(end) \S+|theorem (\S+))", re.MULTILINE)


def theorems(text: str) -> list[str]:
    """The names of the theorems that `text` states, with their namespaces."""
    names: list[str] = []
    spaces: list[str] = []
    for opened, closed, name in _DECLARED.findall(text):
        if opened:
            spaces.append(opened)
        elif closed:
            spaces.pop()
        else:
            names.append(".".join([*spaces, name]))
    return names


def ported(file: Path, folder: Path) -> Path:
    text = file.read_text("utf-8")
    asked = "".join(f"#print axioms {name}\n" for name in theorems(text))
    target = folder / file.name
    target.write_text(with_header(f"{text}\n{asked}", HEADER).source, "utf-8")
    return target


@pytest.fixture(scope="module")
def answers(core: CoreLean, tmp_path_factory: pytest.TempPathFactory) -> dict[Path, list[dict[str, Any]]]:
    """What Lean says on each file; two are read at once, as a Lean uses one processor."""
    folder = tmp_path_factory.mktemp("portable")

    def said(file: Path) -> list[dict[str, Any]]:
        return elaborate(core, ported(file, folder))

    with ThreadPoolExecutor(2) as both:
        return dict(zip(FILES + REJECTED, both.map(said, FILES + REJECTED), strict=True))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_for_lean_with_mathlib_is_accepted_with_the_built_in_header(
    file: Path, answers: dict[Path, list[dict[str, Any]]]
) -> None:
    names = theorems(file.read_text("utf-8"))

    messages = answers[file]

    said = [message["data"] for message in messages]
    assert errors(messages) == []
    assert not any("sorry" in text for text in said)
    answers = [text for text in said if "axioms" in text]
    assert len(answers) == len(names) > 0
    used = {axiom for text in answers for part in re.findall(r"\[(.*)\]", text) for axiom in part.split(", ")}
    assert used <= PERMITTED_AXIOMS


@pytest.mark.parametrize("file", REJECTED, ids=lambda file: file.stem)
def test_a_file_that_mathlib_rejects_is_rejected_here(
    file: Path, answers: dict[Path, list[dict[str, Any]]]
) -> None:
    messages = answers[file]

    assert errors(messages)
    assert not any("internal exception" in message for message in errors(messages))
