"""What is refused in axioms, definitions and theorems, beside something alike that is accepted."""

from __future__ import annotations

import pytest

from app.kernel import Accepted, Outcome, Rejected, binding, check, levels, terms
from app.kernel.admission import admit
from app.kernel.environment import Environment
from app.kernel.inference import Checker
from app.kernel.names import ANONYMOUS, dotted
from app.kernel.outcome import Refused
from app.kernel.reading import Reader
from tests.kernel import library
from tests.kernel.writing import File


def checked(file: File) -> Outcome:
    return check(file.lines, 20)


def rejected(file: File, reason: str) -> None:
    outcome = checked(file)

    assert isinstance(outcome, Rejected), outcome
    assert reason in outcome.reason, outcome


def accepted(file: File) -> File:
    outcome = checked(file)

    assert isinstance(outcome, Accepted), outcome
    return file


BASES = {"empty": File, "logic": library.logic, "numbers": library.numbers, "trees": library.trees}
# The library below; a declaration that is accepted; one that is not; what is said of it.
DEFINITIONS = {
    "an unknown constant": ("numbers", ("d : Nat", "Nat.zero"), ("d : Nat", "Nat.nought"), "is not declared"),
    "too few universe levels": (
        "numbers",
        ("d : Prop", "Eq.{1} Nat 0 0"),
        ("d : Prop", "Eq Nat 0 0"),
        "universe parameters, not 0",
    ),
    "too many universe levels": (
        "numbers",
        ("d : Nat", "Nat.zero"),
        ("d : Nat", "Nat.zero.{1}"),
        "universe parameters, not 1",
    ),
    "a universe that is too small for its type": (
        "empty",
        ("d : Sort 2", "Type"),
        ("d : Type", "Type"),
        "the value has type",
    ),
    "a product over all types in Type": (
        "empty",
        ("d : Sort 2", "∀ (α : Type), α"),
        ("d : Type", "∀ (α : Type), α"),
        "the value has type",
    ),
    "a product over all types in Prop": (
        "empty",
        ("d : Prop", "∀ (α : Type) (p : α -> Prop) (x : α), p x -> p x"),
        ("d : Prop", "∀ (α : Type), α"),
        "the value has type",
    ),
    "a universe parameter for another": (
        "empty",
        ("d.{u, v} : Sort (max u v)+1", "Sort (max v u)"),
        ("d.{u, v} : Sort u+1", "Sort v"),
        "the value has type",
    ),
    "a universe parameter for its successor": (
        "empty",
        ("d.{u} : Sort u+1", "Sort u"),
        ("d.{u} : Sort u", "Sort u"),
        "the value has type",
    ),
    "imax taken for max": (
        "empty",
        ("d.{u, v} : Sort (imax u v)", "∀ (x : False.{u}), True.{v}"),
        ("d.{u, v} : Sort (max u v)", "∀ (x : False.{u}), True.{v}"),
        "the value has type",
    ),
    "a value of another type": ("numbers", ("d : Nat", "0"), ("d : Bool", "0"), "the value has type"),
    "an argument of another type": (
        "numbers",
        ("d : Nat", "Nat.succ 0"),
        ("d : Nat", "Nat.succ Bool.true"),
        "argument 1 of Nat.succ",
    ),
    "a second argument that does not fit the first": (
        "numbers",
        ("d : Prop", "Eq.{1} Bool Bool.true Bool.true"),
        ("d : Prop", "Eq.{1} Bool Bool.true 0"),
        "argument 3 of Eq",
    ),
    "an argument for what is no function": (
        "numbers",
        ("d : Nat", "Nat.zero"),
        ("d : Nat", "Nat.zero 0"),
        "too many arguments",
    ),
    "a function on what is no type": (
        "numbers",
        ("d : Nat -> Nat", "fun (x : Nat) => x"),
        ("d : Nat -> Nat", "fun (x : 0) => x"),
        "is not a universe",
    ),
    "a product over what is no type": (
        "numbers",
        ("d : Type", "∀ (x : Nat), Nat"),
        ("d : Type", "∀ (x : 0), Nat"),
        "is not a universe",
    ),
    "a product into what is no type": (
        "numbers",
        ("d : Type", "∀ (x : Nat), Nat"),
        ("d : Type", "∀ (x : Nat), x"),
        "is not a universe",
    ),
    "a product into what is ill-typed": (
        "numbers",
        ("d : Prop", "∀ (x : Nat), Eq.{1} Nat x 0"),
        ("d : Prop", "∀ (x : Nat), Eq.{1} Nat x Bool.true"),
        "argument 3 of Eq",
    ),
    "a function that is ill-typed and applied": (
        "numbers",
        ("d : Nat", "(fun (x : Nat) => Nat.succ 0) 0"),
        ("d : Nat", "(fun (x : Nat) => Nat.succ Nat) 0"),
        "argument 1 of Nat.succ",
    ),
    "a body that is ill-typed only inside": (
        "numbers",
        ("d : Nat -> Nat", "fun (x : Nat) => Nat.succ (Nat.succ x)"),
        ("d : Nat -> Nat", "fun (x : Nat) => Nat.succ (Nat.succ Nat)"),
        "argument 1 of Nat.succ",
    ),
    "an unused argument that is ill-typed": (
        "numbers",
        ("d : Nat", "(fun (x : Nat) => 0) (Nat.succ 0)"),
        ("d : Nat", "(fun (x : Nat) => 0) (Nat.succ Nat)"),
        "argument 1 of Nat.succ",
    ),
    "a let whose value is not of its type": (
        "numbers",
        ("d : Nat", "let x : Nat := 0 in Nat.succ x"),
        ("d : Nat", "let x : Nat := Bool.true in 0"),
        "the value of a `let`",
    ),
    "a let whose type is none": (
        "numbers",
        ("d : Nat", "let x : Nat := 0 in x"),
        ("d : Nat", "let x : 0 := 0 in 0"),
        "is not a universe",
    ),
    "a let that is ill-typed inside": (
        "numbers",
        ("d : Nat", "let x : Nat := 0 in Nat.succ x"),
        ("d : Nat", "let x : Bool := Bool.true in Nat.succ x"),
        "argument 1 of Nat.succ",
    ),
    "a number where there are none": ("logic", ("d : Prop", "True"), ("d : True", "0"), "a literal before"),
    "a text where there are none": (
        "numbers",
        ("d : Nat", "0"),
        ("d : Nat", 'Nat.succ "text"'),
        "a literal before",
    ),
    "a projection out of a number": (
        "numbers",
        ("d : Prod Nat Nat -> Nat", "fun (p : Prod Nat Nat) => Prod#1 p"),
        ("d : Nat -> Nat", "fun (n : Nat) => Nat#0 n"),
        "is not a structure",
    ),
    "a projection by the name of another structure": (
        "numbers",
        ("d : Prod Nat Nat -> Nat", "fun (p : Prod Nat Nat) => Prod#0 p"),
        ("d : Prod Nat Nat -> Nat", "fun (p : Prod Nat Nat) => And#0 p"),
        "a projection of And out of",
    ),
    "a projection to a field that is not there": (
        "numbers",
        ("d : Prod Nat Nat -> Nat", "fun (p : Prod Nat Nat) => Prod#1 p"),
        ("d : Prod Nat Nat -> Nat", "fun (p : Prod Nat Nat) => Prod#2 p"),
        "has no field 2",
    ),
    "a projection out of a type with indices": (
        "numbers",
        ("d : ∀ (p : And True True), True", "fun (p : And True True) => And#0 p"),
        ("d : ∀ (p : Eq.{1} Nat 0 0), Nat", "fun (p : Eq.{1} Nat 0 0) => Eq#0 p"),
        "is not a structure",
    ),
    "a projection to the other field": (
        "numbers",
        ("d : Prod Nat Bool -> Bool", "fun (p : Prod Nat Bool) => Prod#1 p"),
        ("d : Prod Nat Bool -> Bool", "fun (p : Prod Nat Bool) => Prod#0 p"),
        "the value has type",
    ),
    "a projection out of something ill-typed": (
        "numbers",
        ("d : Nat", "Prod#0 (Prod.mk Nat Nat 0 0)"),
        ("d : Nat", "Prod#0 (Prod.mk Nat Nat 0 Nat)"),
        "argument 4 of Prod.mk",
    ),
}


