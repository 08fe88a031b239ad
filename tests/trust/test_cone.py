"""The cone holds all that a theorem rests on, each thing behind what it needs, and nothing half."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest

from app.trust.cone import Cone, Group, Quotients, cone, members
from app.trust.terms import (
    AnyConstant,
    App,
    Axiom,
    Const,
    Constructor,
    Definition,
    Inductive,
    Malformed,
    Name,
    NatLit,
    Opaque,
    Quot,
    Recursor,
    Sort,
    StrLit,
    Terms,
    Theorem,
)
from tests.trust.conftest import Compile, Shelf


def texts(shelf: Shelf, held: Cone) -> list[str]:
    return [shelf.terms.text(constant.name) for constant in held.constants]


def test_each_constant_stands_once_and_the_theorem_last(shelf: Shelf) -> None:
    found = texts(shelf, shelf.cone("Nat.add_comm"))

    assert found[-1] == "Nat.add_comm"
    assert len(found) == len(set(found))
    assert {"Nat", "Nat.succ", "Nat.rec", "Eq.refl", "Nat.add"} <= set(found)


def test_an_inductive_type_brings_its_whole_group(shelf: Shelf, compiled: Compile) -> None:
    source = "mutual\ninductive A : Type | a : B → A\ninductive B : Type | none : B | b : A → B\nend"
    shelf.library.add(compiled(source))

    for start in ("A", "B", "A.a", "B.b", "A.rec", "B.rec"):
        (group,) = [unit for unit in shelf.cone(start).units if isinstance(unit, Group)]
        names = [shelf.terms.text(constant.name) for constant in members(group)]
        assert names == ["A", "B", "A.a", "B.none", "B.b", "A.rec", "B.rec"]


def test_a_nested_type_brings_the_recursors_of_its_nesting(shelf: Shelf, compiled: Compile) -> None:
    shelf.library.add(compiled("inductive Tree : Type | node : List Tree → Tree"))

    found = texts(shelf, shelf.cone("Tree.rec"))

    assert found[-4:] == ["Tree", "Tree.node", "Tree.rec", "Tree.rec_1"]
    assert "List" in found


def test_a_quotient_brings_all_four_and_equality_before_them(shelf: Shelf) -> None:
    held = shelf.cone("Quot.mk")

    (quotients,) = [unit for unit in held.units if isinstance(unit, Quotients)]
    assert [quot.kind for quot in quotients.members] == ["type", "ctor", "lift", "ind"]
    assert held.units[-1] is quotients
    assert "Eq.refl" in texts(shelf, held)


def test_literals_bring_the_types_that_give_them_a_meaning(shelf: Shelf) -> None:
    number = _alone(shelf, shelf.terms.expr(NatLit(7)))
    letters = _alone(shelf, shelf.terms.expr(StrLit("a")))

    assert {"Nat", "Nat.succ"} <= set(number)
    assert {"String.ofList", "Char.ofNat", "List.cons", "Nat"} <= set(letters)
    assert number[-1] == letters[-1] == "alone"


def _alone(shelf: Shelf, value: int) -> list[str]:
    terms = shelf.terms
    name = terms.named("alone")
    alone = Definition(name, (), terms.expr(Sort(0)), value, "abbrev", "safe", (name,))
    return texts(shelf, cone(terms, lambda n: alone if n == name else shelf.library.find(n), [name]))


def test_a_literal_asks_for_nothing_that_a_library_does_not_declare(shelf: Shelf) -> None:
    terms, name = shelf.terms, shelf.named("alone")
    value = terms.expr(NatLit(7))
    alone = Definition(name, (), terms.expr(Sort(0)), value, "abbrev", "safe", (name,))

    assert cone(terms, {name: alone}.get, [name]).units == (alone,)


def test_a_projection_brings_its_structure(shelf: Shelf, compiled: Compile) -> None:
    shelf.library.add(compiled("structure Box where\n  inside : Nat\ndef opened (b : Box) : Nat := b.1"))

    assert "Box.mk" in texts(shelf, shelf.cone("opened"))


def test_what_is_used_stands_before_what_uses_it(shelf: Shelf) -> None:
    held = cone(shelf.terms, shelf.library.find, [c.name for c in shelf.library if not c.unsafe][:4000])
    seen: set[Name] = set()

    for unit in held.units:
        seen.update(constant.name for constant in members(unit))
        for constant in members(unit):
            assert _named(shelf.terms, constant) <= seen


def _named(terms: Terms, constant: AnyConstant) -> set[Name]:
    """The constants in a type, without the help of the cone."""
    found, waiting, seen = set[Name](), [constant.type], set[int]()
    while waiting:
        expr = waiting.pop()
        if expr not in seen:
            seen.add(expr)
            node = terms.exprs[expr]
            match node:
                case Const(name, _):
                    found.add(name)
                case App(function, argument):
                    waiting += function, argument
                case _ if hasattr(node, "body"):
                    waiting += node.type, node.body
    return found


def test_the_axioms_of_a_proof_are_named(shelf: Shelf, compiled: Compile) -> None:
    shelf.library.add(
        compiled("axiom odd : 1 = 2\ntheorem mine : 2 = 1 := odd.symm\ntheorem pure : True := trivial")
    )

    assert [shelf.terms.text(axiom.name) for axiom in shelf.cone("mine").axioms] == ["odd"]
    assert not shelf.cone("pure").axioms
    assert "propext" in [shelf.terms.text(axiom.name) for axiom in shelf.cone("Classical.em").axioms]


def test_an_axiom_below_an_opaque_constant_is_found(shelf: Shelf, compiled: Compile) -> None:
    shelf.library.add(compiled("axiom odd : 1 = 2\nopaque hidden : 1 = 2 := odd"))

    held = shelf.cone("hidden")

    assert isinstance(held.units[-1], Opaque)
    assert [shelf.terms.text(axiom.name) for axiom in held.axioms] == ["odd"]


def test_what_is_unsafe_is_named(shelf: Shelf, compiled: Compile) -> None:
    shelf.library.add(compiled("unsafe def loop : False := loop\nunsafe def more : False := loop"))

    assert [shelf.terms.text(constant.name) for constant in shelf.cone("more").unsafe] == ["loop", "more"]
    assert not shelf.cone("Nat.add_comm").unsafe


def test_a_circle_has_an_end(shelf: Shelf) -> None:
    terms = shelf.terms
    name = terms.named("circle")
    circle = Theorem(name, (), terms.expr(Sort(0)), terms.expr(Const(name, ())), (name,))

    held = cone(terms, {name: circle}.get, [name])

    assert held.units == (circle,)


def test_a_wide_and_deep_graph_is_walked_once(shelf: Shelf) -> None:
    terms = shelf.terms
    sort = expr = terms.expr(Sort(0))
    for _ in range(60_000):
        expr = terms.expr(App(expr, expr))
    names = [terms.named(f"c{i}") for i in range(2000)]
    found: dict[Name, AnyConstant] = {name: Definition(name, (), sort, expr, 0, "safe", ()) for name in names}
    started = time.perf_counter()

    cone(terms, found.get, names)

    assert time.perf_counter() - started < 1


Broken = Callable[[AnyConstant], AnyConstant]


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("Nat", lambda c: replace(c, constructors=c.constructors[:1])),
        ("Nat", lambda c: replace(c, constructors=c.constructors * 2)),
        ("Nat", lambda c: replace(c, constructors=c.constructors[::-1])),
        ("Nat", lambda c: replace(c, all=())),
        ("Nat", lambda c: replace(c, all=c.all * 2)),
        ("Nat", lambda c: replace(c, num_nested=1)),
        ("Nat.succ", lambda c: replace(c, inductive=c.name)),
        ("Nat.succ", lambda c: replace(c, index=0)),
        ("Nat.succ", lambda c: Axiom(c.name, c.parameters, c.type, False)),
        ("Nat.rec", lambda c: replace(c, all=())),
        ("Nat.rec", lambda c: Axiom(c.name, c.parameters, c.type, False)),
        ("Nat.zero", lambda c: None),
    ],
)
def test_an_inductive_type_whose_parts_do_not_belong_together_is_refused(
    shelf: Shelf, name: str, broken: Broken
) -> None:
    for start in ("Nat", "Nat.succ", "Nat.rec"):
        with pytest.raises(Malformed):
            _with(shelf, name, broken, start)


@pytest.mark.parametrize(
    "group",
    [("Nat", "Nat.zero"), ("Nat", "Nat")],
    ids=["with what is no type", "with a type twice"],
)
def test_a_group_that_is_no_group_is_refused_also_if_its_recursor_says_the_same(
    shelf: Shelf, group: tuple[str, ...]
) -> None:
    names = tuple(map(shelf.named, group))
    changed = [replace(shelf.get(name), all=names) for name in ("Nat", "Nat.rec")]

    with pytest.raises(Malformed):
        _instead(shelf, changed, "Nat")


@pytest.mark.parametrize("change", [{"all": ()}, {"num_nested": 1}])
def test_types_of_one_group_that_say_different_things_of_it_are_refused(
    shelf: Shelf, compiled: Compile, change: dict[str, Any]
) -> None:
    source = "mutual\ninductive A : Type | a : B → A\ninductive B : Type | none : B | b : A → B\nend"
    shelf.library.add(compiled(source))

    with pytest.raises(Malformed):
        _instead(shelf, [replace(shelf.get("B"), **change)], "A")


def test_a_part_of_what_is_no_inductive_type_is_refused(shelf: Shelf) -> None:
    for start in ("Nat.succ", "Nat.rec"):
        with pytest.raises(Malformed):
            _with(shelf, "Nat", lambda c: Axiom(c.name, c.parameters, c.type, False), start)


@pytest.mark.parametrize(
    ("broken", "start"),
    [
        (lambda c: replace(c, kind="ind"), "Quot.mk"),
        (lambda c: Axiom(c.name, c.parameters, c.type, False), "Quot.lift"),
    ],
)
def test_quotient_primitives_that_are_not_what_their_names_say_are_refused(
    shelf: Shelf, broken: Broken, start: str
) -> None:
    with pytest.raises(Malformed):
        _with(shelf, "Quot", broken, start)


def _with(shelf: Shelf, name: str, broken: Broken, start: str) -> None:
    changed = {shelf.named(name): broken(shelf.get(name))}
    cone(shelf.terms, lambda n: changed.get(n, shelf.library.find(n)), [shelf.named(start)])


def _instead(shelf: Shelf, changed: Iterable[AnyConstant], start: str) -> None:
    """Walk from `start` where these constants stand in place of those of their names."""
    others = {constant.name: constant for constant in changed}
    cone(shelf.terms, lambda n: others.get(n) or shelf.library.find(n), [shelf.named(start)])


@pytest.mark.parametrize("kind", ["Quot", "Constructor", "Recursor"])
def test_a_constant_that_claims_to_be_part_of_something_else_is_refused(shelf: Shelf, kind: str) -> None:
    terms, nat = shelf.terms, shelf.get("Nat")
    assert isinstance(nat, Inductive)
    name, type_ = terms.named("mine"), terms.expr(Sort(0))
    claims: dict[str, AnyConstant] = {
        "Quot": Quot(name, (), type_, "type"),
        "Constructor": Constructor(name, (), type_, nat.name, 2, 0, 0, False),
        "Recursor": Recursor(name, (), type_, (nat.name,), 0, 0, 1, 2, (), False, False),
    }

    with pytest.raises(Malformed):
        cone(terms, lambda n: claims[kind] if n == name else shelf.library.find(n), [name])


def test_a_constant_that_is_not_there_is_refused(shelf: Shelf) -> None:
    with pytest.raises(Malformed, match="nowhere"):
        shelf.cone("nowhere")
