"""Lean's own kernel, started empty, takes what the library's proofs rest on and nothing that is forged."""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.verdict import Reason, Undecided
from app.lean.launch import Limits
from app.trust import kernel_process
from app.trust import replay as kernel
from app.trust.cone import Cone, Group, Quotients, Unit
from app.trust.export import export
from app.trust.replay import Answer, KernelRejected, Replayed, replay
from app.trust.terms import (
    App,
    Axiom,
    BVar,
    Const,
    Constructor,
    Definition,
    Expr,
    Inductive,
    Lam,
    Max,
    NatLit,
    Opaque,
    Param,
    Pi,
    Proj,
    Recursor,
    Sort,
    StrLit,
    Succ,
    Terms,
    Theorem,
)
from tests.trust.conftest import Compile, Shelf

LIMITS = Limits(cpu_s=60)
SAMPLE = 25


async def ask(text: bytes, **more: Any) -> Answer:
    return await replay(text, **({"limits": LIMITS, "deadline_s": 60.0} | more))


@dataclass
class Timing:
    """Seconds of a replay each, and the theorems that the kernel did not take."""

    seconds: list[float] = field(default_factory=list)
    failed: dict[str, Answer] = field(default_factory=dict)

    def __str__(self) -> str:
        median, late = statistics.median(self.seconds), statistics.quantiles(self.seconds, n=20)[-1]
        return f"{len(self.seconds)} replays, median {median:.3f} s, 95th percentile {late:.3f} s"


async def replay_theorems(shelf: Shelf, count: int | None = None, seed: int = 0) -> Timing:
    """Replay the cones of `count` theorems of the library, or of all, one after the other."""
    theorems = [constant.name for constant in shelf.library if isinstance(constant, Theorem)]
    if count is not None:
        theorems = random.Random(seed).sample(theorems, count)  # noqa: S311 - to be repeatable
    timing = Timing()
    for name in theorems:
        text = shelf.terms.text(name)
        held = shelf.cone_of(name)
        exported = export(shelf.terms, held.units, "4.35.0", "0" * 40)
        started = time.perf_counter()
        answer = await ask(exported)
        timing.seconds.append(time.perf_counter() - started)
        if answer != Replayed(len(held.constants)):
            timing.failed[text] = answer
    return timing


async def test_the_kernel_takes_the_librarys_theorems(shelf: Shelf) -> None:
    timing = await replay_theorems(shelf, SAMPLE)

    assert not timing.failed
    assert statistics.median(timing.seconds) < 1, str(timing)


async def test_the_kernel_takes_literals_of_all_sizes(shelf: Shelf, compiled: Compile) -> None:
    large = 7**4000
    source = (
        f"theorem large : ({1 << 63} : Nat) = {(1 << 63) - 1} + 1 := rfl\n"
        f"theorem larger : ({1 << 64} : Nat) * 3 = {3 << 64} := rfl\n"
        f"theorem huge : (0x{large:x} : Nat) = 0x{large:x} := rfl\n"
        'theorem letters : "añ𝒳\\n" = "añ𝒳\\n" := rfl\n'
    )
    shelf.library.add(compiled(source))

    for name in ("large", "larger", "huge", "letters"):
        assert await ask(shelf.export(name)) == Replayed(len(shelf.cone(name).constants))


async def test_mutual_nested_and_indexed_types_are_taken(shelf: Shelf, compiled: Compile) -> None:
    source = (
        "mutual\ninductive A : Type | a : B → A\ninductive B : Type | none : B | b : A → B\nend\n"
        "inductive Tree : Type | node : List Tree → Tree\n"
        "inductive Vec (α : Type u) : Nat → Type u | nil : Vec α 0 | cons : α → Vec α n → Vec α (n + 1)\n"
        "inductive W (α : Type) (β : α → Type) : Type | sup (a : α) (f : β a → W α β) : W α β\n"
    )
    shelf.library.add(
        compiled(source.replace("Vec (α", "Vec.{u} (α").replace("α → Vec α n", "{n : Nat} → α → Vec α n"))
    )

    text = shelf.export("A.rec", "Tree.rec_1", "Vec.cons", "W.rec")

    assert isinstance(await ask(text), Replayed)


SKIPPED = """
theorem bad : (0 : Nat) = 1 := by
  set_option debug.skipKernelTC true in decide +kernel
"""


