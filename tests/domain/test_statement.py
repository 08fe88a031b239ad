import pytest

from app.domain.errors import NotAStatement
from app.domain.gate import REFUSED_WORDS, refused_words
from app.domain.lean_source import position
from app.domain.statement import Reading, read_statement
from app.domain.verdict import Position

HEADER = "prelude\nimport Lemmata"


def read(text: str) -> Reading:
    return read_statement(text, HEADER)


def refusal(text: str) -> NotAStatement:
    with pytest.raises(NotAStatement) as caught:
        read(text)
    return caught.value


def test_a_theorem_without_a_proof_is_locked_as_it_stands():
    reading = read("theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p")

    assert reading.statement.signature == "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p"
    assert reading.proof == ""
    assert reading.statement.source("by x") == f"{HEADER}\n{reading.statement.signature} := by x\n"


@pytest.mark.parametrize("ending", [":=", ":= sorry", ":= by sorry", ":= by\n  skip\n  sorry", ":= by"])
def test_an_unfinished_proof_leaves_the_work_to_lemmata(ending: str):
    reading = read(f"theorem a (p : Prop) : p → p {ending}")

    assert reading.proof == ""
    assert reading.statement.conclusion == "p → p"


def test_a_finished_proof_is_kept_to_be_tried_first():
    reading = read("theorem a (p : Prop) : p → p := by\n  intro h\n  exact h")

    assert reading.proof == "by\n  intro h\n  exact h"
    assert reading.attempt is not None
    assert reading.attempt.source.endswith("exact h\n")


@pytest.mark.parametrize("tactic", ["induction n with", "match n with", "cases n with"])
def test_a_proof_of_ones_own_may_tell_cases_apart(tactic: str):
    proof = f"by\n  {tactic}\n  | zero => rfl\n  | succ k => simp"

    reading = read_statement(f"theorem a (n : Nat) : n = n := {proof}", HEADER)

    assert reading.proof == proof


def test_a_proof_may_have_definitions_of_its_own_behind_it():
    assert read("theorem a : 1 = 1 := b where b := rfl").proof == "b where b := rfl"


def test_definitions_and_comments_may_stand_before_the_theorem():
    reading = read("def two : Nat := 2\n/-- about two -/\ntheorem a : two = 2")

    assert reading.statement.preamble == "def two : Nat := 2\n/-- about two -/\n"
    assert reading.statement.signature == "theorem a : two = 2"


def test_a_bare_proposition_is_a_statement():
    assert read("∀ p : Prop, p → p").statement.signature == "theorem problem : ∀ p : Prop, p → p"


def test_an_example_gets_a_name():
    assert read("example (n : Nat) : n = n").statement.signature == "theorem problem (n : Nat) : n = n"


def test_a_let_in_the_claim_does_not_end_it():
    assert read("theorem a : let x := 3; x = 3 := rfl").statement.conclusion == "let x := 3; x = 3"


def test_universes_are_kept_for_the_statement_and_its_negation():
    statement = read("theorem a.{u} {α : Type u} (x : α) : x = x").statement

    assert statement.signature == "theorem a.{u} {α : Type u} (x : α) : x = x"
    assert statement.negation().signature == "theorem a_is_false.{u} : ¬ (∀ {α : Type u} (x : α), x = x)"


def test_the_digest_changes_with_the_header_the_definitions_and_the_claim():
    digests = {
        read_statement(text, header).statement.digest
        for header in (HEADER, "import Mathlib")
        for text in ("theorem a : b", "theorem a : c", "open Nat\ntheorem a : b")
    }

    assert len(digests) == 6


@pytest.mark.parametrize(
    "text",
    [
        "theorem name (p : Prop) : MARK",
        "lemma name (p : Prop) : MARK",
        "example (p : Prop) : MARK",
        "import Mathlib\n\n  lemma name (p : Prop) :\n    MARK",
        "def x : Nat := 2 theorem name : MARK",
        "  -- words\n  MARK",
    ],
)
def test_places_in_the_claim_are_those_of_the_text_as_given(text: str):
    claim = read(text).claim

    place = position(claim.source, claim.source.index("MARK"))

    assert claim.given(place) == position(text, text.index("MARK"))


def test_places_are_kept_when_the_theorem_gets_another_name():
    text = "lemma em (p : Prop) : MARK := by\n  exact MARK2"
    reading = read_statement(text, HEADER, "em'")
    assert reading.attempt is not None

    for document, mark in ((reading.claim, "MARK"), (reading.attempt, "MARK"), (reading.attempt, "MARK2")):
        place = position(document.source, document.source.index(mark))

        assert document.given(place) == position(text, text.index(mark))
    assert reading.statement.signature == "theorem em' (p : Prop) : MARK"


def test_places_in_ones_own_proof_are_those_of_the_text_as_given():
    text = "example (p : Prop) : p → p := by\n  intro h\n  MARK"
    attempt = read(text).attempt
    assert attempt is not None

    place = position(attempt.source, attempt.source.index("MARK"))

    assert attempt.given(place) == position(text, text.index("MARK"))


