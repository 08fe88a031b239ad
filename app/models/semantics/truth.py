"""Three-valued logic: true, false, or not known."""

from __future__ import annotations

from collections.abc import Iterable

Truth = bool | None


def negation(one: Truth) -> Truth:
    return None if one is None else not one


def both(one: Truth, other: Truth) -> Truth:
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def either(one: Truth, other: Truth) -> Truth:
    if one is True or other is True:
        return True
    return None if one is None or other is None else False


def implies(one: Truth, other: Truth) -> Truth:
    if one is False or other is True:
        return True
    return None if one is None or other is None else False


def same(one: Truth, other: Truth) -> Truth:
    return None if one is None or other is None else one == other


def every(truths: Iterable[Truth], whole: bool = True) -> Truth:
    """Whether all hold; where these are not all that there are, nothing but a 'no' is certain."""
    known: Truth = True if whole else None
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            known = None
    return known


def some(truths: Iterable[Truth], whole: bool = True) -> Truth:
    """Whether one holds; where these are not all that there are, nothing but a 'yes' is certain."""
    known: Truth = False if whole else None
    for truth in truths:
        if truth is True:
            return True
        if truth is None:
            known = None
    return known


def one_only(truths: Iterable[Truth], whole: bool = True) -> Truth:
    """Whether exactly one holds."""
    found = list(truths)
    if found.count(True) > 1:
        return False
    return None if None in found or not whole else found.count(True) == 1
