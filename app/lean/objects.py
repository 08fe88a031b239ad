"""Lean's objects, from outside: made, read and counted by their addresses.

An object is a number here: its address, or where it is odd a small value. Who gets an object from a function
of Lean owns it, and gives it up with `dec` or to another function; `field` and `items` borrow.
"""

from __future__ import annotations

import ctypes

TYPE_CHECKING = False  # `typing` takes longer to load than all of this
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

NONE = 1  # zero, as Lean boxes it
_FIELDS, _FUNCTION, _ARRAY = 8, 245, 246
_STRING_TEXT, _ARRAY_DATA = 32, 24


class LeanError(Exception):
    """An exception of Lean's `IO`."""


def box(number: int) -> int:
    return 2 * number + 1


class Runtime:
    """Lean's library in this process, and what can be done with any object."""

    def __init__(self, path: str) -> None:
        self._library = ctypes.CDLL(path, mode=ctypes.RTLD_GLOBAL)
        self._string = self.function("lean_mk_string_from_bytes", ctypes.c_char_p, ctypes.c_size_t)
        self._allocate = self.function("lean_alloc_object", ctypes.c_size_t)
        self._release = self.function("lean_dec_ref_cold", None)
        self._push = self.function("lean_array_push", None, None)
        self._error = self.function("lean_io_error_to_string", None)

    def function(self, name: str, *arguments: Any) -> Callable[..., int]:
        """A function of Lean's library; None stands for an object. Raises AttributeError if there is none."""
        function = self._library[name]
        function.argtypes = [kind or ctypes.c_void_p for kind in arguments]
        function.restype = ctypes.c_size_t
        return function

    def constant(self, name: str) -> int:
        return ctypes.c_size_t.in_dll(self._library, name).value

    def inc(self, thing: int) -> int:
        if not thing & 1:
            count = ctypes.c_int32.from_address(thing)
            if count.value > 0:
                count.value += 1
            elif count.value < 0:  # may be shared with other threads, which are at rest when we count
                count.value -= 1
        return thing

    def dec(self, thing: int) -> None:
        if not thing & 1:
            count = ctypes.c_int32.from_address(thing)
            if count.value > 1:
                count.value -= 1
            elif count.value:
                self._release(thing)

    def string(self, text: bytes) -> int:
        return self._string(text, len(text))

    def text(self, string: int) -> bytes:
        size = ctypes.c_size_t.from_address(string + 8).value
        return ctypes.string_at(string + _STRING_TEXT, size - 1)

    def constructor(self, *fields: int, scalars: bytes = b"", tag: int = 0) -> int:
        """An object of constructor number `tag`; takes its fields, and the bytes of what is no object."""
        thing = self._object(_FIELDS + 8 * len(fields) + len(scalars), len(fields), tag)
        for index, value in enumerate(fields):
            ctypes.c_size_t.from_address(thing + _FIELDS + 8 * index).value = value
        ctypes.memmove(thing + _FIELDS + 8 * len(fields), scalars, len(scalars))
        return thing

    def array(self, *things: int) -> int:
        array = self._object(_ARRAY_DATA, 0, _ARRAY)
        ctypes.memset(array + 8, 0, 16)
        for thing in things:
            array = self._push(array, thing)
        return array

    def closure(self, function: Any, arity: int) -> int:
        """A function for Lean to call; `function` is one of ctypes and is given objects that it then owns."""
        closure = self._object(24, 0, _FUNCTION)
        ctypes.c_size_t.from_address(closure + 8).value = ctypes.cast(function, ctypes.c_void_p).value or 0
        ctypes.c_uint64.from_address(closure + 16).value = arity
        return closure

    def _object(self, size: int, fields: int, tag: int) -> int:
        thing = self._allocate(size)
        ctypes.c_int32.from_address(thing).value = 1
        ctypes.c_uint8.from_address(thing + 6).value = fields
        ctypes.c_uint8.from_address(thing + 7).value = tag
        return thing

    def tag(self, thing: int) -> int:
        return thing >> 1 if thing & 1 else ctypes.c_uint8.from_address(thing + 7).value

    def field(self, thing: int, index: int) -> int:
        return ctypes.c_size_t.from_address(thing + _FIELDS + 8 * index).value

    def fields(self, thing: int) -> list[int]:
        count = ctypes.c_uint8.from_address(thing + 6).value
        return [self.field(thing, index) for index in range(count)]

    def flag(self, thing: int, index: int) -> int:
        """The byte after the fields at `index`."""
        fields = ctypes.c_uint8.from_address(thing + 6).value
        return ctypes.c_uint8.from_address(thing + _FIELDS + 8 * fields + index).value

    def items(self, array: int) -> list[int]:
        count = ctypes.c_size_t.from_address(array + 8).value
        return list((ctypes.c_size_t * count).from_address(array + _ARRAY_DATA))

    def listed(self, things: int) -> Iterator[int]:
        while not things & 1:
            yield self.field(things, 0)
            things = self.field(things, 1)

    def taken(self, thing: int, index: int) -> int:
        """A field of its own, for the object, which is given up."""
        value = self.inc(self.field(thing, index))
        self.dec(thing)
        return value

    def done(self, result: int) -> int:
        """What an action of `IO` gives. Raises LeanError."""
        if self.tag(result):
            error = self._error(self.taken(result, 0))
            message = self.text(error).decode("utf-8", "replace")
            self.dec(error)
            raise LeanError(message)
        return self.taken(result, 0)
