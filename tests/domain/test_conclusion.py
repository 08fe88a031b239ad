"""What replies end with, as models write it."""

import time

import pytest

from app.domain.conclusion import UNTOLD, answer, difference, plain


@pytest.mark.parametrize(
    "reply",
    [
        "DIFFERENT: it assumes too much.",
        "**DIFFERENT**: it assumes too much.",
        "**DIFFERENT: it assumes too much.**",
        "Different: it assumes too much.",
        "- different: it assumes too much",
        "DIFFERENT:\nit assumes too much.",
        "DIFFERENT\n\nit assumes too much.",
        "DIFFERENT - it assumes too much.",
        "DIFFERENT. it assumes too much.",
        "`DIFFERENT`: it assumes too much.",
        "The variables are the same.\nSame conclusion.\nDIFFERENT: it assumes too much.",
        "SAME: no, wait.\nDIFFERENT: it assumes too much.",
        "**Answer:** DIFFERENT: it assumes too much.",
        "Verdict: **Different**: it assumes too much.",
        "So these are DIFFERENT: it assumes too much.",
        "So these are DIFFERENT (it assumes too much).",
        "### DIFFERENT: it assumes too much.",
        "Variables: the same.\nSame.\nDIFFERENT (it assumes too much)",
        "Same.\nDifferent (it assumes too much).",
        "Same.\nDIFFERENT [it assumes too much",
        "DIFFERENT it assumes too much",
        "Same.\nDIFFERENT: it assumes too much.\nSAME, but over integers",
        "$\\boxed{\\text{DIFFERENT: it assumes too much.}}$",
    ],
)
def test_a_difference_is_read_however_it_is_written(reply: str):
    assert difference(reply) == "it assumes too much"


def test_a_difference_that_is_not_told_is_one():
    assert difference("**Different**") == difference("DIFFERENT:") == UNTOLD


@pytest.mark.parametrize(
    "reply",
    [
        "SAME",
        "**SAME**",
        "Same.",
        "They agree.\nSAME",
        "Answer: SAME",
        "The answer is: **Same**.",
        "DIFFERENT: no, wait.\nSAME",
        "$\\boxed{\\text{SAME}}$",
    ],
)
def test_agreement_is_read_however_it_is_written(reply: str):
    assert difference(reply) == ""


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "I cannot tell.",
        "They are not the same.",
        "Not the same.",
        "Not SAME: the second says nothing.",
        "NOT the SAME: the second has more",
        "SAME, but over integers",
        "SAME: no, wait.",
        "SAME (if n is positive)",
        "≠ SAME",
        "SAME\nNo: the second has another hypothesis.",
        "Variables: same. Hypotheses: different",
        "Different variables are used.",
        "They are not DIFFERENT: the names are others",
    ],
)
def test_what_is_not_plainly_said_is_not_said(reply: str):
    assert difference(reply) is None


def test_half_of_a_long_line_is_not_read():
    assert difference(f"{'word ' * 1000} not\n{'So it is not ' * 400}SAME") is None
    assert difference(f"{'word ' * 1000}\nSAME") == ""


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        ("ANSWER: 3", "3"),
        ("**ANSWER**: 3", "3"),
        ("**ANSWER: 3**", "3"),
        ("Answer: 3.", "3"),
        ("**Final answer:** $3$", "3"),
        ("ANSWER:\n3", "3"),
        ("ANSWER: 2\nNo.\nANSWER: 3", "3"),
        ("ANSWER: -3", "-3"),
        ("ANSWER: .5", ".5"),
        ("So the ANSWER: x = 3", "x = 3"),
        ("The answer is 3", "3"),
        ("Thus the answer is 3.", "3"),
        ("The answer is: $3$.", "3"),
        ("ANSWER: $n = 0$ or $n=1$", "$n = 0$ or $n=1$"),
        ("ANSWER: \\(3\\)", "3"),
        ("ANSWER:\n\\[\n3\n\\]", "3"),
        ("ANSWER:\n$$\n3\n$$", "3"),
        ("ANSWER: $\\boxed{3}$", "3"),
        ("Thus the answer is \\boxed{0, 1}.", "0, 1"),
        ("So \\[ \\boxed{\\frac{\\sqrt{2}}{2}} \\] as was asked.\nThat is all.", "\\frac{\\sqrt{2}}{2}"),
        ("They are \\boxed{0} and \\boxed{1}.", "0, 1"),
        ("\\boxed{2}\nNo.\n\\boxed{3}", "3"),
        ("I do not know.", ""),
        ("The answer is hard to find.\nI give up.", ""),
        ("", ""),
    ],
)
def test_an_answer_is_read_however_it_is_written(reply: str, told: str):
    assert answer(reply) == told


@pytest.mark.parametrize(
    "alike",
    [
        ("42", "\\(42\\)", "$42$", "x = 42", "42.", "\\text{42}", "$x = 42$"),
        ("0, 1", "{0, 1}", "\\{0,1\\}", "n = 0 or n = 1", "$n = 0$ or $n=1$", "0 and 1", "n \\in \\{0, 1\\}"),
        ("1/2", "\\frac{1}{2}", "$\\dfrac{1}{2}$"),
        ("Yes", "yes", "\\text{Yes}"),
    ],
)
def test_answers_that_are_spelled_differently_are_one(alike: tuple[str, ...]):
    assert len({plain(each) for each in alike}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2^{n}+1", "2^{n+1}"),
        ("(0, 1)", "{0, 1}"),
        ("x = 1 and y = 2", "y = 1 and x = 2"),
        ("x + y = 3", "x + 3"),
        ("4", "2"),
        ("-1", "1"),
        ("candor", "c"),
    ],
)
def test_answers_that_differ_stay_apart(one: str, other: str):
    assert plain(one) != plain(other)


@pytest.mark.parametrize(
    "part", ["\\boxed{", "\\boxed{{{", "$", "\\(", "DIFFERENT ", "answer is ", "the ", "*", "x=,"]
)
def test_a_long_reply_of_whatever_kind_is_read_at_once(part: str):
    text, started = part * (3900 // len(part)), time.monotonic()

    for reply in (text, f"{text * 25}\n{text}"):
        difference(reply)
        plain(answer(reply))

    assert time.monotonic() - started < 2
