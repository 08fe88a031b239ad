"""The kernel on the whole built-in library, as the exporter writes it."""

from __future__ import annotations

import itertools
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.kernel import Accepted, check, natural, terms
from app.kernel.admission import admit
from app.kernel.declarations import Declaration, Unfolding
from app.kernel.environment import Environment
from app.kernel.inference import Checker
from app.kernel.names import dotted
from app.kernel.outcome import Refused
from app.kernel.reading import Reader
from app.lean.environments import CoreLean

FOREVER = float("inf")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def exported(core: CoreLean) -> list[bytes]:
    """The export of the library, line by line."""
    command = [sys.executable, "-m", "app.trust.export", str(core.lean_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=300)
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def declarations(exported: list[bytes]) -> Iterator[list[Declaration]]:
    """They are let go of in the end, as each later check would look through all that is held."""
    before = terms.mark()
    yield Reader(FOREVER).read(exported)
    terms.forget(before)


def deeply(work: Callable[[], None]) -> None:
    """Do `work` where recursion may be deep, and pass on what it raises."""
    raised: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            raised.append(error)

    depth, stack = sys.getrecursionlimit(), threading.stack_size(1 << 29)
    sys.setrecursionlimit(100_000)
    try:
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    finally:
        sys.setrecursionlimit(depth)
        threading.stack_size(stack)
    if raised:
        raise raised[0]


def test_the_whole_library_is_accepted(exported: list[bytes]):
    theorems = sum(line.startswith(b'{"thm"') for line in exported)

    outcome = check(exported, 300)

    assert isinstance(outcome, Accepted), outcome
    assert theorems > 4000
    assert outcome.constants > 9000
    assert {"propext", "Classical.choice", "Quot.sound", "sorryAx"} <= set(outcome.axioms)


def test_no_theorem_is_proved_by_the_proof_of_the_one_before(declarations: list[Declaration]):
    def work() -> None:
        before: Unfolding | None = None
        tried = 0
        checker = Checker(Environment(), FOREVER)
        for declaration in declarations:
            if isinstance(declaration, Unfolding) and declaration.kind == "thm":
                if before is not None:
                    checker.check(declaration.type)
                    same = checker.equal(before.type, declaration.type)
                    forged = Unfolding(
                        dotted("forged"), before.params, declaration.type, "thm", before.value, 0
                    )
                    if not same and declaration.type.params <= set(before.params):
                        tried += 1
                        with pytest.raises(Refused, match="the value has type"):
                            admit(checker, forged)
                before = declaration
            admit(checker, declaration)
        assert tried > 2000

    deeply(work)


def test_the_functions_on_numbers_of_the_library_are_known_and_compute_what_they_are_said_to(
    declarations: list[Declaration],
):
    """The fingerprints fit the library, and its definitions agree with machine arithmetic, counted out."""

    def work() -> None:
        checker = Checker(Environment(), FOREVER)
        for declaration in declarations:
            admit(checker, declaration)
            if checker.environment.fast.keys() == natural.FUNCTIONS.keys():
                break
        assert checker.environment.fast.keys() == natural.FUNCTIONS.keys()
        checker.environment.fast.clear()
        terms.forget(terms.mark())
        for name, function in natural.FUNCTIONS.items():
            for n, m in itertools.product((0, 1, 2, 3, 5, 6, 12), (0, 1, 2, 3, 4)):
                numbers = (n, m)[: natural.arity(name)]
                value = function(*numbers)
                if (
                    isinstance(value, bool) or value < 150
                ):  # without machine arithmetic numbers are counted out
                    call = terms.apply(terms.const(name), *map(terms.nat, numbers))
                    wrong = not value if isinstance(value, bool) else value + 1
                    assert checker.equal(call, natural.compute(lambda v=value: v, ())), (name, numbers)
                    assert not checker.equal(call, natural.compute(lambda w=wrong: w, ())), (name, numbers)

    deeply(work)
