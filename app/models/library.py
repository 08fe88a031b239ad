"""The theorems of the environment, found by the shape of a goal.

The index is made from the library's own text: what each theorem says, read when it is first a candidate. A
theorem is a candidate if every symbol of its conclusion stands in the goal, and matches if its conclusion,
or a side of it, is the goal but for the theorem's variables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from app.models.expression import Bound, Term, read, replaced, subterms

_COMMAND = re.compile(
    r"^(?P<doc>/-[-!]?(?:(?!-/).)*-/)|^(?P<scope>namespace|section|end)\b[ ]*(?P<named>\S*)[^\n]*$"
    r"|^variable(?P<variables>[^\n]*(?:\n +[^\n]+)*)"
    r"|^(?:@\[(?P<attributes>[^\]]*)\]\s*)?(?P<modifiers>(?:(?:protected|private|noncomputable|nonrec) )*)"
    r"(?P<kind>theorem|def|abbrev|structure|inductive|class)\s+(?P<name>[^\s:({\[]+)",
    re.MULTILINE | re.DOTALL,
)
_WORD = re.compile(
    r"[^\W\d][\w'!?₀-₉]*(?:\.[\w'!?₀-₉]+)*|\d+|⁻¹'|''|::|\+\+|\[MOD|\[ZMOD|[^\w\s()\[\]{},:⟨⟩]"
)
_PUNCTUATION = frozenset(
    {"∀", "fun", "=>", "↦", "→", "¬", ".", "Type", "Sort", "Prop", "@", "_", "u", "v", "w"}
)
_NORMAL = {"≠": "=", "∉": "∈", ">": "<", "≥": "≤", "ℕ": "Nat", "ℤ": "Int"}
_INTERNAL = re.compile(
    r"^(?:Lean|Lemmata|Std)\b|omega|Omega|Linarith|Ring\.|(?:^|\.)_|^(?:have|let)_|^Subsingleton\."
)


_STEP = ("_succ", "_succ_succ", "_add_one", "_add_two", "_cons", "_add_one_add_one", "_succ'")
_ARITHMETIC = frozenset({"+", "-", "*", "/", "%", "succ", "::", "++", "∈", "=", "<", "≤"})


@dataclass(frozen=True, slots=True)
class Premise:
    """A hypothesis of a theorem; `name` is empty for one that stands before an arrow."""

    name: str
    says: Term


@dataclass(frozen=True, slots=True)
class Lemma:
    """A theorem as a rule: for values of `variables`, `premises` give `conclusion`.

    `explicit` are the arguments that are written out, variables and premises, in order.
    """

    name: str
    variables: Mapping[str, Term | None]
    premises: tuple[Premise, ...]
    conclusion: Term
    explicit: tuple[str, ...]
    simp: bool = False


@dataclass(frozen=True)
class Entry:
    """A theorem in the index: its text, and the symbols of its conclusion."""

    name: str
    binders: str
    claim: str
    context: str
    symbols: frozenset[str]
    simp: bool

    @cached_property
    def lemma(self) -> Lemma | None:
        return _lemma(self)


class LemmaIndex:
    """The theorems and the names of all declarations."""

    def __init__(self, entries: Iterable[Entry], declared: Iterable[str]) -> None:
        self.entries = tuple(entries)
        self.declared = frozenset(declared)
        self._last = frozenset(name.rpartition(".")[2] for name in self.declared)
        self._candidates = lru_cache(maxsize=512)(self._among)
        self._steps: dict[str, list[Lemma]] | None = None

    @classmethod
    def of(cls, sources: Iterable[str]) -> LemmaIndex:
        """Read the text of the modules of a library."""
        entries: list[Entry] = []
        declared: list[str] = []
        for source in sources:
            for name, entry in _declarations(source):
                declared.append(name)
                if entry is not None:
                    entries.append(entry)
        return cls(entries, declared)

    def knows(self, name: str) -> bool:
        """Whether a constant is the library's, with its namespace or without it."""
        return name in self.declared or name.rpartition(".")[2] in self._last

    def unfolding(self, head: str) -> tuple[Lemma, ...]:
        """Equations that take one step of the recursion of the function `head`."""
        if self._steps is None:
            self._steps = {}
            for entry in self.entries:
                if entry.name.endswith(_STEP) and entry.lemma is not None:
                    self._note(entry.lemma, self._steps)
        return tuple(self._steps.get(head, ()))

    @staticmethod
    def _note(lemma: Lemma, steps: dict[str, list[Lemma]]) -> None:
        left = lemma.conclusion.args[0] if lemma.conclusion.head == "=" else lemma.conclusion
        if lemma.conclusion.head == "=" and not lemma.premises and left.args and left.head not in _ARITHMETIC:
            steps.setdefault(left.head, []).append(lemma)

    def candidates(self, symbols: frozenset[str]) -> tuple[Lemma, ...]:
        """Theorems whose conclusions are made of `symbols` alone."""
        return self._candidates(symbols)

    def _among(self, symbols: frozenset[str]) -> tuple[Lemma, ...]:
        found = (entry.lemma for entry in self.entries if entry.symbols <= symbols)
        return tuple(lemma for lemma in found if lemma is not None)


