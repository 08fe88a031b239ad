"""What a model's reply offers, whatever else it holds."""

import pytest

from app.domain.namespaces import SHOWN
from app.domain.reply import Offered, Unusable, fill, lean_code, plan_in, proof_in, statement_in
from app.domain.statement import read_statement

STATED = "theorem t (n : ℕ) (h : n = 1) : n + 0 = 1"
PROVED = f"{STATED} := by\n  simp [h]"
STATEMENT = read_statement(STATED, "prelude\nimport Lemmata").statement


def fenced(code: str, language: str = "lean4") -> str:
    return f"```{language}\n{code}\n```"


@pytest.mark.parametrize(
    "reply",
    [
        fenced(PROVED),
        fenced(PROVED, "lean"),
        fenced(PROVED, ""),
        "### Plan\nFirst `simp`.\n\n" + fenced(PROVED) + "\nThis ends the proof.",
        fenced(f"import Mathlib\nset_option maxHeartbeats 400000\nopen Nat\n\n/-- Words. -/\n{PROVED}"),
        fenced(f"{STATED} := by\n  rfl") + "\nNo, better:\n" + fenced(PROVED),
        fenced(PROVED) + "\n" + fenced("print(1)", "python"),
        f"```lean4\n{STATED} := by\n  simp [h]",
        fenced("theorem t\n    (n : ℕ) (h : n = 1) :\n    n + 0 = 1 := by\n  simp [h]"),
        fenced(f"{STATED} := by\n  simp [h]\n\n#print axioms t"),
        fenced(PROVED).replace("\n", "\r\n"),
        fenced(PROVED).replace(" ", "\N{NO-BREAK SPACE}"),
    ],
)
def test_the_proof_of_the_last_lean_block_is_offered(reply: str):
    assert proof_in(reply, STATEMENT) == Offered("by\n  simp [h]")


NUMBERED = "1. So:\n   ```lean4\n" + "\n".join(f"   {line}" for line in PROVED.split("\n")) + "\n   ```"


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(f"```lean4\n{PROVED}```", id="closed at the end of the last line"),
        pytest.param(f"```lean4\n{PROVED}``` This proves it.", id="words behind the fence"),
        pytest.param(NUMBERED, id="in a list"),
        pytest.param(f"Sure: ```lean4\n{PROVED}\n```", id="opened behind words"),
        pytest.param(f"~~~lean4\n{PROVED}\n~~~\nDone.", id="tildes"),
        pytest.param(f"````lean4\n{PROVED}\n````", id="four"),
        pytest.param(f"```plaintext\n{PROVED}\n```", id="another language"),
        pytest.param(f"```{{.lean}}\n{PROVED}\n```", id="an attribute"),
        pytest.param(PROVED, id="no fence"),
        pytest.param(f"import Mathlib\n\n/-- Words. -/\n-- More.\n{PROVED}", id="a file without a fence"),
        pytest.param(f"{PROVED}\n```\nThis proves it.", id="closed, but never opened"),
        pytest.param(f"```lean4\n{STATED} := by\n  rfl\nNo:\n{fenced(PROVED)}", id="begun again"),
        pytest.param(f"{fenced(PROVED)}\nThis proves\n{fenced(f'{STATED} := by sorry')}", id="stated again"),
        pytest.param(
            f"{fenced(f'{STATED} := by sorry')}\nThe proof:\n{fenced('simp [h]')}", id="tactics apart"
        ),
        pytest.param(fenced(f"{PROVED}\n\n{STATED} := by sorry"), id="stated again in the same block"),
        pytest.param(fenced("simp [h]", "tactics"), id="tactics"),
        pytest.param(fenced(":= by\n  simp [h]"), id="what stands behind the statement"),
        pytest.param(fenced(f"{STATED}\n  := by\n  simp [h]"), id="a line break before the proof"),
    ],
)
def test_a_proof_is_found_however_it_is_fenced(reply: str):
    assert proof_in(reply, STATEMENT) == Offered("by\n  simp [h]")


