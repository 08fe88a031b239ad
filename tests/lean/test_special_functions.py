"""The functions that the kernel computes by name: the library's own definitions say the same.

Otherwise `False` would have a proof that uses no axiom.
"""

from __future__ import annotations

import math
import operator
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from app.lean.environments import HEADER, CoreLean, module_sources
from tests.lean.one_file import errors, run

KERNEL: dict[str, Callable[[int, int], object]] = {
    "Nat.add": operator.add,
    "Nat.mul": operator.mul,
    "Nat.sub": lambda n, m: max(n - m, 0),
    "Nat.pow": lambda n, m: (n % 7) ** (m % 6),
    "Nat.beq": lambda n, m: str(n == m).lower(),
    "Nat.ble": lambda n, m: str(n <= m).lower(),
    "Nat.div": lambda n, m: n // m if m else 0,
    "Nat.mod": lambda n, m: n % m if m else n,
    "Nat.gcd": math.gcd,
    "Nat.land": operator.and_,
    "Nat.lor": operator.or_,
    "Nat.xor": operator.xor,
    "Nat.shiftLeft": lambda n, m: n << (m % 6),
    "Nat.shiftRight": lambda n, m: n >> (m % 6),
}
OWNED = [
    *["Nat", "Nat.zero", "Nat.succ", "Nat.rec", "String", "String.ofList", "String.mk", "Char", "Char.ofNat"],
    *["List", "List.nil", "List.cons", "Bool.true", "Bool.false", "eagerReduce", "Eq", "Eq.refl"],
    *["Quot", "Quot.mk", "Quot.lift", "Quot.ind"],
]
BY_FUEL = {
    "Nat.div": "if {1} = 0 then 0 else Nat.divFuel {0} {0} {1}",
    "Nat.mod": "if {1} = 0 then {0} else Nat.modFuel {0} {0} {1}",
    "Nat.gcd": "Nat.gcdFuel {0} {0} {1}",
    "Nat.land": "Nat.bitwiseFuel Bool.and {0} {0} {1}",
    "Nat.lor": "Nat.bitwiseFuel Bool.or {0} {0} {1}",
    "Nat.xor": "Nat.bitwiseFuel (fun a b => !decide (a = b)) {0} {0} {1}",
}


def samples(function: str) -> list[tuple[int, int, object]]:
    chance = random.Random(function)  # noqa: S311 (samples, not secrets)
    pairs = [(0, 0), (0, 1), (1, 0), (1, 1)] + [
        (chance.randrange(50), chance.randrange(50)) for _ in range(26)
    ]
    values = [(n, m, KERNEL[function](n, m)) for n, m in pairs]
    if function == "Nat.pow":
        return [(n % 7, m % 6, value) for n, m, value in values]
    return [(n, m % 6 if "shift" in function else m, value) for n, m, value in values]


def copied(function: str) -> str:
    """The library's own definition under another name, which the kernel does not know."""
    sources = "\n".join(path.read_text("utf-8") for path in module_sources().values())
    short = function.removeprefix("Nat.")
    found = re.search(rf"def (?:Nat\.)?({short} : Nat → Nat → (?:Nat|Bool)\n(?:  \|.*\n)+)", sources)
    assert found, function
    body = re.sub(rf"\b(Nat\.)?{short}\b", f"{short}Copy", found[1])
    return re.sub(r"\bNat\.(add|mul|pred) ", r"_root_.Nat.\1 ", f"def {body}")


@pytest.mark.parametrize("function", KERNEL)
def test_a_special_function_computes_by_its_definition_what_the_kernel_computes(
    function: str, core: CoreLean, tmp_path: Path
) -> None:
    by_definition = BY_FUEL.get(function, f"{function.removeprefix('Nat.')}Copy {{0}} {{1}}")
    text = "" if function in BY_FUEL else copied(function)
    for n, m, value in samples(function):
        text += f"example : {function} {n} {m} = {value} := by rfl\n"
        text += f"example : ({by_definition.format(n, m)}) = {value} := by rfl\n"

    messages = run(core, tmp_path, text)

    assert errors(messages) == []


def test_log2_computes_by_its_definition_what_the_kernel_computes(core: CoreLean, tmp_path: Path) -> None:
    values = {n: max(n, 1).bit_length() - 1 for n in range(70)}
    text = "".join(
        f"example : Nat.log2 {n} = {v} := by rfl\nexample : Nat.log2Fuel {n} {n} = {v} := by rfl\n"
        for n, v in values.items()
    )

    messages = run(core, tmp_path, text)

    assert errors(messages) == []


REDEFINED = [
    *(f"def {name} (_ _ : Nat) : Nat := 0" for name in [*KERNEL, "Nat.log2"]),
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