@pytest.mark.parametrize("case", DEFINITIONS)
def test_a_definition_is_refused_and_one_alike_accepted(case: str):
    base, good, bad, reason = DEFINITIONS[case]
    files = [BASES[base]() for _ in range(2)]
    if base == "empty":
        for file in files:
            file.axiom("False.{u} : Sort u").axiom("True.{u} : Sort u")

    accepted(files[0].define(*good))
    rejected(files[1].define(*bad), reason)


REFL = "Eq.refl.{1}"
NEW = (
    "(f : Nat -> Nat) (x y : Nat) (p q : Prod Nat Nat) (a b : True) "
    "(g : Prod Nat Nat -> Nat) (h : Nat -> Nat)"
)
# Statements whose proof is reflexivity, and such of which it is none: A = B at the type T, for all NEW.
EQUATIONS = {
    "beta": ("Nat", "(fun (z : Nat) => Nat.succ z) x", "Nat.succ x", "Nat.succ y"),
    "zeta": ("Nat", "let z : Nat := x in Nat.succ z", "Nat.succ x", "Nat.succ y"),
    "delta": ("Nat", "two", "2", "3"),
    "an opaque constant": ("Nat", "hidden", "hidden", "2"),
    "another opaque constant": ("Nat", "hidden", "hidden", "veiled"),
    "iota": ("Nat", "Nat.rec.{1} (fun (n : Nat) => Nat) x (fun (n ih : Nat) => y) 0", "x", "y"),
    "iota on a successor": (
        "Nat",
        "Nat.rec.{1} (fun (n : Nat) => Nat) x (fun (n ih : Nat) => n) (Nat.succ y)",
        "y",
        "x",
    ),
    "a stuck recursor": (
        "Nat",
        "Nat.rec.{1} (fun (n : Nat) => Nat) x (fun (n ih : Nat) => y) x",
        "Nat.rec.{1} (fun (n : Nat) => Nat) x (fun (n ih : Nat) => y) x",
        "Nat.rec.{1} (fun (n : Nat) => Nat) x (fun (n ih : Nat) => y) y",
    ),
    "eta": ("(Nat -> Nat)", "fun (z : Nat) => f z", "f", "fun (z : Nat) => z"),
    "eta from the left": ("(Nat -> Nat)", "f", "fun (z : Nat) => f z", "fun (z : Nat) => f (f z)"),
    "bodies of functions": ("(Nat -> Nat)", "fun (z : Nat) => x", "fun (z : Nat) => x", "fun (z : Nat) => y"),
    "bodies of products": ("Prop", "∀ (z : Nat), True", "∀ (z : Nat), True", "∀ (z : Nat), False"),
    "binders of products": ("Prop", "∀ (z : Nat), True", "∀ (z : Nat), True", "∀ (z : Bool), True"),
    "eta of structures": (
        "(Prod Nat Nat)",
        "p",
        "Prod.mk Nat Nat (Prod#0 p) (Prod#1 p)",
        "Prod.mk Nat Nat x y",
    ),
    "eta of structures from the left": (
        "(Prod Nat Nat)",
        "Prod.mk Nat Nat (Prod#0 p) (Prod#1 p)",
        "p",
        "q",
    ),
    "eta of structures below a recursor": (
        "Nat",
        "Prod.rec.{1} Nat Nat (fun (z : Prod Nat Nat) => Nat) (fun (l r : Nat) => l) p",
        "Prod#0 p",
        "Prod#1 p",
    ),
    "projections": ("Nat", "Prod#0 (Prod.mk Nat Nat x y)", "x", "y"),
    "stuck projections": ("Nat", "Prod#0 p", "Prod#0 p", "Prod#0 q"),
    "two projections": ("Nat", "Prod#0 p", "Prod#0 p", "Prod#1 p"),
    "variables": ("Nat", "x", "x", "y"),
    "functions applied": ("Nat", "f x", "f x", "f y"),
    "other functions applied": ("Nat", "f x", "(fun (z : Nat) => f z) x", "h x"),
    "functions of pairs": ("Nat", "g p", "g (Prod.mk Nat Nat (Prod#0 p) (Prod#1 p))", "g q"),
    "proofs": ("True", "a", "b", "none"),
    "proofs of other statements": ("(And True True)", "And.intro True True a b", "both", "none"),
    "units": ("Unit", "unit", "Unit.star", "none"),
    "two units that are variables": ("Unit", "unit", "other", "none"),
    "truth values": ("Bool", "Bool.true", "Bool.true", "Bool.false"),
    "literals": ("Nat", "2", "Nat.succ (Nat.succ Nat.zero)", "Nat.succ Nat.zero"),
    "zero": ("Nat", "0", "Nat.zero", "Nat.succ 0"),
    "successors": ("Nat", "Nat.succ x", "Nat.succ x", "x"),
    "literals and variables": ("Nat", "3", "3", "Nat.succ x"),
    "sums of literals": ("Nat", "Nat.add 20 30", "50", "51"),
    "large literals": ("Nat", "Nat.add 999999999999 1", "1000000000000", "1000000000001"),
    "sums with variables": ("Nat", "Nat.add x 2", "Nat.succ (Nat.succ x)", "Nat.add 2 x"),
    "sums with an opaque constant": ("Nat", "Nat.add hidden 1", "Nat.succ hidden", "3"),
    "half a sum": ("(Nat -> Nat)", "Nat.add 1", "fun (z : Nat) => Nat.add 1 z", "f"),
    "iota on the successor of an opaque constant": (
        "Nat",
        "Nat.rec.{1} (fun (n : Nat) => Nat) x (fun (n ih : Nat) => n) (Nat.succ hidden)",
        "hidden",
        "x",
    ),
    "iota on a sum with an opaque constant": (
        "Nat",
        "Nat.rec.{1} (fun (n : Nat) => Nat) x (fun (n ih : Nat) => n) (Nat.add hidden 1)",
        "hidden",
        "x",
    ),
    "universes": ("Type", "Nat", "Nat", "Bool"),
}


