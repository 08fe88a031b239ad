"""Proofs of first-order logic written down: terms where they are short, tactics where they are not."""

from __future__ import annotations

import re
from dataclasses import replace

from app.domain.proof import indented
from app.models.firstorder.argument import (
    Both,
    Cases,
    Chain,
    Contradiction,
    Excluded,
    Introduced,
    Known,
    Part,
    Proof,
    Rewritten,
    Side,
    Witness,
    names,
)
from app.models.firstorder.brackets import SLOT, as_argument, bare, filled, plain, unpacked
from app.models.names import fresh

_LONGEST = 60
_WORD = re.compile(r"[^\W\d][\w'₀-₉]*")


def script(proof: Proof) -> str:
    """The tactics of `proof`."""
    return "\n".join(_lines(proof))


def _lines(proof: Proof) -> list[str]:
    match proof:
        case Introduced(given, body):
            return _introduced(_used(given, body), body)
        case Both(left, right) if not _pair(proof):
            return ["constructor", *_focused(_lines(left)), *_focused(_lines(right))]
        case Cases(term, patterns, bodies):
            return _cases(term, patterns, bodies)
        case Contradiction(name, body):
            return [f"by_contra {name}", *_lines(body)]
        case Excluded(name, says, bodies):
            return [f"by_cases {name} : {says}", *_focused(_lines(bodies[0])), *_focused(_lines(bodies[1]))]
        case Rewritten():
            return _rewritten(proof)
        case Chain() if len(proof.steps) > 2 or inline(proof) is None:
            return _calculated(proof)
    if (text := inline(proof)) is not None and len(text) <= _LONGEST:
        return [f"exact {text}"]
    match proof:
        case Side(tactic, body):
            return [tactic, *_lines(body)]
        case Witness():
            return _witnessed(proof)
        case Known():
            return _applied(proof)
    raise AssertionError(proof)


def _introduced(given: list[str], body: Proof) -> list[str]:
    """Name what is given, and take it apart where that is all that is done with the last of it."""
    if not (isinstance(body, Cases) and body.term == Known(given[-1])):
        return [f"intro {' '.join(given)}", *_lines(body)]
    if len(body.patterns) == 1:
        return [f"rintro {' '.join([*given[:-1], *body.patterns])}", *_lines(body.bodies[0])]
    either = " | ".join(body.patterns)
    first = f"rintro {' '.join([*given[:-1], f'({either})'])}"
    return [first, *(line for each in body.bodies for line in _focused(_lines(each)))]


def _used(given: tuple[str, ...], body: Proof) -> list[str]:
    """The names, with `_` for what is never used; hypotheses only, as terms may be used silently."""
    used = names(body)
    return [name if name in used or not name.startswith("h") else "_" for name in given]


def inline(proof: Proof) -> str | None:
    """The term that `proof` is, if it has no tactics in it."""
    match proof:
        case Known(term, parts, _, absurd):
            inner = [inline(part.proof) for part in parts]
            found = [part for part in inner if part is not None]
            return _concluded(term, found, absurd) if len(found) == len(parts) else None
        case Introduced(given, body):
            return None if (text := inline(body)) is None else _function(given, body, text)
        case Both(left, right):
            one, two = inline(left), inline(right)
            return None if one is None or two is None else f"⟨{one}, {unpacked(two)}⟩"
        case Chain(_, steps):
            first, *rest = [inline(step) for step in steps]
            if first is None or None in rest:
                return None
            return "".join([as_argument(first), *(f".trans {as_argument(each or '')}" for each in rest)])
        case Side(tactic, body):
            return None if (text := inline(body)) is None else f"Or.in{tactic[0]} {as_argument(text)}"
        case Witness(witness, body):
            return None if (text := inline(body)) is None else f"⟨{witness}, {unpacked(text)}⟩"
    return None


def _function(given: tuple[str, ...], body: Proof, text: str) -> str:
    """`fun x => f x` is `f`."""
    last = f" {given[-1]}"
    if text.endswith(last) and given[-1] not in _WORD.findall(text[: -len(last)]) and _application(text):
        text, given = text[: -len(last)], given[:-1]
        return _function(given, body, text) if given else text
    return f"fun {' '.join(_used(given, body))} => {text}"


def _application(text: str) -> bool:
    return not text.startswith(("fun ", "absurd ")) and _depth_one(text)


def _depth_one(text: str) -> bool:
    """Whether the last word stands outside all brackets."""
    return text.count("(") == text.count(")") and "=>" not in text.rpartition(")")[2]


def _pair(proof: Both) -> bool:
    """Whether both halves are so short that they stand on one line."""
    text = inline(proof)
    return text is not None and len(text) <= _LONGEST and "fun" not in text


