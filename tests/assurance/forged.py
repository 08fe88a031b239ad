"""Files put together by chance: of objects as Lean has them, with pointers to anywhere, and of noise."""

from __future__ import annotations

import random
from collections.abc import Iterator

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from app.trust.region import constructor
from tests.trust.forging import BASE, NIL, Forger

_TEXTS = ("t", "False", "Nat", "u", "", "a.b", "sorryAx", "propext", "é", "t\0")


def forged(header: bytes, count: int, number: int) -> Iterator[bytes]:
    """`count` files with `header`, the same for the same number."""
    chance = random.Random(number)  # noqa: S311 - to be repeatable
    for _ in range(count):
        yield header + _file(chance)[len(header) :]


def _file(chance: random.Random) -> bytes:
    forger = _Chance(chance)
    for _ in range(chance.randrange(2, 20)):
        forger.grow()
    names = [forger.name("t"), *(forger.some("name") for _ in range(chance.choice((0, 0, 1, 3))))]
    constants = [(name, forger.constant(name)) for name in names]
    imports = [forger.some("name") for _ in range(chance.choice((0, 0, 1)))]
    return forger.file(*constants, imports=imports, module=chance.choice((0,) * 9 + (1,)))


class _Chance(Forger):
    """A forger that throws dice: mostly for an object of the right kind, else for any."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__()
        self._chance = chance
        self._made = {"name": [NIL], "level": [NIL], "expr": [self.sort()], "names": [NIL]}
        self._made["levels"] = [NIL]
        self._wildness = chance.choice((0, 0.02, 0.1))

    def some(self, kind: str) -> int:
        chance = self._chance
        if chance.random() >= self._wildness:
            return chance.choice(self._made[kind])
        pool = self._made[chance.choice(tuple(self._made))]
        here = BASE + 8 * chance.randrange(len(self.words) + 30)
        return chance.choice((chance.choice(pool), here, chance.randrange(1 << 64), chance.randrange(99)))

    def grow(self) -> None:
        """Make one more object."""
        kind = self._chance.choice(("name", "level", "names", "levels", "expr", "expr", "expr"))
        self._made[kind].append(getattr(self, f"_{kind}")())

    def _name(self) -> int:
        chance = self._chance
        if chance.random() < 0.2:
            return self.object(constructor(2, 2, 8), self.some("name"), chance.randrange(9) << 1 | 1, 0)
        return self.name(chance.choice(_TEXTS), prefix=self.some("name"))

    def _level(self) -> int:
        chance = self._chance
        match chance.randrange(3):
            case 0:
                return self.object(constructor(1, 1, 8), self.some("level"), 0)
            case 1:
                head = constructor(chance.choice((2, 3)), 2, 8)
                return self.object(head, self.some("level"), self.some("level"), 0)
            case _:
                return self.object(constructor(4, 1, 8), self.some("name"), 0)

    def _names(self) -> int:
        return self.list(*(self.some("name") for _ in range(self._chance.randrange(4))))

    def _levels(self) -> int:
        return self.list(*(self.some("level") for _ in range(self._chance.randrange(4))))

    def _expr(self) -> int:
        chance, some = self._chance, self.some
        match chance.randrange(10):
            case 0:
                return self.bvar(chance.choice((0, 0, 1, 5, 1 << 40)))
            case 1:
                return self.sort(some("level"))
            case 2:
                return self.object(constructor(4, 2, 8), some("name"), some("levels"), 0)
            case 3:
                return self.app(some("expr"), some("expr"))
            case 4 | 5:
                head, info = constructor(chance.choice((6, 7)), 3, 16), chance.randrange(5)
                return self.object(head, some("name"), some("expr"), some("expr"), 0, info)
            case 6:
                four = some("name"), some("expr"), some("expr"), some("expr")
                return self.object(constructor(8, 4, 16), *four, 0, chance.randrange(2))
            case 7:
                limbs = [chance.randrange(1 << 64) for _ in range(chance.randrange(4))]
                number = self.integer(*limbs, negative=chance.random() < 0.2)
                return self._literal(0, chance.choice((number, chance.randrange(99) << 1 | 1)))
            case 8:
                return self._literal(1, self.string(chance.choice(_TEXTS)))
            case _:
                head, field = constructor(11, 3, 8), chance.randrange(4) << 1 | 1
                return self.object(head, some("name"), field, some("expr"), 0)

    def _literal(self, tag: int, value: int) -> int:
        return self.object(constructor(9, 1, 8), self.object(constructor(tag, 1), value), 0)

    def constant(self, name: int) -> int:
        """An axiom, or a theorem or definition, of a type and a value that were made before."""
        chance = self._chance
        if chance.random() < 0.3:
            return self.axiom(name, self.some("expr"), self.some("names"), chance.choice((0, 0, 1)))
        common = self.object(constructor(0, 3), name, self.some("names"), self.some("expr"))
        value, group = self.some("expr"), self.list(name)
        if chance.random() < 0.7:
            return self.object(constructor(2, 1), self.object(constructor(0, 3), common, value, group))
        parts = common, value, 1, group, chance.randrange(4)
        return self.object(
            constructor(chance.choice((1, 1, 3)), 1), self.object(constructor(0, 4, 1), *parts)
        )


def noise(header: bytes, count: int, number: int) -> Iterator[bytes]:
    """`count` files by Hypothesis: a small right one over which bytes of any kind are written."""
    forger = Forger()
    right = header + forger.axioms(forger.app(forger.sort(), forger.sort()), name="t")[len(header) :]
    made: list[bytes] = []

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    @given(
        st.lists(st.tuples(st.integers(0, len(right)), st.binary(max_size=200)), max_size=3), st.booleans()
    )
    def write(places: list[tuple[int, bytes]], whole: bool) -> None:
        data = bytearray(right)
        for at, text in places:
            data[at : at + len(text)] = text
        made.append(bytes(data) if whole else b"".join(text for _, text in places))

    write()
    yield from made
