"""Functions: one-to-one and onto by definition, witnesses from surjectivity, equality pointwise, inverses."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.proof import Proposal
from app.models.context import Context
from app.models.expression import Term, names, read, subterms
from app.models.notions import Naming, conjuncts, facts_of, meaning, written

_Facts = tuple[tuple[str, Term], ...]
_EVALUATED = "Function.comp_apply"
_POINTS = ("0", "1", "2", "(-1)", "true", "false")
_PAIRS = (("0", "1"), ("1", "(-1)"), ("0", "2"), ("1", "2"), ("true", "false"), ("0", "(-1)"))
_SAMPLES = tuple(f"fun n => {value}" for value in ("n + 1", "2 * n", "n - 1", "n / 2", "0", "n"))


def by_values(context: Context) -> Iterator[Proposal]:
    """Steps that speak of functions through their values."""
    target = read(context.text, context.local)
    facts = facts_of(context)
    if target is None:
        return
    yield from _defined(context, target, facts)
    yield from _shown(context, target)
    yield from _witnesses(context, target, facts)
    for name, fact in facts:
        yield from _used(context, name, fact, target, facts)
    yield from _equations(context, target, facts)
    yield from _computed(context, target, facts)


def _defined(context: Context, target: Term, facts: _Facts) -> Iterator[Proposal]:
    """Notions that the text defines, where the goal is made of them."""
    own = {function.short: function.name for function in context.functions if not function.recursive}
    heads = {part.head for each in (target, *(fact for _, fact in facts)) for part in (each, *each.args)}
    if used := [name for short, name in own.items() if short in heads]:
        yield Proposal(f"simp only [{', '.join(used)}] at *", f"Say what {used[0]} means.", cost=0.25)


# ---- what is to be shown


def _shown(context: Context, target: Term) -> Iterator[Proposal]:
    naming = Naming.of(context)
    match target:
        case Term("Injective", (f,)):
            a, b, h = naming.new("a"), naming.new("b"), naming.new("h")
            why = "Let two arguments have the same value."
            yield Proposal(f"intro {a} {b} {h}" + _reduced(f, f" at {h}"), why, cost=0.15)
        case Term("Surjective", (f,)):
            y = naming.new("y")
            yield Proposal(f"intro {y}" + _reduced(f), f"Find an argument whose value is {y}.", cost=0.15)
        case Term("Bijective", _):
            yield Proposal("constructor", "It is one-to-one, and it is onto.", cost=0.1)
        case Term("LeftInverse" | "RightInverse" | "Involutive", _):
            yield Proposal(f"intro {naming.new('x')}", "Look at the value at any argument.", cost=0.15)
        case Term("=", (one, other)) if _is_function(context, one) or _is_function(context, other):
            why = "Functions are equal if their values are."
            yield Proposal(f"funext {naming.new('x')}", why, cost=0.3)
    if any(_composed(part) for part in subterms(target)) and target.head != "∀":
        yield Proposal(f"simp only [{_EVALUATED}]", "Evaluate the composition.", cost=0.5)


def _reduced(f: Term, where: str = "") -> str:
    """A second line that evaluates an explicit function or a composition."""
    if f.head == "fun":
        return f"\ndsimp only{where}"
    return f"\nsimp only [{_EVALUATED}]{where}" if f.head == "∘" else ""


def _composed(term: Term) -> bool:
    return term.head == "@" and term.args[0].head == "∘"


def _type(context: Context, term: Term) -> str:
    return dict(context.things).get(term.head, "")


def _is_function(context: Context, term: Term) -> bool:
    if term.head in ("∘", "fun", "id"):
        return not (term.head == "id" and term.args)
    return _arity(_type(context, term)) > len(term.args)


def _arity(type_: str) -> int:
    """How many arguments a function of this type takes, arrows in brackets left out."""
    depth, found = 0, 0
    for character in type_:
        depth += (character in "([{") - (character in ")]}")
        found += character == "→" and depth == 0
    return found


def _domain(type_: str) -> str:
    return type_.partition(" → ")[0]


# ---- what is known


def _used(context: Context, name: str, fact: Term, target: Term, facts: _Facts) -> Iterator[Proposal]:
    match fact:
        case Term("Bijective" | "HasLeftInverse" | "HasRightInverse", _):
            naming = Naming.of(context)
            both = fact.head == "Bijective"
            pattern = f"⟨{naming.new('hi')}, {naming.new('hs')}⟩" if both else naming.pattern(fact)
            yield Proposal(f"obtain {pattern} := {name}", f"Name what {name} says there is.", cost=0.1)
        case Term("Surjective", (f,)):
            yield from _onto(context, name, f, target, facts)
        case Term("∀", (Term("∃", (Term("=", (Term(f, (*rest, x)), y)),), (inner,)),), (outer,)) if (
            x.head,
            y.head,
        ) == (inner.name, outer.name) and context.things:
            yield from _onto(context, name, Term(f, tuple(rest)), target, facts)
        case Term("Injective", (f,)):
            yield from _one_to_one(context, name, f, target, facts)
        case Term("LeftInverse" | "RightInverse" | "Involutive", _):
            notions = [f"Function.{n}" for n in ("RightInverse", "LeftInverse", "Involutive")]
            used = [n for n in notions if n.endswith("LeftInverse") or n.endswith(fact.head)]
            why = f"What {name} says of each argument."
            yield Proposal(f"simp only [{', '.join(used)}] at {name}", why, cost=0.4)


def _onto(context: Context, name: str, f: Term, target: Term, facts: _Facts) -> Iterator[Proposal]:
    """Elements of the codomain are values; the diagonal is one too."""
    naming = Naming.of(context)
    x, h = naming.new("x"), naming.new("hx")
    codomain = _codomain(context, f)
    for number, thing in enumerate(_things(context, codomain)):
        why = f"{thing} is a value, as {name} says."
        if " " not in thing:
            yield Proposal(f"obtain ⟨{x}, rfl⟩ := {name} {thing}", why, cost=0.4 + number / 50)
        line = f"obtain ⟨{x}, {h}⟩ := {name} {_bracketed(thing)}" + _reduced(f, f" at {h}")
        yield Proposal(line, why, cost=0.8 + number / 50)
    if target.head == "False":
        yield from _diagonal(name, f, codomain, x, h)
        for point in _POINTS:
            line = f"obtain ⟨{x}, {h}⟩ := {name} {point}" + _reduced(f, f" at {h}")
            yield Proposal(f"{line}\nomega", f"{point} would be a value.", cost=0.4)
            yield Proposal(line, f"{point} would be a value.", cost=0.9)
    if _seeks_function(target) and f.head not in {name for _, fact in facts for name in _inverted(fact)}:
        g = naming.new("g")
        why = "Choose an argument for each value."
        yield Proposal(f"choose {g} {naming.new('h' + g)} using {name}", why, cost=0.5)


def _inverted(fact: Term) -> set[str]:
    """`f` where a general equation says that `f (g y)` is `y`."""
    law = _law(fact)
    return {law.args[0].head} if law is not None else set()


def _codomain(context: Context, f: Term) -> str:
    if f.head == "∘":
        return _codomain(context, f.args[0])
    return _type(context, f).partition(" → ")[2]


def _things(context: Context, type_: str) -> list[str]:
    """The variables of a type, and the values of functions at variables that have it."""
    plain = [name for name, own in context.things if type_ and own == type_]
    values = [
        f"{g} {name}"
        for g, own in context.things
        for name, other in context.things
        if type_ and _arity(own) == 1 and own == f"{other} → {type_}"
    ]
    return plain + values[:4]


def _diagonal(name: str, f: Term, codomain: str, x: str, h: str) -> Iterator[Proposal]:
    """Cantor's argument: what differs from each value of `f` at its own argument is no value of `f`."""
    value = written(f)
    if value is None:
        return
    value = f"({value})" if " " in value else value
    why = f"The diagonal: it would be {f.head} {x}, and differs from it at {x}."
    if codomain.startswith("Set "):
        lines = [f"obtain ⟨{x}, {h}⟩ := {name} {{{x} | {x} ∉ {value} {x}}}"]
        lines.append(f"have {h}' : {x} ∈ {value} {x} ↔ {x} ∉ {value} {x} := Set.ext_iff.mp {h} {x}")
        yield Proposal("\n".join(lines), why, cost=0.3)
    for other in (f"¬{value} {x} {x}", f"!{value} {x} {x}", f"{value} {x} {x} + 1"):
        if codomain.endswith({"¬": "Prop", "!": "Bool"}.get(other[0], "t")) and "→" in codomain:
            lines = [f"obtain ⟨{x}, {h}⟩ := {name} (fun {x} => {other})", f"have {h}' := congrFun {h} {x}"]
            lines.append(f"simp at {h}'")
            yield Proposal("\n".join(lines), why, cost=0.3)