def _concluded(term: str, parts: list[str], absurd: bool) -> str:
    if not absurd:
        return filled(term, parts)
    if len(parts) == 1 and term.endswith(f" {SLOT}") and " " not in term[:-2]:
        return f"absurd {as_argument(parts[0])} {term[:-2]}"
    return f"{as_argument(filled(term, parts))}.elim"


def _applied(proof: Known) -> list[str]:
    """A term with holes, and the proofs of what is missing."""
    if len(set(proof.parts)) < len(proof.parts):
        return _with_lemma(proof)
    texts = [inline(part.proof) for part in proof.parts]
    words = ["?_" if text is None or len(text) > _LONGEST else text for text in texts]
    if "?_" not in words:
        longest = max(range(len(words)), key=lambda place: len(words[place]))
        words[longest] = "?_"
    holes = [part for part, word in zip(proof.parts, words, strict=True) if word == "?_"]
    applied = proof.term.endswith(f" {SLOT}") and words == ["?_"]
    step = f"apply {proof.term[:-2]}" if applied else f"refine {filled(proof.term, words)}"
    first = ["exfalso", step] if proof.absurd else [step]
    if len(holes) == 1:
        return [*first, *_lines(holes[0].proof)]
    return first + [line for part in holes for line in _focused(_lines(part.proof))]


def _with_lemma(proof: Known) -> list[str]:
    """What is needed twice is shown once."""
    twice = next(part for part in proof.parts if proof.parts.count(part) > 1)
    name = fresh("k", names(proof))
    parts = tuple(Part(part.says, Known(name)) if part == twice else part for part in proof.parts)
    text = inline(twice.proof)
    have = f"have {name} : {twice.says} :="
    lines = [f"{have} {text}"] if text else [f"{have} by", *indented(_lines(twice.proof))]
    return [*lines, *_lines(replace(proof, parts=parts))]


def _witnessed(proof: Witness) -> list[str]:
    """The witnesses, and what is known of them, in one step."""
    given: list[str] = []
    body: Proof = proof
    while isinstance(body, Witness | Both):
        first = body.term if isinstance(body, Witness) else inline(body.left)
        if first is None:
            break
        given.append(first)
        body = body.body if isinstance(body, Witness) else body.right
    return [f"refine ⟨{', '.join(given)}, ?_⟩", *_lines(body)]


def _cases(known: Known, patterns: tuple[str, ...], bodies: tuple[Proof, ...]) -> list[str]:
    before: list[str] = []
    words: list[str] = []
    used = set(names(known)).union(*map(names, bodies), _WORD.findall(" ".join(patterns)))
    for part in known.parts:
        text = inline(part.proof)
        if text is None or len(text) > _LONGEST:
            name = fresh("k", used)
            used.add(name)
            before += [f"have {name} : {part.says} := by", *indented(_lines(part.proof))]
            text = name
        words.append(text)
    text = filled(known.term, words)
    if len(patterns) == 1:
        word = "obtain" if patterns[0].startswith("⟨") else "have"
        return [*before, f"{word} {patterns[0]} := {text}", *_lines(bodies[0])]
    lines = [*before, f"rcases {text} with {' | '.join(patterns)}"]
    return lines + [line for body in bodies for line in _focused(_lines(body))]


def _calculated(proof: Chain) -> list[str]:
    lines: list[str] = []
    for place, step in enumerate(proof.steps):
        left = f"calc {proof.terms[0]}" if place == 0 else "  _"
        block = _lines(step)
        head = f"{left} = {proof.terms[place + 1]} :="
        if (text := inline(step)) is not None:
            lines.append(f"{head} {text}")
        elif len(block) == 1:
            lines.append(f"{head} by {block[0]}")
        else:
            lines += [f"{head} by", *indented(block, 4)]
    return lines


def _rewritten(proof: Rewritten) -> list[str]:
    before: list[str] = []
    rules: list[str] = []
    used = set(names(proof))
    for part in proof.equations:
        text = inline(part.proof)
        if text is None or len(text) > _LONGEST:
            text = fresh("e", used)
            used.add(text)
            before += [f"have {text} : {part.says} := by", *indented(_lines(part.proof))]
        rules.append(f"← {bare(text[:-5])}" if text.endswith(".symm") and plain(text) else text)
    rewrite = f"rw [{', '.join(rules)}]"
    show = [f"show {proof.shows}"] if proof.shows else []
    if proof.body is None:
        return [*before, *show, rewrite]
    if not proof.backwards:
        return [*before, *show, rewrite, *_lines(proof.body)]
    name, source = fresh("k", names(proof)), inline(proof.body)
    have = [f"have {name} := {source}"] if source else [f"have {name} := by", *indented(_lines(proof.body))]
    return [*before, *have, f"{rewrite} at {name}", f"exact {name}"]


def _focused(block: list[str]) -> list[str]:
    return [f"· {block[0]}", *indented(block[1:])]
