"""Weak head normal forms: beta, zeta, recursors, projections, quotients, definitions, numbers.

The rules are those of Bailey, Type Checking in Lean 4, chapter on reduction, and of Carneiro, The Type
Theory of Lean (2019), section 2.6.
"""

from __future__ import annotations

import time

from app.kernel import binding, levels, natural, terms
from app.kernel.environment import (
    QUOT_IND,
    QUOT_LIFT,
    QUOT_MK,
    SUCC,
    ZERO,
    Definition,
    Environment,
    Recursor,
)
from app.kernel.outcome import Undecided
from app.kernel.terms import APP, CONST, LAM, LET, PROJ, STR, Expr, app, const, nat

STEPS_BETWEEN_LOOKS = 2000
MOST_NODES = 6_000_000


class Reducer:
    """Weak head normal forms in an environment, until `deadline` on the monotonic clock (seconds).

    Terms are well-typed here. Equality is not transitive, though: a term may be of a type that is equal to
    an inductive one and yet reduces to none. The terms hold what is known of them in this environment, so
    there is one of these at a time: each begins by forgetting that.
    """

    def __init__(self, environment: Environment, deadline: float) -> None:
        self.environment = environment
        self.constants = environment.constants
        self.deadline = deadline
        self.steps = STEPS_BETWEEN_LOOKS
        terms.forget(terms.mark())

    def infer(self, term: Expr) -> Expr:
        """The type of a well-typed term."""
        raise NotImplementedError

    def equal(self, left: Expr, right: Expr) -> bool:
        """Whether two well-typed terms are equal by definition."""
        raise NotImplementedError

    def look(self) -> None:
        """Raise Undecided where time or memory has run out."""
        self.steps = STEPS_BETWEEN_LOOKS
        if time.monotonic() > self.deadline:
            raise Undecided("the time is over")
        if terms.nodes() > MOST_NODES:
            raise Undecided("too many terms at once")

    def core(self, term: Expr, cheap: bool = False) -> Expr:
        """The head normal form without unfolding definitions, but for what recursors look at.

        `cheap` leaves a projection alone whose term has to be unfolded first.
        """
        if term.kind < APP or term.kind > PROJ or term.kind in (LAM, terms.PI):
            return term
        known = term.core or (term.cored if cheap else None)
        if known is not None:
            return known
        at: Expr | None = term
        done = term
        while at is not None:
            self.steps -= 1
            if self.steps < 0:
                self.look()
            done = at
            at = self.core_step(at, cheap)
        if cheap:
            term.cored = done
        else:
            term.core = done
        return done

    def core_step(self, term: Expr, cheap: bool) -> Expr | None:
        """`term` after a step at its head, or None where there is none."""
        kind = term.kind
        if kind == APP:
            return self.app_step(term, cheap)
        if kind == LET:
            return binding.instantiate(term.c, (term.b,))
        return self.projection_step(term, cheap) if kind == PROJ else None

    def app_step(self, term: Expr, cheap: bool) -> Expr | None:
        function = term
        arguments: list[Expr] = []
        while function.kind == APP:
            arguments.append(function.b)
            function = function.a
        arguments.reverse()
        kind = function.kind
        used = 0
        if kind == LAM:
            count = len(arguments)
            while function.kind == LAM and used < count:
                function = function.b
                used += 1
            result: Expr | None = binding.instantiate(function, arguments[:used])
        elif kind == CONST:
            return self.constant_step(function, arguments)
        else:
            result = self.core_step(function, cheap)
        if result is None:
            return None
        for argument in arguments[used:]:
            result = app(result, argument)
        return result

    def constant_step(self, function: Expr, arguments: list[Expr]) -> Expr | None:
        found = self.constants.get(function.a)
        if isinstance(found, Recursor):
            return self.recursor_step(found, function, arguments)
        if function.a is QUOT_LIFT and self.environment.quotients:
            return self.quotient_step(arguments, 5)
        if function.a is QUOT_IND and self.environment.quotients:
            return self.quotient_step(arguments, 4)
        return None

    def quotient_step(self, arguments: list[Expr], major_at: int) -> Expr | None:
        if len(arguments) <= major_at:
            return None
        made, parts = terms.applied(self.whnf(arguments[major_at]))
        if made is not QUOT_MK:
            return None
        return terms.apply(app(arguments[3], parts[2]), *arguments[major_at + 1 :])

    def recursor_step(self, recursor: Recursor, function: Expr, arguments: list[Expr]) -> Expr | None:
        before = recursor.before_indices
        major_at = before + recursor.nindices
        if len(arguments) <= major_at:
            return None
        major = arguments[major_at]
        if recursor.k:
            major = self.only_constructor(recursor, major) or major
        major = self.whnf(major)
        if major.kind >= terms.NAT:
            major = self.literal_as_constructor(major)
        made, parts = terms.applied(major)
        rule = recursor.rules.get(made)
        if rule is None:
            projected = self.projections_of(recursor, major)
            if projected is None:
                return None
            parts = projected
            (rule,) = recursor.rules.values()
        fields = parts[len(parts) - rule.nfields :]
        body = recursor.body(rule, function.b)
        result = binding.instantiate(body, arguments[:before] + fields)
        for argument in arguments[major_at + 1 :]:
            result = app(result, argument)
        return result

    def only_constructor(self, recursor: Recursor, major: Expr) -> Expr | None:
        """The constructor without fields in place of any proof of the same type."""
        type_ = self.whnf(self.infer(major))
        family, arguments = terms.applied(type_)
        if family is not recursor.inductive:
            return None
        (rule,) = recursor.rules.values()
        made = terms.apply(const(rule.constructor, terms.head(type_).b), *arguments[: recursor.nparams])
        return made if self.equal(type_, self.infer(made)) else None

    def projections_of(self, recursor: Recursor, major: Expr) -> list[Expr] | None:
        """The parameters and the projections of a value of a structure that is not in Prop."""
        made = self.environment.structure(recursor.inductive)
        if made is None:
            return None
        type_ = self.whnf(self.infer(major))
        family, arguments = terms.applied(type_)
        if family is not recursor.inductive or self.is_proposition(type_):
            return None
        return arguments + [terms.proj(recursor.inductive, index, major) for index in range(made.nfields)]

    def is_proposition(self, type_: Expr) -> bool:
        """Whether `type_` is a type in Prop."""
        kind = self.whnf(self.infer(type_))
        return kind.kind == terms.SORT and levels.same(kind.a, levels.zero)

    def projection_step(self, term: Expr, cheap: bool) -> Expr | None:
        value = self.core(term.c, True) if cheap else self.whnf(term.c)
        if value.kind == STR:
            value = self.whnf(self.literal_as_constructor(value))
        made, parts = terms.applied(value)
        found = self.environment.constructor(made)
        if found is None:
            return None
        result: Expr = parts[found.nparams + term.b]
        return result

    def literal_as_constructor(self, literal: Expr) -> Expr:
        if literal.kind == STR:
            return natural.spelled_out(literal.a)
        if literal.a == 0:
            return const(ZERO)
        return app(const(SUCC), nat(literal.a - 1))

    def unfolds(self, term: Expr) -> Definition | None:
        """The definition at the head of `term`."""
        found = self.constants.get(terms.head(term).a)  # the name of a definition is in a CONST only
        return found if isinstance(found, Definition) else None

    def unfold(self, term: Expr, definition: Definition) -> Expr:
        """`term` with the definition at its head replaced by its value."""
        top, arguments = terms.unapply(term)
        value: Expr | None = top.c
        if value is None:
            value = definition.value
            if definition.params:
                value = binding.substitute(value, dict(zip(definition.params, top.b, strict=True)))
            top.c = value
        used = 0
        while value.kind == LAM and used < len(arguments):
            value = value.b
            used += 1
        result = binding.instantiate(value, arguments[:used])
        for argument in arguments[used:]:
            result = app(result, argument)
        return result

    def whnf(self, term: Expr) -> Expr:
        """The head normal form."""
        if term.kind in (terms.SORT, LAM, terms.PI, terms.NAT, STR, terms.LOCAL):
            return term
        known = term.whnf
        if known is not None:
            return known
        at = term
        while True:
            at = self.core(at)
            number = self.number(at)
            if number is not None:
                at = number
                break
            definition = self.unfolds(at)
            if definition is None:
                break
            at = self.unfold(at, definition)
        term.whnf = at
        return at

    def number(self, term: Expr) -> Expr | None:
        """What a function on numbers gives on literals, or None where it is not such a term."""
        if term.kind != APP or term.locals:
            return None
        function, arguments = terms.applied(term)
        if function is SUCC and self.environment.nat_is_known:
            before = self.literal(arguments[0])
            return None if before is None else nat(before + 1)
        compute = self.environment.fast.get(function)
        if compute is None or len(arguments) != natural.arity(function):
            return None
        numbers: list[int] = []
        for argument in arguments:
            value = self.literal(argument)
            if value is None:
                return None
            numbers.append(value)
        return natural.compute(compute, numbers)

    def literal(self, term: Expr) -> int | None:
        """The number that `term` evaluates to, where that is a literal."""
        value = self.whnf(term)
        if value.kind == terms.NAT:
            number: int = value.a
            return number
        return 0 if value.a is ZERO else None