def _one_to_one(context: Context, name: str, f: Term, target: Term, facts: _Facts) -> Iterator[Proposal]:
    """Equal values have equal arguments: forwards, and backwards from an equation."""
    if target.head == "=" and not _is_function(context, target.args[0]):
        why = f"By {name} it is enough that the values are equal."
        yield Proposal(f"apply {name}" + _reduced(f), why, cost=0.5)
    known = {fact for _, fact in facts}
    things = {thing for thing, _ in context.things}
    for other, fact in facts:
        if fact.head == "=" and (pair := _arguments(f, fact)) is not None:
            if Term("=", pair) in known:
                continue
            if target == Term("=", pair):
                yield Proposal(f"exact {name} {other}", f"{name} says so.", cost=0)
            why = f"By {name} the arguments are equal too."
            both = " = ".join(str(written(side)) for side in pair)
            if any(not side.args and side.head in things for side in pair):
                yield Proposal(f"obtain rfl : {both} := {name} {other}", why, cost=0.3)
            yield Proposal(f"have {context.fresh('h')} : {both} := {name} {other}", why, cost=0.4)
    if _seeks_function(target):
        domain = _domain(_type(context, f))
        for thing, type_ in context.things:
            if domain and type_ == domain:
                why = f"{f.head} has a left inverse, as there is some argument at all."
                lines = [f"have : Nonempty {_bracketed(domain)} := ⟨{thing}⟩"]
                lines.append(f"exact ⟨Function.invFun {f.head}, Function.leftInverse_invFun {name}⟩")
                yield Proposal("\n".join(lines), why, cost=0.3)
                break
    if target.head == "False":
        for one, another in _PAIRS:
            why = f"{one} and {another} have the same value."
            yield Proposal(f"exact absurd (@{name} {one} {another} (by decide)) (by decide)", why, cost=0.4)


