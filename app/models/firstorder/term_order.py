"""The order of Knuth and Bendix on terms with variables, every symbol of weight 1."""

from __future__ import annotations

from app.models.firstorder.unification import Expr, in_order, size


def greater(one: Expr, two: Expr) -> bool:
    """Whether `one` is greater than `two`."""
    if one == two or isinstance(one, int):
        return False
    counts = list(in_order(two))
    own = list(in_order(one))
    if any(counts.count(variable) > own.count(variable) for variable in set(counts)):
        return False
    first, second = size(one), size(two)
    if first != second or isinstance(two, int):
        return first > second or isinstance(two, int)
    if one[0] != two[0] or len(one) != len(two):
        return (len(one), str(one[0])) > (len(two), str(two[0]))
    for a, b in zip(one[1:], two[1:], strict=True):
        if a != b:
            return greater(a, b)
    return False
