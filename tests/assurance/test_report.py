"""The report measures what it says, so that nobody finds it broken on the day it is needed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from app.lean.environments import CoreLean
from app.lean.jail import Jail
from tests.assurance.__main__ import MEASURES
from tests.assurance.book import Book
from tests.assurance.changes import changes
from tests.assurance.explaining import mended
from tests.assurance.exported_texts import TEXTS
from tests.assurance.exports import export_of
from tests.assurance.fuzzing import Tally, bounded, watched
from tests.assurance.kernel_forks import ask_lean
from tests.assurance.page import page
from tests.assurance.portable import challenges
from tests.assurance.records import read, written
from tests.assurance.room import Found, Room
from tests.lean.test_portable import FILES, theorems

CHEAP = ("attacks", "portable", "fuzz", "exports", "kernels", "jail")


@pytest.fixture(scope="module")
def found(core: CoreLean, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Found]:
    """What each of the cheap measures finds with few samples."""
    folder = tmp_path_factory.mktemp("trust")
    return {
        name: MEASURES[name].run(Room(core, Book(folder / name, ""), processes=1, quick=True))
        for name in CHEAP
    }


@pytest.mark.parametrize("name", CHEAP)
def test_a_figure_is_measured(name: str, found: dict[str, Found]) -> None:
    figure = found[name].figure

    assert figure.what
    assert figure.how.endswith(".")
    assert any(character.isdigit() for character in figure.value)
    assert found[name].details


def test_few_samples_of_honest_proofs_and_attacks_are_as_all_must_be(found: dict[str, Found]) -> None:
    for name in ("portable", "exports"):
        assert found[name].figure.reached, found[name]
    assert "0 certified, 0 with another verdict" in found["attacks"].figure.value


def test_the_page_has_every_figure_and_what_it_was_measured_with(
    core: CoreLean, jail: Jail, found: dict[str, Found]
) -> None:
    text = page(core, jail, found)

    rows = [line for line in text.splitlines() if line.endswith(("| yes |", "| **no** |"))]
    assert len(rows) == len(found)
    assert all(f"| {each.figure.what} | {each.figure.reach} |" in text for each in found.values())
    assert all(each.figure.how in text for each in found.values())
    for word in ("Lean", "Python", "bubblewrap", "wheel of Lean", core.environment.library):
        assert word in text
    assert all(line.count("|") >= 3 for line in text.splitlines() if line.startswith("|"))


def test_what_was_found_is_there_again_for_the_same_tree_only(tmp_path: Path) -> None:
    file = tmp_path / "parts"
    Book(file, "a tree").put("first", {"said": 1})
    with file.open("a") as cut_off:
        cut_off.write('{"key": "second", "sa')

    again, other = Book(file, "a tree", resume=True), Book(tmp_path / "parts", "another", resume=True)

    assert "first" in again
    assert again.get("first") == {"said": 1}
    assert "second" not in again
    assert "first" not in other


def test_what_does_not_end_and_what_raises_another_exception_are_failures() -> None:
    tally = Tally()

    def raising() -> str:
        raise KeyError

    def endless() -> str:
        while True:
            pass

    with bounded():
        watched(tally, "a", lambda: "well")
        watched(tally, "b", raising)
        watched(tally, "c", endless)

    assert tally.inputs == 3
    assert tally.said == Counter(well=1)
    assert tally.failures.total() == 2


def test_every_theorem_of_the_portable_files_is_asked_for() -> None:
    for file in FILES:
        text = file.read_text("utf-8")

        asked = challenges(text)

        assert [name for name, _ in asked] == theorems(text)
        for name, challenge in asked:
            head, _, proof = challenge.rpartition(":=")
            assert proof == " sorry\n"
            assert f"theorem {name.rpartition('.')[2]}" in head[head.rindex("theorem ") :] or "." in name


def test_a_crash_of_leans_kernel_is_told_and_the_next_export_is_asked_for(core: CoreLean) -> None:
    right = export_of(core, TEXTS["unit"], "t")

    first, broken, second = ask_lean([right, b"[]", right])

    assert first == second
    assert "accepted" in first
    assert "accepted" not in broken


def test_changes_change_something_and_the_same_number_gives_the_same(core: CoreLean) -> None:
    records = read(export_of(core, TEXTS["a structure"], "t"))

    once, again = (list(changes(records, 30, 7)) for _ in range(2))

    assert once == again
    assert all(read(export) != records for _, export in once)


def test_what_is_mended_is_right_where_it_was_and_wrong_where_it_was(core: CoreLean) -> None:
    records = read(export_of(core, TEXTS["equality"], "t"))
    wrong = [export for done, export in changes(records, 300, 1) if done in ("swapped parts", "rule")]

    right, *others = ask_lean([mended(records, export) for export in (written(records), *wrong)])

    assert "accepted" in right
    assert len(others) > 5
    assert not any("accepted" in answer for answer in others)
