"""The final word on a statement and a proof: honest proofs are certified, cheating ones never."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from app.domain.certificate import Certificate, Claim, NotCertified, Refusal
from app.domain.problem import Statement
from app.domain.statement import read_statement
from app.domain.verdict import Reason
from app.lean.environments import CoreLean
from app.lean.jail import LIMITS_ONLY, Jail
from app.lean.launch import Limits
from app.trust import statements
from app.trust.certify import PROVED, Certifier, Decision
from app.trust.decision import BadChallenge
from app.trust.statements import StatementCertifier
from tests.conftest import Running

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


@pytest.fixture(scope="module")
def files(core: CoreLean, jail: Jail) -> Certifier:
    return Certifier(core, jail=jail)


@pytest.fixture
def certifier(files: Certifier) -> StatementCertifier:
    return StatementCertifier(files)


async def ungated(files: Certifier, stated: Statement, proof: str, deadline_s: float = 30) -> Decision:
    """What is decided where nothing in the text is refused."""
    challenge, solution = stated.challenge().encode(), stated.source(proof).encode()
    return await replace(files, gate=False).certify(challenge, solution, deadline_s)


@pytest.mark.parametrize("case", HONEST)
async def test_an_honest_proof_is_certified(core: CoreLean, certifier: StatementCertifier, case: str) -> None:
    text, proof = HONEST[case]

    answer = await certifier.certify(statement(core, text), proof, Claim.PROVED, 30)

    assert isinstance(answer, Certificate)


@pytest.mark.parametrize("case", CHEATING)
async def test_a_cheating_proof_is_not_certified(
    certifier: StatementCertifier, false: Statement, case: str
) -> None:
    answer = await certifier.certify(false, CHEATING[case], Claim.PROVED, 30)

    assert isinstance(answer, NotCertified)


@pytest.mark.parametrize("case", CHEATING)
async def test_without_the_gate_no_cheating_proof_passes(
    files: Certifier, false: Statement, case: str
) -> None:
    assert (await ungated(files, false, CHEATING[case])).verdict != PROVED


@pytest.mark.parametrize(
    "proof",
    [
        "by set_option debug.skipKernelTC true in decide +kernel",
        "by set_option debug.«skipKernelTC» true in decide +kernel",
        "by exact (1e5set_option debug.skipKernelTC true in rfl)",
        "by\n  -- set_option debug.skipKernelTC true in\n  decide +kernel",
    ],
)
async def test_the_kernel_cannot_be_skipped(
    core: CoreLean, certifier: StatementCertifier, proof: str
) -> None:
    wrong = statement(core, "theorem wrong : (3 : Nat) = 2")

    answer = await certifier.certify(wrong, proof, Claim.PROVED, 30)

    assert isinstance(answer, NotCertified)
    assert answer.refusal is Refusal.REFUSED_SOURCE


async def test_a_text_of_any_length_is_answered(certifier: StatementCertifier, false: Statement) -> None:
    answer = await certifier.certify(false, STUCK, Claim.PROVED, 30)

    assert isinstance(answer, NotCertified)
    assert answer.refusal is Refusal.REFUSED_SOURCE


async def test_a_certificate_says_what_was_certified(core: CoreLean, certifier: StatementCertifier) -> None:
    swap = statement(core, "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p")

    answer = await certifier.certify(swap, "⟨h.2, h.1⟩", Claim.PROVED, 30)

    assert isinstance(answer, Certificate)
    assert answer.solution == f"{core.environment.header}\n{swap.signature} := ⟨h.2, h.1⟩\n"
    assert answer.challenge == answer.stated == f"{core.environment.header}\n{swap.signature} := sorry\n"
    assert (answer.theorem, answer.statement, answer.proof) == ("swap", swap.signature, "⟨h.2, h.1⟩")
    assert (answer.claim, answer.axioms, answer.jail) == (Claim.PROVED, (), "bubblewrap")
    assert answer.kernels == {"lean": "accepted", "lemmata": "accepted"}
    assert answer.constants_replayed > 0
    assert answer.versions["lean"] == core.environment.lean_version
    assert answer.hashes["library"] == core.environment.library
    assert answer.hashes["solution"] == sha256(answer.solution.encode()).hexdigest()
    assert answer.hashes["challenge"] == sha256(answer.challenge.encode()).hexdigest()
    assert 0 < answer.elapsed_ms < 10_000


async def test_permitted_axioms_are_listed(core: CoreLean, certifier: StatementCertifier) -> None:
    same = statement(core, "theorem same (p q : Prop) (h : p ↔ q) : p = q")

    answer = await certifier.certify(same, "propext h", Claim.PROVED, 30)

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
    certifier: StatementCertifier, false: Statement, proof: str, refusal: Refusal
) -> None:
    answer = await certifier.certify(false, proof, Claim.PROVED, 30)

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
async def test_what_stands_before_the_theorem_is_found(
    files: Certifier, false: Statement, preamble: str, proof: str, refusal: Refusal
) -> None:
    if refusal is Refusal.HAS_SORRY:
        with pytest.raises(BadChallenge, match="2 theorems"):
            await ungated(files, replace(false, preamble=preamble), proof)
    else:
        answer = await ungated(files, replace(false, preamble=preamble), proof)
        assert answer.verdict == "axioms[cheat]"


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
    files: Certifier, certifier: StatementCertifier, false: Statement, name: str
) -> None:
    altered = replace(false, preamble=COMPILED[name])

    gated = await certifier.certify(altered, "cheat", Claim.PROVED, 30)

    assert isinstance(gated, NotCertified)
    assert gated.refusal is Refusal.REFUSED_SOURCE
    with pytest.raises(BadChallenge, match="proved that the proposition"):
        await ungated(files, altered, "cheat")


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
    files: Certifier, certifier: StatementCertifier, false: Statement, change: dict[str, str]
) -> None:
    altered = replace(false, **change)

    gated = await certifier.certify(altered, "True.intro", Claim.PROVED, 30)

    assert isinstance(gated, NotCertified)
    with suppress(BadChallenge):
        answer = await ungated(files, altered, "True.intro")
        assert answer.verdict != PROVED or answer.theorem != altered.name


async def test_a_namespace_that_the_gate_misses_does_not_lend_its_theorem_another_name(
    certifier: StatementCertifier, false: Statement, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below `namespace Mine` the statement may mean something else than it seems to say."""
    monkeypatch.setattr(statements, "refusal", lambda *_: None)
    preamble = "namespace Mine\ndef False := True\n"

    answer = await certifier.certify(replace(false, preamble=preamble), "True.intro", Claim.PROVED, 30)

    assert isinstance(answer, NotCertified)
    assert answer.refusal is Refusal.REFUSED_SOURCE
    assert "Mine.t" in answer.detail


