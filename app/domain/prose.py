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
_SENTENCE = re.compile(r"[^.!?。！？؟;:]+(?:[.!?](?=[^\s.!?])[^.!?。！？؟;:]+)*[.!?。！？؟;:]?")
_CLAUSE = (
    r"(?:^|,\s+|\b(?:and|then|und|et|puis|y|e|luego|en|och|i|oraz|a|и|і|та)\s+|(?-i:\n\s*(?=[A-ZÀ-ÞА-Я])))"
    r"\W{0,9}(?:[\da-z]{1,2}[.)]\s*)?(?:(?:man|please|bitte)\s+)?"
)
_SHOW = (
    r"\b(?:show|prove|disprove|verify|check|demonstrate|establish|"
    r"zeig(?:e|t|en)|beweis(?:e|t|en)|montre[rz]?|montrons|prouve[rz]?|démontre[rz]?|"
    r"demuestr[ae]|demostrar|demonstr[ae]r?|prueb[ae]|probar|muestr[ae]|mostrar|mostre|"
    r"dimostra(?:re|te)?|mostra(?:re|te)?|prova(?:re|te)?|bewijs|toon|laat zien|visa|bevisa|"
    r"udowodnij|wykaż|pokaż|dokaž(?:te)?|ukaž(?:te)?|kanıtla\w*|göster\w*|"
    r"докажите|докажи|доказать|покажите|покажи|доведіть|доведи|покажіть|chứng minh)\b|"
    r"[证證]明|証明|求[证證]|示せ|示しなさい|보여라|보이시오|증명|הוכ[חי]|أثبت|برهن"
)
_FIND = (
    r"(?:find|determine|compute|calculate|evaluate|solve|"
    r"finden?|bestimmen?|berechnen?|lösen?|ermitteln?|ermittle|"
    r"trouve[rz]?|calcule[rz]?|détermine[rz]?|résoudre|résolve[rz]|"
    r"encuentr[ae]|encontrar|hall[ae]r?|calcul[ae]r?|determin[ae]r?|resuelv[ae]|resolver|"
    r"encontre|ache|resolva|trova(?:re|te)?|calcola(?:re|te)?|determina(?:re|te)|risolv(?:i|ere|ete)|"
    r"vind|bepaal|bereken|los|finn|bestäm|beräkna|lös|znajdź|wyznacz|oblicz|rozwiąż|"
    r"najd(?:i|ěte)|určete|urči|vypoč(?:ítejte|těte)|vyřešte|bulun(?:uz)?|hesapla\w*|"
    r"найдите|найди|найти|определите|определи|вычислите|вычисли|решите|реши|"
    r"знайдіть|знайди|обчисліть|визначте|розв'яжіть|tìm|tính)\b"
)
_WHICH = (
    r"(?:what|which|how many|how much|welche[rsnm]?|wie ?viele?|was ist|quel(?:le)?s?|combien|"
    r"cuánt[ao]s?|cuál(?:es)?|qué|quant[aoie]s?|qua(?:l|is|le|li)|hoeveel|welke?|hur många|vilk(?:a|en|et)|"
    r"ile|jakie|które|kolik|která|které|kaç|hangi|сколько|какие|какое|каких|скільки|які|яких|bao nhiêu)\b"
)
_OF = r"(?:(?:in|for|at|by|to|of|on|für|pour|de|à|para|per|voor|för|dla|pro|при|для)\s+)?"
_FIND_ANYWHERE = (
    r"(?<![所要需请請])求(?![证證めま])|找出|[确確]定|解方程|多少|几个|幾個|"
    r"求めよ|求めなさい|求めて|いくつ|何個|구하|몇|מצאו?|חשבו?|أوجد|احسب"
)
_DEMAND = re.compile(
    rf"(?P<show>{_SHOW})|(?P<find>{_CLAUSE}{_FIND}|^{_NUMBER}\W*{_OF}{_WHICH}|{_FIND_ANYWHERE})|(?P<which>\b{_WHICH})",
    re.I,
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
    return any(_wants_an_answer(sentence) for sentence in _SENTENCE.findall(text))


def _wants_an_answer(sentence: str) -> bool:
    """Whether the first demand of a sentence is to find something. `which` is one where a question ends."""
    asked = sentence.rstrip().endswith(("?", "？", "؟"))
    for demand in _DEMAND.finditer(sentence.strip()):
        if demand["show"] or demand["find"] or asked:
            return not demand["show"]
    return False
