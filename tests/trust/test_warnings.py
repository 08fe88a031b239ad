"""Warnings on a statement as Lean understood it: where something is easily overlooked, and nowhere else."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from app.domain.statement import read_statement
from app.domain.warnings import StatementWarning, WarningKind
from app.lean import launch
from app.lean.environments import HEADER, CoreLean
from app.trust.facts import Elaborated
from app.trust.library import Library
from app.trust.olean import Olean
from app.trust.terms import AnyConstant, App, BVar, Const, Name, Pi, Terms, Theorem
from app.trust.warnings import statement_warnings

SUBTRACTION, DIVISION, INTEGER = (
    WarningKind.NATURAL_SUBTRACTION,
    WarningKind.NATURAL_DIVISION,
    WarningKind.INTEGER_DIVISION,
)
ZERO, MODULUS = WarningKind.DIVISION_BY_ZERO, WarningKind.MODULUS_BY_ZERO
COERCION, SHADOWED, DEFAULT = WarningKind.COERCION, WarningKind.SHADOWED, WarningKind.NATURAL_BY_DEFAULT
VARIABLE, HYPOTHESIS = WarningKind.UNUSED_VARIABLE, WarningKind.UNUSED_HYPOTHESIS
VACUOUS = WarningKind.VACUOUS_EXISTENCE

WARNED = {
    "(a b : Nat) : a - b + b = a": {SUBTRACTION},
    "(a b : Nat) : Nat.sub a b ≤ a": {SUBTRACTION},
    "(n : Nat) : n.pred + 1 = n": {SUBTRACTION},
    "(n : Nat) : n - 1 + 1 = n": {SUBTRACTION},
    "(n : Nat) : n + 1 - 2 ≤ n": {SUBTRACTION},
    "(a b : Nat) (h : a ≤ b) : a - b + b = a": {SUBTRACTION},
    "(a b c : Nat) (h : b ≤ c) : a - b + b = a": {SUBTRACTION},
    "(a b : Nat) (h : b ≤ a ∨ a = 0) : a - b ≤ a": {SUBTRACTION},
    ": ∀ a b : Nat, ∃ c, a - b = c": {SUBTRACTION},
    "(n : Nat) : n / 2 * 2 = n": {DIVISION},
    "(a b : Nat) : a / b ≤ a": {DIVISION, ZERO},
    "(a b : Nat) (h : b ∣ a) : a / b * b = a": {ZERO},
    "(a b : Nat) (h : a ∣ b) (k : 0 < b) : a / b * b = a": {DIVISION},
    "(a : Nat) : a / 0 = 0": {DIVISION, ZERO},
    "(a : Int) : a / 2 * 2 = a": {INTEGER},
    "(a b : Int) : a / b * b = a": {INTEGER, ZERO},
    "(a b : Int) (h : b ≠ 1) : a / b ≤ a": {INTEGER, ZERO},
    "(a b : Nat) : a % b ≤ a": {MODULUS},
    "(a b : Nat) (h : 0 ≤ b) : a % b < b": {MODULUS},
    "(a b : Int) : a % b < b": {MODULUS},
    "(a : Nat) : a % 0 = a": {MODULUS},
    "(a b : Nat) (h : a ≠ b) : a % b ≤ a": {MODULUS},
    "(a b : Nat) (k : 0 < b) : (a + b) / b = a / b + 1": {DIVISION},
    "(a b c : Nat) (h : 0 < a) : a * b - c ≤ a * b": {SUBTRACTION},
    "(m n : Nat) (h : 2 ≤ n) : n - m ≤ n": {SUBTRACTION},
    "(a b : Int) : a % (b + 1) ≤ a + 2": {MODULUS},
    "(a b : Int) (h : b ≤ 0) : a % b ≤ a": {MODULUS},
    "(a b : Nat) (h : b ≤ a) : ∀ a b : Nat, a - b ≤ a": {SUBTRACTION, HYPOTHESIS},
    "(a b : Nat) : (∀ c, b ≤ c) → a - b ≤ a": {SUBTRACTION},
    "(n : Nat) (h : 0 ≤ n) : n - 1 + 1 = n": {SUBTRACTION},
    "(n : Nat) (h : 1 < n) : n - 3 + 3 = n": {SUBTRACTION},
    "(a b : Nat) (h : 3 / a = b) : b ≤ 3": {DIVISION, ZERO},
    "(a b : Nat) (h : a ∣ 6) : 6 / a ≤ 6 ∧ b / 4 ≤ b": {DIVISION, ZERO},
    "(n : Nat) : (n : Int) = 0": {COERCION},
    "(m n : Nat) : ((m - n : Nat) : Int) = m - n": {COERCION, SUBTRACTION},
    "(False : Prop) (h : False) : False": {SHADOWED},
    ": ∀ True : Prop, True → True": {SHADOWED},
    ": (fun Nat : Prop => Nat) True": {SHADOWED},
    ": 2 - 3 = 0": {DEFAULT, SUBTRACTION},
    ": 1 / 2 = 0": {DEFAULT, DIVISION},
    ": ∀ n, n + 0 = n": {DEFAULT},
    "(n m : Nat) : n = n": {VARIABLE},
    "(α : Type) (p : Prop) : ∀ q : Prop, q → q": {VARIABLE},
    "(p q : Prop) (hp : p) (hq : q) : p": {HYPOTHESIS},
    "(m n : Nat) (h : m = 2) : n = n": {HYPOTHESIS},
    ": ∀ n : Nat, ∃ k, k = 5 → n = 3": {VACUOUS},
    "(n : Nat) : ∃ k, k = n → n = 3": {VACUOUS},
    "(n : Nat) : ∃ k m, k = m + 5 → n = 3": {VACUOUS},
    "(n : Nat) : ∃ k m : Nat, k = 5 → m = n": {VACUOUS},
    "(n : Nat) : n = n ∧ ∃ k, 5 < k → n = 3": {VACUOUS},
    "(f : Nat → Nat) : ∃ d, ∀ x, 0 < d → x < d → f x < 5": {VACUOUS},
    "(s : Set Nat) : ∃ x, x ∈ s → 5 < x": {VACUOUS},
    "(n : Nat) (h : ∃ k, k = 5 → n = 3) : n = 3": {VACUOUS},
    ": ∀ a : Int, ∃ b : Int, b ≠ 0 → a = 1": {VACUOUS},
}
PLAIN = (
    "(n : Nat) : n + 3 - 2 = n + 1",
    "(n : Nat) : n - 0 = n",
    "(a b : Nat) : a + b - b = a",
    "(a b : Nat) (h : b ≤ a) : a - b + b = a",
    "(a b : Nat) (h : a ≥ b) : a - b + b = a",
    "(a b : Nat) (h : b < a) : 0 < a - b",
    "(a b : Nat) (h : a > b ∧ True) : 0 < a - b",
    "(a b : Nat) : b ≤ a → a - b + b = a",
    "(a b : Nat) : ∀ c, b ≤ a → a - b + c = c + (a - b)",
    "(n : Nat) (h : 0 < n) : n - 1 + 1 = n",
    "(n : Nat) (h : 3 ≤ n) : n - 2 + 2 = n",
    "(n : Nat) (h : 1 < n) : n - 2 + 2 = n",
    "(n : Nat) (h : n ≠ 0) : n.pred + 1 = n",
    "(a n : Nat) : a % n.succ ≤ n",
    "(a n : Nat) : a % n.factorial ≤ a",
    "(a b : Int) (h : b ≠ 0) : a % -b = a % b",
    "(a b : Int) (h : 0 ≠ b) : a % b ≤ a % b",
    "(a b : Nat) (h : b ≠ 0) : a * b - a ≤ a * b",
    "(a : Nat) : a / 1 = a",
    "(n : Nat) : n + 2 - 2 = n",
    "(n : Nat) (h : n ≠ 0) : n - 1 + 1 = n",
    "(n : Int) : ((3 : Nat) : Int) = n ∨ n ≠ 3",
    "(n : Nat) : n - n = 0",
    "(n : Nat) : n * n - n = n * n - n",
    "(a b : Int) : a - b + b = a",
    "(a b : Nat) (h : b ∣ a) (k : b ≠ 0) : a / b * b = a",
    "(a b : Nat) (k : 0 < b) : a * b / b = a",
    "(a : Nat) : a * 6 / 6 = a ∧ 6 / 3 = 2",
    "(a b : Nat) (h : b > 0) : a % b < b",
    "(a b : Nat) (h : ¬ b = 0) : a % b < b",
    "(a b : Nat) (h : 1 ≤ b) : a % b < b",
    "(a p : Nat) (h : Nat.Prime p) : a % p < p",
    "(a b : Nat) : a % (b + 1) ≤ b",
    "(a b : Nat) : a % (2 * 3 ^ b) ≤ a",
    "(a b : Int) (h : b < 0) : a % b < -b",
    "(n : Nat) : n % 2 = 0 ∨ n % 2 = 1",
    "(n : Int) : n % 2 = 0 ∨ n % 2 = 1",
    "(x : Int) : 2 * x + 1 ≠ 0",
    ": (2 : Nat) + 2 = 4",
    ": 2 + 2 = (4 : Int)",
    "(l : List Bool) : l.length = 0 → l = []",
    "(α : Type) (a : α) (p : α → Prop) : (∀ x, p x) → ∃ x, p x",
    "(α : Type) [Inhabited α] (p : α → Prop) : (∀ x, p x) → ∃ x, p x",
    "(p q : Prop) (hp : p) (hn : ¬ p) : q",
    "(p q : Prop) : p → q → p",
    "(m n : Nat) (h : m = n) (k : m = 2) : n = 2",
    "(n : Nat) (h : n < n) : False",
    "(s t : Set Nat) : s ∩ t ⊆ s",
    "(n : Nat) : ∃ k, k = 5 ∧ n = n",
    "(n : Nat) : ∃ k, n = 3 → k = n",
    "(f : Nat → Nat) : ∃ k, ∀ n, k ≤ n → f n = 3",
    "(f : Nat → Nat) : ∃ k, ∀ n, n = n → k ≤ n → f n = 3",
    "(α : Type) (p : α → Prop) (h : ∃ x, p x) : ∃ x, p x → ∀ y, p y",
    "(α : Type) (R : α → α → Prop) (r : Prop) (a : α) : ∃ x y, R x y → r",
    "(n : Nat) : ∀ k, k = 5 → ∃ m, m = n",
    "(f : Nat → Nat) : (∃ k, f k = 0) → ∃ k, f k ≤ 0",
    "(f : Nat → Nat) (hf : ∀ m n, m < n → f m < f n) (n : Nat) : n ≤ f n",
    "{α : Type} (R : α → α → Prop) (h : ∀ x y, R x y → R y x) (a b : α) : R a b ↔ R b a",
)


@dataclass(frozen=True)
class Elaborator:
    """Compiles theorems and looks at each as the only one."""

    core: CoreLean
    library: Library
    folder: Path

    def warnings(self, text: str, names: Sequence[str] = ("t",)) -> dict[str, tuple[StatementWarning, ...]]:
        module = self.compiled(text)
        return {name: self.of(module, name, text) for name in names}

    def of(self, module: Olean, name: str, text: str) -> tuple[StatementWarning, ...]:
        terms = self.library.terms
        theorem = module.constant(terms.named(name))
        assert isinstance(theorem, Theorem)
        find = partial(self._find, module)
        return statement_warnings(Elaborated(terms, find, theorem, module.names, text))

    def compiled(self, text: str) -> Olean:
        source, compiled = self.folder / "Statement.lean", self.folder / "Statement.olean"
        source.write_text(f"{HEADER}\n{text}", "utf-8")
        command = launch.command("-R", str(self.folder), "-o", str(compiled), *launch.OPTIONS, str(source))
        done = subprocess.run(
            command, env=launch.environment(self.core.lean_path), capture_output=True, timeout=60, check=False
        )
        assert done.returncode == 0, done.stdout.decode()
        return Olean(compiled.read_bytes(), self.library.terms)

    def _find(self, module: Olean, name: Name) -> AnyConstant | None:
        return module.constant(name) if name in module.names else self.library.find(name)


@pytest.fixture(scope="module")
def elaborator(core: CoreLean, tmp_path_factory: pytest.TempPathFactory) -> Elaborator:
    library = Library(Terms())
    for file in sorted(core.lean_path.rglob("*.olean")):
        library.add(file.read_bytes())
    return Elaborator(core, library, tmp_path_factory.mktemp("statements"))


@pytest.fixture(scope="module")
def told(elaborator: Elaborator) -> dict[str, tuple[StatementWarning, ...]]:
    """The warnings on all statements above, which are compiled in one file."""
    claims = [*WARNED, *PLAIN]
    names = {f"t{number}": claim for number, claim in enumerate(claims)}
    module = elaborator.compiled(
        "".join(f"theorem {name} {claim} := sorry\n" for name, claim in names.items())
    )
    return {claim: elaborator.of(module, name, claim) for name, claim in names.items()}


@pytest.mark.parametrize("claim", WARNED)
def test_what_is_easily_overlooked_is_told(told: dict[str, tuple[StatementWarning, ...]], claim: str) -> None:
    assert {warning.kind for warning in told[claim]} == WARNED[claim]


@pytest.mark.parametrize("claim", PLAIN)
def test_an_ordinary_statement_gives_no_warning(
    told: dict[str, tuple[StatementWarning, ...]], claim: str
) -> None:
    assert told[claim] == ()


def test_a_warning_is_one_sentence_about_a_part_of_the_statement(
    told: dict[str, tuple[StatementWarning, ...]],
) -> None:
    warnings = [(claim, warning) for claim, listed in told.items() for warning in listed]

    assert all(warning.text.endswith(".") and "\n" not in warning.text for _, warning in warnings)
    assert all(warning.where in warning.text for _, warning in warnings)


def test_a_warning_quotes_the_part_as_a_person_would_write_it(
    told: dict[str, tuple[StatementWarning, ...]],
) -> None:
    (warning,) = told["(a b : Nat) : a - b + b = a"]

    assert warning.where == "a - b"
    assert warning.text == "On natural numbers, `a - b` is 0 wherever `b` is more than `a`."


def test_a_definition_that_comes_along_is_looked_at(elaborator: Elaborator) -> None:
    text = "def half (n : Nat) : Nat := n / 2\ntheorem t (n : Nat) : half n ≤ n := sorry\n"

    (warning,) = elaborator.warnings(text)["t"]

    assert (warning.kind, warning.where) == (DIVISION, "n / 2")


def test_what_lean_makes_of_a_definition_is_no_reason_to_warn(elaborator: Elaborator) -> None:
    text = """inductive Tree where
  | leaf
  | node (l r : Tree)