async def test_a_proof_that_was_never_checked_is_rejected(shelf: Shelf, compiled: Compile) -> None:
    shelf.library.add(compiled(SKIPPED))

    answer = await ask(shelf.export("bad"))

    assert answer == KernelRejected("bad._proof_1", "appTypeMismatch")


# Declarations of which one thing is wrong. Each gives the units; the kernel must reject the one of this name.
Forge = Callable[[Shelf], tuple[Unit, ...]]


def _nat(shelf: Shelf) -> Expr:
    return shelf.terms.expr(Const(shelf.named("Nat"), ()))


def _after(shelf: Shelf, *names: str, then: Unit) -> tuple[Unit, ...]:
    return (*shelf.cone(*names).units, then)


def _changed(shelf: Shelf, root: str, name: str, change: Callable[[Any], Any]) -> tuple[Unit, ...]:
    """The cone of `root` in which `change` is made to one constant."""

    def changed(constant: Any) -> Any:
        return change(constant) if constant.name == shelf.named(name) else constant

    def unit(each: Unit) -> Unit:
        match each:
            case Group():
                kinds = (each.types, each.constructors, each.recursors)
                return Group(*(tuple(map(changed, kind)) for kind in kinds))
            case Quotients(members):
                return Quotients(tuple(map(changed, members)))
            case _:
                return changed(each)  # type: ignore[no-any-return]

    return tuple(map(unit, shelf.cone(root).units))


def _wrong_value(shelf: Shelf) -> tuple[Unit, ...]:
    comm, succ = shelf.get("Nat.add_comm"), shelf.get("Nat.add_succ")
    assert isinstance(comm, Theorem)
    assert isinstance(succ, Theorem)
    return _after(shelf, "Nat.add_succ", then=replace(comm, name=shelf.named("bad"), value=succ.value))


def _circular(shelf: Shelf) -> tuple[Unit, ...]:
    name = shelf.named("bad")
    value = shelf.terms.expr(Const(name, ()))
    type_ = shelf.terms.expr(Const(shelf.named("False"), ()))
    return _after(shelf, "False", then=Theorem(name, (), type_, value, (name,)))


def _definition(shelf: Shelf, type_: Expr, value: Expr, *parameters: int) -> tuple[Unit, ...]:
    name = shelf.named("bad")
    return _after(shelf, "Nat", then=Definition(name, parameters, type_, value, "abbrev", "safe", (name,)))


def _theorem_of_data(shelf: Shelf) -> tuple[Unit, ...]:
    name = shelf.named("bad")
    return _after(shelf, "Nat", then=Theorem(name, (), _nat(shelf), shelf.terms.expr(NatLit(1)), (name,)))


def _opaque(shelf: Shelf) -> tuple[Unit, ...]:
    name = shelf.named("bad")
    return _after(shelf, "Nat", then=Opaque(name, (), _nat(shelf), _nat(shelf), False, (name,)))


def _axiom(shelf: Shelf) -> tuple[Unit, ...]:
    return _after(shelf, "Nat", then=Axiom(shelf.named("bad"), (), shelf.terms.expr(NatLit(1)), False))


def _universe(shelf: Shelf) -> tuple[Unit, ...]:
    sort = shelf.terms.expr(Sort(0))
    return _definition(shelf, sort, sort)


def _undeclared_universe(shelf: Shelf) -> tuple[Unit, ...]:
    terms = shelf.terms
    level = terms.level(Param(terms.named("u")))
    return _definition(shelf, terms.expr(Sort(terms.level(Succ(level)))), terms.expr(Sort(level)))


def _universe_twice(shelf: Shelf) -> tuple[Unit, ...]:
    u = shelf.named("u")
    return _definition(shelf, _nat(shelf), shelf.terms.expr(NatLit(1)), u, u)


def _universe_arguments(shelf: Shelf) -> tuple[Unit, ...]:
    terms = shelf.terms
    one = terms.level(Succ(0))
    return _definition(shelf, terms.expr(Sort(one)), terms.expr(Const(shelf.named("Nat"), (one,))))


def _no_function(shelf: Shelf) -> tuple[Unit, ...]:
    one = shelf.terms.expr(NatLit(1))
    return _definition(shelf, _nat(shelf), shelf.terms.expr(App(one, one)))


