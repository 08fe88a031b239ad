"""The final word: honest proofs are certified, cheating ones never."""

from __future__ import annotations

import asyncio
import hashlib
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.certificate import Certificate, NotCertified, Refusal
from app.domain.problem import Statement
from app.domain.statement import read_statement
from app.domain.verdict import Reason, Undecided
from app.lean.certify import ColdCertifier
from app.lean.environments import CoreLean
from app.lean.launch import Limits
from tests.lean.conftest import Running

HONEST = {
    "a term": ("theorem t (p q : Prop) (h : p ∧ q) : q ∧ p", "⟨h.2, h.1⟩"),
    "tactics": (
        "theorem t (p q : Prop) (h : p ∧ q) : q ∧ p",
        "by\n  constructor\n  · exact h.right\n  · exact h.left",
    ),
    "cases": (
        "theorem t (p q : Prop) (h : p ∨ q) : q ∨ p",
        "by\n  rcases h with a | b\n  · right; assumption\n  · left; assumption",
    ),
    "induction": (
        "theorem t (n : Nat) : 0 + n = n",
        "by\n  induction n with\n  | zero => rfl\n  | succ k ih => rw [Nat.add_succ, ih]",
    ),
    "rewriting": ("theorem t (a b c : Nat) (h : a = b) (k : b = c) : a = c", "by rw [h, k]"),
    "simplification": ("theorem t (a b : Nat) (h : a = b) : b = a", "by simp [h]"),
    "decision": ("theorem t : (3 : Nat) ≠ 2", "by decide"),
    "linear arithmetic": ("theorem t (x y : Int) (h : 2 * x + 1 = 2 * y) : x < y - 1", "by omega"),
    "an existential": ("theorem t : ∃ n : Nat, n = 3", "⟨3, rfl⟩"),
    "a definition before it": (
        "def Same (a b : Nat) : Prop := a = b\ntheorem t (a : Nat) : Same a a",
        "Eq.refl a",
    ),
    "a variable before it": ("variable (p : Prop)\ntheorem t (h : p) : p", "h"),
    "an opened namespace": ("open Nat in\ntheorem t (a : Nat) : succ a = succ a", "rfl"),
    "universes": ("universe u\ntheorem t (α : Sort u) (x : α) : x = x", "rfl"),
    "its own universes": ("theorem t.{v} (α : Sort v) (x : α) : x = x", "rfl"),
    "a quoted name": ("theorem «two words» : True", "True.intro"),
    "a dotted name": ("theorem Nat.own (n : Nat) : n = n", "rfl"),
    "a where clause": ("theorem t (p : Prop) (h : p) : p", "own\nwhere\n  own : p := h"),
    "letters of mathematics": ("theorem t (𝔸 β₁ : Prop) (h : 𝔸 ∧ β₁) : 𝔸", "h.1"),
    "a comment that says sorry": ("theorem t : True", "by\n  -- no sorry here\n  exact True.intro"),
}

CHEATING = {
    "sorry": "sorry",
    "sorry as a tactic": "by sorry",
    "admit": "by admit",
    "sorry in an alternative": "by first | fail | sorry",
    "sorry behind a comment": "by /- -- -/ sorry",
    "sorryAx": "sorryAx _ true",
    "sorryAx named as text": "«sorryAx» _ true",
    "sorry without its warning": "by set_option warn.sorry false in sorry",
    "sorry in a lemma of its own": "cheat where cheat : False := sorry",
    "a hole": "_",
    "a named hole": "?cheat",
    "nothing": "",
    "an empty block": "by",
    "skip": "by skip",
    "stop": "by stop",
    "itself": "t",
    "itself in a block": "by exact t",
    "a loop": "cheat 0 where cheat (n : Nat) : False := cheat n",
    "a loop that is said to end": (
        "cheat 0 where cheat (n : Nat) : False := cheat (Nat.succ n)\n"
        "  termination_by n\n  decreasing_by sorry"
    ),
    "an axiom behind it": "cheat\naxiom cheat : False",
    "a private axiom behind it": "sorry\nprivate axiom cheat : False",
    "an opaque constant behind it": "cheat\nopaque cheat : False",
    "an unsafe definition behind it": "cheat\nunsafe def cheat : False := cheat",
    "a partial definition behind it": "cheat\npartial def cheat : False := cheat",
    "another theorem behind it": "sorry\ntheorem Other.t : True := True.intro",
    "a namespace left open": "sorry\nnamespace Other\ntheorem t : True := True.intro",
    "an end of nothing": "sorry\nend",
    "the other theorem opened": "sorry\ntheorem Other.t : True := True.intro\nopen Other",
    "exit": "sorry\n#exit",
    "a comment without end": "sorry /-",
    "a comment to the end of the line": "sorry --",
    "a string without end": 'sorry "',
    "a closing bracket too many": "sorry) (",
    "another assignment": ":= sorry",
    "an assignment behind it": "True.intro := sorry",
    "a macro on the listing": "sorry\nmacro_rules | `(#print axioms $x) => `(#check $x)",
    "a message of its own": "by trace \"'t' does not depend on any axioms\"; sorry",
    "a printed message of its own": "sorry\n#print \"'t' does not depend on any axioms\"",
    "the kernel skipped": "by set_option debug.skipKernelTC true in exact sorry",
    "compiled code": "by native_decide",
    "a decision": "by decide",
    "a program in a tactic": "by run_tac Lean.Elab.admitGoal",
    "a program in a term": "by_elab return Lean.mkConst `True.intro",
    "a notation": 'True.intro\nnotation "False" => True',
    "an instance": "sorry\ninstance : Decidable False := .isTrue sorry",
    "an attribute": "sorry\nattribute [simp] t",
    "Cyrillic letters": "Тrue.intro",
    "an invisible letter": "True\u200b.intro",
    "a trusted compiler": "Lean.trustCompiler",
    "an unreachable place": "lcUnreachable",
    "a proof of the compiler": "lcProof",
    "a proof of something else": "True.intro",
    "a digit before a command": "nofun\n1e5axiom cheat : False",
}


