"""Whether a text is a problem in words or in Lean."""

from __future__ import annotations

import re

_DECLARES = re.compile(
    r"^[ \t]*(?:@\[[^\]\n]*\]\s*)?(?:theorem|lemma|example|def|abbrev|import|prelude)\b", re.M
)
_RUN = re.compile(r"(?<![\w.])(?:[^\W\d_]+['’]?,? )+[^\W\d_]+")
_OPENS = re.compile(
    r"\s*(?:show|prove|find|determine|compute|calculate|evaluate|solve|suppose|assume|let|what|how|which|is|are|if|"
    r"for|give)\b",
    re.I,
)
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{4,}")
_LEAN_WORDS = frozenset(
    {"fun", "if", "then", "else", "let", "in", "have", "show", "from", "by", "match", "with"}
)
_QUESTION = re.compile(
    r"\b(?:find|determine|compute|calculate|evaluate|solve|what|which|how many|how much|for which)\b", re.I
)


def in_words(text: str) -> bool:
    """Whether `text` reads like prose: four words in a row, or as much of a script without spaces.

    Three are enough where it begins as problems do. A text that declares something is Lean, whatever its
    comments say.
    """
    if _DECLARES.search(text):
        return False
    runs = (re.findall(r"[^\W\d_]+", run) for run in _RUN.findall(text))
    least = 3 if _OPENS.match(text) else 4
    prose = any(sum(len(word) > 1 and word not in _LEAN_WORDS for word in run) >= least for run in runs)
    return prose or _UNSPACED.search(text) is not None


def asks_for_an_answer(text: str) -> bool:
    """Whether a problem in words wants something found, as against shown."""
    return _QUESTION.search(text) is not None
