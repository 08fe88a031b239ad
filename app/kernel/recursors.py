"""Recursors, made from an admitted group, and compared with what the file says they are.

For each type of the group: parameters, one motive for each type, one minor premise for each constructor
(its fields, then what the recursion gives on the recursive ones), the indices and the major premise. See
Carneiro (2019), section 2.6, for the rules and for when a group in Prop may be eliminated into data.
"""

from __future__ import annotations

from app.kernel import binding, levels, terms
from app.kernel.declarations import Eliminator
from app.kernel.environment import Recursor, Rule
from app.kernel.inductive import Admission, Recursive, Shape
from app.kernel.levels import Level
from app.kernel.names import Name, child
from app.kernel.outcome import Refused
from app.kernel.terms import LAM, PI, Expr


class Recursors:
    """The recursors of one group, in terms of the locals that the group was opened with."""

    def __init__(self, admission: Admission) -> None:
        self.admission = admission
        self.checker = admission.checker
        self.nest = admission.nest
        self.params = admission.params
        self.group = admission.group
        self.universe = self.elimination_universe()
        own = self.group.families[0].params
        self.universes = own if self.universe is None else (self.universe, *own)
        level: Level = levels.zero if self.universe is None else levels.parameter(self.universe)
        self.target = terms.sort(level)
        self.motives = [self.motive(at) for at in range(len(self.nest.families))]
        self.minors: list[list[Expr]] = []
        free = len(self.params) + len(self.motives)
        for shapes in admission.shapes:
            self.minors.append([self.minor(shape, free + place) for place, shape in enumerate(shapes)])
            free += len(shapes)
        self.names = [self.name(at) for at in range(len(self.nest.families))]

    def elimination_universe(self) -> Name | None:
        """The file's name for the universe that the recursors end in; None where that is Prop."""
        if not self.eliminates_into_data():
            return None
        own = self.group.families[0].params
        for given in self.group.eliminators:
            if len(given.params) == len(own) + 1 and given.params[0] not in own:
                return given.params[0]
        raise Refused("the recursors have no universe parameter of their own")

    def eliminates_into_data(self) -> bool:
        """Whether the recursors may end in any universe.

        A group that can be in Prop may do so only where nothing is learnt from its proofs: it is one type
        without constructors, or with one whose fields are proofs or indices of what it makes.
        """
        admission = self.admission
        if levels.never_zero(admission.level):
            return True
        if len(self.nest.families) > 1 or len(admission.shapes[0]) > 1:
            return False
        return all(
            field in shape.indices or self.checker.is_proposition(field.b)
            for shape in admission.shapes[0]
            for field in shape.fields
        )

    def name(self, at: int) -> Name:
        if at < self.nest.own:
            return child(self.group.families[at].name, "rec")
        return child(self.group.families[0].name, f"rec_{at - self.nest.own + 1}")

    def indices(self, at: int) -> list[Expr]:
        """Variables for the indices of the type."""
        found: list[Expr] = []
        type_ = self.nest.families[at].type
        for place in range(self.nest.families[at].nindices):
            found.append(terms.local(self.admission.first_free + place, type_.a))
            type_ = binding.instantiate(type_.b, (found[-1],))
        return found

    def major(self, at: int, indices: list[Expr]) -> Expr:
        type_ = terms.apply(self.nest.families[at].applied, *indices)
        return terms.local(self.admission.first_free + len(indices), type_)

    def motive(self, at: int) -> Expr:
        indices = self.indices(at)
        type_ = binding.bind(PI, [*indices, self.major(at, indices)], self.target)
        return terms.local(len(self.params) + at, type_)

    def minor(self, shape: Shape, level: int) -> Expr:
        """The premise for one constructor."""
        hypotheses: list[Expr] = []
        free = self.admission.first_free + len(shape.fields)
        for field, recursive in zip(shape.fields, shape.recursive, strict=True):
            if recursive is not None:
                type_ = binding.bind(PI, recursive.variables, self.at_motive(recursive, field))
                hypotheses.append(terms.local(free + len(hypotheses), type_))
        at = self.family_of(shape)
        made = terms.apply(shape.made, *shape.fields)
        result = terms.app(terms.apply(self.motives[at], *shape.indices), made)
        return terms.local(level, binding.bind(PI, shape.fields + hypotheses, result))

    def at_motive(self, recursive: Recursive, field: Expr) -> Expr:
        motive = terms.apply(self.motives[recursive.family], *recursive.indices)
        return terms.app(motive, terms.apply(field, *recursive.variables))

    def family_of(self, shape: Shape) -> int:
        for at, shapes in enumerate(self.admission.shapes):
            if any(shape is each for each in shapes):
                return at
        raise AssertionError(shape)

    def close(self, kind: int, variables: list[Expr], body: Expr) -> Expr:
        """The binders, with the copies of nested types replaced back, below those of the parameters."""
        premises = [each for minors in self.minors for each in minors]
        inside = binding.bind(kind, [*self.motives, *premises, *variables], body)
        return binding.bind(kind, self.params, self.nest.restored(inside))

    def type_of(self, at: int) -> Expr:
        indices = self.indices(at)
        major = self.major(at, indices)
        result = terms.app(terms.apply(self.motives[at], *indices), major)
        return self.close(PI, [*indices, major], result)

    def rule(self, at: int, place: int) -> Rule:
        """What the recursor does on one constructor."""
        shape = self.admission.shapes[at][place]
        given = tuple(map(levels.parameter, self.universes))
        premises = [each for minors in self.minors for each in minors]
        values: list[Expr] = []
        for field, recursive in zip(shape.fields, shape.recursive, strict=True):
            if recursive is not None:
                again = terms.const(self.names[recursive.family], given)
                call = terms.apply(again, *self.params, *self.motives, *premises, *recursive.indices)
                value = terms.app(call, terms.apply(field, *recursive.variables))
                values.append(binding.bind(LAM, recursive.variables, value))
        body = terms.apply(self.minors[at][place], *shape.fields, *values)
        return Rule(shape.name, len(shape.fields), self.close(LAM, shape.fields, body))

    def recursor(self, at: int) -> Recursor:
        family = self.nest.families[at]
        rules = [self.rule(at, place) for place in range(len(family.constructors))]
        own = at < self.nest.own
        return Recursor(
            self.names[at],
            self.universes,
            self.type_of(at),
            family.name if own else terms.head(self.nest.back[family.applied]).a,
            len(self.params),
            len(self.motives),
            sum(map(len, self.minors)),
            family.nindices,
            {rule.constructor: rule for rule in rules},
            self.replaces_any_proof(),
        )

    def replaces_any_proof(self) -> bool:
        """Whether the group is one type in Prop with one constructor that has no fields."""
        shapes = self.admission.shapes
        return self.admission.in_prop and len(shapes) == 1 and len(shapes[0]) == 1 and not shapes[0][0].fields


