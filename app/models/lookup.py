"""Theorems of the library for a goal: as the whole answer, as a step backwards, and to rewrite with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.proof import Proposal
from app.models.context import Context
from app.models.expression import Term, names, read, subterms
from app.models.library import Binding, Lemma, LemmaIndex, symbols_of, unify
from app.models.semantics import normal_type

_ANSWERS, _STEPS, _REWRITES = 8, 8, 8


@dataclass(frozen=True, slots=True)
class Seen:
    """A goal as the lookup sees it: its target, what is known, and the types of its variables."""

    target: Term
    facts: tuple[tuple[str, Term], ...]
    types: Mapping[str, Term]
    symbols: frozenset[str]

    @classmethod
    def of(cls, context: Context) -> Seen | None:
        local = context.local
        target = read(context.text, local)
        if target is None:
            return None
        read_facts = [(name, read(str(formula), local)) for name, formula in context.facts]
        facts = tuple((name, term) for name, term in read_facts if term is not None)
        kinds = [(name, read(type_, local)) for name, type_ in context.things]
        types = {name: normal_type(type_) for name, type_ in kinds if type_ is not None}
        return cls(target, facts, types, symbols_of(context.text, local))


def looked_up(context: Context, library: LemmaIndex) -> Iterator[Proposal]:
    """What the library says about the target."""
    seen = Seen.of(context)
    if seen is None:
        return
    later = _later(context)
    answers: list[tuple[float, str, str]] = []
    steps: list[tuple[float, str, str]] = []
    for lemma in library.candidates(seen.symbols | _IMPLIED):
        for conclusion, turned in _readings(lemma):
            found: Binding = {}
            if conclusion.head in lemma.variables or not unify(
                conclusion, seen.target, lemma.variables, found
            ):
                continue
            if not _fits(lemma, found, seen):
                continue
            applied = _term(lemma, found, seen, turned)
            if applied is None:
                continue
            missing, term = applied
            rank = missing - conclusion.size / 20 + bool(turned) / 40
            if missing == 0:
                answers.append((rank, f"exact {term}", lemma.name))
            elif not (turned in (".mp", ".mpr") and _grows(lemma, conclusion)) and not _fits_anything(
                conclusion, lemma
            ):
                steps.append((rank + _VAGUE * (conclusion.size <= 3), f"refine {term}", lemma.name))
    for number, (_, tactic, name) in enumerate(sorted(answers)[:_ANSWERS]):
        yield Proposal(tactic, f"The library has this as {name}.", cost=0.3 + later + number / 50)
    for number, (rank, tactic, name) in enumerate(sorted(steps)[:_STEPS]):
        cost = 1.0 + later / 2 + max(rank, 0) / 4 + number / 20
        yield Proposal(tactic, f"It is enough to show what {name} asks for.", cost=cost)
    yield from _rewriting(seen, library, later)


_IMPLIED = frozenset({"↔", "="})
_VAGUE = 1.5  # a theorem that concludes no more than `a ≤ b` fits too often


def _fits_anything(pattern: Term, lemma: Lemma) -> bool:
    """Whether a variable stands for a function in it, so that it is like whatever there is."""
    return any(part.args and part.head in lemma.variables for part in subterms(pattern))


def _grows(lemma: Lemma, conclusion: Term) -> bool:
    """Whether the other side of an equivalence says more than this one."""
    one, other = lemma.conclusion.args
    return (other if conclusion is one else one).size >= conclusion.size


def _later(context: Context) -> float:
    """An equation of natural numbers is proved by induction before it is looked up, its cases too."""
    if not context.of_type("Nat") or " = " not in context.text:
        return 0.0
    if context.inductive:
        return 0.5
    return 0.0 if context.facts else 2.0


def _readings(lemma: Lemma) -> Iterator[tuple[Term, str]]:
    """What a theorem concludes: itself, an equation turned round, each side of an equivalence."""
    conclusion = lemma.conclusion
    yield conclusion, ""
    if conclusion.head == "=":
        yield Term("=", conclusion.args[::-1]), ".symm"
    elif conclusion.head == "↔":
        yield Term("↔", conclusion.args[::-1]), ".symm"
        yield conclusion.args[1], ".mp"
        yield conclusion.args[0], ".mpr"


def _fits(lemma: Lemma, found: Binding, seen: Seen) -> bool:
    """Whether the values of the variables have their types, as far as that is known."""
    for name, term in found.items():
        wanted = lemma.variables.get(name)
        if wanted is None or wanted.head in lemma.variables:
            continue
        has = _type(term, seen.types)
        if has is not None and has.head != normal_type(wanted).head and has.head in _GROUND:
            return False
    return True


_GROUND = frozenset({"Nat", "Int", "Bool", "List", "Set", "Prop"})
_SAME = frozenset(
    {"+", "-", "*", "/", "%", "^", "∪", "∩", "\\", "++", "ᶜ", "min", "max", "neg", "gcd", "lcm"}
)


def _type(term: Term, types: Mapping[str, Term]) -> Term | None:
    """The type of a term, if it is plain to see."""
    if term.head in types:
        own = types[term.head]
        for _ in term.args:
            if own.head != "→":
                return None
            own = own.args[1]
        return own
    if term.head in _SAME:
        return next((kind for arg in term.args if (kind := _type(arg, types))), None)
    if term.head in ("length", "natAbs", "succ"):
        return Term("Nat")
    if term.head in ("::", "map", "reverse", "filter"):
        return Term("List")
    return Term("Int") if term.head == "↑" else None


def _term(lemma: Lemma, found: Binding, seen: Seen, turned: str) -> tuple[int, str] | None:
    """How many premises are not known, and the theorem at its arguments: `_` where Lean can find one.

    None where a premise is left open that speaks of a thing that nothing determines.
    """
    premises = list(lemma.premises)
    side: Term | None = None
    if turned in (".mp", ".mpr"):
        side = lemma.conclusion.args[0 if turned == ".mp" else 1]
    known = {premise: _known(premise.says, lemma, found, seen) for premise in premises}
    last = _known(side, lemma, found, seen) if side is not None else None
    left = [premise.says for premise, fact in known.items() if fact is None]
    left += [side] if side is not None and last is None else []
    if any(names(premise) & (set(lemma.variables) - set(found)) for premise in left) or _says_little(
        lemma, left
    ):
        return None
    missing = len(left)
    words: list[str] = []
    unnamed = iter([premise for premise in premises if not premise.name])
    for name in lemma.explicit:
        premise = next((p for p in premises if p.name == name), None) if name else next(unnamed)
        if premise is not None:
            words.append(known[premise] or "?_")
        else:
            words.append("_")
    term = " ".join([lemma.name, *words])
    if turned:
        term = f"({term}){turned}" if words else f"{term}{turned}"
    if side is not None:
        term = f"{term} {last or '?_'}"
    return missing, term


def _says_little(lemma: Lemma, left: Sequence[Term]) -> bool:
    """Whether a theorem about things of any type concludes no more than that two of them are equal."""
    one, *other = lemma.conclusion.args or (lemma.conclusion,)
    kind = lemma.variables.get(one.head)
    vague = kind is None or kind.head in lemma.variables or kind.head in ("Type", "Sort")
    return bool(left or not lemma.premises) and lemma.conclusion.size <= 3 and vague and bool(other)


def _known(premise: Term, lemma: Lemma, found: Binding, seen: Seen) -> str | None:
    """A fact that is `premise`, whose variables it may settle."""
    for name, fact in seen.facts:
        trial = dict(found)
        if premise.head not in lemma.variables and unify(premise, fact, lemma.variables, trial):
            found.update(trial)
            return name
    return None


def _rewriting(seen: Seen, library: LemmaIndex, later: float) -> Iterator[Proposal]:
    """Equations and equivalences with a side that stands somewhere in the target."""
    parts = list(dict.fromkeys(part for part in subterms(seen.target) if part.args and not part.bound))
    ranked: list[tuple[float, str, str]] = []
    for lemma in library.candidates(seen.symbols | _IMPLIED):
        conclusion = lemma.conclusion
        if conclusion.head not in ("=", "↔"):
            continue
        for pattern, result, sign in (
            (conclusion.args[0], conclusion.args[1], ""),
            (conclusion.args[1], conclusion.args[0], "← "),
        ):
            if (rank := _gain(lemma, pattern, result, parts, seen)) is not None:
                ranked.append((rank + 0.8 * bool(sign), f"rw [{sign}{lemma.name}]", lemma.name))
    for number, (_, tactic, name) in enumerate(sorted(ranked)[:_REWRITES]):
        yield Proposal(tactic, f"Rewrite with {name}.", cost=1.3 + later / 2 + number / 20)


def _gain(lemma: Lemma, pattern: Term, result: Term, parts: Sequence[Term], seen: Seen) -> float | None:
    """A rank for rewriting `pattern` to `result`, the lower the better; None if it stands nowhere."""
    vague = (pattern.head in ("=", "↔", "¬") and pattern.size <= 3) or _fits_anything(pattern, lemma)
    if not pattern.args or pattern.head in lemma.variables or lemma.simp or vague:
        return None
    variables = set(lemma.variables)
    if (names(result) & variables) - names(pattern):
        return None
    for part in parts:
        found: Binding = {}
        if unify(pattern, part, lemma.variables, found) and _fits(lemma, found, seen):
            return (result.size - pattern.size) / 10 - pattern.size / 5 + len(lemma.premises)
    return None