def test_code_may_begin_on_the_line_of_its_fence():
    assert proof_in(f"```lean {STATED} := by simp [h]\n```", STATEMENT) == Offered("by simp [h]")


def test_words_that_begin_like_a_command_are_no_code():
    assert proof_in("open questions remain, and section 2 proves nothing", STATEMENT) == Unusable(
        "The reply holds no Lean code."
    )


@pytest.mark.parametrize(
    "behind",
    [
        fenced("Goals accomplished!", ""),
        fenced("No goals", ""),
        fenced("simp [h]"),
        fenced("#check t"),
        fenced("example : (1 : ℕ) + 0 = 1 := t 1 rfl"),
        fenced("lemma helper : True := trivial"),
    ],
)
def test_what_stands_behind_the_theorem_that_was_asked_for_is_no_proof_of_it(behind: str):
    assert proof_in(f"{fenced(PROVED)}\nThat is:\n{behind}", STATEMENT) == Offered("by\n  simp [h]")


@pytest.mark.parametrize(
    ("tactics", "proof"),
    [("simp [h]", "by\n  simp [h]"), ("by simp [h]", "by simp [h]"), ("  rw [h]\n", "by\n  rw [h]")],
)
def test_a_block_of_tactics_alone_is_the_proof(tactics: str, proof: str):
    assert proof_in(fenced(tactics), STATEMENT) == Offered(proof)


@pytest.mark.parametrize(
    "code",
    [
        f"-- First a\n-- theorem.\n{PROVED}",
        f"/- The\ntheorem says it. -/\n{PROVED}",
        f"/-- The\nlemma of Foo: x. -/\n{PROVED}",
        f"{PROVED}\n-- done\n/- the\ntheorem is proved -/",
        f"{PROVED} -- a zero-width\u200b space, 👩\u200d🔬 and Ολα",
        f"-- no set_option here\n{PROVED}",
        f"{STATED} := by\n  -- by the hypothesis\n\n  simp [h]  -- and no more",
    ],
)
def test_comments_are_left_out(code: str):
    assert proof_in(fenced(code), STATEMENT) == Offered("by\n  simp [h]")


@pytest.mark.parametrize("tactic", ["classical", "end_game", "open_map", "examples'", "definitely"])
def test_a_tactic_at_the_edge_that_begins_like_a_command_is_none(tactic: str):
    assert proof_in(fenced(f"{STATED} := by\n{tactic}\nsimp"), STATEMENT) == Offered(f"by\n{tactic}\nsimp")


def test_a_string_over_several_lines_stays_as_it_is():
    told = 'have s : String := "a\n\n -- b"'

    assert proof_in(fenced(f"{STATED} := by\n  {told}\n  simp"), STATEMENT) == Offered(
        f"by\n  {told}\n  simp"
    )


def test_the_plan_is_what_stands_before_the_code():
    reply = f"First this.\r\n{fenced(PROVED)}\nThen that.\n{fenced('No goals', '')}"

    assert plan_in(reply) == "First this."
    assert lean_code(reply) == f"{PROVED}\n"
    assert plan_in("nothing") == lean_code("nothing") == ""


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        ("The claim is obvious.", "no Lean code"),
        (fenced("Goals accomplished!", ""), "proves no theorem"),
        (fenced("simp\n  theorem x : True := trivial"), "One theorem at a time"),
        (fenced("macro_rules | `(x) => `(y)"), "`macro_rules`"),
        ("", "no Lean code"),
        (fenced("print(1)", "python"), "no Lean code"),
        (fenced("def f := 1"), "proves no theorem"),
        (fenced(f"{STATED} := by sorry"), "without a proof"),
        (fenced(f"axiom trust : False\n{STATED} := trust.elim"), "`axiom`"),
        (fenced(f"{STATED} := by native_decide"), "`native_decide`"),
        (fenced(f"{STATED} := sorryAx _"), "`sorryAx`"),
        (fenced(f'macro "simp" : tactic => `(tactic| sorry)\n{STATED} := by simp'), "`macro`"),
        (fenced(f"{STATED} := by /- a comment"), "never ends"),
        (fenced(f"{STATED} :="), "without a proof"),
    ],
)
def test_what_cannot_be_used_says_why(reply: str, why: str):
    offered = proof_in(reply, STATEMENT)

    assert isinstance(offered, Unusable)
    assert why in offered.why