def symbols_of(text: str, local: Iterable[str] = ()) -> frozenset[str]:
    """The constants and operators in `text`, namespaces left off."""
    own = frozenset(local)
    found = set()
    for word in _WORD.findall(text):
        first, dot, _ = word.partition(".")
        if dot and first in own:
            found |= set(word.split(".")[1:])
        elif word not in own:
            found.add(_NORMAL.get(word, word.rpartition(".")[2] if dot else word))
    return frozenset(found) - _PUNCTUATION


def _declarations(source: str) -> Iterator[tuple[str, Entry | None]]:
    scopes: list[tuple[str, int]] = []
    variables: list[str] = []
    for match in _COMMAND.finditer(source):
        if match["doc"]:
            continue
        if match["scope"] in ("namespace", "section"):
            scopes.append((match["named"] if match["scope"] == "namespace" else "", len(variables)))
        elif match["scope"] == "end":
            if scopes:
                del variables[scopes.pop()[1] :]
        elif match["variables"]:
            variables.append(match["variables"].strip())
        elif match["name"]:
            space = [named for named, _ in scopes if named]
            name = match["name"].removeprefix("_root_.")
            name = name if match["name"] != name else ".".join([*space, name])
            yield name, _entry(name, match, source, " ".join(variables))


def _entry(name: str, match: re.Match[str], source: str, context: str) -> Entry | None:
    if match["kind"] != "theorem" or "private" in match["modifiers"] or _INTERNAL.search(name):
        return None
    split = _statement(source, match.end())
    if split is None:
        return None
    binders, claim = split
    own = set(re.findall(r"[^\W\d][\w'₀-₉]*", _before_colons(f"{context} {binders}")))
    bound = set(re.findall(r"(?:∀|∃|fun|λ) ([^,=↦]*?)(?:,|=>|↦|:)", claim))
    own |= {word for group in bound for word in group.replace("(", " ").split()}
    simp = "simp" in (match["attributes"] or "").replace(",", " ").split()
    return Entry(name, binders, claim, context, symbols_of(claim, own), simp)


def _statement(source: str, start: int) -> tuple[str, str] | None:
    """The binders and the claim of a theorem whose name ends at `start`."""
    depth, colon = 0, 0
    for place in range(start, min(len(source), start + 2000)):
        character = source[place]
        depth += (character in "([{⦃⟨") - (character in ")]}⦄⟩")
        if depth:
            continue
        if character == ":" and source[place + 1] == "=":
            return _flat(source[start:colon]), _flat(source[colon + 1 : place])
        if character == ":" and not colon:
            colon = place
        if source.startswith("\n  |", place) or source.startswith("\n\n", place):
            return (_flat(source[start:colon]), _flat(source[colon + 1 : place])) if colon else None
    return None


def _flat(text: str) -> str:
    return " ".join(text.split())


def _before_colons(binders: str) -> str:
    return " ".join(re.findall(r"[(\[{⦃]([^:()\[\]{}]*):", binders))


