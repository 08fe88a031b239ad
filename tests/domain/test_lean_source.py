import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import NotAStatement
from app.domain.lean_source import header, position, sorries, with_header, words
from app.domain.verdict import Position

HEADER = "prelude\nimport Lemmata"


def texts(source: str) -> list[str]:
    return [word.text for word in words(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("theorem a.b₁' : x", ["theorem", "a.b₁'", ":", "x"]),
        ("a -- axiom\nb", ["a", "b"]),
        ("a /- b /- c -/ d -/ e", ["a", "e"]),
        ('"a -- b" c', ['"a -- b"', "c"]),
        (r'"a\"b" c', [r'"a\"b"', "c"]),
        ('r#"a"b"# c', ['r#"a"b"#', "c"]),
        ("'\"' x", ["'\"'", "x"]),
        ("f' 'a'", ["f'", "'a'"]),
        ("«a b».c", ["«a b».c"]),
        ("x := y", ["x", ":=", "y"]),
    ],
)
def test_words_are_what_lean_reads_as_words(source: str, expected: list[str]):
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "hidden"),
    [
        ("1axiom", "axiom"),
        ("1e5axiom", "axiom"),
        ("1_000axiom", "axiom"),
        ("1.axiom", "axiom"),
        ("1.5e-3axiom", "axiom"),
        ("0b1axiom", "axiom"),
        ("x.1axiom", "axiom"),
        ("λaxiom", "axiom"),
        ("sᶜaxiom", "axiom"),
        ("{x //- axiom -/ 3}", "axiom"),
        ("a <--axiom", "axiom"),
    ],
)
def test_a_keyword_cannot_hide_behind_another_token(source: str, hidden: str):
    assert hidden in texts(source)


@pytest.mark.parametrize("source", ["a /- b", "/- /- -/", 'x "abc', 'r#"abc"'])
def test_what_never_ends_is_refused_with_its_place(source: str):
    with pytest.raises(NotAStatement) as caught:
        words(source)

    assert caught.value.position is not None


@given(st.text(max_size=60))
def test_reading_words_ends_and_keeps_their_places(source: str):
    try:
        found = words(source)
    except NotAStatement:
        return

    assert all(source.startswith(word.text, word.offset) for word in found)


def test_positions_count_lines_from_one_and_characters_from_zero():
    assert position("ab\n𝔸c", 4) == Position(2, 1)


def test_sorries_in_comments_and_strings_do_not_count():
    assert sorries('sorry -- sorry\n/- sorry -/ "sorry" admit') == [Position(1, 0), Position(2, 20)]


@pytest.mark.parametrize(
    ("source", "imports", "rest"),
    [
        ("theorem a : b", (), "theorem a : b"),
        ("import Mathlib\ntheorem a : b", ("Mathlib",), "\ntheorem a : b"),
        ("prelude\nimport A.B\nimport C\nx", ("A.B", "C"), "\nx"),
        ("-- words\nimport all A\n\nx", ("A",), "\n\nx"),
        ("module\npublic import A\nx", ("A",), "\nx"),
        ("import", (), ""),
    ],
)
def test_a_header_is_found(source: str, imports: tuple[str, ...], rest: str):
    found = header(source)

    assert found.imports == imports
    assert source[found.end :] == rest


def test_a_foreign_header_is_replaced_and_the_answer_says_so():
    document = with_header("import Mathlib\nimport Foo\n\ntheorem a : b", HEADER)

    assert document.source.startswith(HEADER + "\n")
    assert "Mathlib" not in document.source
    assert "`Mathlib`, `Foo`" in document.notes[0]


@pytest.mark.parametrize("text", ["theorem a : b", "import Mathlib\n\n  theorem a : b"])
def test_positions_are_those_of_the_text_as_it_was_given(text: str):
    document = with_header(text, HEADER)
    inside = position(document.source, document.source.index("theorem"))

    assert document.given(inside) == position(text, text.index("theorem"))
