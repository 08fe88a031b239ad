"""`linarith`: linear inequalities of integers and natural numbers, no more than its namesake proves."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import accumulate, product
from pathlib import Path

import pytest

from app.lean.environments import CoreLean
from tests.lean.one_file import errors, run, run_many

HOLDS = [
    "(a b : ℤ) (h : a < b) (k : b < a) : False := by linarith",
    "(a b c : ℤ) (h : a < b) (k : b ≤ c) : a < c := by linarith",
    "(a b c : ℕ) (h : a ≤ b) (k : b ≤ c) : a ≤ c := by linarith",
    "(x y : ℤ) (h : 2 * x + y = 5) (k : x - y = 1) : x = 2 := by linarith",
    "(x y z : ℤ) (h : x + y + z = 6) (k : 2 * x - y = 0) (l : z - x - y = 0) : z = 3 := by linarith",
    "(x y : ℕ) (h : x + y = 0) : x = 0 := by linarith",
    "(x y : ℤ) (h : x < y) : x + 1 ≤ y := by linarith",
    "(x y : ℤ) (h : ¬x < y) : y ≤ x := by linarith",
    "(x y : ℤ) (h : x ≥ 3) (k : y > x) : ¬y ≤ 3 := by linarith",
    "(x y : ℤ) : 2 * x * y ≤ x ^ 2 + y ^ 2 := by linarith [sq_nonneg (x - y)]",
    "(x y z : ℤ) : x * y + y * z + z * x ≤ x ^ 2 + y ^ 2 + z ^ 2 := by\n"
    "  nlinarith [sq_nonneg (x - y), sq_nonneg (y - z), sq_nonneg (z - x)]",
    "(n : ℕ) (hn : 5 ≤ n) : 2 * n + 1 ≤ n ^ 2 := by nlinarith",
    "(a b c d : ℤ) (ha : 0 ≤ a) (h : b ≤ c) (hb : 0 ≤ b) (k : a ≤ d) : a * b ≤ d * c := by nlinarith",
    "(f : ℤ → ℤ) (h : ∀ x, f x ≤ 3) (a b : ℤ) : f a + f b ≤ 6 := by linarith [h a, h b]",
    "(p : Prop) (x : ℕ) (hp : p) (s : ℤ) (t : s = 1) (h : x < 0) : p ∧ x = 5 := by linarith",
]
FAILS = [
    "(x y : ℤ) (h : 2 * x = 2 * y + 1) : False := by linarith",
    "(x y : ℤ) (h : x ≥ 3) (k : y > x) : y > 4 := by linarith",
    "(x y : ℕ) (h : x ≤ y) : x - y = 1 := by linarith",
    "(x y : ℤ) : 0 ≤ x * x := by linarith",
    "(p q : Prop) (h : p) : q := by linarith",
    "(a b : ℤ) (h : a < b) : a * b < 0 := by nlinarith",
]


@pytest.fixture(scope="module")
def refused(core: CoreLean, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The statements against which Lean has something."""
    commands = [f"example {statement}" for statement in HOLDS + FAILS]
    ends = [lines + 2 for lines in accumulate(command.count("\n") + 1 for command in commands)]
    messages = run_many(core, tmp_path_factory.mktemp("linarith"), commands)
    lines = [m["pos"]["line"] for m in messages if m["severity"] == "error"]
    return [(HOLDS + FAILS)[next(n for n, end in enumerate(ends) if line <= end)] for line in lines]


@pytest.mark.parametrize("statement", HOLDS)
def test_what_follows_linearly_is_proved(statement: str, refused: list[str]) -> None:
    assert statement not in refused


@pytest.mark.parametrize("statement", FAILS)
def test_what_does_not_follow_linearly_is_refused(statement: str, refused: list[str]) -> None:
    assert statement in refused


Row = tuple[Fraction, ...]  # coefficients of x, y, z and the bound of `c·(x, y, z) ≤ bound`


def contradictory(rows: list[Row]) -> bool:
    """Whether no rational numbers satisfy all of `rows`, by elimination of one unknown after the other."""
    for unknown in range(3):
        upper = [row for row in rows if row[unknown] > 0]
        lower = [row for row in rows if row[unknown] < 0]
        rows = [row for row in rows if row[unknown] == 0] + [
            tuple(u / a[unknown] - v / b[unknown] for u, v in zip(a, b, strict=True))
            for a, b in product(upper, lower)
        ]
    return any(row[3] < 0 for row in rows)


def written(row: tuple[int, ...]) -> str:
    return f"{row[0]} * x + {row[1]} * y + {row[2]} * z ≤ {row[3]}"


def test_random_systems_are_refuted_just_when_no_rational_numbers_satisfy_them(
    core: CoreLean, tmp_path: Path
) -> None:
    chance = random.Random(7)  # noqa: S311 (samples, not secrets)
    systems = [
        [(*(chance.randrange(-3, 4) for _ in range(3)), chance.randrange(-4, 5)) for _ in range(5)]
        for _ in range(60)
    ]
    impossible = [contradictory([tuple(map(Fraction, row)) for row in system]) for system in systems]

    messages = run_many(
        core,
        tmp_path,
        [
            f"example (x y z : ℤ) {' '.join(f'(h{n} : {written(row)})' for n, row in enumerate(system))} : "
            "False := by linarith"
            for system in systems
        ],
    )

    refused = {m["pos"]["line"] - 3 for m in messages if m["severity"] == "error"}
    assert [n not in refused for n in range(len(systems))] == impossible
    assert 10 < sum(impossible) < 50


def test_a_proof_by_linarith_rests_on_the_three_axioms_at_most(core: CoreLean, tmp_path: Path) -> None:
    text = "theorem less (a b c : ℤ) (h : a < b) (k : b < c) : a < c := by linarith\n#print axioms less\n"

    messages = run(core, tmp_path, text)

    assert errors(messages) == []
    named = set(messages[-1]["data"].partition("[")[2].rstrip("]").split(", "))
    assert named <= {"propext", "Classical.choice", "Quot.sound", ""}
