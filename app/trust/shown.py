"""A part of an elaborated statement as a person would write it, short enough for one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from app.trust.terms import App, BVar, Const, Expr, Lam, Let, Name, NatLit, Pi, Proj, Sort, StrLit, Terms

LONGEST = 60
_DEEPEST = 12
_TIGHT = 100
# How many arguments come before the operands, the sign, and how tightly it binds.
_INFIX = {
    "HAdd.hAdd": (4, "+", 65),
    "HSub.hSub": (4, "-", 65),
    "HMul.hMul": (4, "*", 70),
    "HDiv.hDiv": (4, "/", 70),
    "HMod.hMod": (4, "%", 70),
    "HPow.hPow": (4, "^", 75),
    "Nat.sub": (0, "-", 65),
    "Nat.div": (0, "/", 70),
    "Nat.mod": (0, "%", 70),
    "Eq": (1, "=", 50),
    "Ne": (1, "≠", 50),
    "LE.le": (2, "≤", 50),
    "LT.lt": (2, "<", 50),
    "GE.ge": (2, "≥", 50),
    "GT.gt": (2, ">", 50),
    "Dvd.dvd": (2, "∣", 50),
    "And": (0, "∧", 35),
    "Or": (0, "∨", 30),
    "Iff": (0, "↔", 20),
}
_CASTS = frozenset({"Nat.cast", "Int.cast", "Int.ofNat"})


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """The innermost binder around an expression, and what is around that; `depth` is 1 for the outermost."""

    name: str
    type: Expr
    outer: Scope | None
    depth: int

    @classmethod
    def under(cls, outer: Scope | None, name: str, type_: Expr) -> Scope:
        return cls(name, type_, outer, outer.depth + 1 if outer else 1)


def bound(scope: Scope | None, index: int) -> Scope | None:
    """The binder that is `index` binders out, None where there is none."""
    while scope is not None and index:
        scope, index = scope.outer, index - 1
    return scope


def binder_name(terms: Terms, name: Name) -> str:
    """The name that a person gave a binder, or empty if Lean made it."""
    parts = terms.components(name)
    written = all(isinstance(part, str) and not part.startswith("_") for part in parts)
    return ".".join(map(str, parts)) if written and "✝" not in "".join(map(str, parts)) else ""


def spine(terms: Terms, expr: Expr) -> tuple[Expr, list[Expr]]:
    """A function and the arguments it is applied to."""
    arguments: list[Expr] = []
    while isinstance(node := terms.exprs[expr], App):
        arguments.append(node.argument)
        expr = node.function
    return expr, arguments[::-1]


def head_name(terms: Terms, expr: Expr) -> str:
    """The constant that `expr` is, as `Nat.sub`, or empty."""
    node = terms.exprs[expr]
    parts = terms.components(node.name) if isinstance(node, Const) else ()
    return "" if any("." in str(part) for part in parts) else ".".join(map(str, parts))


def numeral(terms: Terms, expr: Expr) -> int | None:
    """The number that a numeral stands for, with its sign, or None."""
    if isinstance(node := terms.exprs[expr], NatLit):
        return node.value
    head, arguments = spine(terms, expr)
    name = head_name(terms, head)
    if name == "OfNat.ofNat" and len(arguments) == 3:
        literal = terms.exprs[arguments[1]]
        return literal.value if isinstance(literal, NatLit) else None
    if name == "Nat.zero":
        return 0
    if name == "Neg.neg" and len(arguments) == 3:
        inner = numeral(terms, arguments[2])
        return None if inner is None else -inner
    return None


def shown(terms: Terms, expr: Expr, scope: Scope | None) -> str:
    """`expr` in the usual notation; `…` stands for what is too long or not of this kind."""
    text = _shown(terms, expr, scope, 0, _DEEPEST)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _shown(terms: Terms, expr: Expr, scope: Scope | None, outside: int, left: int) -> str:
    if left == 0:
        return "…"
    node = terms.exprs[expr]
    if (number := numeral(terms, expr)) is not None:
        return str(number) if number.bit_length() < 100 else "…"
    match node:
        case BVar(index):
            binder = bound(scope, index)
            return (binder.name if binder else "") or "_"
        case Const(name, _):
            return terms.text(name)
        case StrLit(value):
            return f'"{value}"'
        case Sort():
            return "Sort"
        case Lam() | Pi() | Let() | Proj() | NatLit():
            return "…"
        case App():
            return _application(terms, expr, scope, outside, left)


def _application(terms: Terms, expr: Expr, scope: Scope | None, outside: int, left: int) -> str:
    head, arguments = spine(terms, expr)
    name = head_name(terms, head)
    if name in _INFIX and len(arguments) == _INFIX[name][0] + 2:
        _, sign, tight = _INFIX[name]
        first, second = arguments[-2:]
        text = f"{_shown(terms, first, scope, tight, left - 1)} {sign} "
        text += _shown(terms, second, scope, tight + 1, left - 1)
    elif name in _CASTS:
        return _shown(terms, arguments[-1], scope, outside, left - 1)
    elif name == "Neg.neg" and len(arguments) == 3:
        tight, text = 75, f"-{_shown(terms, arguments[2], scope, 75, left - 1)}"
    else:
        tight = _TIGHT
        given = [_shown(terms, part, scope, _TIGHT + 1, left - 1) for part in _visible(terms, arguments)[-4:]]
        text = " ".join([_shown(terms, head, scope, _TIGHT, left - 1), *given])
    return f"({text})" if tight < outside else text


def _visible(terms: Terms, arguments: list[Expr]) -> list[Expr]:
    """Without types and instances, as far as their form tells them."""
    return [part for part in arguments if not _hidden(head_name(terms, spine(terms, part)[0]))]


def _hidden(name: str) -> bool:
    return name in ("Nat", "Int", "Bool") or name.rpartition(".")[2].startswith("inst")
