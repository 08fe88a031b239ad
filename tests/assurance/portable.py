"""Every theorem of the portable files: the file up to it is the challenge, the whole file the solution."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from app.domain.lean_source import Word, position, with_header, words
from app.lean.environments import CoreLean
from app.trust.certify import PROVED
from tests.assurance.certifying import certifier, decided, kind
from tests.assurance.honest import REFUSED
from tests.assurance.room import Found, Room, counted, spread
from tests.lean.test_portable import FILES, theorems
from tests.performance.figures import Figure

_OPEN, _CLOSED = "([{⟨", ")]}⟩"


def challenges(text: str) -> list[tuple[str, str]]:
    """The name of each theorem, and the text up to it with `sorry` for its proof."""
    found = words(text)
    starts = [at for at, word in enumerate(found) if word.text == "theorem" and _first(text, word)]
    cuts = [_end(text, found[at:]) for at in starts]
    return [
        (name, f"{text[:cut].rstrip()} := sorry\n") for name, cut in zip(theorems(text), cuts, strict=True)
    ]


def _end(text: str, found: list[Word]) -> int:
    """Where a declaration's proof begins: at its `:=` or `where`, or at the first case."""
    depth = 0
    for word in found:
        depth += (word.text in _OPEN) - (word.text in _CLOSED)
        if depth == 0 and (word.text in (":=", "where") or (word.text == "|" and _first(text, word))):
            return word.offset
    raise AssertionError(found[:3])


def _first(text: str, word: Word) -> bool:
    """Whether it is the first word of its line."""
    return not text[word.offset - position(text, word.offset).column : word.offset].strip()


def decide(core: CoreLean, key: str) -> dict[str, Any]:
    """The decision on a theorem, which `key` names as FILE/NUMBER; what the gate refuses goes without it."""
    stem, number = key.split("/")
    (text,) = [file.read_text("utf-8") for file in FILES if file.stem == stem]
    name, challenge = challenges(text)[int(number)]
    said = decided(certifier(core), challenge, text.encode())
    if said["verdict"] == REFUSED:
        whole = with_header(text, core.environment.header).source.encode()
        said = decided(certifier(core, gate=False), challenge, whole) | {"refused": said["why"]}
    return said | {"name": name}


def _keys() -> Iterator[str]:
    for file in FILES:
        yield from (f"{file.stem}/{at}" for at in range(len(theorems(file.read_text("utf-8")))))


def measure(room: Room) -> Found:
    keys = [*_keys()][: 3 if room.quick else None]
    said = spread(room, keys, decide)
    proved = [key for key, each in said.items() if each["verdict"] == PROVED]
    refused = Counter(each["refused"] for each in said.values() if "refused" in each)
    files = {key.partition("/")[0] for key in keys}
    refused_files = {key.partition("/")[0] for key, each in said.items() if "refused" in each}
    failed = [f"- `{key}`: {each}" for key, each in said.items() if each["verdict"] != PROVED]
    return Found(
        Figure(
            "honest proofs: theorems of the portable files",
            "all certified",
            f"{len(proved)} of {len(keys)} theorems of {len(files)} files certified"
            + (f", {refused.total()} of {len(refused_files)} files without the gate only" if refused else ""),
            len(proved) == len(keys) and not refused,
            "For each theorem the file up to it, with `sorry`, is the challenge, and the whole file the "
            "solution.",
        ),
        (
            f"- Verdicts: {counted(Counter(kind(each['verdict']) for each in said.values()))}.",
            *(f"- The gate, for {count} theorems: {why}" for why, count in refused.most_common(12)),
            *failed[:40],
        ),
    )
