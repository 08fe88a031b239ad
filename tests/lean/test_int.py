"""The integers of the built-in library compute, print and are reasoned about as in Lean with Mathlib."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.lean.environments import CoreLean
from tests.lean.one_file import errors, run, run_many

SMALL = range(-4, 5)
RANDOM = random.Random(20261124)  # noqa: S311 - repeatable, not secret


def pairs() -> Iterator[tuple[int, int]]:
    """All pairs of small numbers, and random ones up to twenty digits."""
    yield from ((a, b) for a in SMALL for b in SMALL)
    for _ in range(40):
        yield RANDOM.randint(-(10**20), 10**20), RANDOM.choice([-1, 1]) * RANDOM.randint(1, 10**12)


def euclid(a: int, b: int) -> tuple[int, int]:
    """Quotient and remainder, where the remainder is not negative."""
    remainder = a % abs(b) if b else a
    return ((a - remainder) // b if b else 0), remainder


def truncated(a: int, b: int) -> tuple[int, int]:
    """Quotient and remainder, where the quotient is rounded towards zero."""
    quotient = (abs(a) // abs(b) if b else 0) * (1 if (a < 0) == (b < 0) else -1)
    return quotient, a - b * quotient


def floored(a: int, b: int) -> tuple[int, int]:
    """Quotient and remainder, where the quotient is rounded down."""
    return divmod(a, b) if b else (0, a)


def balanced(a: int, m: int) -> int:
    """The remainder between `-m / 2` and `m / 2`, without the upper end."""
    remainder = euclid(a, m)[1]
    return remainder if remainder < (m + 1) // 2 else remainder - m


def computations(a: int, b: int) -> dict[str, int]:
    """Terms of type Int and their values."""
    x, y = f"({a} : Int)", f"({b} : Int)"
    signs = {f"{x} + {y}": a + b, f"{x} - {y}": a - b, f"{x} * {y}": a * b, f"-{x}": -a}
    division = {f"{x} / {y}": euclid(a, b)[0], f"{x} % {y}": euclid(a, b)[1]}
    for name, (quotient, remainder) in {"t": truncated(a, b), "f": floored(a, b)}.items():
        division |= {f"{x}.{name}div {y}": quotient, f"{x}.{name}mod {y}": remainder}
    other = {
        f"{x}.bmod {abs(b)}": balanced(a, abs(b)),
        f"{x} ^ {abs(b) % 8}": a ** (abs(b) % 8),
        f"{x}.sign": (a > 0) - (a < 0),
        f"min {x} {y}": min(a, b),
        f"max {x} {y}": max(a, b),
    }
    return signs | division | other


def naturals(a: int, b: int) -> dict[str, int]:
    x, y = f"({a} : Int)", f"({b} : Int)"
    return {f"{x}.natAbs": abs(a), f"{x}.toNat": max(a, 0), f"Int.gcd {x} {y}": math.gcd(a, b)}


def comparisons(a: int, b: int) -> dict[str, bool]:
    x, y = f"({a} : Int)", f"({b} : Int)"
    divides = b == 0 if a == 0 else b % a == 0
    relations = {"<": a < b, "≤": a <= b, "=": a == b, "≠": a != b, "∣": divides}
    return {f"{x} {sign} {y}": truth for sign, truth in relations.items()}


def equation(values: dict[str, int], type_: str) -> str:
    return f"({list(values)!r} : List {type_}) = {list(values.values())}".replace("'", "")


def test_the_kernel_computes_with_integers_what_python_computes(core: CoreLean, tmp_path: Path) -> None:
    commands = [
        f"example : {equation(computations(a, b), 'Int')} := by decide\n"
        f"example : {equation(naturals(a, b), 'Nat')} := by decide"
        for a, b in pairs()
    ]

    assert errors(run_many(core, tmp_path, commands)) == []


def test_relations_between_integers_are_decided_as_in_python(core: CoreLean, tmp_path: Path) -> None:
    claims = [
        " ∧ ".join(f"({term})" if truth else f"¬({term})" for term, truth in comparisons(a, b).items())
        for a, b in pairs()
    ]

    messages = run_many(core, tmp_path, [f"example : {claim} := by decide" for claim in claims])

    assert errors(messages) == []


def test_simp_computes_with_numerals(core: CoreLean, tmp_path: Path) -> None:
    some = [(7, 2), (-7, 2), (7, -2), (-7, -2), (0, 3), (5, 5), (10**15, -7)]
    numbers = [(term, value) for a, b in some for term, value in computations(a, b).items()]
    text = "".join(
        f"example : {term} = {value} := by simp\n"
        for term, value in numbers
        if not term.startswith(("min", "max")) and ".sign" not in term
    )
    text += "".join(
        f"example : {'' if truth else '¬'}{term} := by simp\n"
        for a, b in some
        for term, truth in comparisons(a, b).items()
    )

    assert errors(run(core, tmp_path, text)) == []


def test_a_wrong_value_is_refused(core: CoreLean, tmp_path: Path) -> None:
    wrong = ["(-7 : ℤ) / 2 = -3", "(-7 : ℤ) % 2 = -1", "(2 : ℤ) ∣ 7", "(-3 : ℤ) < -4", "(2 : ℤ) - 3 = 0"]
    text = "".join(f"example : {term} := by {tactic}\n" for term in wrong for tactic in ("decide", "simp"))

    assert len(errors(run(core, tmp_path, text))) == 2 * len(wrong)


PRINTED = [
    "-3 * x - ↑n = x % 2",
    "↑n + x ≤ x * ↑(n + 1)",
    "∃ k, x = 2 * k ∨ x = -↑n",
    "3 ∣ x ∧ ¬x / 2 < -1",
    "x.natAbs + x.toNat = n",
    "max x 1 = x ^ 2",
    "x + 7 ≡ ↑n [ZMOD 7]",
]


def test_integers_are_printed_as_lean_prints_them(core: CoreLean, tmp_path: Path) -> None:
    text = "".join(f"example (n : ℕ) (x : ℤ) : {term} := by trace_state; sorry\n" for term in PRINTED)

    messages = run(core, tmp_path, text)

    goals = [m["data"].strip().split("⊢ ")[-1] for m in messages if m["severity"] == "information"]
    assert goals == PRINTED


def test_a_natural_number_is_used_where_an_integer_is_expected(core: CoreLean, tmp_path: Path) -> None:
    text = "example (n : ℕ) (x : ℤ) (h : x = n) : n + 1 = x + 1 ∧ n < x + 1 := by\n  trace_state\n"
    text += "  rw [h]; exact ⟨rfl, Int.lt_succ n⟩\n"

    messages = run(core, tmp_path, text)

    assert errors(messages) == []
    assert messages[0]["data"] == "n : Nat\nx : Int\nh : x = ↑n\n⊢ ↑n + 1 = x + 1 ∧ ↑n < x + 1"


PROVED = {
    "by_induction_upwards_and_downwards": """(n : ℤ) : 0 ≤ n ^ 2 - n * n := by
  induction n with
  | zero => decide
  | succ i ih => simp [Int.pow_two]
  | pred i ih => simp [Int.pow_two]""",
    "by_the_two_kinds": """(n : ℤ) : 0 ≤ n * n := by
  cases n with
  | ofNat k => exact Int.ofNat_zero_le (k * k)
  | negSucc k => exact Int.ofNat_zero_le _""",
    "by_sign": """(n : ℤ) : 0 ≤ n * n := by
  rcases Int.le_total 0 n with h | h
  · exact Int.mul_nonneg h h
  · exact Int.mul_nonneg_of_nonpos_of_nonpos h h""",
    "by_remainder": """(n : ℤ) : n * (n + 1) % 2 = 0 := by
  rw [Int.mul_emod, Int.add_emod]
  rcases Int.emod_two_eq n with h | h <;> rw [h] <;> rfl""",
    "by_calc": """(x y z : ℤ) (h : x ≤ y) (h' : y < z) : x < z := calc
  x ≤ y := h
  _ < z := h'""",
    "by_quotient_and_remainder": """(a : ℤ) : ∃ q r, a = 3 * q + r ∧ 0 ≤ r ∧ r < 3 :=
  ⟨a / 3, a % 3, (Int.mul_ediv_add_emod a 3).symm, Int.emod_nonneg a (by decide),
    Int.emod_lt_of_pos a (by decide)⟩""",
    "by_divisibility": """(a b c : ℤ) (h : a ∣ b) (h' : a ∣ c) : a ∣ b - 3 * c :=
  Int.dvd_sub h (Int.dvd_trans h' (Int.dvd_mul_left 3 c))""",
    "by_congruence": """(a b : ℤ) (h : a ≡ b [ZMOD 7]) : a ^ 2 + 3 * a ≡ b ^ 2 + 3 * b [ZMOD 7] := calc
  a ^ 2 + 3 * a ≡ b ^ 2 + 3 * a [ZMOD 7] := (h.pow 2).add_right _
  _ ≡ b ^ 2 + 3 * b [ZMOD 7] := (h.mul_left 3).add_left _""",
    "by_computing_congruence": ": (2 : ℤ) ^ 10 ≡ -10 [ZMOD 11] := by decide",
    "by_rounding": """(a b : ℤ) (h : 0 ≤ b) : a.tmod b + b * a.tdiv b = a.fmod b + b * (a / b) := by
  rw [Int.tmod_add_mul_tdiv, Int.fmod_eq_emod_of_nonneg a h, Int.emod_add_mul_ediv]""",
    "by_gcd": "(a b c : ℤ) (h : c ∣ a) (h' : c ∣ b) : c ∣ (Int.gcd a b : ℤ) := Int.dvd_coe_gcd h h'",
    "by_matching": """(x : ℤ) : x = x.natAbs ∨ x = -x.natAbs := match x with
  | Int.ofNat _ => Or.inl rfl
  | Int.negSucc _ => Or.inr rfl""",
    "by_subtraction": "(a b : ℤ) : a - b + b = a ∧ a + b - b = a ∧ a - a = 0 ∧ - -a = a := by simp",
    "with_laws_of_casts": """(a b : ℕ) (h : a ≤ b) : ((b - a : ℕ) : ℤ) = b - a ∧ (a : ℤ) ≤ b ∧ 0 ≤ (a : ℤ) :=
  ⟨Nat.cast_sub h, Nat.cast_le.mpr h, Nat.cast_nonneg a⟩""",
    "with_casts_to_a_ring": """{R} [CommRing R] [CharZero R] (a b : ℕ) (h : (a : R) + 1 = b) : a + 1 = b := by
  exact_mod_cast h""",
    "with_exact_mod_cast": "(a b : ℕ) (h : (a : ℤ) + 2 * b < 7) : a + 2 * b < 7 := by exact_mod_cast h",
    "with_norm_cast": "(a b : ℕ) : ((a + b * 3 ^ 2 : ℕ) : ℤ) = a + b * 3 ^ 2 := by norm_cast",
    "with_push_cast": "(a b : ℕ) (h : (a : ℤ) + b = 3) : ((a + b : ℕ) : ℤ) = 3 := by push_cast; exact h",
    "with_a_cast_difference": "(a b : ℕ) (h : a ≤ b) : ((b - a : ℕ) : ℤ) = b - a := by push_cast [h]; rfl",
}


@pytest.fixture(scope="module")
def refused(core: CoreLean, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What Lean says against the proofs, if anything, each with its name."""
    text = "".join(f"theorem {name} {proof}\n" for name, proof in PROVED.items())
    return errors(run(core, tmp_path_factory.mktemp("integers"), text))


def test_the_usual_ways_to_prove_something_of_integers_work(refused: list[str]) -> None:
    assert refused == []


def test_a_function_of_integers_is_defined_by_cases(core: CoreLean, tmp_path: Path) -> None:
    text = "def f : ℤ → ℕ\n  | 0 => 1\n  | -3 => 2\n  | (n : ℕ) => n\n  | Int.negSucc n => n\n"
    text += "example : [f 0, f (-3), f 7, f (-9)] = [1, 2, 7, 8] := rfl\n"

    assert errors(run(core, tmp_path, text)) == []
