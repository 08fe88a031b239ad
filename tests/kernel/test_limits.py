"""What is not a file of the format is refused; what is too long, too deep or too large is not decided."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import app.kernel
from app.kernel import Accepted, Rejected, Unfinished, check, reading, reduction
from tests.kernel import library
from tests.kernel.test_terms import accepted, checked, rejected
from tests.kernel.writing import META, File

MAIN = Path(app.kernel.__file__).with_name("__main__.py")
PROP = {"sort": 0, "ie": 0}
AXIOM = {"axiom": {"name": 1, "levelParams": [], "type": 0, "isUnsafe": False}}
NAME = {"str": {"pre": 0, "str": "a"}, "in": 1}


def lines(*records: Any) -> list[str]:
    return [json.dumps(each) for each in (META, *records)]


def test_a_small_file_is_accepted():
    assert check(lines(PROP, NAME, AXIOM), 5) == Accepted(1, ("a",))
    assert check([line.encode() for line in lines(PROP, NAME, AXIOM)], 5) == Accepted(1, ("a",))


@pytest.mark.parametrize(
    "records",
    [
        (PROP, PROP),
        (NAME, NAME),
        ({"succ": 0, "il": 1}, {"succ": 0, "il": 1}),
        ({"succ": 0, "il": 0},),
        ({"str": {"pre": 0, "str": "a"}, "in": 0},),
        ({"sort": 1, "ie": 0},),
        ({"sort": 0, "ie": -1},),
        ({"sort": 0, "ie": "0"},),
        ({"sort": 0, "ie": True},),
        ({"sort": 0, "ie": 0, "bvar": 0},),
        ({"fvar": 0, "ie": 0},),
        ({"mvar": 0, "ie": 0},),
        ({"bvar": -1, "ie": 0},),
        ({"bvar": 0.5, "ie": 0},),
        ({"natVal": "-1", "ie": 0},),
        ({"natVal": "", "ie": 0},),
        ({"natVal": "٣", "ie": 0},),
        ({"natVal": 3, "ie": 0},),
        ({"strVal": 3, "ie": 0},),
        ({"strVal": "\ud800", "ie": 0},),
        ({"str": {"pre": 0, "str": 3}, "in": 1},),
        ({"num": {"pre": 0, "i": "3"}, "in": 1},),
        ({"num": {"pre": 0, "i": -3}, "in": 1},),
        ({"app": {"fn": 0, "arg": 0}, "ie": 0},),
        (PROP, {"lam": {"name": 0, "type": 0, "body": 0, "binderInfo": "other"}, "ie": 1}),
        (PROP, {"proj": {"typeName": 0, "idx": -1, "struct": 0}, "ie": 1}),
        ({"param": 5, "il": 1},),
        ({"other": 5, "il": 1},),
        ({"other": {"pre": 0}, "in": 1},),
        ({"other": {"pre": 0, "i": 1}, "in": 1},),
        (PROP, NAME, {"axiom": {"name": 1, "levelParams": [], "type": 0, "isUnsafe": 0}}),
        (PROP, NAME, {"axiom": {"name": 1, "levelParams": [], "isUnsafe": False}}),
        (PROP, NAME, {"lemma": {"name": 1, "levelParams": [], "type": 0, "isUnsafe": False}}),
        (PROP, NAME, {**AXIOM, "other": 1}),
        ([],),
        (3,),
    ],
)
def test_what_is_not_of_the_format_is_refused(records: tuple[Any, ...]):
    outcome = check(lines(*records, PROP | {"ie": 77}), 5)

    assert isinstance(outcome, Rejected), outcome
    assert outcome.declaration == ""
    assert "is not of the format" in outcome.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ([], "declares nothing"),
        (["{"], "line 1 is not"),
        (["[" * 100_000], "line 1 is not"),
        (['{"meta": {"format": {"version": "4.0.0"}}}'], "version '4.0.0'"),
        (['{"meta": {}}'], "line 1 is not"),
        ([b"\xff\xfe\xff"], "line 1 is not"),
    ],
)
def test_a_text_that_is_no_export_is_refused(text: list[str | bytes], reason: str):
    outcome = check(text, 5)

    assert isinstance(outcome, Rejected)
    assert reason in outcome.reason


def test_names_are_told_apart_by_their_parts():
    def name(index: int, kind: str, pre: int, key: str, part: Any) -> dict[str, Any]:
        return {kind: {"pre": pre, key: part}, "in": index}

    def axiom(index: int) -> dict[str, Any]:
        return {"axiom": {"name": index, "levelParams": [], "type": 0, "isUnsafe": False}}

    names = [
        name(1, "str", 0, "str", "a"),
        name(2, "str", 1, "str", "b"),
        name(3, "str", 0, "str", "a.b"),
        name(4, "num", 0, "i", 1),
        name(5, "str", 0, "str", "1"),
    ]

    outcome = check(lines(PROP, *names, axiom(2), axiom(3), axiom(4), axiom(5)), 5)

    assert isinstance(outcome, Accepted), outcome
    assert outcome.constants == 4


def test_a_note_on_a_term_is_the_term():
    noted = {"mdata": {"expr": 0, "data": {}}, "ie": 1}
    axiom = {"axiom": {"name": 1, "levelParams": [], "type": 1, "isUnsafe": False}}

    assert check(lines(PROP, noted, NAME, axiom), 5) == Accepted(1, ("a",))


def test_too_many_terms_are_not_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "MOST_NODES", 1000)
    variables = [{"bvar": number, "ie": number + 1} for number in range(reading.LINES_BETWEEN_LOOKS)]

    outcome = check(lines(PROP, *variables), 20)

    assert outcome == Unfinished(0, "too many terms at once")


def test_too_many_terms_are_not_held(monkeypatch: pytest.MonkeyPatch):
    file = library.numbers()
    sum_ = "Nat.rec.{1} (fun (x : Nat) => Nat) 0 (fun (x ih : Nat) => Nat.succ ih)"
    file.theorem(f"t : Eq.{{1}} Nat ({sum_} 5000) 5000", "Eq.refl.{1} Nat 5000")
    accepted(file)
    monkeypatch.setattr(reduction, "MOST_NODES", 1000)

    outcome = checked(file)

    assert isinstance(outcome, Unfinished)
    assert outcome.reason == "t: too many terms at once"


def test_time_that_is_over_is_not_a_verdict():
    file = library.numbers()
    mul = "fun (n m : Nat) => Nat.rec.{1} (fun (x : Nat) => Nat) 0 (fun (x ih : Nat) => slow ih n) m"
    file.define("slow : Nat -> Nat -> Nat", ADD_SLOWLY)
    file.define("times : Nat -> Nat -> Nat", mul)
    file.theorem("t : Eq.{1} Nat (times 3000 3000) 9000000", "Eq.refl.{1} Nat 9000000")

    started = time.monotonic()
    outcome = check(file.lines, 0.5)

    assert isinstance(outcome, Unfinished)
    assert "the time is over" in outcome.reason
    assert outcome.checked == 25
    assert time.monotonic() - started < 3


ADD_SLOWLY = "fun (n m : Nat) => Nat.rec.{1} (fun (x : Nat) => Nat) n (fun (x ih : Nat) => Nat.succ ih) m"


def test_time_that_is_over_while_reading_is_not_a_verdict():
    outcome = check(lines(*({"bvar": index, "ie": index} for index in range(6000))), -1)

    assert isinstance(outcome, Unfinished)
    assert "while the file was read" in outcome.reason


def deep(depth: int, make: Any) -> list[str]:
    """The library of numbers and a definition whose value is `depth` terms deep, from zero up."""
    file = library.numbers()
    inside = file.term("Nat.zero")
    start = 1_000_000
    for place in range(depth):
        file.records.append({**make(file, inside), "ie": start + place})
        inside = start + place
    file.define("d : Nat", "0")
    file.records[-1]["def"]["value"] = inside
    return file.lines


def test_a_term_may_be_deep():
    file = library.numbers()
    succ, nat = file.term("Nat.succ"), file.term("Nat")

    def successor(file: File, inside: int) -> dict[str, Any]:
        return {"app": {"fn": succ, "arg": inside}}

    def binding(file: File, inside: int) -> dict[str, Any]:
        return {"letE": {"name": 0, "type": nat, "value": inside, "body": inside, "nondep": False}}

    assert isinstance(check(deep(20_000, successor), 30), Accepted)
    assert isinstance(check(deep(20_000, binding), 30), Accepted)


def test_a_term_that_is_too_deep_is_not_decided_and_does_no_harm():
    file = library.numbers()
    succ = file.term("Nat.succ")

    outcome = check(deep(400_000, lambda file, inside: {"app": {"fn": succ, "arg": inside}}), 60)

    assert isinstance(outcome, Unfinished)
    assert "RecursionError" in outcome.reason


@pytest.mark.parametrize("sign", ["2", "99999999999999999999"])
def test_a_number_that_is_too_large_is_not_decided(sign: str):
    file = library.numbers()
    times = "fun (n m : Nat) => Nat.rec.{1} (fun (x : Nat) => Nat) 0 (fun (x ih : Nat) => Nat.add ih n) m"
    power = "fun (n m : Nat) => Nat.rec.{1} (fun (x : Nat) => Nat) 1 (fun (x ih : Nat) => Nat.mul ih n) m"
    file.define("Nat.mul : Nat -> Nat -> Nat", times).define("Nat.pow : Nat -> Nat -> Nat", power)
    accepted(file.theorem("a : Eq.{1} Nat (Nat.pow 2 100) (Nat.mul (Nat.pow 2 50) (Nat.pow 2 50))", POWER))

    file.theorem(f"t : Eq.{{1}} Nat (Nat.pow {sign} 99999999999999999999) 0", "Eq.refl.{1} Nat 0")
    outcome = checked(file)

    assert isinstance(outcome, Unfinished)
    assert "a number is too large" in outcome.reason


POWER = "Eq.refl.{1} Nat 1267650600228229401496703205376"


def test_a_literal_may_have_many_digits_but_not_too_many():
    file = library.numbers()
    long = "1" + "0" * 10_000
    accepted(file.define("d : Nat", long))
    rejected(file.theorem(f"t : Eq.{{1}} Nat {long} 0", "Eq.refl.{1} Nat 0"), "the value has type")

    outcome = checked(library.numbers().define("d : Nat", "1" * (1 << 21)))

    assert isinstance(outcome, Unfinished)
    assert "too long" in outcome.reason


@pytest.mark.parametrize(
    ("file", "code", "said"),
    [
        (library.logic().axiom("a : Prop"), 0, {"outcome": "accepted", "constants": 12, "axioms": ["a"]}),
        (
            library.logic().theorem("a : False", "b"),
            1,
            {"outcome": "rejected", "declaration": "a", "reason": "b is not declared"},
        ),
        (
            File().define("a : Prop", "1" * (1 << 21)),
            2,
            {"outcome": "unfinished", "checked": 0, "reason": "a literal is too long"},
        ),
    ],
)
def test_the_kernel_runs_alone_in_an_empty_environment(tmp_path: Path, file: File, code: int, said: Any):
    path = tmp_path / "out.ndjson"
    path.write_text("\n".join(file.lines))

    command = [sys.executable, "-I", "-S", str(MAIN), str(path), "20"]
    done = subprocess.run(command, env={}, cwd=tmp_path, capture_output=True, text=True, timeout=60)

    assert (done.returncode, json.loads(done.stdout), done.stderr) == (code, said, "")


def test_the_kernel_reads_standard_input_and_says_how_it_is_used():
    command = [sys.executable, "-I", "-S", str(MAIN)]
    text = "\n".join(library.logic().lines)
    done = subprocess.run([*command, "-", "20"], input=text, capture_output=True, text=True, timeout=60)
    wrong = subprocess.run(command, capture_output=True, text=True, timeout=60)

    assert (done.returncode, json.loads(done.stdout)["constants"]) == (0, 11)
    assert (wrong.returncode, wrong.stdout) == (3, "")


def test_the_kernel_imports_the_standard_library_and_itself_only():
    program = (
        f"import sys; sys.path.append({str(MAIN.parents[2])!r}); before = set(sys.modules); "
        "import app.kernel; "
        "print(*sorted({name for name in set(sys.modules) - before if name.partition('.')[0] not in "
        "sys.stdlib_module_names}))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", program], capture_output=True, text=True, timeout=60
    )

    names = done.stdout.split()
    assert "app.kernel.checking" in names
    assert [name for name in names if name != "app" and not name.startswith("app.kernel")] == []