def with_a_unit() -> File:
    """The numbers, a structure without fields, and two of it that are only assumed."""
    file = library.numbers()
    unit = "(motive : Unit -> Sort u) (m : motive Unit.star)"
    made = file.recursor(
        f"Unit.rec.{{u}} : ∀ {unit} (t : Unit), motive t",
        (0, 1, 1, 0),
        [("Unit.star", 0, f"fun {unit} => m")],
    )
    file.inductive([file.type("Unit : Type", ["Unit.star : Unit"])], [made])
    return file.axiom("unit : Unit").axiom("other : Unit")


def equation(type_: str, left: str, right: str) -> File:
    file = with_a_unit()
    file.define("level.{u} : Nat -> Sort u+1", "fun (n : Nat) => Sort u")
    file.define("two : Nat", "2").opaque("hidden : Nat", "2").opaque("veiled : Nat", "2")
    file.theorem("both : And True True", "And.intro True True True.intro True.intro")
    level = {"Type": 2, "True": 0, "(And True True)": 0}.get(type_, 1)
    statement = f"∀ {NEW}, Eq.{{{level}}} {type_} ({left}) ({right})"
    return file.theorem(f"t : {statement}", f"fun {NEW} => Eq.refl.{{{level}}} {type_} ({left})")


@pytest.mark.parametrize("case", EQUATIONS)
def test_two_terms_are_equal_by_definition_and_two_alike_are_not(case: str):
    type_, left, same, other = EQUATIONS[case]

    accepted(equation(type_, left, same))
    if other != "none":
        rejected(equation(type_, left, other), "the value has type")


