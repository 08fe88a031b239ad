"""Laws of orders, groups and rings, each by its name in Mathlib, on numbers and on one's own structures."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.lean.environments import HEADER, CoreLean
from tests.lean.one_file import elaborate, errors, run

EXAMPLES = Path(__file__).with_name("examples")
LETTERS = "a b c d e"
EXPONENTS = "(m n : ℕ)"
KINDS = {
    "N": f"({LETTERS} : ℕ) {EXPONENTS}",
    "Z": f"({LETTERS} : ℤ) {EXPONENTS}",
    "R": f"{{R : Type*}} [CommRing R] ({LETTERS} : R) {EXPONENTS}",
    "D": f"{{R : Type*}} [CommRing R] [IsDomain R] ({LETTERS} : R) {EXPONENTS}",
    "O": f"{{R : Type*}} [CommRing R] [LinearOrder R] [IsStrictOrderedRing R] ({LETTERS} : R) {EXPONENTS}",
    "L": f"{{α : Type*}} [LinearOrder α] ({LETTERS} : α)",
    "P": f"{{α : Type*}} [PartialOrder α] ({LETTERS} : α)",
    "G": f"{{G : Type*}} [Group G] ({LETTERS} : G) {EXPONENTS}",
    "A": f"{{G : Type*}} [AddCommGroup G] ({LETTERS} : G) {EXPONENTS}",
    "M": f"{{M : Type*}} [CommMonoid M] ({LETTERS} : M) {EXPONENTS}",
}


@dataclass(frozen=True, slots=True)
class Use:
    """A law by its name, on a kind of thing: `example BINDERS : STATEMENT := PROOF`."""

    kind: str
    statement: str
    proof: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.proof}"

    @property
    def text(self) -> str:
        return f"example {KINDS[self.kind]} {self.statement} := {self.proof}"


def uses() -> list[Use]:
    """The file `laws.txt`, line by line: kinds | hypotheses and statement | proof."""
    found = []
    for line in (EXAMPLES / "laws.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kinds, statement, proof = (part.strip() for part in line.split(" | "))
            found += [Use(kind, statement, proof) for kind in kinds]
    return found


USES = uses()


@pytest.fixture(scope="module")
def said(core: CoreLean, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What Lean says about all uses, one in a line."""
    text = "set_option linter.all false\n" + "\n".join(use.text for use in USES)
    return run(core, tmp_path_factory.mktemp("laws"), text)


@pytest.mark.parametrize("number", range(len(USES)), ids=[str(use) for use in USES])
def test_a_law_holds_by_its_name(number: int, said: list[dict[str, Any]]) -> None:
    line = HEADER.count("\n") + 3 + number

    assert errors([message for message in said if message["pos"]["line"] == line]) == []


def test_exercises_on_groups_rings_orders_and_parity_are_proved_as_with_mathlib(core: CoreLean) -> None:
    messages = elaborate(core, EXAMPLES / "algebra.lean")

    assert errors(messages) == []


def test_a_law_of_rings_speaks_of_the_operations_that_numbers_have(core: CoreLean, tmp_path: Path) -> None:
    """It applies with nothing unfolded but instances, and leaves nothing of the ring in the goal."""
    text = """
example (a b n : ℕ) : a ^ n * (b + 1) = (b + 1) * a ^ n := by with_reducible exact mul_comm _ _
example (a b : ℤ) : a - b = a + -b := by with_reducible exact sub_eq_add_neg a b
example (a n : ℕ) (h : a ^ n * a = 0) : a ^ (n + 1) = 0 := by
  rw [pow_succ]
  trace_state
  with_reducible assumption
"""
    messages = run(core, tmp_path, text)

    assert errors(messages) == []
    assert messages[-1]["data"].strip().endswith("⊢ a ^ n * a = 0")


def test_a_wrong_law_is_rejected(core: CoreLean, tmp_path: Path) -> None:
    text = """
example (a b : ℕ) : a - b = b - a := sub_comm a b
example {G : Type*} [Group G] (a b : G) : a * b = b * a := mul_comm a b
example (a b : ℤ) (h : a ≤ b) : a < b := lt_of_le_of_ne h
example : Even 5 := by decide
"""
    messages = run(core, tmp_path, text)

    assert len(errors(messages)) == 4


def test_hundreds_of_uses_are_checked_in_a_few_milliseconds_each(core: CoreLean, tmp_path: Path) -> None:
    lines = [f"example (a b : ℕ) : a * b + {k} = b * a + {k} := by rw [mul_comm]" for k in range(200)]
    start = time.perf_counter()

    messages = run(core, tmp_path, "\n".join(lines))

    assert errors(messages) == []
    assert time.perf_counter() - start < 10


def test_what_open_nat_brings_in_does_not_hide_a_law(core: CoreLean, tmp_path: Path) -> None:
    """Where Lean keeps `Nat.name` protected, `name` after `open Nat` is the law."""
    names = sorted({name for use in USES for name in re.findall(r"\b[a-z]\w*[₀']*\b", use.proof)})
    text = "open Nat\n" + "\n".join(use.text for use in USES if use.kind == "N")

    messages = run(core, tmp_path, text)

    assert errors(messages) == []
    assert len(names) > 150