def _bracketed(text: str) -> str:
    return f"({text})" if " " in text else text


def _arguments(f: Term, equation: Term) -> tuple[Term, Term] | None:
    """`a` and `b` where the equation is `f a = f b`, compositions evaluated or not."""
    one, other = (_argument(f, side) for side in equation.args)
    return (one, other) if one is not None and other is not None and one != other else None


def _argument(f: Term, value: Term) -> Term | None:
    """`a` where `value` is `f a`."""
    if f.head == "∘":
        if value.head == "@" and value.args[0] == f:
            return value.args[1]
        middle = _argument(f.args[0], value)
        return _argument(f.args[1], middle) if middle is not None else None
    if value.head != f.head or not value.args or value.args[:-1] != f.args:
        return None
    return value.args[-1]


# ---- equations between values


def _equations(context: Context, target: Term, facts: _Facts) -> Iterator[Proposal]:
    """Equations of functions at arguments, and functions applied to both sides."""
    rules = [name for name, fact in facts if _law(fact) is not None]
    things = [(name, type_) for name, type_ in context.things if not type_.startswith(("Type", "Prop"))]
    for name, fact in facts:
        if fact.head != "=":
            continue
        one, other = fact.args
        if _is_function(context, one) or _is_function(context, other):
            yield from _pointwise(context, name, fact, target, things)
        elif target.head == "=":
            yield from _mapped(context, name, fact, rules)
    yield from _backwards(context, target, facts)


