"""The reader takes what Lean writes, refuses what Lean would not write, and never ends in another way."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.trust import olean, region, terms
from app.trust.olean import Olean
from app.trust.region import constructor
from app.trust.terms import (
    App,
    Axiom,
    BVar,
    Const,
    Definition,
    Inductive,
    Lam,
    Malformed,
    Max,
    NatLit,
    Param,
    Quot,
    Recursor,
    Sort,
    StrLit,
    Terms,
    Theorem,
)
from tests.trust.conftest import Compile, Shelf, module
from tests.trust.forging import BASE, NIL, Forger, fuzz

Forge = Callable[[Forger], bytes]

ARRAY, STRING = 246 << 56 | 1 << 32, 249 << 56 | 1 << 32
LETTERS = int.from_bytes(b"abc", "little")

SMALL = """
theorem small (n : Nat) : n + 0 = n := rfl
structure Pair (α : Type) where
  first : α
  second : α
def letters : String := "añ𝒳"
theorem large : 123456789012345678901234567890 = 123456789012345678901234567889 + 1 := by decide
"""


def test_every_constant_of_the_library_is_read(shelf: Shelf) -> None:
    constants = list(shelf.library)

    assert len(constants) > 10_000
    assert {type(constant) for constant in constants} >= {
        Axiom,
        Definition,
        Theorem,
        Inductive,
        Quot,
        Recursor,
    }


def test_a_constant_has_the_parts_that_lean_gave_it(shelf: Shelf) -> None:
    rec = shelf.get("Nat.rec")
    nat = shelf.get("Nat")
    add = shelf.get("Nat.add")
    comm = shelf.get("Nat.add_comm")

    assert isinstance(nat, Inductive)
    assert (nat.recursive, nat.unsafe, nat.reflexive) == (True, False, False)
    assert [shelf.terms.text(name) for name in nat.constructors] == ["Nat.zero", "Nat.succ"]
    assert isinstance(rec, Recursor)
    assert (rec.num_params, rec.num_indices, rec.num_motives, rec.num_minors, rec.k) == (0, 0, 1, 2, False)
    assert [rule.num_fields for rule in rec.rules] == [0, 1]
    assert isinstance(add, Definition)
    assert (add.safety, add.unsafe) == ("safe", False)
    assert isinstance(comm, Theorem)
    assert comm.all == (comm.name,)


def test_literals_names_and_imports_are_those_of_the_source(compiled: Compile) -> None:
    data = compiled(SMALL)
    held = Terms()
    read = Olean(data, held)
    list(read)

    assert [held.text(name) for name in read.imports] == ["Lemmata"]
    assert read.lean_version == "4.35.0"
    assert {"small", "Pair", "Pair.mk", "Pair.rec", "letters", "large"} <= {held.text(n) for n in read.names}
    assert StrLit("añ𝒳") in held.exprs
    assert NatLit(123456789012345678901234567890) in held.exprs


def test_equal_terms_of_two_files_have_one_place(shelf: Shelf, compiled: Compile) -> None:
    first = shelf.library.add(compiled("theorem one (n : Nat) : n + 0 = n := rfl"))
    second = Olean(compiled("theorem two (n : Nat) : n + 0 = n := by simp"), shelf.terms)

    one, two = first.constant(shelf.named("one")), second.constant(shelf.named("two"))

    assert one.type == two.type


def test_a_forged_file_is_read_where_nothing_is_wrong_with_it() -> None:
    forger = Forger()
    nat = forger.object(constructor(4, 2, 8), forger.name("N"), NIL, 0)
    variable = forger.bvar(0)
    lam = forger.object(constructor(6, 3, 9), NIL, nat, variable, 0, 1)
    number = forger.object(constructor(9, 1, 8), forger.object(constructor(0, 1), forger.integer(5, 1)), 0)
    held = Terms()

    (constant,) = Olean(forger.axioms(forger.app(lam, number)), held)

    assert isinstance(constant, Axiom)
    function, argument = held.exprs[constant.type]
    assert held.exprs[argument] == NatLit(5 + (1 << 64))
    assert held.exprs[function] == Lam(0, held.expr(Const(held.named("N"), ())), held.expr(BVar(0)), 1)


def _mdata(forger: Forger) -> int:
    return forger.object(constructor(10, 2, 8), NIL, forger.sort(), 0)


def test_metadata_is_passed_over() -> None:
    forger = Forger()
    held = Terms()

    (constant,) = Olean(forger.axioms(_mdata(forger)), held)

    assert held.exprs[constant.type] == Sort(0)


def test_a_term_of_2_to_the_60_nodes_is_read_in_no_time() -> None:
    forger = Forger()
    term = forger.sort()
    for _ in range(60):
        term = forger.app(term, term)
    started = time.perf_counter()

    held = Terms()
    list(Olean(forger.axioms(term), held))

    assert len(held.exprs) == 61
    assert isinstance(held.exprs[-1], App)
    assert time.perf_counter() - started < 0.1


def test_a_term_that_is_ten_thousand_deep_is_read() -> None:
    forger = Forger()
    term, level = forger.sort(), NIL
    for _ in range(10_000):
        level = forger.object(constructor(1, 1, 8), level, 0)
        term = forger.app(term, forger.sort(level))

    module(forger.axioms(term))


def _level(forger: Forger, name: str) -> int:
    return forger.object(constructor(4, 1, 8), forger.name(name), 0)


def _parameter(forger: Forger) -> bytes:
    return forger.axioms(forger.sort(_level(forger, "u")))


def _twice(forger: Forger) -> bytes:
    names = forger.list(forger.name("u"), forger.name("u"))
    return forger.axioms(forger.sort(), parameters=names)


def _many(forger: Forger) -> bytes:
    names = forger.list(*(forger.name(f"u{i}") for i in range(terms.MAX_PARAMETERS + 1)))
    return forger.axioms(forger.sort(), parameters=names)


def _many_used(forger: Forger) -> bytes:
    level = NIL
    for i in range(terms.MAX_PARAMETERS + 1):
        level = forger.object(constructor(2, 2, 8), level, _level(forger, f"u{i}"), 0)
    return forger.axioms(forger.sort(level))


def _cycle(forger: Forger) -> bytes:
    sort = forger.sort()
    ahead = BASE + 8 * (len(forger.words) + 10)
    return forger.axioms(forger.app(sort, ahead))


def _in_a_later_object(forger: Forger) -> bytes:
    application = forger.app(forger.sort(), 0)
    forger.words[-2] = forger.sort()
    return forger.axioms(application)


def _before_the_objects(forger: Forger) -> bytes:
    return forger.axioms(BASE + 80)


def _unaligned(forger: Forger) -> bytes:
    return forger.axioms(forger.sort() + 4)


def _overlapping(forger: Forger) -> bytes:
    at = len(forger.words)
    forger.object(constructor(8, 4, 9), *[forger.sort()] * 2)
    return forger.axioms(BASE + 8 * (at + 12))


def _into_its_holder(forger: Forger) -> bytes:
    """Metadata whose words are those of the application that holds it."""
    sort = forger.sort()
    return forger.axioms(forger.app(sort, forger.object(constructor(10, 2, 8))))


def _duplicate(forger: Forger) -> bytes:
    name, other = forger.name("a"), forger.name("a")
    return forger.file((name, forger.axiom(name, forger.sort())), (other, forger.axiom(other, forger.sort())))


def _misnamed(forger: Forger) -> bytes:
    return forger.file((forger.name("a"), forger.axiom(forger.name("b"), forger.sort())))


def _anonymous(forger: Forger) -> bytes:
    return forger.file((NIL, forger.axiom(NIL, forger.sort())))


def _anonymous_constant(forger: Forger) -> bytes:
    return forger.axioms(forger.object(constructor(4, 2, 8), NIL, NIL, 0))


def _unequal(forger: Forger) -> bytes:
    name = forger.name("a")
    lists = forger.array(), forger.array(name, name), forger.array(forger.axiom(name, forger.sort()))
    more = forger.array(), forger.array()
    return forger.finished(forger.object(constructor(0, 5, 1), *lists, *more, 0))


def _fewer_names(forger: Forger) -> bytes:
    name = forger.name("a")
    axiom = forger.axiom(name, forger.sort())
    return _module(forger, forger.array(), forger.array(name), forger.array(axiom, axiom))


def _names_beyond_the_end(forger: Forger) -> bytes:
    """As many names as there are no words any more where the constants should be."""
    name = forger.name("a")
    return _module(forger, forger.array(), forger.array(*[name] * 40), forger.array())


def _number(forger: Forger, pointer: int) -> bytes:
    literal = forger.object(constructor(0, 1), pointer)
    return forger.axioms(forger.object(constructor(9, 1, 8), literal, 0))


def _digits_elsewhere(forger: Forger) -> bytes:
    number = forger.integer(0, 1)
    forger.words[-3] += 8
    return _number(forger, number)


def _module(forger: Forger, *arrays: int) -> bytes:
    """Imports, names of constants, constants; what extensions keep is empty."""
    more = (forger.array() for _ in range(5 - len(arrays)))
    return forger.finished(forger.object(constructor(0, 5, 1), *arrays, *more, 0))


def _imports(forger: Forger, imports: int) -> bytes:
    return _module(forger, imports)


def _array_over_its_end(forger: Forger) -> bytes:
    needed = forger.object(constructor(0, 1, 3), forger.name("Lemmata"), 0)
    return _imports(forger, forger.object(246 << 56 | 1 << 32, 1, 0, needed))


def _other_integer(forger: Forger) -> bytes:
    number = forger.integer(0, 1)
    forger.words[-5] += 1 << 56
    return _number(forger, number)


def _levels(forger: Forger, count: int) -> int:
    return forger.object(constructor(4, 2, 8), forger.name("N"), forger.list(*[NIL] * count), 0)


def _text(forger: Forger, pointer: int) -> bytes:
    literal = forger.object(constructor(1, 1), pointer)
    return forger.axioms(forger.object(constructor(9, 1, 8), literal, 0))


def _unended(forger: Forger) -> bytes:
    return _text(forger, forger.string(b"1234567", size=7, length=6))


def _list(forger: Forger) -> bytes:
    pointers = [forger.name("u")] * (region.MAX_LIST + 1)
    return forger.axioms(forger.sort(), parameters=forger.list(*pointers))


def _long_name(forger: Forger) -> bytes:
    name = forger.name(*["a"] * (terms.MAX_NAME_PARTS + 1))
    return forger.file((name, forger.axiom(name, forger.sort())))


def _numbered(forger: Forger) -> bytes:
    name = forger.object(constructor(2, 2, 8), NIL, forger.integer(0, 1), 0)
    return forger.file((name, forger.axiom(name, forger.sort())))


def _choice(forger: Forger) -> bytes:
    name = forger.name("a")
    return forger.file((name, forger.axiom(name, forger.sort(), unsafe=2)))


def _binder(forger: Forger) -> bytes:
    return forger.axioms(forger.object(constructor(6, 3, 9), NIL, forger.sort(), forger.sort(), 0, 4))


def _huge_index(forger: Forger) -> bytes:
    term = forger.bvar(terms.MAX_BVAR)
    return forger.axioms(term)


def _open(forger: Forger) -> bytes:
    return forger.axioms(forger.object(constructor(7, 3, 9), NIL, forger.sort(), forger.bvar(1), 0, 0))


def _open_type_of_binder(forger: Forger) -> bytes:
    return forger.axioms(forger.object(constructor(7, 3, 9), NIL, forger.bvar(0), forger.sort(), 0, 0))


def _projection(forger: Forger, name: int, field: int) -> bytes:
    return forger.axioms(forger.object(constructor(11, 3, 8), name, field, forger.sort(), 0))


def _root(forger: Forger) -> bytes:
    forger.axioms(forger.sort())
    return forger.finished(BASE + 8 * (len(forger.words) + 10))


REFUSED: dict[str, Forge] = {
    "a free variable": lambda f: f.axioms(f.object(constructor(1, 1, 8), f.name("x"), 0)),
    "a metavariable": lambda f: f.axioms(f.object(constructor(2, 1, 8), f.name("x"), 0)),
    "a universe metavariable": lambda f: f.axioms(f.sort(f.object(constructor(5, 1, 8), f.name("x"), 0))),
    "a variable without binder": lambda f: f.axioms(f.bvar(0)),
    "a variable beyond its binder": _open,
    "a variable in the type of its own binder": _open_type_of_binder,
    "a variable that is far out": _huge_index,
    "a parameter that is not declared": _parameter,
    "a parameter that is declared twice": _twice,
    "too many parameters": _many,
    "too many parameters in a term": _many_used,
    "a cycle": _cycle,
    "a pointer to a later object": _in_a_later_object,
    "a pointer into the header": _before_the_objects,
    "a pointer between words": _unaligned,
    "an object that goes into the next": _overlapping,
    "an object that goes into what holds it": _into_its_holder,
    "a name that is declared twice": _duplicate,
    "a constant under another's name": _misnamed,
    "an anonymous constant": _anonymous,
    "the use of an anonymous constant": _anonymous_constant,
    "an anonymous structure": lambda f: _projection(f, NIL, 1),
    "a field that is a pointer": lambda f: _projection(f, f.name("S"), 4),
    "a field that is no small number": lambda f: _projection(f, f.name("S"), 1 << 17 | 1),
    "more names than constants": _unequal,
    "more names than the file has words": _names_beyond_the_end,
    "more constants than names": _fewer_names,
    "an array that is none": lambda f: _imports(f, f.object(247 << 56 | 1 << 32, 0, 0)),
    "an array that is longer than its place": _array_over_its_end,
    "an array that says it has more room": lambda f: _imports(f, f.object(ARRAY, 0, 99)),
    "a list of levels that is too long": lambda f: f.axioms(_levels(f, region.MAX_LIST + 1)),
    "a string of another kind": lambda f: _text(f, f.object(248 << 56 | 1 << 32, 2, 2, 1, ord("a"))),
    "a number of another kind": _other_integer,
    "a negative number": lambda f: _number(f, f.integer(0, 1, negative=True)),
    "a number that is too long": lambda f: _number(f, f.integer(*[1] * (terms.MAX_LITERAL_BITS // 64 + 1))),
    "a small number in a large form": lambda f: _number(f, f.integer(5)),
    "a number with a leading zero": lambda f: _number(f, f.integer(0, 1, 0)),
    "a number without digits": lambda f: _number(f, f.integer()),
    "a number whose digits are elsewhere": _digits_elsewhere,
    "a number that is a string": lambda f: _number(f, f.string("5")),
    "a string that is a number": lambda f: _text(f, f.integer(0, 1)),
    "a string that is not UTF-8": lambda f: _text(f, f.string(b"\xff", length=1)),
    "a surrogate": lambda f: _text(f, f.string(b"\xed\xa0\x80", length=1)),
    "a string that says another length": lambda f: _text(f, f.string("abc", length=2)),
    "a string that says it has more room": lambda f: _text(f, f.object(STRING, 4, 99, 3, LETTERS)),
    "a string that is longer than its room": lambda f: _text(f, f.object(STRING, 4, 3, 3, LETTERS)),
    "a string that goes over its end": lambda f: _text(f, f.string("abc", size=900)),
    "an empty string object": lambda f: _text(f, f.string("abc", size=0)),
    "a string without an end": _unended,
    "a list that is too long": _list,
    "a name that is too long": _long_name,
    "a name with too long a part": lambda f: f.axioms(f.sort(), name="a" * (terms.MAX_NAME_PART + 1)),
    "a name with a large number": _numbered,
    "a truth value that is none": _choice,
    "a kind of binder that is none": _binder,
    "an array that is too long": lambda f: f.finished(
        f.object(constructor(0, 5, 1), f.array(size=1), f.array(), f.array(), f.array(), f.array(), 0)
    ),
    "a file of the module system": lambda f: f.file(module=1),
    "a root behind the end": _root,
    "a root that is no module": lambda f: f.finished(f.sort()),
    "a constant of no kind": lambda f: f.file((f.name("a"), f.object(constructor(8, 1), f.sort()))),
}


@pytest.mark.parametrize("forge", REFUSED.values(), ids=REFUSED.keys())
def test_what_lean_would_not_write_is_refused(forge: Forge) -> None:
    with pytest.raises(Malformed):
        module(forge(Forger()))


def test_terms_refuse_what_passes_a_limit() -> None:
    held = Terms()
    level = 0
    for number in range(terms.MAX_PARAMETERS):
        level = held.level(Max(level, held.level(Param(held.named(f"u{number}")))))

    for node in (BVar(-1), BVar(terms.MAX_BVAR), NatLit(-1), NatLit(1 << terms.MAX_LITERAL_BITS)):
        with pytest.raises(Malformed):
            held.expr(node)
    with pytest.raises(Malformed):
        held.level(Max(level, held.level(Param(held.named("one", "more")))))


def test_the_forgers_own_file_is_read() -> None:
    forger = Forger()

    module(forger.axioms(forger.sort()))


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"",
        lambda data: data[:40],
        lambda data: data[:88],
        lambda data: data[:-8],
        lambda data: data[:-1],
        lambda data: b"Olean" + data[5:],
        lambda data: data[:5] + b"\x03" + data[6:],
        lambda data: data[:6] + b"\x00" + data[7:],
        lambda data: data[:7] + b"x" + data[8:],
        lambda data: data[:45] + b"z" + data[46:],
        lambda data: data[:80] + (1).to_bytes(8, "little") + data[88:],
        lambda data: data + bytes(olean.MAX_FILE_BYTES),
    ],
)
def test_a_file_with_another_header_or_end_is_refused(change: Callable[[bytes], bytes]) -> None:
    forger = Forger()

    with pytest.raises(Malformed):
        module(change(forger.axioms(forger.sort())))


def test_lists_that_end_alike_are_not_read_again_and_again() -> None:
    forger = Forger()
    name = forger.name("N")
    chain, term = NIL, forger.sort()
    for _ in range(region.MAX_LIST):
        chain = forger.object(constructor(1, 2), NIL, chain)
        term = forger.app(term, forger.object(constructor(4, 2, 8), name, chain, 0))
    started = time.perf_counter()

    with pytest.raises(Malformed, match="lists are too long"):
        module(forger.axioms(term))

    assert time.perf_counter() - started < 0.5


def test_numbers_that_python_hashes_alike_are_read_in_time() -> None:
    forger = Forger()
    term = forger.sort()
    for i in range(1, 4000):
        literal = forger.object(
            constructor(0, 1), forger.integer(*divmod(i * ((1 << 61) - 1) << 3, 1 << 64)[::-1], 1)
        )
        term = forger.app(term, forger.object(constructor(9, 1, 8), literal, 0))
    started = time.perf_counter()

    module(forger.axioms(term))

    assert time.perf_counter() - started < 1


def test_a_name_of_another_module_is_not_declared_again(shelf: Shelf, compiled: Compile) -> None:
    shelf.library.add(compiled("theorem mine : True := trivial"))

    with pytest.raises(Malformed, match="two modules"):
        shelf.library.add(compiled("theorem mine : True := trivial"))


def test_a_file_of_another_lean_is_refused(shelf: Shelf, compiled: Compile) -> None:
    data = compiled(SMALL)

    with pytest.raises(Malformed, match="another Lean"):
        shelf.library.add(data[:40] + b"0" * 40 + data[80:])


def test_changed_files_are_refused_or_read_and_nothing_else(compiled: Compile) -> None:
    tally = fuzz([compiled(SMALL)], count=1500)

    assert tally.slowest_s < 1
    assert tally.refused > 100
    assert tally.same > 0


@settings(max_examples=150, deadline=1000)
@given(st.binary(max_size=400), st.integers(0, 400))
def test_bytes_of_any_kind_are_refused_or_read(noise: bytes, at: int) -> None:
    forger = Forger()
    data = forger.axioms(forger.app(forger.sort(), forger.sort()))
    changed = (data[:at] + noise + data[at + len(noise) :])[: len(data)]

    try:
        module(changed)
    except Malformed:
        return
