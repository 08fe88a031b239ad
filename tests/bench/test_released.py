"""Data sets in their published forms, in small: what is read of each, and what is said of a bad one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.bench.problems import BadFile, Expected, read_problems, select

HEADER = "import Mathlib\nimport Aesop\n\nset_option maxHeartbeats 0\n\nopen BigOperators Nat\n\n"
MINIF2F: dict[str, Any] = {
    "name": "mathd_algebra_1",
    "split": "test",
    "informal_prefix": "/-- What is $1+1$? Show that it is 2.-/\n",
    "formal_statement": "theorem mathd_algebra_1 (n : ℕ)\n  (h : n = 1) : n + n = 2 := by\n",
    "goal": "n : ℕ\nh : n = 1\n⊢ n + n = 2",
    "header": HEADER,
}
PROOFNET = {
    "name": "Rudin_exercise_1",
    "source": "Rudin.lean",
    "header": "import Mathlib\n\nopen Filter\nopen scoped Topology\n",
    "formal_statement": "theorem Rudin_exercise_1 (x : ℝ) :\n  x = x := sorry",
    "formal_proof": None,
    "informal_stmt": "Show that $x = x$.\n\\begin{proof}\nIt is known.\n\\end{proof}",
    "informal_proof": "It is known.",
}
PROVERBENCH = {
    "name": "number_theory__p1",
    "header": HEADER,
    "informal_prefix": "/-- Seven is odd. -/",
    "formal_statement": "theorem number_theory__p1 : 7 % 2 = 1 := by\n  sorry",
}
PUTNAM = {
    "name": "putnam_1900_a1",
    "lean4_statement": "abbrev putnam_1900_a1_solution : ℕ := sorry\n-- 2\n"
    "theorem putnam_1900_a1 : 1 + 1 = putnam_1900_a1_solution := sorry",
    "informal_statement": "Find $1 + 1$.",
    "tags": ["algebra", "number_theory"],
    "coq_statement": "null",
}


def written(folder: Path, *objects: dict[str, Any]) -> Path:
    file = folder / "set.jsonl"
    file.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in objects))
    return file


def lean(folder: Path, name: str, *lines: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("\n".join(["import Mathlib", *lines]) + "\n")


def test_every_published_form_of_lines_is_read(tmp_path: Path):
    mini, book, bench, putnam = read_problems(written(tmp_path, MINIF2F, PROOFNET, PROVERBENCH, PUTNAM))

    assert mini.statement == (
        "import Mathlib\nimport Aesop\n\nopen BigOperators Nat\n"
        "theorem mathd_algebra_1 (n : ℕ)\n  (h : n = 1) : n + n = 2"
    )
    assert (mini.name, mini.area, mini.split) == ("mathd_algebra_1", "mathd_algebra", "test")
    assert mini.words == "What is $1+1$? Show that it is 2."
    assert (mini.difficulty, mini.expected) == (None, Expected.PROVED)
    assert (book.area, book.words, book.split) == ("Rudin", "Show that $x = x$.", "")
    assert "open scoped Topology\ntheorem Rudin_exercise_1" in book.statement
    assert (bench.area, bench.words) == ("number_theory", "Seven is odd.")
    assert (putnam.area, putnam.words) == ("algebra", "Find $1 + 1$.")
    assert putnam.statement.startswith("abbrev putnam_1900_a1_solution : ℕ := (\n 2)\ntheorem")


def test_the_proof_of_a_theorem_is_never_part_of_its_problem(tmp_path: Path):
    proved = MINIF2F | {"formal_statement": "theorem a : 1 + 1 = 2 := by\n  norm_num"}

    (problem,) = read_problems(written(tmp_path, proved))

    assert problem.statement.endswith("theorem a : 1 + 1 = 2")


def test_names_that_books_share_are_told_apart(tmp_path: Path):
    other = MINIF2F | {"formal_statement": "theorem mathd_algebra_1 : 2 = 2 := by\n"}

    problems = read_problems(written(tmp_path, MINIF2F, other))

    assert [one.name for one in problems] == ["mathd_algebra_1", "mathd_algebra_1#2"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": None}, ":2: `name` is None: input should be a valid string"),
        ({"formal_statement": " "}, ":2: `formal_statement` is ' '"),
        ({"formal_statement": "open Nat"}, ":2: `formal_statement` holds 0 theorems; it should be one."),
        (
            {"formal_statement": "theorem a : 1 = 1 := by\ntheorem b : 2 = 2 := by\n"},
            ":2: `formal_statement` holds 2 theorems; it should be one.",
        ),
        ({"header": "/- import"}, ":2: `formal_statement`: This comment never ends"),
        ({}, ":2: the theorem 'mathd_algebra_1' stands at "),
    ],
)
def test_a_bad_line_of_a_published_file_is_named_with_what_is_wrong(
    tmp_path: Path, changes: dict[str, Any], words: str
):
    file = written(tmp_path, MINIF2F, MINIF2F | changes)

    with pytest.raises(BadFile) as caught:
        read_problems(file)

    assert f"{file}{words}" in str(caught.value)


def test_a_folder_of_lean_files_is_one_set(tmp_path: Path):
    lean(tmp_path, "Test/imo_1900_p1.lean", "open Nat", "theorem imo_1900_p1 : 1 = 1 := by sorry")
    lean(tmp_path, "Valid/amc12a_1900_p2.lean", "/-- Two. -/", "theorem amc12a_1900_p2 : 2 = 2 := by sorry")
    lean(tmp_path, "All.lean", "import Set.Test.imo_1900_p1")
    lean(tmp_path, ".lake/packages/other/Other.lean", "theorem other : 1 = 1 := sorry")

    problems = read_problems(tmp_path)

    assert [(one.name, one.area, one.split) for one in problems] == [
        ("imo_1900_p1", "imo", "test"),
        ("amc12a_1900_p2", "amc", "valid"),
    ]
    assert problems[0].statement == "import Mathlib\n\nopen Nat\ntheorem imo_1900_p1 : 1 = 1"
    assert problems[1].words == "Two."
    assert [one.name for one in select(problems, (), None, "valid")] == ["amc12a_1900_p2"]
    with pytest.raises(BadFile, match="no split 'train'; there are test, valid"):
        select(problems, (), None, "train")


def test_an_area_that_is_given_comes_before_that_of_the_name(tmp_path: Path):
    (problem,) = read_problems(written(tmp_path, PROVERBENCH | {"area": "Number Theory"}))

    assert problem.area == "Number Theory"


def test_a_file_of_many_theorems_is_an_area_and_names_its_theorems_where_others_have_the_same(tmp_path: Path):
    one, two, three = (f"theorem exercise_{number} : {number} = {number} := sorry" for number in (1, 2, 3))
    lean(tmp_path, "Artin.lean", one, "", two)
    lean(tmp_path, "Rudin.lean", two.replace("2 = 2", "2 ≤ 2"), "", three)

    problems = read_problems(tmp_path)

    assert [(problem.name, problem.area) for problem in problems] == [
        ("exercise_1", "Artin"),
        ("Artin.exercise_2", "Artin"),
        ("Rudin.exercise_2", "Rudin"),
        ("exercise_3", "Rudin"),
    ]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (
            ("abbrev b_solution : ℕ := sorry", "theorem b : b_solution = 1 := sorry"),
            "b.lean:2: `b_solution` is",
        ),
        (("", "/-- never", "theorem b : 1 = 1 := sorry"), "b.lean:3: This comment never ends"),
        (("theorem a : 1 = 1 := sorry",), "b.lean:2: the theorem 'a' stands at "),
    ],
)
def test_a_bad_lean_file_is_named_with_its_line(tmp_path: Path, lines: tuple[str, ...], words: str):
    lean(tmp_path, "a.lean", "theorem a : 1 = 1 := sorry")
    lean(tmp_path, "b.lean", *lines)

    with pytest.raises(BadFile) as caught:
        read_problems(tmp_path)

    assert f"{tmp_path}/{words}" in str(caught.value)


def test_a_folder_or_a_file_without_theorems_holds_no_problem(tmp_path: Path):
    lean(tmp_path, "lakefile.lean", "open Lake")

    for path in (tmp_path, tmp_path / "lakefile.lean"):
        with pytest.raises(BadFile, match="holds no problem"):
            read_problems(path)
