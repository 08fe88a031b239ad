"""A small library for tests, written out by hand: truth, equality, numbers, pairs, trees, the quotients."""

from __future__ import annotations

from tests.kernel.writing import File, once

NAT_MOTIVE = (
    "(motive : Nat -> Sort u) (z : motive Nat.zero) (s : ∀ (n : Nat) (ih : motive n), motive (Nat.succ n))"
)
EQ_MOTIVE = (
    "(α : Sort v) (a : α) (motive : ∀ (b : α) (t : Eq.{v} α a b), Sort u) (refl : motive a (Eq.refl.{v} α a))"
)
AND_MOTIVE = (
    "(a : Prop) (b : Prop) (motive : And a b -> Sort u) "
    "(intro : ∀ (l : a) (r : b), motive (And.intro a b l r))"
)
PROD_MOTIVE = (
    "(α : Type) (β : Type) (motive : Prod α β -> Sort u) (mk : ∀ (l : α) (r : β), motive (Prod.mk α β l r))"
)
ADD = "fun (n m : Nat) => Nat.rec.{1} (fun (x : Nat) => Nat) n (fun (x ih : Nat) => Nat.succ ih) m"


CONS = "∀ (α : Sort u+1), α -> List.{u} α -> "
TEXTS = {
    "Char": "Type",
    "Char.ofNat": "Nat -> Char",
    "List.{u}": "Sort u+1 -> Sort u+1",
    "List.nil.{u}": "∀ (α : Sort u+1), List.{u} α",
    "List.cons.{u}": f"{CONS}List.{{u}} α",
    "String": "Type",
    "String.ofList": "List.{0} Char -> String",
}


@once
def logic() -> File:
    """`True`, `False`, `And` and `Eq`."""
    file = File()
    true = file.recursor(
        "True.rec.{u} : ∀ (motive : True -> Sort u) (intro : motive True.intro) (t : True), motive t",
        (0, 1, 1, 0),
        [("True.intro", 0, "fun (motive : True -> Sort u) (intro : motive True.intro) => intro")],
        k=True,
    )
    file.inductive([file.type("True : Prop", ["True.intro : True"])], [true])
    false = file.recursor("False.rec.{u} : ∀ (motive : False -> Sort u) (t : False), motive t", (0, 1, 0, 0))
    file.inductive([file.type("False : Prop")], [false])
    both = file.recursor(
        f"And.rec.{{u}} : ∀ {AND_MOTIVE} (t : And a b), motive t",
        (2, 1, 1, 0),
        [("And.intro", 2, f"fun {AND_MOTIVE} (l : a) (r : b) => intro l r")],
    )
    intro = "And.intro : ∀ (a : Prop) (b : Prop), a -> b -> And a b"
    file.inductive([file.type("And : ∀ (a : Prop) (b : Prop), Prop", [intro], 2)], [both])
    return equality(file)


def equality(file: File) -> File:
    made = file.recursor(
        f"Eq.rec.{{u, v}} : ∀ {EQ_MOTIVE} (b : α) (t : Eq.{{v}} α a b), motive b t",
        (2, 1, 1, 1),
        [("Eq.refl", 0, f"fun {EQ_MOTIVE} => refl")],
        k=True,
    )
    refl = "Eq.refl.{v} : ∀ (α : Sort v) (a : α), Eq.{v} α a a"
    return file.inductive([file.type("Eq.{v} : ∀ (α : Sort v) (a : α), α -> Prop", [refl], 2, 1)], [made])


@once
def numbers() -> File:
    """`logic`, `Bool`, `Nat`, `Nat.add` and a type of pairs."""
    file = logic()
    motive = "(motive : Bool -> Sort u) (f : motive Bool.false) (t : motive Bool.true)"
    made = file.recursor(
        f"Bool.rec.{{u}} : ∀ {motive} (b : Bool), motive b",
        (0, 1, 2, 0),
        [("Bool.false", 0, f"fun {motive} => f"), ("Bool.true", 0, f"fun {motive} => t")],
    )
    file.inductive([file.type("Bool : Type", ["Bool.false : Bool", "Bool.true : Bool"])], [made])
    nat(file)
    file.define("Nat.add : Nat -> Nat -> Nat", ADD)
    pair = file.recursor(
        f"Prod.rec.{{u}} : ∀ {PROD_MOTIVE} (t : Prod α β), motive t",
        (2, 1, 1, 0),
        [("Prod.mk", 2, f"fun {PROD_MOTIVE} (l : α) (r : β) => mk l r")],
    )
    mk = "Prod.mk : ∀ (α : Type) (β : Type), α -> β -> Prod α β"
    return file.inductive([file.type("Prod : ∀ (α : Type) (β : Type), Type", [mk], 2)], [pair])


