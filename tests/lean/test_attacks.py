"""Texts made to fool us, the whole way: what is false is never proved, what is true is never refuted."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

import pytest

from app.domain.certificate import Claim, NotCertified
from app.domain.events import (
    Inconsistent,
    LeftUndecided,
    Misstated,
    Open,
    Outcome,
    Proved,
    Refuted,
    StatementLocked,
)
from app.domain.goal import Goal
from app.domain.problem import Problem
from app.domain.proof import Proposal
from app.domain.statement import read_statement
from app.lean.environments import CoreLean
from app.lean.pool import LeanPool
from app.models.symbolic import SymbolicProver
from app.pipeline.lab import Lab
from app.pipeline.solve import solve
from app.trust.certify import Certifier
from app.trust.statements import StatementCertifier
from tests.fakes import MemoryJournal

# Where this command reaches Lean unseen, `1 + 1 = 3` has a proof.
ODD = "instance odd : Add Nat := ⟨fun _ _ => 3⟩"
ONE_PLUS_ONE = "theorem t : 1 + 1 = 3 := by rfl"

HIDDEN = {
    "a comment whose first character Lean skips": f"/-/- -/ {ODD} -- -/\n",
    "a comment for a document that seems to end at once": f'def a : Nat := 0\n/--/ "  -/ {ODD} --"\n',
    "a comment in front of such a comment": f'def a : Nat := 0\n/-- -- -/ "\n -/ {ODD} --"\n',
    "a quoted name over two lines": f'def «\n"» : Nat := 0\n{ODD} --"\n',
    "a character that is a new line": f"variable (h : ['\n','\"'] = []) {ODD} --\" ])\n",
    "a comment behind an or": f"def P : Prop := True \\/-- \n True\n{ODD} -- -/\n",
    "a comment behind a bar": f'def f (n : Nat) : Nat := match n with\n  |--"\n    _ => 0\n{ODD} --"\n',
    "a quoted name that looks like a string": (
        f"theorem f {{α β : Type}} (_ : α) (_ : β) : True := trivial\n"
        f'variable (h : f `r"a\\" b" = trivial) {ODD} --")\n'
    ),
    "a word in quotes": "def a : Nat := 0\n«instance» odd : Add Nat := ⟨fun _ _ => 3⟩\n",
    "a word behind a number": f"def a : Nat := 0{ODD}\n",
    "a word behind a projection": f"theorem a (h : True ∧ True) : True := h.1{ODD}\n",
    "a return without a new line": f"def a : Nat := 0 --\r{ODD}\n",
}

GATED = {
    "a class of one's own": (
        "def a : Nat := 0\nclass Absurd : Prop where\n  out : False\n"
        "variable [Absurd]\ntheorem t : False := Absurd.out"
    ),
    "a Greek letter in Not": "def Νot (p : Prop) : Prop := True\ntheorem t : Νot True := True.intro",
    "a Cyrillic letter in quotes": "def «Fаlse» : Prop := True\ntheorem t : «Fаlse» := True.intro",
    "a sign of its own for Kelvin": "theorem t (K \u212a : Prop) (h : K) : \u212a := h",
    "half of the claim behind a return": "theorem t : True --\r ∧ False",
    "a letter that is drawn as nothing": "def «False\u3164» : Prop := True\ntheorem t : «False\u3164»",
    "a file read into the statement": 'theorem t : include_str "/etc/hostname" = ""',
    "code in a string": 'theorem t : s! "{by run_tac x}" = ""',
    "the machinery opened in quotes": "open «Lean»\ntheorem t : False",
    "a byte that is not text": "theorem t : True -- \udcff",
    "a name over two lines": "theorem «t\n#exit» : False := nofun",
    "an unsafe definition": "unsafe def f : False := f\ntheorem t : False := f",
    "a derived instance": "inductive A | a deriving DecidableEq\ntheorem t : False",
    "two theorems": "theorem a : True := trivial\ntheorem b : False",
    "two million digits": f"theorem t : {'9' * 2_000_000} = 1",
}

FALSE = {
    "a gcd of one's own": "def Nat.gcd (_ _ : Nat) : Nat := 0\ntheorem t : Nat.gcd 2 2 = 0",
    "an equality of one's own": "def Eq (a b : Nat) : Prop := True\ntheorem t : 1 = 2 := True.intro",
    "a Nat of one's own": "abbrev Nat := Bool\ntheorem t : (1 : Nat) = 2",
    "a False of one's own": "inductive False : Prop | mk\ntheorem t : False := False.mk",
    "a False of one's own, opened": "def M.False : Prop := True\nopen M\ntheorem t : False := True.intro",
    "another name for True": "def M.T := True\nopen M renaming T → False\ntheorem t : False := True.intro",
    "an instance's name": "def instAddNat : Add Nat := ⟨fun _ _ => 3⟩\ntheorem t : 1 + 1 = 3 := by rfl",
    "a structure that extends a class": "structure S extends Add Nat\ntheorem t : 1 + 1 = 3 := by rfl",
    "a definition that never ends": "def f (n : Nat) : False := f n\ntheorem t : False := f 0",
    "a definition said to end": (
        "def f (n : Nat) : False := f (n + 1)\ntermination_by 0 - n\ntheorem t : False := f 0"
    ),
    "a fixed point": "def f (n : Nat) : False := f n\npartial_fixpoint\ntheorem t : False := f 0",
    "a loop in a where": "theorem t : False := go 0\nwhere go (n : Nat) : False := go (n + 1)",
    "a loop in a tactic": "theorem t : False := by\n  let rec go (n : Nat) : False := go n\n  exact go 0",
    "a type that contains its functions": (
        "inductive Bad | mk (f : Bad → False)\n"
        "theorem t : False := (fun b : Bad => b.1 b) (.mk fun b => b.1 b)"
    ),
    "a type that is too large": "inductive U : Type | mk (a : Type)\ntheorem t : False",
    "data out of a proof": (
        "inductive S : Prop | mk (b : Bool)\ndef S.out (s : S) : Bool := match s with | .mk b => b\n"
        "theorem t : true = false := show S.out (.mk true) = S.out (.mk false) from rfl"
    ),
    "an instance by hand": "theorem t : False := @of_decide_eq_true False (isFalse id) rfl",
    "decided by the kernel": "theorem t : 2 ^ 64 = 2 ^ 64 + 1 := by decide +kernel",
    "decided by a program": "theorem t : 1 = 2 := by decide +native",
    "decided as configured": "theorem t : 1 = 2 := by decide (config := { kernel := true })",
    "a hypothesis that the claim does not name": "variable (h : False)\ntheorem t : False := h",
    "itself": "theorem t : False := t\ntermination_by 0",
    "an unreachable place": "theorem t : False := lcUnreachable",
    "a default of a field": "structure S where\n  h : False := S.h {}\ntheorem t : False := ({} : S).h",
    "a proof that goes on in a comment": "theorem t (n : Nat) -- m\n  : n = 1 := n\n  : True := True.intro",
    "all of a universe": "theorem t.{u} (α : Sort u) (x y : α) : x = y := by rfl",
}

TWO_MEANINGS = """\
inductive D : Bool → Type where | mk : D false
def Q {b : Bool} (x : D b) : Prop := match b with | true => False | false => ∀ v : D true, False
def v : D false := D.mk
"""
TRUE = {
    "a variable for the first theorem only": f"{TWO_MEANINGS}variable (v : D true) in\ntheorem t : Q v",
    "a modifier behind it": f"{TWO_MEANINGS}variable (v : D true) in nonrec\ntheorem t : Q v",
    "the same variable for all": f"{TWO_MEANINGS}variable (v : D true)\ntheorem t : Q v",
}

HONEST = {
    "comments everywhere": (
        "/-- about two -/\ndef two : Nat := 2 -- two\n/- /- in -/ out -/\n/-! # More -/\n"
        "theorem t (n : Nat) -- a number\n  : /- here -/ n + two = n + 2 := -- the proof\n  rfl"
    ),
    "strings and characters": """theorem t : ("a\\n\\"b" = "a\\n\\"b") ∧ '\\'' = '\\'' ∧ 'x' = 'x'""",
    "a raw string": 'theorem t : r"a\\b" = r#"a\\b"#',
    "an instance without a name": "theorem t (α : Type) [Inhabited α] (n : Nat) : n + 0 = n := rfl",
    "a variable instance": "variable {α : Type} [Inhabited α]\ntheorem t (x : α) : 0 + 2 = 2 := rfl",
    "functions without names": "theorem t : (· + 1) 2 = 3 ∧ (fun (a, b) => a + b) (1, 2) = 3 := ⟨rfl, rfl⟩",
    "a let in the claim": "theorem t : let (a, b) := (1, 2); a + b = 3 := rfl",
    "an opened namespace": "open Nat in\ntheorem t (a : Nat) : succ a = a + 1 := rfl",
    "letters of mathematics": "theorem t (Γ Δ : Prop) (hα₁ : Γ ∧ Δ) (ℓ ε' : Nat) : Δ := hα₁.2",
    "words in quotes": "theorem «two words» («a b» : Prop) (h : «a b») : «a b» := h",
    "a structure": "structure P where\n  x : Nat\n  y : Nat := 3\ntheorem t : ({ x := 1 } : P).y = 3 := rfl",
    "an inductive type": (
        "inductive T where | leaf | node (l r : T)\ndef T.size : T → Nat\n  | leaf => 1\n"
        "  | node l r => l.size + r.size\ntheorem t : (T.node .leaf .leaf).size = 2 := rfl"
    ),
    "the instance in sight": "theorem t : letI : Add Nat := ⟨fun _ _ => 3⟩; 1 + 1 = 3 := rfl",
}

EXHAUSTING = {
    "a number of many digits": f"theorem t : {'7' * 90_000} = 1",
    "many brackets": f"theorem t : {'(' * 40_000}True{')' * 40_000}",
    "many negations": f"theorem t (p : Prop) : {'¬' * 20_000}p",
    "many binders": f"theorem t {''.join(f'(x{n} : Nat) ' for n in range(3000))}: True",
    "a number beyond all memory": "theorem t : 2 ^ (2 ^ 40) = 1 := by decide +kernel",
    "a tactic without end": "theorem t : 1 = 2 := by repeat (first | skip | done)",
}


@pytest.fixture
async def lab(core: CoreLean) -> AsyncIterator[Lab]:
    async with LeanPool(core, 1) as pool:
        yield Lab(
            core.environment,
            pool,
            StatementCertifier(Certifier(core)),
            SymbolicProver(),
            check_s=1,
            certify_s=10,
        )


class Silent:
    """Proposes nothing: the proof in the text is the only one."""

    async def propose(self, goal: Goal, preamble: str = "") -> Sequence[Proposal]:
        return []


async def run(lab: Lab, text: str, seconds: float = 2) -> Outcome:
    return await solve(Problem(text, seconds=seconds), lab, MemoryJournal())


@pytest.mark.parametrize("case", HIDDEN)
async def test_a_command_cannot_be_hidden_from_the_gate(lab: Lab, case: str) -> None:
    outcome = await run(lab, HIDDEN[case] + ONE_PLUS_ONE)

    assert isinstance(outcome, Misstated)
    assert outcome.messages == ()  # it was refused before Lean saw it


@pytest.mark.parametrize("case", GATED)
async def test_what_misleads_a_reader_or_runs_a_program_is_refused(lab: Lab, case: str) -> None:
    outcome = await run(lab, GATED[case])

    assert isinstance(outcome, Misstated)
    assert outcome.messages == ()


@pytest.mark.parametrize("case", FALSE)
async def test_a_false_statement_is_not_proved(lab: Lab, case: str) -> None:
    outcome = await run(replace(lab, prover=Silent()), FALSE[case])

    assert isinstance(outcome, Misstated | Open | Refuted | LeftUndecided)


@pytest.mark.parametrize("case", TRUE)
async def test_a_true_statement_is_not_refuted(lab: Lab, case: str) -> None:
    outcome = await run(lab, TRUE[case], seconds=1)

    assert isinstance(outcome, Misstated | Open | Proved | Inconsistent | LeftUndecided)


async def test_what_holds_for_one_command_refutes_nothing(core: CoreLean) -> None:
    statement = read_statement(
        TRUE["a variable for the first theorem only"], core.environment.header
    ).statement

    answer = await StatementCertifier(Certifier(core)).certify(
        statement, "by\n  intro h\n  exact h", Claim.REFUTED, 30
    )

    assert isinstance(answer, NotCertified), answer


@pytest.mark.parametrize("case", HONEST)
async def test_an_honest_text_is_proved(lab: Lab, case: str) -> None:
    outcome = await run(lab, HONEST[case])

    assert isinstance(outcome, Proved)


@pytest.mark.parametrize("case", EXHAUSTING)
async def test_an_exhausting_text_is_answered_in_time(lab: Lab, case: str) -> None:
    started = time.monotonic()

    outcome = await run(lab, EXHAUSTING[case], seconds=1)

    assert isinstance(outcome, Misstated | Open | LeftUndecided)
    assert time.monotonic() - started < 6  # one check of a second, and a busy machine


async def test_what_changes_the_meaning_stands_in_what_was_certified(lab: Lab) -> None:
    definition = "def Mine.False : Prop := True\n"
    journal = MemoryJournal()

    outcome = await solve(Problem(f"{definition}theorem Mine.t : False := True.intro"), lab, journal)

    locked = next(event for event in journal.events if isinstance(event, StatementLocked))
    assert isinstance(outcome, Proved)
    assert definition in outcome.certificate.solution
    assert locked.preamble == definition