def _lemma(entry: Entry) -> Lemma | None:
    binders = entry.binders
    context_text, brackets = _rebound(entry.context)
    outer = read(f"∀ {context_text}, True") if context_text else None
    whole = read(f"∀ {binders}, {entry.claim}") if binders else read(entry.claim)
    if whole is None or (context_text and outer is None):
        return None
    bound = outer.bound if outer is not None else ()
    around = {b.name: replace(b, bracket=brackets.get(b.name, b.bracket)) for b in bound}
    used = {each.head for each in subterms(whole)} | {
        each.head for b in whole.bound if b.type for each in subterms(b.type)
    }
    context = [b for name, b in around.items() if name in used]
    return _as_rule(entry, context, whole)


def _rebound(context: str) -> tuple[str, dict[str, str]]:
    """What `variable {f} (g)` says anew of variables declared before: the rest, and the new brackets."""
    brackets: dict[str, str] = {}

    def noted(match: re.Match[str]) -> str:
        brackets.update(dict.fromkeys(match[2].split(), match[1]))
        return ""

    return re.sub(r"([({])([\w'₀-₉ ]+)[)}]", noted, context).strip(), brackets


def _as_rule(entry: Entry, context: list[Bound], whole: Term) -> Lemma:
    variables: dict[str, Term | None] = {}
    premises: list[Premise] = []
    explicit: list[str] = []
    types: set[str] = set()

    def take(bound: Bound) -> None:
        if bound.bracket == "[":
            return
        if bound.bracket == "(":
            explicit.append(bound.name)
        if bound.type is None or is_data(bound.type, types):
            variables[bound.name] = bound.type
            if bound.type is not None and bound.type.head in ("Type", "Sort"):
                types.add(bound.name)
        else:
            premises.append(Premise(bound.name, bound.type))

    for bound in context:
        take(bound)
    while True:
        if whole.head == "∀":
            for bound in whole.bound:
                take(bound)
            whole = whole.args[0]
        elif whole.head == "→":
            explicit.append("")
            premises.append(Premise("", whole.args[0]))
            whole = whole.args[1]
        else:
            break
    return Lemma(entry.name, variables, tuple(premises), whole, tuple(explicit), entry.simp)


_DATA = frozenset({"Nat", "Int", "ℕ", "ℤ", "Bool", "Prop", "Unit", "Type", "Sort", "String", "Char"})
_MADE = frozenset({"List", "Set", "Option", "Fin", "×"})


def is_data(type_: Term, types: Iterable[str]) -> bool:
    """Whether what has this type is a thing, not a fact; `types` are the type variables."""
    if type_.head in _DATA or type_.head in _MADE or (not type_.args and type_.head in types):
        return True
    if type_.head == "→":
        while type_.head == "→":
            type_ = type_.args[1]
        return is_data(type_, types)
    return type_.head == "∀" and is_data(type_.args[0], {*types, *(b.name for b in type_.bound)})


Binding = dict[str, Term]


def unify(pattern: Term, term: Term, variables: Mapping[str, object], found: Binding) -> bool:
    """Extend `found` so that `pattern` with its variables replaced is `term`; whether that can be.

    A variable that is applied matches anything: Lean may find what it is.
    """
    if pattern.head in variables:
        if pattern.args:
            return True
        known = found.setdefault(pattern.head, term)
        return known == term
    if pattern.head != term.head or len(pattern.args) != len(term.args):
        return _successor(pattern, term, variables, found)
    if pattern.bound and len(pattern.bound) == len(term.bound):
        names = {b.name: Term(c.name) for b, c in zip(pattern.bound, term.bound, strict=True)}
        pattern = replaced(Term("", pattern.args), names)
    return all(unify(p, t, variables, found) for p, t in zip(pattern.args, term.args, strict=True))


def _successor(pattern: Term, term: Term, variables: Mapping[str, object], found: Binding) -> bool:
    """`succ n` is `n + 1`."""
    if pattern.head == "succ" and term.head == "+" and term.args[1] == Term("1"):
        return unify(pattern.args[0], term.args[0], variables, found)
    return False
