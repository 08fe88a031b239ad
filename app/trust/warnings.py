"""What is easily overlooked in a statement as Lean understood it: told before anyone proves it.

It looks at the elaborated theorem and at the definitions that the statement brings along. What is known from
a hypothesis in sight, as `0 < b` for a division by `b`, needs no warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.warnings import MOST, StatementWarning, WarningKind
from app.trust.facts import Elaborated, Facts
from app.trust.shown import Scope, binder_name, head_name, shown, spine
from app.trust.terms import (
    App,
    Definition,
    Expr,
    Lam,
    Let,
    Name,
    Pi,
    Proj,
    Terms,
)
from app.trust.unused import unused
from app.trust.vacuous import vacuous

_MOST_STEPS = 50_000
_NUMBERS = {"Nat": "natural number", "Int": "integer"}
_SUBTRACTION = {"HSub.hSub": 4, "Sub.sub": 2, "Nat.sub": 0}
_DIVISION = {
    "HDiv.hDiv": 4,
    "Div.div": 2,
    "Nat.div": 0,
    "Int.div": 0,
    "Int.ediv": 0,
    "Int.tdiv": 0,
    "Int.fdiv": 0,
}
_MODULUS = {"HMod.hMod": 4, "Mod.mod": 2, "Nat.mod": 0, "Int.emod": 0, "Int.tmod": 0, "Int.fmod": 0}
_RELATIONS = {"Eq": 1, "Ne": 1, "LE.le": 2, "LT.lt": 2, "GE.ge": 2, "GT.gt": 2, "Dvd.dvd": 2}
_ARITHMETIC = frozenset({"HAdd.hAdd", "HSub.hSub", "HMul.hMul", "HDiv.hDiv", "HMod.hMod", "HPow.hPow"})
_CASTS = {"Nat.cast": ("Nat", 0), "Int.cast": ("Int", 0), "Int.ofNat": ("Nat", None)}
_GENERATED = frozenset(
    {"casesOn", "recOn", "rec", "below", "brecOn", "noConfusion", "noConfusionType", "ctorIdx", "toCtorIdx"}
)


def statement_warnings(statement: Elaborated) -> tuple[StatementWarning, ...]:
    """What a reader of the statement should know, the first of it; none for most statements."""
    looking = _Looking(statement)
    found = [*_redefined(statement), *unused(statement), *looking.through(statement.theorem.type)]
    looking.by_default = False  # Lean writes numerals of its own into what it makes of a definition
    for name in statement.declared:
        constant = statement.find(name)
        if isinstance(constant, Definition) and not _is_generated(statement.terms, name):
            found += looking.through(constant.type)
            found += looking.through(constant.value)
    return tuple(dict.fromkeys(found))[:MOST]


def _is_generated(terms: Terms, name: Name) -> bool:
    """Whether Lean made the definition, next to one that a person wrote."""
    parts = terms.components(name)
    last = str(parts[-1]) if parts else ""
    return last in _GENERATED or any(isinstance(part, int) or part.startswith("_") for part in parts[1:])


def _redefined(statement: Elaborated) -> Iterator[StatementWarning]:
    """Names as `M.False`, which can be meant where the library's `False` is read."""
    terms = statement.terms
    told: set[tuple[str | int, ...]] = set()
    for parts, name in sorted((terms.components(name), name) for name in _written(statement)):
        theirs = next(
            filter(None, (_of_library(statement, parts[start:]) for start in range(1, len(parts)))), ""
        )
        if theirs and not any(parts[:end] in told for end in range(len(parts))):
            told.add(parts)
            mine = terms.text(name)
            sentence = f"`{mine}` is not the `{theirs}` of the library, which it may stand for."
            yield StatementWarning(WarningKind.REDEFINED, sentence, mine)


def _written(statement: Elaborated) -> list[Name]:
    """The names that a person can have declared."""
    terms = statement.terms
    return [name for name in statement.declared if all(isinstance(p, str) for p in terms.components(name))]