def test_a_constant_at_two_universes_is_two_things():
    def file(level: str) -> File:
        made = library.numbers().axiom("some.{u} : Nat")
        statement = f"t : Eq.{{1}} Nat some.{{1}} some.{{{level}}}"
        return made.theorem(statement, "Eq.refl.{1} Nat some.{1}")

    accepted(file("(max 1 0)"))
    rejected(file("2"), "the value has type")


def test_numbers_that_are_only_assumed_are_no_literals():
    for left, right in (("thing", "(Nat.succ Nat.zero)"), ("(Nat.succ Nat.zero)", "thing")):
        file = library.logic().axiom("Nat : Type").axiom("Nat.zero : Nat").axiom("Nat.succ : Nat -> Nat")
        file.axiom("thing : Nat").theorem(f"t : Eq.{{1}} Nat {left} {right}", f"Eq.refl.{{1}} Nat {right}")
        rejected(file, "the value has type")


def test_half_of_a_pair_is_no_pair():
    file = library.numbers()
    head = "(f : Nat -> Prod Nat Nat) (x : Nat)"
    type_ = "(Nat -> Prod Nat Nat)"
    statement = f"t : ∀ {head}, Eq.{{1}} {type_} f (Prod.mk Nat Nat x)"

    rejected(file.theorem(statement, f"fun {head} => Eq.refl.{{1}} {type_} f"), "the value has type")


