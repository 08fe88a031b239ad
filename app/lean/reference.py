"""Asks Lean what the built-in library holds: every name, what it says, and where it stands.

The names and places are those that Lean wrote down when it compiled the library; one more run prints each
statement. The result is kept beside the compiled library, so that this is done once for each library.
"""

from __future__ import annotations

import asyncio
import dataclasses
import hashlib
import json
import logging
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from app.domain.certificate import PERMITTED_AXIOMS
from app.domain.errors import CheckerUnavailable
from app.domain.problem import Environment
from app.domain.reference import AXIOM, Declaration, Guide, Part, Reference, Section, Subject
from app.domain.verdict import Severity
from app.lean import launch
from app.lean.cold import elaborate
from app.lean.environments import CoreLean, core_environment, module_sources
from app.lean.guide import guide
from app.lean.process import Stopped

LONGEST_S = 60.0
_QUESTIONS = ("#check {0}", "set_option pp.fieldNotation false in #check {0}", "#print sig {0}")
_KEYWORDS = "theorem|def|abbrev|structure|class inductive|class|inductive|axiom|opaque"
_MODIFIERS = "(?:protected|noncomputable|nonrec)"
_KIND = re.compile(rf"(?:@\[[^\]]*\] |{_MODIFIERS} )*({_KEYWORDS}) ")
_TYPES = ("structure", "class", "inductive")
_PART = re.compile(r"(\S+?)(?:\.\{[^}]*\})? ((?:[(\[{⦃].*)?: .*)", re.DOTALL)
_NAMELESS = re.compile(r"([({\[⦃])\w+✝\d* :(?!.*✝)", re.DOTALL)
_BREAKS = re.compile(r"\n\s*")
_LINES_MATTER = re.compile(r"\b(?:match|let|have|by)\b")
_INTERNAL = re.compile(
    r"^(Lean|Lemmata|_private)\b|[«»]|(^|\.)(_|match_\d|eq_\d|proof_\d|inst[A-Z]|Simproc\b)|(^|\.)(term|tactic)[A-Z_]"
)
_OF_LEAN = re.compile(r"\bLean\.")
_DECLARATION = re.compile(
    rf"^(?:/--\s*(?P<doc>(?:(?!-/).)*?)\s*-/\s*)?(?:set_option [^\n]*? in\s+|@\[[^\]]*\]\s*|{_MODIFIERS}\s+)*"
    rf"(?:{_KEYWORDS})\s+",
    re.MULTILINE | re.DOTALL,
)
_TITLE = re.compile(r"^/-!\s*##\s*(.+?)\s*(?:-/|$)", re.MULTILINE)
_ABOUT = re.compile(r"\A/-\s*(.*?)\s*-/", re.DOTALL)
_SENTENCE = re.compile(r".+?\.(?=\s|$)", re.DOTALL)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Place:
    """A declaration where it stands: `line` counts from 0; `doc` is the comment before it."""

    name: str
    line: int
    doc: str


class CoreReference:
    """The reference of the built-in library in a data folder, made when it is first asked for."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._made: Reference | None = None
        self._making = asyncio.Lock()

    @property
    def guide(self) -> Guide:
        return guide()

    async def reference(self) -> Reference:
        """Raises CoreBuildFailed and CheckerUnavailable."""
        async with self._making:
            if self._made is None:
                core = await asyncio.to_thread(core_environment, self._data)
                self._made = await asyncio.to_thread(_kept, core) or await _made(core)
            return self._made


async def _made(core: CoreLean) -> Reference:
    places = await asyncio.to_thread(_places, core)
    names = [place.name for found in places.values() for place in found]
    answers = await _ask(core, names)
    subjects = tuple(_subjects(places, answers))
    await asyncio.to_thread(_keep, core, subjects)
    return _reference(core.environment, subjects)


def _reference(environment: Environment, subjects: tuple[Subject, ...]) -> Reference:
    return Reference(environment.library, environment.lean_version, guide(), subjects)


def _places(core: CoreLean) -> dict[str, list[_Place]]:
    """Every name that a person may use, by module and in the order of the text."""
    found = {}
    for module, path in module_sources().items():
        index = (core.lean_path / Path(*module.split("."))).with_suffix(".ilean")
        found[module] = list(_declared(path.read_text("utf-8"), json.loads(index.read_text("utf-8"))))
    return found


def _declared(text: str, index: dict[str, Any]) -> Iterator[_Place]:
    """Where Lean says that a name is declared, if a declaration begins there: no field, and no instance."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    names = {}
    for key, uses in index["references"].items():
        if (known := json.loads(key).get("c")) and uses["definition"]:
            line, column = uses["definition"][:2]
            names[starts[line] + column] = known["n"], line
    for declaration in _DECLARATION.finditer(text):
        name, line = names.get(declaration.end(), ("", 0))
        if name and not _INTERNAL.search(name):
            yield _Place(name, line, " ".join((declaration["doc"] or "").split()))


async def _ask(core: CoreLean, names: list[str]) -> dict[str, tuple[str, ...]]:
    """What Lean answers to each of the questions about each name; a name that it refuses is left out."""
    lines = core.environment.header.count("\n") + 2
    asked = [question.format(f"_root_.{name}") for name in names for question in _QUESTIONS]
    said = await _run(core, f"{core.environment.header}\n" + "\n".join(asked) + "\n")
    heard = [said.get(lines + number) for number in range(len(asked))]
    each = (heard[start : start + len(_QUESTIONS)] for start in range(0, len(heard), len(_QUESTIONS)))
    return {
        name: tuple(filter(None, answer)) for name, answer in zip(names, each, strict=True) if all(answer)
    }


