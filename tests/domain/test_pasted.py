"""A proof as somebody gives it becomes a term."""

import pytest

from app.domain.pasted import as_term


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("  intro x\n  simp\n", "by\n  intro x\n  simp"),
        ("by simp", "by simp"),
        ("  by\n    simp", "by\n  simp"),
        (":= by\n  simp", "by\n  simp"),
        (" := by simp", "by simp"),
        (":= h", "h"),
        ("byCases h", "by\n  byCases h"),
        ("omega", "by\n  omega"),
        ("h", "by\n  h"),
        ("(simp; omega)", "by\n  (simp; omega)"),
        ("", "by\n"),
    ],
)
def test_tactics_become_a_term(text: str, term: str):
    assert as_term(text) == term


@pytest.mark.parametrize(
    "term",
    [
        "fun h => h",
        "fun h =>\n  h.symm",
        "⟨h, h⟩",
        "h.symm",
        "(h.trans g).symm",
        "(fun x => x) h",
        "‹p›",
        "@id _ h",
        "Or.inl h",
    ],
)
def test_what_cannot_be_tactics_is_a_term(term: str):
    assert as_term(f" {term}\n".replace("\n", "\n ")) == term


@pytest.mark.parametrize(
    ("text", "tactics"),
    [
        ("intro x\n  simp\n  exact y", "intro x\nsimp\nexact y"),
        ("intro x\n    -- a note\n    simp", "intro x\n-- a note\nsimp"),
        ("constructor\n  · simp\n    ring\n\n  · simp", "constructor\n· simp\n  ring\n\n· simp"),
        ("simp at *\n  rw [h]", "simp at *\nrw [h]"),
        (
            "obtain ⟨x, hx⟩ := h -- by\n  cases x with\n  | a => simp\n  | b => simp",
            "obtain ⟨x, hx⟩ := h -- by\n  cases x with\n  | a => simp\n  | b => simp",
        ),
    ],
)
def test_lines_behind_a_first_that_was_copied_from_its_middle_stand_below_it(text: str, tactics: str):
    assert as_term(text) == "by\n" + "\n".join(f"  {line}" if line else "" for line in tactics.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "have h : p := by\n  simp\n  exact x",
        "induction n with\n  | zero => simp\n  | succ k ih => simp",
        "calc a = b := by simp\n  _ = c := by simp",
        "nlinarith [a,\n  b]",
        "all_goals\n  simp\n  omega",
        "by_cases h : p <;>\n  simp",
        "exact foo\n  (bar)",
        "obtain ⟨x, hx⟩ :=\n  h",
        "simp /- never ends\n  simp",
    ],
)
def test_what_goes_on_from_the_first_line_stays_further_right(text: str):
    first, *rest = text.split("\n")

    assert as_term(text) == "\n".join(["by", f"  {first}", *(f"  {line}" for line in rest)])
