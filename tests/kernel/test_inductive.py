"""Inductive groups and quotients: what is refused, beside something alike that is accepted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from app.kernel import Rejected
from tests.kernel import library
from tests.kernel.test_terms import accepted, checked, rejected
from tests.kernel.writing import File, once

# The library below, the type, its constructors, what else is said of it, and what is wrong with it.
TYPES: dict[str, tuple[str, str, list[str], dict[str, Any], str]] = {
    "left of an arrow": (
        "numbers",
        "T : Type",
        ["T.mk : (T -> Nat) -> T"],
        {"isRec": True},
        "left of an arrow",
    ),
    "left of an arrow that is left of an arrow": (
        "numbers",
        "T : Type",
        ["T.mk : ((T -> Nat) -> Nat) -> T"],
        {"isRec": True},
        "left of an arrow",
    ),
    "left of an arrow inside a definition": (
        "numbers",
        "T : Type",
        ["T.mk : ((fun (α : Type) => α -> Nat) T) -> T"],
        {"isRec": True},
        "left of an arrow",
    ),
    "below an unknown function": (
        "numbers",
        "T : Type",
        ["T.mk : F T -> T"],
        {"isRec": True},
        "in a way that is not allowed",
    ),
    "below a type that uses it negatively": (
        "numbers",
        "T : Type",
        ["T.mk : Neg T -> T"],
        {"isRec": True, "numNested": 1},
        "left of an arrow",
    ),
    "nested with a parameter that depends on a variable": (
        "numbers",
        "T : Nat -> Type",
        ["T.mk : ∀ (n : Nat), (∀ (m : Nat), Prod (T m) Nat) -> T n"],
        {"isRec": True, "nindices": 1, "numNested": 1},
        "depends on a variable",
    ),
    "nested in a type of another universe": (
        "numbers",
        "T : Prop",
        ["T.mk : PLift T -> T"],
        {"isRec": True, "numNested": 1},
        "in another universe",
    ),
    "a field in a larger universe": (
        "numbers",
        "T : Type",
        ["T.mk : Type -> T"],
        {},
        "a field in a larger universe",
    ),
    "a field in a universe that may be larger": (
        "numbers",
        "T.{u} : Sort u",
        ["T.mk.{u} : Nat -> T.{u}"],
        {},
        "a field in a larger universe",
    ),
    "a constructor of something else": (
        "numbers",
        "T : Type",
        ["T.mk : Nat"],
        {},
        "in a way that is not allowed",
    ),
    "a constructor of a function": (
        "numbers",
        "T : Type",
        ["T.mk : Nat -> (fun (α : Type) => Nat -> α) T"],
        {},
        "in a way that is not allowed",
    ),
    "a constructor with an ill-typed field": (
        "numbers",
        "T : Type",
        ["T.mk : Eq.{1} Nat 0 Bool.true -> T"],
        {},
        "argument 3 of Eq",
    ),
    "a constructor that is no type": ("numbers", "T : Type", ["T.mk : Nat.zero"], {}, "is not a universe"),
    "a type in no universe": ("numbers", "T : Nat", [], {}, "is not a universe"),
    "another parameter in the result": (
        "numbers",
        "T : ∀ (α : Type), Type",
        ["T.mk : ∀ (α : Type), T Nat"],
        {"nparams": 1},
        "in a way that is not allowed",
    ),
    "another parameter in a field": (
        "numbers",
        "T : ∀ (α : Type), Type",
        ["T.mk : ∀ (α : Type), T (T α) -> T α"],
        {"nparams": 1, "isRec": True},
        "in a way that is not allowed",
    ),
    "a parameter of another type": (
        "numbers",
        "T : ∀ (n : Nat), Type",
        ["T.mk : ∀ (n : Bool), Nat -> Nat"],
        {"nparams": 1},
        "takes other parameters",
    ),
    "fewer parameters in a constructor": (
        "numbers",
        "T : ∀ (n : Nat), Type",
        ["T.mk : T 0"],
        {"nparams": 1},
        "takes fewer parameters",
    ),
    "fewer parameters than said": (
        "numbers",
        "T : Type",
        [],
        {"nparams": 1},
        "fewer parameters than it says",
    ),
    "fewer indices than said": ("numbers", "T : Type", [], {"nindices": 1}, "has 0 indices, not 1"),
    "more indices than said": ("numbers", "T : Nat -> Type", [], {}, "has 1 indices, not 0"),
    "itself among its indices": (
        "numbers",
        "T : Type -> Sort 2",
        ["T.mk : T (T Nat)"],
        {"nindices": 1},
        "argument 1 of T",
    ),
    "itself below an index": (
        "numbers",
        "T : Prop -> Prop",
        ["T.mk : T (T True)"],
        {"nindices": 1},
        "in a way that is not allowed",
    ),
    "itself projected from": (
        "numbers",
        "T : Type",
        ["T.mk : ∀ (x : T), Eq.{1} Nat (T#0 x) 0 -> T"],
        {"isRec": True},
        "has no field 0",
    ),
    "fields that are not counted": (
        "numbers",
        "T : Type",
        ["T.mk : (fun (α : Type) => α) Nat -> T"],
        {"fields": 2},
        "has 1 fields",
    ),
    "said to be recursive": ("numbers", "T : Type", ["T.mk : T"], {"isRec": True}, "said of the recursion"),
    "not said to be recursive": ("numbers", "T : Type", ["T.mk : T -> T"], {}, "said of the recursion"),
    "said to be reflexive": (
        "numbers",
        "T : Type",
        ["T.mk : T -> T"],
        {"isRec": True, "isReflexive": True},
        "said of the recursion",
    ),
    "said to be nested": ("numbers", "T : Type", ["T.mk : T"], {"numNested": 1}, "said of the nested types"),
    "unsafe": ("numbers", "T : Type", [], {"isUnsafe": True}, "unsafe"),
    "itself at another universe": (
        "numbers",
        "T.{u} : Type",
        ["T.mk.{u} : T.{1} -> T.{u}"],
        {"isRec": True},
        "in a way that is not allowed",
    ),
    "without recursors": ("numbers", "T : Type", ["T.mk : T"], {}, "no universe parameter of their own"),
    "a proposition without recursors": (
        "numbers",
        "T : Prop",
        ["T.a : T", "T.b : T"],
        {},
        "the recursors are not those",
    ),
    "a constructor twice": ("numbers", "T : Type", ["T.mk : T", "T.mk : T"], {}, "declared twice"),
    "with a known name": ("numbers", "Nat : Type", [], {}, "declared twice"),
    "a constructor with a known name": ("numbers", "T : Type", ["Nat.zero : T"], {}, "declared twice"),
    "a constructor of other universes": (
        "numbers",
        "T : Type",
        ["T.mk.{u} : T"],
        {},
        "does not fit its group",
    ),
}


@once
def base(name: str) -> File:
    file = {"numbers": library.numbers, "trees": library.trees}[name]()
    file.axiom("F : Type -> Type")
    negative = "(motive : Neg α -> Sort u) (mk : ∀ (f : α -> Nat), motive (Neg.mk α f))"
    made = file.recursor(
        f"Neg.rec.{{u}} : ∀ (α : Type) {negative} (t : Neg α), motive t",
        (1, 1, 1, 0),
        [("Neg.mk", 1, f"fun (α : Type) {negative} (f : α -> Nat) => mk f")],
    )
    constructor = "Neg.mk : ∀ (α : Type), (α -> Nat) -> Neg α"
    file.inductive([file.type("Neg : ∀ (α : Type), Type", [constructor], 1)], [made])
    lift = "(α : Prop) (motive : PLift α -> Sort u) (up : ∀ (h : α), motive (PLift.up α h))"
    made = file.recursor(
        f"PLift.rec.{{u}} : ∀ {lift} (t : PLift α), motive t",
        (1, 1, 1, 0),
        [("PLift.up", 1, f"fun {lift} (h : α) => up h")],
    )
    constructor = "PLift.up : ∀ (α : Prop), α -> PLift α"
    return file.inductive([file.type("PLift : ∀ (α : Prop), Type", [constructor], 1)], [made])


@pytest.mark.parametrize("case", TYPES)
def test_an_inductive_type_is_refused(case: str):
    of, head, made, said, reason = TYPES[case]
    said = dict(said)
    fields = said.pop("fields", None)
    file = base(of)
    accepted(file)

    type_, constructors = file.type(head, made, **said)
    for constructor in constructors:
        constructor["numFields"] = constructor["numFields"] if fields is None else fields
    rejected(file.inductive([(type_, constructors)]), reason)


def test_a_type_below_a_function_out_of_a_structure_is_not_nested_in_the_structure():
    file = library.numbers()
    motive = "(n : Nat) (motive : Wrap n -> Sort u) (mk : ∀ (f : Type -> Type), motive (Wrap.mk n f))"
    rule = ("Wrap.mk", 1, f"fun {motive} (f : Type -> Type) => mk f")
    made = file.recursor(f"Wrap.rec.{{u}} : ∀ {motive} (t : Wrap n), motive t", (1, 1, 1, 0), [rule])
    constructor = "Wrap.mk : ∀ (n : Nat), (Type -> Type) -> Wrap n"
    file.inductive([file.type("Wrap : ∀ (n : Nat), Sort 2", [constructor], 1)], [made])
    file.axiom("held : Wrap 0")
    accepted(file)

    type_ = file.type("T : Type", ["T.mk : (Wrap#0 held) T -> T"], isRec=True)
    rejected(file.inductive([type_]), "in a way that is not allowed")


def test_a_type_below_half_of_another_is_not_nested_in_it():
    file = library.numbers().axiom("G : (Type -> Type) -> Type")

    type_ = file.type("T : Type", ["T.mk : G (Prod T) -> T"], isRec=True)
    rejected(file.inductive([type_]), "in a way that is not allowed")


def test_an_inductive_type_of_each_kind_is_accepted():
    file = library.trees()
    motive = (
        "(motive : Wide -> Sort u) (leaf : motive Wide.leaf) "
        "(sup : ∀ (f : Tree -> Wide) (ih : ∀ (a : Tree), motive (f a)), motive (Wide.sup f))"
    )
    again = "sup f (fun (a : Tree) => Wide.rec.{u} motive leaf sup (f a))"
    made = file.recursor(
        f"Wide.rec.{{u}} : ∀ {motive} (t : Wide), motive t",
        (0, 1, 2, 0),
        [
            ("Wide.leaf", 0, f"fun {motive} => leaf"),
            ("Wide.sup", 1, f"fun {motive} (f : Tree -> Wide) => {again}"),
        ],
    )
    constructors = ["Wide.leaf : Wide", "Wide.sup : (Tree -> Wide) -> Wide"]
    type_ = file.type("Wide : Type", constructors, isRec=True, isReflexive=True)

    accepted(file.inductive([type_], [made]))


def test_a_field_whose_type_mentions_the_type_only_until_it_is_evaluated_is_called_recursive():
    field = "((fun (α : Type) => Nat) T)"
    file = library.numbers()
    motive = f"(motive : T -> Sort u) (mk : ∀ (x : {field}), motive (T.mk x))"
    rule = ("T.mk", 1, f"fun {motive} (x : {field}) => mk x")
    made = file.recursor(f"T.rec.{{u}} : ∀ {motive} (t : T), motive t", (0, 1, 1, 0), [rule])

    accepted(file.inductive([file.type("T : Type", [f"T.mk : {field} -> T"], isRec=True)], [made]))


def numbers_with(change: Callable[[File, dict[str, Any]], None], **said: str) -> File:
    file = library.logic()
    made: Any = library.nat_recursor(file, **said)
    change(file, made)
    type_ = file.type("Nat : Type", ["Nat.zero : Nat", "Nat.succ : Nat -> Nat"], isRec=True)
    return file.inductive([type_], [made])


def changing(key: str, value: Any) -> Callable[[File, dict[str, Any]], None]:
    return lambda file, made: made.update({key: value})


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (numbers_with(changing("k", True)), "another recursor"),
        (numbers_with(changing("numMinors", 1)), "another recursor"),
        (numbers_with(changing("numMotives", 2)), "another recursor"),
        (numbers_with(changing("numParams", 1)), "another recursor"),
        (numbers_with(changing("numIndices", 1)), "another recursor"),
        (numbers_with(changing("name", 1)), "recursors are not those"),
        (numbers_with(changing("levelParams", [])), "universe parameter that is not declared"),
        (numbers_with(changing("isUnsafe", True)), "unsafe"),
        (numbers_with(lambda file, made: made["rules"].reverse()), "rules for other constructors"),
        (numbers_with(lambda file, made: made["rules"].pop()), "rules for other constructors"),
        (numbers_with(lambda file, made: made["rules"][1].update(nfields=0)), "number of fields"),
        (numbers_with(lambda file, made: None, zero="s Nat.zero z"), "what is said of Nat.rec"),
        (numbers_with(lambda file, made: None, succ="s n z"), "argument 2 of"),
        (
            numbers_with(lambda file, made: None, head="Nat.rec.{u} : ∀ (t : Nat), Sort u"),
            "what is said of Nat.rec",
        ),
        (numbers_with(lambda file, made: None, head="Nat.rec.{u} : False"), "what is said of Nat.rec"),
        (numbers_with(lambda file, made: None, zero="z z"), "too many arguments"),
    ],
)
def test_a_recursor_that_is_not_that_of_its_type_is_refused(file: File, reason: str):
    rejected(file, reason)


def test_the_right_recursor_is_accepted():
    accepted(numbers_with(lambda file, made: None))


def either(universe: str) -> File:
    """`Or` with a recursor into this universe."""
    file = library.logic()
    params = ".{u}" if universe == "u" else ""
    motive = (
        f"(a : Prop) (b : Prop) (motive : Or a b -> Sort {universe}) "
        "(inl : ∀ (h : a), motive (Or.inl a b h)) "
        "(inr : ∀ (h : b), motive (Or.inr a b h))"
    )
    made = file.recursor(
        f"Or.rec{params} : ∀ {motive} (t : Or a b), motive t",
        (2, 1, 2, 0),
        [("Or.inl", 1, f"fun {motive} (h : a) => inl h"), ("Or.inr", 1, f"fun {motive} (h : b) => inr h")],
    )
    constructors = [
        "Or.inl : ∀ (a : Prop) (b : Prop), a -> Or a b",
        "Or.inr : ∀ (a : Prop) (b : Prop), b -> Or a b",
    ]
    return file.inductive([file.type("Or : ∀ (a : Prop) (b : Prop), Prop", constructors, 2)], [made])


def test_a_proposition_with_two_constructors_gives_no_data():
    accepted(either("0"))
    rejected(either("u"), "another recursor")


def exists(universe: str) -> File:
    """A number, hidden in a proposition, with a recursor into this universe."""
    file = library.numbers()
    params = ".{u}" if universe == "u" else ""
    motive = f"(motive : Some -> Sort {universe}) (mk : ∀ (w : Nat), motive (Some.mk w))"
    made = file.recursor(
        f"Some.rec{params} : ∀ {motive} (t : Some), motive t",
        (0, 1, 1, 0),
        [("Some.mk", 1, f"fun {motive} (w : Nat) => mk w")],
    )
    return file.inductive([file.type("Some : Prop", ["Some.mk : Nat -> Some"])], [made])


def test_a_proposition_with_a_number_in_it_gives_no_data():
    accepted(exists("0"))
    rejected(exists("u"), "another recursor")


def known_index(universe: str) -> File:
    """A number in a proposition that names it among its indices."""
    file = library.numbers()
    params = ".{u}" if universe == "u" else ""
    motive = f"(motive : ∀ (n : Nat), At n -> Sort {universe}) (mk : ∀ (w : Nat), motive w (At.mk w))"
    made = file.recursor(
        f"At.rec{params} : ∀ {motive} (n : Nat) (t : At n), motive n t",
        (0, 1, 1, 1),
        [("At.mk", 1, f"fun {motive} (w : Nat) => mk w")],
    )
    type_ = file.type("At : Nat -> Prop", ["At.mk : ∀ (w : Nat), At w"], nindices=1)
    return file.inductive([type_], [made])


def test_a_proposition_gives_the_data_that_its_indices_tell():
    accepted(known_index("u"))
    rejected(known_index("0"), "no universe parameter of their own")


def perhaps(universe: str) -> File:
    """A type with two constructors in a universe that may be Prop, with a recursor into this one."""
    file = library.logic()
    params = ".{u, v}" if universe == "u" else ".{v}"
    motive = f"(motive : T.{{v}} -> Sort {universe}) (a : motive T.a.{{v}}) (b : motive T.b.{{v}})"
    made = file.recursor(
        f"T.rec{params} : ∀ {motive} (t : T.{{v}}), motive t",
        (0, 1, 2, 0),
        [("T.a", 0, f"fun {motive} => a"), ("T.b", 0, f"fun {motive} => b")],
    )
    return file.inductive([file.type("T.{v} : Sort v", ["T.a.{v} : T.{v}", "T.b.{v} : T.{v}"])], [made])


def test_what_may_be_a_proposition_gives_no_data():
    accepted(perhaps("0"))
    rejected(perhaps("u"), "another recursor")


def test_propositions_of_one_group_give_no_data():
    file = library.logic()

    rejected(
        file.inductive([file.type("A : Prop", ["A.mk : A"]), file.type("B : Prop")]), "not those of the group"
    )


def one_constructor(name: str, field: str, head: str, result: str, universe: str = "u") -> File:
    """The numbers and a type with one constructor, of one field, whose recursor has this shape."""
    file = library.numbers()
    motive = f"(motive : {name} -> Sort u) (mk : ∀ (x : {field}){head}, motive ({name}.mk x))"
    made = file.recursor(
        f"{name}.rec.{{u}} : ∀ {motive} (t : {name}), motive t",
        (0, 1, 1, 0),
        [(f"{name}.mk", 1, f"fun {motive} (x : {field}) => mk x{result}")],
    )
    type_ = file.type(f"{name} : Type", [f"{name}.mk : {field} -> {name}"], isRec=bool(head))
    return file.inductive([type_], [made])


def test_only_a_structure_that_does_not_hold_itself_has_eta():
    statement = "∀ (t : {0}), Eq.{{1}} {0} t ({0}.mk ({0}#0 t))", "fun (t : {0}) => Eq.refl.{{1}} {0} t"
    flat = one_constructor("Box", "Nat", "", "")
    loop = one_constructor("Loop", "Loop", " (ih : motive x)", " (Loop.rec.{u} motive mk x)")
    accepted(loop)

    accepted(flat.theorem(f"t : {statement[0].format('Box')}", statement[1].format("Box")))
    rejected(
        loop.theorem(f"t : {statement[0].format('Loop')}", statement[1].format("Loop")), "the value has type"
    )


def test_a_type_with_an_index_is_no_unit():
    file = library.numbers()
    motive = "(motive : ∀ (n : Nat), Ix n -> Sort u) (mk : motive 0 Ix.mk)"
    made = file.recursor(
        f"Ix.rec.{{u}} : ∀ {motive} (n : Nat) (t : Ix n), motive n t",
        (0, 1, 1, 1),
        [("Ix.mk", 0, f"fun {motive} => mk")],
    )
    file.inductive([file.type("Ix : Nat -> Type", ["Ix.mk : Ix 0"], nindices=1)], [made])
    accepted(file)

    file.theorem("t : ∀ (x y : Ix 0), Eq.{1} (Ix 0) x y", "fun (x y : Ix 0) => Eq.refl.{1} (Ix 0) x")
    rejected(file, "the value has type")


def test_a_projection_may_depend_on_data_outside_of_propositions():
    file = library.numbers()
    fields = "(w : Nat) (h : Eq.{1} Nat w 0)"
    motive = f"(motive : Zero -> Sort u) (mk : ∀ {fields}, motive (Zero.mk w h))"
    made = file.recursor(
        f"Zero.rec.{{u}} : ∀ {motive} (t : Zero), motive t",
        (0, 1, 1, 0),
        [("Zero.mk", 2, f"fun {motive} {fields} => mk w h")],
    )
    file.inductive([file.type("Zero : Type", [f"Zero.mk : ∀ {fields}, Zero"])], [made])

    accepted(file.theorem("t : ∀ (z : Zero), Eq.{1} Nat (Zero#0 z) 0", "fun (z : Zero) => Zero#1 z"))


def test_a_proof_of_an_equation_between_variables_is_not_taken_for_reflexivity():
    def file(right: str) -> File:
        head = f"(x y z : Nat) (h : Eq.{{1}} Nat x {right})"
        motive = "(fun (b : Nat) (t : Eq.{1} Nat x b) => Nat)"
        call = f"Eq.rec.{{1, 1}} Nat x {motive} z {right} h"
        made = library.numbers()
        return made.theorem(f"t : ∀ {head}, Eq.{{1}} Nat ({call}) z", f"fun {head} => Eq.refl.{{1}} Nat z")

    accepted(file("x"))
    rejected(file("y"), "the value has type")


def test_a_proof_of_a_conjunction_is_not_taken_apart_by_a_recursor():
    motive = "(fun (t : And True True) => Nat)"
    call = f"And.rec.{{1}} True True {motive} (fun (l r : True) => 0) h"
    file = library.numbers()
    file.theorem(
        f"t : ∀ (h : And True True), Eq.{{1}} Nat ({call}) 0", "fun (h : And True True) => Eq.refl.{1} Nat 0"
    )

    rejected(file, "the value has type")


def test_recursors_have_a_universe_that_is_not_one_of_their_types():
    def file(params: str) -> File:
        made = library.logic()
        motive = "(motive : T.{v} -> Sort u) (mk : motive T.mk.{v})"
        rule = ("T.mk", 0, f"fun {motive} => mk")
        head = f"T.rec.{{{params}}} : ∀ {motive} (t : T.{{v}}), motive t"
        type_ = made.type("T.{v} : Sort v+1", ["T.mk.{v} : T.{v}"])
        return made.inductive([type_], [made.recursor(head, (0, 1, 1, 0), [rule])])

    accepted(file("u, v"))
    rejected(file("v, u"), "no universe parameter of their own")


def two_propositions(k: bool) -> File:
    """Two propositions of one group, the first of which has one proof without fields."""
    file = library.logic()
    binders = "(a : A -> Prop) (b : B -> Prop) (mk : a A.mk)"
    rule = ("A.mk", 0, f"fun {binders} => mk")
    recursors = [
        file.recursor(f"A.rec : ∀ {binders} (t : A), a t", (0, 2, 1, 0), [rule], k=k),
        file.recursor(f"B.rec : ∀ {binders} (t : B), b t", (0, 2, 1, 0), [], k=k),
    ]
    return file.inductive([file.type("A : Prop", ["A.mk : A"]), file.type("B : Prop")], recursors)


def test_a_proposition_of_a_group_does_not_replace_any_proof():
    accepted(two_propositions(k=False))
    rejected(two_propositions(k=True), "another recursor")


def pair(second: str = "B : Type", **said: Any) -> File:
    """Two types that hold each other; that they have no recursors is found last."""
    file = library.numbers()
    one = file.type("A : Type", ["A.mk : B -> A"], isRec=True)
    two = file.type(second, ["B.mk : A -> B", "B.nil : B"], isRec=True, **said)
    return file.inductive([one, two])


def test_types_of_one_group_fit_together():
    rejected(pair(), "no universe parameter of their own")
    rejected(pair("B : Prop"), "in another universe than its group")
    rejected(pair("B.{u} : Type"), "does not fit its group")
    rejected(pair("B : ∀ (n : Nat), Type", nparams=1), "does not fit its group")


def test_types_of_one_group_have_as_many_parameters():
    file = library.numbers()
    one = file.type("A : Type", ["A.mk : A"])
    two = file.type("B : ∀ (n : Nat), Type", [], 1)

    rejected(file.inductive([one, two]), "B does not fit its group")


def test_types_of_one_group_have_the_same_parameters():
    file = library.numbers()
    one = file.type("A : ∀ (n : Nat), Type", [], 1)
    two = file.type("B : ∀ (n : Bool), Type", [], 1)

    rejected(file.inductive([one, two]), "has other parameters than the first")


def test_a_constructor_makes_a_value_of_its_own_type():
    file = library.numbers()
    one = file.type("A : Type", ["A.mk : B"])
    two = file.type("B : Type", [])

    rejected(file.inductive([one, two]), "makes a value of another type")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda type_, made: type_.update(all=[]), "does not fit its group"),
        (lambda type_, made: type_.update(ctors=[]), "are not those it names"),
        (lambda type_, made: type_["ctors"].reverse(), "are not those it names"),
        (lambda type_, made: made[0].update(cidx=1), "numbered wrongly"),
        (lambda type_, made: made[0].update(induct=0), "are not those it names"),
        (lambda type_, made: made[0].update(numParams=1), "does not fit its group"),
        (lambda type_, made: made[0].update(numFields=1), "has 0 fields, not 1"),
        (lambda type_, made: made[1].update(isUnsafe=True), "unsafe"),
    ],
)
def test_what_is_said_of_a_constructor(change: Callable[[Any, Any], None], reason: str):
    file = library.numbers()
    type_, made = file.type("T : Type", ["T.a : T", "T.b : T"])
    file.inductive([(type_, made)])
    group = file.records[-1]["inductive"]
    change(group["types"][0], group["ctors"])

    rejected(file, reason)


def test_a_group_has_a_type_and_no_constructors_of_others():
    rejected(File().inductive([]), "without a type")

    file = library.numbers()
    one, stray = file.type("T : Type"), file.type("Nat : Type", ["Nat.big : Nat"])
    file.inductive([one])
    file.records[-1]["inductive"]["ctors"] = stray[1]
    rejected(file, "does not fit its group")


@pytest.mark.parametrize(
    ("head", "made"),
    [
        ("Nat : Type", ["Nat.zero : Nat", "Nat.succ : Nat"]),
        ("Nat : Type", ["Nat.succ : Nat -> Nat", "Nat.zero : Nat"]),
        ("Nat : Prop", ["Nat.zero : Nat", "Nat.succ : Nat -> Nat"]),
    ],
)
def test_numbers_are_what_literals_take_them_for(head: str, made: list[str]):
    file = File()
    both = "Prop" in head
    recursive = any("Nat ->" in each for each in made)
    succ = "(s : ∀ (n : Nat) (ih : motive n), motive (Nat.succ n))" if recursive else "(s : motive Nat.succ)"
    zero = "(z : motive Nat.zero)"
    minors = f"{zero} {succ}" if "zero" in made[0] else f"{succ} {zero}"
    universe, params = ("0", "") if both else ("u", ".{u}")
    given = "motive z s" if "zero" in made[0] else "motive s z"
    binders = f"(motive : Nat -> Sort {universe}) {minors}"
    rules = [
        ("Nat.zero", 0, f"fun {binders} => z"),
        ("Nat.succ", 1, f"fun {binders} (n : Nat) => s n (Nat.rec{params} {given} n)")
        if recursive
        else ("Nat.succ", 0, f"fun {binders} => s"),
    ]
    rules = rules if "zero" in made[0] else rules[::-1]
    recursor = file.recursor(f"Nat.rec{params} : ∀ {binders} (t : Nat), motive t", (0, 1, 2, 0), rules)

    rejected(file.inductive([file.type(head, made, isRec=recursive)], [recursor]), "literals take it")


def test_truth_values_are_what_comparisons_give():
    file = File()
    binders = "(motive : Bool -> Sort u) (t : motive Bool.true) (f : motive Bool.false)"
    made = file.recursor(
        f"Bool.rec.{{u}} : ∀ {binders} (b : Bool), motive b",
        (0, 1, 2, 0),
        [("Bool.true", 0, f"fun {binders} => t"), ("Bool.false", 0, f"fun {binders} => f")],
    )

    rejected(
        file.inductive([file.type("Bool : Type", ["Bool.true : Bool", "Bool.false : Bool"])], [made]),
        "Bool is",
    )


def test_the_quotients_are_accepted_and_compute():
    file = library.quotients(library.numbers())
    lift = "Quot.lift.{1, 1} Nat r Nat f h (Quot.mk.{1} Nat r x)"
    head = (
        "(r : Nat -> Nat -> Prop) (f : Nat -> Nat) (h : ∀ (a b : Nat), r a b -> Eq.{1} Nat (f a) (f b)) "
        "(x : Nat) (p : Quot.{1} Nat r -> Prop) (k : ∀ (a : Nat), p (Quot.mk.{1} Nat r a))"
    )
    file.theorem(f"lift : ∀ {head}, Eq.{{1}} Nat ({lift}) (f x)", f"fun {head} => Eq.refl.{{1}} Nat (f x)")
    accepted(file)

    file.theorem(f"no : ∀ {head}, Eq.{{1}} Nat ({lift}) x", f"fun {head} => Eq.refl.{{1}} Nat x")
    rejected(file, "the value has type")


def quotients_without(kind: str) -> File:
    file = library.quotients(library.logic())
    file.records = [each for each in file.records if each.get("quot", {}).get("kind") != kind]
    return file


@pytest.mark.parametrize(
    ("head", "arguments"),
    [
        (
            "like : ∀ (α : Type) (r : α -> α -> Prop) (β : Type) (f : α -> β) (h : True), Quot.{1} α r -> β",
            "Nat r Nat f True.intro",
        ),
        (
            "like : ∀ (α : Type) (r : α -> α -> Prop) (β : Type) (f : α -> β), Quot.{1} α r -> β",
            "Nat r Nat f",
        ),
    ],
    ids=["as Quot.lift", "as Quot.ind"],
)
def test_a_function_on_classes_that_is_only_assumed_computes_nothing(head: str, arguments: str):
    file = library.quotients(library.numbers()).axiom(head)
    accepted(file)

    call = f"like {arguments} (Quot.mk.{{1}} Nat r x)"
    given = "(r : Nat -> Nat -> Prop) (f : Nat -> Nat) (x : Nat)"
    file.theorem(f"t : ∀ {given}, Eq.{{1}} Nat ({call}) (f x)", f"fun {given} => Eq.refl.{{1}} Nat (f x)")
    rejected(file, "the value has type")


def test_only_a_class_that_was_made_computes():
    file = library.quotients(library.numbers())
    file.axiom("rel : Nat -> Nat -> Prop").axiom("some : Nat -> Nat -> Nat -> Quot.{1} Nat rel")
    head = "(f : Nat -> Nat) (h : ∀ (a b : Nat), rel a b -> Eq.{1} Nat (f a) (f b))"
    lift = "Quot.lift.{1, 1} Nat rel Nat f h (some 0 1 2)"
    file.theorem(f"t : ∀ {head}, Eq.{{1}} Nat ({lift}) (f 2)", f"fun {head} => Eq.refl.{{1}} Nat (f 2)")

    rejected(file, "the value has type")


@pytest.mark.parametrize("kind", ["type", "ctor", "lift"])
def test_the_quotients_come_in_order(kind: str):
    rejected(quotients_without(kind), "in another order")


def test_half_of_the_quotients_compute_nothing():
    file = quotients_without("ind")
    accepted(file)
    head = (
        "(r : True -> True -> Prop) (f : True -> Prop) (h : ∀ (a b : True), r a b -> Eq.{1} Prop (f a) (f b))"
    )
    lift = "Quot.lift.{0, 1} True r Prop f h (Quot.mk.{0} True r True.intro)"
    file.theorem(
        f"t : ∀ {head}, Eq.{{1}} Prop ({lift}) (f True.intro)",
        f"fun {head} => Eq.refl.{{1}} Prop (f True.intro)",
    )

    rejected(file, "the value has type")


def test_what_is_called_quot_ind_and_is_only_assumed_computes_nothing():
    file = library.quotients(library.numbers())
    file.records = [each for each in file.records if each.get("quot", {}).get("kind") != "ind"]
    file.axiom("Quot.ind : ∀ (α : Type) (r : α -> α -> Prop) (β : Type) (f : α -> β), Quot.{1} α r -> β")
    accepted(file)

    call = "Quot.ind Nat r Nat f (Quot.mk.{1} Nat r x)"
    given = "(r : Nat -> Nat -> Prop) (f : Nat -> Nat) (x : Nat)"
    file.theorem(f"t : ∀ {given}, Eq.{{1}} Nat ({call}) (f x)", f"fun {given} => Eq.refl.{{1}} Nat (f x)")
    rejected(file, "the value has type")


def test_what_lacks_its_last_argument_is_a_function():
    file = library.quotients(library.numbers())
    rec = "Nat.rec.{1} (fun (n : Nat) => Nat) x (fun (n ih : Nat) => n)"
    lift = "Quot.lift.{1, 1} Nat r Nat f h"
    head = "(r : Nat -> Nat -> Prop) (f : Nat -> Nat) (h : ∀ (a b : Nat), r a b -> Eq.{1} Nat (f a) (f b))"
    for name, function, on, given in (
        ("rec", rec, "Nat", "(x : Nat)"),
        ("lift", lift, "Quot.{1} Nat r", head),
    ):
        type_ = f"({on} -> Nat)"
        statement = f"{name} : ∀ {given}, Eq.{{1}} {type_} ({function}) (fun (z : {on}) => {function} z)"
        file.theorem(statement, f"fun {given} => Eq.refl.{{1}} {type_} ({function})")

    accepted(file)


@pytest.mark.parametrize(
    ("declare", "reason"),
    [
        (
            lambda file: file.quotient("type", "Quot.{u} : ∀ (α : Sort u) (r : α -> α -> Prop), Prop"),
            "another type",
        ),
        (
            lambda file: file.quotient("type", "Quot.{u, v} : ∀ (α : Sort u), Sort v"),
            "other universe parameters",
        ),
        (
            lambda file: file.quotient("type", "Quote.{u} : ∀ (α : Sort u), Prop"),
            "not a constant of the quotients",
        ),
        (
            lambda file: file.quotient("ctor", "Quot.{u} : ∀ (α : Sort u), Prop"),
            "not a constant of the quotients",
        ),
        (
            lambda file: file.axiom("Quot.{u} : ∀ (α : Sort u) (r : α -> α -> Prop), Prop").quotient(
                "ctor", "Quot.mk.{u} : ∀ (α : Sort u) (r : α -> α -> Prop) (a : α), Quot.{u} α r"
            ),
            "in another order",
        ),
    ],
)
def test_a_quotient_constant_of_another_form_is_refused(declare: Callable[[File], File], reason: str):
    rejected(declare(library.logic()), reason)


@pytest.mark.parametrize(
    "declare",
    [
        lambda file: file,
        lambda file: file.axiom("Eq.{u} : ∀ (α : Sort u), α -> α -> Prop"),
        lambda file: two_equalities(file),
        lambda file: equality_with_everything(file),
        lambda file: equality_of_indices(file),
        lambda file: equality_in_one_universe(file),
        lambda file: reflexivity_of_another_type(file),
        lambda file: equality_as_data(file, ["Eq.refl"]),
        lambda file: equality_as_data(file, ["Eq.refl", "Eq.too"]),
    ],
)
def test_quotients_need_equality(declare: Callable[[File], File]):
    file = declare(File())
    outcome = checked(library.quotients(file))

    assert isinstance(outcome, Rejected), outcome
    assert outcome.declaration == "Quot.lift"
    assert outcome.reason in ("quotients need equality", "`Eq` is not equality")


def equality_as_data(file: File, names: list[str]) -> File:
    """An `Eq` with these constructors, in Type if there is one."""
    sort = "Type" if len(names) == 1 else "Prop"
    target, params = ("Sort u", "u, v") if len(names) == 1 else ("Prop", "v")
    minors = " ".join(f"(m{place} : motive a ({name}.{{v}} α a))" for place, name in enumerate(names))
    binders = f"(α : Sort v) (a : α) (motive : ∀ (b : α), Eq.{{v}} α a b -> {target}) {minors}"
    made = file.recursor(
        f"Eq.rec.{{{params}}} : ∀ {binders} (b : α) (t : Eq.{{v}} α a b), motive b t",
        (2, 1, len(names), 1),
        [(name, 0, f"fun {binders} => m{place}") for place, name in enumerate(names)],
    )
    constructors = [f"{name}.{{v}} : ∀ (α : Sort v) (a : α), Eq.{{v}} α a a" for name in names]
    file.inductive([file.type(f"Eq.{{v}} : ∀ (α : Sort v) (a : α), α -> {sort}", constructors, 2, 1)], [made])
    return accepted(file)


def reflexivity_of_another_type(file: File) -> File:
    """An `Eq` that is assumed, beside an `Eq.refl` that makes something else."""
    file.axiom("Eq.{u} : ∀ (α : Sort u), α -> α -> Prop")
    motive = "(motive : Thing -> Sort u) (refl : motive Eq.refl)"
    rule = ("Eq.refl", 0, f"fun {motive} => refl")
    made = file.recursor(f"Thing.rec.{{u}} : ∀ {motive} (t : Thing), motive t", (0, 1, 1, 0), [rule])
    file.inductive([file.type("Thing : Type", ["Eq.refl : Thing"])], [made])
    return accepted(file)


def equality_in_one_universe(file: File) -> File:
    """An `Eq` on types only, without a universe parameter."""
    binders = "(α : Type) (a : α) (motive : ∀ (b : α), Eq α a b -> Sort u) (refl : motive a (Eq.refl α a))"
    rule = ("Eq.refl", 0, f"fun {binders} => refl")
    head = f"Eq.rec.{{u}} : ∀ {binders} (b : α) (t : Eq α a b), motive b t"
    made = file.recursor(head, (2, 1, 1, 1), [rule], k=True)
    refl = "Eq.refl : ∀ (α : Type) (a : α), Eq α a a"
    file.inductive([file.type("Eq : ∀ (α : Type) (a : α), α -> Prop", [refl], 2, 1)], [made])
    return accepted(file)


def equality_of_indices(file: File) -> File:
    """An `Eq` of which both sides are indices."""
    binders = (
        "(α : Sort v) (motive : ∀ (a b : α), Eq.{v} α a b -> Sort u) "
        "(refl : ∀ (a : α), motive a a (Eq.refl.{v} α a))"
    )
    rule = ("Eq.refl", 1, f"fun {binders} (a : α) => refl a")
    head = f"Eq.rec.{{u, v}} : ∀ {binders} (a b : α) (t : Eq.{{v}} α a b), motive a b t"
    refl = "Eq.refl.{v} : ∀ (α : Sort v) (a : α), Eq.{v} α a a"
    type_ = file.type("Eq.{v} : ∀ (α : Sort v), α -> α -> Prop", [refl], 1, 2)
    file.inductive([type_], [file.recursor(head, (1, 1, 1, 2), [rule])])
    return accepted(file)


def equality_with_everything(file: File) -> File:
    """An `Eq` in which everything is equal to its first side, which is a parameter."""
    binders = (
        "(α : Sort v) (a : α) (motive : ∀ (b : α), Eq.{v} α a b -> Sort u) "
        "(refl : ∀ (b : α), motive b (Eq.refl.{v} α a b))"
    )
    rule = ("Eq.refl", 1, f"fun {binders} (b : α) => refl b")
    head = f"Eq.rec.{{u, v}} : ∀ {binders} (b : α) (t : Eq.{{v}} α a b), motive b t"
    refl = "Eq.refl.{v} : ∀ (α : Sort v) (a : α) (b : α), Eq.{v} α a b"
    type_ = file.type("Eq.{v} : ∀ (α : Sort v) (a : α), α -> Prop", [refl], 2, 1)
    file.inductive([type_], [file.recursor(head, (2, 1, 1, 1), [rule])])
    return accepted(file)


def two_equalities(file: File) -> File:
    """An `Eq` in which everything is equal."""
    binders = (
        "(α : Sort v) (motive : ∀ (a b : α), Eq.{v} α a b -> Prop) "
        "(refl : ∀ (a b : α), motive a b (Eq.refl.{v} α a b))"
    )
    made = file.recursor(
        f"Eq.rec.{{v}} : ∀ {binders} (a b : α) (t : Eq.{{v}} α a b), motive a b t".replace(
            "Prop", "Sort u"
        ).replace(".{v} :", ".{u, v} :"),
        (1, 1, 1, 2),
        [("Eq.refl", 2, f"fun {binders} (a b : α) => refl a b".replace("Prop", "Sort u"))],
    )
    refl = "Eq.refl.{v} : ∀ (α : Sort v) (a : α) (b : α), Eq.{v} α a b"
    head = "Eq.{v} : ∀ (α : Sort v), α -> α -> Prop"
    file.inductive([file.type(head, [refl], 1, 2)], [made])
    return accepted(file)
