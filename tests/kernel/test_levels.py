"""The order of universe levels, against its meaning: values for all small parameters."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.kernel import levels
from app.kernel.levels import IMAX, MAX, PARAM, SUCC, ZERO, Level, at_most, impredicative, maximum, succ, zero
from app.kernel.names import Name, dotted
from app.kernel.outcome import Undecided

NAMES = [dotted(each) for each in "uvw"]
U, V, W = map(levels.parameter, NAMES)
LEVELS = st.recursive(
    st.sampled_from([zero, U, V, W]),
    lambda parts: st.one_of(
        parts.map(succ),
        st.tuples(parts, parts).map(lambda two: levels._make(MAX, *two, two[0].params | two[1].params)),
        st.tuples(parts, parts).map(lambda two: levels._make(IMAX, *two, two[0].params | two[1].params)),
        st.tuples(parts, parts).map(lambda two: maximum(*two)),
        st.tuples(parts, parts).map(lambda two: impredicative(*two)),
    ),
    max_leaves=8,
)


def value(level: Level, values: dict[Name, int]) -> int:
    match level.kind:
        case levels.ZERO:
            return 0
        case levels.SUCC:
            return value(level.a, values) + 1
        case levels.PARAM:
            return values[level.a]
    left, right = value(level.a, values), value(level.b, values)
    return max(left, right) if level.kind == MAX or right else 0


def assignments(most: int) -> list[dict[Name, int]]:
    return [dict(zip(NAMES, each, strict=True)) for each in itertools.product(range(most + 1), repeat=3)]


@given(LEVELS, LEVELS)
@settings(max_examples=1500, deadline=None)
def test_a_level_is_at_most_another_exactly_if_it_is_so_for_all_parameters(a: Level, b: Level):
    # No more than 8 are added anywhere, so a difference shows below 10.
    expected = all(value(a, values) <= value(b, values) for values in assignments(9))

    assert at_most(a, b) == expected


@given(LEVELS, LEVELS)
@settings(max_examples=300, deadline=None)
def test_substituting_a_level_for_a_parameter_means_its_value(a: Level, b: Level):
    changed = levels.substitute(a, {NAMES[0]: b})

    for values in assignments(3):
        assert value(changed, values) == value(a, {**values, NAMES[0]: value(b, values)})


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (zero, U, True),
        (U, zero, False),
        (succ(zero), U, False),
        (U, succ(U), True),
        (succ(U), U, False),
        (U, maximum(U, V), True),
        (maximum(U, V), U, False),
        (impredicative(U, V), maximum(U, V), True),
        (maximum(U, V), impredicative(U, V), False),
        (impredicative(U, succ(V)), maximum(U, succ(V)), True),
        (maximum(U, succ(V)), impredicative(U, succ(V)), True),
        (impredicative(U, U), U, True),
        (U, impredicative(V, U), True),
        (impredicative(U, impredicative(V, W)), impredicative(maximum(U, V), W), True),
    ],
)
def test_known_inequalities(a: Level, b: Level, expected: bool):
    assert at_most(a, b) == expected


def test_lists_of_levels_are_the_same_if_all_are_and_they_have_one_length():
    assert levels.same_all((maximum(U, V), zero), (maximum(V, U), zero))
    assert not levels.same_all((U, V), (V, U))
    assert not levels.same_all((U,), (U, V))
    assert not levels.same_all((U, V), (U,))


def test_kinds_are_told_apart():
    kinds = [each.kind for each in (zero, succ(U), maximum(U, V), impredicative(U, V), U)]

    assert kinds == [ZERO, SUCC, MAX, IMAX, PARAM]


def test_a_level_that_is_too_large_is_not_decided():
    def grow(level: Level, times: int) -> Level:
        return grow(maximum(succ(level), level), times - 1) if times else level

    with pytest.raises(Undecided, match="too large"):
        grow(U, 20)


def test_a_comparison_with_too_many_cases_is_not_decided():
    level = zero
    for place in range(14):
        level = maximum(level, impredicative(W, levels.parameter(dotted(f"p{place}"))))

    with pytest.raises(Undecided, match="too many cases"):
        at_most(level, maximum(U, level))
