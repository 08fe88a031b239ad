"""No check is made twice."""

import asyncio

from app.domain.verdict import Checked, Position, Reason, Undecided, Verdict
from app.pipeline.once import Once
from tests.fakes import ScriptedChecker


async def test_what_is_decided_is_not_asked_again():
    checker = ScriptedChecker(lambda source: Checked())
    once = Once(checker)

    assert await once.check("a", 1) == await once.check("a", 1) == Checked()
    assert checker.asked == ["a"]
    assert once.saved == 1


async def test_goals_at_other_places_are_another_question():
    checker = ScriptedChecker(lambda source: Checked())
    once = Once(checker)

    await once.check("a", 1)
    await once.check("a", 1, ())
    await once.check("a", 1, (Position(1, 0),))

    assert checker.asked == ["a"] * 3


async def test_what_was_not_decided_is_asked_again():
    verdicts: list[Verdict] = [Undecided(Reason.TIMEOUT), Checked()]
    once = Once(ScriptedChecker(lambda source: verdicts.pop(0)))

    assert isinstance(await once.check("a", 1), Undecided)
    assert isinstance(await once.check("a", 1), Checked)


async def test_who_asks_the_same_meanwhile_waits_for_that_answer():
    checker = ScriptedChecker(lambda source: Checked(), takes_s={"a": 0.1})
    once = Once(checker)

    told = await asyncio.gather(*(once.check("a", 1) for _ in range(5)))

    assert told == [Checked()] * 5
    assert checker.asked == ["a"]


async def test_a_caller_that_gives_up_leaves_the_question_to_the_next():
    checker = ScriptedChecker(lambda source: Checked(), takes_s={"a": 0.2})
    once = Once(checker)
    first = asyncio.create_task(once.check("a", 1))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(once.check("a", 1))
    await asyncio.sleep(0.05)

    first.cancel()

    assert await second == Checked()
    assert checker.asked == ["a", "a"]
