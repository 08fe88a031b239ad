"""Declarations on their way into the environment, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from app.kernel import levels, primitives, terms
from app.kernel.assumptions import check_axiom
from app.kernel.declarations import Axiom, Declaration, Group, Named, Quotient, Unfolding
from app.kernel.environment import Constant, Definition
from app.kernel.inductive import Admission
from app.kernel.inference import Checker
from app.kernel.names import ANONYMOUS, Name
from app.kernel.outcome import Refused
from app.kernel.quotients import add_quotient
from app.kernel.recursors import add_recursors
from app.kernel.terms import Expr


def admit(checker: Checker, declaration: Declaration) -> int:
    """Check `declaration`, enter it, and say how many constants it brings.

    Raises Refused where a rule is broken; the environment must not be used after that.
    """
    names = _check_form(checker, declaration)
    if isinstance(declaration, Group):
        admission = Admission(checker, declaration)
        admission.admit()
        add_recursors(admission)
        primitives.look_at_group(checker, declaration)
    elif isinstance(declaration, Quotient):
        add_quotient(checker.environment, declaration)
    else:
        _add(checker, declaration)
    return names


def _check_form(checker: Checker, declaration: Declaration) -> int:
    """What needs no types: new names, and terms that stand for themselves. The number of the names."""
    names: set[Name] = set()
    for named in _named(declaration):
        if named.name is ANONYMOUS:
            raise Refused("a declaration without a name")
        if named.name in checker.constants or named.name in names:
            raise Refused(f"{named.name} is declared twice")
        names.add(named.name)
        if len(set(named.params)) != len(named.params):
            raise Refused(f"{named.name} has one universe parameter twice")
        for term in _terms(named):
            if term.loose:
                raise Refused(f"{named.name} has a loose index")
            if not term.params <= set(named.params):
                raise Refused(f"{named.name} has a universe parameter that is not declared")
    return len(names)


def _named(declaration: Declaration) -> Iterator[Named]:
    if isinstance(declaration, Group):
        yield from declaration.families
        yield from declaration.constructors
        yield from declaration.eliminators
    else:
        yield declaration


def _terms(named: Named) -> Iterator[Expr]:
    yield named.type
    if isinstance(named, Unfolding):
        yield named.value
    for _, _, value in getattr(named, "rules", ()):
        yield value


def _add(checker: Checker, given: Axiom | Unfolding) -> None:
    level = checker.sort_of(checker.check(given.type))
    if isinstance(given, Axiom):
        check_axiom(checker.environment, given.name, given.params, given.type)
        checker.constants[given.name] = Constant(given.name, given.params, given.type)
        return
    if given.kind == "thm" and not levels.same(level, levels.zero):
        raise Refused("the type of a theorem is not a proposition")
    found = checker.check(given.value)
    if not checker.equal(found, given.type):
        raise Refused(f"the value has type {terms.show(found)}, not {terms.show(given.type)}")
    if given.kind == "opaque":
        checker.constants[given.name] = Constant(given.name, given.params, given.type)
        return
    checker.constants[given.name] = Definition(
        given.name, given.params, given.type, given.value, given.height
    )
    primitives.look_at_definition(checker, given.name)
