"""Random closed claims for Lean and for the evaluator: a proposition over variables, and their values."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from app.models.expression import Term
from app.models.refuting.samples import Sample, values_of
from app.models.semantics import type_of

_NAT = "a + b; a - b; a * b; a / b; a % b; Nat.gcd a b; min a b; max a b; a ^ 2; a; b; 3"
_INT = "a + b; a - b; a * b; a / b; a % b; -a; |a - b|; min a b; max a b; a ^ 2; b; -4"
_LIST = "l ++ k; l.reverse; l.tail; List.take c l; List.drop c k; c :: l; List.map f l; k; [1, c]"
_SET = "s ∪ t; s ∩ t; s \\ t; (s)ᶜ; g '' s; g ⁻¹' t; (∅ : Set Bool); {x | x = v ∨ x ∈ s}; t"
_BOOL = "v; w; g v; g (g w); !v; v && w; v || w; true"
_RELATIONS = ("{} = {}", "{} < {}", "{} ≤ {}", "{} ∣ {}", "¬{} = {}")
_GENERAL = (
    "∀ (x : Bool), x ∈ s → g x ∈ t",
    "∃ x, x ∈ s ∧ r x v",
    "∀ (x y : Bool), r x y → r y x",
    "∃! x, r v x",
    "∀ (x : Fin 3), ∃ y, x + y = i",
    "Function.Injective g",
    "Function.Surjective g",
    "g ∘ g = g",
    "s.Nonempty",
    "s ⊂ t",
    "l.length = c ∨ c ∈ l",
    "Even c ↔ Odd (c + 1)",
    "Nat.Prime c",
    "l.sum = k.sum",
    "l.head? = some c",
    "List.filter (fun x => decide (x < c)) l = k",
    "i + j = j * i",
    "i - j ≤ j",
    "(v, c) = (w, 2)",
    "(if c < 2 then v else w) = true",
    "c ≡ 1 [MOD 3]",
    "Nat.Coprime c 6",
    "Nat.choose c 2 = c",
)
TYPES = {
    "c": "Nat", "l": "List Nat", "k": "List Nat", "f": "Nat → Nat", "s": "Set Bool", "t": "Set Bool",
    "g": "Bool → Bool", "v": "Bool", "w": "Bool", "r": "Bool → Bool → Prop", "i": "Fin 3", "j": "Fin 3",
}  # fmt: skip


@dataclass(frozen=True)
class Instance:
    """A proposition over variables `values`, each with its type as Lean writes it."""

    text: str
    values: dict[str, tuple[str, Sample]]

    @property
    def closed(self) -> str:
        """The proposition with the values written in."""
        return re.sub(r"\b[a-z]\b", self._written, self.text)

    def _written(self, found: re.Match[str]) -> str:
        type_, sample = self.values.get(found[0], ("", None))
        return f"({sample.lean} : {type_})" if sample is not None else found[0]

    @property
    def types(self) -> dict[str, Term]:
        return {name: found for name, (type_, _) in self.values.items() if (found := type_of(type_))}


def instance(dice: random.Random) -> Instance:
    """A random proposition of one of several kinds."""
    kind = dice.randrange(6)
    types = {**TYPES, "a": "Int" if kind == 1 else "Nat", "b": "Int" if kind == 1 else "Nat"}
    parts = [terms.split("; ") for terms in (_NAT, _INT, _LIST, _SET, _BOOL)]
    if kind == 5:
        text = dice.choice(_GENERAL)
    else:
        relation = dice.choice(_RELATIONS) if kind < 2 else dice.choice(("{} = {}", "¬{} = {}"))
        if kind == 3:
            relation = dice.choice(("{} = {}", "{} ⊆ {}"))
        text = relation.format(*(f"({dice.choice(parts[kind])})" for _ in range(2)))
    values = {name: (type_, _value(type_, dice)) for name, type_ in types.items()}
    return Instance(text, values)


def _value(type_: str, dice: random.Random) -> Sample:
    term = type_of(type_)
    assert term is not None
    return dice.choice(values_of(term, 7)[0])
