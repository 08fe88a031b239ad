"""The built-in library: what its tactics do and refuse, how it prints, and what its theorems rest on."""

from __future__ import annotations

import ctypes
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from app.domain.certificate import PERMITTED_AXIOMS
from app.lean import bindings, launch
from app.lean.environments import CoreLean, module_sources
from tests.lean.one_file import elaborate, errors, run


@dataclass(frozen=True, slots=True)
class Example:
    """A use of a tactic in a file of examples, and what Lean's message about it should contain.

    `place` is where the message should point, as `line:column`; line 1 is that of the first word of the use.
    """

    name: str
    lines: range
    message: str
    place: str
    code: int


def examples(file: Path) -> list[Example]:
    lines = file.read_text("utf-8").splitlines()
    starts = [n for n, line in enumerate(lines, 1) if line.startswith("-- ") and n > 1] + [len(lines) + 1]
    blocks = [(start, lines[start - 1 : end - 1]) for start, end in pairwise(starts)]
    return [example(start, block) for start, block in blocks]


def example(start: int, block: list[str]) -> Example:
    """The example that stands in the lines `block`, of which the first has the number `start`."""
    said = [line.removeprefix("--|").removeprefix(" ") for line in block if line.startswith("--|")]
    place = next((line.removeprefix("--@ ") for line in block if line.startswith("--@")), "")
    comments = next((n for n, line in enumerate(block) if not line.startswith("--")), 0)
    lines = range(start, start + len(block) + 1)
    return Example(block[0].removeprefix("-- "), lines, "\n".join(said), place, start + comments)


EXAMPLES = Path(__file__).with_name("examples")
ACCEPTED = [EXAMPLES / name for name in ("accepted.lean", "accepted_more.lean")]
REJECTED = [EXAMPLES / name for name in ("rejected.lean", "rejected_more.lean", "rejected_notation.lean")]
WORDS = EXAMPLES / "words.txt"


@pytest.fixture(scope="module")
def said(core: CoreLean) -> dict[Path, list[dict[str, Any]]]:
    """What Lean says about each of the files."""
    return {file: elaborate(core, file) for file in (*ACCEPTED, *REJECTED)}


def about(example: Example, messages: list[dict[str, Any]]) -> list[str]:
    return errors([message for message in messages if message["pos"]["line"] in example.lines])


@pytest.mark.parametrize(
    ("file", "example"),
    [pytest.param(file, each, id=each.name) for file in ACCEPTED for each in examples(file)],
)
def test_a_right_use_of_a_tactic_or_notation_is_accepted(
    file: Path, example: Example, said: dict[Path, list[dict[str, Any]]]
) -> None:
    assert about(example, said[file]) == []


@pytest.mark.parametrize(
    ("file", "example"),
    [pytest.param(file, each, id=each.name) for file in REJECTED for each in examples(file)],
)
def test_a_wrong_use_is_rejected_with_leans_own_message(
    file: Path, example: Example, said: dict[Path, list[dict[str, Any]]]
) -> None:
    messages = about(example, said[file])

    assert any(example.message in message for message in messages), messages
    assert not any("internal exception" in message for message in messages)
    assert example.place in places(example, said[file])


def places(example: Example, messages: list[dict[str, Any]]) -> list[str]:
    """Where the errors about `example` point that contain what it expects."""
    found = [
        m["pos"]
        for m in messages
        if m["severity"] == "error" and m["pos"]["line"] in example.lines and example.message in m["data"]
    ]
    return [f"{pos['line'] - example.code + 1}:{pos['column']}" for pos in found]


def test_every_tactic_and_notation_of_the_list_has_a_right_and_a_wrong_use() -> None:
    listed = WORDS.read_text("utf-8").split()
    found = {"right": names(ACCEPTED), "wrong": names(REJECTED)}

    missing = [f"{kind} use of {word}" for kind in found for word in listed if word not in found[kind]]

    assert missing == []


def names(files: list[Path]) -> set[str]:
    """The first words of what the examples are called, where the use has that word in it."""
    return {
        word
        for file in files
        for each in examples(file)
        if used(word := each.name.split()[0], text(file, each))
    }


def text(file: Path, example: Example) -> str:
    """The use, without the comments on it."""
    lines = file.read_text("utf-8").splitlines()
    return "\n".join(lines[example.code - 1 : example.lines.stop - 2])


def used(word: str, text: str) -> bool:
    letters = "[A-Za-z_?']" if word[0].isalpha() else "$^"
    return re.search(rf"(?<!{letters}){re.escape(word)}(?!{letters})", text) is not None


def test_a_word_is_used_only_where_it_stands_alone() -> None:
    assert used("rw", "by rw [h]")
    assert not used("rw", "by rwa [h]")
    assert not used("cases", "cases' h with a b")


