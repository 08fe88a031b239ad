"""Proofs made shorter: without names that nothing uses, and goals that need not be shown."""

from __future__ import annotations

from dataclasses import replace

from app.models.firstorder.argument import (
    NAME,
    Both,
    Cases,
    Chain,
    Contradiction,
    Excluded,
    Introduced,
    Known,
    Part,
    Proof,
    Rewritten,
    Side,
    Witness,
    below,
    names,
)


def from_contradiction(proof: Proof) -> bool:
    """Whether some part follows only because what is known contradicts itself."""
    match proof:
        case Known(_, parts, _, absurd):
            return absurd or any(from_contradiction(part.proof) for part in parts)
        case Introduced(given, body):
            return from_contradiction(body) and not set(given) & names(body)
        case Both() | Side() | Witness():
            return any(map(from_contradiction, below(proof)))
    return False


def hopeless(proof: Proof) -> bool:
    """Whether all of `proof` draws a contradiction from what is known, so that it would prove anything."""
    match proof:
        case Known(_, _, _, absurd):
            return absurd
        case Introduced(given, body):
            return hopeless(body) and not set(given) & names(body)
        case Cases(_, _, bodies) | Excluded(_, _, bodies):
            return all(map(hopeless, bodies))
        case Both() | Side() | Witness():
            return any(map(hopeless, below(proof)))
    return False


def _for_false(proof: Proof, absurd: bool) -> Proof:
    """The contradiction that a hopeless proof draws, where `False` is to be shown or else `absurd`."""
    match proof:
        case Known():
            return replace(proof, absurd=absurd)
        case Cases(term, patterns, bodies):
            return Cases(term, patterns, tuple(_for_false(body, absurd) for body in bodies))
        case Excluded(name, says, (yes, no)):
            return Excluded(name, says, (_for_false(yes, absurd), _for_false(no, absurd)))
    return _for_false(next(part for part in below(proof) if hopeless(part)), absurd)


def pruned(proof: Proof) -> Proof:
    """`proof` without distinctions and names that nothing uses, and without goals that need not be shown."""
    made = _pruned(proof)
    match made:
        case Known(_, parts, false, absurd):
            beside = next((part.proof for part in parts if hopeless(part.proof)), None)
            return made if beside is None else _for_false(beside, absurd or not false)
        case Both() | Side() | Witness():
            return _for_false(made, True) if hopeless(made) else made
    return made


def _pruned(proof: Proof) -> Proof:
    match proof:
        case Known(_, parts):
            return replace(proof, parts=tuple(Part(part.says, pruned(part.proof)) for part in parts))
        case Introduced(given, body):
            return Introduced(given, pruned(body))
        case Both(left, right):
            return Both(pruned(left), pruned(right))
        case Side(tactic, body):
            return Side(tactic, pruned(body))
        case Witness(term, body):
            return Witness(term, pruned(body))
        case Contradiction(name, body):
            return Contradiction(name, pruned(body))
        case Cases(known, patterns, bodies):
            bodies = tuple(map(pruned, bodies))
            for pattern, body in zip(patterns, bodies, strict=True):
                if not set(NAME.findall(pattern)) & names(body):
                    return body
            source = pruned(known)
            return Cases(source, patterns, bodies) if isinstance(source, Known) else source
        case Excluded(name, says, bodies):
            yes, no = pruned(bodies[0]), pruned(bodies[1])
            for case in (yes, no):
                if name not in names(case):
                    return case
            return Excluded(name, says, (yes, no))
        case Chain(terms, steps):
            return Chain(terms, tuple(map(pruned, steps)))
        case Rewritten(equations, rest, backwards, shows):
            parts = tuple(Part(part.says, pruned(part.proof)) for part in equations)
            return Rewritten(parts, rest and pruned(rest), backwards, shows)
