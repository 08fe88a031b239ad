"""`lemmata bench` with attempts, shards and published data sets: the real Lean, real files, real signals."""

from __future__ import annotations

import json
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from app.bench.results import write_results
from app.lean.environments import CoreLean
from tests.bench.records import attempted, record, results
from tests.cli.test_bench import Bench

SWAP = ("swap", "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p", "logic", "proved")
KEEP = ("keep", "theorem keep (p : Prop) (h : p) : p", "logic", "proved")
BOTH = ("both", "theorem both (p q : Prop) (hp : p) (hq : q) : p ∧ q", "logic", "proved")
WAITS = ("waits", "theorem waits (f : Nat → Nat) (h : ∀ n, f (f n) = n + 1) : False", "numbers", "proved")


@pytest.fixture
def bench(core: CoreLean, tmp_path: Path) -> Bench:
    return Bench(tmp_path, core.lean_path.parents[1])


def seeds(kept: dict[str, Any]) -> dict[str, list[int]]:
    return {one["name"]: [each["seed"] for each in one["samples"]] for one in kept["records"]}


def test_a_run_that_is_interrupted_between_attempts_goes_on_with_the_next(bench: Bench):
    bench.set([SWAP, WAITS, KEEP])
    command = ("tiny.jsonl", "--no-page", "--samples", "3", "--seconds", "1")
    file = bench.folder / "tiny.results.json"
    with bench.start(*command) as running:
        while not file.exists() or len(seeds(bench.results()).get("waits", [])) < 1:
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        assert running.wait(10) == 130
    interrupted = bench.results()
    code, said, told = bench.run(*command, "--json")

    summary, whole = json.loads(said), bench.results()
    begun = seeds(interrupted)
    assert begun["swap"] == [0, 1, 2]
    assert 1 <= len(begun["waits"]) < 3
    assert f"1 of 3 problems are in tiny.results.json already, and {len(begun['waits'])} of the" in told
    assert seeds(whole) == {"swap": [0, 1, 2], "waits": [0, 1, 2], "keep": [0, 1, 2]}
    assert whole["records"][0] == interrupted["records"][0]
    first = whole["records"][1]["samples"][: len(begun["waits"])]
    assert first == interrupted["records"][1]["samples"]
    assert code == 0
    assert [(one["k"], round(one["value"], 4)) for one in summary["total"]["passes"]] == [
        (1, 0.6667),
        (2, 0.6667),
        (3, 0.6667),
    ]
    assert "the way `whole` is the same with every seed: 3 attempts say what one says" in told
    assert "keep  3 of 3 attempts" in told


def test_more_attempts_are_added_to_those_that_are_there(bench: Bench):
    bench.set([SWAP, KEEP])
    bench.run("tiny.jsonl", "--no-page")
    one = bench.results()["records"]

    _, _, told = bench.run("tiny.jsonl", "--no-page", "--samples", "2")

    two = bench.results()["records"]
    assert "0 of 2 problems are in tiny.results.json already, and 2 of the attempts at 2 more" in told
    assert [each["samples"][0] for each in two] == [each["samples"][0] for each in one]
    assert seeds(bench.results()) == {"swap": [0, 1], "keep": [0, 1]}


def test_shards_solve_every_nth_problem_and_merge_to_the_whole(bench: Bench):
    bench.set([SWAP, KEEP, BOTH])

    with ThreadPoolExecutor() as both:
        shards = [both.submit(bench.run, "tiny.jsonl", "--no-page", "--shard", of) for of in ("1/2", "2/2")]
    assert [shard.result()[0] for shard in shards] == [0, 0]
    part, _, partly = bench.run("merge", "tiny.1-of-2.results.json", "absent.json", "--results", "all.json")
    files = ("tiny.1-of-2.results.json", "tiny.2-of-2.results.json")
    code, said, told = bench.run("merge", *files, "--results", "all.json")

    assert [list(seeds(bench.results(name))) for name in files] == [["swap", "both"], ["keep"]]
    assert (part, "absent.json cannot be read" in partly) == (64, True)
    assert list(seeds(bench.results("all.json"))) == ["swap", "keep", "both"]
    assert bench.results("all.json")["asked"] == ["swap", "keep", "both"]
    assert (code, "missing" in said, "twice" in said) == (0, False, False)
    assert "the page is all.html" in told
    assert "<h1>3 of 3 problems solved</h1>" in (bench.folder / "all.html").read_text()


