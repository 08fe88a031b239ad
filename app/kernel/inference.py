"""Types: of any well-typed term (`infer`), and with every rule checked on the way (`check`).

The rules are those of Carneiro (2019), section 2.3, with projections as Bailey describes them.
"""

from __future__ import annotations

from app.kernel import binding, levels, natural, terms
from app.kernel.conversion import Converter
from app.kernel.environment import CHAR, STRING
from app.kernel.environment import NAT as NUMBERS
from app.kernel.levels import Level
from app.kernel.outcome import Refused
from app.kernel.terms import APP, CONST, LAM, LET, LOCAL, NAT, PI, PROJ, SORT, STR, Expr, const


class Checker(Converter):
    """The type checker. It raises Refused where a rule is broken and Undecided where a limit is reached."""

    def infer(self, term: Expr) -> Expr:
        return term.type or self.type_of(term, False)

    def check(self, term: Expr) -> Expr:
        """The type of `term`, of which nothing is known yet."""
        if term.checked and term.type is not None:
            return term.type
        return self.type_of(term, True)

    def type_of(self, term: Expr, strict: bool) -> Expr:
        self.steps -= 1
        if self.steps < 0:
            self.look()
        kind = term.kind
        if kind == APP:
            type_ = self.type_of_application(term, strict)
        elif kind == LAM:
            type_ = self.type_of_function(term, strict)
        elif kind == PI:
            type_ = self.type_of_pi(term, strict)
        elif kind == CONST:
            type_ = self.type_of_constant(term)
        elif kind == LET:
            type_ = self.type_of_let(term, strict)
        elif kind == PROJ:
            type_ = self.type_of_projection(term, strict)
        else:
            type_ = self.type_of_leaf(term)
        term.type = type_
        if strict:
            term.checked = True
        return type_

    def type_of_leaf(self, term: Expr) -> Expr:
        kind = term.kind
        if kind == LOCAL:
            type_: Expr = term.b
            return type_
        if kind == SORT:
            return terms.sort(levels.succ(term.a))
        if kind == NAT and self.environment.nat_is_known:
            return const(NUMBERS)
        if kind == STR and self.knows_strings():
            return const(STRING)
        if kind in (NAT, STR):
            raise Refused("a literal before its type is declared")
        raise Refused("a variable that nothing binds")

    def knows_strings(self) -> bool:
        """Whether what a literal text stands for is a `String`, whatever its characters are."""
        if not self.environment.strings_are_known and STRING in self.constants:
            letters = self.check(natural.no_letters())
            number, letter, others = (
                terms.local(0, const(NUMBERS)),
                terms.local(1, const(CHAR)),
                terms.local(2, letters),
            )
            parts = (
                (natural.letter(number), const(CHAR)),
                (natural.letters(letter, others), letters),
                (natural.of_letters(others), const(STRING)),
            )
            self.environment.strings_are_known = self.environment.nat_is_known and all(
                self.equal(self.check(part), type_) for part, type_ in parts
            )
        return self.environment.strings_are_known

    def type_of_constant(self, term: Expr) -> Expr:
        found = self.constants.get(term.a)
        if found is None:
            raise Refused(f"{term.a} is not declared")
        if len(found.params) != len(term.b):
            raise Refused(f"{term.a} has {len(found.params)} universe parameters, not {len(term.b)}")
        if not found.params:
            return found.type
        return binding.substitute(found.type, dict(zip(found.params, term.b, strict=True)))

    def type_of_application(self, term: Expr, strict: bool) -> Expr:
        function, arguments = terms.unapply(term)
        type_ = self.check(function) if strict else self.infer(function)
        start = 0
        for place, argument in enumerate(arguments):
            if type_.kind != PI:
                type_ = self.whnf(binding.instantiate(type_, arguments[start:place]))
                start = place
                if type_.kind != PI:
                    raise Refused(f"{terms.show(function)} is applied to too many arguments")
            if strict:
                given = self.check(argument)
                expected = binding.instantiate(type_.a, arguments[start:place])
                if given is not expected and not self.equal(given, expected):
                    raise Refused(
                        f"argument {place + 1} of {terms.show(function)} has type {terms.show(given)}, "
                        f"not {terms.show(expected)}"
                    )
            type_ = type_.b
        return binding.instantiate(type_, arguments[start:])

    def open(self, term: Expr, kind: int, strict: bool) -> tuple[list[Expr], Expr]:
        """Variables for the binders of `term`, and its body in terms of them."""
        variables: list[Expr] = []
        level = term.locals
        while term.kind == kind:
            type_ = binding.instantiate(term.a, variables)
            if strict:
                self.sort_of(self.check(type_))
            variables.append(terms.local(level, type_))
            level += 1
            term = term.b
        return variables, binding.instantiate(term, variables)

    def type_of_function(self, term: Expr, strict: bool) -> Expr:
        variables, body = self.open(term, LAM, strict)
        return binding.bind(PI, variables, self.check(body) if strict else self.infer(body))

    def type_of_pi(self, term: Expr, strict: bool) -> Expr:
        variables, body = self.open(term, PI, strict)
        level = self.sort_of(self.check(body) if strict else self.infer(body))
        for variable in reversed(variables):
            level = levels.impredicative(self.sort_of(self.infer(variable.b)), level)
        return terms.sort(level)

    def type_of_let(self, term: Expr, strict: bool) -> Expr:
        values: list[Expr] = []
        while term.kind == LET:
            value = binding.instantiate(term.b, values)
            if strict:
                type_ = binding.instantiate(term.a, values)
                self.sort_of(self.check(type_))
                if not self.equal(self.check(value), type_):
                    raise Refused(f"the value of a `let` is not of its type {terms.show(type_)}")
            values.append(value)
            term = term.c
            if not term.loose:
                break  # what does not depend on the values may be known already
        body = binding.instantiate(term, values)
        return self.check(body) if strict else self.infer(body)

    def type_of_projection(self, term: Expr, strict: bool) -> Expr:
        type_ = self.whnf(self.check(term.c) if strict else self.infer(term.c))
        family, arguments = terms.unapply(type_)
        found = self.environment.inductive(term.a)
        if found is None or family.kind != CONST or family.a is not term.a:
            raise Refused(f"a projection of {term.a} out of {terms.show(type_)}")
        if len(found.constructors) != 1 or len(arguments) != found.nparams:
            raise Refused(f"{term.a} is not a structure")
        made = self.environment.constructor(found.constructors[0])
        if made is None or not 0 <= term.b < made.nfields:
            raise Refused(f"{term.a} has no field {term.b}")
        logical = self.is_proposition(type_)
        field = self.type_of_constant(const(made.name, family.b))
        for argument in arguments:
            field = self.pi(field)
            field = binding.instantiate(field.b, (argument,))
        for index in range(term.b):
            field = self.pi(field)
            if logical and field.b.loose and not self.is_proposition(field.a):
                raise Refused(f"a projection out of a proof of {term.a} that depends on data")
            field = binding.instantiate(field.b, (terms.proj(term.a, index, term.c),))
        result: Expr = self.pi(field).a
        if logical and not self.is_proposition(result):
            raise Refused(f"a projection to data out of a proof of {term.a}")
        return result

    def pi(self, type_: Expr) -> Expr:
        """`type_` as a function type."""
        found = self.whnf(type_)
        if found.kind != PI:
            raise Refused(f"{terms.show(type_)} is not a function type")
        return found

    def sort_of(self, type_: Expr) -> Level:
        """The level of the universe that `type_` is."""
        found = self.whnf(type_)
        if found.kind != SORT:
            raise Refused(f"{terms.show(type_)} is not a universe")
        level: Level = found.a
        return level
