"""Values of variables, and what tactics may prove of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from app.models.expression import Term, applied, names, replaced
from app.models.refuting.holes import Hole, Text, bare
from app.models.refuting.samples import Sample, is_finite, values_of
from app.models.semantics import Compiler, Domain, Typed, compiler, normal_type
from app.models.semantics.truth import Truth

UNFOLDED = {
    "Injective": "Function.Injective",
    "Surjective": "Function.Surjective",
    "Bijective": "Function.Bijective",
    "∃!": "ExistsUnique",
}
ON_SETS = frozenset({"∪", "∩", "\\", "ᶜ", "''", "⁻¹'", "∅", "univ", "{,}", "{|}", "⊆", "⊂", "𝒫", "Nonempty"})
_NUMBERS = 12


@dataclass(frozen=True, slots=True)
class Evidence:
    """Values of variables, and what follows from them; `domain` is what quantifiers look at.

    `settled` are types that are not printed; `deep` is to leave as little to tactics as can be.
    """

    types: Mapping[str, Term]
    env: Mapping[str, Any]
    domain: Domain
    settled: Mapping[Term, Term]
    deep: bool

    def proof(self, says: Term) -> Text:
        """A term for what is true, as an argument."""
        if says.head == "∈" and self.deep and says.args[1].head == "''":
            return self._reached(says)
        if says.head == "∃" and len(says.bound) == 1:
            variable = self.bound(says)
            if not is_finite(variable[1]):
                for found, sample in self.among(variable, says.args[0], wanted=True):
                    return (f"⟨{sample.lean}, ", *bare(found.proof(says.args[0])), "⟩")
        return (Hole(self.tactics(says)),)

    def _reached(self, says: Term) -> Text:
        """That something is a value of a function on a set, by the argument."""
        value, (map_, set_) = says.args[0], says.args[1].args
        kind = self.typed(set_).type
        variable = Term(self.fresh())
        inside, same = Term("∈", (variable, set_)), Term("=", (at(map_, variable), value))
        if kind is not None and kind.head == "Set":
            both = Term("∧", (inside, same))
            for found, sample in self.among((variable.head, kind.args[0]), both, wanted=True):
                parts = (*bare(found.proof(inside)), ", ", *bare(found.proof(same)))
                return (f"⟨{sample.lean}, ", *parts, "⟩")
        return (Hole(self.tactics(says)),)

    def fresh(self) -> str:
        """A name that no variable has."""
        return next(name for n in count() if (name := f"x✝{n}") not in self.types)

    def compiler(self, more: Mapping[str, Term] | None = None) -> Compiler:
        return compiler({**self.types, **(more or {})}, self.domain, self.settled)

    def truth(self, says: Term) -> Truth:
        return self.compiler().proposition(says)(self.env)

    def typed(self, term: Term) -> Typed:
        return self.compiler().typed(term)

    def with_value(self, name: str, type_: Term, sample: Sample) -> Evidence:
        return replace(
            self,
            types={**self.types, name: type_},
            env={**self.env, name: sample.value},
        )

    def bound(self, says: Term) -> tuple[str, Term]:
        bound = says.bound[0]
        if bound.type is not None:
            return bound.name, normal_type(bound.type)
        return self.compiler().under(says)[0][0]

    def among(
        self, variable: tuple[str, Term], says: Term, *, wanted: bool
    ) -> Iterator[tuple[Evidence, Sample]]:
        """The values of a variable for which `says` is so."""
        name, type_ = variable
        meaning = self.compiler({name: type_}).proposition(says)
        for sample in values_of(type_, _NUMBERS)[0]:
            if meaning({**self.env, name: sample.value}) is wanted:
                yield self.with_value(name, type_, sample), sample

    def tactics(self, says: Term) -> tuple[str, ...]:
        """Tactics that may prove what `says` something of particular values, the likeliest first."""
        symbols = names(says)
        unfolded = [full for symbol, full in UNFOLDED.items() if symbol in symbols]
        if unfolded:
            listed = ", ".join(unfolded)
            return (f"unfold {' '.join(unfolded)}; decide", f"simp [{listed}]", "intro a b h; simpa using h")
        if any(type_.head == "ULift" for type_ in self.types.values()):
            return ("decide", "nofun", "rfl", "simp")
        if says.head == "=" and self._is_of_sets(says):
            return ("simp", "ext x; cases x <;> simp", "ext x; simp; omega", "ext x; simp")
        if says.head == "⊆" or (says.head == "∈" and says.args[1].head in ("𝒫", "powerset")):
            return ("simp", "intro x; cases x <;> simp", "intro x hx; simp at hx ⊢; omega", "intro x; simp")
        if symbols & ON_SETS:
            return ("decide", "simp", "simp [Set.ext_iff]", "norm_num", "omega")
        return ("decide", "simp", "norm_num", "omega")

    def _is_of_sets(self, says: Term) -> bool:
        left, right = self.compiler().same(*says.args)
        type_ = left.type or right.type
        return type_ is not None and type_.head == "Set"


def starting(
    assigned: Sequence[tuple[str, Term, Sample]], domain: Domain, settled: Mapping[Term, Term], *, deep: bool
) -> Evidence:
    """What variables stand for, each with its type."""
    return Evidence(
        {name: type_ for name, type_, _ in assigned},
        {name: sample.value for name, _, sample in assigned},
        domain,
        settled,
        deep,
    )


def at(function: Term, argument: Term) -> Term:
    if function.head == "fun" and len(function.bound) == 1:
        return replaced(function.args[0], {function.bound[0].name: argument})
    return applied(function, (argument,))
