"""Files that give known names another meaning, or types that are equal without reducing to one another."""

from __future__ import annotations

import pytest

from tests.kernel import library
from tests.kernel.test_terms import accepted, rejected
from tests.kernel.writing import File

TEXT = ("d : String", '"a"')
BOTH = "(And.intro True True True.intro True.intro)"


def boxes(file: File) -> File:
    """A structure `Box` with a parameter, behind what the file has."""
    motive = "(α : Type) (motive : Box α -> Sort u) (mk : ∀ (x : α), motive (Box.mk α x))"
    rule = ("Box.mk", 1, f"fun {motive} (x : α) => mk x")
    made = file.recursor(f"Box.rec.{{u}} : ∀ {motive} (t : Box α), motive t", (1, 1, 1, 0), [rule])
    return file.inductive(
        [file.type("Box : ∀ (α : Type), Type", ["Box.mk : ∀ (α : Type), α -> Box α"], 1)], [made]
    )


@pytest.mark.parametrize(
    ("universe", "target", "eliminated"),
    [
        ("Prop", "True", "True.rec.{1} (fun (x : True) => Nat) 5 z"),
        ("Type", "Box Nat", "Box.rec.{1} Nat (fun (x : Box Nat) => Nat) (fun (x : Nat) => x) z"),
    ],
)
def test_what_is_eliminated_may_be_of_a_type_that_is_stuck(universe: str, target: str, eliminated: str):
    """`stuck h` is `target` by the irrelevance of `h`, and reduces to nothing."""
    level = {"Prop": 1, "Type": 2}[universe]
    file = boxes(library.numbers())
    into = f"And.rec.{{{level}}} True True (fun (t : And True True) => {universe})"
    file.define(
        f"stuck : And True True -> {universe}",
        f"fun (h : And True True) => {into} (fun (l r : True) => {target}) h",
    )
    value = f"((fun (z : stuck {BOTH}) => {eliminated}) y)"

    file.theorem(
        f"t : ∀ (h : And True True) (y : stuck h), Eq.{{1}} Nat {value} (Nat.add {value} 0)",
        f"fun (h : And True True) (y : stuck h) => Eq.refl.{{1}} Nat {value}",
    )

    accepted(file)


@pytest.mark.parametrize(
    ("name", "declare"),
    [
        ("Nat.zero", lambda file: file.define("Nat.zero.{u} : Sort u+1", "Sort u")),
        ("Nat.succ", lambda file: file.define("Nat.succ.{u} : True -> Sort u+1", "fun (t : True) => Sort u")),
        ("Bool.true", lambda file: file.opaque("Bool.true.{u} : Sort u+2", "Sort u+1")),
    ],
)
def test_a_name_of_the_numbers_at_two_universes_is_two_things(name: str, declare):
    def file(source: str, target: str) -> File:
        made = declare(library.logic())
        argument = " True.intro" if name == "Nat.succ" else ""
        from_, to = (f"{name}.{{{level}}}{argument}" for level in (source, target))
        return made.define(f"cast : {from_} -> {to}", f"fun (x : {from_}) => x")

    accepted(file("1", "1"))
    rejected(file("1", "0"), "the value has type")
    rejected(file("0", "1"), "the value has type")


@pytest.mark.parametrize(
    ("part", "type_"),
    [
        ("ofNat", "∀ (n : Nat), Other n"),
        ("cons", f"{library.CONS}Others.{{u}} α"),
        ("ofList", "List.{0} Char -> Strange"),
    ],
)
def test_a_text_is_one_only_where_all_of_its_parts_are_what_they_are_called(part: str, type_: str):
    def file() -> File:
        made = library.numbers().axiom("Other : Nat -> Type").axiom("Strange : Type")
        return made.axiom("Others.{u} : Sort u+1 -> Sort u+1")

    accepted(library.texts(file()).define(*TEXT))
    rejected(library.texts(file(), **{part: type_}).define(*TEXT), "a literal before its type is declared")


def test_all_characters_must_be_characters_and_not_only_the_first():
    file = library.numbers().define(
        "Kind : Nat -> Type",
        "fun (n : Nat) => Nat.rec.{2} (fun (x : Nat) => Type) Bool (fun (x : Nat) (ih : Type) => Nat) n",
    )
    file.define("Char : Type", "Kind 97").define("Char.ofNat : ∀ (n : Nat), Kind n", NUMBERED)
    for name in [*library.TEXTS][2:]:
        file.axiom(f"{name} : {library.TEXTS[name]}")

    rejected(file.define(*TEXT), "a literal before its type is declared")


NUMBERED = (
    "fun (n : Nat) => Nat.rec.{1} (fun (x : Nat) => Kind x) Bool.true (fun (x : Nat) (ih : Kind x) => x) n"
)


def test_texts_are_known_after_the_numbers_only():
    file = library.logic().axiom("Nat : Type")

    rejected(library.texts(file).define(*TEXT), "a literal before its type is declared")


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("Nat.pred : Box Nat -> Nat", "fun (b : Box Nat) => Box#0 b"),
        (
            "Nat.pred : Box Nat -> Nat",
            "fun (b : Box Nat) => Box.rec.{1} Nat (fun (x : Box Nat) => Nat) (fun (x : Nat) => x) b",
        ),
        (
            "Nat.pred : Eq.{1} Nat 0 0 -> Nat",
            "fun (h : Eq.{1} Nat 0 0) => "
            "Eq.rec.{1, 1} Nat 0 (fun (b : Nat) (t : Eq.{1} Nat 0 b) => Nat) 0 0 h",
        ),
        ("Nat.pred.{u} : Nat -> Nat", "fun (n : Nat) => 0"),
    ],
)
def test_a_difference_is_not_computed_by_a_predecessor_of_another_type(head: str, value: str):
    file = (
        boxes(library.numbers())
        .define(head, value)
        .define("Nat.sub : Nat -> Nat -> Nat", "fun (n m : Nat) => n")
    )

    accepted(file.theorem("t : Eq.{1} Nat (Nat.sub 3 1) 3", "Eq.refl.{1} Nat 3"))