def test_goals_of_an_induction_show_zero_and_successor_as_people_write_them(
    core: CoreLean, tmp_path: Path
) -> None:
    text = "example (n : Nat) : 0 + n = n := by\n  induction n with\n"
    text += "  | zero => trace_state; rfl\n  | succ k ih => trace_state; rw [← Nat.add_assoc, ih]\n"

    messages = run(core, tmp_path, text)

    assert [message["data"].strip() for message in messages] == [
        "case zero\n⊢ 0 + 0 = 0",
        "case succ\nk : Nat\nih : 0 + k = k\n⊢ 0 + (k + 1) = k + 1",
    ]


def test_statements_are_printed_in_the_notation_in_which_they_are_written(
    core: CoreLean, tmp_path: Path
) -> None:
    written = [
        "p → q ↔ ¬p ∨ q ∧ p",
        "∃ x, x + 1 ≤ y * 2 ^ x - x",
        "∀ (x : Nat), x > 3 → ∃ z < x, z ≠ y",
        "2 ∣ y ∧ y ∈ [1, 2] ++ xs",
        "(if y = 0 then (y, y) else (1, y % 2)) = (y, y / 2)",
        "f ∘ f = f",
        "(b && !b || b) = true",
        "1 :: xs = []",
    ]
    binders = "(p q : Prop) (y : Nat) (xs : List Nat) (f : Nat → Nat) (b : Bool)"
    text = "".join(f"example {binders} : {term} := by trace_state; sorry\n" for term in written)

    messages = run(core, tmp_path, text)

    printed = [m["data"].strip().split("⊢ ")[-1] for m in messages if m["severity"] == "information"]
    assert printed == written


def test_every_theorem_of_the_library_depends_on_the_three_axioms_at_most(
    core: CoreLean, tmp_path: Path
) -> None:
    names = declared(core)
    asked = "".join(f"#print sig _root_.{name}\n#print axioms _root_.{name}\n" for name in names)

    messages = run(core, tmp_path, asked)

    assert errors(messages) == []
    assert len(messages) == 2 * len(names)
    kinds, axioms = ([message["data"] for message in messages[start::2]] for start in (0, 1))
    theorems = [found for kind, found in zip(kinds, axioms, strict=True) if THEOREM.match(kind)]
    assert len(theorems) > 2500
    assert {axiom for text in theorems for axiom in listed_axioms(text)} == PERMITTED_AXIOMS
    others = [found for kind, found in zip(kinds, axioms, strict=True) if not AXIOM.match(kind)]
    beyond = {axiom for text in others for axiom in listed_axioms(text)} - PERMITTED_AXIOMS
    assert [axiom for axiom in beyond if not axiom.startswith("Lean.")] == []  # a macro's, or a printer's


THEOREM = re.compile(r"(?:@\[[^\]]*\] |[a-z]+ )*theorem ")
AXIOM = re.compile(r"(?:@\[[^\]]*\] |[a-z]+ )*axiom ")


def declared(core: CoreLean) -> list[str]:
    """The names that Lean wrote down when it compiled the library; a private one has no name outside."""
    indices = (
        (core.lean_path / Path(*module.split("."))).with_suffix(".ilean") for module in module_sources()
    )
    return [name for index in indices for name in defined(json.loads(index.read_text("utf-8")))]


def defined(index: dict[str, Any]) -> Iterator[str]:
    for key, uses in index["references"].items():
        name = json.loads(key).get("c", {}).get("n", "_private")
        if uses["definition"] and not name.startswith("_private"):
            yield name


def listed_axioms(text: str) -> list[str]:
    """What stands between the brackets of `depends on axioms: [propext, Quot.sound]`, if anything."""
    found = re.search(r"\[(.*)\]", text, re.DOTALL)
    return re.split(r",\s+", found[1]) if found else []


def test_no_sorry_and_only_mathematical_axioms_or_bindings_in_the_library() -> None:
    sources = [path.read_text("utf-8") for path in module_sources().values()]

    axioms = [
        found for text in sources for found in re.findall(r"^(.*)\baxiom (\S+) [:({]", text, re.MULTILINE)
    ]

    assert not any(re.search(r"\bsorry\b", text) for text in sources)
    stated = {name for before, name in axioms if "extern" not in before and "unsafe" not in before}
    assert {name for name in stated if not name.startswith("Lean.")} == PERMITTED_AXIOMS | {"sorryAx"}


def test_the_committed_bindings_are_those_that_the_generator_writes() -> None:
    committed = module_sources()["Lemmata.Syntax"].read_text("utf-8")

    assert committed == bindings.bindings()


def test_everything_that_is_bound_exists_in_leans_library() -> None:
    library = ctypes.CDLL(str(launch.library()))
    bound = [
        name.replace("«", "").replace("»", "")
        for path in module_sources().values()
        for name in re.findall(r'@\[extern "x"\] axiom (\S+) :', path.read_text("utf-8"))
    ]

    missing = [name for name in bound if not hasattr(library, bindings.mangled(name))]

    assert len(bound) > 300
    assert [name for name in missing if not hasattr(library, bindings.mangled(f"Lean.{name}"))] == []