def texts(file: File, **changed: str) -> File:
    """What a literal text stands for, all of it assumed; `changed` are types by the last part of a name."""
    for name, usual in TEXTS.items():
        file.axiom(f"{name} : {changed.get(name.removesuffix('.{u}').split('.')[-1], usual)}")
    return file


def nat_recursor(file: File, **changed: str) -> dict[str, object]:
    again = "s n (Nat.rec.{u} motive z s n)"
    made: dict[str, object] = file.recursor(
        changed.get("head", f"Nat.rec.{{u}} : ∀ {NAT_MOTIVE} (t : Nat), motive t"),
        (0, 1, 2, 0),
        [
            ("Nat.zero", 0, f"fun {NAT_MOTIVE} => {changed.get('zero', 'z')}"),
            ("Nat.succ", 1, f"fun {NAT_MOTIVE} (n : Nat) => {changed.get('succ', again)}"),
        ],
    )
    return made


def nat(file: File) -> File:
    type_ = file.type("Nat : Type", ["Nat.zero : Nat", "Nat.succ : Nat -> Nat"], isRec=True)
    return file.inductive([type_], [nat_recursor(file)])


def quotients(file: File) -> File:
    relation = "(r : α -> α -> Prop)"
    file.quotient("type", f"Quot.{{u}} : ∀ (α : Sort u) {relation}, Sort u")
    file.quotient("ctor", f"Quot.mk.{{u}} : ∀ (α : Sort u) {relation} (a : α), Quot.{{u}} α r")
    respects = "(∀ (a b : α), r a b -> Eq.{v} β (f a) (f b))"
    file.quotient(
        "lift",
        f"Quot.lift.{{u, v}} : ∀ (α : Sort u) {relation} (β : Sort v) (f : α -> β), "
        f"{respects} -> Quot.{{u}} α r -> β",
    )
    return file.quotient(
        "ind",
        f"Quot.ind.{{u}} : ∀ (α : Sort u) {relation} (β : Quot.{{u}} α r -> Prop), "
        "(∀ (a : α), β (Quot.mk.{u} α r a)) -> ∀ (q : Quot.{u} α r), β q",
    )


TREE = "(motive : Tree -> Sort u) (lists : List Tree -> Sort u)"
TREE_PREMISES = (
    "(node : ∀ (l : List Tree) (ih : lists l), motive (Tree.node l)) (nil : lists (List.nil Tree)) "
    "(cons : ∀ (x : Tree) (l : List Tree) (hx : motive x) (hl : lists l), lists (List.cons Tree x l))"
)


@once
def trees() -> File:
    """`List` and trees whose nodes hold lists of trees."""
    file = File()
    motive = (
        "(α : Type) (motive : List α -> Sort u) (nil : motive (List.nil α)) "
        "(cons : ∀ (x : α) (l : List α) (ih : motive l), motive (List.cons α x l))"
    )
    again = "cons x l (List.rec.{u} α motive nil cons l)"
    lists = file.recursor(
        f"List.rec.{{u}} : ∀ {motive} (t : List α), motive t",
        (1, 1, 2, 0),
        [
            ("List.nil", 0, f"fun {motive} => nil"),
            ("List.cons", 2, f"fun {motive} (x : α) (l : List α) => {again}"),
        ],
    )
    made = ["List.nil : ∀ (α : Type), List α", "List.cons : ∀ (α : Type), α -> List α -> List α"]
    file.inductive([file.type("List : ∀ (α : Type), Type", made, 1, isRec=True)], [lists])
    head = f"{TREE} {TREE_PREMISES}"
    given = "motive lists node nil cons"
    rules = [
        ("Tree.node", 1, f"fun {head} (l : List Tree) => node l (Tree.rec_1.{{u}} {given} l)"),
    ]
    inner = [
        ("List.nil", 0, f"fun {head} => nil"),
        (
            "List.cons",
            2,
            f"fun {head} (x : Tree) (l : List Tree) => cons x l "
            f"(Tree.rec.{{u}} {given} x) (Tree.rec_1.{{u}} {given} l)",
        ),
    ]
    first = file.recursor(f"Tree.rec.{{u}} : ∀ {head} (t : Tree), motive t", (0, 2, 3, 0), rules)
    second = file.recursor(f"Tree.rec_1.{{u}} : ∀ {head} (t : List Tree), lists t", (0, 2, 3, 0), inner)
    type_ = file.type("Tree : Type", ["Tree.node : List Tree -> Tree"], isRec=True, numNested=1)
    return file.inductive([type_], [first, second])
