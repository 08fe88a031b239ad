"""What a goal or a statement claims: variables of known types, premises, a conclusion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.models.expression import Bound, Term, names, read
from app.models.library import is_data
from app.models.semantics import normal_type

SORTS = ("Type", "Sort")
# Names that Lean prints with a namespace, unless somebody has defined another function of that name.
_NAMESPACED = frozenset(
    {
        "Prime", "Coprime", "factorial", "choose", "fib", "natAbs", "toNat", "succ", "pred", "gcd", "lcm",
        "length", "reverse", "sum", "prod", "isEmpty", "tail", "dropLast", "take", "drop", "head?",
        "getLast?", "Nodup", "map", "filter", "all", "any", "count", "range", "replicate", "isSome", "isNone",
        "fst", "snd",
        "univ", "image", "preimage", "powerset", "Injective", "Surjective", "Bijective", "xor",
    }
)  # fmt: skip
_NAMESPACES = frozenset(
    {"Nat", "Int", "List", "Set", "Function", "Bool", "Option", "Prod", "Fin", "ULift", "Unit"}
)
_NAME = re.compile(r"(?<![\w.!?'₀-₉«)\]}])([^\W\d][\w'!?₀-₉]*)((?:\.[\w'!?₀-₉]+)*)")
_FREE_CLASSES = frozenset({"DecidableEq", "DecidablePred", "DecidableRel", "Decidable"})
_EMPTY_NOT = frozenset({"Nonempty", "Inhabited"})


@dataclass(frozen=True, slots=True)
class Claim:
    """Variables with their types, what is assumed of them, and what is claimed."""

    variables: tuple[tuple[str, Term], ...]
    premises: tuple[Term, ...]
    conclusion: Term


def claim_of(statement: Term) -> Claim | None:
    """A universal statement as a claim, up to a variable whose type is not printed; None if it has none."""
    return _claim((), (), statement)


def _claim(
    variables: tuple[tuple[str, Term], ...], premises: tuple[Term, ...], statement: Term
) -> Claim | None:
    while True:
        if statement.head == "∀" and (found := _new(variables, statement.bound)) is not None:
            variables, more = (*variables, *found[0]), found[1]
            premises = (*premises, *more)
            statement = statement.args[0]
        elif statement.head == "→":
            premises = (*premises, statement.args[0])
            statement = statement.args[1]
        else:
            return Claim(variables, premises, statement)


def _new(
    variables: Sequence[tuple[str, Term]], bound: Sequence[Bound]
) -> tuple[list[tuple[str, Term]], list[Term]] | None:
    """The variables and premises that binders bring, None if they cannot stand beside `variables`."""
    types = {name for name, type_ in variables if type_.head in SORTS}
    taken = {name for name, _ in variables}
    found: list[tuple[str, Term]] = []
    premises: list[Term] = []
    for each in bound:
        if each.type is None or each.name in taken:
            return None
        if each.bracket == "[" or each.type.head in _FREE_CLASSES | _EMPTY_NOT:
            if each.type.head not in _FREE_CLASSES:
                return None
        elif is_data(each.type, types):
            found.append((each.name, normal_type(each.type)))
            taken.add(each.name)
            types |= {each.name} if each.type.head in SORTS else set()
        else:
            premises.append(each.type)
    return found, premises


def read_claim(hypotheses: Sequence[tuple[str, str]], target: str) -> Claim | None:
    """A goal as a claim: the names and types of its context in order, and the target, as Lean prints them.

    None where some part cannot be read, or where a name may be somebody's own.
    """
    local = frozenset(name for name, _ in hypotheses)
    if not all(familiar(text, local) for text in (target, *(type_ for _, type_ in hypotheses))):
        return None
    goal = read(target, local)
    types = [(name, read(type_, local)) for name, type_ in hypotheses]
    bound = [Bound(name, type_) for name, type_ in types if type_ is not None]
    if goal is None or len(bound) < len(types):
        return None
    found = _new((), bound)
    if found is None:
        return None
    return _claim(tuple(found[0]), tuple(found[1]), goal)


def familiar(text: str, local: frozenset[str] = frozenset()) -> bool:
    """Whether the names in `text` are those of the library: not a `fib` or a `My.fib` of somebody's own."""
    for match in _NAME.finditer(text):
        first, fields = match[1], match[2]
        if first in local:
            continue
        if not fields and first in _NAMESPACED:
            return False
        if fields and first[0].isupper() and first not in _NAMESPACES:
            return False
    return True


def free_in(term: Term, variables: Sequence[str]) -> Iterator[str]:
    """Those of `variables` that `term` speaks of, perhaps more."""
    found = names(term)
    return (name for name in variables if name in found)