STUCK = f"{'(' * 1_000_000}True.intro{')' * 1_000_000}"


def statement(core: CoreLean, text: str) -> Statement:
    return read_statement(text, core.environment.header).statement


@pytest.fixture
def false(core: CoreLean) -> Statement:
    return statement(core, "theorem t : False")


@pytest.fixture
def certifier(core: CoreLean) -> ColdCertifier:
    return ColdCertifier(core)


@pytest.mark.parametrize("case", HONEST)
async def test_an_honest_proof_is_certified(core: CoreLean, certifier: ColdCertifier, case: str) -> None:
    text, proof = HONEST[case]

    answer = await certifier.certify(statement(core, text), proof, 30)

    assert isinstance(answer, Certificate)


@pytest.mark.parametrize("case", CHEATING)
async def test_a_cheating_proof_is_not_certified(
    certifier: ColdCertifier, false: Statement, case: str
) -> None:
    answer = await certifier.certify(false, CHEATING[case], 30)

    assert isinstance(answer, NotCertified)


async def test_one_process_at_a_time_decides_the_same(core: CoreLean, false: Statement) -> None:
    certifier = ColdCertifier(core, processes=1)
    text, proof = next(iter(HONEST.values()))

    assert isinstance(await certifier.certify(statement(core, text), proof, 30), Certificate)
    for cheating in list(CHEATING.values())[:3]:
        assert isinstance(await certifier.certify(false, cheating, 30), NotCertified)


@pytest.mark.parametrize("case", CHEATING)
async def test_the_judge_alone_certifies_no_cheating_proof(
    certifier: ColdCertifier, false: Statement, case: str
) -> None:
    answer = await certifier.judge(false, CHEATING[case], 30)

    assert not isinstance(answer, Certificate)


@pytest.mark.parametrize(
    "proof",
    [
        "by set_option debug.skipKernelTC true in decide +kernel",
        "by set_option debug.«skipKernelTC» true in decide +kernel",
        "by exact (1e5set_option debug.skipKernelTC true in rfl)",
        "by\n  -- set_option debug.skipKernelTC true in\n  decide +kernel",
    ],
)
async def test_the_kernel_cannot_be_skipped(core: CoreLean, certifier: ColdCertifier, proof: str) -> None:
    wrong = statement(core, "theorem wrong : (3 : Nat) = 2")

    answer = await certifier.certify(wrong, proof, 30)

    assert isinstance(answer, NotCertified)
    assert answer.refusal is Refusal.REFUSED_SOURCE


async def test_a_text_of_any_length_is_answered(certifier: ColdCertifier, false: Statement) -> None:
    answer = await certifier.certify(false, STUCK, 30)

    assert isinstance(answer, NotCertified)
    assert answer.refusal is Refusal.REFUSED_SOURCE


async def test_a_certificate_says_what_was_certified(core: CoreLean, certifier: ColdCertifier) -> None:
    swap = statement(core, "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p")

    answer = await certifier.certify(swap, "⟨h.2, h.1⟩", 30)

    assert isinstance(answer, Certificate)
    assert answer.source == f"{core.environment.header}\n{swap.signature} := ⟨h.2, h.1⟩\n"
    assert (answer.name, answer.signature, answer.proof) == ("swap", swap.signature, "⟨h.2, h.1⟩")
    assert answer.axioms == ()
    assert answer.lean_version == core.environment.lean_version
    assert answer.library == core.environment.library
    assert answer.statement_digest == swap.digest
    assert answer.source_digest == hashlib.sha256(answer.source.encode()).hexdigest()
    assert 0 < answer.elapsed_s < 10