def _pointwise(
    context: Context, name: str, fact: Term, target: Term, things: list[tuple[str, str]]
) -> Iterator[Proposal]:
    spoken = names(target)
    points = [thing for thing, type_ in things if _arity(type_) == 0]
    for number, thing in enumerate(sorted(points, key=lambda each: each not in spoken)[:4]):
        why, new = f"What {name} says at {thing}.", context.fresh("h")
        yield Proposal(f"exact congrFun {name} {thing}", why, cost=0.1)
        yield Proposal(f"have {new} := congrFun {name} {thing}", why, cost=0.9 + number / 8)
    if "∘" in names(fact):
        line = f"simp only [funext_iff, {_EVALUATED}, id_eq] at {name}"
        yield Proposal(line, f"What {name} says of each argument.", cost=0.35)


def _mapped(context: Context, name: str, fact: Term, rules: list[str]) -> Iterator[Proposal]:
    """Apply a function of the context to both sides."""
    for g, type_ in context.things:
        if _arity(type_) != 1:
            continue
        why = f"Apply {g} to both sides of {name}."
        yield Proposal(f"exact congrArg {g} {name}", why, cost=0.2)
        if rules:
            yield Proposal(f"simpa only [{', '.join(rules)}] using congrArg {g} {name}", why, cost=0.4)


def _law(fact: Term) -> Term | None:
    """The body of a general equation `∀ x, ... = x`, whose right side is its variable."""
    if fact.head == "∀" and len(fact.bound) == 1 and fact.args[0].head == "=":
        body = fact.args[0]
        if body.args[1] == Term(fact.bound[0].name) and body.args[0].args:
            return body
    return None


def _backwards(context: Context, target: Term, facts: _Facts) -> Iterator[Proposal]:
    """`x` rewritten as `f (g x)`, and then from the outside: what shows that inverses are unique."""
    if target.head != "=":
        return
    laws = [name for name, fact in facts if _law(fact) is not None]
    things = [name for name, type_ in context.things if _arity(type_) == 0 and name in names(target)]
    for thing in things[:2]:
        for law in laws:
            for other in laws:
                why = f"Write {thing} as {law} says, and use {other}."
                yield Proposal(f"rw [← {law} {thing}, {other}, {law}]", why, cost=0.4)
            yield Proposal(f"rw [← {law} {thing}]", f"Write {thing} as {law} says.", cost=1.2)


# ---- witnesses


def _witnesses(context: Context, target: Term, facts: _Facts) -> Iterator[Proposal]:
    said = meaning(target)
    if said.head != "∃" or len(said.bound) != 1:
        return
    bound, parts = said.bound[0].name, conjuncts(said.args[0])
    if len(parts) == 1:
        yield Proposal("exact ⟨_, rfl⟩", "It is a value as it stands.", cost=0.2)
    for name, fact in facts:
        if fact.head == "∀" and len(fact.bound) == 1 and len(parts) == 1:
            yield Proposal(f"exact ⟨_, {name} _⟩", f"{name} provides one.", cost=0.2)
        elif fact.head == "=" and len(parts) == 1:
            yield Proposal(f"exact ⟨_, {name}⟩", f"{name} provides one.", cost=0.2)
    if len(parts) == 1 and parts[0].head == "=" and (term := solution(parts[0], bound)) is not None:
        for end in ("omega", "ring", "simp"):
            yield Proposal(f"refine ⟨{term}, ?_⟩\n{end}", f"Solve for {bound}.", cost=0.3)
    if not _seeks_function(said):
        return
    for number, name in enumerate(name for name, type_ in context.things if _arity(type_) == 1):
        yield Proposal(f"refine ⟨{name}, ?_⟩", f"Try {name}.", cost=0.5 + number / 8)
    if not any(type_.startswith("Type") for _, type_ in context.things):
        for number, sample in enumerate(_SAMPLES):
            yield Proposal(f"refine ⟨{sample}, ?_⟩", f"Try the function {sample}.", cost=0.8 + number / 8)


