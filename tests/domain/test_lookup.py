"""Looking things up: by name, by words, and by formulas whatever their variables are called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.lookup import LONGEST, Lookup
from app.domain.reference import Declaration, Section
from tests.web.library import LOGIC, REFERENCE

LOOKUP = Lookup(REFERENCE)


def names(query: str, limit: int = 50) -> list[str]:
    hits = LOOKUP.find(query, limit).hits
    return [hit.found.name if isinstance(hit.found, Declaration) else hit.found.key for hit in hits]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("a + b = b + a", ["Nat.add_comm"]),
        ("x+y = y+x", ["Nat.add_comm"]),
        ("n + 0 = n", ["Nat.add_zero"]),
        ("gcd a b = gcd b a", ["Nat.gcd_comm"]),
        ("x.gcd y = y.gcd x", ["Nat.gcd_comm"]),
        ("∣", ["notation_dvd", "Nat.dvd_trans"]),
        ("p ∣ q", ["notation_dvd", "Nat.dvd_trans"]),
        ("x <-> y", ["propext"]),
        (r"\mid", ["notation_dvd"]),
        ("a + b = a + b", []),
        ("a + a = a + a", []),
        ("trans ∣", ["Nat.dvd_trans"]),
    ],
)
def test_a_formula_is_found_whatever_its_variables_are_called(query: str, found: list[str]) -> None:
    assert names(query) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Nat.add_comm", ["Nat.add_comm"]),
        ("add_comm", ["Nat.add_comm"]),
        ("ADD comm", ["Nat.add_comm"]),
        ("gcd", ["Nat.gcd", "Nat.gcd_comm"]),
        ("greatest divisor", ["Nat.gcd"]),
        ("divides", ["notation_dvd"]),
        ("induction", ["tactic_induction"]),
        ("And.intro", ["And"]),
        ("", []),
        ("  ", []),
        ("nonsense", []),
        ("( [", []),
    ],
)
def test_names_and_words_are_found_in_any_case_and_order(query: str, found: list[str]) -> None:
    assert names(query) == found


def test_the_name_that_was_typed_comes_first_and_all_are_counted() -> None:
    found = LOOKUP.find("nat.add", 2)

    assert found.total == 3
    assert names("nat.add", 2) == ["Nat.add_comm", "Nat.add_zero"]


def test_the_whole_conclusion_comes_before_a_part_of_one() -> None:
    assert names("a + b")[0] == "Nat.add_comm"
    assert names("n + (m + k)") == ["Nat.add_assoc"]


def test_a_theorem_comes_before_a_type_with_a_part_of_that_name() -> None:
    intro = Declaration("Or.intro", "theorem", "", "(a b : Prop) (h : a) : a ∨ b")
    more = Section("", (*LOGIC.sections[0].declarations, intro))
    lookup = Lookup(replace(REFERENCE, subjects=(replace(LOGIC, sections=(more,)),)))

    hits = lookup.find("intro", 5).hits

    assert [hit.found.name for hit in hits if isinstance(hit.found, Declaration)] == ["Or.intro", "And"]


def test_a_very_long_query_is_cut() -> None:
    assert names("gcd" + " " * LONGEST + "nonsense") == names("gcd")


def test_a_name_leads_to_what_declares_it() -> None:
    assert (hit := LOOKUP.named("And.left"))
    assert isinstance(hit.found, Declaration)
    assert (hit.found.name, hit.subject) == ("And", "Logic")
    assert LOOKUP.named("And.middle") is None
