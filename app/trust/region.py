"""The objects of an `.olean` file: words in, names, levels and expressions out. An attacker wrote the words.

The format, worked out from files of Lean 4.35 and from what is published about compacted regions: behind the
header stand objects made of 8-byte little-endian words. The first word of an object holds its reference count
(0 here), size, number of pointers and tag; pointers follow, then scalars. A pointer is the base address plus
an offset in the file; an odd word in its place is a small number. The writer puts an object behind all that
it points to. The reader insists on that, so that nothing which it follows can be a cycle.

The hashes and flags that Lean caches in names and terms are passed over, and worked out anew in `Terms`.
All loops are over lists of work, so depth is no matter, and each object is read once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from app.trust.terms import (
    ANONYMOUS,
    MAX_LITERAL_BITS,
    ZERO,
    App,
    BVar,
    Const,
    Expr,
    ExprNode,
    IMax,
    Lam,
    Let,
    Level,
    LevelNode,
    Malformed,
    Max,
    Name,
    NatLit,
    Num,
    Param,
    Pi,
    Proj,
    Sort,
    Str,
    StrLit,
    Succ,
    Terms,
)

T = TypeVar("T")

MAX_LIST = 4096
_NIL = 1
_BIG = 1  # stands in the place of the size of what is not a constructor's object


def constructor(tag: int, pointers: int, scalar_bytes: int = 0) -> int:
    """The first word of a constructor's object; its scalars are rounded up to words."""
    size = 8 + 8 * pointers + (scalar_bytes + 7 & ~7)
    return tag << 56 | pointers << 48 | size << 32


_ARRAY, _STRING = 246 << 56 | _BIG << 32, 249 << 56 | _BIG << 32
_INTEGER, _ANY_SIZE = 250 << 56, 0xFFFF << 32
_CONS = constructor(1, 2)
_STR, _NUM = constructor(1, 2, 8), constructor(2, 2, 8)
_SUCC = constructor(1, 1, 8)
_MAX, _IMAX, _PARAM = constructor(2, 2, 8), constructor(3, 2, 8), constructor(4, 1, 8)
_LEVELS: dict[int, tuple[int, ...]] = {_SUCC: (1,), _MAX: (1, 2), _IMAX: (1, 2), _PARAM: ()}
_BVAR, _SORT, _CONST = constructor(0, 1, 8), constructor(3, 1, 8), constructor(4, 2, 8)
_APP, _LAM, _PI = constructor(5, 2, 8), constructor(6, 3, 9), constructor(7, 3, 9)
_LET, _LIT = constructor(8, 4, 9), constructor(9, 1, 8)
_MDATA, _PROJ = constructor(10, 2, 8), constructor(11, 3, 8)
_EXPRS: dict[int, tuple[int, ...]] = {
    _APP: (1, 2),
    _LAM: (2, 3),
    _PI: (2, 3),
    _LET: (2, 3, 4),
    _MDATA: (2,),
    _PROJ: (3,),
    **dict.fromkeys((_BVAR, _SORT, _CONST, _LIT), ()),
}
_NAT_LIT, _STR_LIT = constructor(0, 1), constructor(1, 1)


