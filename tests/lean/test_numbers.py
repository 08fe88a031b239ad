"""The theory of natural numbers: facts by their names in Mathlib, exercises, and what is computed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.lean.environments import CoreLean
from tests.lean.one_file import elaborate, errors, run

EXAMPLES = Path(__file__).with_name("examples")


def fib(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def is_prime(n: int) -> bool:
    return n > 1 and all(n % d for d in range(2, n))


def equations() -> Iterator[tuple[str, int]]:
    """Terms of Lean and the values that Python gives them."""
    for m, n in [(0, 0), (0, 7), (12, 18), (35, 64), (1001, 91), (7, 0)]:
        yield f"Nat.gcd {m} {n}", math.gcd(m, n)
        yield f"Nat.lcm {m} {n}", math.lcm(m, n)
        yield f"{m} % {n + 1}", m % (n + 1)
        yield f"{m} / {n + 1}", m // (n + 1)
    for n in range(13):
        yield f"Nat.factorial {n}", math.factorial(n)
        yield f"Nat.fib {2 * n}", fib(2 * n)
        yield f"Nat.choose {n} 4", math.comb(n, 4)
    for n in [*range(2, 30), 91, 143, 169]:
        yield f"Nat.minFac {n}", next(d for d in range(2, n + 1) if n % d == 0)


def test_facts_are_there_under_the_names_and_with_the_arguments_of_mathlib(core: CoreLean) -> None:
    file = EXAMPLES / "number_facts.lean"

    messages = elaborate(core, file)

    assert errors(messages) == []
    assert file.read_text("utf-8").count("\nexample ") >= 80


def test_the_exercises_of_a_first_course_on_numbers_are_proved(core: CoreLean) -> None:
    file = EXAMPLES / "numbers.lean"

    messages = elaborate(core, file)

    assert [message["data"] for message in messages] == []
    assert file.read_text("utf-8").count("\ntheorem ") >= 10


def test_functions_of_numbers_compute_what_python_computes(core: CoreLean, tmp_path: Path) -> None:
    text = "".join(f"example : {term} = {value} := by decide\n" for term, value in equations())

    messages = run(core, tmp_path, text)

    assert errors(messages) == []


def test_a_wrong_value_of_a_function_of_numbers_is_refuted(core: CoreLean, tmp_path: Path) -> None:
    lines = [f"example : {term} = {value + 1} := by decide\n" for term, value in equations()]

    messages = run(core, tmp_path, "".join(lines))

    assert len(errors(messages)) == len(lines)


def test_decide_tells_the_primes_below_sixty_from_the_other_numbers(core: CoreLean, tmp_path: Path) -> None:
    text = "".join(
        f"example : {'' if is_prime(n) else '¬'}Nat.Prime {n} := by decide\n" for n in [*range(60), 7919]
    )

    messages = run(core, tmp_path, text)

    assert errors(messages) == []


@pytest.mark.parametrize(
    ("statement", "holds"),
    [("3 ≡ 18 [MOD 5]", True), ("3 ≡ 17 [MOD 5]", False), ("Nat.Coprime 35 64", True), ("6 ∣ 40", False)],
)
def test_congruence_divisibility_and_coprime_numbers_are_decided(
    statement: str, holds: bool, core: CoreLean, tmp_path: Path
) -> None:
    text = f"example : {'' if holds else '¬'}({statement}) := by decide\n"

    messages = run(core, tmp_path, text)

    assert errors(messages) == []
