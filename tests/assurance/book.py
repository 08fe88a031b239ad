"""What has been found, on disk as soon as it is: an interrupted run goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import grimp

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "test-output" / "trust"
PROGRAMS = ("app/lean", "app/trust", "app/kernel")


class Book:
    """The parts of one measure by key, a line of JSON each; the first line says for which tree they hold."""

    def __init__(self, path: Path, tree: str, *, resume: bool = False) -> None:
        self._path = path
        self._parts: dict[str, Any] = {}
        if resume and path.exists():
            self._parts = _read(path, tree)
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [{"tree": tree}, *({"key": key, "said": said} for key, said in self._parts.items())]
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")

    def __contains__(self, key: str) -> bool:
        return key in self._parts

    def get(self, key: str) -> Any:
        return self._parts[key]

    def put(self, key: str, said: Any) -> None:
        self._parts[key] = said
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"key": key, "said": said}) + "\n")


def _read(path: Path, tree: str) -> dict[str, Any]:
    """The parts that hold for this tree. The last line may have been cut off."""
    records = [_record(line) for line in path.read_text("utf-8").splitlines()]
    if not records or records[0].get("tree") != tree:
        return {}
    return {record["key"]: record["said"] for record in records if "key" in record}


def _record(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError:
        return {}
    return record if isinstance(record, dict) else {}


def tree(library: str, module: str, inputs: Iterable[str] = ()) -> str:
    """A digest of what a measure depends on: what its module imports, whatever runs as a program in Lean's
    jail, the compiled library, and these files and folders of the repository.
    """
    digest = hashlib.sha256(library.encode())
    tops = [ROOT / top for top in (*PROGRAMS, *inputs)]
    files = {
        path for top in tops for path in (top, *top.rglob("*")) if path.is_file() and path.suffix != ".pyc"
    }
    for path in sorted(files | _imported(module)):
        digest.update(f"\n{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def _imported(module: str) -> set[Path]:
    """The files of a module of the tests and of all that it imports of ours, directly or not."""
    graph = _graph()
    names = {module, *graph.find_upstream_modules(module)}
    paths = [ROOT.joinpath(*name.split(".")) for name in names]
    return {
        file for path in paths for file in (path.with_suffix(".py"), path / "__init__.py") if file.exists()
    }


@cache
def _graph() -> grimp.ImportGraph:
    return grimp.build_graph("app", "workers", "tests", cache_dir=None)
