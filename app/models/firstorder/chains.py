"""Equations from general equations, as in a monoid or a group that is given by its laws: a chain of steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from app.domain.proof import Proposal, indented
from app.models.context import Context
from app.models.expression import Term, read, subterms
from app.models.firstorder.completion import Completion, Equation, Step
from app.models.firstorder.unification import Expr, expression, instance, put, variables
from app.models.names import fresh

_LONGEST_INLINE = 4
_VARIABLES = ("x", "y", "z", "w", "u", "v")


def chained(context: Context) -> Iterator[Proposal]:
    """A calculation with the laws that are given."""
    if " = " not in context.text or not any(str(formula).startswith("∀") for _, formula in context.facts):
        return
    facts = tuple((name, str(formula)) for name, formula in context.facts if " = " in str(formula))
    functions = frozenset(name for name, _ in context.things)
    text = _proof(facts, context.text, context.local, functions)
    if text is not None:
        yield Proposal(text, "Calculate with the laws that are given.", cost=0.1)


@lru_cache(maxsize=512)
def _proof(
    facts: tuple[tuple[str, str], ...],
    target: str,
    local: frozenset[str],
    functions: frozenset[str],
) -> str | None:
    goal = read(target, local)
    if goal is None or goal.head != "=" or not _abstract(goal, functions):
        return None
    chain = _completion(facts, local, functions).chain(*map(expression, goal.args))
    return _Writer(local).text(chain) if chain else None


@lru_cache(maxsize=64)
def _completion(
    facts: tuple[tuple[str, str], ...], local: frozenset[str], functions: frozenset[str]
) -> Completion:
    """What follows from the facts that are equations, if there is a general one among them."""
    read_facts = [(name, read(text, local)) for name, text in facts]
    laws = [_law(name, term, functions) for name, term in read_facts if term is not None]
    known = [law for law in laws if law is not None]
    general = any(variables(law.left) | variables(law.right) for law in known)
    return Completion(known if general else ())


def _abstract(term: Term, functions: frozenset[str]) -> bool:
    """Whether there is nothing but functions and things of the context."""
    return all(part.head in functions and not part.bound for arg in term.args for part in subterms(arg))


def _law(name: str, term: Term, functions: frozenset[str]) -> Equation | None:
    """An equation with numbers for its variables, in the order of their binders."""
    bound: list[str] = []
    while term.head == "∀":
        if any(b.bracket != "(" for b in term.bound):
            return None
        bound += [b.name for b in term.bound]
        term = term.args[0]
    if term.head != "=" or not _abstract(term, functions | set(bound)) or len(set(bound)) < len(bound):
        return None
    places: Mapping[str, int] = {each: place for place, each in enumerate(bound)}
    left, right = (_with_places(arg, places) for arg in term.args)
    if (variables(left) | variables(right)) != frozenset(places.values()):
        return None
    return Equation(left, right, name)


def _with_places(term: Term, places: Mapping[str, int]) -> Expr:
    if term.head in places and not term.args:
        return places[term.head]
    return (term.head, *(_with_places(arg, places) for arg in term.args))


class _Writer:
    """Writes a chain down; laws that were found on the way and are used more than once come first."""

    def __init__(self, taken: frozenset[str]) -> None:
        self.taken = set(taken)
        self.names: dict[int, str] = {}
        self.lines: list[str] = []

    def text(self, chain: Sequence[Step]) -> str:
        self.uses = _uses(chain)
        steps = self._expanded(chain)
        return "\n".join([*self.lines, *self._calculation(steps, {})])

    def _expanded(self, chain: Sequence[Step]) -> list[Step]:
        """The chain in which steps are facts or laws with a name."""
        steps: list[Step] = []
        for step in chain:
            rule = step.rule
            if rule.name or not self._inline(rule):
                self._name(rule)
                steps.append(step)
                continue
            inner = self._expanded(
                rule.chain if step.forwards else [s.turned() for s in reversed(rule.chain)]
            )
            steps += _inside(step, inner)
        return steps

    def _inline(self, rule: Equation) -> bool:
        return self.uses[id(rule)] == 1 and len(rule.chain) <= _LONGEST_INLINE

    def _name(self, rule: Equation) -> None:
        """Prove a law that was found before it is used."""
        if rule.name or id(rule) in self.names:
            return
        steps = self._expanded(rule.chain)
        own = sorted(variables(rule.left) | variables(rule.right))
        shown = {place: fresh(_VARIABLES[place % 6], self.taken) for place in own}
        name = fresh("k", self.taken)
        self.taken.add(name)
        self.names[id(rule)] = name
        claim = f"{_shown(rule.left, shown)} = {_shown(rule.right, shown)}"
        general = f"∀ {' '.join(shown.values())}, " if own else ""
        lines = [f"intro {' '.join(shown.values())}"] if own else []
        self.lines += [
            f"have {name} : {general}{claim} := by",
            *indented(lines + self._calculation(steps, shown)),
        ]

    def _calculation(self, steps: Sequence[Step], shown: Mapping[int, str]) -> list[str]:
        if len(steps) == 1:
            return (
                [f"exact {self._reason(steps[0], shown)}"]
                if steps[0].whole
                else [self._reason(steps[0], shown)[3:]]
            )
        lines = []
        for number, step in enumerate(steps):
            left = f"calc {_shown(step.before, shown)}" if number == 0 else "  _"
            lines.append(f"{left} = {_shown(step.after, shown)} := {self._reason(step, shown)}")
        return lines

    def _reason(self, step: Step, shown: Mapping[int, str]) -> str:
        rule = step.rule
        name = rule.name or self.names[id(rule)]
        args = [_as_argument(_shown(step.values[v], shown)) for v in sorted(step.values)]
        term = " ".join([name, *args])
        if step.whole:
            return term if step.forwards else f"{_as_argument(term)}.symm"
        begin, end = (rule.left, rule.right) if step.forwards else (rule.right, rule.left)
        begin, end = instance(begin, step.values), instance(end, step.values)
        forwards = step.forwards if not _holds(end, begin) else not step.forwards
        return f"by rw [{'' if forwards else '← '}{term}]"


def _uses(chain: Sequence[Step]) -> Counter[int]:
    """How often each law is used in a chain and in the chains of the laws."""
    counts: Counter[int] = Counter()
    seen: set[int] = set()

    def count(steps: Sequence[Step]) -> None:
        for step in steps:
            counts[id(step.rule)] += 1
            if id(step.rule) not in seen:
                seen.add(id(step.rule))
                count(step.rule.chain)

    count(chain)
    return counts


def _inside(step: Step, inner: Sequence[Step]) -> Iterator[Step]:
    """The steps of a law's chain in the place where the law is used."""
    begin = step.rule.left if step.forwards else step.rule.right
    old = instance(begin, step.values)
    path = _difference(step.before, step.after, old)
    for each in inner:
        values = {v: instance(t, step.values) for v, t in each.values.items()}
        before, after = instance(each.before, step.values), instance(each.after, step.values)
        yield Step(
            put(step.before, path, before),
            put(step.before, path, after),
            each.rule,
            values,
            each.forwards,
            each.whole and not path,
        )


def _difference(one: Expr, two: Expr, part: Expr) -> tuple[int, ...]:
    """The place of `part` in `one` where `two` differs from it."""
    if one == part or isinstance(one, int) or isinstance(two, int):
        return ()
    places = [n for n in range(1, len(one)) if one[n] != two[n]]
    return (places[0], *_difference(one[places[0]], two[places[0]], part))


def _holds(expr: Expr, part: Expr) -> bool:
    return expr == part or (not isinstance(expr, int) and any(_holds(arg, part) for arg in expr[1:]))


def _shown(expr: Expr, shown: Mapping[int, str]) -> str:
    """The text of a term that is made of functions and things of the context alone."""
    if isinstance(expr, int):
        return shown[expr]
    return " ".join([str(expr[0]), *(_as_argument(_shown(arg, shown)) for arg in expr[1:])])


def _as_argument(text: str) -> str:
    return f"({text})" if " " in text else text
