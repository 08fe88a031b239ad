"""Colour for Lean text, which a stranger wrote."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from app.web.colour import lean

TEXTS = st.text(st.sampled_from("ab <>&\"'\n\t/-+.:=⟨⟩∧∀ℕ𝔸0_`@[]\\?!"), max_size=80)


def test_keywords_tactics_symbols_and_numbers_are_told_apart() -> None:
    coloured = lean("theorem t : 1 ∧ Prop := by exact h -- why")

    found = re.findall(r'class="lean-(\w+)">([^<]*)<', coloured)
    assert found == [
        ("keyword", "theorem"),
        ("literal", "1"),
        ("symbol", "∧"),
        ("type", "Prop"),
        ("keyword", "by"),
        ("keyword", "exact"),
        ("comment", "-- why"),
    ]


@given(TEXTS)
def test_no_letter_is_lost_and_no_markup_gained(text: str) -> None:
    coloured = str(lean(text))

    plain = re.sub(r'</?span(?: class="lean-\w+")?>', "", coloured)
    assert not re.search(r"[<>]", plain)
    assert html.unescape(plain) == text
