"""`lemmata bench` as a person runs it: the real Lean, real files, and a keyboard that interrupts."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.bench.results import write_results
from app.lean.environments import CoreLean
from tests.bench.records import record, results
from tests.cli import forked

LEMMATA = Path(sys.executable).with_name("lemmata")
SWAP = "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p"
PROBLEMS = [
    ("swap", SWAP, "logic", "proved"),
    ("no_and", "theorem no_and (p q : Prop) (h : p ∨ q) : p ∧ q", "logic", "refuted"),
    ("mistaken", "theorem mistaken (n : Nat) : n + 0 = n", "naturals", "refuted"),
    ("syntax", "theorem syntax (p : Prop) : p ∧ ∧ p", "naturals", "proved"),
]


class Bench:
    """A folder with a problem file, and the command in it."""

    def __init__(self, folder: Path, data: Path) -> None:
        self.folder = folder
        self.environment = {**os.environ, "LEMMATA_DATA": str(data)}
        self.set(PROBLEMS)

    def set(self, problems: list[tuple[str, str, str, str]]) -> None:
        keys = ("name", "statement", "area", "expected")
        lines = [
            json.dumps(dict(zip(keys, one, strict=True)) | {"words": "", "difficulty": 1}) for one in problems
        ]
        (self.folder / "tiny.jsonl").write_text("\n".join(lines))

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        command = [LEMMATA, "bench", *arguments]
        return subprocess.Popen(command, cwd=self.folder, env=self.environment, **pipes)  # type: ignore[call-overload,no-any-return]

    def run(self, *arguments: str) -> tuple[int, str, str]:
        done = forked.lemmata("bench", *arguments, env=self.environment, cwd=self.folder)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def results(self, name: str = "tiny.results.json") -> dict[str, Any]:
        return dict(json.loads((self.folder / name).read_text()))

    def outcomes(self) -> dict[str, str]:
        return {one["name"]: one["outcome"] for one in self.results()["records"]}


@pytest.fixture
def bench(core: CoreLean, tmp_path: Path) -> Bench:
    return Bench(tmp_path, core.lean_path.parents[1])


def test_a_run_is_told_line_by_line_summed_up_and_kept(bench: Bench):
    code, said, told = bench.run("tiny.jsonl", "--json")

    summary, kept = json.loads(said), bench.results()
    lines = [line for line in told.splitlines() if " checks  " in line]
    assert code == 1
    assert [line.split("checks  ")[1] for line in lines] == [
        "swap",
        "no_and",
        "mistaken  ✗ WRONG, it is refuted",
        "syntax",
    ]
    assert (summary["total"]["solved"], summary["wrong"], summary["unsolved"]) == (
        2,
        ["mistaken"],
        ["syntax"],
    )
    assert bench.outcomes() == {
        "swap": "proved",
        "no_and": "refuted",
        "mistaken": "proved",
        "syntax": "not_a_statement",
    }
    assert kept["conditions"]["seconds"] == 10
    first = kept["records"][0]
    assert first["proof"].startswith(f"prelude\nimport Lemmata\n{SWAP} := by\n")
    assert first["steps"] == first["proof"].count("\n") - 3
    assert 0 < first["lean_s"] <= first["seconds"]
    assert first["outside_s"] == pytest.approx(first["seconds"] - first["lean_s"], abs=0.002)
    assert 0 < summary["outside_cpu"] < 1
    assert "<h1>2 of 4 problems solved" in (bench.folder / "tiny.results.html").read_text()


def test_an_interrupted_run_ends_at_once_and_goes_on_where_it_stopped(bench: Bench):
    waits = ("waits", "theorem waits (f : Nat → Nat) (h : ∀ n, f (f n) = n + 1) : False", "numbers", "proved")
    bench.set([PROBLEMS[0], waits, *PROBLEMS[1:]])
    command = ("tiny.jsonl", "--no-page", "--seconds", "60")
    with bench.start(*command) as running:
        assert running.stderr is not None
        while "swap" not in running.stderr.readline():
            pass
        running.send_signal(signal.SIGINT)
        assert running.wait(20) == 130
        told = running.stderr.read()
    interrupted = bench.results()["records"]
    code, said, told_then = bench.run(*command, "--name", "[sn]*")

    assert "interrupted; tiny.results.json has what was done" in told
    assert [one["name"] for one in interrupted] == ["swap"]
    assert "1 of 5 problems are in tiny.results.json already" in told_then
    assert "checks  swap" not in told_then
    assert "checks  no_and" in told_then
    assert bench.results()["records"][0] == interrupted[0]
    assert list(bench.outcomes()) == ["swap", "no_and", "syntax"]
    assert (code, said.split("\n")[1].split()) == (0, ["logic", "2", "2", "100.0%"])


def test_what_holds_no_more_is_put_aside_and_solved_again(bench: Bench):
    earlier = results([record("swap", "open")])
    write_results(bench.folder / "tiny.results.json", earlier)

    options = ("--no-page", "--workers", "1", "--jobs", "2", "--area", "logic")
    code, said, _ = bench.run("tiny.jsonl", *options, "--compare", "tiny.results.json")
    bench.set([("swap", SWAP.replace("swap", "other"), "logic", "proved"), *PROBLEMS[1:]])
    _, _, told = bench.run("tiny.jsonl", *options)

    assert code == 0
    assert bench.results("tiny.results.previous.json")["records"][0]["outcome"] == "open"
    assert "not the same       jobs: 1 → 2" in said
    assert "1 of 4 problems are in tiny.results.json already" in told
    assert ("checks  swap" in told, "checks  no_and" in told) == (True, False)


def test_nothing_decided_has_a_code_of_its_own(bench: Bench):
    code, said, _ = bench.run("tiny.jsonl", "--no-page", "--name", "syntax")

    assert code == 2
    assert "unsolved (1)\n  syntax\n" in said


def test_two_results_files_are_compared_without_lean(bench: Bench):
    before, after = [record("a", seconds=4), record("b", "open")], [record("a", seconds=2), record("b")]
    write_results(bench.folder / "before.json", results(before))
    write_results(bench.folder / "after.json", results(after))

    code, said, _ = bench.run("compare", "before.json", "after.json")
    back, _, _ = bench.run("compare", "after.json", "before.json")

    assert (code, back) == (0, 1)
    assert "solved             1 → 2 of 2 in both" in said
    assert "median seconds     × 0.50" in said
    assert "newly solved (1)\n  b: open → proved\n" in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bad.jsonl"], "bad.jsonl:1: the key `name` is missing; the key `statement` is missing"),
        (
            ["tiny.jsonl", "--compare", "bad.jsonl"],
            "bad.jsonl is no results file: the key `command` is missing",
        ),
        (["tiny.jsonl", "--page", "none/p.html"], "none/p.html cannot be written: there is no folder none."),
        (["compare", "bad.jsonl"], "say FILE, or compare BEFORE.json AFTER.json"),
    ],
)
def test_wrong_usage_and_bad_files_are_explained_before_anything_runs(
    bench: Bench, arguments: list[str], words: str
):
    (bench.folder / "bad.jsonl").write_text("{}\n")

    code, said, told = bench.run(*arguments)

    assert (code, said) == (64, "")
    assert words in told
    assert not (bench.folder / "tiny.results.json").exists()