async def test_permitted_axioms_are_listed(core: CoreLean, certifier: ColdCertifier) -> None:
    same = statement(core, "theorem same (p q : Prop) (h : p ↔ q) : p = q")

    answer = await certifier.certify(same, "propext h", 30)

    assert isinstance(answer, Certificate)
    assert answer.axioms == ("propext",)


@pytest.mark.parametrize(
    ("proof", "refusal"),
    [
        ("sorry", Refusal.HAS_SORRY),
        ("True.intro", Refusal.ELABORATION_ERROR),
        ("nofun\naxiom cheat : False", Refusal.REFUSED_SOURCE),
        ("nofun\ntheorem other : True := True.intro", Refusal.REFUSED_SOURCE),
        ("sorry /-", Refusal.REFUSED_SOURCE),
    ],
)
async def test_a_refusal_says_why(
    certifier: ColdCertifier, false: Statement, proof: str, refusal: Refusal
) -> None:
    answer = await certifier.certify(false, proof, 30)

    assert isinstance(answer, NotCertified)
    assert answer.refusal is refusal
    assert answer.detail


@pytest.mark.parametrize(
    ("preamble", "proof", "refusal"),
    [
        ("axiom cheat : False\n", "cheat", Refusal.AXIOMS),
        ("theorem cheat : False := sorry\n", "cheat", Refusal.HAS_SORRY),
        ("set_option warn.sorry false\ntheorem cheat : False := sorry\n", "cheat", Refusal.HAS_SORRY),
    ],
)
async def test_the_judge_finds_what_stands_before_the_theorem(
    certifier: ColdCertifier, false: Statement, preamble: str, proof: str, refusal: Refusal
) -> None:
    answer = await certifier.judge(replace(false, preamble=preamble), proof, 30)

    assert isinstance(answer, NotCertified)
    assert answer.refusal is refusal


# Earlier kernels computed compiled functions in place of their definitions, behind one of these names.
COMPILED = {
    "Lean.reduceBool": """def Lean.reduceBool (b : Bool) : Bool := b
def compiled : Bool := true
@[implemented_by compiled] def defined : Bool := false
theorem runs : Lean.reduceBool defined = true := by decide +kernel
theorem cheat : False := nomatch (show false = true from runs)
""",
    "Lean.reduceNat": """def Lean.reduceNat (n : Nat) : Nat := n
def compiled : Nat := 1
@[implemented_by compiled] def defined : Nat := 0
theorem runs : Nat.beq (Lean.reduceNat defined) 1 = true := by decide +kernel
theorem cheat : False := nomatch (show false = true from runs)
""",
}


@pytest.mark.parametrize("name", COMPILED)
async def test_a_name_that_stood_for_running_a_program_proves_nothing(
    certifier: ColdCertifier, false: Statement, name: str
) -> None:
    altered = replace(false, preamble=COMPILED[name])

    gated = await certifier.certify(altered, "cheat", 30)
    judged = await certifier.judge(altered, "cheat", 30)

    assert isinstance(gated, NotCertified)
    assert gated.refusal is Refusal.REFUSED_SOURCE
    assert isinstance(judged, NotCertified)
    assert judged.refusal is Refusal.ELABORATION_ERROR
    assert "proved that the proposition" in judged.detail


@pytest.mark.parametrize(
    "change",
    [
        {"conclusion": "True := True.intro --"},
        {"conclusion": "True\n:= True.intro\ntheorem other : False"},
        {"conclusion": "True := by trivial /-"},
        {"conclusion": "True\n:= True.intro\nexample : True"},
        {"binders": ": True := True.intro\ntheorem other"},
        {"name": "True.intro", "preamble": "namespace Mine\n"},
        {"header": "prelude"},
    ],
)
async def test_a_statement_with_more_in_it_is_not_certified(
    certifier: ColdCertifier, false: Statement, change: dict[str, str]
) -> None:
    altered = replace(false, **change)

    gated = await certifier.certify(altered, "True.intro", 30)
    judged = await certifier.judge(altered, "True.intro", 30)

    assert isinstance(gated, NotCertified)
    assert not isinstance(judged, Certificate)


