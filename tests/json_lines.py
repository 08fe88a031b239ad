"""Results of a measurement, one JSON line each, written as they come."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

R = TypeVar("R")


def read(path: Path, kind: type[R]) -> list[R]:
    """Everything that was written; a last line that was cut is not."""
    if not path.exists():
        return []
    whole, _, cut = path.read_bytes().rpartition(b"\n")
    if cut:
        path.write_bytes(whole + b"\n" if whole else b"")
    line_of = TypeAdapter(kind)
    return [line_of.validate_json(line) for line in whole.splitlines()]


def append(path: Path, result: object) -> None:
    with path.open("ab") as file:
        file.write(TypeAdapter(type(result)).dump_json(result) + b"\n")
