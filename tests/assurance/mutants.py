"""Removes each check of the certifier in turn: a check whose removal no test notices is not a check.

    python -m tests.assurance.mutants [--only MODULE...] [--processes 2] [--resume]

prints a line for each mutant and ends with 1 if any survived. Each runs in a copy of the project, with those
tests only that come to the removed condition where it refuses, and the quickest of them first. What a mutant
came to is kept, so `--resume` goes on where a run stopped, as long as neither product nor tests change.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from app.lean.environments import core_environment
from tests.assurance.book import FOLDER, ROOT, Book, tree
from tests.assurance.mutated import PROBE, Mutant, Span, mutants, probed


@dataclass(frozen=True, slots=True)
class Room:
    """Modules, or folders of them, the tests that are there for them, and what else these tests need."""

    name: str
    modules: tuple[str, ...]
    tests: tuple[str, ...]
    needed: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Under which the book has what was watched in it."""
        return f"watched for {self.name}"


_TRUST = (
    *("region", "olean", "terms", "library", "cone", "export", "decision", "relations", "sources", "replay"),
    *("second", "certify", "statements", "issuing", "signing", "bundle", "verify"),
)
ROOMS = (
    Room(
        "certifier",
        (*(f"app/trust/{name}.py" for name in _TRUST), "app/domain/gate.py", "app/lean/admission.py"),
        (
            "tests/trust",
            "tests/domain/test_gate.py",
            "tests/cli/test_certify.py",
        ),
        ("app/domain", "tests/conftest.py", "tests/exploits", "tests/canaries"),
    ),
    Room(
        "replay",
        ("app/trust/kernel_process.py",),
        ("tests/trust/test_replay.py",),
        ("tests/conftest.py", "tests/trust"),
    ),
    Room("second-kernel", ("app/kernel",), ("tests/kernel",), ("tests/conftest.py",)),
)
_COPIED = ("app", "workers", "tests", "bench", "migrations", "templates", "pyproject.toml")
_MOST_S = 600.0
Seen = dict[str, tuple[float, list[str]]]
_PROBE = """
def {probe}(number, value, folder={folder!r}):
    import builtins, os
    seen = builtins.__dict__.setdefault("{probe}", set())
    if (number, bool(value)) not in seen:
        seen.add((number, bool(value)))
        try:
            os.close(os.open(f"{{folder}}/{{number}}.{{bool(value)}}", os.O_CREAT))
        except OSError:
            pass
    return value
"""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a mutant: `by` is the test that failed, empty if none did; `tried` how many were run."""

    mutant: Mutant
    by: str
    tried: int

    def __str__(self) -> str:
        fate = f"killed by {self.by}" if self.by else f"SURVIVED {self.tried} tests"
        return f"{self.mutant} | {fate}"


class Copy:
    """A copy of the project in which tests run."""

    def __init__(self, root: Path, folder: Path, library: Path | None) -> None:
        self._folder = folder
        self._library = library
        folder.mkdir()
        for name in _COPIED:
            if (root / name).is_dir():
                shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
            elif (root / name).exists():
                shutil.copyfile(root / name, folder / name)
        compileall.compile_dir(folder / "app", quiet=2)
        watching = folder / "watching"
        watching.mkdir()
        shutil.copyfile(Path(__file__).with_name("watching.py"), watching / "mutants_watching.py")

    def write(self, module: str, text: bytes) -> None:
        (self._folder / module).write_bytes(text)

    def pytest(self, words: Sequence[str], limit_s: float, **settings: Path) -> int:
        """Its exit status; -9 if it was not done within `limit_s`. `settings` are those of `watching`."""
        environment = os.environ | {f"MUTANTS_{name.upper()}": str(path) for name, path in settings.items()}
        environment |= {"MUTANTS_ROOT": str(self._folder), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        environment |= {"PYTHONDONTWRITEBYTECODE": "1"} if "tests" in settings else {}
        environment |= {"PYTHONPATH": f"{self._folder}:{self._folder / 'watching'}"}
        environment.pop("CI", None)
        if self._library is not None:
            environment["MUTANTS_LIBRARY"] = str(self._library)
        plugins = ("no:cacheprovider", "pytest_asyncio.plugin", "mutants_watching")
        command = [sys.executable, "-m", "pytest", "-q", *(f"-p{plugin}" for plugin in plugins)]
        with (self._folder / "said").open("wb") as said:
            process = subprocess.Popen(
                [*command, *words],
                env=environment,
                cwd=self._folder,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
            try:
                return process.wait(limit_s)
            except subprocess.TimeoutExpired:
                return -9
            finally:
                _end(process)

    def said(self) -> str:
        return (self._folder / "said").read_text("utf-8", "replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


class Workshop:
    """A project, its copies, one for each process, and its mutants."""

    def __init__(self, root: Path, folder: Path, rooms: Sequence[Room], library: Path | None = None) -> None:
        self._root, self._folder, self._library = root, folder, library
        self._rooms = {module: room for room in rooms for module in _modules(root, room)}
        self.sources = {module: (root / module).read_bytes() for module in self._rooms}
        self.mutants = mutants(self.sources)
        self._numbers: dict[tuple[str, Span], int] = {}
        for mutant in self.mutants:
            self._numbers.setdefault((mutant.module, mutant.span), len(self._numbers))
        self._copies: SimpleQueue[Copy] = SimpleQueue()

    def modules(self, room: Room) -> list[str]:
        return [module for module, its in self._rooms.items() if its is room]

    def run(self, book: Book, only: Sequence[str] = (), processes: int = 1) -> Iterator[Result]:
        """The results for the modules `only`, or for all, in order; what the book has is not tried again."""
        wanted = [mutant for mutant in self.mutants if not only or mutant.module in only]
        left = [mutant for mutant in wanted if mutant.key not in book]
        rooms = list(dict.fromkeys(self._rooms[mutant.module] for mutant in left))
        for number in range(processes if left else 0):
            self._copies.put(Copy(self._root, self._folder / f"copy{number}", self._library))
        with ThreadPoolExecutor(processes) as pool:
            new = [room for room in rooms if room.key not in book]
            for room, watched in zip(new, pool.map(self._watched, new), strict=True):
                book.put(room.key, watched)
            seen = {room: book.get(room.key) for room in rooms}
            results = pool.map(lambda each: self._tried(each, seen[self._rooms[each.module]]), left)
            for mutant in wanted:
                if mutant.key not in book:
                    result = next(results)
                    book.put(mutant.key, [result.by, result.tried])
                yield Result(mutant, *book.get(mutant.key))

    def _watched(self, room: Room) -> Seen:
        """Which tests come to which conditions, where nothing is removed, and the seconds of each test."""
        copy, folder = self._copies.get(), Path(tempfile.mkdtemp(dir=self._folder))
        probe = _PROBE.format(probe=PROBE, folder=str(folder))
        modules = self.modules(room)
        for module in modules:
            numbers = {span: number for (of, span), number in self._numbers.items() if of == module}
            copy.write(module, probed(self.sources[module], numbers, probe).encode())
        report = folder.with_suffix(".json")
        status = copy.pytest(self._paths(room.tests), 3 * _MOST_S, seen=folder, report=report)
        if status not in (0, 1):
            raise RuntimeError(f"the tests could not be run:\n{copy.said()}")
        for module in modules:
            copy.write(module, self.sources[module])
        watched = json.loads(report.read_text("utf-8"))
        failed = {test: _limit(watched["tests"][test][0]) for test in watched["failed"]}
        wrong = self._run(copy, failed)[1] if failed else []  # it may only have been too slow for them
        self._copies.put(copy)
        if wrong:
            sys.stderr.write(f"not used, as they do not pass although nothing is removed: {wrong}\n")
        return {test: seen for test, seen in watched["tests"].items() if test not in wrong}

    def _run(self, copy: Copy, tests: dict[str, float], *words: str) -> tuple[int, list[str]]:
        """The status of these tests, each with its limit in seconds, and which of them failed."""
        chosen, report = self._new_file(), self._new_file()
        chosen.write_text(json.dumps(tests), "utf-8")
        paths = list(dict.fromkeys(test.partition("::")[0] for test in tests))
        status = copy.pytest([*words, *paths], _MOST_S, tests=chosen, report=report)
        return status, report.read_text("utf-8").splitlines()

    def _paths(self, tests: Sequence[str]) -> list[str]:
        return [test for test in tests if (self._root / test.partition("::")[0]).exists()]

    def _tried(self, mutant: Mutant, seen: Seen) -> Result:
        tests = self._fitting(mutant, seen)
        if not tests:
            return Result(mutant, "", 0)
        copy = self._copies.get()
        copy.write(mutant.module, mutant.applied(self.sources[mutant.module]))
        status, failed = self._run(copy, {test: _limit(seen[test][0]) for test in tests}, "-x")
        copy.write(mutant.module, self.sources[mutant.module])
        self._copies.put(copy)
        by = "" if status in (0, -9) else next(iter(failed), f"an error: status {status}")
        return Result(mutant, by, len(tests))

    def _fitting(self, mutant: Mutant, seen: Seen) -> list[str]:
        """The tests that come to the condition where it refuses, the quickest first.

        Whatever it gives, if it does something beside. All tests, if none comes to any condition of the
        module: then that runs where it cannot be watched.
        """
        ours = {number for (module, _), number in self._numbers.items() if module == mutant.module}
        hits = {f"{number}.{value}" for number in ours for value in (True, False)}
        blind = all(hits.isdisjoint(found) for _, found in seen.values())
        values = {not mutant.value} | ({True, False} if ".pop(" in mutant.removed else set())
        wanted = {f"{self._numbers[mutant.module, mutant.span]}.{value}" for value in values}
        tests = [test for test, (_, found) in seen.items() if blind or not wanted.isdisjoint(found)]
        return sorted(tests, key=lambda test: seen[test][0])

    def _new_file(self) -> Path:
        descriptor, name = tempfile.mkstemp(dir=self._folder)
        os.close(descriptor)
        return Path(name)


def _limit(seconds: float) -> float:
    return max(10.0, 20 * seconds)


def _modules(root: Path, room: Room) -> Iterator[str]:
    for name in room.modules:
        files = sorted((root / name).glob("*.py")) if (root / name).is_dir() else [root / name]
        yield from (str(file.relative_to(root)) for file in files if file.exists())


@contextmanager
def workshop(library: Path | None = None) -> Iterator[Workshop]:
    """That of this project; the built-in library is compiled in the folder `library`."""
    with tempfile.TemporaryDirectory(prefix="lemmata-mutants-") as folder:
        library = library or Path(folder) / "library"
        core_environment(library)
        yield Workshop(ROOT, Path(folder), ROOMS, library)


def mutants_report(room: Room, book: Book, processes: int) -> tuple[int, list[str]]:
    """How many mutants there are of a room, and those that survived."""
    with workshop() as made:
        results = list(made.run(book, made.modules(room), processes))
    return len(results), [str(result) for result in results if not result.by]


def digest() -> str:
    """Of all that a result may depend on; this module has another name where it is the command."""
    return tree("", "tests.assurance.mutants", ("tests", "app"))


def main(arguments: Sequence[str] | None = None) -> int:
    """The command of the module's docstring."""
    parser = argparse.ArgumentParser(description="Remove each check of the certifier in turn.")
    parser.add_argument("--only", nargs="+", default=[], metavar="MODULE", help="such as app/trust/cone.py")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--library", type=Path, help="a folder where the built-in library is, or shall be")
    parser.add_argument("--resume", action="store_true", help="take what was found with the same files")
    options = parser.parse_args(arguments)
    survived = count = 0
    with workshop(options.library) as made:
        book = Book(FOLDER / "mutants.jsonl", digest(), resume=options.resume)
        for result in made.run(book, options.only, options.processes):
            count, survived = count + 1, survived + (not result.by)
            sys.stdout.write(f"{result}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{count - survived} of {count} mutants were noticed\n")
    return int(survived > 0)


if __name__ == "__main__":
    sys.exit(main())
