"""What `omega` proves and refuses; that it agrees with a search through small numbers; what it rests on."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.domain.certificate import PERMITTED_AXIOMS
from app.lean.environments import HEADER, CoreLean
from tests.lean.one_file import errors, run, run_many

PROVED = """
(x y : Nat) (h : x < y) : x + 1 ≤ y
(x y : Int) (h : x < y) : x + 1 ≤ y
(x y z : Nat) (h : x ≤ y) (h' : y ≤ z) : x ≤ z
(x y z : Int) (h : x ≤ y) (h' : y < z) : x < z
(x y : Nat) (h : x ≤ y) (h' : y ≤ x) : x = y
(x y : Int) (h : ¬x < y) (h' : ¬y < x) : x = y
(x y : Nat) : x + y = y + x
(x y z : Int) : x - y - z = x - (y + z)
(x : Int) : -(-x) = x
(x y : Int) : 3 * (x + 2 * y) - x = 2 * x + 6 * y
(x y : Nat) (h : x + y = 0) : x = 0 ∧ y = 0
(n : Nat) (h : 0 < n) : ∃ m, n = m + 1 := ⟨n - 1, by omega⟩
(n : Nat) : n.succ ≠ 0
(n : Nat) (h : n ≠ 0) : 1 ≤ n
(a b : Nat) (h : a ≠ b) : a < b ∨ b < a
(a b : Int) (h : a ≠ b) : a < b ∨ a > b
(a b c : Nat) (h : a + c ≤ b + c) : a ≤ b
(x y : Nat) (h : 2 * x = 2 * y) : x = y
(x y : Int) (h : 2 * x + 1 = 2 * y) : False
(x y : Nat) (h : 4 * x + 6 * y = 9) : False
(x y : Int) (h : 6 * x + 10 * y = 15) : False
(x y : Int) (h : 7 * x + 12 * y = 31) (h' : 0 < x) (h'' : 0 < y) : x = 1 ∧ y = 2
(x y z : Int) (h : 12 * x + 30 * y + 20 * z = 1) (h' : x = 2 * y) : False
(x y : Int) (h : 17 * x + 23 * y = 5) (h' : 11 * x - 13 * y = 9) : False
(x y : Int) (h : 3 * x + 5 * y = 1) (h' : 5 * x + 3 * y = 7) : x = 2 ∧ y = -1
(x : Int) (h : 3 * x > 10) (h' : 3 * x < 12) : False
(x y : Int) (h : 2 * x + 3 * y ≥ 7) (h' : x ≤ 1) (h'' : y ≤ 1) : False
(a b c d e : Int) (h : a < b) (h' : b < c) (h'' : c < d) (h₃ : d < e) : a + 4 ≤ e
(x y : Nat) : x - y ≤ x
(x y : Nat) (h : y ≤ x) : x - y + y = x
(x y : Nat) (h : x ≤ y) : x - y = 0
(x y z : Nat) : x - y - z = x - (y + z)
(x y z : Nat) (h : x < y) (h' : y < z) : y - x + (z - y) = z - x
(n : Nat) (h : 3 ≤ n) : n - 1 - 2 + 3 = n
(x : Nat) : x / 2 * 2 + x % 2 = x
(x : Nat) : x % 2 = 0 ∨ x % 2 = 1
(x : Int) : x % 2 = 0 ∨ x % 2 = 1
(x : Nat) (h : x % 2 = 1) : (x + 1) % 2 = 0
(x : Nat) (h : x % 4 = 3) : x % 2 = 1
(x : Int) (h : x % 5 = 3) (h' : x % 3 = 1) : x % 15 = 13
(x y : Int) (h : 5 * x / 2 = y) : 2 * y ≤ 5 * x ∧ 5 * x ≤ 2 * y + 1
(x : Int) : -7 / 2 = (-4 : Int) ∧ x / -3 = -(x / 3)
(x : Int) : x / 0 = 0 ∧ x % 0 = x
(n : Nat) : (n + 7) / 7 = n / 7 + 1
(n k : Nat) (h : n = 10 * k + 4) : n / 10 = k ∧ n % 10 = 4
(x : Nat) (h : 2 ∣ x) (h' : 3 ∣ x) : 6 ∣ x
(x : Int) (h : 2 ∣ x) : ¬2 ∣ x + 1
(x : Nat) (h : ¬2 ∣ x) : 2 ∣ x + 1
(x y : Nat) (h : 3 ∣ x) (h' : 3 ∣ y) : 3 ∣ x + 2 * y
(x y : Nat) : min x y + max x y = x + y
(x y : Int) : min x y ≤ x ∧ y ≤ max x y
(x y z : Int) (h : max x y < z) : x < z ∧ y < z
(a b : Int) (h : a < b) : (if a < b then 1 else 0) = (1 : Int)
(a b : Int) : (if a ≤ b then a else b) ≤ a
(n : Nat) : (n : Int) ≥ 0
(m n : Nat) (h : (m : Int) < n) : m < n
(m n : Nat) (h : m ≤ n) : ((n - m : Nat) : Int) = n - m
(m n : Nat) (x : Int) (h : x = m - n) (h' : x < 0) : m < n
(m n : Nat) (h : (m : Int) = 2 * n + 1) : m % 2 = 1
(x : Int) : (x.natAbs : Int) = x ∨ (x.natAbs : Int) = -x
(x : Int) (h : x.natAbs ≤ 3) : -3 ≤ x ∧ x ≤ 3
(x : Int) : (x.toNat : Int) = max x 0
(x y : Int) (h : x ≤ y) : x.toNat ≤ y.toNat
(k n : Nat) (h : n < 2 ^ (k + 1)) (h' : 2 ^ k ≤ n) : n - 2 ^ k < 2 ^ k
(k : Nat) : 2 ^ (k + 1) = 2 * 2 ^ k
(x : Nat) : x <<< 3 = 8 * x ∧ x >>> 2 = x / 4
(x y : Nat) (h : x < 5 ∨ y < 3) (h' : ¬x < 5) : y < 3
(x y : Nat) (h : ¬(x < 5 ∧ y < 3)) (h' : x < 5) : 3 ≤ y
(x y : Nat) (h : ¬(x < 5 ∨ y < 3)) : 8 ≤ x + y
(x y : Nat) (h : x < 5 → y < 3) (h' : 3 ≤ y) : 5 ≤ x
(x y : Nat) (h : ¬(x < 5 → y < 3)) : x < y + 2
(x y : Nat) (h : x < 5 ↔ y < 5) (h' : x = 3) : y ≠ 7
(x y : Nat) (h : ¬(x < 5 ↔ y < 5)) : x ≠ y
(a b c d : Nat) (h : a < 3 ∨ b < 3) (h' : a < 3 → c < 2) (h'' : b < 3 → c < 3) : c ≤ d + 2
(x : Nat) (h : ∃ y : Nat, x = y + 3) : 3 ≤ x
(x : {n : Nat // 5 < n}) : 6 ≤ x.val
(p : Nat × Int) (h : (p.1, p.2).1 < 3) : p.1 ≤ 2
(f : Nat → Nat) (h : f 3 + 1 = f 4) : f 3 < f 4
(x y : Nat) (h : x * y = 3) : x * y + 1 = 4
(x y : Nat) : let z := x + y; z ≥ x := by intro z; omega
(x y : Nat) (h : x + 1 = y.succ) : x = y
(x k : Nat) : x % 2 ^ k < 2 ^ k
(x : Int) (k : Nat) : x % 2 ^ k < 2 ^ k ∧ 0 ≤ x % 2 ^ k
(x y : Nat) : (x : Int) % y ≥ 0
(n : Nat) : Int.negSucc n < 0
(n : Nat) (h : n % 100 = 99) : (n + 1) % 100 = 0
(x : Nat) (h : 1000000007 ∣ x) (h' : x < 1000000007) : x = 0
(x y : Int) (h : 12345678901234567890 * x = 98765432109876543210 * y + 1) : False
(a b c d : Nat) (h : Prod.Lex (· < ·) (· < ·) (a, b) (c, d)) : a ≤ c
(a b c d e f g h i j k l : Nat) (h₁ : a + b + c = d) (h₂ : d + e = f) (h₃ : f + g + h + i + j + k = l) : a ≤ l
(s : Nat → Nat) (h : ∀ n, s n ≤ n) : s 5 < 6 := by have := h 5; omega
(a b : Nat) (h : a < b) : a ≤ b := by omega -splitNatSub
(a b : Nat) (h : a < b) : a - b = 0 := by omega (config := { splitMinMax := false })
(n : Nat) (i j : Fin n) (h : i < j) : i.val + 1 ≤ j.val
(n : Nat) (i : Fin n) (h : n ≤ 3) : (i : Nat) ≤ 2
(i j : Fin 5) (h : i < j) : (i : Nat) ≤ 3
(i j : Fin 5) (h : ¬i < j) (h' : i ≠ j) : i > j
(i j : Fin 5) : i + j = j + i
(i : Fin 5) (h : i = 3) : i + 2 = 0
(i : Fin 5) : i - i = 0 ∧ 2 * i = i + i
(i j : Fin 3) (h : (i : Nat) + j = 4) : i = 2
(i j : Fin 7) (h : i ≤ j) (h' : j ≤ i) : i = j
"""
REFUTED = """
(x y : Nat) (h : x ≤ y) : x < y
(x y : Int) (h : x < y) (h' : x ≤ 7) : x + 2 ≤ y
(x y : Nat) : x - y + y = x
(x : Int) (h : x ≠ 0) : 0 < x
(x y : Int) (h : 2 * x = 3 * y) : x = y
(x : Nat) : x / 2 * 2 = x
(x : Nat) (h : x % 3 = 1) : x % 9 = 1
(x : Int) (h : x / -3 = 2) : x ≤ -6
(x y : Nat) (h : x < 5 ∨ y < 5) : x < 5
(x y : Nat) (h : ¬(x < 5 ∧ y < 3)) : 5 ≤ x
(x y : Nat) (h : x < 5 → y < 3) : y < 3
(x : Nat) (h : 2 ∣ x) : 4 ∣ x
(x y : Int) : max x y = x
(x : Int) : (x.natAbs : Int) = x
(x y : Int) (h : 7 * x + 12 * y = 31) : x = 1
(x y z : Int) (h : x + y + z = 6) (h' : x < y) (h'' : y < z) : x = 1
(x : Int) : (x.toNat : Int) = x
(n m : Nat) : ((n - m : Nat) : Int) = n - m
(k : Nat) (h : 2 ^ k ≤ 20) : 2 ^ k ≤ k + 2
(i j : Fin 5) (h : i ≤ j) : i < j
"""


def lines(table: str) -> list[str]:
    return table.strip().splitlines()


def example(goal: str) -> str:
    return f"example {goal}" if ":=" in goal else f"example {goal} := by omega"


def complaints(core: CoreLean, folder: Path, goals: list[str]) -> list[list[str]]:
    """What Lean has against each of the goals, which it gets in one file, each on its own line."""
    messages = run_many(core, folder, [*map(example, goals)])
    first = HEADER.count("\n") + 2
    assert all(message["pos"]["line"] >= first for message in errors_of(messages))
    return [
        errors([message for message in messages if message["pos"]["line"] == line])
        for line in range(first, first + len(goals))
    ]


def errors_of(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [message for message in messages if message["severity"] == "error"]


@pytest.fixture(scope="module")
def said(core: CoreLean, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    goals = lines(PROVED) + lines(REFUTED)
    return dict(zip(goals, complaints(core, tmp_path_factory.mktemp("omega"), goals), strict=True))


@pytest.mark.parametrize("goal", lines(PROVED))
def test_omega_proves_what_follows_by_linear_arithmetic(goal: str, said: dict[str, list[str]]) -> None:
    assert said[goal] == []


@pytest.mark.parametrize("goal", lines(REFUTED))
def test_omega_refuses_what_is_wrong_and_says_what_a_counterexample_satisfies(
    goal: str, said: dict[str, list[str]]
) -> None:
    (complaint,) = said[goal]

    assert complaint.startswith("omega could not prove the goal:\na possible counterexample may satisfy")
    assert "pretty print" not in complaint


def test_omega_says_that_it_finds_nothing_to_work_with(core: CoreLean, tmp_path: Path) -> None:
    ((complaint,),) = complaints(core, tmp_path, ["(x y : Nat) (f : Nat → Prop) (h : f x) : f y"])

    assert complaint.startswith("omega could not prove the goal:\nNo usable constraints found.")


@pytest.mark.parametrize("call", ["log (n / 3 + n / 4)", "log (n - 1)", "log (n / 2) + log (n % 2)"])
def test_recursion_in_a_branch_of_if_ends_where_omega_says_so(
    call: str, core: CoreLean, tmp_path: Path
) -> None:
    definition = f"def log (n : Nat) : Nat := if n ≤ 1 then 0 else 1 + {call}"

    said = run(core, tmp_path, f"{definition}\nexample : log 1 = 0 := by rw [log]; rfl")

    assert errors(said) == []


def test_a_proof_by_omega_rests_on_the_three_axioms(core: CoreLean, tmp_path: Path) -> None:
    goals = [goal for goal in lines(PROVED) if ":=" not in goal]
    theorems = [f"theorem t{n} {goal} := by omega\n#print axioms t{n}" for n, goal in enumerate(goals)]

    said = [message["data"] for message in run(core, tmp_path, "\n".join(theorems))]

    found = [text.partition("depends on axioms: ")[2] for text in said if "axioms" in text]
    assert len(found) == len(goals)
    assert {name for text in found for name in text.strip("[]").split(", ") if name} <= PERMITTED_AXIOMS


Point = tuple[int, ...]
BOUND = 4
NAMES = "xyz"
RELATIONS: dict[str, Callable[[int, int], bool]] = {
    "≤": lambda a, b: a <= b,
    "<": lambda a, b: a < b,
    "=": lambda a, b: a == b,
    "≠": lambda a, b: a != b,
}


@dataclass(frozen=True, slots=True)
class Term:
    text: str
    at: Callable[[Point], int]


@dataclass(frozen=True, slots=True)
class System:
    """Conditions on small numbers. `holds` says whether a point satisfies them."""

    kind: str
    unknowns: int
    conditions: tuple[tuple[Term, str, Term], ...]

    def goal(self) -> str:
        bounds = [f"{v} ≤ {BOUND}" for v in self.names] + [f"{-BOUND} ≤ {v}" for v in self.names if self.low]
        conditions = [f"{left.text} {relation} {right.text}" for left, relation, right in self.conditions]
        facts = " ".join(f"(_ : {fact})" for fact in bounds + conditions)
        return f"({' '.join(self.names)} : {self.kind}) {facts} : False"

    @property
    def names(self) -> str:
        return NAMES[: self.unknowns]

    @property
    def low(self) -> int:
        return 0 if self.kind == "Nat" else -BOUND

    def solution(self) -> Point | None:
        box = itertools.product(range(self.low, BOUND + 1), repeat=self.unknowns)
        return next((point for point in box if self.holds(point)), None)

    def holds(self, point: Point) -> bool:
        return all(RELATIONS[name](left.at(point), right.at(point)) for left, name, right in self.conditions)


def linear(chance: random.Random, kind: str, unknowns: int) -> Term:
    low = 0 if kind == "Nat" else -5
    factors = [chance.randint(low, 5) for _ in range(unknowns)]
    constant = chance.randint(low, 9)
    text = " + ".join(f"{a} * {v}" for a, v in zip(factors, NAMES, strict=False))
    return Term(
        f"({text} + {constant})".replace("+ -", "- "),
        lambda point: constant + sum(a * value for a, value in zip(factors, point, strict=True)),
    )


def term(chance: random.Random, kind: str, unknowns: int) -> Term:
    """A linear combination, or a quotient, remainder, difference, maximum or absolute value of such."""
    first, second = (linear(chance, kind, unknowns) for _ in range(2))
    a, b, k = first.at, second.at, chance.randint(2, 5)
    both = [
        first,
        first,
        Term(f"{first.text} / {k}", lambda point: a(point) // k),
        Term(f"{first.text} % {k}", lambda point: a(point) % k),
        Term(f"max {first.text} {second.text}", lambda point: max(a(point), b(point))),
        Term(f"(if {first.text} ≤ {k} then 0 else 1)", lambda point: int(a(point) > k)),
    ]
    natural = [Term(f"({first.text} - {second.text})", lambda point: max(a(point) - b(point), 0))]
    whole = [
        Term(f"({first.text} - {second.text})", lambda point: a(point) - b(point)),
        Term(f"{first.text} / -{k}", lambda point: -(a(point) // k)),
        Term(f"({first.text}.natAbs : Int)", lambda point: abs(a(point))),
        Term(f"({first.text}.toNat - {k} : Nat)", lambda point: max(a(point) - k, 0)),
    ]
    return chance.choice([*both[:-1], *natural] if kind == "Nat" else [*both, *whole])


def systems(kind: str, many: int) -> Iterator[System]:
    chance = random.Random(f"omega {kind}")  # noqa: S311 (samples, not secrets)
    for _ in range(many):
        unknowns = chance.choice([2, 3])
        yield System(
            kind,
            unknowns,
            tuple(
                (term(chance, kind, unknowns), chance.choice("≤<==≠"), linear(chance, kind, unknowns))
                for _ in range(chance.choice([2, 3]))
            ),
        )


@pytest.mark.parametrize("kind", ["Int", "Nat"])
def test_omega_agrees_with_a_search_through_all_small_numbers(
    kind: str, core: CoreLean, tmp_path: Path
) -> None:
    samples = list(systems(kind, 80))

    said = complaints(core, tmp_path, [system.goal() for system in samples])

    impossible = [system.solution() is None for system in samples]
    proved = [complaint == [] for complaint in said]
    wrong = [system.goal() for system, no, yes in zip(samples, impossible, proved, strict=True) if yes > no]
    assert not wrong
    assert min(sum(impossible), len(samples) - sum(impossible)) >= 15  # the samples are of both sorts
    assert sum(proved) >= 0.9 * sum(impossible)  # the method is not complete
