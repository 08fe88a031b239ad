"""`ring` and `linear_combination`: what holds in every commutative ring is proved, and nothing else."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from app.lean.environments import CoreLean
from tests.lean.one_file import errors, run

HOLDS = [
    "{R : Type} [CommRing R] (a b : R) : (a + b) * (a - b) = a ^ 2 - b ^ 2 := by ring",
    "{R : Type} [CommRing R] (a b : R) : (a + b) ^ 3 = a ^ 3 + 3 * a ^ 2 * b + 3 * a * b ^ 2 + b ^ 3 := by"
    " ring",
    "{R : Type} [CommSemiring R] (a b : R) : (a + b) ^ 2 = a ^ 2 + 2 * a * b + b ^ 2 := by ring",
    "{R : Type} [CommRing R] (a : R) (m n : Nat) : a ^ (n + m + 2) = a ^ m * a * a ^ n * a := by ring",
    "(n : Nat) : 2 ^ (n + 1) + 2 ^ n = 3 * 2 ^ n := by ring",
    "(n : Nat) : n.succ * 2 = n + n + 2 := by ring",
    "(a b c : Nat) : a * (b - c) + b = b + (b - c) * a := by ring",
    "(n : Nat) : (n + 1 : ℤ) ^ 2 = n ^ 2 + 2 * n + 1 := by ring",
    "(n : Nat) : (-1 : ℤ) ^ (n + 2) = (-1) ^ n := by ring",
    "(f : ℤ → ℤ) (x : ℤ) : f (x + 1) * 2 = f (x + 1) + f (x + 1) := by ring",
    "(a b : ℤ) (h : a + b = 5) (k : a - b = -3) : 2 * a = 2 := by linear_combination h + k",
    "(a b c : ℤ) (h : a = b) (k : b = c) : a * a = a * c := by linear_combination a * (h + k)",
    "(a b : ℤ) : a * b - b * a = 0 := by linear_combination",
    "(a b : ℤ) (h : a = 2 * b) : a ^ 2 = 4 * b ^ 2 := by rw [h]; ring",
]
FAILS = [
    "{R : Type} [CommRing R] (a b : R) : (a + b) ^ 2 = a ^ 2 + b ^ 2 := by ring",
    "(a b : Nat) : a - b + b = a := by ring",
    "(a b : Nat) (h : a = b) : a = b := by ring",
    "(n : Nat) : 2 ^ n * 2 ^ n = 2 ^ n := by ring",
    "(a b : ℤ) (h : a + b = 5) : 2 * a = 2 := by linear_combination h",
    "{G : Type} [Group G] (a b : G) : a * b = b * a := by ring",
]


@pytest.fixture(scope="module")
def refused(core: CoreLean, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The statements against which Lean has something."""
    statements = HOLDS + FAILS
    messages = run(core, tmp_path_factory.mktemp("ring"), "".join(f"example {s}\n" for s in statements))
    return {statements[m["pos"]["line"] - 3] for m in messages if m["severity"] == "error"}


@pytest.mark.parametrize("statement", HOLDS)
def test_what_holds_in_every_ring_is_proved(statement: str, refused: set[str]) -> None:
    assert statement not in refused


@pytest.mark.parametrize("statement", FAILS)
def test_what_does_not_hold_in_every_ring_is_refused(statement: str, refused: set[str]) -> None:
    assert statement in refused


def expression(chance: random.Random, depth: int) -> str:
    """An expression in a, b, c that Lean and Python read alike, but for the power's sign."""
    if depth == 0:
        return chance.choice(["a", "b", "c", str(chance.randrange(1, 4))])
    match chance.randrange(6):
        case 0 | 1:
            return f"({expression(chance, depth - 1)} + {expression(chance, depth - 1)})"
        case 2:
            return f"({expression(chance, depth - 1)} - {expression(chance, depth - 1)})"
        case 3 | 4:
            return f"({expression(chance, depth - 1)} * {expression(chance, depth - 1)})"
        case _:
            return f"({expression(chance, depth - 1)} ^ 2)"


def value(text: str, point: dict[str, int]) -> int:
    return int(eval(text.replace("^", "**"), {"__builtins__": {}}, point))  # noqa: S307 (our own text)


def rearranged(text: str, chance: random.Random) -> str:
    """An equal expression that looks otherwise, or one that is off by a little."""
    extra = chance.choice(["a - a", "0", "(a + b) ^ 2 - a ^ 2 - 2 * a * b - b ^ 2", "1", "b * c - c"])
    return f"({extra}) + 1 * {text} * 1"


def test_random_equations_are_proved_just_when_both_sides_have_the_same_values(
    core: CoreLean, tmp_path: Path
) -> None:
    chance = random.Random(3)  # noqa: S311 (samples, not secrets)
    pairs = [(e := expression(chance, 3), rearranged(e, chance)) for _ in range(60)]
    points = [{name: chance.randrange(-(10**9), 10**9) for name in "abc"} for _ in range(3)]
    equal = [all(value(e, p) == value(f, p) for p in points) for e, f in pairs]

    messages = run(core, tmp_path, "".join(f"example (a b c : ℤ) : {e} = {f} := by ring\n" for e, f in pairs))

    refused = {m["pos"]["line"] - 3 for m in messages if m["severity"] == "error"}
    assert [n not in refused for n in range(len(pairs))] == equal
    assert 20 < sum(equal) < 50


def test_a_proof_by_ring_rests_on_the_three_axioms_at_most(core: CoreLean, tmp_path: Path) -> None:
    text = "theorem square (a b : ℤ) : (a + b) ^ 2 = a ^ 2 + 2 * a * b + b ^ 2 := by ring\n"
    text += "#print axioms square\n"

    messages = run(core, tmp_path, text)

    assert errors(messages) == []
    assert set(messages[-1]["data"].partition("[")[2].rstrip("]").split(", ")) <= {
        "propext",
        "Classical.choice",
        "Quot.sound",
        "",
    }