def _of_library(statement: Elaborated, parts: tuple[str | int, ...]) -> str:
    """The name with these components where the library has it, or empty."""
    name = statement.terms.named(*parts)
    known = name not in statement.declared and statement.find(name) is not None
    return statement.terms.text(name) if known else ""


@dataclass(slots=True)
class _Looking:
    """Walks through expressions, each part once for each place in which it stands, and not without end."""

    statement: Elaborated
    steps: int = 0
    facts: Facts = field(init=False)
    by_default: bool = field(init=False)

    def __post_init__(self) -> None:
        self.facts = Facts(self.statement.terms, self.statement.find)
        self.by_default = not any(word in self.statement.text for word in ("Nat", "ℕ"))

    def through(self, expr: Expr) -> Iterator[StatementWarning]:
        terms = self.statement.terms
        waiting: list[tuple[Expr, Scope | None]] = [(expr, None)]
        seen: set[tuple[Expr, Scope | None]] = set()
        while waiting and self.steps < _MOST_STEPS:
            self.steps += 1
            part, scope = waiting.pop()
            key = (part, scope if terms.loose(part) else None)
            if key in seen:
                continue
            seen.add(key)
            match terms.exprs[part]:
                case App():
                    head, arguments = spine(terms, part)
                    yield from self.at(part, head_name(terms, head), arguments, scope)
                    waiting += [(argument, scope) for argument in reversed([head, *arguments])]
                case Lam(name, type_, body, _) | Pi(name, type_, body, _):
                    yield from self.binder(name)
                    inner = Scope.under(scope, binder_name(terms, name), type_)
                    waiting += [(body, inner), (type_, scope)]
                case Let(name, type_, value, body, _):
                    yield from self.binder(name)
                    inner = Scope.under(scope, binder_name(terms, name), type_)
                    waiting += [(body, inner), (value, scope), (type_, scope)]
                case Proj(_, _, struct):
                    waiting.append((struct, scope))
                case _:
                    continue

    def binder(self, name: Name) -> Iterator[StatementWarning]:
        """Whether a variable is called as a constant of the library."""
        constant = self.statement.find(name)
        if constant is not None and name not in self.statement.declared:
            text = self.statement.terms.text(name)
            sentence = f"`{text}` is a variable here, not the `{text}` of the library."
            yield StatementWarning(WarningKind.SHADOWED, sentence, text)

    def at(
        self, expr: Expr, name: str, arguments: list[Expr], scope: Scope | None
    ) -> Iterator[StatementWarning]:
        """What an application of the constant `name` gives to warn of."""
        if name == "Nat.pred" and len(arguments) == 1:
            yield from self.predecessor(expr, arguments[0], scope)
        if _is_binary(name, arguments, _SUBTRACTION) and self.number(name, arguments) == "Nat":
            yield from self.subtraction(expr, arguments, scope)
        if _is_binary(name, arguments, _DIVISION):
            yield from self.division(expr, self.number(name, arguments), arguments, scope)
        if _is_binary(name, arguments, _MODULUS):
            yield from self.modulus(expr, arguments, scope)
        if name == "Exists" and len(arguments) == 2:
            yield from vacuous(self.facts, arguments[1], scope)
        if name in _CASTS and arguments:
            yield from self.coercion(name, arguments, scope)
        if (
            self.by_default
            and _is_binary(name, arguments, _RELATIONS)
            and self.number(name, arguments) == "Nat"
        ):
            yield from self.relation(expr, arguments, scope)

    def number(self, name: str, arguments: list[Expr]) -> str:
        """The type on which an operation works: `Nat`, `Int`, or empty."""
        if name.startswith(("Nat.", "Int.")):
            return name[:3]
        kind = head_name(self.statement.terms, arguments[0])
        return kind if kind in _NUMBERS else ""

    def shown(self, expr: Expr, scope: Scope | None) -> str:
        return shown(self.statement.terms, expr, scope)

    def predecessor(self, expr: Expr, of: Expr, scope: Scope | None) -> Iterator[StatementWarning]:
        if not self.facts.is_nonzero(of, scope):
            sentence = f"For `{self.shown(of, scope)}` = 0, `{self.shown(expr, scope)}` is 0."
            yield StatementWarning(WarningKind.NATURAL_SUBTRACTION, sentence, self.shown(expr, scope))

    def subtraction(
        self, expr: Expr, arguments: list[Expr], scope: Scope | None
    ) -> Iterator[StatementWarning]:
        first, second = arguments[-2:]
        if not self.facts.is_at_most(second, first, scope):
            whole, more, less = (self.shown(part, scope) for part in (expr, second, first))
            sentence = f"On natural numbers, `{whole}` is 0 wherever `{more}` is more than `{less}`."
            yield StatementWarning(WarningKind.NATURAL_SUBTRACTION, sentence, whole)

    def division(
        self, expr: Expr, number: str, arguments: list[Expr], scope: Scope | None
    ) -> Iterator[StatementWarning]:
        first, second = arguments[-2:]
        whole, divisor = self.shown(expr, scope), self.shown(second, scope)
        if not self.facts.is_nonzero(second, scope):
            sentence = f"`{whole}` is 0 by definition where `{divisor}` is 0."
            yield StatementWarning(WarningKind.DIVISION_BY_ZERO, sentence, whole)
        if number == "Nat" and not self.facts.divides(second, first, scope):
            sentence = f"On natural numbers, `{whole}` drops the remainder, as 7 / 2 is 3."
            yield StatementWarning(WarningKind.NATURAL_DIVISION, sentence, whole)
        if number == "Int" and not self.facts.divides(second, first, scope):
            sentence = f"On integers, `{whole}` drops the remainder, as 7 / 2 is 3 and -7 / 2 is -4."
            yield StatementWarning(WarningKind.INTEGER_DIVISION, sentence, whole)

    def modulus(self, expr: Expr, arguments: list[Expr], scope: Scope | None) -> Iterator[StatementWarning]:
        first, second = arguments[-2:]
        if not self.facts.is_nonzero(second, scope):
            whole, less, by = (self.shown(part, scope) for part in (expr, first, second))
            sentence = f"`{whole}` is `{less}` by definition where `{by}` is 0."
            yield StatementWarning(WarningKind.MODULUS_BY_ZERO, sentence, whole)

    def coercion(self, name: str, arguments: list[Expr], scope: Scope | None) -> Iterator[StatementWarning]:
        source, place = _CASTS[name]
        target = "Int" if place is None else head_name(self.statement.terms, arguments[place])
        if target == source or self.facts.is_numeral(arguments[-1]):
            return
        text = self.shown(arguments[-1], scope)
        into = _NUMBERS.get(target, "element of another number system")
        article = "an" if into[0] in "aeiou" else "a"
        source_article = "an" if source == "Int" else "a"
        sentence = (
            f"`{text}` is computed as {source_article} {_NUMBERS[source]} and then taken as {article} {into}."
        )
        yield StatementWarning(WarningKind.COERCION, sentence, text)

    def relation(self, expr: Expr, arguments: list[Expr], scope: Scope | None) -> Iterator[StatementWarning]:
        """Numerals of which nothing says that they are natural numbers."""
        terms = self.statement.terms
        if all(self.facts.is_arithmetic(side, _ARITHMETIC) for side in arguments[-2:]) and any(
            self.facts.has_numeral(side) for side in arguments[-2:]
        ):
            text = shown(terms, expr, scope)
            sentence = f"In `{text}` the numbers are natural numbers, as nothing says otherwise."
            yield StatementWarning(WarningKind.NATURAL_BY_DEFAULT, sentence, text)


def _is_binary(name: str, arguments: list[Expr], table: dict[str, int]) -> bool:
    return name in table and len(arguments) == table[name] + 2
