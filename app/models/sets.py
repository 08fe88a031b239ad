"""Sets: inclusions and equations are taken down to elements, and membership is looked through."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.proof import Proposal
from app.models.context import Context
from app.models.expression import Term, applied, names, read, subterms
from app.models.formula import Formula
from app.models.membership import at_element, proof, propositional_reading
from app.models.notions import Naming, elements, facts_of, is_plain, meaning, written
from app.models.validity import classical

_MEMBERSHIP = {
    "∩": "Set.mem_inter_iff",
    "∪": "Set.mem_union",
    "\\": "Set.mem_diff",
    "ᶜ": "Set.mem_compl_iff",
    "{|}": "Set.mem_setOf_eq",
    "univ": "Set.mem_univ",
    "∅": "Set.mem_empty_iff_false",
    "{,}": "Set.mem_insert_iff, Set.mem_singleton_iff",
    "insert": "Set.mem_insert_iff",
    "⁻¹'": "Set.mem_preimage",
    "''": "Set.mem_image",
    "range": "Set.mem_range",
    "⋃": "Set.mem_iUnion",
    "⋂": "Set.mem_iInter",
    "⋃₀": "Set.mem_sUnion",
    "⋂₀": "Set.mem_sInter",
    "𝒫": "Set.mem_powerset_iff",
    "×ˢ": "Set.mem_prod",
    **{name: f"Set.mem_{name}" for name in ("Ioo", "Ico", "Ioc", "Icc", "Iio", "Iic", "Ici", "Ioi")},
}
_MAPS = ("MapsTo", "InjOn", "SurjOn", "BijOn", "EqOn")
_LOOKED_THROUGH = frozenset({"∈", "⊆", "⊂", "Nonempty"})
_MOST_WITNESSES = 6
_Facts = tuple[tuple[str, Term], ...]


def by_elements(context: Context) -> Iterator[Proposal]:
    """Steps from sets to their elements, and with elements."""
    target = read(context.text, context.local)
    facts = facts_of(context)
    spoken = [*(term for _, term in facts), *([target] if target else [])]
    if not _speaks_of_sets(spoken) and not _set_variables(context):
        return
    if target is not None:
        if (term := proof(target, facts)) is not None:
            yield Proposal(f"exact {term}", "This is what it means.", cost=0)
        yield from _by_truth_table(context, facts, target)
        yield from _shown(context, target)
    yield from _taken_apart(context, facts)
    yield from _combined(context, facts, target)
    yield from _spelled(context, spoken)


def _speaks_of_sets(spoken: list[Term]) -> bool:
    marks = {"∈", "⊆", "⊂", "Nonempty", "Disjoint", *_MEMBERSHIP, *_MAPS} - {"\\", "insert"}
    return any(not names(term).isdisjoint(marks) for term in spoken)


def _set_variables(context: Context) -> set[str]:
    return {name for name, type_ in context.things if type_.startswith("Set ")}


def _is_set(context: Context, term: Term) -> bool:
    """Whether `term` is plainly a set."""
    if term.head in _MEMBERSHIP:
        return True
    result = dict(context.things).get(term.head, "").rpartition("→ ")[2]
    return result.startswith("Set ")


def _shown(context: Context, target: Term) -> Iterator[Proposal]:
    """Steps that the shape of the target asks for."""
    match target:
        case Term("=", (one, other)) if _is_set(context, one) or _is_set(context, other):
            yield from _equal_sets(context, one, other)
        case Term("⊆", (smaller, _)):
            yield _inclusion(context, smaller)
        case Term("Disjoint", (one, other)):
            x, h1, h2 = (context.fresh(name) for name in ("x", "h1", "h2"))
            why = "Nothing is in both."
            yield Proposal(f"rw [Set.disjoint_left]\nintro {x} {h1} {h2}", why, cost=0.3)
        case Term("¬", (Term("=", (one, Term("∅"))),)):
            why = "It is enough to find an element."
            yield Proposal("apply Set.nonempty_iff_ne_empty.mp", why, cost=0.5)
        case Term(head) if head in _LOOKED_THROUGH:
            yield from _by_meaning(context, meaning(target))


def _equal_sets(context: Context, one: Term, other: Term) -> Iterator[Proposal]:
    element = context.fresh("x")
    yield Proposal(f"ext {element}", "Sets are equal if they have the same elements.", cost=0.4)
    if other == Term("∅"):
        pattern = Naming.of(context).pattern(Term("∈", (Term(element), one)))
        name = context.fresh("hx") if "|" in pattern or "rfl" in pattern else pattern
        lines = f"apply Set.eq_empty_of_forall_notMem\nrintro {element} {name}"
        yield Proposal(lines, "Nothing is in it.", cost=0.35)
    elif other == Term("univ"):
        yield Proposal(f"apply Set.eq_univ_of_forall\nintro {element}", "Everything is in it.", cost=0.35)
    yield Proposal("apply Set.Subset.antisymm", "Each is a part of the other.", cost=0.7)


def _inclusion(context: Context, smaller: Term) -> Proposal:
    """An element of the smaller set, taken apart at once."""
    element = context.fresh("x")
    naming = Naming.of(context)
    naming.taken.add(element)
    naming.variables.add(element)
    pattern = naming.pattern(Term("∈", (Term(element), smaller)))
    why = "Every element of the one is an element of the other."
    if is_plain(pattern):
        return Proposal(f"intro {element} {context.fresh('hx', element)}", why, cost=0.3)
    shown = element if element in naming.variables or pattern == "rfl" else "_"
    return Proposal(f"rintro {shown} {pattern}", why, cost=0.3)


def _by_meaning(context: Context, said: Term) -> Iterator[Proposal]:
    """Steps for a target that says `said` by definition."""
    naming = Naming.of(context)
    match said:
        case Term("∧", _):
            yield Proposal("constructor", "Both are to be shown.", cost=0.1)
        case Term("∨", _):
            yield Proposal("left", "It is in the first.", cost=0.5)
            yield Proposal("right", "It is in the second.", cost=0.5)
        case Term("¬", (inner,)):
            pattern = naming.pattern(inner)
            word = "intro" if is_plain(pattern) else "rintro"
            yield Proposal(f"{word} {pattern}", "Suppose it were an element.", cost=0.1)
        case Term("True"):
            yield Proposal("trivial", "Everything is an element.", cost=0)
        case Term("∀", (Term("→", (premise, _)),), (bound,)):
            name = naming.new(bound.name)
            pattern = naming.pattern(meaning(premise) if premise.head != "∈" else premise)
            yield Proposal(f"rintro {name} {pattern}", "Let one be given.", cost=0.1)
        case Term("∃", _):
            yield from _witnesses(context)


def _witnesses(context: Context) -> Iterator[Proposal]:
    """Things that might be the element that is wanted, or whose image it might be."""
    things = [name for name, type_ in context.things if not type_.startswith(("Type", "Set ", "Prop"))]
    said = [fact for _, fact in facts_of(context)]
    likely = sorted(things, key=lambda name: name not in elements(said))[:_MOST_WITNESSES]
    for number, name in enumerate(likely):
        yield Proposal(f"refine ⟨{name}, ?_⟩", f"Try {name}.", cost=0.6 + number / 8)


def _taken_apart(context: Context, facts: _Facts) -> Iterator[Proposal]:
    """Facts about sets that say several things, or that something exists, by definition or by a theorem."""
    for name, fact in facts:
        why = f"Look at what {name} says."
        match fact:
            case Term("∈", (_, Term("⋃", _, (bound,)))):
                naming = Naming.of(context)
                index = naming.new(bound.name)
                yield Proposal(
                    f"obtain ⟨{index}, {naming.new('h')}⟩ := Set.mem_iUnion.mp {name}", why, cost=0.2
                )
            case Term("¬", (Term("=", (one, Term("∅"))),)) if _is_set(context, one):
                pattern = Naming.of(context).pattern(Term("Nonempty", (one,)))
                yield Proposal(f"obtain {pattern} := Set.nonempty_iff_ne_empty.mpr {name}", why, cost=0.4)
            case Term("¬", (Term("⊆", (one, other)),)):
                pattern = Naming.of(context).pattern(Term("Nonempty", (Term("\\", (one, other)),)))
                yield Proposal(f"obtain {pattern} := Set.not_subset.mp {name}", why, cost=0.4)
            case Term("Disjoint", _):
                yield Proposal(f"rw [Set.disjoint_left] at {name}", "Nothing is in both.", cost=0.4)
            case Term("∈" | "⊂" | "Nonempty" | "∃", _):
                yield from _by_pattern(context, name, fact)


def _by_pattern(context: Context, name: str, fact: Term) -> Iterator[Proposal]:
    said = meaning(fact)
    if said == Term("False"):
        yield Proposal(f"exact False.elim {name}", "Nothing is in the empty set.", cost=0)
    elif said.head in ("∃", "∧", "∨"):
        pattern = Naming.of(context).pattern(fact)
        if said.head == "∨":
            yield Proposal(f"rcases {name} with {pattern[1:-1]}", f"Look at both cases of {name}.", cost=0.3)
        else:
            yield Proposal(f"obtain {pattern} := {name}", f"Look at what {name} says.", cost=0.1)


def _combined(context: Context, facts: _Facts, target: Term | None) -> Iterator[Proposal]:
    """Inclusions at elements, backwards and forwards, and set equations at all elements there are."""
    known = {fact: name for name, fact in facts}
    for name, fact in facts:
        if fact.head != "⊆":
            continue
        smaller, larger = fact.args
        if target is not None and target.head == "∈" and target.args[1] == larger:
            why = f"By {name} the element need only be in the smaller set."
            yield Proposal(f"apply {name}", why, cost=0.2)
        for other, held in facts:
            if held.head == "∈" and held.args[1] == smaller:
                new = Term("∈", (held.args[0], larger))
                if new not in known:
                    why = f"{name} at what {other} speaks of."
                    yield Proposal(f"have {context.fresh('h')} := {name} {other}", why, cost=0.4)
    yield from _as_value(facts)
    yield from _at_elements(context, facts, target)


def _as_value(facts: _Facts) -> Iterator[Proposal]:
    """What an equation of images says of the value at a known element."""
    for name, fact in facts:
        for side, way in zip(fact.args, ("mp", "mpr"), strict=True) if fact.head == "=" else ():
            if side.head != "''":
                continue
            for other, held in facts:
                if held.head == "∈" and held.args[1] == side.args[1] and not held.args[0].args:
                    f, element = written(side.args[0]), held.args[0].head
                    value = applied(side.args[0], (held.args[0],))
                    if any(each.head == "=" and each.args[1] == value for _, each in facts):
                        continue
                    why = f"The value at {element} is in both images."
                    line = f"(Set.ext_iff.mp {name} ({f} {element})).{way} ⟨{element}, {other}, rfl⟩"
                    yield Proposal(f"obtain ⟨y, hy, e⟩ := {line}", why, cost=0.5)


def _at_elements(context: Context, facts: _Facts, target: Term | None) -> Iterator[Proposal]:
    """What equations and inclusions of sets say about the elements that are spoken of."""
    spoken = [fact for _, fact in facts] + ([target] if target else [])
    for number, element in enumerate(elements(spoken)[:3]):
        steps: list[str] = []
        for name, fact in facts:
            if fact.head == "=" and any(_is_set(context, side) for side in fact.args):
                steps.append(f"replace {name} := Set.ext_iff.mp {name} {element}")
            elif fact.head == "⊆" and (_is_set(context, fact.args[0]) and fact.args[0].args):
                steps.append(f"replace {name} := @{name} {element}")
        if steps:
            why = f"What the sets have to do with each other, said of {element}."
            yield Proposal("\n".join(steps), why, cost=0.6 + number / 4)
            for step in steps:
                name = step.split()[1]
                new = context.fresh("h")
                yield Proposal(step.replace(f"replace {name}", f"have {new}"), why, cost=1.3 + number / 4)


def _spelled(context: Context, spoken: list[Term]) -> Iterator[Proposal]:
    """Membership by the lemmas for the operations that occur."""
    line = _spelling(spoken)
    if line:
        yield Proposal(line, "Say what it means to be an element.", cost=0.4)
    maps = [name for name in _MAPS if any(name in names(term) for term in spoken)]
    if maps:
        listed = ", ".join(f"Set.{name}" for name in maps)
        yield Proposal(f"simp only [{listed}] at *", "Say what this means.", cost=0.5)


def _spelling(spoken: list[Term]) -> str:
    if not any("∈" in names(term) for term in spoken):
        return ""
    used = {each.head for term in spoken for each in subterms(term)}
    lemmas = [lemma for operation, lemma in _MEMBERSHIP.items() if operation in used]
    listed = ", ".join(dict.fromkeys(", ".join(lemmas).split(", ")))
    return f"simp only [{listed}] at *" if lemmas else ""


def _by_truth_table(context: Context, facts: _Facts, target: Term) -> Iterator[Proposal]:
    """What is true of one element whichever sets it is in, given what the facts say of that element."""
    if target.head == "⊆" or (target.head == "=" and _is_set(context, target.args[0])):
        return
    spoken = [target, *(fact for _, fact in facts)]
    goal = propositional_reading(target)
    known = [propositional_reading(fact) for _, fact in facts]
    for element in elements(spoken)[:3] or [""]:
        steps: list[str] = []
        more: list[Formula] = []
        for name, fact in facts:
            said = at_element(fact, element) if element and _of_sets(context, fact) else None
            if said is not None:
                more.append(said)
                used = f"Set.ext_iff.mp {name} {element}" if fact.head == "=" else f"@{name} {element}"
                steps.append(f"replace {name} := {used}")
        if classical(frozenset([*known, *more]), goal):
            lines = [*steps, _spelling(spoken), "tauto"]
            why = "Whichever of the sets it is in, this holds."
            yield Proposal("\n".join(line for line in lines if line), why, cost=0.3)
            return


def _of_sets(context: Context, fact: Term) -> bool:
    return fact.head == "⊆" or (fact.head == "=" and any(_is_set(context, side) for side in fact.args))