_OF_FUNCTIONS = frozenset(
    {"Injective", "Surjective", "Bijective", "LeftInverse", "RightInverse", "Involutive", "∘"}
)


def _seeks_function(target: Term) -> bool:
    """Whether the target says that there is a function, as far as its use shows."""
    if target.head != "∃":
        return False
    name = target.bound[0].name
    return any(
        (each.head == name and each.args) or (each.head in _OF_FUNCTIONS and Term(name) in each.args)
        for each in subterms(target.args[0])
    )


def solution(equation: Term, variable: str) -> str | None:
    """What `variable` must be in an equation that has it once, under `+`, `-` and a sign; as text."""
    left, right = equation.args
    if variable in names(right):
        left, right = right, left
    found = written(right)
    if found is None or variable in names(right):
        return None
    while left != Term(variable):
        if found is None or len(left.args) > 2 or left.bound:
            return None
        if left.head == "neg":
            left, found = left.args[0], f"-{_bracketed(found)}"
            continue
        holds = [variable in names(arg) for arg in left.args]
        if left.head not in ("+", "-") or sum(holds) != 1:
            return None
        inner, rest = left.args if holds[0] else left.args[::-1]
        if left.head == "-" and holds[1]:
            text = written(rest)
            left, found = inner, f"{text} - {_bracketed(found)}" if text else None
        else:
            left, found = inner, _joined(found, "-" if left.head == "+" else "+", rest)
    return found


def _joined(one: str | None, operator: str, other: Term) -> str | None:
    text = written(other)
    return f"{one} {operator} {_bracketed(text)}" if one is not None and text is not None else None


# ---- finite and ordered domains


def _computed(context: Context, target: Term, facts: _Facts) -> Iterator[Proposal]:
    """Functions of truth values by cases, and numbers by order where a function respects it."""
    functions = [name for name, type_ in context.things if type_ == "Bool → Bool" and name in names(target)]
    if functions:
        naming = Naming.of(context)
        splits = [f"cases {name}" for name, type_ in context.things if type_ == "Bool"]
        splits += [f"cases {naming.new('h')} : {f} {value}" for f in functions for value in ("true", "false")]
        why = "Look at all arguments and all values."
        yield Proposal(" <;> ".join([*splits, "simp_all"]), why, cost=0.6)
    ordered = any(fact.head == "∀" and "<" in names(fact) for _, fact in facts)
    if ordered and target.head == "=" and all(not side.args for side in target.args):
        one, other = (side.head for side in target.args)
        hlt, heq, hgt = (context.fresh(name) for name in ("hlt", "heq", "hgt"))
        tactic = f"rcases lt_trichotomy {one} {other} with {hlt} | {heq} | {hgt}"
        yield Proposal(tactic, f"Compare {one} and {other}.", cost=0.4)
        for name, fact in facts:
            if fact.head == "∀" and len(fact.bound) == 2 and "<" in names(fact):
                instances = f"have {hlt} := {name} {one} {other}\nhave {hgt} := {name} {other} {one}\nomega"
                yield Proposal(instances, f"Compare {one} and {other}, and use {name}.", cost=0.4)
    if target.head == "False":
        for name, fact in facts:
            for number in context.of_type("Nat") if fact.head == "∀" and len(fact.bound) == 1 else ():
                why = f"It fails at {number} + 1."
                yield Proposal(f"exact absurd ({name} ({number} + 1)) (by omega)", why, cost=0.4)
    if any(each.head == "^[]" for each in subterms(target)):
        for lemma in ("iterate_succ_apply'", "iterate_succ_apply", "iterate_succ'"):
            yield Proposal(f"rw [Function.{lemma}]", "One more step.", cost=0.5)
