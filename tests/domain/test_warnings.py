"""Warnings that the text of a statement is enough for."""

from __future__ import annotations

import pytest

from app.domain.verdict import Message, Position, Severity
from app.domain.warnings import MOST, WarningKind, automatic_variables, text_warnings


def kinds(text: str) -> list[WarningKind]:
    return [warning.kind for warning in text_warnings(text)]


@pytest.mark.parametrize(
    "text",
    [
        "theorem t (α β : Type) (f : α → β) (Γ Δ : Prop) (hα₁ : Γ ∧ Δ) : Δ",
        "theorem t (n : ℕ) (x : ℤ) (𝔸 ε' ℓ : Prop) : n ≤ n ∧ ∀ m, m ∣ m * n",
        "theorem t (s t : Set ℕ) : s ∩ t ⊆ s ∪ t := by\n\tsimp -- done",
        "theorem «two words» (é : Prop) (h : é) : é",
        'theorem t : "ab" ≠ "ba"',
    ],
)
def test_an_ordinary_text_gives_no_warning(text: str) -> None:
    assert text_warnings(text) == ()


@pytest.mark.parametrize("letter", ["а", "О", "Ν", "Α", "ο", "Ｆ", "\u212a", "\u0131"])
def test_a_letter_that_looks_like_another_is_told(letter: str) -> None:
    (warning,) = text_warnings(f"theorem t (x{letter}y : Prop) : True")

    assert warning.kind is WarningKind.LOOK_ALIKE
    assert f"U+{ord(letter):04X}" in warning.text
    assert warning.where == f"x{letter}y"


def test_an_accent_that_is_a_character_of_its_own_is_told() -> None:
    (warning,) = text_warnings("theorem t (e\u0301 : Prop) : True")

    assert warning.kind is WarningKind.LOOK_ALIKE
    assert "U+0301" in warning.text


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\u2069", "\u200f", "\u061c", "\u202a"])
def test_a_character_that_turns_the_direction_is_told_even_in_a_comment(character: str) -> None:
    (warning,) = text_warnings(f"theorem t\n -- {character}\n : True")

    assert warning.kind is WarningKind.BIDIRECTIONAL
    assert warning.where == "2:4"


@pytest.mark.parametrize(
    "character", ["\u200b", "\u00ad", "\u3164", "\ufeff", "\x00", "\r", "\udc80", "\u2028"]
)
def test_a_character_that_cannot_be_seen_is_told(character: str) -> None:
    (warning,) = text_warnings(f"theorem t : True{character}")

    assert warning.kind is WarningKind.UNSEEN
    assert warning.where == "1:16"


def test_letters_are_told_in_a_text_that_lean_cannot_read() -> None:
    assert kinds("theorem t : Fаlse /- ") == [WarningKind.LOOK_ALIKE]


def test_of_very_many_warnings_the_first_are_told() -> None:
    assert len(text_warnings("".join(f"а{number} " for number in range(1000)))) == MOST


def test_each_warning_is_told_once() -> None:
    assert len(text_warnings("theorem t (а : Prop) (h : а) : а")) == 1


def said(text: str) -> Message:
    return Message(Severity.ERROR, text, Position(1, 0), Position(1, 1))


def test_a_word_that_some_leans_would_make_a_variable_is_told() -> None:
    messages = [
        said("Unknown identifier `Fasle`\n\nNote: It is not possible to treat `Fasle` as a variable"),
        said("Type mismatch"),
        said("unknown universe level `u`"),
    ]

    warnings = automatic_variables(messages)

    assert [(warning.kind, warning.where) for warning in warnings] == [
        (WarningKind.AUTOMATIC_VARIABLE, "Fasle"),
        (WarningKind.AUTOMATIC_VARIABLE, "u"),
    ]


def test_other_errors_tell_of_no_variable() -> None:
    assert automatic_variables([said("Type mismatch: `x`"), said("unexpected token")]) == ()