def test_what_was_found_different_is_not_compared_again_and_again():
    """Each `f` is compared by its argument, and once more unfolded: 2^40 times without a memory of it."""
    file = library.numbers().define("f : Nat -> Nat", "fun (n : Nat) => Nat.succ n")
    left, right = (f"{'(f ' * 40}{name}{')' * 40}" for name in "xy")
    value = f"fun (x y : Nat) => Eq.refl.{{1}} Nat {left}"

    rejected(file.theorem(f"t : ∀ (x y : Nat), Eq.{{1}} Nat {left} {right}", value), "the value has type")


def test_a_sum_with_a_variable_is_compared_and_not_evaluated():
    file = library.numbers().define("count : Nat -> Nat -> Nat", library.ADD)
    left, right = (f"(Nat.add (count {x} 1000000) 1)" for x in ("x", "((fun (z : Nat) => z) x)"))

    statement = f"t : ∀ (x : Nat), Eq.{{1}} Nat {left} {right}"
    accepted(file.theorem(statement, f"fun (x : Nat) => Eq.refl.{{1}} Nat {left}"))


def texts() -> File:
    """The numbers and what a literal text stands for, all of it assumed."""
    return library.texts(library.numbers())


def test_a_text_is_its_letters():
    def file(first: str, second: str) -> File:
        letters = "List.nil.{0} Char"
        for code in (98, 97):
            letters = f"List.cons.{{0}} Char (Char.ofNat {code}) ({letters})"
        spelled = {"ab": '"ab"', "spelled": f"(String.ofList ({letters}))", "ba": '"ba"'}
        left, right = spelled[first], spelled[second]
        return texts().theorem(f"t : Eq.{{1}} String {left} {right}", f"Eq.refl.{{1}} String {left}")

    accepted(file("ab", "ab"))
    accepted(file("ab", "spelled"))
    accepted(file("spelled", "ab"))
    rejected(file("ba", "spelled"), "the value has type")
    rejected(file("spelled", "ba"), "the value has type")
    rejected(file("ab", "ba"), "the value has type")


def test_a_type_that_is_no_type_is_refused():
    rejected(library.numbers().axiom("a : Nat.zero"), "is not a universe")
    rejected(library.numbers().axiom("a : Eq.{1} Nat 0 Bool.true"), "argument 3 of Eq")
    accepted(library.numbers().axiom("a : Nat"))


def test_a_theorem_must_be_a_proposition():
    rejected(library.numbers().theorem("t : Nat", "0"), "not a proposition")
    accepted(library.numbers().define("t : Nat", "0"))


def test_an_opaque_value_is_checked():
    rejected(library.numbers().opaque("o : Nat", "Bool.true"), "the value has type")


def test_a_false_theorem_of_the_right_form_is_refused():
    rejected(library.numbers().theorem("t : False", "True.intro"), "the value has type")


def test_axioms_are_listed_for_the_caller_to_judge():
    assert checked(File().axiom("a : Prop").axiom("b.c : a")) == Accepted(2, ("a", "b.c"))


def test_a_proof_may_not_give_data_away():
    def file(field: str) -> File:
        made = library.numbers()
        motive = f"(motive : Some -> Prop) (mk : ∀ (w : {field}), motive (Some.mk w))"
        recursor = made.recursor(
            f"Some.rec : ∀ {motive} (t : Some), motive t",
            (0, 1, 1, 0),
            [("Some.mk", 1, f"fun {motive} (w : {field}) => mk w")],
        )
        return made.inductive([made.type("Some : Prop", [f"Some.mk : {field} -> Some"])], [recursor])

    accepted(file("Nat"))
    rejected(file("Nat").define("d : Some -> Nat", "fun (s : Some) => Some#0 s"), "a projection to data")
    accepted(library.logic().define("d : And True True -> True", "fun (s : And True True) => And#0 s"))