def test_a_changed_statement_is_told_and_its_proof_is_still_one_for_ours():
    offered = proof_in(fenced("theorem t (n : ℕ) : n = n := by\n  rfl"), STATEMENT)

    assert offered == Offered("by\n  rfl", "The reply states another theorem than was asked for.")


ODD = "theorem t (a b : ℤ) (ha : Odd a) (hb : Odd b) : ∃ k, a + b = 2 * k"
ODD_BEHIND = "theorem t : ∀ a b : ℤ, Odd a → Odd b → ∃ k, a + b = 2 * k"


@pytest.mark.parametrize(
    ("asked", "said", "proof"),
    [
        (ODD, ODD, "by\n  exact foo"),
        (ODD, "theorem t (a b : ℤ) (ha : Odd a) (hb : Odd b) : ∃ m, a + b = 2 * m", "by\n  exact foo"),
        (
            ODD,
            "theorem t (x y : ℤ) (hx : Odd x) (hy : Odd y) : ∃ k, x + y = 2 * k",
            "by\n  revert a b ha hb\n  intro x y hx hy\n  exact foo",
        ),
        (ODD, ODD.replace("hb", "h"), "by\n  revert hb\n  intro h\n  exact foo"),
        (ODD, ODD_BEHIND, "by\n  revert a b ha hb\n  exact foo"),
        (ODD_BEHIND, ODD, "by\n  intro a b ha hb\n  exact foo"),
        (
            "theorem t {G : Type} [Group G] (a : G) : a * 1 = a",
            "theorem t {H : Type} [Group H] (x : H) : x * 1 = x",
            "by\n  revert G a\n  intro H _ x\n  exact foo",
        ),
        (
            "theorem t (p q : Prop) (_ : p) : p ∨ q",
            "theorem t (p q : Prop) : (p) → (p ∨ q)",
            "by\n  exact foo",
        ),
    ],
)
def test_other_names_make_no_other_theorem_and_the_proof_finds_its_own(asked: str, said: str, proof: str):
    statement = read_statement(asked, STATEMENT.header).statement

    assert proof_in(fenced(f"{said} := by\n  exact foo"), statement) == Offered(proof)


@pytest.mark.parametrize(
    "said",
    [
        "theorem t (x y : ℤ) (hx : Odd x) (hy : Odd x) : ∃ k, x + y = 2 * k",
        "theorem t (x y : ℤ) (hx : Odd x) (hy : Odd y) : ∃ k, x + y = 2 * x",
        "theorem t (x y : ℤ) (hx : Odd x) : ∃ k, x + y = 2 * k",
        "theorem t (x y : ℕ) (hx : Odd x) (hy : Odd y) : ∃ k, x + y = 2 * k",
        "theorem t (x y : ℤ) : (Odd x → Odd y) → ∃ k, x + y = 2 * k",
        "theorem t : ∀ a b : ℤ, Odd a → Odd b ↔ ∃ k, a + b = 2 * k",
    ],
)
def test_what_is_about_something_else_is_another_theorem(said: str):
    offered = proof_in(fenced(f"{said} := by\n  exact foo"), read_statement(ODD, STATEMENT.header).statement)

    assert offered == Offered("by\n  exact foo", "The reply states another theorem than was asked for.")


def test_what_a_reply_defines_is_told_to_be_left_out():
    code = f"def idd (n : ℕ) : ℕ := n\n\n{STATED} := by\n  simp [idd, h]"

    assert proof_in(fenced(code), STATEMENT) == Offered(
        "by\n  simp [idd, h]", "What the reply defines was left out: `idd`."
    )


def test_what_the_statement_itself_defines_is_not_left_out():
    text = f"def idd (n : ℕ) : ℕ := n\n\n{STATED}"
    statement = read_statement(text, STATEMENT.header).statement

    assert proof_in(fenced(f"{text} := by\n  simp [h]"), statement) == Offered("by\n  simp [h]")


