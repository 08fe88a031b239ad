"""The tool finds every check of a module, and notices where its tests notice nothing."""

from __future__ import annotations

import ast
import runpy
from pathlib import Path

import pytest

from tests.assurance.book import Book
from tests.assurance.mutants import Room, Workshop, digest
from tests.assurance.mutated import Mutant, mutants

TOY = '''
"""Ages."""


class Refused(Exception):
    """No."""


def age(value: object, most: int) -> int:
    """A number of years."""
    if type(value) is not int or not 0 <= value <= most:
        raise Refused
    return value


def _is_adult(years: int) -> bool:
    return years >= 18


def may(years: int) -> bool:
    if not _is_adult(years):
        return False
    return years < 100
'''
TESTS = """
import pytest
from app.toy import Refused, age, may


@pytest.mark.parametrize("value", ["3", -1, 200])
def test_what_is_no_age_is_refused(value):
    with pytest.raises(Refused):
        age(value, 150)


def test_an_age_is_taken():
    assert age(30, 150) == 30
    assert may(30)
    assert not may(12)
"""


def made(source: str) -> list[Mutant]:
    return mutants({"m.py": source.encode()})


def removed(source: str) -> list[tuple[str, str]]:
    return [(mutant.removed, mutant.text) for mutant in made(source)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("if a or b:\n  raise E", [("a", "False"), ("a or b", "False"), ("b", "False")]),
        ("if a and b:\n  raise E", [("a and b", "False")]),
        ("if not (a and b):\n  raise E", [("not (a and b)", "False"), ("a", "True"), ("b", "True")]),
        ("if a:\n  pass\nelif b:\n  raise E", [("b", "False")]),
        ("if a:\n  pass\nelse:\n  raise E", [("a", "True"), ("raise E", "pass")]),
        ("if b := a:\n  raise E", [("b := a", "((b := a) and False)")]),
        ("return not 0 < a < b", []),
        (
            "if not 0 < a < b:\n  raise E",
            [("not 0 < a < b", "False"), ("0 < a", "(a < b)"), ("a < b", "(0 < a)")],
        ),
        ("match a:\n  case 1 if b:\n    raise E", [("b", "False")]),
        ("match a:\n  case 1 if b:\n    pass\n  case _:\n    raise E", [("b", "True"), ("raise E", "pass")]),
        ("for a in b:\n  if a:\n    break\nraise E", [("a", "False"), ("raise E", "pass")]),
        ("if a:\n  return b\nraise E", [("a", "True"), ("raise E", "pass")]),
        ("c = b\nif not c:\n  raise E", [("b", "True"), ("not c", "False")]),
        (
            "if (a, 1) != (b, 2):\n  raise E",
            [
                ("(a, 1) != (b, 2)", "False"),
                ("a == b", "(not (1 == 2))"),
                ("1 == 2", "(not (a == b))"),
            ],
        ),
        ("return tuple(each for each in a if each)", [("each", "True")]),
        ("assert a\nif b:\n  return", []),
        ("if a:\n  raise NotImplementedError", []),
    ],
)
def test_each_check_is_found(body: str, expected: list[tuple[str, str]]) -> None:
    indented = body.replace("\n", "\n  ")

    assert removed(f"def f(a, b):\n  {indented}\n") == expected


@pytest.mark.parametrize(
    ("gives", "body", "expected"),
    [
        ("bool", "if a:\n  return False\nreturn True", [("a", "False")]),
        ("bool", "if a:\n  return True\nreturn False", [("a", "True")]),
        ("bool", "return a and b", [("a", "True"), ("a and b", "True"), ("b", "True")]),
        ("int | None", "if a:\n  return None\nreturn 1", [("a", "False")]),
        ("int | None", "return a if b else None", [("b", "True")]),
        ("str | None", "if a:\n  return 'no'\nreturn None", [("a", "False")]),
        ("str | None", "return 'no' if a else None", [("a", "False")]),
        ("Decision", "if a:\n  return Decision(TIMEOUT)\nreturn Decision(PROVED)", [("a", "False")]),
        ("Decision", "if a:\n  return Decision(PROVED)\nreturn b", [("a", "True")]),
        ("int", "if a:\n  return b\nreturn 1", []),
    ],
)
def test_what_refuses_is_told_by_what_a_function_gives(
    gives: str, body: str, expected: list[tuple[str, str]]
) -> None:
    indented = body.replace("\n", "\n  ")

    assert removed(f"def f(a, b) -> {gives}:\n  {indented}\n") == expected


def test_a_function_by_whose_true_is_refused_refuses_by_it() -> None:
    asked = "def f(a):\n  if bad(a):\n    raise E\ndef bad(a) -> bool:\n  return a\n"

    assert removed(asked) == [("bad(a)", "False"), ("a", "False")]
    assert removed(asked.replace("if bad", "if not bad")) == [("not bad(a)", "False"), ("a", "True")]


def test_every_mutant_is_a_module_and_another_one() -> None:
    texts = {mutant.applied(TOY.encode()) for mutant in made(TOY)}

    assert len(texts) == len(made(TOY))
    assert TOY.encode() not in texts
    for text in texts:
        ast.parse(text)


def test_a_check_that_no_test_misses_is_a_survivor(tmp_path: Path) -> None:
    root = tmp_path / "toy"
    for folder, name, text in (("app", "toy.py", TOY), ("tests", "test_toy.py", TESTS)):
        (root / folder).mkdir(parents=True)
        (root / folder / "__init__.py").touch()
        (root / folder / name).write_text(text, "utf-8")
    (tmp_path / "work").mkdir()
    room = Room("toy", ("app/toy.py",), ("tests/test_toy.py",))

    kept = tmp_path / "kept.jsonl"
    results = list(Workshop(root, tmp_path / "work", [room]).run(Book(kept, "toy")))
    (root / "tests" / "test_toy.py").unlink()
    again = list(Workshop(root, tmp_path / "work", [room]).run(Book(kept, "toy", resume=True)))

    watched = Book(tmp_path / "watched.jsonl", "toy")
    watched.put(room.key, {})
    (tmp_path / "other").mkdir()
    unseen = list(Workshop(root, tmp_path / "other", [room]).run(watched))

    assert again == results
    assert [result.tried for result in unseen] == [0 for _ in results]
    assert [result.mutant.removed for result in results if not result.by] == ["years < 100"]
    killed = {result.mutant.removed: result.by for result in results}
    assert killed["type(value) is not int"] == "tests/test_toy.py::test_what_is_no_age_is_refused[3]"
    assert killed["_is_adult(years)" if "_is_adult(years)" in killed else "not _is_adult(years)"].endswith(
        "taken"
    )
    assert (root / "app" / "toy.py").read_text("utf-8") == TOY


def test_what_a_run_depends_on_is_told_by_its_module_also_where_that_is_the_command() -> None:
    as_command = runpy.run_path(str(Path(__file__).with_name("mutants.py")))

    assert as_command["digest"]() == digest()
