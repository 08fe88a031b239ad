"""The problem file is read whole or not at all, and what is wrong with it is said at its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.bench.problems import BadFile, Expected, read_problems, select

GOOD: dict[str, Any] = {
    "name": "swap",
    "statement": "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p",
    "words": "Conjunction is symmetric.",
    "area": "logic",
    "difficulty": 1,
    "expected": "proved",
}


def line(**changes: object) -> str:
    return json.dumps({**GOOD, **changes}, ensure_ascii=False)


def without(key: str) -> str:
    return json.dumps({name: value for name, value in GOOD.items() if name != key})


def test_a_file_is_read_in_its_order(tmp_path: Path):
    file = tmp_path / "core.jsonl"
    file.write_bytes(f"\ufeff{line(name='b')}\r\n\n{line(name='a', expected='refuted')}".encode())

    first, second = read_problems(file)

    assert (first.name, first.statement, first.expected) == ("b", GOOD["statement"], Expected.PROVED)
    assert (second.name, second.expected) == ("a", Expected.REFUTED)


@pytest.mark.parametrize(
    ("second_line", "words"),
    [
        ("{not json", ":2: this is not JSON"),
        ("[1, 2]", ":2: this is not an object"),
        *((without(key), f":2: the key `{key}` is missing") for key in GOOD),
        (line(name="b", expected="true"), ":2: `expected` is 'true': input should be 'proved', 'refuted' or"),
        (line(name="b", difficulty=6), ":2: `difficulty` is 6: input should be less than or equal to 5"),
        (line(name="b", difficulty="1"), ":2: `difficulty` is '1'"),
        (line(name="b", statement=" "), ":2: `statement` is ' '"),
        (line(), ":2: the name 'swap' is that of line 1 too"),
    ],
)
def test_a_bad_line_is_named_with_what_is_wrong(tmp_path: Path, second_line: str, words: str):
    file = tmp_path / "core.jsonl"
    file.write_text(f"{line()}\n{second_line}\n")

    with pytest.raises(BadFile) as caught:
        read_problems(file)

    assert f"{file}{words}" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (line().encode() + b"\n\xff\n", ":2: this is not UTF-8"),
        (b"\n", " holds no problem"),
        (None, " cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None, words: str):
    file = tmp_path / "core.jsonl"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(BadFile) as caught:
        read_problems(file)

    assert f"{file}{words}" in str(caught.value)


def test_problems_are_chosen_by_area_and_by_name(tmp_path: Path):
    file = tmp_path / "core.jsonl"
    areas = {"swap": "logic", "swap_or": "logic", "add": "naturals", "swap_sets": "sets"}
    file.write_text("\n".join(line(name=name, area=area) for name, area in areas.items()))
    problems = read_problems(file)

    assert select(problems, (), None) == problems
    assert [one.name for one in select(problems, ["logic", "naturals"], None)] == ["swap", "swap_or", "add"]
    assert [one.name for one in select(problems, ["logic"], "swap_*")] == ["swap_or"]
    with pytest.raises(BadFile, match=r"no area 'log'; there are logic, naturals, sets"):
        select(problems, ["log"], None)
    with pytest.raises(BadFile, match="no problem of the name 'mul'"):
        select(problems, (), "mul")
    with pytest.raises(BadFile, match="no split 'test'; there are none"):
        select(problems, (), None, "test")
