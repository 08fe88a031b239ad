"""The usual ends of a case of an induction: unfold one step, use the hypothesis, arrange what is left."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.proof import Proposal
from app.models.binders import quantified
from app.models.context import Context, sides
from app.models.expression import Term, read, subterms
from app.models.formula import Atom
from app.models.instances import positive_powers
from app.models.library import LemmaIndex, unify
from app.models.text import shown


def unfolded(context: Context, library: LemmaIndex) -> Iterator[Proposal]:
    """One step of the functions that the text defines, and of those of the library that recurse."""
    target = read(context.text, context.local)
    equations = list(_equations(target, library)) if target is not None else []
    functions = [function.name for function in context.functions] + equations
    if target is not None:
        yield from _generalized(context, target)
    if not functions:
        if "^" in context.words and context.inductive:
            yield from _finished(context, [], [], 0.0)
        return
    later = 0.0 if context.inductive else 0.5
    listed = ", ".join(functions)
    rules = list(_rules(context))
    name_them = f"By the equations of {listed}."
    yield Proposal(f"simp [{listed}]", name_them, cost=later + 0.3)
    if rules:
        all_ = ", ".join([*functions, *rules])
        yield Proposal(f"simp [{all_}]", f"{name_them} And by what is known.", cost=later + 0.32)
    yield Proposal(f"simp_all [{listed}]", f"{name_them} And by what is known.", cost=later + 0.35)
    yield Proposal(f"simp only [{listed}]", f"Unfold {listed}.", cost=later + 0.4)
    if context.facts:
        yield Proposal(f"simp only [{listed}] at *", f"Unfold {listed} everywhere.", cost=later + 0.6)
        yield Proposal(f"simp [{listed}] at *", f"Simplify with {listed} everywhere.", cost=later + 0.8)
    for name in [function.name for function in context.functions]:
        yield Proposal(f"rw [{name}]", f"Unfold {name} once.", cost=later + 0.7)
        yield Proposal(f"unfold {name}", f"Unfold {name}.", cost=later + 1.2)
        yield from (
            Proposal(f"simp only [{name}] at {fact}", f"Unfold {name} in {fact}.", cost=later + 0.9)
            for fact, formula in context.facts
            if name.rpartition(".")[2] in str(formula) and not fact.startswith("ih")
        )
    yield from _finished(context, functions, rules, later)
    if "if" in context.words or any(equation.endswith("_cons") for equation in functions):
        yield Proposal("split", "Look at both ways of the condition.", cost=later + 0.5)
    for number, end in enumerate(("omega", "split <;> simp_all", "split <;> simp_all <;> omega")):
        yield Proposal(
            f"simp only [{listed}]\n{end}", f"{name_them} And calculate.", cost=later + 0.5 + number / 5
        )


def _finished(context: Context, functions: list[str], rules: list[str], later: float) -> Iterator[Proposal]:
    """Unfold, use the hypothesis, and calculate."""
    if not _arithmetical(context):
        return
    powers = ["Nat.pow_succ"] if "^" in context.words and "Nat.pow_succ" not in functions else []
    listed = ", ".join([*functions, *powers])
    why = "Unfold one step, use what is known, and calculate."
    if context.facts and listed:
        for end, cost in (("omega", 0.55), ("linarith", 0.75)):
            yield Proposal(f"simp only [{listed}] at *\n{end}", why, cost=later + cost)
        if noted := positive_powers(context):
            yield Proposal(f"{noted}\nsimp only [{listed}] at *\nomega", why, cost=later + 0.65)
    for rule in rules if context.inductive and sides(context.text) else ():
        once = ", ".join([*functions[:1], rule])
        yield Proposal(f"rw [{once}]\nring", why, cost=later + 0.45)
        spread = ", ".join(["← Nat.add_assoc", *functions, rule])
        yield Proposal(f"simp only [{spread}]\nring", why, cost=later + 0.6)
        spread = ", ".join([*functions, "Nat.mul_add", rule])
        yield Proposal(f"simp only [{spread}]\nring", why, cost=later + 0.7)


def _arithmetical(context: Context) -> bool:
    """Whether the target compares numbers, as far as its symbols tell."""
    words = set(context.words)
    return bool(words & {"≤", "<"}) or (
        "=" in words and bool(words & _OF_NUMBERS or any(map(str.isdigit, words)))
    )


def _equations(target: Term, library: LemmaIndex) -> Iterator[str]:
    """Theorems of the library that take one step of a recursion: `f (n + 1) = ... f n ...`."""
    calls = [part for part in subterms(target) if any(arg.head in _BUILT for arg in part.args)]
    for call in dict.fromkeys(calls):
        for lemma in library.unfolding(call.head):
            if unify(lemma.conclusion.args[0], call, lemma.variables, {}):
                yield lemma.name
                break


_OF_NUMBERS = frozenset({"+", "*", "^", "-", "/", "%"})
_BUILT = frozenset({"+", "::", "succ"})


def _generalized(context: Context, target: Term) -> Iterator[Proposal]:
    """Use the hypothesis against its direction, and forget what a term is that stands on both sides.

    Cross-fertilization and generalization, after Boyer and Moore (A Computational Logic, 1979).
    """
    if not context.inductive or target.head != "=":
        return
    yield from _fertilized(context)
    left, right = (list(subterms(side)) for side in target.args)
    common = [part for part in dict.fromkeys(left) if part in right and _worth_a_name(part, context)]
    hypotheses = " ".join(name for name, _ in context.facts if name.startswith("ih"))
    for number, part in enumerate(common[:2]):
        new = context.fresh("t")
        text = shown(qualified(part, context), brackets=False)
        why = f"What matters is not that it is {text}."
        yield Proposal(f"generalize {text} = {new}\nclear {hypotheses}", why, cost=0.6 + number / 5)


def _fertilized(context: Context) -> Iterator[Proposal]:
    """Unfold one step, use the hypothesis from right to left, and forget what its inner term is."""
    listed = ", ".join(function.name for function in context.functions)
    for name, formula in context.facts:
        fact = read(str(formula), context.local) if name.startswith("ih") else None
        if fact is None or fact.head != "=" or not listed:
            continue
        for part in [
            p for p in dict.fromkeys(subterms(fact.args[0])) if p != fact.args[0] and _call(p, context)
        ]:
            text, new = shown(qualified(part, context), brackets=False), context.fresh("t")
            then = f"conv_rhs => rw [← {name}]\ngeneralize {text} = {new}\nclear {name}"
            why = f"Use {name} from right to left; then what matters is not that it is {text}."
            yield Proposal(f"simp only [{listed}]\n{then}", why, cost=0.5)
            yield Proposal(f"simp [{listed}]\n{then}", why, cost=0.6)


def _worth_a_name(part: Term, context: Context) -> bool:
    """Calls of the text's own functions, and lists of one element, which stand for any list."""
    return _call(part, context) or (part.head == "::" and part.args[1] == Term("[]"))


def _call(part: Term, context: Context) -> bool:
    return bool(part.args) and part.head in {function.short for function in context.functions}


def qualified(part: Term, context: Context) -> Term:
    """`part` with the full names of the functions of the text."""
    names = {function.short: function.name for function in context.functions}
    return Term(
        names.get(part.head, part.head), tuple(qualified(arg, context) for arg in part.args), part.bound
    )


def _rules(context: Context) -> Iterator[str]:
    """Facts that rewrite: equations and general ones, induction hypotheses among them."""
    for name, formula in context.facts:
        text = str(formula)
        general = quantified(text) if isinstance(formula, Atom) else None
        inner = general.body if general and general.symbol == "∀" else text
        if sides(inner) or name.startswith("ih"):
            yield name
