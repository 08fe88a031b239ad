"""Proofs as data: what was done at each step, without how it is written down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

NAME = re.compile(r"[^\W\d][\w'₀-₉]*")


@dataclass(frozen=True, slots=True)
class Part:
    """A proof of something that a term needs, and what it says."""

    says: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Known:
    """A term: `term` has a slot for each of `parts`.

    `false` says that it proves `False`; `absurd`, that it does so where something else is to be shown.
    """

    term: str
    parts: tuple[Part, ...] = ()
    false: bool = False
    absurd: bool = False


@dataclass(frozen=True, slots=True)
class Introduced:
    names: tuple[str, ...]
    body: Proof


@dataclass(frozen=True, slots=True)
class Both:
    left: Proof
    right: Proof


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disjunction; `tactic` is `left` or `right`."""

    tactic: str
    body: Proof


@dataclass(frozen=True, slots=True)
class Witness:
    term: str
    body: Proof


@dataclass(frozen=True, slots=True)
class Cases:
    """What a term says, taken apart: names for all of it in one case, or one pattern for each of two."""

    term: Known
    patterns: tuple[str, ...]
    bodies: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Suppose it were not so."""

    name: str
    body: Proof


@dataclass(frozen=True, slots=True)
class Excluded:
    """Either a proposition holds or not."""

    name: str
    says: str
    bodies: tuple[Proof, Proof]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """Rewriting with equations, each given as a proof; `body` is None where both sides become the same.

    Where `backwards`, what `body` proves is rewritten to the goal, not the goal to that.
    """

    equations: tuple[Part, ...]
    body: Proof | None
    backwards: bool = False
    shows: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """Equations one behind the other: the terms, and a proof for each step from one to the next."""

    terms: tuple[str, ...]
    steps: tuple[Proof, ...]


Proof = Known | Introduced | Both | Side | Witness | Cases | Contradiction | Excluded | Rewritten | Chain


def introduced(name: str, body: Proof) -> Introduced:
    """A name in front of those that `body` introduces."""
    if isinstance(body, Introduced):
        return Introduced((name, *body.names), body.body)
    return Introduced((name,), body)


def chain(terms: Sequence[str], steps: Sequence[Proof]) -> Chain:
    """A chain in which no step is a chain."""
    all_terms = [terms[0]]
    all_steps: list[Proof] = []
    for term, step in zip(terms[1:], steps, strict=True):
        if isinstance(step, Chain):
            all_terms += step.terms[1:]
            all_steps += step.steps
        else:
            all_terms.append(term)
            all_steps.append(step)
    return Chain(tuple(all_terms), tuple(all_steps))


def below(proof: Proof) -> Iterator[Proof]:
    """The proofs that `proof` is made of."""
    match proof:
        case Known(_, parts):
            yield from (part.proof for part in parts)
        case Introduced(_, body) | Side(_, body) | Witness(_, body) | Contradiction(_, body):
            yield body
        case Both(left, right):
            yield from (left, right)
        case Cases(term, _, bodies):
            yield from (term, *bodies)
        case Excluded(_, _, bodies):
            yield from bodies
        case Chain(_, steps):
            yield from steps
        case Rewritten(equations, body, _, _):
            yield from (part.proof for part in equations)
            if body is not None:
                yield body


def size(proof: Proof) -> int:
    return 1 + sum(map(size, below(proof)))


def names(proof: Proof) -> frozenset[str]:
    """The names that `proof` uses."""
    own: set[str] = set()
    match proof:
        case Known(term, parts):
            own = set(NAME.findall(term)) | {name for part in parts for name in NAME.findall(part.says)}
        case Witness(term, _):
            own = set(NAME.findall(term))
        case Chain(terms, _):
            own = {name for term in terms for name in NAME.findall(term)}
        case Excluded(_, says, _):
            own = set(NAME.findall(says))
        case Rewritten(equations, _, _, shows):
            own = set(NAME.findall(shows))
            own |= {name for part in equations for name in NAME.findall(part.says)}
    return frozenset(own).union(*map(names, below(proof)))
