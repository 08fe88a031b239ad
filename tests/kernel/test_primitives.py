"""Functions on numbers are computed fast only where they are defined to be what their names say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.kernel import natural, terms
from app.kernel.admission import admit
from app.kernel.environment import SUCC, ZERO, Environment
from app.kernel.inference import Checker
from app.kernel.names import dotted
from app.kernel.outcome import Undecided
from app.kernel.reading import Reader
from tests.kernel import library
from tests.kernel.test_terms import accepted, rejected
from tests.kernel.writing import File

FOREVER = float("inf")


def recursion(zero: str, succ: str, result: str = "Nat") -> str:
    """A function on two numbers by recursion on the second: `ih` is its value one below, at `n` and `x`."""
    step = f"(fun (x : Nat) (ih : {result}) => {succ})"
    return f"fun (n m : Nat) => Nat.rec.{{1}} (fun (x : Nat) => {result}) {zero} {step} m"


def comparison(both_zero: str, less: str, greater: str) -> str:
    """A function on two numbers that takes one off each until one is zero."""
    inner = "Nat.rec.{1} (fun (y : Nat) => Bool)"
    return (
        "fun (n m : Nat) => Nat.rec.{1} (fun (x : Nat) => Nat -> Bool) "
        f"(fun (y : Nat) => {inner} {both_zero} (fun (y : Nat) (b : Bool) => {less}) y) "
        "(fun (x : Nat) (ih : Nat -> Bool) => fun (y : Nat) => "
        f"{inner} {greater} (fun (y : Nat) (b : Bool) => ih y) y) n m"
    )


PRED = "fun (n : Nat) => Nat.rec.{1} (fun (x : Nat) => Nat) 0 (fun (x ih : Nat) => x) n"
SHIFT = (
    "fun (n m : Nat) => Nat.rec.{1} (fun (x : Nat) => Nat -> Nat) (fun (k : Nat) => k) "
    "(fun (x : Nat) (ih : Nat -> Nat) => fun (k : Nat) => ih (Nat.mul 2 k)) m n"
)
T, F = "Bool.true", "Bool.false"
RIGHT = {
    "add": library.ADD,
    "pred": PRED,
    "sub": recursion("n", "Nat.pred ih"),
    "mul": recursion("0", "Nat.add ih n"),
    "pow": recursion("1", "Nat.mul ih n"),
    "beq": comparison(T, F, F),
    "ble": comparison(T, T, F),
    "shiftLeft": SHIFT,
}
# The function, a wrong definition, and one of its values that tells.
WRONG = {
    "add, a successor too many": ("add", recursion("n", "Nat.succ (Nat.succ ih)"), "2 3", "5"),
    "add, from one": ("add", recursion("(Nat.succ n)", "Nat.succ ih"), "2 3", "5"),
    "sub, without end": ("sub", recursion("n", "ih"), "5 3", "2"),
    "sub, from zero": ("sub", recursion("0", "Nat.pred ih"), "5 3", "2"),
    "mul, as a sum": ("mul", recursion("0", "Nat.succ ih"), "5 3", "15"),
    "mul, from one": ("mul", recursion("1", "Nat.add ih n"), "5 3", "15"),
    "pow, from zero": ("pow", recursion("0", "Nat.mul ih n"), "5 2", "25"),
    "pow, as a product": ("pow", recursion("1", "Nat.add ih n"), "5 2", "25"),
    "beq, of nothing": ("beq", comparison(F, F, F), "3 3", T),
    "beq, as at most": ("beq", comparison(T, T, F), "2 3", F),
    "beq, as at least": ("beq", comparison(T, F, T), "3 2", F),
    "ble, as equality": ("ble", comparison(T, F, F), "2 3", T),
    "ble, always": ("ble", comparison(T, T, T), "3 2", F),
    "ble, not of equals": ("ble", comparison(F, T, F), "3 3", T),
    "shiftLeft, as doubling once": ("shiftLeft", recursion("n", "Nat.mul 2 n"), "3 2", "12"),
    "shiftLeft, from zero": ("shiftLeft", recursion("0", "Nat.mul 2 ih"), "3 2", "12"),
    "gcd, as zero": ("gcd", "fun (n m : Nat) => 0", "4 6", "2"),
    "div, as the first": ("div", "fun (n m : Nat) => n", "7 2", "3"),
    "mod, as the first": ("mod", "fun (n m : Nat) => n", "7 2", "1"),
    "land, as the first": ("land", "fun (n m : Nat) => n", "7 2", "2"),
    "lor, as the first": ("lor", "fun (n m : Nat) => n", "5 2", "7"),
    "xor, as the first": ("xor", "fun (n m : Nat) => n", "7 2", "5"),
    "shiftRight, as the first": ("shiftRight", "fun (n m : Nat) => n", "7 1", "3"),
    "log2, as its argument": ("log2", "fun (n : Nat) => n", "8", "3"),
}


def functions(*changed: tuple[str, str], without: str = "") -> File:
    """The numbers with these functions, each by its definition unless it is changed."""
    file = library.numbers()
    file.records = [each for each in file.records if "def" not in each]
    definitions = {**RIGHT, **dict(changed)}
    definitions.pop(without, None)
    for name, value in definitions.items():
        type_ = "Nat -> Nat" if name in ("pred", "log2") else "Nat -> Nat -> Nat"
        type_ = "Nat -> Nat -> Bool" if name in ("beq", "ble") else type_
        file.define(f"Nat.{name} : {type_}", value)
    return file


def value(file: File, call: str, result: str) -> File:
    type_ = "Bool" if result in (T, F) else "Nat"
    return file.theorem(f"t : Eq.{{1}} {type_} ({call}) {result}", f"Eq.refl.{{1}} {type_} {result}")


def fast(file: File) -> set[str]:
    checker = Checker(Environment(), FOREVER)
    for declaration in Reader(FOREVER).read(file.lines):
        admit(checker, declaration)
    return {str(name).removeprefix("Nat.") for name in checker.environment.fast}


def test_the_usual_definitions_are_computed_fast():
    assert fast(functions()) == RIGHT.keys() - {"pred"}


@pytest.mark.parametrize("case", WRONG)
def test_another_definition_under_a_known_name_means_what_it_says(case: str):
    name, definition, arguments, result = WRONG[case]

    assert name not in fast(functions((name, definition)))
    rejected(value(functions((name, definition)), f"Nat.{name} {arguments}", result), "the value has type")
    if name in RIGHT:
        accepted(value(functions(), f"Nat.{name} {arguments}", result))


def test_a_function_that_needs_another_is_fast_only_with_it():
    assert fast(functions(("add", "fun (n m : Nat) => n"))).isdisjoint({"add", "mul", "pow", "shiftLeft"})
    assert "sub" not in fast(functions(("pred", "fun (n : Nat) => n")))


def test_a_function_of_another_type_is_not_computed():
    file = library.numbers()
    file.define("Nat.sub : Nat -> Nat -> Bool", "fun (n m : Nat) => Bool.true")
    file.define("Nat.log2.{u} : Nat -> Nat", "fun (n : Nat) => n")

    assert fast(file) == {"add"}


def test_a_function_with_a_universe_is_accepted_and_not_computed():
    file = library.numbers()
    file.define("Nat.mul.{u} : Nat -> Nat -> Nat", RIGHT["mul"])
    accepted(file)

    assert fast(file) == {"add"}


def test_a_comparison_is_not_computed_where_truth_values_are_assumed():
    file = library.nat(library.logic())
    file.axiom("Bool : Type").axiom("Bool.true : Bool").axiom("Bool.false : Bool")
    file.define("Nat.beq : Nat -> Nat -> Bool", RIGHT["beq"])
    accepted(file)

    assert fast(file) == set()


def test_a_function_into_a_type_that_depends_on_the_number_is_not_computed():
    """It satisfies the equations, and the type of its value is evaluated to `Nat` for each number."""
    file = functions(without="shiftLeft")
    family = "Nat.rec.{2} (fun (x : Nat) => Type) Nat (fun (x : Nat) (ih : Type) => ih)"
    value = (
        f"fun (n m : Nat) => Nat.rec.{{1}} (fun (x : Nat) => ∀ (k : Nat), {family} x) (fun (k : Nat) => k) "
        f"(fun (x : Nat) (ih : ∀ (k : Nat), {family} x) => fun (k : Nat) => ih (Nat.mul 2 k)) m n"
    )
    file.define(f"Nat.shiftLeft : ∀ (n m : Nat), {family} m", value)
    accepted(file)

    assert fast(file) == RIGHT.keys() - {"pred", "shiftLeft"}


@pytest.mark.parametrize("kind", ["axiom", "opaque"])
def test_what_has_no_definition_is_not_computed(kind: str):
    file = library.numbers()
    head = "Nat.mul : Nat -> Nat -> Nat"
    file = file.axiom(head) if kind == "axiom" else file.opaque(head, library.ADD)

    rejected(value(file, "Nat.mul 2 3", "6"), "the value has type")


def test_a_number_that_would_be_too_large_is_not_computed():
    half = 1 << natural.MOST_BITS // 2
    large = {"pow": (2, natural.MOST_BITS), "shiftLeft": (1, natural.MOST_BITS), "mul": (half, half)}

    for name, numbers in large.items():
        with pytest.raises(Undecided, match="a number is too large"):
            natural.compute(natural.FUNCTIONS[dotted(f"Nat.{name}")], numbers)


def pairs() -> Iterator[tuple[int, int]]:
    return ((n, m) for n in (0, 1, 2, 7, 64, 12345678901234567890) for m in (0, 1, 2, 3, 63, 64))


def test_the_fast_functions_compute_what_their_names_say():
    def of(name: str, *numbers: int) -> object:
        return natural.compute(natural.FUNCTIONS[dotted(f"Nat.{name}")], numbers).a

    for n, m in pairs():
        quotient, remainder = of("div", n, m), of("mod", n, m)
        assert (quotient, remainder) == ((n // m, n % m) if m else (0, n))
        assert of("sub", n, m) == (n - m if n > m else 0)
        assert (of("add", n, m), of("mul", n, m), of("pow", n, m)) == (n + m, n * m, n**m)
        assert (of("shiftLeft", n, m), of("shiftRight", n, m)) == (n * 2**m, n // 2**m)
        assert str(of("beq", n, m)) == ("Bool.true" if n == m else "Bool.false")
        assert str(of("ble", n, m)) == ("Bool.true" if n <= m else "Bool.false")
    assert [of("log2", n) for n in (0, 1, 2, 3, 4, 1023, 1024)] == [0, 0, 1, 1, 2, 9, 10]
    assert [of("gcd", *two) for two in ((0, 0), (0, 6), (6, 0), (12, 18))] == [0, 6, 6, 6]
    assert (of("land", 12, 10), of("lor", 12, 10), of("xor", 12, 10)) == (8, 14, 6)
    assert of("shiftRight", 5, 10**30) == 0


def test_a_projection_bears_a_name_and_is_neither_zero_nor_a_successor():
    checker, number = Checker(Environment(), FOREVER), terms.nat(0)
    zero, one = terms.const(ZERO), terms.app(terms.const(SUCC), number)
    others = terms.proj(ZERO, 0, number), terms.app(terms.proj(SUCC, 0, number), number)

    assert checker.is_zero(zero)
    assert checker.predecessor(one) is number
    assert not any(checker.is_zero(other) for other in others)
    assert [checker.predecessor(other) for other in others] == [None, None]


def test_where_there_are_no_numbers_a_successor_is_what_it_is_defined_to_be():
    file = library.logic()
    alone = file.recursor(
        "Nat.zero.rec.{u} : ∀ (motive : Nat.zero -> Sort u) (t : Nat.zero), motive t", (0, 1, 0, 0)
    )
    file.inductive([file.type("Nat.zero : Prop")], [alone])
    file.define("Nat.succ : Prop -> Type", "fun (p : Prop) => Prop")

    accepted(
        file.theorem("t : ∀ (x : Nat.succ Nat.zero), x -> x", "fun (x : Nat.succ Nat.zero) (h : x) => h")
    )
