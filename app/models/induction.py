"""Induction and case analysis on numbers, lists and the types that stand before a theorem."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.proof import Proposal
from app.models.context import Context, sides
from app.models.definitions import Clause, DataType, Function
from app.models.expression import Term, read, subterms
from app.models.formula import tokens
from app.models.names import fresh

_NESTED = 1.7  # an induction inside an induction rarely helps,
_NESTED_OWN = 0.4  # but nothing else proves laws of one's own functions that the text does not state


def by_induction(context: Context) -> Iterator[Proposal]:
    """Induction on each thing of the target that invites it, and on the course of its functions."""
    later = (_NESTED_OWN if context.functions else _NESTED) * context.inductive
    for place, (name, type_) in enumerate(_recursed(context)):
        cost = 1 + place / 4 + later
        yield from _structural(context, name, type_, cost)
        if type_ == "Nat":
            yield from _other_kinds(context, name, cost + 1.0)
    yield from _along_functions(context, later)
    yield from _from_a_bound(context, later)
    yield from _on_derivations(context)


def _from_a_bound(context: Context, later: float) -> Iterator[Proposal]:
    """Induction from the least number that a hypothesis allows."""
    numbers = context.of_type("Nat")
    for name, formula in context.facts:
        fact = read(str(formula), context.local)
        if fact is None or fact.head != "≤" or fact.args[1].args or fact.args[1].head not in numbers:
            continue
        bound, number = fact.args[0], fact.args[1].head
        if bound.args or number not in {word.partition(".")[0] for word in context.words}:
            continue
        k, hk, ih = context.fresh("k"), context.fresh("hk"), context.fresh("ih")
        why = f"Prove it for {bound.head}, and from each number on for the next."
        tactic = f"induction {number}, {name} using Nat.le_induction with"
        yield Proposal(tactic, why, ("base", f"succ {k} {hk} {ih}"), 0.8 + later)


def _on_derivations(context: Context) -> Iterator[Proposal]:
    """Induction on how a fact of the text's own kind came about, and how such a fact is made."""
    for name, formula in context.facts:
        own = context.own.type(next(iter(tokens(str(formula))), ""))
        if own is not None:
            why = f"How did {formula} come about?"
            yield Proposal(f"induction {name} with", why, _of_own_type(context, own, hypotheses=True), 0.9)
            yield Proposal(f"cases {name} with", why, _of_own_type(context, own, hypotheses=False), 1.3)
    own = context.own.type(next(iter(context.words), ""))
    for constructor in own.constructors if own is not None and own.name != context.text else ():
        term = f"{context.words[0]}.{constructor.name}"
        why = f"{constructor.name} makes one."
        for tactic, cost in (
            (f"exact {term}", 0.2),
            (f"apply {term} <;> assumption", 0.25),
            (f"apply {term}", 0.7),
        ):
            yield Proposal(tactic, why, cost=cost)
        filled = " ".join([term, *("(by first | assumption | exact _)" for _ in constructor.arguments)])
        yield Proposal(f"exact {filled}", why, cost=0.3)


def by_cases(context: Context) -> Iterator[Proposal]:
    """Case analysis without an induction hypothesis."""
    for place, (name, type_) in enumerate(_recursed(context)):
        labels = _labels(context, type_, (), hypotheses=False)
        later = 1.5 if sides(context.text) and type_ == "Nat" else 0.6
        if labels:
            why = f"What can {name} be?" if type_ != "Nat" else f"Is {name} 0 or not?"
            yield Proposal(f"cases {name} with", why, labels, 1 + place / 4 + later)
            if type_ != "Nat" and context.facts:
                yield Proposal(
                    f"cases {name} <;> simp_all", f"{why} Simplify each case.", cost=1.1 + place / 4
                )
    for name, type_ in context.things:
        if name in context.words or any(name in tokens(str(f)) for _, f in context.facts):
            if type_ == "Bool":
                yield Proposal(f"cases {name} with", f"{name} is true or false.", ("false", "true"), 1)
            elif type_.startswith("Option "):
                labels = ("none", f"some {context.fresh('x')}")
                yield Proposal(f"cases {name} with", f"Is there a value in {name}?", labels, 1)
            elif " × " in type_ and not type_.startswith("("):
                one, other = context.fresh("a"), context.fresh("b")
                yield Proposal(f"obtain ⟨{one}, {other}⟩ := {name}", f"{name} is a pair.", cost=0.9)


def _structural(context: Context, name: str, type_: str, cost: float) -> Iterator[Proposal]:
    labels = _labels(context, type_, ("ih",), hypotheses=True)
    if not labels:
        return
    why = _WHY.get(type_.split(" ")[0], f"Prove it for each way to build {name}, from its parts.")
    yield Proposal(f"induction {name} with", why.format(name), labels, cost)
    others = [other for other in _data(context) if other != name and _free_of(context, other, name)]
    if others:
        tactic = f"induction {name} generalizing {' '.join(others)} with"
        why = f"{why.format(name)} The hypothesis is for every {' '.join(others)}."
        yield Proposal(tactic, why, labels, cost + 0.55)


_WHY = {
    "Nat": "Prove it for 0, and from {} for the next number.",
    "List": "Prove it for the empty list, and from the rest of {} for the whole.",
}


def _labels(context: Context, type_: str, extra: tuple[str, ...], *, hypotheses: bool) -> tuple[str, ...]:
    """The structured alternatives of an induction or a case analysis, none for an unknown type."""
    if type_ == "Nat":
        k = context.fresh("k")
        return ("zero", " ".join(["succ", k, *([context.fresh("ih")] if hypotheses else [])]))
    if type_.startswith("List "):
        x, xs = context.fresh("x"), context.fresh("xs")
        return ("nil", " ".join(["cons", x, xs, *([context.fresh("ih")] if hypotheses else [])]))
    own = context.own.type(type_.split(" ")[0])
    return _of_own_type(context, own, hypotheses=hypotheses) if own else ()


