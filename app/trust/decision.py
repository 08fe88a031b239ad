"""Steps 4 to 6: what the compiled files say, read as if an attacker wrote them, and whether it is the claim.

Everything here is on data; no Lean runs. What passes is a cone for the kernels, not yet a proof.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from app.domain.certificate import PERMITTED_AXIOMS
from app.domain.gate import RESERVED_NAMES
from app.trust.cone import Cone, cone
from app.trust.export import export
from app.trust.library import Library
from app.trust.olean import Olean
from app.trust.terms import (
    ANONYMOUS,
    AnyConstant,
    App,
    Const,
    Definition,
    Expr,
    Lam,
    Let,
    Malformed,
    Name,
    Opaque,
    Pi,
    Proj,
    Recursor,
    Terms,
    Theorem,
    children,
)

SORRY = "sorryAx"
Find = Callable[[Name], AnyConstant | None]


class Refused(Exception):
    """A definite 'no': one of TRUST's words, and the reason in words."""

    def __init__(self, verdict: str, reason: str) -> None:
        super().__init__(reason)
        self.verdict, self.reason = verdict, reason


class BadChallenge(Exception):
    """The challenge is not one theorem with `sorry`; the words say why."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A theorem that says what was asked, on permitted axioms; `export` is all that it rests on."""

    theorem: str
    axioms: tuple[str, ...]
    constants: int
    export: bytes


def opened(library: Iterable[bytes]) -> Library:
    """The modules of an environment, for one decision."""
    core = Library(Terms())
    for data in library:
        core.add(data)
    return core


def decide(core: Library, challenge: bytes, solution: bytes) -> Claim:
    """Compare a compiled solution with a compiled challenge.

    Raises Refused, and BadChallenge for what is the fault of the challenge.
    """
    terms = core.terms
    asked = Asked(core, challenge)
    try:
        given = _Module(core, solution)
        _compare(asked, given)
        found = cone(terms, given.find, [asked.claim.name])
        axioms = _permitted(terms, found)
        if asked.module.olean.imports != given.olean.imports:
            raise Refused("refused_source", "The solution imports another library.")
        return Claim(
            terms.text(asked.claim.name),
            axioms,
            len(found.constants),
            export(terms, found.units, given.olean.lean_version, given.olean.lean_commit),
        )
    except Malformed as error:
        raise Refused("kernel_rejected", f"What was compiled is not well-formed: {error}") from error


class _Module:
    """A compiled file on top of the library. Raises Malformed, and Refused where it takes a reserved name."""

    def __init__(self, core: Library, data: bytes) -> None:
        self.terms, self._core = core.terms, core
        self.olean = Olean(data, core.terms)
        if self.olean.lean_commit != core.lean_commit:
            raise Malformed("the file was written by another Lean")
        for name in self.olean.names:
            text = core.terms.text(name)
            if core.declares(name):
                raise Refused("reserved_name", f"{text} is a name of the library.")
            if reason := RESERVED_NAMES.get(text):
                raise Refused("reserved_name", f"{text} may not be declared: {reason}.")
        self.own = frozenset(self.olean.names)

    def find(self, name: Name) -> AnyConstant | None:
        return self.olean.constant(name) if name in self.own else self._core.find(name)


class Asked:
    """A challenge: `claim` is its theorem, `under` what its statement rests on of its own declarations.

    Raises BadChallenge.
    """

    def __init__(self, core: Library, compiled: bytes) -> None:
        try:
            self.module = _Module(core, compiled)
            self.claim = _only_claim(self.module)
            self.under = _under_statement(self.module, self.claim)
        except (Malformed, Refused) as error:
            raise BadChallenge(f"The challenge cannot be read: {error}") from error


def _only_claim(asked: _Module) -> Theorem:
    """The theorem whose proof is `sorry`."""
    terms = asked.terms
    sorry = terms.named(SORRY)
    claims = [
        constant
        for constant in asked.olean
        if isinstance(constant, Theorem) and sorry in _mentioned(terms, [constant.value])
    ]
    if len(claims) != 1:
        raise BadChallenge(f"The challenge has {len(claims)} theorems with `sorry`; it needs one.")
    return claims[0]