def test_options_that_lemmata_sets_by_itself_are_left_out_and_the_answer_says_so():
    text = "import Mathlib\nset_option maxHeartbeats 400000\nopen Nat\n\ntheorem a : MARK"
    reading = read(text)

    place = position(reading.claim.source, reading.claim.source.index("MARK"))

    assert reading.statement.preamble == "open Nat\n\n"
    assert "`set_option maxHeartbeats 400000`" in reading.claim.notes[-1]
    assert reading.claim.given(place) == position(text, text.index("MARK"))


@pytest.mark.parametrize("option", ["debug.skipKernelTC true", "pp.all true", "maxHeartbeats 0 in"])
def test_other_options_are_refused(option: str):
    assert "set_option" in str(refusal(f"set_option {option}\ntheorem a : b"))


def test_letters_of_notation_and_of_comments_are_read():
    text = "-- тест\ntheorem é : (Σ n, f n) = (λ α => αᵒᵖ) ∧ 𝒜 = ℝ"

    assert read(text).statement.name == "é"


def test_tabs_are_read_as_spaces():
    assert read("theorem a :\n\tb ∧\tc").statement.conclusion == "b ∧ c"


@pytest.mark.parametrize("language", ["```lean\n", "```\n", " ~~~lean4\n", "``` {.lean}\n", "\n```lean4  \n"])
def test_the_lines_that_quote_all_of_a_text_are_no_part_of_it(language: str):
    text = f"{language}theorem a : b := by\n  foo\n{language.strip()[:3]}\n"

    reading = read(text)

    assert (reading.statement.name, reading.statement.conclusion, reading.proof) == ("a", "b", "by\n  foo")
    assert reading.claim.given(Position(language.count("\n") + 3, 0)).line == language.count("\n") + 1
    assert read(f"{language}p ∧ q\n{language.strip()[:3]}").statement.conclusion == "p ∧ q"


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("", "nothing to prove", None),
        ("```\n```", "nothing to prove", None),
        ("Prove:\n```lean\ntheorem a : b\n```", "leave out the lines with ```", Position(2, 0)),
        ("```lean\ntheorem a : b\n```\n```lean\n```", "leave out the lines with ```", Position(3, 0)),
        ("theorem тест (n : ℕ) : n = n", "Lean takes no `т` in a name", Position(1, 8)),
        ("theorem a (н : ℕ) : н = н", "Lean takes no `н` in a name", Position(1, 11)),
        ("theorem a数 : 1 = 1", "Lean takes no `数` in a name", Position(1, 9)),
        (" \n\t", "nothing to prove", None),
        ("-- only words", "only a header or a comment", None),
        ("import Mathlib", "only a header or a comment", None),
        ("def x : Nat := 3", "Definitions alone", Position(1, 16)),
        ("theorem a : b\ntheorem c : d", "lines 1, 2", Position(2, 0)),
        ("theorem a : b := c\ndef d := e", "Nothing may follow", Position(2, 0)),
        ("theorem a", "behind a colon", Position(1, 0)),
        ("theorem a := b", "behind a colon", Position(1, 10)),
        ("theorem a : p ∧ q where left := h", "not behind `where`", Position(1, 18)),
        ("theorem a :", "no claim", Position(1, 10)),
        ("theorem : b", "needs a name", Position(1, 0)),
        ("theorem a : ∀ n : Nat, n = n\n| 0 => rfl", "behind `:=`", Position(2, 0)),
        ("theorem a : sorry", "no `sorry`", Position(1, 12)),
        ("theorem a (p : Prop : p", "never closed", Position(1, 10)),
        ("theorem a : p)", "closes nothing", Position(1, 13)),
        ("theorem a : p /- b", "never ends", Position(1, 14)),
        ("import Mathlib\ntheorem a : b\n#eval 1", "`#eval`", Position(3, 0)),
        ("simp theorem a : b", "did not expect `simp`", Position(1, 0)),
        ("∀ p, p := sorry", "needs a theorem", Position(1, 0)),
        ("theorem a : p\u202eq", "U+202E", Position(1, 13)),
        ("theorem a : p\x00", "U+0000", Position(1, 13)),
    ],
)
def test_what_is_no_statement_is_refused_in_words_and_at_its_place(
    text: str, words: str, place: Position | None
):
    error = refusal(text)

    assert words in str(error)
    assert error.position == place


@pytest.mark.parametrize("word", sorted(REFUSED_WORDS))
def test_every_refused_word_is_refused_in_a_proof_and_in_quotes(word: str):
    assert [refused.word for refused in refused_words(f"by exact {word} foo")] == [word]
    assert refused_words(f"by exact «{word}» foo")
    assert refused_words(f"by exact Foo.{word}")


@pytest.mark.parametrize(
    "text",
    ["Lean.Elab.foo", "_root_.sorryAx", "IO.Process.exit", "@[simp]", "#print x", 's!"{by run_tac x}"'],
)
def test_the_machinery_of_lean_is_refused(text: str):
    assert refused_words(text)


@pytest.mark.parametrize(
    "text", ["by simp [Nat.add_comm]", "fun h => ⟨h.2, h.1⟩", "by omega -- axiom", '"axiom"']
)
def test_ordinary_proofs_are_not_refused(text: str):
    assert refused_words(text) == []
