"""The three axioms of mathematics in Lean: under their names only their statements are accepted.

A caller allows axioms by name, so a name must say what is assumed. All other axioms may say anything.
"""

from __future__ import annotations

from app.kernel import levels
from app.kernel.environment import EQ, QUOT, QUOT_MK, Environment
from app.kernel.names import Name, dotted
from app.kernel.outcome import Refused
from app.kernel.quotients import PROP, check_equality, relation
from app.kernel.terms import Expr, apply, bvar, const, pi, sort

PROPEXT, CHOICE, SOUND = dotted("propext"), dotted("Classical.choice"), dotted("Quot.sound")
_BY_TEXT = {str(name): name for name in (PROPEXT, CHOICE, SOUND)}
IFF, IFF_INTRO = dotted("Iff"), dotted("Iff.intro")
NONEMPTY, NONEMPTY_INTRO = dotted("Nonempty"), dotted("Nonempty.intro")


def check_axiom(environment: Environment, name: Name, params: tuple[Name, ...], type_: Expr) -> None:
    """Raise Refused where `name` reads as one of the three and `type_` is not its statement."""
    meant = _BY_TEXT.get(str(name))
    if meant is None:
        return
    if name is not meant:
        raise Refused(f"{name} is another name than it reads as")
    if len(params) != (0 if name is PROPEXT else 1):
        raise Refused(f"{name} has other universe parameters")
    if name is PROPEXT:
        expected = extensionality(environment)
    elif name is CHOICE:
        expected = choice(environment, params[0])
    else:
        expected = soundness(environment, params[0])
    if type_ is not expected:
        raise Refused(f"{name} has another statement")


def extensionality(environment: Environment) -> Expr:
    """`∀ a b, Iff a b → a = b`, with the usual `Iff`."""
    check_equality(environment)
    both = apply(const(IFF), bvar(3), bvar(2))
    there, back = pi(bvar(1), bvar(1)), pi(bvar(1), bvar(3))
    intro = pi(PROP, pi(PROP, pi(there, pi(back, both))))
    family(environment, IFF, IFF_INTRO, pi(PROP, pi(PROP, PROP)), intro)
    equal = apply(const(EQ, (levels.one,)), PROP, bvar(2), bvar(1))
    return pi(PROP, pi(PROP, pi(apply(const(IFF), bvar(1), bvar(0)), equal)))


def choice(environment: Environment, param: Name) -> Expr:
    """`∀ α, Nonempty α → α`, with the usual `Nonempty`."""
    found = environment.inductive(NONEMPTY)
    own = levels.parameter(found.params[0] if found and len(found.params) == 1 else param)
    intro = pi(sort(own), pi(bvar(0), apply(const(NONEMPTY, (own,)), bvar(1))))
    family(environment, NONEMPTY, NONEMPTY_INTRO, pi(sort(own), PROP), intro)
    u = levels.parameter(param)
    return pi(sort(u), pi(apply(const(NONEMPTY, (u,)), bvar(0)), bvar(1)))


def soundness(environment: Environment, param: Name) -> Expr:
    """`∀ α r a b, r a b → Quot.mk r a = Quot.mk r b`."""
    if not environment.quotients:
        raise Refused("`Quot.sound` without quotients")
    u = levels.parameter(param)
    classes = apply(const(QUOT, (u,)), bvar(4), bvar(3))
    made = [apply(const(QUOT_MK, (u,)), bvar(4), bvar(3), bvar(place)) for place in (2, 1)]
    equal = apply(const(EQ, (u,)), classes, *made)
    related = pi(apply(bvar(2), bvar(1), bvar(0)), equal)
    return pi(sort(u), pi(relation(0), pi(bvar(1), pi(bvar(2), related))))


def family(environment: Environment, name: Name, made: Name, type_: Expr, intro: Expr) -> None:
    """Raise Refused where `name` is not the inductive type of this form with the one constructor `made`."""
    found = environment.inductive(name)
    if found is None or found.constructors != (made,):
        raise Refused(f"an axiom needs {name} to be what it is called")
    if found.type is not type_ or environment.constants[made].type is not intro:
        raise Refused(f"{name} is not what it is called")