def test_a_proof_may_not_give_away_what_depends_on_its_data():
    file = library.numbers()
    motive = "(motive : Ex -> Prop) (mk : ∀ (w : Nat) (h : Eq.{1} Nat w 0), motive (Ex.mk w h))"
    recursor = file.recursor(
        f"Ex.rec : ∀ {motive} (t : Ex), motive t",
        (0, 1, 1, 0),
        [("Ex.mk", 2, f"fun {motive} (w : Nat) (h : Eq.{{1}} Nat w 0) => mk w h")],
    )
    file.inductive([file.type("Ex : Prop", ["Ex.mk : ∀ (w : Nat) (h : Eq.{1} Nat w 0), Ex"])], [recursor])
    accepted(file)

    rejected(
        file.define("d : Ex -> Prop", "fun (s : Ex) => (fun (n : Ex) => True) (Ex#1 s)"), "depends on data"
    )


@pytest.mark.parametrize(
    ("declare", "reason"),
    [
        (lambda file: file.axiom("a : Prop").axiom("a : Prop"), "is declared twice"),
        (lambda file: file.axiom("a.{u, u} : Sort u"), "one universe parameter twice"),
        (lambda file: file.axiom("a.{v} : Sort u"), "universe parameter that is not declared"),
        (
            lambda file: file.define("a : Sort 1", "(fun (x : Sort 1) => Prop) (∀ (p : Sort u), Prop)"),
            "not decl",
        ),
        (lambda file: file.axiom("a : # 0"), "a loose index"),
        (lambda file: file.define("a : Sort 1", "fun (x : Prop) => # 1"), "a loose index"),
        (lambda file: file.axiom("a : Prop", name=0), "without a name"),
        (lambda file: file.axiom("a : Prop", isUnsafe=True), "unsafe"),
        (lambda file: file.define("a : Sort 1", "Prop", safety="unsafe"), "unsafe"),
        (lambda file: file.define("a : Sort 1", "Prop", safety="partial"), "unsafe"),
        (lambda file: file.opaque("a : Sort 1", "Prop", isUnsafe=True), "unsafe"),
        (lambda file: file.define("a : a", "a"), "is not declared"),
        (lambda file: file.theorem("a : ∀ (p : Prop), p", "a"), "is not declared"),
    ],
)
def test_the_form_of_a_declaration(declare, reason: str):
    rejected(declare(File()), reason)


def test_proofs_of_different_statements_are_not_equal():
    file = library.logic().axiom("p : And True True")
    first, second = file.term("True.intro"), file.term("p")
    reader = Reader(1e9)
    declarations = reader.read(file.lines)
    checker = Checker(Environment(), 1e9)
    for declaration in declarations:
        admit(checker, declaration)

    assert not checker.equal(reader.terms[first], reader.terms[second])


def compared(file: File, left: str, right: str) -> bool:
    """Whether two well-typed terms, perhaps of different types, are equal."""
    first, second = file.term(left), file.term(right)
    reader = Reader(1e9)
    declarations = reader.read(file.lines)
    checker = Checker(Environment(), 1e9)
    for declaration in declarations:
        admit(checker, declaration)
    both = reader.terms[first], reader.terms[second]
    for term in both:
        checker.check(term)
    return checker.equal(*both)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("two 1", "two 1 2"),
        ("some 1", "some 1 2"),
        ("fun (x : Nat) => x", "thing"),
        ("unit", "thing"),
        ("thing", "Unit.star"),
        ("Unit.star", "thing"),
        ("two 1", "fun (x : Nat) => x"),
    ],
)
def test_terms_of_different_types_are_different(left: str, right: str):
    file = with_a_unit().define("two : Nat -> Nat -> Nat", "fun (x y : Nat) => x")
    file.axiom("some : Nat -> Nat -> Nat").axiom("thing : Nat")

    assert not compared(file, left, right)
    assert not compared(file, right, left)
    assert compared(file, left, left)


@pytest.mark.parametrize(
    ("name", "field", "left", "right"),
    [
        ("Bool.true", "Type", "Bool.true#0 made", "Bool.true"),
        ("Nat.zero", "Type", "Nat.zero#0 made", "Nat.zero"),
        ("Nat.succ", "(Type -> Type)", "Nat.succ#0 made other", "Nat.succ#0 more other"),
    ],
)
def test_a_field_is_not_taken_for_the_constant_that_its_structure_is_called_by(
    name: str, field: str, left: str, right: str
):
    file = File()
    motive = f"(motive : {name} -> Sort u) (mk : ∀ (x : {field}), motive (mk x))"
    rule = ("mk", 1, f"fun {motive} (x : {field}) => mk x")
    made = file.recursor(f"{name}.rec.{{u}} : ∀ {motive} (t : {name}), motive t", (0, 1, 1, 0), [rule])
    file.inductive([file.type(f"{name} : Sort 3", [f"mk : {field} -> {name}"])], [made])
    file.axiom(f"made : {name}").axiom(f"more : {name}").axiom("other : Type")

    assert not compared(file, left, right)
    assert not compared(file, right, left)


