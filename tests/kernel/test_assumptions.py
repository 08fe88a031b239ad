"""The names of the three usual axioms stand for their statements only."""

from __future__ import annotations

import pytest

from tests.kernel import library
from tests.kernel.test_terms import accepted, rejected
from tests.kernel.writing import File

PROPEXT = "propext : ∀ (a b : Prop), Iff a b -> Eq.{1} Prop a b"
CHOICE = "Classical.choice.{u} : ∀ (α : Sort u), Nonempty.{u} α -> α"
SOUND = (
    "Quot.sound.{u} : ∀ (α : Sort u) (r : α -> α -> Prop) (a b : α), "
    "r a b -> Eq.{u} (Quot.{u} α r) (Quot.mk.{u} α r a) (Quot.mk.{u} α r b)"
)


def assuming(back: str = "(b -> a)", nonempty: str = "α") -> File:
    """Logic with quotients, `Iff` with this way back, and `Nonempty` with this field."""
    file = library.quotients(library.logic())
    intro = f"(intro : ∀ (there : a -> b) (back : {back}), motive (Iff.intro a b there back))"
    motive = f"(a : Prop) (b : Prop) (motive : Iff a b -> Sort u) {intro}"
    made = file.recursor(
        f"Iff.rec.{{u}} : ∀ {motive} (t : Iff a b), motive t",
        (2, 1, 1, 0),
        [("Iff.intro", 2, f"fun {motive} (there : a -> b) (back : {back}) => intro there back")],
    )
    constructor = f"Iff.intro : ∀ (a : Prop) (b : Prop) (there : a -> b) (back : {back}), Iff a b"
    file.inductive([file.type("Iff : ∀ (a : Prop) (b : Prop), Prop", [constructor], 2)], [made])
    intro = f"(intro : ∀ (val : {nonempty}), motive (Nonempty.intro.{{v}} α val))"
    large = nonempty == "True"
    motive = f"(α : Sort v) (motive : Nonempty.{{v}} α -> {'Sort u' if large else 'Prop'}) {intro}"
    made = file.recursor(
        f"Nonempty.rec.{{{'u, v' if large else 'v'}}} : ∀ {motive} (t : Nonempty.{{v}} α), motive t",
        (1, 1, 1, 0),
        [("Nonempty.intro", 1, f"fun {motive} (val : {nonempty}) => intro val")],
    )
    constructor = f"Nonempty.intro.{{v}} : ∀ (α : Sort v), {nonempty} -> Nonempty.{{v}} α"
    return file.inductive([file.type("Nonempty.{v} : ∀ (α : Sort v), Prop", [constructor], 1)], [made])


def another_iff(sort: str, *more: str) -> File:
    """Logic with an `Iff` in `sort` which these can be made by, too."""
    file = library.logic()
    minors = ["(intro : ∀ (there : a -> b) (back : b -> a), motive (Iff.intro a b there back))"]
    minors += [f"({name.lower()} : motive ({name} a b))" for name in more]
    target, params = ("Prop", "") if more else ("Sort u", ".{u}")
    binders = f"(a : Prop) (b : Prop) (motive : Iff a b -> {target}) {' '.join(minors)}"
    rules = [("Iff.intro", 2, f"fun {binders} (there : a -> b) (back : b -> a) => intro there back")]
    rules += [(name, 0, f"fun {binders} => {name.lower()}") for name in more]
    head = f"Iff.rec{params} : ∀ {binders} (t : Iff a b), motive t"
    made = ["Iff.intro : ∀ (a : Prop) (b : Prop) (there : a -> b) (back : b -> a), Iff a b"]
    made += [f"{name} : ∀ (a : Prop) (b : Prop), Iff a b" for name in more]
    type_ = file.type(f"Iff : ∀ (a : Prop) (b : Prop), {sort}", made, 2)
    return file.inductive([type_], [file.recursor(head, (2, 1, len(made), 0), rules)])


def intro_of_another_type() -> File:
    """An `Iff` that is assumed, beside `Iff.intro`, which makes a thing of another kind."""
    file = library.logic().axiom("Iff : Prop -> Prop -> Prop")
    motive = "(motive : Thing -> Sort u) (intro : motive Iff.intro)"
    rule = ("Iff.intro", 0, f"fun {motive} => intro")
    made = file.recursor(f"Thing.rec.{{u}} : ∀ {motive} (t : Thing), motive t", (0, 1, 1, 0), [rule])
    return file.inductive([file.type("Thing : Type", ["Iff.intro : Thing"])], [made])


def test_the_three_axioms_are_accepted():
    for file in (intro_of_another_type(), another_iff("Prop", "Always"), another_iff("Type")):
        accepted(file)
    accepted(assuming().axiom(PROPEXT).axiom(CHOICE).axiom(SOUND))


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (assuming().axiom("propext : False"), "propext has another statement"),
        (assuming().axiom(PROPEXT.replace("Iff a b", "(a -> b)")), "propext has another statement"),
        (assuming().axiom(PROPEXT.replace("propext", "propext.{u}")), "other universe parameters"),
        (assuming(back="(a -> b)").axiom(PROPEXT), "Iff is not what"),
        (library.logic().axiom("Iff : Prop -> Prop -> Prop").axiom(PROPEXT), "needs Iff to be"),
        (intro_of_another_type().axiom(PROPEXT), "needs Iff to be"),
        (another_iff("Prop", "Always").axiom(PROPEXT), "needs Iff to be"),
        (another_iff("Type").axiom(PROPEXT), "Iff is not what"),
        (assuming().axiom("Classical.choice : False"), "other universe parameters"),
        (assuming().axiom(CHOICE.replace("Nonempty.{u} α -> ", "")), "another statement"),
        (assuming(nonempty="True").axiom(CHOICE), "Nonempty is not what"),
        (assuming().axiom("Quot.sound.{u} : ∀ (α : Sort u), α"), "another statement"),
        (assuming().axiom(SOUND.replace("r a b -> ", "r b a -> ")), "another statement"),
        (library.logic().axiom("Quot.sound.{u} : ∀ (α : Sort u), α"), "without quotients"),
    ],
)
def test_another_statement_under_one_of_their_names_is_refused(file: File, reason: str):
    rejected(file, reason)
