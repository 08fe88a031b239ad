"""Inductive groups opened at their parameters, and nested occurrences replaced by types of their own.

Where a constructor takes, say, a `List (Tree α)`, the group is checked as if it had one more type, a copy
of `List` with `Tree α` for its parameter; the recursors are made for that larger group, and in them the
copies are replaced back. See Bailey, Type Checking in Lean 4, chapter on inductive declarations.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from app.kernel import binding, terms
from app.kernel.environment import Environment, Inductive
from app.kernel.levels import Level
from app.kernel.names import Name
from app.kernel.outcome import Refused
from app.kernel.terms import CONST, Expr


@dataclass(slots=True)
class Opened:
    """One type of a group. All terms are in terms of the locals `params` of its group.

    `applied` is the type at the parameters, before any index, and `type` its type. `constructors` are those
    at the parameters with their types; `made_by` are their names outside of the group.
    """

    name: Name
    applied: Expr
    type: Expr
    nindices: int
    constructors: list[tuple[Expr, Expr]]
    made_by: list[Name] = field(default_factory=list)


def after_params(type_: Expr, arguments: list[Expr]) -> Expr:
    """`type_` with its first binders given."""
    for argument in arguments:
        type_ = binding.instantiate(type_.b, (argument,))
    return type_


class Nest:
    """The types of a group, to which a copy is added for each nested occurrence that `flatten` meets."""

    def __init__(self, environment: Environment, params: list[Expr], families: list[Opened]) -> None:
        self.environment = environment
        self.params = params
        self.families = families
        self.own = len(families)
        self.levels = terms.head(families[0].applied).b
        self.names = {family.name for family in families}
        self.copies: dict[Expr, Expr] = {}
        self.back: dict[Expr, Expr] = {}

    def flatten(self) -> None:
        """Replace what is nested in all constructors, those of the copies included."""
        at = 0
        while at < len(self.families):
            family = self.families[at]
            family.constructors = [(made, self.replaced(type_)) for made, type_ in family.constructors]
            at += 1

    def replaced(self, term: Expr) -> Expr:
        """`term` with copies in place of nested occurrences, outermost first."""
        memo: dict[Expr, Expr] = {}
        names = frozenset(self.names)

        def go(at: Expr) -> Expr:
            if at.kind < CONST:
                return at
            done = memo.get(at)
            if done is None:
                done = self.copy_of(at, names) or binding.rebuild(at, go, go)
                memo[at] = done
            return done

        return go(term)

    def copy_of(self, term: Expr, names: frozenset[Name]) -> Expr | None:
        """The copy at the remaining arguments, where `term` is an inductive type around the group."""
        top, arguments = terms.unapply(term)
        if top.kind != CONST or top.a in self.names:
            return None
        found = self.environment.inductive(top.a)
        if found is None or found.nparams > len(arguments):
            return None
        given = arguments[: found.nparams]
        if not any(binding.occurs(names, each) for each in given):
            return None
        if any(each.loose for each in given):
            raise Refused("a nested type has a parameter that depends on a variable")
        around = terms.apply(top, *given)
        if around not in self.copies:
            self.add_copies(found, top.b, given)
        return terms.apply(self.copies[around], *arguments[found.nparams :])

    def add_copies(self, found: Inductive, levels: tuple[Level, ...], given: list[Expr]) -> None:
        for name in found.group:
            original = cast("Inductive", self.environment.constants[name])
            copy = Name(name, "nested")  # not in any table, so no file can name it
            applied = terms.apply(terms.const(copy, self.levels), *self.params)
            around = terms.apply(terms.const(name, levels), *given)
            constructors = []
            for made in original.constructors:
                value = terms.apply(terms.const(Name(made, "nested"), self.levels), *self.params)
                stands_for = terms.apply(terms.const(made, levels), *given)
                constructors.append((value, after_params(self.type_at(made, levels), given)))
                self.back[value] = stands_for
            type_ = after_params(self.type_at(name, levels), given)
            made_by = list(original.constructors)
            self.families.append(Opened(copy, applied, type_, original.nindices, constructors, made_by))
            self.copies[around] = applied
            self.back[applied] = around
            self.names.add(copy)

    def type_at(self, name: Name, levels: tuple[Level, ...]) -> Expr:
        found = self.environment.constants[name]
        return binding.substitute(found.type, dict(zip(found.params, levels, strict=True)))

    def restored(self, term: Expr) -> Expr:
        """`term` with what the copies stand for."""
        if not self.back:
            return term
        memo: dict[Expr, Expr] = {}

        def go(at: Expr) -> Expr:
            stands_for = self.back.get(at)
            if stands_for is not None:
                return stands_for
            done = memo.get(at)
            if done is None:
                done = memo[at] = binding.rebuild(at, go, go)
            return done

        return go(term)
