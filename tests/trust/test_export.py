"""The export is the format of lean4export: each thing once, in front of what uses it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.lean.environments import CoreLean
from app.trust.cone import Cone
from app.trust.export import decimal, export, main
from app.trust.terms import Definition, IMax, Let, NatLit, Sort, Terms
from tests.trust.conftest import Compile, Shelf, written

Lines = list[dict[str, Any]]
TABLES = {"in": 1, "il": 1, "ie": 0}


def lines(text: bytes) -> Lines:
    return [json.loads(line) for line in text.decode("ascii").splitlines()]


def test_a_small_type_is_written_as_the_format_says(shelf: Shelf, compiled: Compile) -> None:
    shelf.library.add(compiled("inductive Color : Type | red : Color"))

    first, *rest = lines(shelf.export("Color"))

    assert first["meta"] == {
        "exporter": {"name": "lemmata", "version": "1"},
        "lean": {"githash": "0" * 40, "version": "4.35.0"},
        "format": {"version": "3.1.0"},
    }
    (group,) = [line["inductive"] for line in rest if "inductive" in line]
    (color,), (red,), (rec,) = group["types"], group["ctors"], group["recs"]
    assert rest[:4] == [
        {"succ": 0, "il": 1},
        {"sort": 1, "ie": 0},
        {"str": {"pre": 0, "str": "Color"}, "in": 1},
        {"str": {"pre": 1, "str": "red"}, "in": 2},
    ]
    assert color == {
        **{
            "name": 1,
            "levelParams": [],
            "type": 0,
            "numParams": 0,
            "numIndices": 0,
            "all": [1],
            "ctors": [2],
        },
        **{"numNested": 0, "isRec": False, "isUnsafe": False, "isReflexive": False},
    }
    assert red == {
        **{"name": 2, "levelParams": [], "type": 1, "induct": 1, "cidx": 0, "numParams": 0, "numFields": 0},
        "isUnsafe": False,
    }
    assert {key: rec[key] for key in ("numMotives", "numMinors", "k")} == {
        "numMotives": 1,
        "numMinors": 1,
        "k": False,
    }
    assert [(rule["ctor"], rule["nfields"]) for rule in rec["rules"]] == [(2, 0)]


def test_everything_stands_once_and_before_its_use(shelf: Shelf) -> None:
    said = lines(shelf.export("Nat.add_comm", "Classical.em", "String.ofList"))
    counts, seen = dict(TABLES), set()

    for line in said[1:]:
        for key in TABLES.keys() & line.keys():
            assert line.pop(key) == counts[key]
            counts[key] += 1
            assert (key, json.dumps(line)) not in seen
            seen.add((key, json.dumps(line)))
        _check_numbers(line, counts)


def _check_numbers(line: dict[str, Any], counts: dict[str, int]) -> None:
    for expr in (line.get("app") or {}).values():
        assert 0 <= expr < counts["ie"]
    for kind in ("lam", "forallE", "letE", "thm", "def", "axiom"):
        record = line.get(kind) or {}
        assert all(record[key] < counts["ie"] for key in ("type", "value", "body") if key in record)
        assert record.get("name", 0) < counts["in"]
    assert all(level < counts["il"] for level in (line.get("const") or {"us": []})["us"])


def test_the_same_cone_is_the_same_text(shelf: Shelf) -> None:
    assert shelf.export("Nat.add_comm") == shelf.export("Nat.add_comm")


def test_each_kind_of_declaration_has_its_line(shelf: Shelf, compiled: Compile) -> None:
    shelf.library.add(compiled("axiom odd : 1 = 2\nopaque hidden : Nat := 3\nabbrev short : Nat := 4"))

    found = {
        kind: line[kind]
        for line in lines(shelf.export("odd", "hidden", "short", "Nat.add", "Quot.lift", "Nat.add_comm"))
        for kind in ("axiom", "opaque", "def", "quot", "thm")
        if kind in line
    }

    assert found["axiom"]["isUnsafe"] is False
    assert found["opaque"].keys() == {"name", "levelParams", "type", "value", "isUnsafe", "all"}
    assert found["def"].keys() == {"name", "levelParams", "type", "value", "hints", "safety", "all"}
    assert found["thm"].keys() == {"name", "levelParams", "type", "value", "all"}
    assert found["quot"]["kind"] == "ind"


def test_what_lean_seldom_makes_is_written_too() -> None:
    terms = Terms()
    name = terms.named("odd", 7, 'a"\u2115\U0001d4b3')
    sort = terms.expr(Sort(terms.level(IMax(0, 0))))
    number = terms.expr(NatLit(10**9000))
    let = terms.expr(Let(0, sort, number, number, True))

    said = lines(export(terms, Cone((Definition(name, (), sort, let, 3, "safe", (name,)),)).units, "", ""))

    assert {"imax": [0, 0], "il": 1} in said
    assert {"natVal": "1" + "0" * 9000, "ie": 1} in said
    assert {"letE": {"name": 0, "type": 0, "value": 1, "body": 1, "nondep": True}, "ie": 2} in said
    assert {"num": {"pre": 1, "i": 7}, "in": 2} in said
    assert {"str": {"pre": 2, "str": 'a"\u2115\U0001d4b3'}, "in": 3} in said
    assert said[-1]["def"]["hints"] == {"regular": 3}


@pytest.mark.parametrize(
    ("factor", "power", "more"), [(0, 1, 0), (1, 4000, -1), (1, 4000, 7), (12345, 9000, 0)]
)
def test_long_numbers_keep_their_digits(factor: int, power: int, more: int) -> None:
    value, read = factor * 10**power + more, 0
    for digit in decimal(value):
        read = read * 10 + int(digit)

    assert read == value
    assert decimal(value)[0] != "0" or value == 0


def test_the_command_writes_the_cone_of_a_theorem(
    core: CoreLean, compiled: Compile, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = written(compiled("theorem mine (n : Nat) : 0 + n = n := Nat.zero_add n"), tmp_path)

    status = main([str(core.lean_path), str(path), "--theorem", "mine"])

    assert status == 0
    assert "thm" in lines(capfdbinary.readouterr().out)[-1]


def test_without_a_theorem_the_command_writes_all_that_is_safe(
    compiled: Compile, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = written(compiled("axiom mine : Prop\nunsafe def yours (p : Prop) : Prop := p"), tmp_path)

    status = main([str(path)])

    said = lines(capfdbinary.readouterr().out)
    assert status == 0
    assert "axiom" in said[-1]
    assert [line for line in said if "def" in line] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nothing.olean"], "nothing.olean"),
        ([".", "--theorem", "x"], "no module"),
        (["bad"], "not a file of"),
    ],
)
def test_the_command_says_what_it_cannot_do(
    arguments: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad").write_bytes(b"olean")

    assert main(arguments) == 2
    assert words in capsys.readouterr().err


def test_the_command_knows_that_a_theorem_is_not_there(
    compiled: Compile, tmp_path: Path, capsys: Any
) -> None:
    path = written(compiled("theorem mine : True := trivial"), tmp_path)

    assert main([str(path), "--theorem", "yours"]) == 2
    assert "yours" in capsys.readouterr().err