def _under_statement(asked: _Module, claim: Theorem) -> tuple[AnyConstant, ...]:
    """What the statement rests on, of the challenge's own declarations."""
    under = cone(asked.terms, asked.find, _mentioned(asked.terms, [claim.type]))
    if any(asked.terms.text(axiom.name) == SORRY for axiom in under.axioms):
        raise BadChallenge("The statement itself rests on `sorry`.")
    return tuple(constant for constant in under.constants if constant.name in asked.own)


def _compare(asked: Asked, given: _Module) -> None:
    terms, claim = given.terms, asked.claim
    text, proved = terms.text(claim.name), given.find(claim.name)
    if proved is None:
        raise Refused("missing", f"The solution has no theorem {text}.")
    if not isinstance(proved, Theorem):
        kind = type(proved).__name__.lower()
        raise Refused("wrong_kind", f"In the solution {text} is not a theorem but of the kind {kind}.")
    bare = Bare(terms)
    if (proved.parameters, bare(proved.type)) != (claim.parameters, bare(claim.type)):
        raise Refused("statement_changed", f"The solution's {text} is another statement.")
    compare_below(asked, given.find, bare)


def compare_below(asked: Asked, find: Find, bare: Bare) -> None:
    """Raises Refused where what the statement rests on is found to be another thing."""
    for constant in asked.under:
        other = find(constant.name)
        if other is None or bare.constant(other) != bare.constant(constant):
            changed = asked.module.terms.text(constant.name)
            raise Refused("statement_changed", f"{changed}, on which the statement rests, is not the same.")


def _permitted(terms: Terms, found: Cone) -> tuple[str, ...]:
    if found.unsafe:
        raise Refused("unsafe", f"{terms.text(found.unsafe[0].name)} is outside of the logic.")
    axioms = sorted(terms.text(axiom.name) for axiom in found.axioms)
    if SORRY in axioms:
        raise Refused("has_sorry", "The proof uses `sorry`.")
    if others := [axiom for axiom in axioms if axiom not in PERMITTED_AXIOMS]:
        raise Refused(f"axioms[{', '.join(others)}]", f"The proof uses axioms: {', '.join(others)}.")
    return tuple(axioms)


def _within(terms: Terms, roots: Iterable[Expr]) -> list[Expr]:
    """All nodes under `roots`, each once, what is under a node before it."""
    seen: set[Expr] = set()
    waiting = list(roots)
    while waiting:
        expr = waiting.pop()
        if expr not in seen:
            seen.add(expr)
            waiting += children(terms.exprs[expr])
    return sorted(seen)


def _mentioned(terms: Terms, roots: Iterable[Expr]) -> frozenset[Name]:
    """The constants in these expressions, and the structures that are projected from."""
    nodes = [terms.exprs[expr] for expr in _within(terms, roots)]
    constants = {node.name for node in nodes if isinstance(node, Const)}
    return frozenset(constants | {node.type_name for node in nodes if isinstance(node, Proj)})


class Bare:
    """Expressions without the names of their binders, which Lean makes from places in the file."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._known: dict[Expr, Expr] = {}

    def __call__(self, root: Expr) -> Expr:
        known = self._known
        if root not in known:
            for expr in _within(self._terms, [root]):
                if expr not in known:
                    known[expr] = self._one(expr)
        return known[root]

    def _one(self, expr: Expr) -> Expr:
        terms, known = self._terms, self._known
        match terms.exprs[expr]:
            case App(function, argument):
                return terms.expr(App(known[function], known[argument]))
            case Lam(_, type_, body, info):
                return terms.expr(Lam(ANONYMOUS, known[type_], known[body], info))
            case Pi(_, type_, body, info):
                return terms.expr(Pi(ANONYMOUS, known[type_], known[body], info))
            case Let(_, type_, value, body, nondep):
                return terms.expr(Let(ANONYMOUS, known[type_], known[value], known[body], nondep))
            case Proj(type_name, field, struct):
                return terms.expr(Proj(type_name, field, known[struct]))
            case _:
                return expr

    def constant(self, constant: AnyConstant) -> AnyConstant:
        """A theorem is known by its type; of all others every field counts."""
        type_ = self(constant.type)
        match constant:
            case Theorem():
                return replace(constant, type=type_, value=type_, all=())
            case Definition(value=value) | Opaque(value=value):
                return replace(constant, type=type_, value=self(value))
            case Recursor(rules=rules):
                ruled = tuple(rule._replace(rhs=self(rule.rhs)) for rule in rules)
                return replace(constant, type=type_, rules=ruled)
            case _:
                return replace(constant, type=type_)