@pytest.mark.parametrize(
    ("body", "verdict"),
    [
        ("theorem t : True := True.intro", "statement_changed"),
        ("theorem t (h : False) : False := h", "statement_changed"),
        ("theorem other : True := True.intro", "missing"),
        ("def Mine.False := True\nopen Mine in\ntheorem t : Mine.False := True.intro", "statement_changed"),
        ("axiom t : False", "wrong_kind"),
        ("axiom cheat : False\ntheorem t : False := cheat", "axioms[cheat]"),
        ("axiom «propext, x» : False\ntheorem t : False := «propext, x»", "axioms[propext, x]"),
        ("axiom «propext.{u}» : False\ntheorem t : False := «propext.{u}»", "axioms[propext.{u}]"),
    ],
)
async def test_what_was_compiled_is_judged_by_its_type_and_axioms(
    files: Certifier, false: Statement, body: str, verdict: str
) -> None:
    answer = await replace(files, gate=False).certify(false.challenge().encode(), body.encode(), 30)

    assert answer.verdict == verdict


async def test_a_refutation_is_certified_for_the_negation(
    core: CoreLean, certifier: StatementCertifier
) -> None:
    wrong = statement(core, "theorem wrong (n : Nat) : n = 0")

    answer = await certifier.certify(wrong, "fun h => nomatch h 1", Claim.REFUTED, 30)

    assert isinstance(answer, Certificate)
    assert answer.claim is Claim.REFUTED
    assert answer.theorem == "wrong_is_false"
    assert answer.stated == wrong.challenge()
    assert answer.statement == "theorem wrong_is_false : ¬ (∀ (n : Nat), n = 0)"


async def test_a_proof_is_not_a_refutation(core: CoreLean, certifier: StatementCertifier) -> None:
    right = statement(core, "theorem right (n : Nat) : n = n")

    answer = await certifier.certify(right, "rfl", Claim.REFUTED, 30)

    assert isinstance(answer, NotCertified)


async def test_a_negation_that_is_not_the_statements_refutes_nothing(
    core: CoreLean, certifier: StatementCertifier
) -> None:
    sometimes = statement(core, "variable (p : Prop)\ntheorem sometimes (h : p) : ¬ p")

    answer = await certifier.certify(sometimes, "fun h => sorry", Claim.REFUTED, 30)

    assert isinstance(answer, NotCertified)
    assert answer.refusal is Refusal.STATEMENT_CHANGED


@pytest.mark.parametrize("deadline_s", [0.0, 0.02, 0.6])
async def test_past_the_deadline_nothing_is_decided(
    files: Certifier, false: Statement, deadline_s: float, running: Running
) -> None:
    assert (await ungated(files, false, STUCK, deadline_s)).verdict == "timeout"


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(cpu_s=1), Reason.TIMEOUT),
        (Limits(resident_bytes=200 << 20), Reason.MEMORY),
        (Limits(output_bytes=100), Reason.OUTPUT_LIMIT),
    ],
)
async def test_past_a_limit_nothing_is_decided(
    files: Certifier, false: Statement, limits: Limits, reason: Reason
) -> None:
    assert (await ungated(replace(files, limits=limits), false, STUCK, 20)).verdict == reason


async def test_a_library_that_is_not_there_decides_nothing(
    core: CoreLean, files: Certifier, tmp_path: Path, false: Statement
) -> None:
    nowhere = replace(files, core=replace(core, lean_path=tmp_path))
    answer = await StatementCertifier(nowhere).certify(false, "nofun", Claim.PROVED, 30)

    assert not isinstance(answer, Certificate)


async def test_a_cancelled_certification_leaves_nothing(
    files: Certifier, false: Statement, running: Running
) -> None:
    certification = asyncio.create_task(ungated(files, false, STUCK))
    await asyncio.sleep(0.5)
    certification.cancel()

    with pytest.raises(asyncio.CancelledError):
        await certification


async def test_a_lean_that_crashes_decides_nothing(
    files: Certifier, false: Statement, running: Running
) -> None:
    certification = asyncio.create_task(ungated(replace(files, jail=LIMITS_ONLY), false, STUCK))
    while not running():  # noqa: ASYNC110 - there is no event for this
        await asyncio.sleep(0.01)
    running()[0].send_signal(signal.SIGSEGV)

    assert (await certification).verdict == "crashed"


@pytest.mark.parametrize("deadline_s", [0.001, 0.01, 0.03, 0.05, 0.07, 0.1, 0.13])
async def test_no_deadline_leaves_a_process_behind(
    files: Certifier, false: Statement, deadline_s: float, running: Running
) -> None:
    for _ in range(5):
        await ungated(replace(files), false, "sorry", deadline_s)
    await asyncio.sleep(0.2)

    assert not running()
