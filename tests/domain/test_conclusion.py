"""What replies end with, as models write it."""

import pytest

from app.domain.conclusion import Conclusion, conclusion

DIFFERENT = Conclusion("DIFFERENT", "it assumes too much")


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
        "### DIFFERENT: it assumes too much.",
    ],
)
def test_a_difference_is_read_however_it_is_written(reply: str):
    assert conclusion(reply, "SAME", "DIFFERENT") == DIFFERENT


@pytest.mark.parametrize(
    "reply", ["SAME", "**SAME**", "Same.", "They agree.\nSAME", "Answer: SAME", "The answer is: **Same**."]
)
def test_agreement_is_read_however_it_is_written(reply: str):
    assert conclusion(reply, "SAME", "DIFFERENT") == Conclusion("SAME")


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "I cannot tell.",
        "They are not the same.",
        "Not the same.",
        "Variables: same. Hypotheses: different",
        "Different variables are used.",
    ],
)
def test_what_is_no_conclusion_is_none(reply: str):
    assert conclusion(reply, "SAME", "DIFFERENT") == Conclusion()


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        ("ANSWER: 3", "3"),
        ("**ANSWER**: 3", "3"),
        ("**ANSWER: 3**", "3"),
        ("Answer: 3.", "3"),
        ("**Final answer:** $3$", "3"),
        ("ANSWER:\n3", "3"),
        ("ANSWER: 2\nNo.\nANSWER: 3", "3"),
        ("ANSWER: -3", "-3"),
        ("So the ANSWER: x = 3", "x = 3"),
        ("The answer is 3", ""),
    ],
)
def test_an_answer_is_read_however_it_is_written(reply: str, answer: str):
    assert conclusion(reply, "ANSWER").told == answer