def test_a_merge_says_what_is_missing_and_what_is_there_twice(bench: Bench):
    part = results([record("a"), record("b")], asked=["a", "b", "c"])
    write_results(bench.folder / "a.json", part)
    write_results(bench.folder / "b.json", results([record("b")]))
    write_results(bench.folder / "other.json", results([record("c")], seconds=3))

    code, said, _ = bench.run("merge", "a.json", "b.json", "--results", "all.json", "--no-page")
    refused, nothing, told = bench.run("merge", "a.json", "other.json", "--results", "none.json")

    assert code == 1
    assert "missing (1)\n  c\ntwice (1)\n  b: in a.json, which is kept, and in b.json\n" in said
    assert (refused, nothing) == (64, "")
    assert "other.json is not under the conditions of a.json: seconds is 10.0 and 3.0." in told
    assert not (bench.folder / "none.json").exists()


def test_a_published_set_is_solved_as_far_as_it_can_be_stated_here(bench: Bench):
    header = "import Mathlib\n\nset_option maxHeartbeats 0\n\nopen BigOperators Real Nat\n\n"
    stated = ["(n : ℕ) (h : n = 2) : n + 1 = 3", "(x : ℝ) : x = x", "(n : ℕ) : n + 1 = n"]
    lines = [
        {"name": f"mathd_{number}", "split": split, "header": header, "informal_prefix": "/-- Words. -/\n"}
        | {"formal_statement": f"theorem mathd_{number} {text} := by\n", "goal": ""}
        for number, (text, split) in enumerate(zip(stated, ["test", "test", "valid"], strict=True))
    ]
    (bench.folder / "mini.jsonl").write_text("\n".join(map(json.dumps, lines)))

    code, said, _ = bench.run("mini.jsonl", "--split", "test", "--samples", "2")

    kept = bench.results("mini.results.json")["records"]
    assert [(one["outcome"], len(one["samples"])) for one in kept] == [
        ("proved", 2),
        ("not_in_this_environment", 1),
    ]
    assert "ℝ" in kept[1]["reason"]
    assert (code, said.split("\n")[1].split()) == (0, ["mathd", "1", "1", "100.0%"])
    assert "not in this environment (1)\n  mathd_1\n" in said
    assert "unsolved" not in said
    page = (bench.folder / "mini.results.html").read_text()
    assert "1 of 1 problems solved, 1 not in this environment" in " ".join(page.split())


def test_a_folder_of_lean_files_is_solved_by_its_name(bench: Bench):
    folder = bench.folder / "sets"
    folder.mkdir()
    (folder / "a_1.lean").write_text("theorem a_1 (p : Prop) (h : p) : p := by\n  exact h\n")
    (folder / "a_2.lean").write_text("theorem a_2 (p : Prop) : p → p := sorry\n")

    code, _, _ = bench.run("sets", "--no-page", "--checks", "40")

    kept = bench.results("sets.results.json")
    assert (code, [one["outcome"] for one in kept["records"]]) == (0, ["proved", "proved"])
    assert kept["records"][0]["statement"] == "theorem a_1 (p : Prop) (h : p) : p"
    assert kept["conditions"]["checks"] == 40


def test_two_runs_are_put_beside_each_other_on_a_page(bench: Bench):
    write_results(bench.folder / "a.json", results([attempted("a", ["open", "proved"], tokens=5)]))
    write_results(bench.folder / "b.json", results([attempted("a", ["proved"] * 2, tokens=5)], way="tree"))

    code, said, told = bench.run("compare", "a.json", "b.json", "--page", "both.html")

    assert code == 0
    assert "solved within 10 checks a problem            0 → 1\n" in said
    assert "solved within 15 tokens a problem" not in said
    assert "pass@1             50.0% → 100.0%" in said
    assert "the page is both.html" in told
    assert "Two runs: solved within tokens" in (bench.folder / "both.html").read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tiny.jsonl", "--shard", "0/2"], "argument --shard: a part of the problems, such as 1/4"),
        (["tiny.jsonl", "--shard", "3/2"], "argument --shard: a part of the problems, such as 1/4"),
        (["tiny.jsonl", "--shard", "9/9"], "nothing in shard 9 of 9: 4 problems were chosen"),
        (["tiny.jsonl", "--samples", "0"], "argument --samples: a whole number from 1 to 100000"),
        (["tiny.jsonl", "--way", "tree"], "no way 'tree'; there are whole"),
        (["tiny.jsonl", "--split", "test"], "no split 'test'; there are none"),
        (["merge", "a.json", "b.json"], "merge A.json B.json --results ALL.json"),
        (["merge", "a.json", "--results", "c.json"], "merge A.json B.json --results ALL.json"),
        (["none.lean"], "none.lean cannot be read: No such file or directory"),
        (["bad.lean"], "bad.lean:2: This comment never ends"),
    ],
)
def test_wrong_usage_is_explained_before_anything_runs(bench: Bench, arguments: list[str], words: str):
    (bench.folder / "bad.lean").write_text("import Mathlib\n/- theorem a : True := sorry\n")

    code, said, told = bench.run(*arguments)

    assert (code, said) == (64, "")
    assert words in told
    assert not list(bench.folder.glob("*.results.json"))