def _wrong_argument(shelf: Shelf) -> tuple[Unit, ...]:
    terms = shelf.terms
    succ = terms.expr(Const(shelf.named("Nat.succ"), ()))
    return _definition(shelf, _nat(shelf), terms.expr(App(succ, succ)))


def _wrong_arithmetic(shelf: Shelf) -> tuple[Unit, ...]:
    """`2 + 2 = 5` by reflexivity on literals."""
    terms, name = shelf.terms, shelf.named("bad")
    add = shelf.terms.expr(Const(shelf.named("Nat.add"), ()))
    two, five = terms.expr(NatLit(2)), terms.expr(NatLit(5))
    one = terms.level(Succ(0))
    equal = _apply(
        terms, terms.expr(Const(shelf.named("Eq"), (one,))), _nat(shelf), _apply(terms, add, two, two), five
    )
    refl = _apply(terms, terms.expr(Const(shelf.named("Eq.refl"), (one,))), _nat(shelf), five)
    return _after(shelf, "Nat.add", "Eq", then=Theorem(name, (), equal, refl, (name,)))


def _apply(terms: Terms, function: Expr, *arguments: Expr) -> Expr:
    for argument in arguments:
        function = terms.expr(App(function, argument))
    return function


def _text_as_number(shelf: Shelf) -> tuple[Unit, ...]:
    name = shelf.named("bad")
    value = shelf.terms.expr(StrLit("1"))
    definition = Definition(name, (), _nat(shelf), value, "abbrev", "safe", (name,))
    return _after(shelf, "Nat", "String.ofList", then=definition)


def _projection(shelf: Shelf) -> tuple[Unit, ...]:
    terms, name = shelf.terms, shelf.named("bad")
    value = terms.expr(Proj(shelf.named("Prod"), 0, terms.expr(NatLit(1))))
    definition = Definition(name, (), _nat(shelf), value, "abbrev", "safe", (name,))
    return _after(shelf, "Nat", "Prod", then=definition)


def _redeclared(shelf: Shelf) -> tuple[Unit, ...]:
    add = shelf.get("Nat.add")
    assert isinstance(add, Definition)
    return _after(shelf, "Nat.add", then=add)


def _unsafe(shelf: Shelf) -> tuple[Unit, ...]:
    name = shelf.named("bad")
    loop = shelf.terms.expr(Const(name, ()))
    return _after(shelf, "Nat", then=Definition(name, (), _nat(shelf), loop, "opaque", "unsafe", (name,)))


def _inductive(shelf: Shelf, field_type: Callable[[Expr], Expr], sort: int | None = None) -> tuple[Unit, ...]:
    """A type with one constructor, which takes one field; without recursor, as none would be made."""
    terms, name, make = shelf.terms, shelf.named("bad"), shelf.named("bad.mk")
    self = terms.expr(Const(name, ()))
    level = terms.level(Succ(0)) if sort is None else sort
    type_ = Inductive(name, (), terms.expr(Sort(level)), 0, 0, (name,), (make,), 0, True, False, False)
    takes = terms.expr(Pi(0, field_type(self), self, 0))
    return _after(
        shelf, "Nat", then=Group((type_,), (Constructor(make, (), takes, name, 0, 0, 1, False),), ())
    )


def _not_positive(shelf: Shelf) -> tuple[Unit, ...]:
    return _inductive(shelf, lambda self: shelf.terms.expr(Pi(0, self, self, 0)))


def _too_large(shelf: Shelf) -> tuple[Unit, ...]:
    level = shelf.terms.level(Succ(0))
    return _inductive(shelf, lambda _: shelf.terms.expr(Sort(level)))


def _constructor_of_another(shelf: Shelf) -> tuple[Unit, ...]:
    return _changed(shelf, "Nat", "Nat.zero", lambda c: replace(c, type=shelf.terms.expr(Sort(0))))


def _rule(shelf: Shelf, number: int, **change: Any) -> Callable[[Any], Any]:
    def changed(recursor: Recursor) -> Recursor:
        rules = list(recursor.rules)
        rules[number] = rules[number]._replace(**change)
        return replace(recursor, rules=tuple(rules))

    return changed


def _forged_rule(shelf: Shelf) -> tuple[Unit, ...]:
    """The rule for `zero` gives the case of `succ`."""
    rec = shelf.get("Nat.rec")
    assert isinstance(rec, Recursor)
    return _changed(shelf, "Nat", "Nat.rec", _rule(shelf, 0, rhs=rec.rules[1].rhs))


