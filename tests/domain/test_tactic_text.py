"""Blocks of tactics in the text of another proof."""

import pytest

from app.domain.tactic_text import block, gaps, tactics


@pytest.mark.parametrize(
    ("proof", "expected"),
    [
        ("by simp", "simp"),
        ("by\n  intro h\n  exact h", "intro h\nexact h"),
        ("by\n    intro h\n    exact h\n", "intro h\nexact h"),
        ("rfl", "exact rfl"),
        ("fun h => h", "exact (fun h => h)"),
        ("fun h =>\n  h", "exact (\n  fun h =>\n    h)"),
        ("by intro h\n   exact h", "exact (\n  by intro h\n     exact h)"),
        ("byte", "exact byte"),
    ],
)
def test_a_proof_is_a_block_of_tactics(proof: str, expected: str):
    assert block(proof) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("simp", [(0, "simp")]),
        ("intro h\nexact h", [(0, "intro h"), (1, "exact h")]),
        ("-- first\nintro h -- second\n\nexact h", [(1, "intro h"), (3, "exact h")]),
        ("constructor\n· simp\n  ring\n· omega", [(0, "constructor"), (1, "· simp\n  ring"), (3, "· omega")]),
        (
            "cases h with\n| inl a => simp\n| inr b => omega",
            [(0, "cases h with\n| inl a => simp\n| inr b => omega")],
        ),
        ("constructor\n<;> simp", [(0, "constructor\n<;> simp")]),
        (
            "have h : a = b := by\n  /- two\nlines -/\n  simp\nexact h",
            [(0, "have h : a = b := by\n  simp"), (4, "exact h")],
        ),
        ("", []),
    ],
)
def test_a_block_is_split_into_its_tactics(text: str, expected: list[tuple[int, str]]):
    assert tactics(text) == expected


def test_gaps_in_comments_and_strings_are_none():
    text = 'by\n  -- sorry\n  have s := "sorry" /- sorry -/\n  sorry'

    assert [gap.offset for gap in gaps(text)] == [text.rindex("sorry")]
