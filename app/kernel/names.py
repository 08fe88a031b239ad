"""Hierarchical names: two names are equal exactly if they are the same object."""

from __future__ import annotations


class Name:
    """A name: a prefix and a last part, which is text or a number. The root (anonymous) has no prefix."""

    __slots__ = ("part", "prefix")

    def __init__(self, prefix: Name | None, part: str | int) -> None:
        self.prefix = prefix
        self.part = part

    def __str__(self) -> str:
        parts: list[str] = []
        at: Name | None = self
        while at is not None and at.prefix is not None:
            parts.append(str(at.part))
            at = at.prefix
        return ".".join(reversed(parts)) or "[anonymous]"

    def __repr__(self) -> str:
        return f"<{self}>"


ANONYMOUS = Name(None, "")
_known: dict[tuple[Name, str, str | int], Name] = {}


def child(prefix: Name, part: str | int) -> Name:
    """The one name with this prefix and last part; the text `1` and the number 1 are told apart."""
    key = (prefix, type(part).__name__, part)
    found = _known.get(key)
    if found is None:
        found = _known[key] = Name(prefix, part)
    return found


def dotted(text: str) -> Name:
    """The name whose parts are the words of `text` between its dots."""
    name = ANONYMOUS
    for part in text.split("."):
        name = child(name, part)
    return name
