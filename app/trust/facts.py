"""What is plainly known of a part of a statement, by its form or by a hypothesis that stands before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.trust.shown import Scope, bound, head_name, numeral, spine
from app.trust.terms import (
    AnyConstant,
    App,
    BVar,
    Const,
    Expr,
    Lam,
    Let,
    Name,
    Pi,
    Proj,
    Sort,
    Terms,
    Theorem,
)

Find = Callable[[Name], AnyConstant | None]

_MOST_HYPOTHESES = 200
_MOST_LOOKS = 100_000
_MOST_NODES = 400
_MOST_PARTS = 50_000
_DEEPEST = 20
_ORDER = {
    "LE.le": (0, 1),
    "LT.lt": (0, 1),
    "GE.ge": (1, 0),
    "GT.gt": (1, 0),
    "Nat.le": (0, 1),
    "Nat.lt": (0, 1),
}
_STRICT = frozenset({"LT.lt", "GT.gt", "Nat.lt"})
_POSITIVE = frozenset({"Nat.succ", "Nat.factorial"})


@dataclass(frozen=True, slots=True)
class Elaborated:
    """A statement as Lean understood it: the theorem, and the names of all constants that its file declares.

    `find` gives the constants of the library and of the file; `text` is the statement as it was written.
    """

    terms: Terms
    find: Find
    theorem: Theorem
    declared: tuple[Name, ...]
    text: str


class _TooLarge(Exception):
    """A term that is not looked at in full."""


class Facts:
    """Answers are True only where it is plain, so False means nothing."""

    def __init__(self, terms: Terms, find: Find) -> None:
        self.terms = terms
        self.find = find
        self._looks = _MOST_LOOKS

    def is_numeral(self, expr: Expr) -> bool:
        return numeral(self.terms, expr) is not None

    def is_nonzero(self, expr: Expr, scope: Scope | None, left: int = _DEEPEST) -> bool:
        """Whether the number cannot be 0."""
        if (number := numeral(self.terms, expr)) is not None:
            return number != 0
        if left == 0:
            return False
        head, arguments = spine(self.terms, expr)
        name = head_name(self.terms, head)
        if name in _POSITIVE:
            return True
        if name == "HAdd.hAdd" and len(arguments) == 6 and self._is_natural(arguments[0]):
            return any(self.is_nonzero(part, scope, left - 1) for part in arguments[4:])
        if name == "HMul.hMul" and len(arguments) == 6:
            return all(self.is_nonzero(part, scope, left - 1) for part in arguments[4:])
        if name == "HPow.hPow" and len(arguments) == 6:
            return self.is_nonzero(arguments[4], scope, left - 1)
        if name == "Neg.neg" and len(arguments) == 3:
            return self.is_nonzero(arguments[2], scope, left - 1)
        return any(self._excludes_zero(fact, given, expr, scope) for fact, given in self._hypotheses(scope))

    def is_at_most(self, less: Expr, more: Expr, scope: Scope | None) -> bool:
        """Whether `less ≤ more` among natural numbers."""
        small = numeral(self.terms, less)
        if less == more or small == 0 or self._at_most_numeral(less, more):
            return True
        if small == 1 and self.is_nonzero(more, scope):
            return True
        head, arguments = spine(self.terms, more)
        name = head_name(self.terms, head)
        parts = arguments[4:] if name == "HAdd.hAdd" and len(arguments) == 6 else []
        if any(part == less or self._at_most_numeral(less, part) for part in parts):
            return True
        if name == "HMul.hMul" and len(arguments) == 6:
            first, second = arguments[4:]
            if less in (first, second) and (
                first == second or self._other_is_nonzero(less, first, second, scope)
            ):
                return True
        return any(self._orders(fact, given, less, more, scope) for fact, given in self._hypotheses(scope))

    def divides(self, divisor: Expr, number: Expr, scope: Scope | None) -> bool:
        """Whether the division leaves nothing."""
        small, large = numeral(self.terms, divisor), numeral(self.terms, number)
        if small == 1 or (small and large is not None and large % small == 0):
            return True
        head, arguments = spine(self.terms, number)
        if head_name(self.terms, head) == "HMul.hMul" and divisor in arguments[4:]:
            return True
        for fact, given in self._hypotheses(scope):
            name, sides = self._relation(fact)
            if name == "Dvd.dvd" and self._are(sides, given, (divisor, number), scope):
                return True
        return False

    def is_arithmetic(self, expr: Expr, operations: frozenset[str]) -> bool:
        """Whether it is made of numerals, variables and these operations only."""
        waiting, steps = [expr], 0
        while waiting and steps < _MOST_NODES:
            steps += 1
            part = waiting.pop()
            if self.is_numeral(part) or isinstance(self.terms.exprs[part], BVar):
                continue
            head, arguments = spine(self.terms, part)
            if head_name(self.terms, head) not in operations or len(arguments) != 6:
                return False
            waiting += arguments[4:]
        return not waiting

    def has_numeral(self, expr: Expr) -> bool:
        """Whether an arithmetical expression has a numeral in it."""
        waiting, steps = [expr], 0
        while waiting and steps < _MOST_NODES:
            steps += 1
            part = waiting.pop()
            if self.is_numeral(part):
                return True
            waiting += spine(self.terms, part)[1][4:]
        return False

    def mentioned(self, expr: Expr, depth: int) -> frozenset[int]:
        """Which of the `depth` binders around `expr` it mentions, 0 the outermost; all for a large one."""
        found: set[int] = set()
        waiting = [(expr, 0)]
        seen: set[tuple[Expr, int]] = set()
        while waiting:
            if len(seen) > _MOST_PARTS:
                return frozenset(range(depth))
            part, inside = waiting.pop()
            if self.terms.loose(part) <= inside or (part, inside) in seen:
                continue
            seen.add((part, inside))
            match self.terms.exprs[part]:
                case BVar(index):
                    found.add(depth - 1 - (index - inside))
                case App(function, argument):
                    waiting += [(function, inside), (argument, inside)]
                case Lam(_, type_, body, _) | Pi(_, type_, body, _):
                    waiting += [(type_, inside), (body, inside + 1)]
                case Let(_, type_, value, body, _):
                    waiting += [(type_, inside), (value, inside), (body, inside + 1)]
                case Proj(_, _, struct):
                    waiting.append((struct, inside))
                case _:
                    continue
        return frozenset(found)

    def is_proposition(self, expr: Expr, scope: Scope | None) -> bool:
        """Whether a type is a proposition, as far as the constant or variable at its head tells."""
        while isinstance(node := self.terms.exprs[expr], Pi):
            scope, expr = Scope.under(scope, "", node.type), node.body
        head, arguments = spine(self.terms, expr)
        match self.terms.exprs[head]:
            case Const(name, _):
                constant = self.find(name)
                return constant is not None and self._ends_in_prop(constant.type, len(arguments))
            case BVar(index):
                binder = bound(scope, index)
                return binder is not None and self._ends_in_prop(binder.type, len(arguments))
            case _:
                return False

    def _ends_in_prop(self, type_: Expr, arguments: int) -> bool:
        while arguments and isinstance(node := self.terms.exprs[type_], Pi):
            type_, arguments = node.body, arguments - 1
        if not arguments and isinstance(node := self.terms.exprs[type_], Sort):
            return node.level == 0
        name = head_name(self.terms, spine(self.terms, type_)[0])
        return name == "Set" and arguments == 1

    def _is_natural(self, type_: Expr) -> bool:
        return head_name(self.terms, type_) == "Nat"

    def _at_most_numeral(self, less: Expr, more: Expr) -> bool:
        small, large = numeral(self.terms, less), numeral(self.terms, more)
        return small is not None and large is not None and small <= large

    def _other_is_nonzero(self, one: Expr, first: Expr, second: Expr, scope: Scope | None) -> bool:
        return self.is_nonzero(second if one == first else first, scope)

    def _hypotheses(self, scope: Scope | None) -> Iterator[tuple[Expr, int]]:
        """What binders before this place assume, each conjunct by itself, and at which depth it stands."""
        count = 0
        while scope is not None and count < _MOST_HYPOTHESES:
            waiting = [scope.type]
            while waiting and count < _MOST_HYPOTHESES and self._looks:
                count += 1
                self._looks -= 1
                fact = waiting.pop()
                head, arguments = spine(self.terms, fact)
                if head_name(self.terms, head) == "And" and len(arguments) == 2:
                    waiting += arguments
                else:
                    yield fact, scope.depth - 1
            scope = scope.outer

    def _relation(self, fact: Expr) -> tuple[str, list[Expr]]:
        """A relation and its two sides; `Ne` for the negation of an equation, too."""
        head, arguments = spine(self.terms, fact)
        name = head_name(self.terms, head)
        if name == "Not" and len(arguments) == 1:
            inner, sides = self._relation(arguments[0])
            return ("Ne" if inner == "Eq" else ""), sides
        return (name, arguments[-2:]) if len(arguments) >= 2 else ("", [])

    def _excludes_zero(self, fact: Expr, depth: int, expr: Expr, scope: Scope | None) -> bool:
        head, arguments = spine(self.terms, fact)
        if head_name(self.terms, head) == "Nat.Prime" and len(arguments) == 1:
            return self._is(arguments[0], depth, expr, scope)
        name, sides = self._relation(fact)
        if name == "Ne":
            first, second = sides
            return (numeral(self.terms, second) == 0 and self._is(first, depth, expr, scope)) or (
                numeral(self.terms, first) == 0 and self._is(second, depth, expr, scope)
            )
        if name not in _ORDER:
            return False
        low, high = (sides[place] for place in _ORDER[name])
        least, most = numeral(self.terms, low), numeral(self.terms, high)
        strict = name in _STRICT
        if least is not None and least >= (0 if strict else 1):
            return self._is(high, depth, expr, scope)
        if most is not None and most <= (0 if strict else -1):
            return self._is(low, depth, expr, scope)
        return False

    def _orders(self, fact: Expr, depth: int, less: Expr, more: Expr, scope: Scope | None) -> bool:
        name, sides = self._relation(fact)
        if name not in _ORDER:
            return False
        low, high = (sides[place] for place in _ORDER[name])
        known, wanted = numeral(self.terms, low), numeral(self.terms, less)
        if known is not None and wanted is not None:
            return wanted <= known + (name in _STRICT) and self._is(high, depth, more, scope)
        return self._are([low, high], depth, (less, more), scope)

    def _are(self, given: list[Expr], depth: int, wanted: tuple[Expr, Expr], scope: Scope | None) -> bool:
        return all(self._is(one, depth, other, scope) for one, other in zip(given, wanted, strict=True))

    def _is(self, given: Expr, depth: int, wanted: Expr, scope: Scope | None) -> bool:
        """Whether `given`, which stands at `depth`, is `wanted`, which stands in `scope`."""
        by = (scope.depth if scope else 0) - depth
        try:
            return self._lifted(given, by, 0, [_MOST_NODES]) == wanted
        except _TooLarge:
            return False

    def _lifted(self, expr: Expr, by: int, inside: int, left: list[int]) -> Expr:
        """`expr` as it is written `by` binders further in."""
        if self.terms.loose(expr) <= inside:
            return expr
        left[0] -= 1
        if left[0] < 0:
            raise _TooLarge
        match self.terms.exprs[expr]:
            case BVar(index):
                return self.terms.expr(BVar(index + by))
            case App(function, argument):
                moved = self._lifted(function, by, inside, left), self._lifted(argument, by, inside, left)
                return self.terms.expr(App(*moved))
            case _:
                raise _TooLarge  # a binder inside of a side of a relation: rare, and left unknown