def _change(name: str, **change: Any) -> Forge:
    return lambda shelf: _changed(shelf, name, name, lambda c: replace(c, **change))


def _recursor_without_rules(shelf: Shelf) -> tuple[Unit, ...]:
    return _changed(shelf, "Nat", "Nat.rec", lambda c: replace(c, rules=c.rules[:1]))


def _other_type(shelf: Shelf, root: str, name: str) -> tuple[Unit, ...]:
    return _changed(shelf, root, name, lambda c: replace(c, type=shelf.get("Nat.succ").type))


def _other_parameters(shelf: Shelf) -> tuple[Unit, ...]:
    return _changed(shelf, "Eq", "Eq.rec", lambda c: replace(c, parameters=c.parameters[::-1]))


def _with_a_constructor_of_another(shelf: Shelf) -> tuple[Unit, ...]:
    """`Bool`, with `Nat.zero` among its constructors, which the kernel has made before."""
    zero = shelf.get("Nat.zero")
    assert isinstance(zero, Constructor)
    *before, group = shelf.cone("Bool").units
    assert isinstance(group, Group)
    return *shelf.cone("Nat").units, *before, replace(group, constructors=(*group.constructors, zero))


def _recursor_as_definition(shelf: Shelf) -> tuple[Unit, ...]:
    """`Bool`, with a recursor under the name of a definition that stands before it."""
    *_, group = shelf.cone("Bool").units
    assert isinstance(group, Group)
    (recursor,) = group.recursors
    renamed = replace(group, recursors=(replace(recursor, name=shelf.named("Nat.add")),))
    return *shelf.cone("Nat.add").units, renamed


REJECTED: dict[str, tuple[str, Forge]] = {
    "another proof": ("bad", _wrong_value),
    "a theorem from itself": ("bad", _circular),
    "a theorem that is no proposition": ("bad", _theorem_of_data),
    "an opaque constant of another type": ("bad", _opaque),
    "an axiom whose type is none": ("bad", _axiom),
    "a universe in itself": ("bad", _universe),
    "a universe that is not declared": ("bad", _undeclared_universe),
    "a universe that is declared twice": ("bad", _universe_twice),
    "universe arguments that are not taken": ("bad", _universe_arguments),
    "an application of what is no function": ("bad", _no_function),
    "an argument of another type": ("bad", _wrong_argument),
    "wrong arithmetic": ("bad", _wrong_arithmetic),
    "a text for a number": ("bad", _text_as_number),
    "a projection of what is no structure": ("bad", _projection),
    "a second declaration": ("Nat.add", _redeclared),
    "a constructor of another type's": ("Bool.rec", _with_a_constructor_of_another),
    "a recursor that is a definition": ("Nat.add", _recursor_as_definition),
    "an unsafe definition": ("bad", _unsafe),
    "a type that is not positive": ("bad", _not_positive),
    "a type that is too large": ("bad", _too_large),
    "a constructor of another type": ("Nat", _constructor_of_another),
    "a rule of the recursor": ("Nat.rec", _forged_rule),
    "a rule's fields": ("Nat.rec", lambda s: _changed(s, "Nat", "Nat.rec", _rule(s, 0, num_fields=1))),
    "a rule's constructor": (
        "Nat.rec",
        lambda s: _changed(s, "Nat", "Nat.rec", _rule(s, 0, constructor=s.named("Nat.succ"))),
    ),
    "too few rules": ("Nat.rec", _recursor_without_rules),
    "a recursor's type": ("Nat.rec", lambda s: _other_type(s, "Nat", "Nat.rec")),
    "a recursor's parameters": ("Nat.rec", _change("Nat.rec", num_params=1)),
    "a recursor's indices": ("Nat.rec", _change("Nat.rec", num_indices=1)),
    "a recursor's motives": ("Nat.rec", _change("Nat.rec", num_motives=2)),
    "a recursor's minor premises": ("Nat.rec", _change("Nat.rec", num_minors=1)),
    "a recursor that computes on any proof": ("Nat.rec", _change("Nat.rec", k=True)),
    "a recursor's group": ("Nat.rec", _change("Nat.rec", all=())),
    "a recursor's universes": ("Eq.rec", _other_parameters),
    "a recursor that is unsafe": ("Nat.rec", _change("Nat.rec", unsafe=True)),
    "a recursor that is called otherwise": (
        "Nat.other",
        lambda s: _changed(s, "Nat", "Nat.rec", lambda c: replace(c, name=s.named("Nat.other"))),
    ),
    "a constructor's fields": ("Nat.succ", _change("Nat.succ", num_fields=0)),
    "a constructor's number": ("Nat.succ", _change("Nat.succ", index=0)),
    "a constructor's parameters": ("Nat.succ", _change("Nat.succ", num_params=1)),
    "a constructor's type": (
        "Nat.zero",
        lambda s: _changed(s, "Nat", "Nat.zero", lambda c: replace(c, inductive=s.named("Nat.rec"))),
    ),
    "a type's indices": ("Nat", _change("Nat", num_indices=1)),
    "a type that is said not to be recursive": ("Nat", _change("Nat", recursive=False)),
    "a type that is said to be reflexive": ("Nat", _change("Nat", reflexive=True)),
    "a type that is said to be nested": ("Nat", _change("Nat", num_nested=1)),
    "a type's group": ("Nat", _change("Nat", all=())),
    "a quotient's type": ("Quot.mk", lambda s: _other_type(s, "Quot", "Quot.mk")),
    "a quotient's kind": ("Quot.mk", _change("Quot.mk", kind="ind")),
}


