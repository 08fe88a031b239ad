"""The functions that the kernel computes by name: the library's own definitions say the same.

Otherwise `False` would have a proof that uses no axiom.
"""

from __future__ import annotations

import math
import operator
import os
import random
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from app.lean.environments import HEADER, CoreLean
from tests.lean.one_file import errors, run


@dataclass(frozen=True, slots=True)
class Special:
    """A function that the kernel computes by name, in Python, and the arguments on which it is tried.

    The first argument is below 2^`bits` and the second below `below`: a definition that counts in steps
    of one is slow; `large` bounds the second argument where only the kernel computes.
    """

    compute: Callable[[int, int], int]
    bits: int = 20
    below: int = 2**20
    large: int = 2**200


KERNEL = {
    "Nat.succ": Special(lambda n, _: n + 1, bits=5),
    "Nat.pred": Special(lambda n, _: max(n - 1, 0)),
    "Nat.add": Special(operator.add, below=12),
    "Nat.sub": Special(lambda n, m: max(n - m, 0), bits=6, below=12),
    "Nat.mul": Special(operator.mul, below=12),
    "Nat.pow": Special(operator.pow, below=6, large=12),
    "Nat.beq": Special(lambda n, m: int(n == m), bits=4, below=16),
    "Nat.ble": Special(lambda n, m: int(n <= m), bits=4, below=16),
    "Nat.div": Special(lambda n, m: n // m if m else 0, bits=7, below=32),
    "Nat.mod": Special(lambda n, m: n % m if m else n, bits=7, below=32),
    "Nat.gcd": Special(math.gcd, bits=8, below=256),
    "Nat.land": Special(operator.and_, bits=6, below=64),
    "Nat.lor": Special(operator.or_, bits=6, below=64),
    "Nat.xor": Special(operator.xor, bits=6, below=64),
    "Nat.shiftLeft": Special(operator.lshift, below=12, large=100),
    "Nat.shiftRight": Special(operator.rshift, below=12, large=100),
    "Nat.log2": Special(lambda n, _: max(n, 1).bit_length() - 1, bits=10),
}

OWNED = [
    *["Nat", "Nat.zero", "Nat.succ", "Nat.rec", "String", "String.ofList", "String.mk", "Char", "Char.ofNat"],
    *["List", "List.nil", "List.cons", "Bool.true", "Bool.false", "eagerReduce", "Eq", "Eq.refl"],
    *["Quot", "Quot.mk", "Quot.lift", "Quot.ind"],
]
SOURCE = Path(__file__).with_name("special_functions.lean").read_text("utf-8")
VALUES = 10_000  # for each function
FEW = 250  # where a definition is known to be wrong


def draws(seed: int) -> Iterator[int]:
    """The row that `next` makes in special_functions.lean."""
    while True:
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        yield seed


def places(special: Special, count: int, seed: int) -> list[tuple[int, int]]:
    return [((s >> 32) % 2**special.bits, (s >> 16) % special.below) for s in islice(draws(seed), count)]


def summary(special: Special, count: int, seed: int) -> int:
    total = 1
    for n, m in places(special, count, seed):
        total = (total * 31 + special.compute(n, m) + 1) % (2**61 - 1)
    return total


def comparison(function: str, another: str, count: int, seed: int) -> str:
    """A theorem: at `count` places `another` says what the kernel says for `function`, and Python says."""
    special = KERNEL[function]
    compared = f"{another} {in_numbers(function)} {2**special.bits} {special.below} {count} {seed} 1"
    return (
        f"theorem agree : Nat.beq (summary {compared}) {summary(special, count, seed)} = true := "
        "by decide +kernel\n"
    )


def in_numbers(function: str) -> str:
    """`function` as one of two numbers with a number as its value."""
    if function.startswith(("Nat.b", "beq", "ble")):
        return f"(fun n m => cond ({function} n m) 1 0)"
    return f"(fun n _ => {function} n)" if re.match(r"(Nat\.)?(log2|succ|pred)", function) else function


def again(function: str) -> str:
    return f"{function.removeprefix('Nat.')}Again"


@pytest.fixture(scope="module")
def said(core: CoreLean, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """Lean's messages on the comparison of each function, as many at once as there are processors."""

    def compare(function: str) -> list[dict[str, Any]]:
        theorem = comparison(function, in_numbers(again(function)), VALUES, seed=len(function))
        return run(core, tmp_path_factory.mktemp("compared"), f"{SOURCE}\n{theorem}")

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(KERNEL, pool.map(compare, KERNEL), strict=True))


@pytest.mark.parametrize("function", KERNEL)
def test_a_special_function_computes_by_its_definition_what_the_kernel_and_python_compute(
    function: str, said: dict[str, list[dict[str, Any]]]
) -> None:
    assert said[function] == []


@pytest.mark.parametrize("function", KERNEL)
def test_the_kernel_computes_large_numbers_as_python_does(
    function: str, core: CoreLean, tmp_path: Path
) -> None:
    special, chance = KERNEL[function], random.Random(function)  # noqa: S311 (samples, not secrets)
    shown = in_numbers(function)
    text = ""
    for number in range(100):
        n, m = chance.randrange(2**200), chance.randrange(special.large)
        value = special.compute(n, m)
        text += f"theorem t{number} : Nat.beq ({shown} {n} {m}) {value} = true := by decide +kernel\n"

    messages = run(core, tmp_path, text)

    assert errors(messages) == []


def test_a_definition_that_is_wrong_at_one_place_is_found(core: CoreLean, tmp_path: Path) -> None:
    wrong = [comparison(function, wrong_once(function), FEW, 0) for function in KERNEL]
    right = [comparison(function, in_numbers(again(function)), FEW, 0) for function in KERNEL]
    text = "".join(
        f"namespace n{number}\n{theorem}end n{number}\n" for number, theorem in enumerate(wrong + right)
    )

    messages = run(core, tmp_path, f"{SOURCE}\n{text}")

    first_line = f"{HEADER}\n{SOURCE}\n".count("\n") + 2
    refused = [(m["pos"]["line"] - first_line) // 3 for m in messages if m["severity"] == "error"]
    assert refused == list(range(len(KERNEL)))


def wrong_once(function: str) -> str:
    """The copy of `function`, with a value too large by one at the last of the few places."""
    n, m = places(KERNEL[function], FEW, 0)[-1]
    right = f"{in_numbers(again(function))} n m"
    return f"(fun n m => cond (Nat.beq n {n} && Nat.beq m {m}) (Nat.succ ({right})) ({right}))"


REDEFINED = [
    *(f"def {name} (_ _ : Nat) : Nat := 0" for name in KERNEL),
    *(f"def {name} : True := True.intro" for name in OWNED),
    "inductive Nat where | zero",
    "axiom Quot.sound : False",
]


def test_no_name_that_the_kernel_treats_specially_can_be_defined_again(
    core: CoreLean, tmp_path: Path
) -> None:
    first_line = HEADER.count("\n") + 2

    messages = run(core, tmp_path, "".join(f"{declaration}\n" for declaration in REDEFINED))

    refused = {m["pos"]["line"] - first_line for m in messages if "has already been declared" in m["data"]}
    assert [line for number, line in enumerate(REDEFINED) if number not in refused] == []
