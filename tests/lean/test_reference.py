"""The reference says what Lean says: every example is accepted, every statement is that of its theorem."""

from __future__ import annotations

import asyncio
import re
import shutil
import time
from bisect import bisect_left
from pathlib import Path

import pytest

from app.domain.errors import CheckerUnavailable
from app.domain.reference import Reference, Usage
from app.domain.statement import read_statement
from app.lean import launch
from app.lean.environments import HEADER, CoreLean, module_sources
from app.lean.guide import guide
from app.lean.reference import CoreReference
from tests.lean.one_file import errors, run

USAGES = tuple(guide().usages())
LOST_IN_PRINTING = 0.05  # Lean leaves out types, as in `∃ x, True`, and proofs, as in `xs[i]'⋯`
ASCII = re.compile(r"[^\w\s\\]{2,}|\\/|/\\")  # an operator, and no backslash with a name
INTERNAL = re.compile(r"^(Lean|Lemmata)\.|_private|match_\d|\.eq_\d|Simproc|«|^inst[A-Z]|\.inst[A-Z]")


@pytest.fixture(scope="module")
def reference(core: CoreLean) -> Reference:
    return asyncio.run(CoreReference(core.lean_path.parent.parent).reference())


def test_every_example_is_accepted_by_itself_without_sorry(core: CoreLean, tmp_path: Path) -> None:
    blocks = [f"namespace N{number}\n{usage.example}\nend N{number}\n" for number, usage in enumerate(USAGES)]

    messages = run(core, tmp_path, "\n".join(blocks))

    assert errors(messages) == []
    assert not any("sorry" in message["data"] for message in messages)
    assert len(USAGES) > 100


@pytest.mark.parametrize("usage", USAGES, ids=lambda usage: usage.key)
def test_an_example_can_be_tried_on_the_home_page(usage: Usage) -> None:
    assert read_statement(usage.example, HEADER).statement.name == usage.key


@pytest.mark.parametrize("usage", USAGES, ids=lambda usage: usage.key)
def test_an_entry_shows_what_it_is_about(usage: Usage) -> None:
    assert usage.summary.endswith(".")
    assert usage.forms
    word = re.split(r"[\s(⟨]", usage.forms[0])[0] if usage.kind == "tactic" else usage.constant
    assert usage.kind == "notation" or word in usage.example


def test_what_is_typed_in_ascii_is_accepted_as_well(core: CoreLean, tmp_path: Path) -> None:
    written = []
    for usage in USAGES:
        symbol = next((sign for sign in usage.forms[-1] if not sign.isascii()), "")
        for typed in usage.typed:
            if symbol and ASCII.fullmatch(typed) and symbol in usage.example:
                name, ascii_only = f"n{len(written)}", usage.example.replace(symbol, f" {typed} ")
                written.append(f"namespace {name}\n{ascii_only}\nend {name}\n")

    messages = run(core, tmp_path, "\n".join(written))

    assert errors(messages) == []
    assert len(written) >= 6


def test_every_constant_of_a_notation_exists(core: CoreLean, tmp_path: Path) -> None:
    constants = [usage.constant for usage in USAGES if usage.constant]

    messages = run(core, tmp_path, "".join(f"#check @{constant}\n" for constant in constants))

    assert errors(messages) == []


def test_every_theorem_of_the_sources_is_in_the_reference(reference: Reference) -> None:
    shown = {declaration.name for _, declaration in reference.declarations()}

    missing = [name for name in library_theorems() if name not in shown and not INTERNAL.search(name)]

    assert missing == []
    assert len(shown) > 800


def library_theorems() -> list[str]:
    """Names of theorems as the sources declare them, with their namespaces."""
    names = []
    for path in module_sources().values():
        spaces: list[str] = []
        for line in path.read_text("utf-8").splitlines():
            if match := re.match(r"namespace (\S+)", line):
                spaces.append(match[1])
            elif re.match(r"end \S", line):
                spaces.pop()
            elif match := re.match(r"(?:@\[.*?\] )?(?:protected )?theorem ([^\s:]+)", line):
                names.append(".".join([*spaces, match[1]]).split("_root_.")[-1])
    return names


