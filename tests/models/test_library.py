"""The index over the environment, and what it finds."""

from __future__ import annotations

import pytest

from app.domain.goal import Goal
from app.domain.verdict import Checked
from app.lean.environments import HEADER, module_sources
from app.lean.pool import LeanPool
from app.models.context import Context
from app.models.library import LemmaIndex
from app.models.lookup import looked_up


@pytest.fixture(scope="module")
def library() -> LemmaIndex:
    return LemmaIndex.of(path.read_text("utf-8") for path in module_sources().values())


def tactics(goal: str, library: LemmaIndex) -> list[str]:
    return [proposal.tactic for proposal in looked_up(Context.of(Goal.parse(goal)), library)]


async def test_every_theorem_of_the_index_is_in_the_environment(library: LemmaIndex, lean: LeanPool) -> None:
    asked = "".join(f"example := @{entry.name}\n" for entry in library.entries if "«" not in entry.name)
    assert asked.count("\n") > 3000

    verdict = await lean.check(f"{HEADER}\n{asked}", 60)

    assert isinstance(verdict, Checked), verdict


def test_nearly_every_theorem_can_be_read(library: LemmaIndex) -> None:
    unread = [entry.name for entry in library.entries if entry.lemma is None]

    assert len(unread) < len(library.entries) / 25, unread


def test_a_theorem_that_says_it_all_is_an_answer(library: LemmaIndex) -> None:
    found = tactics("a b c : Nat\nh : a ∣ b\nk : b ∣ c\n⊢ a ∣ c", library)

    assert "exact Nat.dvd_trans h k" in found


def test_a_theorem_that_asks_for_more_is_a_step(library: LemmaIndex) -> None:
    found = tactics("a b c : Nat\n⊢ a ∣ b * c", library)

    assert any(tactic.startswith("refine Nat.dvd_mul_") and "?_" in tactic for tactic in found)


def test_an_equation_is_used_in_a_part_of_the_target(library: LemmaIndex) -> None:
    found = tactics("m n : Nat\nh : 0 < m\n⊢ 0 < (m * n).gcd m", library)

    assert any(tactic.startswith("rw [") and "gcd" in tactic for tactic in found)


def test_a_theorem_about_another_type_is_not_proposed(library: LemmaIndex) -> None:
    found = tactics("a b : Int\n⊢ a + b = b + a", library)

    assert found[0] == "exact add_comm _ _"
    assert not any(tactic.startswith("exact Nat.") for tactic in found)
