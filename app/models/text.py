"""Terms written so that Lean reads them again, where that can be done without their namespaces."""

from __future__ import annotations

from app.models.expression import INFIX, Term

_QUALIFIED = {
    "length": "List.length", "reverse": "List.reverse", "map": "List.map", "filter": "List.filter",
    "factorial": "Nat.factorial", "fib": "Nat.fib", "choose": "Nat.choose", "gcd": "Nat.gcd",
    "succ": "Nat.succ", "sum": "List.sum", "natAbs": "Int.natAbs", "Prime": "Nat.Prime",
    "Injective": "Function.Injective", "Surjective": "Function.Surjective", "univ": "Set.univ",
}  # fmt: skip


def shown(term: Term, at_least: int = 1024, *, brackets: bool = True) -> str:
    """`term` as text, in parentheses where it must not stand without them."""
    own, text = _written(term)
    return text if own >= at_least or not brackets else f"({text})"


def _written(term: Term) -> tuple[int, str]:
    head, args = term.head, term.args
    if head in INFIX and len(args) == 2:
        own, left, right = INFIX[head]
        return own, f"{shown(args[0], left)} {head} {shown(args[1], right)}"
    if head == "¬":
        return 40, f"¬{shown(args[0], 41)}"
    if head == "neg":
        return 75, f"-{shown(args[0], 76)}"
    if head == "abs":
        return 1024, f"|{shown(args[0], 0)}|"
    if head == "↑":
        return 1024, f"↑{shown(args[0])}"
    if head == "!" and args:
        return 1024, f"(Nat.factorial {shown(args[0])})"
    if head in (".1", ".2"):
        return 1024, f"{shown(args[0])}{head}"
    if head == "(,)":
        return 1024, f"({', '.join(shown(arg, 0) for arg in args)})"
    if head == "{,}":
        return 1024, "{" + ", ".join(shown(arg, 0) for arg in args) + "}"
    if head == "fun":
        return 0, f"fun {' '.join(b.name for b in term.bound)} => {shown(args[0], 0)}"
    if head in ("∀", "∃"):
        bound = " ".join(f"({b.name} : {shown(b.type, 0)})" if b.type else b.name for b in term.bound)
        return 0, f"{head} {bound}, {shown(args[0], 0)}"
    if not args:
        return 1024, _QUALIFIED[head] if head == "univ" else head
    if head == "@":
        return 1023, " ".join(shown(arg) for arg in args)
    return 1023, " ".join([_QUALIFIED.get(head, head), *(shown(arg) for arg in args)])