class Region:
    """The objects of one file. A place is a word's number in the file; every method raises Malformed.

    The methods take a pointer and the place of the object that holds it, which bounds where it may point. An
    object that reaches into its holder has no room for what its head says, and is refused for that.
    """

    def __init__(self, data: bytes, base: int, first: int, terms: Terms) -> None:
        self.terms = terms
        self._data = data
        self._words = memoryview(data).cast(
            "Q"
        )  # little-endian, as is every machine that Lean's wheel is for
        self._base = base
        self._first = base + 8 * first
        self._names: dict[int, Name] = {}
        self._levels: dict[int, Level] = {}
        self._exprs: dict[int, Expr] = {}
        self._strings: dict[int, str] = {}
        self._lists: dict[tuple[int, str], tuple[object, ...]] = {}
        self._elements_left = len(
            self._words
        )  # lists that end alike could else be read as often as one likes

    def place(self, pointer: int, holder: int) -> int:
        """The place of the object that a pointer in the object at `holder` stands for."""
        if pointer & 7 or not self._first <= pointer < self._base + 8 * holder:
            raise Malformed(f"a pointer at word {holder} leads out of what stands before it")
        return pointer - self._base >> 3

    def structure(self, pointer: int, holder: int, *heads: int) -> tuple[int, int]:
        """The place and first word of a constructor's object, which must be one of `heads`."""
        at = self.place(pointer, holder)
        head = self._words[at]
        if head not in heads or at + self._size(head) > holder:
            raise Malformed(f"the object at word {at} is not of the kind that stands there")
        return at, head

    def word(self, at: int) -> int:
        return self._words[at]

    def byte(self, at: int, number: int = 0, below: int = 2) -> int:
        """Byte `number` of the word at `at`, a small enumeration."""
        value = self._words[at] >> 8 * number & 0xFF
        if value >= below:
            raise Malformed(f"a choice at word {at} is none of {below}")
        return value

    def array(self, pointer: int, holder: int) -> tuple[int, int]:
        """The places of an array's first element and of what follows its last."""
        at = self.place(pointer, holder)
        if self._words[at] != _ARRAY:
            raise Malformed(f"the object at word {at} is not an array")
        size, capacity = self._words[at + 1], self._words[at + 2]
        if not size <= capacity <= holder - at - 3:
            raise Malformed(f"the array at word {at} is longer than its place")
        return at + 3, at + 3 + size

    def elements(self, pointer: int, holder: int, kind: str, read: Callable[[int, int], T]) -> tuple[T, ...]:
        """The elements of a linked list, each read by `read`; as another `kind` it is another list."""
        if pointer == _NIL:
            return ()
        start = self.place(pointer, holder), kind
        if start not in self._lists:
            found: list[T] = []
            while pointer != _NIL:
                holder, _ = self.structure(pointer, holder, _CONS)
                found.append(read(self._words[holder + 1], holder))
                pointer = self._words[holder + 2]
                self._elements_left -= 1
                if self._elements_left < 0 or len(found) > MAX_LIST:
                    raise Malformed("the lists are too long")
            self._lists[start] = tuple(found)
        return self._lists[start]  # type: ignore[return-value]  # `kind` goes with `read`

    def string(self, pointer: int, holder: int) -> str:
        at = self.place(pointer, holder)
        if at not in self._strings:
            self._strings[at] = self._string(at, holder)
        return self._strings[at]

    def _string(self, at: int, holder: int) -> str:
        if self._words[at] != _STRING:
            raise Malformed(f"the object at word {at} is not a string")
        size, capacity, length = self._words[at + 1 : at + 4]
        if not 1 <= size <= capacity <= 8 * (holder - at - 4):
            raise Malformed(f"the string at word {at} is longer than its place")
        raw = self._data[8 * at + 32 : 8 * at + 32 + size]
        try:
            text = raw[:-1].decode("utf-8")
        except UnicodeDecodeError as error:
            raise Malformed(f"the string at word {at} is not UTF-8") from error
        if raw[-1] or len(text) != length:
            raise Malformed(f"the string at word {at} is not as long as it says")
        return text

    def natural(self, pointer: int, holder: int) -> int:
        """A number of any size."""
        if pointer & 1:
            return pointer >> 1
        at = self.place(pointer, holder)
        if self._words[at] & ~_ANY_SIZE != _INTEGER:
            raise Malformed(f"the object at word {at} is not a number")
        limbs = self._words[at + 1] >> 32  # a negative number has the top bit set, which is too long
        if not limbs <= min(holder - at - 3, MAX_LITERAL_BITS // 64):
            raise Malformed(f"the number at word {at} is negative or too long")
        if self._words[at + 2] != self._base + 8 * (at + 3):
            raise Malformed(f"the digits of the number at word {at} are not behind it")
        value = int.from_bytes(self._data[8 * at + 24 : 8 * (at + 3 + limbs)], "little")
        if not self._words[at + 2 + limbs] or value < 1 << 63:
            raise Malformed(f"the number at word {at} is not in its shortest form")
        return value

    def small(self, pointer: int, holder: int) -> int:
        """A number that counts something, below 2^16."""
        if not pointer & 1 or pointer >> 17:
            raise Malformed(f"a count at word {holder} is not a small number")
        return pointer >> 1

    def name(self, pointer: int, holder: int) -> Name:
        """A name, perhaps the anonymous one."""
        chain: list[int] = []
        while pointer != _NIL:
            holder, _ = self.structure(pointer, holder, _STR, _NUM)
            if holder in self._names:
                break
            chain.append(holder)
            pointer = self._words[holder + 1]
        name = ANONYMOUS if pointer == _NIL else self._names[holder]
        for at in reversed(chain):
            part = self._words[at + 2]
            if self._words[at] == _STR:
                name = self.terms.name(Str(name, self.string(part, at)))
            else:
                name = self.terms.name(Num(name, self.natural(part, at)))
            self._names[at] = name
        return name

    def written(self, pointer: int, holder: int) -> Name:
        """A name that is not anonymous, as that of a constant or a parameter."""
        name = self.name(pointer, holder)
        if name == ANONYMOUS:
            raise Malformed(f"an anonymous name at word {holder}")
        return name

    def names(self, pointer: int, holder: int) -> tuple[Name, ...]:
        return self.elements(pointer, holder, "names", self.written)

    def level(self, pointer: int, holder: int) -> Level:
        if pointer == _NIL:
            return ZERO
        for at in self._unread(pointer, holder, _LEVELS, self._levels):
            self._levels[at] = self._level(at)
        return self._levels[self.place(pointer, holder)]

    def expr(self, pointer: int, holder: int) -> Expr:
        for at in self._unread(pointer, holder, _EXPRS, self._exprs):
            self._exprs[at] = self._expr(at)
        return self._exprs[self.place(pointer, holder)]

    def _unread(
        self, pointer: int, holder: int, heads: dict[int, tuple[int, ...]], read: dict[int, int]
    ) -> Iterable[int]:
        """The places under `pointer` that have not been read, each after those it points to.

        `heads` gives for each first word at which words the pointers to the same kind of object stand.
        """
        words, found = self._words, set[int]()
        waiting = [(pointer, holder)]
        while waiting:
            pointer, holder = waiting.pop()
            if pointer == _NIL and heads is _LEVELS:
                continue
            at = self.place(pointer, holder)
            head = words[at]
            if head not in heads or at + self._size(head) > holder:
                raise Malformed(f"the object at word {at} is not of the kind that stands there")
            if at not in found and at not in read:
                found.add(at)
                waiting.extend([(words[at + i], at) for i in heads[head]])
        return sorted(found)

    @staticmethod
    def _size(head: int) -> int:
        """The words of a constructor's object."""
        return head >> 35 & 0x1FFF

    def _level(self, at: int) -> Level:
        words, head = self._words, self._words[at]
        node: LevelNode
        if head == _PARAM:
            node = Param(self.written(words[at + 1], at))
        elif head == _SUCC:
            node = Succ(self._part(at, 1))
        else:
            node = (Max if head == _MAX else IMax)(self._part(at, 1), self._part(at, 2))
        return self.terms.level(node)

    def _part(self, at: int, number: int) -> Level:
        """The level at a pointer that has been checked."""
        pointer = self._words[at + number]
        return ZERO if pointer == _NIL else self._levels[pointer - self._base >> 3]

    def _expr(self, at: int) -> Expr:
        words, known, base = self._words, self._exprs, self._base
        head = words[at]
        node: ExprNode
        if head == _APP:  # by far the most frequent; the pointers have been checked
            node = App(known[words[at + 1] - base >> 3], known[words[at + 2] - base >> 3])
        elif head in (_LAM, _PI):
            under = known[words[at + 2] - base >> 3], known[words[at + 3] - base >> 3]
            binder = self.name(words[at + 1], at), *under, self.byte(at + 5, below=4)
            node = Lam(*binder) if head == _LAM else Pi(*binder)
        elif head == _CONST:
            levels = self.elements(words[at + 2], at, "levels", self.level)
            node = Const(self.written(words[at + 1], at), levels)
        elif head == _MDATA:
            return known[words[at + 2] - base >> 3]
        elif head == _BVAR:
            node = BVar(self.natural(words[at + 1], at))
        elif head == _SORT:
            node = Sort(self.level(words[at + 1], at))
        elif head == _LIT:
            node = self._literal(words[at + 1], at)
        elif head == _PROJ:
            struct = known[words[at + 3] - base >> 3]
            node = Proj(self.written(words[at + 1], at), self.small(words[at + 2], at), struct)
        else:
            type_, value, body = (known[words[at + i] - base >> 3] for i in (2, 3, 4))
            node = Let(self.name(words[at + 1], at), type_, value, body, bool(self.byte(at + 6)))
        return self.terms.expr(node)

    def _literal(self, pointer: int, holder: int) -> ExprNode:
        at, head = self.structure(pointer, holder, _NAT_LIT, _STR_LIT)
        if head == _NAT_LIT:
            return NatLit(self.natural(self._words[at + 1], at))
        return StrLit(self.string(self._words[at + 1], at))