async def _run(core: CoreLean, source: str) -> dict[int, str]:
    """What Lean says about each line of `source`. Raises CheckerUnavailable if it does not answer."""
    limits = launch.Limits(messages=source.count("\n") + 1000)
    with tempfile.TemporaryDirectory(prefix="lemmata-") as folder:
        file = await asyncio.to_thread(_written, source, Path(folder, "Reference.lean"))
        try:
            async with asyncio.timeout(LONGEST_S):
                said = await elaborate(file, core.lean_path, limits=limits)
        except (Stopped, TimeoutError) as error:
            reason = str(error) or f"it needed more than {LONGEST_S:.0f} s"
            raise CheckerUnavailable(f"Lean could not print the theorems of the library: {reason}") from error
    return {m.start.line: m.text for m in said.messages if m.severity is Severity.INFORMATION}


def _written(source: str, file: Path) -> Path:
    file.write_text(source, "utf-8")
    return file


def _subjects(
    places: Mapping[str, list[_Place]], answers: Mapping[str, tuple[str, ...]]
) -> Iterator[Subject]:
    sources = module_sources()
    for module, found in places.items():
        text = sources[module].read_text("utf-8")
        titles = [(text.count("\n", 0, match.start()), match[1]) for match in _TITLE.finditer(text)]
        declared = (
            (_title(titles, place.line), shown)
            for place in found
            if place.name in answers and (shown := _declaration(place, *answers[place.name]))
        )
        grouped = groupby(declared, key=lambda pair: pair[0])
        sections = tuple(Section(title, tuple(shown for _, shown in pairs)) for (_, title), pairs in grouped)
        if sections:
            key = module.rpartition(".")[2]
            yield Subject(key, _spaced(key), _about(text), sections)


def _title(titles: Iterable[tuple[int, str]], line: int) -> tuple[int, str]:
    """The last title above `line`."""
    return max((title for title in titles if title[0] < line), default=(0, ""))


def _about(text: str) -> str:
    match = _ABOUT.match(text)
    words = " ".join(match[1].split()) if match else ""
    sentence = _SENTENCE.match(words)
    return sentence[0] if sentence else words


def _spaced(key: str) -> str:
    """`OrderClasses` as 'Order classes'."""
    first, *rest = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[^A-Z]+", key) or [key]
    return " ".join([first, *(word if word.isupper() else word.lower() for word in rest)])


def _declaration(place: _Place, checked: str, plain: str, printed: str) -> Declaration | None:
    """None for what nobody looks up: what is about Lean's own syntax."""
    kind = _KIND.match(printed)
    universes, statement = _behind(checked, place.name)
    plainly = _behind(plain, place.name)[1]
    if (
        kind is None
        or _OF_LEAN.search(statement)
        or (kind[1] == AXIOM and place.name not in PERMITTED_AXIOMS)
    ):
        return None
    return Declaration(
        name=place.name,
        kind="def" if kind[1] in ("abbrev", "opaque") else kind[1],
        universes=universes,
        statement=statement,
        plain=plainly if plainly != statement else "",
        doc=place.doc,
        parts=tuple(_parts(printed)) if kind[1] in _TYPES else (),
    )


def _behind(answer: str, name: str) -> tuple[str, str]:
    """The universes and the rest of `name.{u} (x : α) : p x`."""
    rest = answer.removeprefix("_root_.").removeprefix(name)
    universes, brace, behind = rest.partition("}") if rest.startswith(".{") else ("", "", rest)
    return universes + brace, _flowing(behind.strip())


def _flowing(statement: str) -> str:
    """Without Lean's line breaks, which are for a window of its own, unless they carry meaning.

    A binder without a name, which Lean prints with a dagger, is written as it may be read again.
    """
    statement = _NAMELESS.sub(r"\1_ :", statement)
    return statement if _LINES_MATTER.search(statement) else _BREAKS.sub(" ", statement)


def _parts(printed: str) -> Iterator[Part]:
    """Fields and constructors; what is indented deeper than their names goes on with the line above."""
    lines = printed.split("\n", 1)[1] if "\n" in printed else ""
    beginning = r"\n(?! )" if "\nconstructors:\n" in printed else r"\n(?:  (?! )|(?=\S))"
    for line in re.split(beginning, lines):
        if not line.startswith("number of") and (match := _PART.fullmatch(line)):
            yield Part(match[1], _flowing(match[2]))


def _file(core: CoreLean) -> Path:
    """Its name changes with this module, as what is in it may."""
    return core.lean_path / f"reference-{hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]}.json"


def _kept(core: CoreLean) -> Reference | None:
    try:
        subjects = json.loads(_file(core).read_text("utf-8"))
        return _reference(core.environment, tuple(_subject(subject) for subject in subjects))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _subject(read: dict[str, Any]) -> Subject:
    sections = tuple(
        Section(section["title"], tuple(_again(found) for found in section["declarations"]))
        for section in read["sections"]
    )
    return Subject(read["key"], read["title"], read["about"], sections)


def _again(read: dict[str, Any]) -> Declaration:
    return Declaration(**{**read, "parts": tuple(Part(**part) for part in read["parts"])})


def _keep(core: CoreLean, subjects: tuple[Subject, ...]) -> None:
    """Write it whole or not at all; a folder that cannot be written costs time, and nothing else."""
    text = json.dumps([dataclasses.asdict(subject) for subject in subjects], ensure_ascii=False)
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=core.lean_path, delete=False) as file:
            file.write(text)
        os.replace(file.name, _file(core))
    except OSError as error:
        _log.warning("The reference cannot be stored in %s: %s", core.lean_path, error)
