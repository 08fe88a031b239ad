"""Parts of a run become the whole one, or it is said why they do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.bench.merging import merge
from app.bench.problems import BadFile
from tests.bench.records import AT, attempted, record, results

A, B = Path("a.json"), Path("b.json")
ASKED = ["one", "two", "three", "four"]


def test_two_shards_are_the_whole_in_the_order_of_the_file():
    odd = results([record("one"), record("three")], asked=ASKED)
    even = replace(results([record("two"), record("four")], asked=ASKED), saved=AT + timedelta(hours=1))

    merged = merge([(B, even), (A, odd)], "lemmata bench merge")

    assert [one.name for one in merged.results.records] == ASKED
    assert (merged.missing, merged.twice) == ((), ())
    assert (merged.results.started, merged.results.saved) == (AT, AT + timedelta(hours=1))
    assert merged.results.conditions == odd.conditions


def test_what_is_missing_is_named_also_where_only_attempts_are():
    odd = results([attempted("one", ["open"] * 4), attempted("three", ["open"] * 2)], asked=ASKED)
    reals = [record("two", "not_in_this_environment")]

    merged = merge([(A, odd), (B, results(reals, asked=ASKED))], "")

    assert merged.missing == ("three: 2 of 4 attempts", "four")


def test_what_is_there_twice_is_named_and_the_first_is_kept():
    merged = merge([(A, results([record("one", "open")])), (B, results([record("one")]))], "")

    assert merged.twice == ("one: in a.json, which is kept, and in b.json",)
    assert [one.outcome for one in merged.results.records] == ["open"]


def test_runs_under_other_conditions_are_refused():
    with pytest.raises(BadFile) as caught:
        merge([(A, results([record("one")])), (B, results([record("two")], 5.0, way="tree"))], "")

    assert str(caught.value) == (
        "b.json is not under the conditions of a.json: seconds is 10.0 and 5.0, way is whole and tree."
    )


def test_one_name_for_two_statements_is_refused():
    other = replace(record("one"), statement="theorem one : False")

    with pytest.raises(BadFile, match=r"b.json states 'one' differently from a.json"):
        merge([(A, results([record("one")])), (B, results([other]))], "")
