"""The gate: what it reads is what Lean reads, and what cannot be read for sure is refused."""

import pytest

from app.domain.gate import refused_words
from app.domain.lean_source import words
from app.domain.verdict import Position


@pytest.mark.parametrize(
    "text",
    [
        "/-/ a -/",
        "/--/ a -/",
        "/-- -- a -/",
        "/--\n/- a -/ -/",
        "/-!-- a -/",
        "a \\/-- b",
        "|-- a",
        "=>/- a -/",
        "2x",
        "1.e5a",
        "h.1then",
        "«a»b",
        'x"a"',
        's!"{a}"',
        's! "{a}"',
        "'\n'",
        "'\\n a '",
        "f ' a",
        '"\\q"',
        '"a\\\n  b"',
        "«a\nb»",
        "`a",
        "Νat",
        "«Fаlse»",
        "\u212a",
        "a\u00a0b",
        "a\rb",
        "\u3164",
        "\udc80",
        "class A",
        "«class»",
        "a.sorryAx",
        "Lean.reduceBool",
        "@[simp]",
        "(a]",
        "(a))",
        "[a",
        '[1]\'"\' " #eval 1 -- "',
        'x⁻¹\'"\' " #eval 1 -- "',
        "x ''\"' \" #eval 1 -- \"",
    ],
)
def test_what_lean_or_a_reader_could_read_otherwise_is_refused(text: str):
    assert refused_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "a -- b\n/- c /- d -/ -/ /-- e -/ /-! f -/",
        "(/- a -/ b) [-- c\n]",
        '"a\\n\\x41\\u00e9\\"" r"\\q" r#"""#',
        "'a' '\\'' '\\\\' '\\x41'",
        "h.1.2 x' f'' 2 * x 0x1f 1_000 1.5e-3 n.succ",
        "α β₁ ε' Γ Δ Σ ℕ ℝ 𝔸 ℓ é «two words»",
        "∀n,n≤n→0<n",
        "l[i]'h f '' s f ⁻¹' s (f ⁻¹' {x | g[0]'h x}) x⁻¹",
    ],
)
def test_what_lean_and_a_reader_read_alike_is_not_refused(text: str):
    assert refused_words(text) == []


def test_what_is_allowed_is_not_refused_and_nothing_else_is_allowed():
    words = [refused.word for refused in refused_words("namespace A\nsection B", frozenset({"namespace"}))]

    assert words == ["section"]
    assert refused_words("-- namespace A\n/- section B ( -/") == []


def test_a_letter_that_has_no_sign_is_a_letter_as_in_lean():
    assert [word.text for word in words("a\u03a2'\"'\"")] == ["a\u03a2'", '"\'"']


def test_of_very_many_refused_words_the_first_are_told():
    refused = refused_words(")" * 90_000)

    assert 0 < len(refused) < 100
    assert refused[0].position == Position(1, 0)
