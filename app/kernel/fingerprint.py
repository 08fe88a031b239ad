"""A definition and all that it rests on as one hash, for definitions that were read by a person."""

from __future__ import annotations

import hashlib

from app.kernel import terms
from app.kernel.environment import THEOREM, Constructor, Definition, Environment, Inductive, Recursor
from app.kernel.levels import Level
from app.kernel.names import Name, dotted
from app.kernel.terms import Expr


def fingerprint(environment: Environment, name: Name) -> str:
    """The SHA-256 (hexadecimal) of the definition `name` and of all constants that it rests on.

    A theorem counts by its statement only, as all proofs of it are equal; recursors by their types.
    """
    seen: dict[Name, str] = {}
    todo = [name]
    while todo:
        at = todo.pop()
        if at in seen:
            continue
        hashed = _Hashed()
        seen[at] = hashed.constant(environment, at)
        todo += hashed.names
    listed = sorted(f"{path(at)} {digest}" for at, digest in seen.items())
    return hashlib.sha256("\n".join([path(name), *listed]).encode()).hexdigest()


def path(name: Name) -> str:
    """A text of `name` that no other name has."""
    parts: list[str] = []
    at: Name | None = name
    while at is not None and at.prefix is not None:
        parts.append(repr(at.part))
        at = at.prefix
    return ".".join(reversed(parts))


class _Hashed:
    """Hashes terms, and remembers which constants were in them."""

    def __init__(self) -> None:
        self.names: set[Name] = set()
        self.done: dict[Expr, str] = {}

    def constant(self, environment: Environment, name: Name) -> str:
        found = environment.constants[name]
        parts = [type(found).__name__, *map(path, found.params), self.term(found.type)]
        if isinstance(found, Definition) and found.height != THEOREM:
            parts.append(self.term(found.value))
        if isinstance(found, Inductive):
            self.names.update(found.constructors)
            parts += [str(found.nparams), *map(path, found.constructors)]
        if isinstance(found, Constructor | Recursor):
            self.names.add(found.inductive)
            parts.append(path(found.inductive))
        return _hash(parts)

    def term(self, term: Expr) -> str:
        known = self.done.get(term)
        if known is None:
            parts = (term.a, term.b, None if term.kind == terms.CONST else term.c)  # there it is a cache
            known = self.done[term] = _hash([str(term.kind), *map(self.part, parts)])
        return known

    def part(self, part: object) -> str:
        if isinstance(part, Expr):
            return self.term(part)
        if isinstance(part, Name):
            self.names.add(part)
            return path(part)
        if isinstance(part, Level):
            left = path(part.a) if isinstance(part.a, Name) else self.part(part.a)
            return f"({part.kind} {left} {self.part(part.b)})"
        if isinstance(part, tuple):
            return " ".join(map(self.part, part))
        return f"{part:x}" if isinstance(part, int) else repr(part)


def _hash(parts: list[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


# The definitions of the built-in library. A changed definition loses its speed, not its meaning.
KNOWN: dict[Name, tuple[str, ...]] = {
    dotted(f"Nat.{name}"): (digest,)
    for name, digest in {
        "div": "ccaa09b8007d48e4f55d8fa3ce9f46eaf7f3df53a8255db210afaae2112f4d59",
        "mod": "97346e7a4984b33872594357151f7066fc3c98710019532540f632c1d848e5f9",
        "gcd": "6c3fc16fedc82c75ac7be911cc8784c4647777add7d4a7a9e4eacce06158df17",
        "land": "5c878e7325d27371ff28fd9ba0e66727ff37d6e1c1c47b30d6d84099d6741520",
        "lor": "ca0bc77513dbdeb5f1c1761cdf10ba35837435364eb138460966a6af88c8ba2f",
        "xor": "3658d43143d13dc212868b3cf69c4b412ba2acd27fb3c6bf254b55d0b4824945",
        "log2": "34de0a76d76de5766eb02839d8e88b08177691b6f766bdbea801f57bc90024f8",
    }.items()
}