def add_recursors(admission: Admission) -> None:
    """Enter the recursors of an admitted group. Raises Refused where the file says they are otherwise."""
    made = Recursors(admission)
    given = {each.name: each for each in admission.group.eliminators}
    recursors = [made.recursor(at) for at in range(len(made.names))]
    if given.keys() != set(made.names):
        raise Refused("the recursors are not those of the group")
    constants = admission.environment.constants
    for recursor in recursors:
        constants[recursor.name] = recursor
    for recursor in recursors:
        _compare(admission, recursor, given[recursor.name])


def _compare(admission: Admission, made: Recursor, given: Eliminator) -> None:
    counts = (made.nparams, made.nmotives, made.nminors, made.nindices)
    if given.params != made.params or given.counts != counts or given.k != made.k:
        raise Refused(f"{made.name} is another recursor than its group has")
    _agree(admission, made.name, given.type, made.type)
    if [name for name, _, _ in given.rules] != list(made.rules):
        raise Refused(f"{made.name} has rules for other constructors")
    for name, nfields, value in given.rules:
        if nfields != made.rules[name].nfields:
            raise Refused(f"{made.name} has another number of fields for {name}")
        _agree(admission, made.name, value, made.rules[name].value)


def _agree(admission: Admission, name: Name, given: Expr, made: Expr) -> None:
    if given is made:
        return
    checker = admission.checker
    checker.check(given)
    checker.check(made)
    if not checker.equal(given, made):
        raise Refused(f"what is said of {name} is not what its group gives")