class Swapping(ColdCertifier):
    """Compiles this in place of the statement and its proof, as a stranger in the compiler would."""

    body = ""

    async def _submission(self, folder: Path, source: str) -> Path:
        return await ColdCertifier._submission(self, folder, f"{self.core.environment.header}\n{self.body}\n")


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        ("theorem t : True := True.intro", Refusal.STATEMENT_CHANGED),
        ("theorem t (h : False) : False := h", Refusal.STATEMENT_CHANGED),
        ("theorem other : True := True.intro", Refusal.STATEMENT_CHANGED),
        (
            "def Mine.False := True\nopen Mine in\ntheorem t : Mine.False := True.intro",
            Refusal.STATEMENT_CHANGED,
        ),
        ("axiom t : False", Refusal.AXIOMS),
        ("axiom cheat : False\ntheorem t : False := cheat", Refusal.AXIOMS),
        ("private axiom propext.cheat : False\ntheorem t : False := propext.cheat", Refusal.AXIOMS),
        ("axiom «propext, x» : False\ntheorem t : False := «propext, x»", Refusal.AXIOMS),
        ("axiom «propext.{u}» : False\ntheorem t : False := «propext.{u}»", Refusal.AXIOMS),
    ],
)
async def test_what_was_compiled_is_judged_by_its_type_and_axioms(
    core: CoreLean, false: Statement, body: str, refusal: Refusal
) -> None:
    certifier = Swapping(core)
    Swapping.body = body

    answer = await certifier.judge(false, "nofun", 30)

    assert isinstance(answer, NotCertified)
    assert answer.refusal is refusal


async def test_a_refutation_is_certified_for_the_negation(core: CoreLean, certifier: ColdCertifier) -> None:
    wrong = statement(core, "theorem wrong (n : Nat) : n = 0")

    answer = await certifier.certify_refutation(wrong, "fun h => nomatch h 1", 30)

    assert isinstance(answer, Certificate)
    assert answer.name == "wrong_is_false"
    assert answer.signature == "theorem wrong_is_false : ¬ (∀ (n : Nat), n = 0)"


async def test_a_proof_is_not_a_refutation(core: CoreLean, certifier: ColdCertifier) -> None:
    right = statement(core, "theorem right (n : Nat) : n = n")

    answer = await certifier.certify_refutation(right, "rfl", 30)

    assert isinstance(answer, NotCertified)


async def test_a_negation_that_is_not_the_statements_refutes_nothing(
    core: CoreLean, certifier: ColdCertifier
) -> None:
    sometimes = statement(core, "variable (p : Prop)\ntheorem sometimes (h : p) : ¬ p")

    answer = await certifier.certify_refutation(sometimes, "fun h => sorry", 30)

    assert isinstance(answer, NotCertified)
    assert answer.refusal is Refusal.STATEMENT_CHANGED


@pytest.mark.parametrize("deadline_s", [0.0, 0.02, 0.6])
async def test_past_the_deadline_nothing_is_decided(
    certifier: ColdCertifier, false: Statement, deadline_s: float, running: Running
) -> None:
    answer = await certifier.judge(false, STUCK, deadline_s)

    assert isinstance(answer, Undecided)
    assert answer.reason is Reason.TIMEOUT


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(cpu_s=1), Reason.TIMEOUT),
        (Limits(resident_bytes=200 << 20), Reason.MEMORY),
        (Limits(output_bytes=100), Reason.OUTPUT_LIMIT),
    ],
)
async def test_past_a_limit_nothing_is_decided(
    core: CoreLean, false: Statement, limits: Limits, reason: Reason
) -> None:
    answer = await ColdCertifier(core, limits).judge(false, STUCK, 20)

    assert isinstance(answer, Undecided)
    assert answer.reason is reason


async def test_a_library_that_is_not_there_decides_nothing(
    core: CoreLean, tmp_path: Path, false: Statement
) -> None:
    answer = await ColdCertifier(replace(core, lean_path=tmp_path)).certify(false, "nofun", 30)

    assert not isinstance(answer, Certificate)


async def test_a_cancelled_certification_leaves_nothing(certifier: ColdCertifier, false: Statement) -> None:
    certification = asyncio.create_task(certifier.judge(false, STUCK, 30))
    await asyncio.sleep(0.5)
    certification.cancel()

    with pytest.raises(asyncio.CancelledError):
        await certification


async def test_a_lean_that_crashes_decides_nothing(
    certifier: ColdCertifier, false: Statement, running: Running
) -> None:
    certification = asyncio.create_task(certifier.judge(false, STUCK, 30))
    while not running():  # noqa: ASYNC110 - there is no event for this
        await asyncio.sleep(0.01)
    running()[0].send_signal(signal.SIGSEGV)

    answer = await certification

    assert isinstance(answer, Undecided)
    assert answer.reason is Reason.CRASHED


@pytest.mark.parametrize("deadline_s", [0.001, 0.01, 0.03, 0.05, 0.07, 0.1, 0.13])
async def test_no_deadline_leaves_a_process_behind(
    certifier: ColdCertifier, false: Statement, deadline_s: float, running: Running
) -> None:
    for _ in range(5):
        await certifier.judge(false, "sorry", deadline_s)
    await asyncio.sleep(0.2)

    assert not running()
