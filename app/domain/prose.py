"""Whether a text is a problem in words or in Lean."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/-.*?(?:-/|\Z)|(?<!\S)--[^\n]*|\"[^\"\n]*\"", re.M | re.S)
_NAME = r"(?:[^\W\d][\w.'!?₀-₉]*|«[^»\n]*»)"
_DECLARES = re.compile(
    rf"^[ \t]*(?:@\[[^\]\n]*\]\s*)?(?:(?:private|protected|nonrec|noncomputable)\s+){{0,3}}(?:"
    rf"(?:theorem|lemma|def|abbrev)\s+{_NAME}\s*(?:[({{\[⦃:|]|\.\{{)|example\s*[({{\[⦃:]"
    rf"|import\s+[A-Z][\w.]*\s*$|prelude\s*$)",
    re.M,
)
_NAMES = r"((?:[^\W\d][\w']{0,40}\s+){0,20}[^\W\d][\w']*)\s*"
_BINDERS = re.compile(
    rf"(?:[∀∃∑∏λΣΠ⋃⋂]!?|\bfun\b|[(\[{{⦃])\s*{_NAMES}(?=[:,=↦])|[∀∃]!?\s*([^\W\d][\w']*)\s*[∈∉<>≤≥⊆≠]"
)
_WORD = re.compile(r"(?<![\w.@#'’\\])[^\W\d_₀-₉]{2,}(?![\w!])(?!['’](?![^\W\d]))(?!\.\w)")
_RUN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?(?:,? [^\W\d_]+(?:['’][^\W\d_]+)?)*")
_LATEX = re.compile(r"\$[^\s$](?:[^$\n]*[^\s$])?\$|\\[A-Za-z]{2,}|\\[(\[]")
_OTHER_SCRIPT = re.compile(
    "[\u0400-\u052f\u0590-\u06ff\u0900-\u0dff]{3,}|[\u0e00-\u0e7f]{3,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}|[\u1e00-\u1eff]"
)
_END = re.compile(r"[^\W_][)’'\"$]*[.?!]\s*\Z|[。？！।؟]\s*\Z|\w\s+\?\s*\Z")
_ASKS = re.compile(r"(?<!\w)\d+\s*\?\s*\Z|\.\.\.|…")
_NUMBER = r"\s*(?:[(\[]?\w{1,3}[.)\]]\s+|[A-Z]\w+\s*[\d.]*[.:]\s+)?[¿¡]?"
_OPENS = re.compile(
    rf"{_NUMBER}(?:"
    # English
    r"show|prove|disprove|find|determine|compute|calculate|evaluate|solve|simplify|verify|check|suppose|assume|given|"
    r"consider|what|which|how|why|when|who|is|are|does|do|can|for|there|every|each|any|no|Let|If|"
    # German
    r"zeige|zeigen|zeigt|beweise|beweisen|finde|bestimme|berechne|löse|sei|seien|ist|sind|gilt|wenn|falls|"
    # French
    r"montrer|montrez|montrons|prouver|prouvez|démontrer|démontrez|trouver|trouvez|calculer|déterminer|résoudre|"
    r"soit|soient|combien|quel|quelle|quels|quelles|"
    # Spanish, Portuguese
    r"demuestra|demuestre|demostrar|demonstre|prueba|pruebe|probar|mostrar|mostre|encuentra|encuentre|encontrar|"
    r"encontre|halla|hallar|calcula|calcule|calcular|resuelve|resolver|resolva|sea|sean|seja|sejam|cuántos|cuántas|"
    # Italian
    r"dimostra|dimostrare|dimostrate|mostrare|trova|trovare|calcolare|risolvi|risolvere|sia|siano|"
    # Dutch, Swedish, Polish, Czech, Turkish
    r"bewijs|toon|bereken|visa|bevisa|udowodnij|wykaż|pokaż|znajdź|oblicz|dokaž|dokažte|kanıtlayın"
    r")(?=[\s:,$(]|\Z)",
    re.I,
)
_LOWER_CASE = re.compile(r"\s*(?:let|if)\b")  # so begin terms of Lean
_LEAN_WORD = re.compile("fun|if|then|else|let|in|have|show|from|by|match|with|at|do")
_TITLE = re.compile(
    r"\s*[^\W\d_]{2}[\w'’ -]*\s"
    r"(?:theorem|lemma|conjecture|laws?|inequality|identity|formula|principle)[.?]?\s*\Z"
)
_PARTICLE = re.compile(
    r"the|is|are|was|be|of|that|every|each|such|than|whose|there|exists|we|our|an|any|no|hence|thus|since|because|therefore|whenever|to|for|it|its|this|these|"
    r"implies|divides|equals|holds|"
    r"ist|sind|der|die|das|dass|daß|jede|jeder|jedes|jedem|für|ein|eine|einer|und|oder|gerade|wenn|"
    r"est|sont|les|que|tout|toute|tous|pour|une|des|deux|alors|"
    r"los|las|todo|toda|para|una|entonces|cada|são|então|"
    r"che|ogni|sono|per|della|delle|allora|"
    r"het|een|voor|elke|dat|att|för|varje|och|jest|są|dla|każdego|każda|każdy|że|pro|každé",
    re.I,
)
_QUESTION = re.compile(
    r"\b(?:find|determine|compute|calculate|evaluate|solve|what|which|how many|how much|for which)\b", re.I
)


def in_words(text: str) -> bool:
    """Whether `text` reads like prose, as against a proposition in Lean.

    A text that declares something is Lean, whatever its comments say. Names that the text itself binds are no
    words, nor is any part of a name with dots.
    """
    text = _COMMENT.sub(" ", text)
    if _DECLARES.search(text):
        return False
    if any(sign.search(text) for sign in (_OTHER_SCRIPT, _LATEX, _ASKS)) or _TITLE.match(text):
        return True
    if _OPENS.match(text) and not _LOWER_CASE.match(text):
        return True
    bound = {name for some in _BINDERS.findall(text) for names in some for name in names.split()}
    words = {word for word in _WORD.findall(text) if word not in bound and not _LEAN_WORD.fullmatch(word)}
    return (
        any(_PARTICLE.fullmatch(word) for word in words)
        or (len(words) > 1 and _END.search(text) is not None)
        or any(_many(run, words) for run in _RUN.findall(text))
    )


def _many(run: str, words: set[str]) -> bool:
    """Whether four or more of `words` stand in a row."""
    return sum(word in words for word in re.findall(r"[^\W\d_]+", run)) > 3


def asks_for_an_answer(text: str) -> bool:
    """Whether a problem in words wants something found, as against shown."""
    return _QUESTION.search(text) is not None