def test_the_namespaces_that_a_reply_opens_are_known():
    code = f"open Nat Finset\nopen scoped Function in\nnamespace Int\n{PROVED}\nend Int"

    offered = proof_in(fenced(code), STATEMENT)

    assert offered == Offered("by\n  simp [h]", namespaces=(*SHOWN, "Finset", "Function", "Int"))


@pytest.mark.parametrize(
    "reply",
    [
        fenced(f"{STATED} := by sorry"),
        f"```lean4\n{STATED} := by sorry```",
        f"{STATED} := by sorry",
        fenced(f"lemma helper : 1 = 1 := rfl\n\n{STATED} := by sorry"),
        fenced(f"namespace X\n\n/-- Words. -/\n@[simp] {STATED} := by sorry\n\nend X"),
        fenced(f"import Mathlib\nset_option maxHeartbeats 400000 in\nprivate {STATED} := by sorry\n#check t"),
        fenced(f"{STATED} := by sorry\n\nexample : 1 = 1 := rfl"),
    ],
)
def test_a_statement_is_found_with_the_same_patience(reply: str):
    assert statement_in(reply) == f"{STATED} := by sorry"


def test_a_statement_keeps_what_it_is_about():
    code = "open Nat\nvariable (n : ℕ)\nnoncomputable def idd := n\nlemma x : 1 = 1 := rfl\n"
    kept = "open Nat\nvariable (n : ℕ)\ndef idd := n\n"

    assert statement_in(fenced(f"{code}{STATED} := by\n  sorry")) == f"{kept}{STATED} := by\n  sorry"


def test_a_statement_that_cannot_be_taken_apart_is_given_as_it_is():
    assert statement_in(fenced("1 + 1 = 2")) == "1 + 1 = 2"
    assert statement_in(fenced(f"{STATED} /- a comment")) == f"{STATED} /- a comment\n"
    assert statement_in("No.") == ""


def test_lemmas_before_the_theorem_become_steps_of_its_proof():
    code = f"lemma a {{m : ℕ}} (h : m = 1) : m + 0 = 1 := by\n  omega\n\n{STATED} := a h"

    assert proof_in(fenced(code), STATEMENT) == Offered(
        "by\n  have a {m : ℕ} (h : m = 1) : m + 0 = 1 := by\n    omega\n  exact (a h)"
    )


def test_the_theorem_that_was_asked_for_is_taken_wherever_it_stands():
    code = f"{STATED} := by\n  omega\n\ntheorem other : True := trivial"

    assert proof_in(fenced(code), STATEMENT) == Offered("by\n  omega")


def test_a_sketch_is_offered_with_its_gaps():
    offered = proof_in(fenced(f"{STATED} := by\n  have : n = 1 := by sorry\n  omega"), STATEMENT)

    assert isinstance(offered, Offered)
    assert not offered.whole


@pytest.mark.parametrize(
    ("said", "proof"),
    [
        ("simp [h]", "by\n  simp [h]"),
        ("intro x\n    exact x\n", "by\n  intro x\n  exact x"),
        (
            "cases h with\n    | inl a => exact a\n  exact other\ntheorem x : p := q",
            "by\n  cases h with\n  | inl a => exact a",
        ),
    ],
)
def test_a_fill_is_the_lines_of_the_gap_and_no_more(said: str, proof: str):
    assert fill(said, 4) == Offered(proof)


def test_a_fill_may_hold_comments_and_the_lines_of_other_machines():
    assert fill("rw [h] -- \u200b\r\n    simp", 4) == Offered("by\n  rw [h]\n  simp")


@pytest.mark.parametrize(
    ("said", "why"),
    [("", "nothing"), ("-- x", "nothing"), ("native_decide", "`native_decide`"), ("simp /- x", "never ends")],
)
def test_a_fill_that_cannot_be_used_says_why(said: str, why: str):
    offered = fill(said, 4)

    assert isinstance(offered, Unusable)
    assert why in offered.why
