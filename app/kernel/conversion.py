"""Definitional equality.

After Bailey, Type Checking in Lean 4, chapter on definitional equality, and Carneiro (2019), section 2.6:
proofs of one statement are equal, functions and structures are equal to their expansions, and where two sides
unfold, the one with the greater height goes first.
"""

from __future__ import annotations

from app.kernel import binding, levels, natural, terms
from app.kernel.environment import OF_LIST, SUCC, TRUE, ZERO, Definition, Environment
from app.kernel.reduction import Reducer
from app.kernel.terms import APP, CONST, LAM, NAT, PI, PROJ, SORT, STR, Expr, const, nat


class Converter(Reducer):
    """Decides equality. What was found equal is kept in classes; what was not, for one declaration."""

    def __init__(self, environment: Environment, deadline: float) -> None:
        super().__init__(environment, deadline)
        self.above: dict[Expr, Expr] = {}
        self.failed: set[tuple[Expr, Expr]] = set()

    def forget(self) -> None:
        """Let go of what is known of equality."""
        self.above.clear()
        self.failed.clear()

    def representative(self, term: Expr) -> Expr:
        """What stands for all terms that were found equal to `term`."""
        above = self.above
        at = term
        while (higher := above.get(at)) is not None:
            at = higher
        while term is not at:
            above[term], term = at, above[term]
        return at

    def equal(self, left: Expr, right: Expr) -> bool:
        if left is right:
            return True
        self.steps -= 1
        if self.steps < 0:
            self.look()
        answer = self.at_a_glance(left, right)
        if answer is not None:
            return answer
        if self.representative(left) is self.representative(right):
            return True
        if not self.equal_by_work(left, right):
            return False
        first, second = self.representative(left), self.representative(right)
        if first is not second:
            self.above[first] = second
        return True

    def at_a_glance(self, left: Expr, right: Expr) -> bool | None:
        """Equality of two terms of the same kind that have no other form, or None."""
        if left is right:
            return True
        kind = left.kind
        if kind != right.kind:
            return None
        if kind in (LAM, PI):
            return self.equal_binders(left, right)
        if kind == SORT:
            return levels.same(left.a, right.a)
        if kind in (NAT, STR):
            return bool(left.a == right.a)
        return None

    def equal_binders(self, left: Expr, right: Expr) -> bool:
        kind = left.kind
        variables: list[Expr] = []
        level = max(left.locals, right.locals)
        while left.kind == kind and right.kind == kind:
            type_ = binding.instantiate(left.a, variables)
            if left.a is not right.a and not self.equal(type_, binding.instantiate(right.a, variables)):
                return False
            variables.append(terms.local(level, type_))
            level += 1
            left, right = left.b, right.b
        return left is right or self.equal(
            binding.instantiate(left, variables), binding.instantiate(right, variables)
        )

    def equal_by_work(self, left: Expr, right: Expr) -> bool:
        if self.both_true(left, right):
            return True
        first, second = self.core(left, True), self.core(right, True)
        if first is not left or second is not right:
            answer = self.at_a_glance(first, second)
            if answer is not None:
                return answer
        proofs = self.equal_as_proofs(first, second)
        if proofs is not None:
            return proofs
        return self.equal_unfolding(first, second)

    def both_true(self, left: Expr, right: Expr) -> bool:
        """Whether one side is `true` and the other, without variables, evaluates to it."""
        if right.kind == CONST and right.a is TRUE and not right.b and not left.locals:
            value = self.whnf(left)
            return value.kind == CONST and value.a is TRUE
        if left.kind == CONST and left.a is TRUE and not left.b and not right.locals:
            value = self.whnf(right)
            return value.kind == CONST and value.a is TRUE
        return False

    def equal_as_proofs(self, left: Expr, right: Expr) -> bool | None:
        """Two proofs are equal exactly if their statements are; None where `left` is no proof."""
        statement = self.infer(left)
        if not self.is_proposition(statement):
            return None
        return self.equal(statement, self.infer(right))

    def equal_unfolding(self, left: Expr, right: Expr) -> bool:
        """Unfold definitions on both sides, one at a time, until the sides agree or nothing unfolds."""
        while True:
            answer = self.equal_numbers(left, right)
            if answer is not None:
                return answer
            first, second = self.unfolds(left), self.unfolds(right)
            if first is None and second is None:
                return self.equal_stuck(left, right)
            if first is second and self.equal_applications(left, right):
                return True
            left, right = self.unfold_one(left, first, right, second)
            answer = self.at_a_glance(left, right)
            if answer is not None:
                return answer

    def unfold_one(
        self, left: Expr, first: Definition | None, right: Expr, second: Definition | None
    ) -> tuple[Expr, Expr]:
        """Unfold the side with the greater height, or both.

        A side that only a projection keeps from going on goes before the other.
        """
        if first is None or second is None:
            stuck = left if first is None else right
            further = self.core(stuck) if terms.head(stuck).kind == PROJ else stuck
            if further is not stuck:
                return (further, right) if first is None else (left, further)
        higher = first is not None and (second is None or first.height >= second.height)
        lower = second is not None and (first is None or second.height >= first.height)
        if first is not None and higher:
            left = self.core(self.unfold(left, first), True)
        if second is not None and lower:
            right = self.core(self.unfold(right, second), True)
        return left, right

    def equal_applications(self, left: Expr, right: Expr) -> bool:
        """Whether two applications of one constant have the same levels and equal arguments."""
        if (left, right) in self.failed:
            return False
        first, some = terms.unapply(left)
        second, others = terms.unapply(right)
        if (
            levels.same_all(first.b, second.b)
            and len(some) == len(others)
            and all(map(self.equal, some, others))
        ):
            return True
        self.failed.add((left, right))
        return False

    def equal_numbers(self, left: Expr, right: Expr) -> bool | None:
        """Equality of zeros, successors and what evaluates to a literal; None where neither is such."""
        if not self.environment.nat_is_known:
            return None
        if self.is_zero(left) and self.is_zero(right):
            return True
        before_left, before_right = self.predecessor(left), self.predecessor(right)
        if before_left is not None and before_right is not None:
            return self.equal(before_left, before_right)
        number = self.number(left)
        if number is not None:
            return self.equal(number, right)
        number = self.number(right)
        return None if number is None else self.equal(left, number)

    def is_zero(self, term: Expr) -> bool:
        return (term.kind == NAT and term.a == 0) or (term.kind == CONST and term.a is ZERO)

    def predecessor(self, term: Expr) -> Expr | None:
        """`n` where `term` is the successor of `n`."""
        if term.kind == NAT:
            return nat(term.a - 1) if term.a else None
        if term.kind == APP and term.a.kind == CONST and term.a.a is SUCC:
            before: Expr = term.b
            return before
        return None

    def equal_stuck(self, left: Expr, right: Expr) -> bool:
        """Equality of terms at whose head nothing unfolds."""
        if left.kind == right.kind:
            if left.kind == CONST and left.a is right.a and levels.same_all(left.b, right.b):
                return True
            if left.kind == PROJ and left.b == right.b and self.equal(left.c, right.c):
                return True
        first, second = self.core(left), self.core(right)
        if first is not left or second is not right:
            return self.equal(first, second)
        return (
            self.equal_spines(left, right)
            or self.equal_by_eta(left, right)
            or self.equal_by_eta(right, left)
            or self.equal_as_structures(left, right)
            or self.equal_as_structures(right, left)
            or self.equal_texts(left, right)
            or self.equal_as_units(left, right)
        )

    def equal_spines(self, left: Expr, right: Expr) -> bool:
        if left.kind != APP:
            return False
        first, some = terms.unapply(left)
        second, others = terms.unapply(right)
        return len(some) == len(others) and self.equal(first, second) and all(map(self.equal, some, others))

    def equal_by_eta(self, function: Expr, other: Expr) -> bool:
        """Whether `other`, as `fun x => other x`, is `function`."""
        if function.kind != LAM:
            return False
        type_ = self.whnf(self.infer(other))
        if type_.kind != PI:
            return False
        return self.equal(function, terms.lam(type_.a, terms.app(other, terms.bvar(0))))

    def equal_as_structures(self, other: Expr, made: Expr) -> bool:
        """Whether `made` is a constructor applied to the projections of `other`."""
        name, arguments = terms.applied(made)
        found = self.environment.constructor(name)
        if found is None or self.environment.structure(found.inductive) is None:
            return False
        if len(arguments) != found.nparams + found.nfields:
            return False
        if not self.equal(self.infer(other), self.infer(made)):
            return False
        return all(
            self.equal(terms.proj(found.inductive, index, other), arguments[found.nparams + index])
            for index in range(found.nfields)
        )

    def equal_texts(self, left: Expr, right: Expr) -> bool:
        """Whether one side is a text and the other its characters."""
        for text, other in ((left, right), (right, left)):
            if text.kind == STR and other.kind == APP and other.a is const(OF_LIST):
                return self.equal(natural.spelled_out(text.a), other)
        return False

    def equal_as_units(self, left: Expr, right: Expr) -> bool:
        """Whether both are of one structure without fields."""
        type_ = self.whnf(self.infer(left))
        family, _ = terms.applied(type_)
        made = self.environment.structure(family)
        if made is None or made.nfields:
            return False
        return self.equal(type_, self.infer(right))
