"""Reading and writing files: a fault is told with its file and its line."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic_core import ErrorDetails

from app.domain.errors import LemmataError


class BadFile(LemmataError):
    """A file that the bench cannot work with; the text names the file, the line and the fault."""


def read_text(path: Path) -> str:
    """Raises BadFile."""
    try:
        content = path.read_bytes()
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadFile(f"{path}:{line}: this is not UTF-8 text.") from error
    except OSError as error:
        raise BadFile(f"{path} cannot be read: {error.strerror}.") from error


def write_whole(path: Path, content: bytes) -> None:
    """Nobody sees half a file. Raises BadFile."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        raise BadFile(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        beside.unlink(missing_ok=True)


def fault(detail: ErrorDetails) -> str:
    """What pydantic found, for the person who wrote the file."""
    key = ".".join(map(str, detail["loc"]))
    match detail["type"]:
        case "json_invalid":
            return f"this is not JSON ({detail['ctx']['error']})"
        case "missing":
            return f"the key `{key}` is missing"
        case _ if not key:
            return "this is not an object"
        case _:
            return f"`{key}` is {detail['input']!r}: {detail['msg'][:1].lower()}{detail['msg'][1:]}"