def _of_own_type(context: Context, own: DataType, *, hypotheses: bool) -> tuple[str, ...]:
    labels: list[str] = []
    for constructor in own.constructors:
        used = set(context.names)
        words = [constructor.name]
        recursive = []
        for given, is_own in constructor.arguments:
            name = fresh(given, used)
            used.add(name)
            words.append(name)
            recursive += [name] if is_own else []
        for name in recursive if hypotheses else []:
            ih = fresh("ih" if len(recursive) == 1 else f"ih{name}", used)
            used.add(ih)
            words.append(ih)
        labels.append(" ".join(words))
    return tuple(labels)


def _recursed(context: Context) -> list[tuple[str, str]]:
    """Numbers, lists and such of the target with their types, the likeliest first.

    Those at the end of the left side come first, where `+` and `*` recurse; on other types the first.
    """
    types = {name: type_ for name, type_ in context.things if _invites(context, type_)}
    pair = sides(context.text)
    words = tokens(pair[0])[::-1] + tokens(pair[1])[::-1] if pair else context.words[::-1]
    heads = list(dict.fromkeys(word.partition(".")[0] for word in words))
    found = [(name, types[name]) for name in heads if name in types]
    lists = [each for each in found[::-1] if each[1] != "Nat"]
    mentioned = set(heads)
    hidden = [(n, t) for n, t in types.items() if n not in mentioned and _in_facts(context, n)]
    return lists + [each for each in found if each[1] == "Nat"] + hidden


def _in_facts(context: Context, name: str) -> bool:
    return any(name in tokens(str(formula)) for _, formula in context.facts)


def _invites(context: Context, type_: str) -> bool:
    return type_ == "Nat" or type_.startswith("List ") or context.own.type(type_.split(" ")[0]) is not None


def _data(context: Context) -> list[str]:
    """Things of the target that an induction hypothesis may be for every value of."""
    return [
        name
        for name, type_ in context.things
        if name in {word.partition(".")[0] for word in context.words}
        and not type_.startswith(("Type", "Sort", "Prop"))
        and "→" not in type_
    ]


def _free_of(context: Context, other: str, name: str) -> bool:
    types = dict(context.things)
    return other not in tokens(types.get(name, ""))


def _other_kinds(context: Context, name: str, cost: float) -> Iterator[Proposal]:
    """Two steps at once, and from all smaller numbers."""
    k, ih = context.fresh("k"), context.fresh("ih")
    why = "Prove it for 0 and 1, and for each later number from the two before it."
    labels = ("zero", "one", f"more {k} {ih} {ih}1")
    two_at_once = any("2" in str(f.clauses) or _steps_by_two(f) for f in context.functions)
    parity = "2" in context.words
    yield Proposal(
        f"induction {name} using Nat.twoStepInduction with",
        why,
        labels,
        cost - 0.6 * two_at_once - 0.1 * parity,
    )
    smaller, asked_for = context.fresh("m"), any(_is_course_of_values(str(f)) for _, f in context.facts)
    why = f"Prove it for {smaller}, given that it holds for all smaller numbers."
    tactic = f"induction {name} using Nat.strong_induction_on with"
    yield Proposal(tactic, why, (f"_ {smaller} {ih}",), cost + 0.4 - 1.2 * asked_for)


def _is_course_of_values(fact: str) -> bool:
    """Whether a fact speaks of all smaller numbers: `∀ n, (∀ m, m < n → p m) → p n`."""
    return fact.startswith("∀") and " < " in fact and fact.count("∀") > 1


def _steps_by_two(function: Function) -> bool:
    return len(function.clauses) > 2 or any(clause.calls > 1 for clause in function.clauses)


def _along_functions(context: Context, later: float) -> Iterator[Proposal]:
    """Induction along the calls of a function that the text defines."""
    target = read(context.text, context.local)
    if target is None:
        return
    for call in dict.fromkeys(subterms(target)):
        for function in context.functions:
            if call.head == function.short and function.recursive and _plain(call, context):
                term = " ".join([function.name, *(arg.head for arg in call.args)])
                yield from _along(context, function, term, later)


def _plain(call: Term, context: Context) -> bool:
    heads = [arg.head for arg in call.args]
    variables = [head for head in heads if head in context.local]
    return bool(heads) and all(not arg.args for arg in call.args) and len(set(variables)) == len(heads)


def _along(context: Context, function: Function, term: str, later: float) -> Iterator[Proposal]:
    why = f"Follow the equations of {function.short}."
    if function.clauses:
        labels = tuple(
            _clause_label(context, number, clause) for number, clause in enumerate(function.clauses, 1)
        )
        yield Proposal(f"fun_induction {term} with", why, labels, 1.2 + later)
    listed = ", ".join(each.name for each in context.functions)
    tactic = f"fun_induction {term} <;> simp_all [{listed}]"
    yield Proposal(tactic, f"{why} Simplify each case.", cost=1.1 + later)
    yield Proposal(f"{tactic} <;> omega", f"{why} What is left is arithmetic.", cost=1.3 + later)


def _clause_label(context: Context, number: int, clause: Clause) -> str:
    used = set(context.names)
    words = [f"case{number}"]
    for name in clause.variables:
        new = fresh(name, used)
        used.add(new)
        words.append(new)
    for call in range(clause.calls):
        new = fresh("ih" if clause.calls == 1 else f"ih{call + 1}", used)
        used.add(new)
        words.append(new)
    return " ".join(words)
