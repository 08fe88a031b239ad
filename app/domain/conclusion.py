"""What a reply in words ends with: an answer, or whether two texts say the same.

Models write both in many ways. Answers are voted on, so they are read generously; that two texts say the same
spares a person a warning, so it is read strictly.
"""

from __future__ import annotations

import re

UNTOLD = "How it differs was not said."
_END = 4000  # characters of a reply, in which all that it ends with stands
_BEGIN = r"[\s*_`#>\"'“(•–—-]*"
_NAMED = r"(?:(?:the|my|final|overall) )*"
_LABEL = (
    rf"{_BEGIN}(?i:{_NAMED}(?:(?:answer|verdict|result|conclusion)(?: is)?[*_`]*:?[\s*_`\"'“(-]*)?(?:the )?)"
)
_IN_A_BOX = re.compile(r"\W*\\boxed\s*\{(?:\\text\w*\s*\{)?(.*?)\}+\W*")
_SAME = re.compile(rf"{_LABEL}(?i:same)[\s*_`\"'”).]*")
_DIFFERENT = re.compile(
    rf"(?:{_LABEL}(?:(?i:different)(?=[*_`\"'”)]*\s*(?:[\[(:.,;–—-]|$))|DIFFERENT\b)"
    r"|.*(?<!(?i:not) )\bDIFFERENT(?=[*_`\"'”)]*\s*[(:]))[\s*_`\"'”)]*[\[(:.,;–—-]*(?P<told>.*)"
)
_ANSWER = re.compile(
    rf"(?:{_BEGIN}(?i:{_NAMED}answer(?: is)?)[*_`\"')]*\s*(?:[:–—]|$)|.*\bANSWER[*_`]*:)(?P<told>.*)"
)
_SAYS = re.compile(r".*\b(?i:answer is)\b[\s:]*(?P<told>.*)")
_BOXED = re.compile(r"\\boxed\s*\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+)\}")
_FORMULA = re.compile(r"\\[(\[](?P<brackets>(?:(?!\\[()\[\]]).)*)(?:\\[)\]])?|\$*(?P<dollars>[^$]*)\$*")
_SPELLING = (
    (re.compile(r"\\(?:left|right|displaystyle|quad)(?![A-Za-z])|\\[()\[\],;:! ]|\$"), ""),
    (re.compile(r"\\(?:text\w*|mathrm|operatorname)\s*\{([^{}]*)\}"), r"\1"),
    (re.compile(r"\\[dt]?frac\s*\{(\w+)\}\s*\{(\w+)\}"), r"\1/\2"),
    (re.compile(r"\\([{}])"), r"\1"),
    (re.compile(r"\s*,?\s*\b(?:and|or)\b\s*"), ","),
)
_VARIABLE = re.compile(r"(?:(?<=,)|^)\s*([^\W\d_])\s*(?:=|∈|\\in(?![A-Za-z]))")


def difference(reply: str) -> str | None:
    """How two texts differ by the last verdict of `reply`; empty where that is SAME.

    None where it says neither plainly: SAME stands alone in the last line, without a condition.
    """
    lines = [_IN_A_BOX.sub(r"\1", line) for line in _last_lines(reply) if line.strip()]
    for number in reversed(range(len(lines))):
        if _SAME.fullmatch(lines[number]):
            return "" if number == len(lines) - 1 else None
        if found := _DIFFERENT.match(lines[number]):
            return next(filter(None, map(_sentence, (found["told"], *lines[number + 1 :]))), UNTOLD)
    return None


def _last_lines(reply: str) -> list[str]:
    """Whole ones: half of one may say the opposite."""
    reply = reply.strip()
    return (reply[-_END:].partition("\n")[2] if len(reply) > _END else reply).splitlines()


def _sentence(told: str) -> str:
    told = told.strip("*_`$ .\t")
    return told.removesuffix(")") if told.count(")") > told.count("(") else told


def answer(reply: str) -> str:
    """The answer that `reply` ends with, empty where it has none.

    It was to stand behind `ANSWER: `; the last box counts too, and a last line that says what the answer is.
    """
    lines = _last_lines(reply)
    for number in reversed(range(len(lines))):
        if found := _ANSWER.match(lines[number]):
            return next(filter(None, map(_undressed, (found["told"], *lines[number + 1 :]))), "")
    boxed = next((line for line in reversed(lines) if _BOXED.search(line)), "")
    said = _SAYS.match(lines[-1]) if lines else None
    return _undressed(boxed or (said["told"] if said else ""))


def _undressed(text: str) -> str:
    """`text` without the markup around it, and without the signs that make a formula of all of it."""
    if boxes := _BOXED.findall(text):
        return ", ".join(map(_undressed, boxes))
    text = text.lstrip("*_` \t").rstrip("*_`. \t")
    if formula := _FORMULA.fullmatch(text):
        text = (formula["brackets"] or formula["dollars"] or "").strip(" \t").rstrip(".")
    return text


def plain(answer: str) -> str:
    """What answers have in common that differ in their spelling alone, for the vote on them."""
    for spelling, instead in _SPELLING:
        answer = spelling.sub(instead, answer)
    if len(set(_VARIABLE.findall(answer))) == 1:
        answer = _VARIABLE.sub("", answer)
    answer = "".join(answer.split()).casefold().rstrip(".")
    return answer[1:-1] if re.fullmatch(r"\{[^{}]*\}", answer) else answer
