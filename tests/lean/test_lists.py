"""Lists: exercises, theorems by their names in Lean and Mathlib, functions that compute what Python's do."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from app.lean.environments import CoreLean
from tests.lean.one_file import elaborate, errors, run

EXAMPLES = Path(__file__).with_name("examples")

WRONG = {
    "example (l m : List ℕ) : l ++ m = m ++ l := by simp": "`simp` made no progress",
    "example : 4 ∈ [1, 2, 3] := by decide": "is false",
    "example : ∀ x ∈ [1, 2, 3], x < 3 := by decide": "is false",
    "example : ∃ x ∈ [1, 2, 3], 5 < x := by decide": "is false",
    "example : [1, 2, 3].length = 4 := rfl": "Type mismatch",
    "example : [1, 2, 1].Nodup := by decide": "is false",
    "example (l : List ℕ) (i : ℕ) : l[i] = 0 := rfl": "failed to prove index is valid",
    "example (l : List ℕ) : l.head = 0 := rfl": "OfNat (l ≠ [] → Nat) 0",
    "example (l : List ℕ) : l.lenght = 0 := rfl": "Invalid field `lenght`",
    "example (a : ℕ) (l : List ℕ) : a :: l = l := List.append_nil l": "Type mismatch",
    "example (l : List ℕ) (h : l ≠ []) : l.length = 1 := by simp [h]": "`simp` made no progress",
    "example (l : List ℕ) : l.length = 0 := by cases l; rfl; rfl": "Tactic `rfl` failed: The left-hand side",
    "example : [1, 2] = [2, 1] := by simp": "unsolved goals\n⊢ False",
    "example (f : ℕ → ℕ) (l : List ℕ) : l.map f = l := List.map_id l": "Type mismatch",
}


def written(values: list[int]) -> str:
    return f"({values} : List ℕ)"


def option(value: int | None) -> str:
    return "none" if value is None else f"some {value}"


def equations() -> Iterator[str]:
    """Terms of Lean and the values that Python gives them, on random lists."""
    chance = random.Random(7)  # noqa: S311 - nothing is secret here
    for _ in range(12):
        xs, ys = ([chance.randrange(9) for _ in range(chance.randrange(8))] for _ in range(2))
        n, m = chance.randrange(9), chance.randrange(9)
        yield from made(xs, ys, n, m)
        yield from parts(xs, n)
        yield from questions(xs, ys, n)


def made(xs: list[int], ys: list[int], n: int, m: int) -> Iterator[str]:
    first, second = written(xs), written(ys)
    doubled = list(accumulate(xs, lambda a, b: 2 * a + b, initial=1))[-1]
    yield f"{first} ++ {second} = {xs + ys}"
    yield f"{first}.reverse = {xs[::-1]}"
    yield f"{first}.map (· * 3 + 1) = {[3 * x + 1 for x in xs]}"
    yield f"{first}.filter (· % 2 = 0) = {[x for x in xs if x % 2 == 0]}"
    yield f"{first}.foldl (fun a b => 2 * a + b) 1 = {doubled}"
    yield f"{first}.zip {second} = {list(zip(xs, ys, strict=False))}"
    yield f"[{first}, {second}, {first}].flatten = {xs + ys + xs}"
    yield f"List.range {n} = {list(range(n))}"
    yield f"List.range' {n} {m} = {list(range(n, n + m))}"
    yield f"List.replicate {n} {m} = {[m] * n}"


def parts(xs: list[int], n: int) -> Iterator[str]:
    list_ = written(xs)
    yield f"{list_}.take {n} = {xs[:n]}"
    yield f"{list_}.drop {n} = {xs[n:]}"
    yield f"{list_}[{n}]? = {option(xs[n] if n < len(xs) else None)}"
    yield f"{list_}[{n}]! = {xs[n] if n < len(xs) else 0}"
    yield f"{list_}.head? = {option(next(iter(xs), None))}"
    yield f"{list_}.getLast? = {option(next(reversed(xs), None))}"
    yield f"{list_}.erase {n} = {erased(xs, n)}"
    yield f"{list_}.min? = {option(min(xs, default=None))}"
    yield f"{list_}.max? = {option(max(xs, default=None))}"


def questions(xs: list[int], ys: list[int], n: int) -> Iterator[str]:
    list_ = written(xs)
    yield f"{list_}.length = {len(xs)}"
    yield f"{list_}.sum = {sum(xs)}"
    yield f"{list_}.count {n} = {xs.count(n)}"
    yield f"{list_}.idxOf {n} = {xs.index(n) if n in xs else len(xs)}"
    yield f"{list_}.contains {n} = {str(n in xs).lower()}"
    yield f"{list_}.all (· < {n}) = {str(all(x < n for x in xs)).lower()}"
    yield f"{list_}.any (· < {n}) = {str(any(x < n for x in xs)).lower()}"
    yield f"({list_} == {written(ys)}) = {str(xs == ys).lower()}"
    yield f"{'' if len(set(xs)) == len(xs) else '¬'}{list_}.Nodup"
    yield f"{n} {'∈' if n in xs else '∉'} {list_}"


def erased(values: list[int], value: int) -> list[int]:
    place = values.index(value) if value in values else len(values)
    return values[:place] + values[place + 1 :]


def test_exercises_on_lists_and_theorems_by_name_are_accepted(core: CoreLean) -> None:
    file = EXAMPLES / "lists.lean"

    messages = elaborate(core, file)

    text = file.read_text("utf-8")
    assert [message["data"] for message in messages] == []
    assert text.count("\nexample ") + text.count("\ntheorem ") >= 90


def test_functions_on_lists_compute_what_those_of_python_do(core: CoreLean, tmp_path: Path) -> None:
    text = "\n".join(f"example : {equation} := by decide" for equation in equations())

    messages = run(core, tmp_path, text)

    assert errors(messages) == []
    assert len(text.splitlines()) > 300


@pytest.mark.parametrize(("wrong", "reason"), WRONG.items(), ids=WRONG.keys())
def test_a_wrong_statement_on_lists_is_rejected_in_lean_s_words(
    core: CoreLean, tmp_path: Path, wrong: str, reason: str
) -> None:
    found = errors(run(core, tmp_path, wrong))

    assert found
    assert reason in found[0]


def test_lists_are_printed_as_they_are_written(core: CoreLean, tmp_path: Path) -> None:
    text = """
#check [1, 2, 3]
#check fun (l : List ℕ) => l[0]?
#check fun (l m : List ℕ) => l ++ m <+: m
"""
    messages = run(core, tmp_path, text)

    assert [message["data"] for message in messages] == [
        "[1, 2, 3] : List Nat",
        "fun l => l[0]? : List Nat → Option Nat",
        "fun l m => l ++ m <+: m : List Nat → List Nat → Prop",
    ]
