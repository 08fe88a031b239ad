"""Inductive groups: whether their types and constructors are allowed.

The conditions are those of Carneiro (2019), section 2.6: the group's types share parameters and a universe; a
field's type lies in that universe or below, unless the group is in Prop; the group occurs in fields strictly
positively.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel import binding, levels, terms
from app.kernel.declarations import Constructed, Family, Group
from app.kernel.environment import Constructor, Inductive
from app.kernel.inference import Checker
from app.kernel.levels import Level
from app.kernel.names import Name
from app.kernel.nesting import Nest, Opened
from app.kernel.outcome import Refused
from app.kernel.terms import PI, Expr


@dataclass(slots=True)
class Recursive:
    """A field that holds values of the group: `family` at `indices`, for all `variables`."""

    family: int
    variables: list[Expr]
    indices: list[Expr]


@dataclass(slots=True)
class Shape:
    """A constructor opened: its fields, which of them are recursive, and the indices of what it makes."""

    made: Expr
    name: Name
    fields: list[Expr]
    recursive: list[Recursive | None]
    indices: list[Expr]


class Admission:
    """One group on its way into the environment."""

    def __init__(self, checker: Checker, group: Group) -> None:
        self.checker = checker
        self.group = group
        self.environment = checker.environment
        self.params: list[Expr] = []
        self.level: Level = levels.zero
        self.nest: Nest
        self.shapes: list[list[Shape]] = []
        self.first_free = 0

    @property
    def in_prop(self) -> bool:
        """Whether the group is in Prop whatever the universe parameters are."""
        return levels.same(self.level, levels.zero)

    def admit(self) -> None:
        """Check types and constructors and enter them. Raises Refused where a rule is broken."""
        _check_form(self.group)
        opened = [self.open_family(family) for family in self.group.families]
        for family in self.group.families:
            self.enter(family)
        for made in self.group.constructors:
            self.checker.sort_of(self.checker.check(made.type))
        for family, one in zip(self.group.families, opened, strict=True):
            own = [each for each in self.group.constructors if each.family is family.name]
            one.constructors = [self.open_constructor(each) for each in own]
        self.nest = Nest(self.environment, self.params, opened)
        self.nest.flatten()
        self.first_free = self.count_of_locals()
        self.enter_copies()
        self.shapes = [
            [self.shape(at, place) for place in range(len(family.constructors))]
            for at, family in enumerate(self.nest.families)
        ]
        self.leave_copies()
        self.compare_flags()
        for made in self.group.constructors:
            self.environment.constants[made.name] = Constructor(
                made.name, made.params, made.type, made.family, made.nparams, made.nfields
            )

    def open_family(self, family: Family) -> Opened:
        checker = self.checker
        checker.sort_of(checker.check(family.type))
        type_ = family.type
        first = not self.params
        for place in range(family.nparams):
            if type_.kind != PI:
                raise Refused(f"{family.name} has fewer parameters than it says")
            if first:
                self.params.append(terms.local(place, type_.a))
            elif not checker.equal(self.params[place].b, type_.a):
                raise Refused(f"{family.name} has other parameters than the first type of its group")
            type_ = binding.instantiate(type_.b, (self.params[place],))
        applied = terms.apply(
            terms.const(family.name, tuple(map(levels.parameter, family.params))), *self.params
        )
        self.same_universe(family, self.result_of(type_, family.nindices))
        return Opened(family.name, applied, type_, family.nindices, [], list(family.constructors))

    def result_of(self, type_: Expr, nindices: int) -> Level:
        """The level of the universe behind the indices. Raises Refused where there are more or fewer."""
        counted = 0
        level = len(self.params)
        while type_.kind == PI:
            type_ = binding.instantiate(type_.b, (terms.local(level + counted, type_.a),))
            counted += 1
        if counted != nindices:
            raise Refused(f"a type has {counted} indices, not {nindices}")
        return self.checker.sort_of(type_)

    def same_universe(self, family: Family, level: Level) -> None:
        if family is self.group.families[0]:
            self.level = level
        elif not levels.same(level, self.level):
            raise Refused(f"{family.name} is in another universe than its group")

    def open_constructor(self, made: Constructed) -> tuple[Expr, Expr]:
        """The constructor at the parameters and the rest of its type, whose binders for them must agree."""
        type_ = made.type
        for param in self.params:
            if type_.kind != PI:
                raise Refused(f"{made.name} takes fewer parameters than its type")
            if type_.a is not param.b and not self.checker.equal(type_.a, param.b):
                raise Refused(f"{made.name} takes other parameters than its type")
            type_ = binding.instantiate(type_.b, (param,))
        constant = terms.const(made.name, tuple(map(levels.parameter, made.params)))
        return terms.apply(constant, *self.params), type_

    def enter(self, family: Family) -> None:
        names = tuple(each.name for each in self.group.families)
        self.environment.constants[family.name] = Inductive(
            family.name,
            family.params,
            family.type,
            names,
            family.nparams,
            family.nindices,
            family.constructors,
            recursive=True,
        )

    def count_of_locals(self) -> int:
        """A level above those of parameters, motives and minor premises."""
        families = self.nest.families
        return len(self.params) + len(families) + sum(len(each.constructors) for each in families)

    def enter_copies(self) -> None:
        """Check the copies of nested types as part of the group, which they are until `leave_copies`."""
        checker, nest = self.checker, self.nest
        params = self.group.families[0].params
        names = tuple(family.name for family in nest.families)
        copies = nest.families[nest.own :]
        for copy in copies:
            type_ = binding.bind(PI, self.params, copy.type)
            checker.sort_of(checker.check(type_))
            if binding.occurs(nest.names, copy.type):
                raise Refused(f"{copy.name.prefix} around the group has an index in the group")
            if not levels.same(self.result_of(copy.type, copy.nindices), self.level):
                raise Refused(f"{copy.name.prefix} around the group is in another universe")
            self.environment.constants[copy.name] = Inductive(
                copy.name, params, type_, names, len(self.params), copy.nindices, (), recursive=True
            )
        for family in nest.families if copies else ():
            for _, type_ in family.constructors:
                checker.sort_of(checker.check(binding.bind(PI, self.params, type_)))

    def leave_copies(self) -> None:
        for copy in self.nest.families[self.nest.own :]:
            del self.environment.constants[copy.name]

    def shape(self, family_at: int, place: int) -> Shape:
        """The constructor opened, once its fields and its result are found to be allowed."""
        family = self.nest.families[family_at]
        made, type_ = family.constructors[place]
        name = family.made_by[place]
        fields: list[Expr] = []
        recursive: list[Recursive | None] = []
        level = self.first_free
        while type_.kind == PI:
            self.check_universe(name, type_.a)
            field = terms.local(level, type_.a)
            level += 1
            recursive.append(self.recursive(name, type_.a, level))
            fields.append(field)
            type_ = binding.instantiate(type_.b, (field,))
        at, indices = self.occurrence(name, type_)
        if at != family_at:
            raise Refused(f"{name} makes a value of another type")
        return Shape(made, name, fields, recursive, indices)

    def check_universe(self, name: Name, type_: Expr) -> None:
        level = self.checker.sort_of(self.checker.infer(type_))
        if not levels.at_most(level, self.level) and not self.in_prop:
            raise Refused(f"{name} has a field in a larger universe than its type")

    def recursive(self, name: Name, type_: Expr, level: int) -> Recursive | None:
        """How a field of this type holds values of the group; None where it does not."""
        names = self.nest.names
        variables: list[Expr] = []
        type_ = self.checker.whnf(type_)
        while type_.kind == PI:
            if binding.occurs(names, type_.a):
                raise Refused(f"{name} has a field in which its type stands left of an arrow")
            variable = terms.local(level + len(variables), type_.a)
            variables.append(variable)
            type_ = self.checker.whnf(binding.instantiate(type_.b, (variable,)))
        if not binding.occurs(names, type_):
            return None
        at, indices = self.occurrence(name, type_)
        return Recursive(at, variables, indices)

    def occurrence(self, name: Name, type_: Expr) -> tuple[int, list[Expr]]:
        """Which type of the group `type_` is, at the group's own parameters, and its indices."""
        top, arguments = terms.unapply(type_)
        count = len(self.params)
        for at, family in enumerate(self.nest.families):
            if top.a is not family.name:
                continue
            if not levels.same_all(top.b, self.nest.levels):
                break
            if not all(map(self.checker.equal, arguments[:count], self.params)):
                break
            indices = arguments[count:]
            if any(binding.occurs(self.nest.names, index) for index in indices):
                break
            return at, indices
        raise Refused(f"{name} mentions its type in a way that is not allowed: {terms.show(type_)}")

    def compare_flags(self) -> None:
        """Enter whether the group is recursive, and compare what the file says of it.

        By Lean's definition that is told by how the types of fields are written, not by what they reduce to.
        """
        types = [field.b for shapes in self.shapes for shape in shapes for field in shape.fields]
        found = [type_ for type_ in types if binding.occurs(self.nest.names, type_)]
        reflexive = any(type_.kind == PI for type_ in found)
        for family in self.group.families:
            if family.recursive != bool(found) or family.reflexive != reflexive:
                raise Refused(f"what is said of the recursion of {family.name} is wrong")
            if family.nnested != len(self.nest.families) - self.nest.own:
                raise Refused(f"what is said of the nested types of {family.name} is wrong")
            entered = self.environment.inductive(family.name)
            if entered is not None:
                entered.recursive = bool(found)
        for shapes in self.shapes[: self.nest.own]:
            for shape in shapes:
                (made,) = [each for each in self.group.constructors if each.name is shape.name]
                if made.nfields != len(shape.fields):
                    raise Refused(f"{made.name} has {len(shape.fields)} fields, not {made.nfields}")


def _check_form(group: Group) -> None:
    """What can be said of a group without types: who belongs to whom."""
    if not group.families:
        raise Refused("an inductive group without a type")
    first = group.families[0]
    names = tuple(family.name for family in group.families)
    made = group.constructors
    for family in group.families:
        if family.group != names or family.params != first.params or family.nparams != first.nparams:
            raise Refused(f"{family.name} does not fit its group")
        own = [each for each in made if each.family is family.name]
        if tuple(each.name for each in own) != family.constructors:
            raise Refused(f"the constructors of {family.name} are not those it names")
        if [each.place for each in own] != list(range(len(own))):
            raise Refused(f"the constructors of {family.name} are numbered wrongly")
    for each in made:
        if each.family not in names or each.params != first.params or each.nparams != first.nparams:
            raise Refused(f"{each.name} does not fit its group")