def test_no_internal_name_is_in_the_reference(reference: Reference) -> None:
    declarations = [declaration for _, declaration in reference.declarations()]

    names = [d.name for d in declarations] + [part.name for d in declarations for part in d.parts]

    assert [name for name in names if INTERNAL.search(name)] == []
    assert [d.name for d in declarations if "Lean." in d.statement or not d.statement] == []
    assert len({d.name for d in declarations}) == len(declarations)


def test_a_statement_is_accepted_by_lean_as_that_of_its_theorem(
    core: CoreLean, reference: Reference, tmp_path: Path
) -> None:
    theorems = [found for _, found in reference.declarations() if found.kind == "theorem"]
    text = "".join(
        f"theorem stated_{number}{found.universes} {found.statement} := sorry\n"
        f"example : type_of% @_root_.{found.name} := @stated_{number}\n"
        for number, found in enumerate(theorems)
    )

    messages = run(core, tmp_path, text)

    lines = f"{HEADER}\n{text}".splitlines()
    asked = [n for n, line in enumerate(lines, 1) if line.startswith("example : type_of% ")]
    wrong = {bisect_left(asked, m["pos"]["line"]) for m in messages if m["severity"] == "error"}
    names = [theorems[number].name for number in sorted(wrong)]
    assert len(asked) == len(theorems) > 650
    assert len(wrong) / len(theorems) < LOST_IN_PRINTING, names


def test_a_theorem_stands_in_its_subject_and_section_with_what_is_said_about_it(reference: Reference) -> None:
    subject = next(subject for subject in reference.subjects if subject.key == "Nat")

    section = next(section for section in subject.sections if section.title == "Addition")

    statements = {found.name: found.statement for found in section.declarations}
    assert statements["Nat.add_comm"] == "(n m : Nat) : n + m = m + n"
    assert subject.about.startswith("The natural numbers")
    assert any(found.doc for _, found in reference.declarations())


def test_a_structure_has_its_parts(reference: Reference) -> None:
    found = {declaration.name: declaration for _, declaration in reference.declarations()}

    assert [(part.name, part.statement) for part in found["And"].parts] == [
        ("And.left", ": a"),
        ("And.right", ": b"),
        ("And.intro", "{a b : Prop} (left : a) (right : b) : a ∧ b"),
    ]
    assert [part.name for part in found["Or"].parts] == ["Or.inl", "Or.inr"]


def test_the_axioms_are_the_three(reference: Reference) -> None:
    assert {axiom.name for axiom in reference.axioms} == {"propext", "Classical.choice", "Quot.sound"}


async def test_lean_is_asked_once_for_each_library_and_a_broken_file_is_made_again(
    core: CoreLean, reference: Reference, tmp_path: Path
) -> None:
    compiled = tmp_path / "lean" / core.lean_path.name
    shutil.copytree(core.lean_path, compiled)
    (kept,) = compiled.glob("reference-*.json")
    written = kept.stat().st_mtime_ns

    again = await CoreReference(tmp_path).reference()

    assert (again, kept.stat().st_mtime_ns) == (reference, written)
    kept.write_text(kept.read_text("utf-8")[:1000], "utf-8")
    started = time.monotonic()
    assert await CoreReference(tmp_path).reference() == reference
    assert time.monotonic() - started < 60
    assert kept.stat().st_size > 1000
    assert [path.name for path in compiled.iterdir() if path.suffix not in (".olean", ".ilean")] != []


async def test_many_who_ask_at_once_wait_for_one_answer(core: CoreLean) -> None:
    library = CoreReference(core.lean_path.parent.parent)

    answers = await asyncio.gather(*(library.reference() for _ in range(5)))

    assert all(answer is answers[0] for answer in answers)


async def test_a_lean_that_cannot_be_started_is_said_in_words(
    core: CoreLean, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = tmp_path / "lean" / core.lean_path.name
    shutil.copytree(core.lean_path, compiled, ignore=shutil.ignore_patterns("reference-*"))
    monkeypatch.setattr(launch, "command", lambda *arguments, limits: [str(tmp_path / "no-such-program")])

    with pytest.raises(CheckerUnavailable, match="Lean could not print the theorems of the library"):
        await CoreReference(tmp_path).reference()
    assert list(compiled.glob("reference-*")) == []