@pytest.mark.parametrize(("name", "forge"), REJECTED.values(), ids=REJECTED.keys())
async def test_what_is_forged_is_rejected(shelf: Shelf, name: str, forge: Forge) -> None:
    units = forge(shelf)

    answer = await ask(export(shelf.terms, units, "4.35.0", "0" * 40))

    assert isinstance(answer, KernelRejected), answer
    assert answer.name == name


async def test_the_forgers_tools_make_what_is_accepted(shelf: Shelf) -> None:
    """Otherwise a test above could be content with any mistake of ours."""
    terms = shelf.terms
    right = _definition(shelf, _nat(shelf), terms.expr(NatLit(1)))
    held = _changed(shelf, "Nat.rec", "Nat.rec", lambda c: c)
    identity = terms.expr(Lam(0, _nat(shelf), terms.expr(BVar(0)), 0))
    level = terms.level(Max(terms.level(Succ(0)), 0))
    function = _definition(shelf, terms.expr(Pi(0, _nat(shelf), _nat(shelf), 0)), identity)
    sort = _definition(shelf, terms.expr(Sort(terms.level(Succ(level)))), terms.expr(Sort(level)))

    for units in (right, held, function, sort):
        assert await ask(export(terms, units, "4.35.0", "0" * 40)) == Replayed(len(Cone(units).constants))


# Texts that are not the format, which say nothing about a theorem.


def _edit(text: bytes, change: Callable[[list[dict[str, Any]]], Any]) -> bytes:
    said = [json.loads(line) for line in text.splitlines()]
    change(said)
    return "".join(json.dumps(line) + "\n" for line in said).encode()