def Tree.size : Tree → Nat
  | leaf => 1
  | node l r => l.size + r.size
structure Point where
  x : Nat
  y : Nat := 3
theorem t (a : Tree) (p : Point) : a.size = p.x ∨ a.size ≠ p.x := sorry
"""

    assert elaborator.warnings(text)["t"] == ()


@pytest.mark.parametrize(
    ("definition", "where"),
    [
        ("def M.False : Prop := True", "M.False"),
        ("inductive A.B.Nat | zero", "A.B.Nat"),
        ("def M.Nat.gcd (_ _ : Nat) : Nat := 0", "M.Nat.gcd"),
    ],
)
def test_a_name_of_the_library_in_a_namespace_is_told(
    elaborator: Elaborator, definition: str, where: str
) -> None:
    (warning,) = elaborator.warnings(f"{definition}\ntheorem t : True := sorry\n")["t"]

    assert (warning.kind, warning.where) == (WarningKind.REDEFINED, where)


def test_a_number_type_that_is_written_is_not_there_by_default(elaborator: Elaborator) -> None:
    (warning,) = elaborator.warnings("theorem t : 2 + 2 = 4 := sorry\n")["t"]

    assert warning.kind is DEFAULT
    assert elaborator.warnings("theorem t : (2 : Nat) + 2 = 4 := sorry\n")["t"] == ()


def test_a_large_statement_is_looked_at_in_time_and_not_told_of_without_end(elaborator: Elaborator) -> None:
    many = " ∧ ".join(f"a - {number} = b" for number in range(1, 100))

    warnings = elaborator.warnings(f"theorem t (a b : Nat) : {many} := sorry\n")["t"]

    assert len(warnings) == 20


def test_a_term_that_unfolds_into_very_many_is_looked_at_in_time(elaborator: Elaborator) -> None:
    terms = elaborator.library.terms
    doubled = terms.expr(BVar(0))
    for _ in range(60):
        doubled = terms.expr(
            App(terms.expr(App(terms.expr(Const(terms.named("Nat", "add"), ())), doubled)), doubled)
        )
    binder = Pi(terms.named("x"), terms.expr(Const(terms.named("Nat"), ())), doubled, 0)
    theorem = Theorem(terms.named("t"), (), terms.expr(binder), doubled, ())

    warnings = statement_warnings(Elaborated(terms, elaborator.library.find, theorem, (), ""))

    assert warnings == ()


def test_few_statements_of_the_benchmark_are_warned_of_and_none_that_can_be_proved(
    elaborator: Elaborator,
) -> None:
    lines = Path("bench/core.jsonl").read_text("utf-8").splitlines()
    problems = {f"p{number}": json.loads(line) for number, line in enumerate(lines)}
    plain = {
        name: read_statement(problem["statement"], HEADER, name).statement
        for name, problem in problems.items()
        if problem["statement"].startswith("theorem")
    }
    module = elaborator.compiled("".join(f"{claim.signature} := sorry\n" for claim in plain.values()))
    warned = {name for name, claim in plain.items() if elaborator.of(module, name, claim.signature)}

    assert len(plain) > 300
    assert {problems[name]["expected"] for name in warned} <= {"refuted", "inconsistent_hypotheses"}
    assert 5 <= len(warned) <= 15