def test_a_constructor_is_well_typed_with_its_copies_too():
    """`Box T` is a type of its own while the group is checked, and `f` is for boxes only."""
    premises = (
        "(motive : T -> Sort u) (held : Box T -> Sort u) "
        "(mk : ∀ (b : Box T) (x : f T b) (ih : held b), motive (T.mk b x)) "
        "(box : ∀ (t : T) (ih : motive t), held (Box.mk T t))"
    )
    given = "motive held mk box"
    file = boxes(library.numbers()).define(
        "f : ∀ (α : Type) (b : Box α), Type",
        "fun (α : Type) (b : Box α) => Box.rec.{2} α (fun (x : Box α) => Type) (fun (a : α) => Nat) b",
    )
    type_ = file.type("T : Type", ["T.mk : ∀ (b : Box T) (x : f T b), T"], isRec=True, numNested=1)
    own = f"fun {premises} (b : Box T) (x : f T b) => mk b x (T.rec_1.{{u}} {given} b)"
    nested = f"fun {premises} (t : T) => box t (T.rec.{{u}} {given} t)"
    rule = ("Box.mk", 1, nested)
    recursors = [
        file.recursor(f"T.rec.{{u}} : ∀ {premises} (t : T), motive t", (0, 2, 2, 0), [("T.mk", 2, own)]),
        file.recursor(f"T.rec_1.{{u}} : ∀ {premises} (t : Box T), held t", (0, 2, 2, 0), [rule]),
    ]

    rejected(file.inductive([type_], recursors), "argument 2 of f")


def test_the_type_of_a_copy_has_no_index_in_the_group():
    """`Ix T` is a family over `T`: a group that is indexed by itself is no inductive group of Lean's."""
    file = library.numbers()
    motive = "(α : Type) (motive : ∀ (a : α), Ix α a -> Sort u) (mk : ∀ (a : α), motive a (Ix.mk α a))"
    rule = ("Ix.mk", 1, f"fun {motive} (a : α) => mk a")
    made = file.recursor(f"Ix.rec.{{u}} : ∀ {motive} (a : α) (t : Ix α a), motive a t", (1, 1, 1, 1), [rule])
    own = ["Ix.mk : ∀ (α : Type) (a : α), Ix α a"]
    file.inductive([file.type("Ix : ∀ (α : Type), α -> Type", own, 1, 1)], [made])
    constructors = ["T.base : T", "T.mk : ∀ (t : T) (x : Ix T t), T"]
    accepted(file)

    file.inductive([file.type("T : Type", constructors, isRec=True, numNested=1)], [])

    rejected(file, "has an index in the group")


@pytest.mark.parametrize(
    ("reduced", "again", "call"),
    [
        ("Nat -> α", "(∀ (n : Nat), motive (x n)) -> ", "c x (fun (n : Nat) => T.rec.{u} motive c (x n))"),
        ("Nat", "", "c x"),
    ],
)
def test_whether_a_type_is_recursive_is_told_by_how_it_is_written(reduced: str, again: str, call: str):
    """As Lean does, whatever `F T` is."""
    file = library.numbers().define("F : Type -> Type", f"fun (α : Type) => {reduced}")
    premises = f"(motive : T -> Sort u) (c : ∀ (x : F T), {again}motive (T.c x))"
    rule = ("T.c", 1, f"fun {premises} (x : F T) => {call}")
    made = file.recursor(f"T.rec.{{u}} : ∀ {premises} (t : T), motive t", (0, 1, 1, 0), [rule])
    told, other = (file.copy() for _ in range(2))

    accepted(told.inductive([told.type("T : Type", ["T.c : F T -> T"], isRec=True)], [made]))
    rejected(
        other.inductive([other.type("T : Type", ["T.c : F T -> T"], isRec=False)], [made]),
        "what is said of the recursion",
    )


@pytest.mark.parametrize("name", ["Nat", "Bool"])
def test_the_numbers_and_the_truth_values_stand_alone(name: str):
    def group(other: str) -> File:
        file = library.logic()
        motives = f"(one : A -> Sort u) (two : {other} -> Sort u)"
        made = [
            file.recursor(f"A.rec.{{u}} : ∀ {motives} (t : A), one t", (0, 2, 0, 0)),
            file.recursor(f"{other}.rec.{{u}} : ∀ {motives} (t : {other}), two t", (0, 2, 0, 0)),
        ]
        return file.inductive([file.type("A : Type"), file.type(f"{other} : Type")], made)

    accepted(group("B"))
    rejected(group(name), "is in a group with other types")


def test_a_file_that_declares_nothing_is_refused():
    rejected(File(), "declares nothing")


def test_an_axiom_is_not_called_by_another_name_that_reads_the_same():
    file = library.logic()
    name = file.put("str", {"pre": 0, "str": "Classical.choice"}, "in")

    rejected(file.axiom("assumed : False", name=name), "is another name than it reads as")
