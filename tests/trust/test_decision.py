"""What is a challenge, and which compiled solutions say what was asked, on permitted axioms."""

from __future__ import annotations

import struct
from collections.abc import Callable

import pytest

from app.domain.gate import RESERVED_NAMES
from app.trust.decision import Asked, BadChallenge, Claim, Refused, decide, opened
from app.trust.region import constructor
from tests.trust.conftest import Compile
from tests.trust.forging import Forger

Decide = Callable[[str | bytes, str | bytes], Claim]

DOUBLE = "def double (n : Nat) : Nat := n + n\n"
STATED = f"{DOUBLE}theorem t (n : Nat) : double n = n + n := "


@pytest.fixture
def decided(core_modules: list[bytes], compiled: Compile) -> Decide:
    """Decides on two files, each as its text or compiled already."""

    def on(challenge: str | bytes, solution: str | bytes) -> Claim:
        read = [file if isinstance(file, bytes) else compiled(file) for file in (challenge, solution)]
        return decide(opened(core_modules), *read)

    return on


def _refused(decided: Decide, challenge: str | bytes, solution: str | bytes) -> str:
    with pytest.raises(Refused) as refused:
        decided(challenge, solution)
    assert refused.value.reason
    return refused.value.verdict


def test_a_proof_of_the_same_statement_is_a_claim(decided: Decide) -> None:
    claim = decided(f"{STATED}sorry", f"{STATED}rfl")

    assert (claim.theorem, claim.axioms) == ("t", ())
    assert claim.constants > 10
    assert claim.export.startswith(b'{"meta"')


@pytest.mark.parametrize(
    "challenge",
    [
        f"theorem before : True := trivial\n{STATED}sorry",
        f"axiom other : Prop\n{STATED}sorry",
        f"noncomputable def unfinished : Nat := sorry\n{STATED}sorry",
    ],
    ids=["a lemma", "an axiom", "data with a hole"],
)
def test_what_else_a_challenge_declares_is_not_what_it_asks(decided: Decide, challenge: str) -> None:
    assert decided(challenge, f"{STATED}rfl").theorem == "t"


@pytest.mark.parametrize(
    "challenge",
    [
        f"{STATED}rfl",
        f"{STATED}sorry\ntheorem u : True := sorry",
        f"noncomputable def double (n : Nat) : Nat := sorry\n{STATED.removeprefix(DOUBLE)}sorry",
        b"olean",
    ],
    ids=["nothing to prove", "two to prove", "a statement about a hole", "no file"],
)
def test_what_is_no_challenge_is_the_callers_mistake(decided: Decide, challenge: str | bytes) -> None:
    with pytest.raises(BadChallenge):
        decided(challenge, f"{STATED}rfl\ntheorem u : True := trivial")


PLAIN = "theorem t : True := sorry"
UNIVERSES = "theorem t.{u, v} (α : Sort u) (β : Sort v) : True := "
HELPED = "def helper (n : Nat) : Nat := n + n\ndef double (n : Nat) : Nat := helper n\n"


@pytest.mark.parametrize(
    ("challenge", "solution", "verdict"),
    [
        (PLAIN, "theorem u : True := trivial", "missing"),
        (PLAIN, "axiom t : True", "wrong_kind"),
        (PLAIN, "def t : Nat := 1", "wrong_kind"),
        (PLAIN, "theorem t : 1 = 1 := rfl", "statement_changed"),
        (f"{UNIVERSES}sorry", f"{UNIVERSES}trivial".replace("u, v", "v, u"), "statement_changed"),
        (f"{STATED}sorry", f"{STATED}rfl".replace("Nat := n + n", "Nat := n + n + 0"), "statement_changed"),
        (f"{STATED}sorry", f"{STATED}rfl".replace("def", "abbrev"), "statement_changed"),
        (
            f"{HELPED}{STATED.removeprefix(DOUBLE)}sorry",
            f"{STATED}rfl",
            "statement_changed",
        ),
        (PLAIN, "theorem t : True := sorry", "has_sorry"),
        (PLAIN, "theorem u : True := sorry\ntheorem t : True := u", "has_sorry"),
        (PLAIN, "axiom u : True\ntheorem t : True := u", "axioms[u]"),
        (
            PLAIN,
            "axiom u : True\naxiom v : True\ntheorem t : True := (fun (_ : True) => u) v",
            "axioms[u, v]",
        ),
        (PLAIN, "import Lemmata.Logic\ntheorem t : True := trivial", "refused_source"),
    ],
)
def test_a_solution_of_something_else_has_its_word(
    decided: Decide, challenge: str, solution: str, verdict: str
) -> None:
    assert _refused(decided, challenge, solution) == verdict


def test_what_is_outside_of_the_logic_proves_nothing(decided: Decide, compiled: Compile) -> None:
    """Lean would not let a theorem rest on such a definition; a file may say that one is."""
    data = bytearray(compiled("def one : Nat := 1\ntheorem t : True := (fun (_ : one = one) => trivial) rfl"))
    words = struct.unpack(f"<{len(data) // 8}Q", data)
    for at, word in enumerate(words[12:], 12):
        if word == constructor(0, 4, 1):
            data[8 * (at + 5)] = 0

    assert _refused(decided, PLAIN, bytes(data)) == "unsafe"


def _by_this_lean(data: bytes, core_modules: list[bytes]) -> bytes:
    return data[:40] + core_modules[0][40:80] + data[80:]


def _declaring(name: str, core_modules: list[bytes]) -> bytes:
    """A file of the library's Lean with one axiom of this name."""
    forger = Forger()
    called = forger.name(*name.split("."))
    return _by_this_lean(forger.file((called, forger.axiom(called, forger.sort()))), core_modules)


def test_a_name_of_the_library_is_not_declared_again(decided: Decide, core_modules: list[bytes]) -> None:
    assert "id" not in RESERVED_NAMES

    assert _refused(decided, PLAIN, _declaring("id", core_modules)) == "reserved_name"
    assert _refused(decided, PLAIN, _declaring("idd", core_modules)) == "missing"


@pytest.mark.parametrize("name", ["Nat.gcd", "Quot.sound", "sorryAx"])
def test_a_name_that_the_kernel_knows_is_not_declared_where_the_library_lacks_it(name: str) -> None:
    forger, other = Forger(), Forger()
    core = opened([forger.axioms(forger.sort(), name="something")])
    called = other.name(*name.split("."))

    with pytest.raises(BadChallenge, match=f"{name} may not be declared"):
        Asked(core, other.file((called, other.axiom(called, other.sort()))))


def test_a_file_of_another_lean_is_not_well_formed(decided: Decide, compiled: Compile) -> None:
    data = compiled("theorem t : True := trivial")

    assert decided(PLAIN, data).theorem == "t"
    assert _refused(decided, PLAIN, data[:40] + b"0" * 40 + data[80:]) == "kernel_rejected"
    with pytest.raises(BadChallenge):
        decided(data[:40] + b"0" * 40 + data[80:], data)
