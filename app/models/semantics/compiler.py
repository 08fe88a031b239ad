"""From a printed term to a function of the values of its variables.

What a symbol means stands in the rules of the rooms beside this one; here are variables, application, and the
types that Lean does not print: those of the variables of `∃ x, ...` and `fun x => ...`. A type that stays
open is read as that of natural numbers and as that of integers, and only what both say counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.models.expression import Bound, Term
from app.models.semantics.guessing import OpenType, guessed
from app.models.semantics.truth import Truth
from app.models.semantics.types import (
    PROP,
    Domain,
    Env,
    IllTyped,
    Meaning,
    TooMuchWork,
    Typed,
    Unknown,
    Value,
    function,
    is_number,
    modulus,
    normal_type,
)

Rule = Callable[["Compiler", Term, Term | None], Typed]
_MOST_OPEN = 3


MOST_WORK = 100_000


@dataclass(frozen=True, slots=True)
class Language:
    """What symbols mean, and what the functions of the library take, by name."""

    rules: Mapping[str, Rule]
    arguments: Mapping[str, tuple[Term, ...]]


class Compiler:
    """Compiles terms over variables of known types; `domain` gives the values that quantifiers look at.

    `settled` are types of binders that were open. `work` counts how often the truth of some part was
    asked for.
    """

    def __init__(
        self, types: Mapping[str, Term], domain: Domain, language: Language, settled: Mapping[Term, Term]
    ) -> None:
        self.types = dict(types)
        self._domain = domain
        self.language = language
        self._given = self.settled = dict(settled)
        self.work = 0
        self.most = MOST_WORK

    def proposition(self, term: Term) -> Callable[[Env], Truth]:
        """Raises Unknown if some part of `term` has no meaning here."""
        readings = list(self._readings(term))
        if not readings:
            raise IllTyped(term.head)
        if len(readings) == 1:
            return readings[0]
        return lambda env: _agreed([reading(env) for reading in readings])

    def _readings(self, term: Term) -> Iterator[Meaning]:
        """The meanings of `term` for all types that open variables may have."""
        waiting: list[dict[Term, Term]] = [self._given]
        while waiting:
            self.settled = waiting.pop()
            try:
                yield self.truth(term)
            except IllTyped:
                continue
            except OpenType as found:
                if len(self.settled) == _MOST_OPEN:
                    raise Unknown("many open types") from None
                waiting += found.ways(self.settled)

    def truth(self, term: Term) -> Meaning:
        """The meaning of a proposition, None where it is not known."""
        return self.checked(term, PROP).meaning

    def domain(self, type_: Term) -> tuple[tuple[Value, ...], bool]:
        try:
            return self._domain(type_)
        except (KeyError, ValueError) as error:
            raise Unknown(f"values of {type_.head}") from error

    def known(self, meaning: Meaning, work: int = 1) -> Meaning:
        """A proposition that is not known where some term in it has no value; asking it is so much `work`."""

        def truth(env: Env) -> Truth:
            self.work += work
            if self.work > self.most:  # a nest of quantifiers could go on for minutes
                raise TooMuchWork
            try:
                found: Truth = meaning(env)
            except Unknown:
                return None
            return found

        return truth

    def checked(self, term: Term, wanted: Term) -> Typed:
        """`term` as one of type `wanted`. Raises IllTyped if it is of another."""
        found = self.typed(term, wanted)
        if found.type is not None and found.type != wanted:
            raise IllTyped(f"{term.head}: {found.type.head} for {wanted.head}")
        return Typed(wanted, found.meaning)

    def typed(self, term: Term, wanted: Term | None = None) -> Typed:
        """`term`, which may be of type `wanted`."""
        head, args = term.head, term.args
        if head in self.types:
            return self.applied(Typed(self.types[head], lambda env: env[head]), args)
        if head.isdigit() and not args:
            return _numeral(int(head), wanted)
        if head == "fun":
            return self.made_by(term, wanted)
        if head == "@":
            return self.applied(self.typed(args[0]), args[1:])
        rule = self.language.rules.get(head)
        if rule is None:
            raise Unknown(head)
        try:
            return rule(self, term, wanted)
        except (IndexError, ValueError) as error:
            raise Unknown(f"{head} with {len(args)} arguments") from error

    def quiet(self, term: Term) -> Term | None:
        """The type of `term` if it can be told."""
        try:
            return self.typed(term).type
        except Unknown:
            return None

    def applied(self, typed: Typed, args: Sequence[Term]) -> Typed:
        """A function, predicate or set at arguments."""
        for arg in args:
            kind = typed.type
            if kind is not None and kind.head == "Set" and len(kind.args) == 1:
                kind = function(kind.args[0], PROP)
            if kind is None or kind.head != "→":
                raise IllTyped("application")
            value = self.checked(arg, kind.args[0]).meaning
            typed = Typed(kind.args[1], _apply(typed.meaning, value))
        if args and typed.type == PROP:
            return Typed(PROP, self.known(typed.meaning))
        return typed

    def same(self, left: Term, right: Term, wanted: Term | None = None) -> tuple[Typed, Typed]:
        """Two terms of one type, which stays open if that of both does."""
        try:
            one = self.typed(left, wanted)
        except IllTyped:
            raise
        except Unknown:
            one = Typed(None, _never)
        other = self.typed(right, wanted or one.type)
        if one.type is None and (other.type is not None or one.meaning is _never):
            one = self.typed(left, other.type)
        if None not in (one.type, other.type) and one.type != other.type:
            raise IllTyped("two types")
        return one, other

    # Binders

    def under(self, binder: Term) -> tuple[list[tuple[str, Term]], Meaning]:
        """The variables of a quantifier or a set, with their types, and the meaning of its body."""
        kept = dict(self.types)
        try:
            found = [self._bind(each, binder) for each in binder.bound]
            return found, self.truth(binder.args[0])
        finally:
            self.types = kept

    def _bind(self, bound: Bound, binder: Term) -> tuple[str, Term]:
        type_ = normal_type(bound.type) if bound.type is not None else guessed(self, bound.name, binder)
        self.types[bound.name] = type_
        return bound.name, type_

    def made_by(self, term: Term, wanted: Term | None, domain: Term | None = None) -> Typed:
        """The function or set that `fun x => ...` or `{x | ...}` is; `domain` is what it is of, if known."""
        if len(term.bound) > 1:
            rest = Term(term.head, term.args, term.bound[1:])
            term = Term(term.head, (rest,), term.bound[:1])
        name = term.bound[0].name
        result = PROP if term.head == "{|}" else None
        if wanted is not None and wanted.head in ("→", "Set"):
            domain = wanted.args[0]
            result = wanted.args[1] if wanted.head == "→" else PROP
        kept = dict(self.types)
        try:
            if domain is None:
                _, domain = self._bind(term.bound[0], term)
            self.types[name] = domain
            body = self.typed(term.args[0]) if result is None else self.checked(term.args[0], result)
        finally:
            self.types = kept
        if body.type is None:
            raise Unknown("the type of a value")
        made = _function_of(name, body.meaning)
        return Typed(Term("Set", (domain,)) if term.head == "{|}" else function(domain, body.type), made)


def _numeral(number: int, wanted: Term | None) -> Typed:
    size = modulus(wanted)
    if size is not None:
        if size == 0:
            raise IllTyped("Fin 0")
        remainder = number % size
        return Typed(wanted, lambda env: remainder)
    if not is_number(wanted):
        raise IllTyped("a numeral")
    return Typed(wanted, lambda env: number)


def _never(env: Env) -> Value:
    raise Unknown("nothing")


def _apply(function_: Meaning, argument: Meaning) -> Meaning:
    return lambda env: function_(env)(argument(env))


def _function_of(name: str, body: Meaning) -> Meaning:
    return lambda env: lambda value: body({**env, name: value})


def _agreed(truths: Sequence[Truth]) -> Truth:
    return truths[0] if all(truth is truths[0] for truth in truths) else None
