"""What Lean and the kernels really say, and what nobody says: answers changed by chance, and large ones."""

from __future__ import annotations

import json
import random
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from app.lean import launch
from app.lean.environments import CoreLean

SOURCES = (
    "theorem t (p q : Prop) (h : p ∧ q) : q ∧ p := by\n  constructor\n  · exact h.2\n  · skip\n",
    "theorem t (n : Nat) : n + 0 = n + 1 := by\n  rfl\n",
    "theorem t (p : Prop) : p ∨ ¬p := by\n  sorry\n",
    "theorem t : True := True.intro\n#exit\n",
    "theorem t : x = x := rfl\ntheorem u : (1 : Nat) = 1 := by\n  decide\n",
)
PLACES = ([2, 2], [3, 4], [4, 4])
KERNELS = (
    '{"rejected": "t", "why": "declTypeMismatch"}',
    '{"undecided": "t", "why": "deepRecursion"}',
    '{"malformed": "t", "why": "KeyError: 3"}',
    '{"accepted": 12}',
)
OPINIONS = (
    '{"outcome": "rejected", "declaration": "t", "reason": "the value has type A, not B"}',
    '{"outcome": "unfinished", "checked": 3, "reason": "t: the time was over"}',
    '{"outcome": "accepted", "constants": 12, "axioms": ["propext"]}',
)
_WILD: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 1 << 70, 0.5, float("nan"), float("inf"), "", "error", "accepted"),
    *("information", "declaration uses 'sorry'", "\ud800", "\0", "⊢ p", "h : p", [], {}, [[]], [None]),
    *({"line": 1}, {"line": 1, "column": 0}, {"accepted": 1}, {"outcome": "accepted"}),
)


@cache
def warm(core: CoreLean) -> tuple[str, ...]:
    """A warm Lean's answers about `SOURCES`, a line each."""
    header = core.environment.header
    process = subprocess.Popen(
        launch.frontend(header),
        env=launch.environment(core.lean_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    questions = [
        {"source": f"{header}\n{source}", "tactics": PLACES, "terms": PLACES[:1]} for source in SOURCES
    ]
    said, _ = process.communicate("".join(json.dumps(question) + "\n" for question in questions))
    return tuple(said.splitlines(keepends=True))


@cache
def cold(core: CoreLean) -> tuple[str, ...]:
    """What a Lean of its own writes about each of `SOURCES`: a message a line."""

    env = launch.environment(core.lean_path)
    said = []
    for source in SOURCES:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "Submission.lean")
            file.write_text(f"{core.environment.header}\n{source}", "utf-8")
            command = launch.command("--json", *launch.OPTIONS, str(file))
            said.append(subprocess.run(command, env=env, capture_output=True, text=True, check=False).stdout)
    return tuple(said)


def changed(texts: tuple[str, ...], count: int, number: int) -> Iterator[bytes]:
    """`count` changes of `texts`, of their bytes or of their values; the same for the same number."""
    chance = random.Random(number)  # noqa: S311 - to be repeatable
    for _ in range(count):
        text = chance.choice(texts)
        change: Callable[[str, random.Random], bytes] = chance.choice((_bytes, _values, _values))
        yield change(text, chance)


def _bytes(text: str, chance: random.Random) -> bytes:
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    for _ in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(data) + 1)
        end = min(at + chance.choice((0, 1, 1, 3, 40)), len(data))
        piece = chance.choice(
            (b"", b"", bytes([chance.randrange(256)]), b"{", b"[[", b'"', b"\n", b"null", data[at:end] * 2)
        )
        data[at:end] = piece
    return bytes(data)


def _values(text: str, chance: random.Random) -> bytes:
    lines = [json.loads(line) for line in text.splitlines() if line] or [{}]
    for _ in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(len(lines))
        lines[at] = _changed(lines[at], chance)
    ascii_only = chance.random() < 0.7
    said = "".join(json.dumps(line, ensure_ascii=ascii_only) + "\n" for line in lines)
    return said.encode("utf-8", "surrogatepass")


def _changed(value: Any, chance: random.Random) -> Any:
    """`value` with something in it that is something else."""
    if not isinstance(value, dict | list) or not value or chance.random() < 0.15:
        return chance.choice(_WILD)
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    key = chance.choice([*value]) if isinstance(value, dict) else chance.randrange(len(value))
    match chance.randrange(8):
        case 0:
            del copy[key]
        case 1 if isinstance(copy, list):
            copy += copy
        case 2 if isinstance(copy, dict):
            copy[chance.choice(("accepted", "error", "why", "x"))] = chance.choice(_WILD)
        case _:
            copy[key] = _changed(value[key], chance)
    return copy


def huge(size: int) -> dict[str, bytes]:
    """Answers of about `size` bytes, which a limit on output lets through."""
    place = '{"line": 1, "column": 0}'
    message = f'{{"severity": "error", "data": "%s", "pos": {place}, "endPos": null}}'
    answer = '{"messages": [%s], "tactics": [[], [], []], "terms": [[], []]}\n'
    goal = '{"messages": [], "tactics": [["%s"], [], []], "terms": [[], []]}\n'
    deep = size // 2
    long = {
        "brackets that never close": "[" * size + "\n",
        "lists in lists": "[" * deep + "]" * deep + "\n",
        "objects in objects": '{"a":' * (size // 6) + "1" + "}" * (size // 6) + "\n",
        "a number of many digits": "1" * size + "\n",
        "empty lines": "\n" * size,
        "one long text": answer % (message % ("x" * size)),
        "many messages": answer % ", ".join([message % "x"] * (size // 90)),
        "a message a line": (message % "x" + "\n") * (size // 90),
        "a text of surrogates": answer % (message % ("\\ud800" * (size // 6))),
        "a goal of many lines": goal % ("h : a" + "\\n  b" * (size // 5) + "\\n⊢ p"),
        "a goal of many hypotheses": goal % ("h : a\\n" * (size // 7) + "⊢ p"),
        "a goal of many colons": goal % (" : a" * (size // 4) + "\\n⊢ p"),
        "a goal of many turnstiles": goal % ("\\n⊢ p" * (size // 6)),
        "a goal of spaces": goal % (" " * size + "⊢ p"),
    }
    return {name: text.encode() for name, text in long.items()}