def test_a_definition_at_two_universes_is_two_things():
    file = library.numbers().define("level.{u} : Nat -> Sort u+1", "fun (n : Nat) => Sort u")
    first, second, same = (file.term(text) for text in ("level.{1} 0", "level.{2} 0", "level.{(max 1 0)} 0"))
    reader = Reader(1e9)
    declarations = reader.read(file.lines)
    checker = Checker(Environment(), 1e9)
    for declaration in declarations:
        admit(checker, declaration)

    assert checker.equal(reader.terms[first], reader.terms[same])
    assert not checker.equal(reader.terms[first], reader.terms[second])


def holder(field: str) -> File:
    """The numbers and a structure `S` that holds one thing of this type, with `held`, which is one."""
    file = library.numbers()
    motive = f"(motive : S -> Sort u) (mk : ∀ (x : {field}), motive (S.mk x))"
    rule = ("S.mk", 1, f"fun {motive} (x : {field}) => mk x")
    made = file.recursor(f"S.rec.{{u}} : ∀ {motive} (t : S), motive t", (0, 1, 1, 0), [rule])
    return file.inductive([file.type("S : Sort 2", [f"S.mk : {field} -> S"])], [made]).axiom("held : S")


def test_only_a_structure_is_projected_from():
    file = library.numbers().axiom("S : Type").axiom("held : S")
    rejected(file.define("d : Nat", "S#0 held"), "a projection of S out of")

    accepted(holder("Nat").define("d : Nat", "S#0 held"))
    accepted(holder("Type").define("d : Type", "S#0 held"))
    inner = holder("Type").axiom("inner : S#0 held")
    rejected(inner.define("d : Type", "S#0 inner"), "a projection of S out of")


def test_what_no_file_can_hold_is_refused_too():
    checker = Checker(Environment(), 1e9)

    with pytest.raises(Refused, match="nothing binds"):
        checker.check(terms.bvar(0))
    with pytest.raises(Refused, match="not a function type"):
        checker.pi(terms.sort(levels.zero))
    file = texts()
    reader = Reader(1e9)
    pair = file.term("Prod.mk Nat Nat 1 2")
    declarations = reader.read(file.lines)
    checker = Checker(Environment(), 1e9)
    for declaration in declarations:
        admit(checker, declaration)
    assert checker.check(terms.string("a")) is terms.const(dotted("String"))
    with pytest.raises(Refused, match="nothing binds"):
        checker.check(terms.bvar(0))
    assert not checker.is_proposition(terms.nat(3))
    assert checker.predecessor(terms.nat(1)) is terms.nat(0)
    assert checker.predecessor(terms.nat(0)) is None
    with pytest.raises(Refused, match="has no field -1"):
        checker.check(terms.proj(dotted("Prod"), -1, reader.terms[pair]))


def test_a_constant_occurs_where_it_is_written_and_not_by_the_type_of_a_variable():
    name = dotted("T")
    variable = terms.local(0, terms.const(name))

    assert binding.occurs({name}, terms.pi(terms.const(dotted("S")), terms.const(name)))
    assert not binding.occurs({name}, terms.apply(terms.const(dotted("f")), variable))


def test_a_term_applies_a_constant_or_none():
    name, argument = dotted("f"), terms.nat(3)
    field = terms.proj(name, 0, argument)

    assert terms.applied(terms.apply(terms.const(name), argument, field)) == (name, [argument, field])
    assert terms.applied(terms.const(name)) == (name, [])
    assert terms.applied(terms.app(field, argument)) == (ANONYMOUS, [argument])


def test_nothing_is_accepted_after_something_was_refused():
    file = (
        library.logic()
        .axiom("good : Prop")
        .theorem("bad : False", "bad")
        .theorem("next : True", "True.intro")
    )

    assert checked(file) == Rejected("bad", "bad is not declared")