def _first(said: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    return next(line[kind] for line in said if kind in line)


def _line(said: list[dict[str, Any]], kind: str, value: Any) -> dict[str, Any]:
    return next(line for line in said if line.get(kind) == value)


MALFORMED: dict[str, Callable[[list[dict[str, Any]]], Any]] = {
    "nothing but the head": lambda said: said.__delitem__(slice(1, None)),
    "a number from the end": lambda said: _first(said, "app").update(fn=-1),
    "a number beyond the end": lambda said: _first(said, "app").update(fn=10**6),
    "a number that is a truth value": lambda said: _first(said, "app").update(fn=True),
    "a number that is a fraction": lambda said: _first(said, "app").update(fn=1.0),
    "a line too few": lambda said: said.pop(3),
    "a line of no kind": lambda said: said.append({"magic": {}}),
    "a line of two kinds": lambda said: said[-1].update(magic={}),
    "a declaration without a value": lambda said: said[-1]["thm"].pop("value"),
    "a binder of no kind": lambda said: _first(said, "forallE").update(binderInfo="odd"),
    "a negative height": lambda said: _first(said, "def").update(hints={"regular": -1}),
    "a height that is a truth value": lambda said: _first(said, "def").update(hints={"regular": True}),
    "a height of no kind": lambda said: _first(said, "def").update(hints="odd"),
    "a truth value that is a number": lambda said: _first(said, "inductive")["types"][0].update(isRec=0),
    "a distance that is a truth value": lambda said: _line(said, "bvar", 1).update(bvar=True),
    "a variable far out": lambda said: next(line for line in said if "bvar" in line).update(bvar=1 << 20),
    "a variable of negative distance": lambda said: next(line for line in said if "bvar" in line).update(
        bvar=-1
    ),
    "a name that is a number": lambda said: _first(said, "str").update(str=7),
    "an open type": lambda said: said[-1]["thm"].update(type=_open(said)),
    "an open value": lambda said: said[-1]["thm"].update(value=_open(said)),
    "half a quotient": lambda said: said.append({"quot": _quotient(said)}),
    "a list instead of a line": lambda said: said.append([]),
}


def _open(said: list[dict[str, Any]]) -> Any:
    return next(line["ie"] for line in said if "bvar" in line)


def _quotient(said: list[dict[str, Any]]) -> dict[str, Any]:
    return {**{key: said[-1]["thm"][key] for key in ("name", "levelParams", "type")}, "kind": "type"}


@pytest.mark.parametrize("change", MALFORMED.values(), ids=MALFORMED.keys())
async def test_an_export_that_is_not_in_the_format_is_undecided(
    shelf: Shelf, change: Callable[[list[dict[str, Any]]], Any]
) -> None:
    answer = await ask(_edit(shelf.export("Nat.add_comm"), change))

    assert isinstance(answer, Undecided)
    assert answer.reason is Reason.CHECKER_ERROR


@pytest.mark.parametrize("digits", ["-5", "5x", "", "0x5", "٣"])
async def test_a_number_that_is_not_written_in_digits_is_undecided(shelf: Shelf, digits: str) -> None:
    text = export(shelf.terms, _definition(shelf, _nat(shelf), shelf.terms.expr(NatLit(5))), "", "")

    answer = await ask(_edit(text, lambda said: next(x for x in said if "natVal" in x).update(natVal=digits)))

    assert isinstance(answer, Undecided)
    assert answer.reason is Reason.CHECKER_ERROR


async def test_an_export_that_arrives_in_part_is_undecided(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the front of an export, without its theorem, would be accepted."""
    text = shelf.export("Nat.add_comm")
    longer = kernel.command(LIMITS, len(text) + 1)
    monkeypatch.setattr(kernel, "command", lambda limits, size: longer)

    answer = await ask(text)

    assert isinstance(answer, Undecided)


async def test_the_deadline_leaves_it_undecided(shelf: Shelf) -> None:
    answer = await ask(shelf.export("Nat.add_comm"), deadline_s=0.01)

    assert isinstance(answer, Undecided)
    assert answer.reason is Reason.TIMEOUT


async def test_the_limit_of_processor_time_leaves_it_undecided(shelf: Shelf) -> None:
    heavy = _endless(shelf)

    answer = await ask(heavy, limits=Limits(cpu_s=1))

    assert isinstance(answer, Undecided)
    assert answer.reason is Reason.TIMEOUT


async def test_the_limit_of_memory_leaves_it_undecided(shelf: Shelf) -> None:
    answer = await ask(_endless(shelf), limits=Limits(cpu_s=20, resident_bytes=60 << 20))

    assert isinstance(answer, Undecided)
    assert answer.reason is Reason.MEMORY


def _endless(shelf: Shelf) -> bytes:
    """`f 60 0 = 0` by reflexivity, where `f (n + 1) a` asks for `f n (a + a)` and for `f n (a + a + 1)`."""
    terms, nat = shelf.terms, _nat(shelf)
    one = terms.level(Succ(0))
    zero, number, ih = terms.expr(NatLit(0)), terms.expr(BVar(0)), terms.expr(BVar(1))
    twice = _apply(terms, terms.expr(Const(shelf.named("Nat.add"), ())), number, number)
    more = terms.expr(App(terms.expr(Const(shelf.named("Nat.succ"), ())), twice))
    rec = terms.expr(Const(shelf.named("Nat.rec"), (one,)))

    def lam(body: Expr, *types: Expr) -> Expr:
        for type_ in types:
            body = terms.expr(Lam(0, type_, body, 0))
        return body

    function = terms.expr(Pi(0, nat, nat, 0))
    first, second = (terms.expr(App(ih, argument)) for argument in (twice, more))
    both = _apply(terms, rec, lam(nat, nat), first, lam(zero, nat, nat), second)
    step = lam(both, nat, function, nat)
    count = _apply(terms, rec, lam(function, nat), lam(zero, nat), step, terms.expr(NatLit(60)), zero)
    equal, refl = (terms.expr(Const(shelf.named(each), (one,))) for each in ("Eq", "Eq.refl"))
    name = shelf.named("slow")
    theorem = Theorem(
        name, (), _apply(terms, equal, nat, count, zero), _apply(terms, refl, nat, zero), (name,)
    )
    return export(terms, _after(shelf, "Nat.add", "Eq", then=theorem), "4.35.0", "0" * 40)


async def test_a_kernel_that_gives_up_leaves_it_undecided(shelf: Shelf) -> None:
    terms = shelf.terms
    deep = _nat(shelf)
    for _ in range(60_000):
        deep = terms.expr(Pi(0, deep, _nat(shelf), 0))

    answer = await ask(export(terms, _definition(shelf, terms.expr(Sort(0)), deep), "4.35.0", "0" * 40))

    assert isinstance(answer, Undecided)
    assert "deepRecursion" in answer.detail


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("import os; os.kill(os.getpid(), 11)", Reason.CRASHED),
        ("raise SystemExit(3)", Reason.CRASHED),
        ("pass", Reason.CHECKER_ERROR),
        ("print('{}')", Reason.CHECKER_ERROR),
        ("print('[]')", Reason.CHECKER_ERROR),
        ("print('{\"accepted\": true}')", Reason.CHECKER_ERROR),
        ('print(\'{"accepted": 3, "rejected": "x", "why": "y"}{}\')', Reason.CHECKER_ERROR),
        ('print(\'{"undecided": "x", "why": "excessiveMemory"}\')', Reason.MEMORY),
        ('print(\'{"undecided": "x", "why": "deepRecursion"}\')', Reason.CRASHED),
        ("print('x' * 100_000)", Reason.OUTPUT_LIMIT),
        ("import time; time.sleep(9)", Reason.TIMEOUT),
    ],
)
async def test_a_process_that_ends_badly_leaves_it_undecided(
    script: str, reason: Reason, monkeypatch: pytest.MonkeyPatch
) -> None:
    another = [sys.executable, "-I", "-S", "-c", script]
    monkeypatch.setattr(kernel, "command", lambda limits, size: another)

    answer = await ask(b"x" * 200_000, deadline_s=2)

    assert isinstance(answer, Undecided)
    assert answer.reason is reason


async def test_a_recursor_that_is_a_definition_is_not_read_as_a_recursor(shelf: Shelf) -> None:
    answer = await ask(export(shelf.terms, _recursor_as_definition(shelf), "4.35.0", "0" * 40))

    assert answer == KernelRejected("Nat.add", "the kernel made no such constant")


def test_without_an_empty_environment_nothing_is_decided() -> None:
    class Failing(kernel_process.Lean):
        """A Lean whose every function fails."""

        def __init__(self) -> None:
            self.make = {}

        def _function(self, name: str, *kinds: Any, result: Any = None) -> Callable[..., Any]:
            return lambda *_: 1 << 1 | 1

    with pytest.raises(kernel_process.Undecided, match="empty environment"):
        Failing().empty_environment()


def test_the_kernels_process_ends_if_the_one_that_started_it_has_ended_already() -> None:
    folder = str(Path(kernel_process.__file__).parent)
    program = (
        f"import os, sys; sys.path.append({folder!r}); import kernel_process; "
        "parents = iter([{}]); os.getppid = lambda: next(parents); kernel_process.confine(0); print('on')"
    )
    for parents, ended in (("7, 7", (0, "on\n")), ("7, 1", (1, ""))):
        words = [sys.executable, "-I", "-S", "-c", program.replace("{}", parents)]
        done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
        assert (done.returncode, done.stdout) == ended


async def test_a_process_that_cannot_be_started_leaves_it_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel, "command", lambda limits, size: ["/nowhere/lean"])

    answer = await ask(b"")

    assert isinstance(answer, Undecided)
    assert answer.reason is Reason.CHECKER_ERROR
