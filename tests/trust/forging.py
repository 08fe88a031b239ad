"""Files that Lean would never write: put together word by word, or real ones with bytes changed."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.trust.olean import Olean
from app.trust.region import constructor
from app.trust.terms import Malformed, Terms

BASE = 0x1234_0000
NIL = 1
PATIENCE_S = 1.0


@dataclass
class Forger:
    """Words of a file behind the first 80 bytes; the methods add an object and give the pointer to it."""

    words: list[int] = field(default_factory=lambda: [BASE, 0])

    def object(self, head: int, *words: int) -> int:
        at = len(self.words) + 10
        self.words += (head, *words)
        return BASE + 8 * at

    def string(self, text: str | bytes, *, size: int | None = None, length: int | None = None) -> int:
        raw = (text.encode() if isinstance(text, str) else text) + b"\0"
        letters = len(text) if length is None else length
        padded = raw + bytes(-len(raw) % 8)
        words = [int.from_bytes(padded[i : i + 8], "little") for i in range(0, len(padded), 8)]
        said = len(raw) if size is None else size
        return self.object(249 << 56 | 1 << 32, said, said, letters, *words)

    def integer(self, *limbs: int, negative: bool = False) -> int:
        """A number of 64-bit digits, the lowest first."""
        count = len(limbs)
        sizes = count | ((1 << 32) - count if negative else count) << 32
        here = BASE + 8 * (len(self.words) + 10)
        return self.object(250 << 56 | (24 + 8 * count) << 32, sizes, here + 24, *limbs)

    def name(self, *parts: str, prefix: int = NIL) -> int:
        for part in parts:
            text = self.string(part)
            prefix = self.object(constructor(1, 2, 8), prefix, text, 0)
        return prefix

    def list(self, *pointers: int) -> int:
        chain = NIL
        for pointer in reversed(pointers):
            chain = self.object(constructor(1, 2), pointer, chain)
        return chain

    def array(self, *pointers: int, size: int | None = None) -> int:
        count = len(pointers)
        return self.object(246 << 56 | 1 << 32, count if size is None else size, count, *pointers)

    def sort(self, level: int = NIL) -> int:
        return self.object(constructor(3, 1, 8), level, 0)

    def app(self, function: int, argument: int) -> int:
        return self.object(constructor(5, 2, 8), function, argument, 0)

    def bvar(self, distance: int) -> int:
        return self.object(constructor(0, 1, 8), distance << 1 | 1, 0)

    def axiom(self, name: int, type_: int, parameters: int = NIL, unsafe: int = 0) -> int:
        common = self.object(constructor(0, 3), name, parameters, type_)
        return self.object(constructor(0, 1), self.object(constructor(0, 1, 1), common, unsafe))

    def file(self, *constants: tuple[int, int], imports: Sequence[int] = (), module: int = 0) -> bytes:
        """The whole file, with the names and pointers of its constants."""
        lists = (self.array(*imports), self.array(*(name for name, _ in constants)))
        more = self.array(*(constant for _, constant in constants)), self.array(), self.array()
        return self.finished(self.object(constructor(0, 5, 1), *lists, *more, module))

    def finished(self, root: int) -> bytes:
        self.words[1] = root
        head = b"olean\x02\x01" + b"4.35.0".ljust(33, b"\0") + b"0" * 40
        return head + b"".join((word & (1 << 64) - 1).to_bytes(8, "little") for word in self.words)

    def axioms(self, type_: int, *, name: str = "a", parameters: int = NIL) -> bytes:
        """A file that holds one axiom of this type."""
        called = self.name(name)
        return self.file((called, self.axiom(called, type_, parameters)))


def mutations(data: bytes, count: int, seed: int) -> Iterator[bytes]:
    """`count` copies of a file, each with a few bytes or words changed; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - to be repeatable
    for _ in range(count):
        changed = bytearray(data)
        for _ in range(chance.choice((1, 1, 1, 2, 4, 16))):
            _change(changed, chance)
        yield bytes(changed)


def _change(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    word = at & ~7
    match chance.randrange(7):
        case 0:
            data[at] ^= 1 << chance.randrange(8)
        case 1:
            data[at] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))
        case 2:  # a pointer that leads elsewhere
            base = int.from_bytes(data[80:88], "little")
            data[word : word + 8] = (base + 8 * chance.randrange(len(data) // 8)).to_bytes(8, "little")
        case 3:
            data[word : word + 8] = chance.randrange(1 << 64).to_bytes(8, "little")
        case 4:  # what stands elsewhere in the file
            other = chance.randrange(len(data)) & ~7
            data[word : word + 8] = data[other : other + 8].ljust(8, b"\0")
        case 5:
            small = chance.randrange(64) << 1 | 1
            data[word : word + 8] = small.to_bytes(8, "little")
        case 6:
            data[:] = data[: max(word, 96)]


@dataclass
class Tally:
    """What became of the inputs of a run."""

    refused: int = 0
    same: int = 0
    different: int = 0
    slowest_s: float = 0.0


def fuzz(files: Sequence[bytes], count: int, seed: int = 0) -> Tally:
    """Read `count` mutations of `files`: each must be refused, or be read, in a second and without a crash.

    What is read is told apart by its declarations: the same as those of the file, or others, which are then
    the comparison's and the kernel's to judge. Any other exception than Malformed goes on to the caller.
    """
    tally = Tally()
    for number, data in enumerate(files):
        true = declarations(data)
        for changed in mutations(data, count // len(files), seed + number):
            started = time.perf_counter()
            try:
                found = declarations(changed)
            except Malformed:
                tally.refused += 1
            else:
                tally.same += found == true
                tally.different += found != true
            tally.slowest_s = max(tally.slowest_s, time.perf_counter() - started)
    return tally


def declarations(data: bytes) -> tuple[object, ...]:
    """All that a file declares, in a form that can be compared with that of another file."""
    terms = Terms()
    read = tuple(Olean(data, terms))
    return read, tuple(terms.names), tuple(terms.levels), tuple(map(_typed, terms.exprs))


def _typed(node: tuple[object, ...]) -> tuple[object, ...]:
    return type(node), *node
