"""Subgoals as theorems of their own."""

import pytest

from app.domain.goal import Goal
from app.domain.lemma import haves, in_place, lemma, on_its_own, without_earlier

HEADER = "prelude\nimport Lemmata"


def test_all_that_is_known_becomes_hypotheses():
    goal = Goal.parse("n m : Nat\nh : n = m\n⊢ m = n")

    assert lemma(goal, "t_1", HEADER).signature == "theorem t_1 (n m : Nat) (h : n = m) : m = n"


def test_values_become_lets():
    goal = Goal.parse("n : Nat\nk : Nat := n + 1\n⊢ k = n + 1")

    assert lemma(goal, "t", HEADER).signature == "theorem t (n : Nat) : let k : Nat := n + 1; k = n + 1"


def test_hidden_names_can_be_written_and_do_not_hide_others():
    goal = Goal.parse("h_1 a✝ : Nat\nh✝ : a✝ = h_1\n⊢ h_1 = a✝")

    assert lemma(goal, "t", HEADER).signature == "theorem t (h_1 a_1 : Nat) (h_2 : a_1 = h_1) : h_1 = a_1"


def test_a_hidden_name_is_the_same_behind_a_symbol():
    goal = Goal.parse("a✝¹ a✝ : Nat\nh✝ : ¬a✝ = -a✝¹\n⊢ ↑a✝ = 1")

    assert lemma(goal, "t", HEADER).signature == "theorem t (a_1 a_2 : Nat) (h_1 : ¬a_2 = -a_1) : ↑a_2 = 1"


HIDDEN = Goal.parse("inst✝ : Group G\na✝¹ : p\nh : q\na✝ : r\n⊢ p")


@pytest.mark.parametrize(
    ("proof", "placed"),
    [
        ("a_1", "by\n  rename_i a_1 _\n  exact a_1"),
        ("by\n  exact foo a_2.1", "by\n  rename_i a_2\n  exact foo a_2.1"),
        ("by\n  simp [a_2]\n  exact a_1", "by\n  rename_i a_1 a_2\n  simp [a_2]\n  exact a_1"),
        ("by\n  rename_i a_1 a_2\n  exact a_2", "by\n  rename_i a_2\n  exact a_2"),
        ("by\n  exact h", "by\n  exact h"),
        ("by\n  rename_i x\n  exact h", "by\n  rename_i x\n  exact h"),
    ],
)
def test_in_its_place_a_proof_first_names_what_it_uses_and_lean_hides(proof: str, placed: str):
    assert in_place(HIDDEN, proof) == placed


def test_on_its_own_a_proof_names_nothing_again():
    assert on_its_own(HIDDEN, "by\n  rename_i a_1 _\n  exact a_1") == "by\n  exact a_1"
    assert on_its_own(HIDDEN, "by\n  rename_i x\n  exact h") == "by\n  rename_i x\n  exact h"


def test_a_name_that_begins_like_an_instance_is_none():
    goal = Goal.parse("instant : Nat\n⊢ instant = instant")

    assert "(instant : Nat)" in lemma(goal, "t", HEADER).signature


def test_instances_stay_instances():
    goal = Goal.parse("G : Type\ninst✝ : Group G\na : G\n⊢ a * 1 = a")

    assert "[Group G]" in lemma(goal, "t", HEADER).signature


def test_earlier_claims_are_left_out_for_training_unless_the_goal_speaks_of_them():
    goal = Goal.parse("n : Nat\nh : n = 1\nh1 : n + 0 = 1\nh2 : 0 < n\nh3 : f h2 = 0\n⊢ n = 1")

    kept = without_earlier(goal, ("h1", "h2"))

    assert [name for known in kept.hypotheses for name in known.names] == ["n", "h", "h2", "h3"]


def test_the_names_of_claims_are_those_behind_have():
    assert haves("by\n  have h1 : p := by sorry\n  have : q := by sorry\n  -- have x\n  simp") == (
        "h1",
        "this",
    )
