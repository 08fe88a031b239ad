"""From words to statements over real HTTP, with models that say things in ways of their own."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from app.domain.events import Formalized, Misstated
from app.domain.problem import Problem
from app.pipeline.lab import Models
from app.pipeline.solve import solve
from tests.model_server.client import ModelServer
from tests.model_server.script import ALWAYS, Answer, Fault
from tests.tree.conftest import Room, Speechless, lean

pytestmark = pytest.mark.asyncio(loop_scope="session")

WORDS = "Show that the sum of two odd numbers is even."
FIND = "Find all natural numbers n such that n + 2 equals 5."
RIGHT = "theorem sum (a b : ℤ) (ha : Odd a) (hb : Odd b) : Even (a + b)"
OTHER = "theorem sum (a b : ℤ) : Even (a + b)"
TRANSLATE, SAY, COMPARE, SOLVE = (
    "Translate this",
    "Say in plain words",
    "same mathematical problem",
    "Solve this",
)


def proposing(*statements: str) -> tuple[Answer, ...]:
    return tuple(Answer(lean(f"{each} := by sorry"), when=TRANSLATE) for each in statements)


def saying(compared: Answer) -> tuple[Answer, ...]:
    return Answer("Their sum is even.", when=SAY, times=ALWAYS), replace(compared, when=COMPARE, times=ALWAYS)


async def formalized(room: Room, models: Models, words: str = WORDS) -> Formalized:
    outcome = await room.run(words, models)
    assert isinstance(outcome, Formalized)
    return outcome


@pytest.mark.parametrize(
    ("reply", "differs", "compared"),
    [
        (Answer("DIFFERENT: it assumes too much."), "it assumes too much", True),
        (Answer("**DIFFERENT**: it assumes too much."), "it assumes too much", True),
        (Answer("Different: it assumes too much."), "it assumes too much", True),
        (Answer("DIFFERENT:\nit assumes too much."), "it assumes too much", True),
        (Answer("**Different**"), "How it differs was not said.", True),
        (Answer("They agree.\n**Same.**"), "", True),
        (Answer("I am not sure."), "", False),
        (Answer(status=500), "", False),
    ],
    ids=lambda value: value.text[:12] if isinstance(value, Answer) else None,
)
async def test_a_difference_is_told_however_it_is_written_and_no_answer_is_no_agreement(
    room: Room, models: Models, model_server: ModelServer, reply: Answer, differs: str, compared: bool
):
    model_server.script(*proposing(*[RIGHT] * 6), *saying(reply))

    (candidate,) = (await formalized(room, models)).candidates

    assert (candidate.differs, candidate.compared) == (differs, compared)


async def test_what_was_not_compared_stands_below_what_is_the_same_and_above_what_differs(
    room: Room, models: Models, model_server: ModelServer
):
    third = "theorem sum (a : ℤ) : Even (a + a)"
    model_server.script(
        *proposing(OTHER, OTHER, OTHER, third, third, RIGHT),
        Answer("ONE", when="(a b : ℤ) : Even", times=ALWAYS),
        Answer("TWO", when="(a : ℤ) : Even", times=ALWAYS),
        Answer("THREE", when=SAY, times=ALWAYS),
        Answer("DIFFERENT: no hypotheses.", when="ONE", times=ALWAYS),
        Answer("Who knows?", when="TWO", times=ALWAYS),
        Answer("SAME", when="THREE", times=ALWAYS),
    )

    outcome = await formalized(room, models)

    assert [(one.votes, one.said) for one in outcome.candidates] == [(1, "THREE"), (2, "TWO"), (3, "ONE")]


async def test_who_says_a_statement_back_sees_neither_its_comments_nor_its_name(
    room: Room, models: Models, model_server: ModelServer
):
    told = f"/-- {WORDS} -/\n{RIGHT.replace('sum', 'odd_add_odd')} -- as {WORDS}\n"
    model_server.script(
        Answer(lean(f"{told}  := by sorry"), when=TRANSLATE, times=ALWAYS), *saying(Answer("SAME"))
    )

    await formalized(room, models)

    (asked,) = [one.prompt for one in model_server.log() if SAY in one.prompt]
    assert "(ha : Odd a) (hb : Odd b) : Even (a + b)" in asked
    assert "Show that" not in asked
    assert "odd_add_odd" not in asked


async def test_commands_that_only_look_do_not_spoil_a_statement(
    room: Room, models: Models, model_server: ModelServer
):
    code = f"{RIGHT} := by sorry\n\n#check sum\n#print axioms sum\n"
    model_server.script(Answer(lean(code), when=TRANSLATE, times=ALWAYS), *saying(Answer("SAME")))

    outcome = await formalized(room, models)

    assert [(one.text, one.votes) for one in outcome.candidates] == [(RIGHT, 6)]


@pytest.mark.parametrize("reply", ["I would rather not.", ""])
async def test_replies_without_a_statement_are_not_said_to_be_refused_by_lean(
    room: Room, models: Models, model_server: ModelServer, reply: str
):
    model_server.script(Answer(reply, times=ALWAYS))

    outcome = await formalized(room, models)

    assert outcome.why == "None of the 6 replies holds a statement."


async def test_replies_that_reach_their_limit_before_a_statement_are_said_to_do_so(
    room: Room, models: Models, model_server: ModelServer
):
    model_server.script(Answer("", thoughts="First of all", finish="length", times=ALWAYS))

    outcome = await formalized(room, models)

    limit = "6 of them reached the limit of 4096 tokens, thoughts included."
    assert outcome.why == f"None of the 6 replies holds a statement. {limit}"


CHEAT = lean("axiom cheat : 1 = 2\n\ntheorem two : 1 = 2 := by sorry")


@pytest.mark.parametrize(
    "reply",
    [
        lean(f"lemma one : 1 = 1 := rfl\n\n{RIGHT} := by sorry"),
        lean(f"namespace Sums\n\n@[simp] {RIGHT} := by sorry\n\nend Sums"),
        f"```lean4\n{RIGHT} := by sorry```",
        f"{RIGHT} := by sorry",
    ],
    ids=["a lemma", "a namespace", "a fence at the end", "no fence"],
)
async def test_a_statement_is_found_however_it_is_wrapped(
    room: Room, models: Models, model_server: ModelServer, reply: str
):
    model_server.script(Answer(reply, when=TRANSLATE, times=ALWAYS), *saying(Answer("SAME")))

    outcome = await formalized(room, models)

    assert [(one.text, one.votes) for one in outcome.candidates] == [(RIGHT, 6)]


async def test_what_cannot_be_read_is_repaired_with_what_the_reader_said(
    room: Room, models: Models, model_server: ModelServer
):
    model_server.script(
        Answer(CHEAT, when=TRANSLATE, times=ALWAYS),
        Answer(lean(f"{RIGHT} := by sorry"), when="You translated", times=ALWAYS),
        *saying(Answer("SAME")),
    )

    (candidate,) = (await formalized(room, models)).candidates

    assert (candidate.text, candidate.votes) == (RIGHT, 6)
    repair = next(one.prompt for one in model_server.log() if "You translated" in one.prompt)
    assert "was not shown to Lean:\n\n- " in repair
    assert "Lean does not accept" not in repair


async def test_what_the_reader_says_is_not_said_to_be_leans(
    room: Room, models: Models, model_server: ModelServer
):
    model_server.script(Answer(CHEAT, times=ALWAYS))

    outcome = await formalized(room, models)

    assert outcome.why.startswith("None of the 6 replies holds a statement that can be read. What is wrong")
    assert "Lean" not in outcome.why


async def test_what_lean_refuses_is_repaired_with_what_lean_said(
    room: Room, models: Models, model_server: ModelServer
):
    wrong = lean("theorem t (x : Unknown) : x = x := by sorry")
    model_server.script(
        Answer(wrong, when=TRANSLATE, times=ALWAYS),
        Answer(lean(f"{RIGHT} := by sorry"), when="You translated", times=ALWAYS),
        *saying(Answer("SAME")),
    )

    (candidate,) = (await formalized(room, models)).candidates

    assert (candidate.text, candidate.votes) == (RIGHT, 6)
    repair = next(one.prompt for one in model_server.log() if "You translated" in one.prompt)
    assert "Lean does not accept the statement:\n\n- line 1: " in repair


async def test_a_comparison_that_was_cut_is_none_and_says_so(
    room: Room, models: Models, model_server: ModelServer
):
    cut = Answer("The conclusions differ.\nSame.", finish="length")
    model_server.script(*proposing(*[RIGHT] * 6), *saying(cut))

    (candidate,) = (await formalized(room, models)).candidates

    assert not candidate.compared
    assert candidate.uncompared == "the model's reply was cut off."


async def test_half_a_sentence_is_not_shown_as_what_a_statement_says(
    room: Room, models: Models, model_server: ModelServer
):
    model_server.script(
        *proposing(*[RIGHT] * 6),
        Answer("For all integers a and b such that", finish="length", when=SAY, times=ALWAYS),
    )

    (candidate,) = (await formalized(room, models)).candidates

    assert (candidate.said, candidate.compared) == ("", False)
    why = "no model was asked, because nothing says it in words: the model's reply was cut off."
    assert candidate.uncompared == why


async def test_solutions_that_were_cut_have_no_vote(room: Room, models: Models, model_server: ModelServer):
    model_server.script(
        Answer("Perhaps.\nANSWER: 7", finish="length", when=SOLVE, times=3),
        Answer("Perhaps.\nANSWER: 7", fault=Fault.UNENDED, when=SOLVE, times=3),
        Answer("ANSWER: 3", when=SOLVE, times=2),
        *proposing(*[RIGHT] * 6),
        *saying(Answer("SAME")),
    )

    outcome = await formalized(room, models, FIND)

    assert (outcome.answer, outcome.agreeing, outcome.asked, outcome.cut) == ("3", 2, 8, 6)


async def test_half_a_statement_is_none(room: Room, models: Models, model_server: ModelServer):
    model_server.script(Answer(f"```lean4\n{OTHER}", finish="length", when=TRANSLATE, times=ALWAYS))

    outcome = await formalized(room, models)

    assert outcome.candidates == ()
    assert "What is wrong with the last one: The reply was cut off within its statement." in outcome.why


async def test_a_vote_without_an_answer_is_told(room: Room, models: Models, model_server: ModelServer):
    model_server.script(
        Answer("Who knows?", when=SOLVE, times=ALWAYS), *proposing(*[RIGHT] * 6), *saying(Answer("SAME"))
    )

    outcome = await formalized(room, models, FIND)

    assert (outcome.answer, outcome.agreeing, outcome.asked, outcome.cut) == ("", 0, 8, 0)


async def test_a_solution_that_hangs_keeps_nobody_waiting(
    room: Room, models: Models, model_server: ModelServer
):
    model_server.script(
        Answer(fault=Fault.SILENCE, when=SOLVE),
        *(Answer(f"Thus it is \\boxed{{{dressed}}}.", when=SOLVE) for dressed in ("0, 1", "\\{0,1\\}")),
        Answer("ANSWER: $n = 0$ or $n=1$", when=SOLVE, times=5),
        *proposing(*[RIGHT] * 6),
        *saying(Answer("SAME")),
    )
    started = time.monotonic()

    outcome = await formalized(room, models, FIND)

    assert outcome.agreeing == 5
    assert [one.votes for one in outcome.candidates] == [6]
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("hanging", [1, 3])
async def test_proposals_that_hang_leave_time_for_the_others(
    room: Room, models: Models, model_server: ModelServer, hanging: int
):
    model_server.script(
        Answer(fault=Fault.SILENCE, when=TRANSLATE, times=hanging),
        *proposing(*[RIGHT] * (6 - hanging)),
        *saying(Answer("SAME")),
    )

    (candidate,) = (await formalized(room, models)).candidates

    assert (candidate.votes, candidate.said, candidate.compared) == (6 - hanging, "Their sum is even.", True)


async def test_a_first_proposal_may_take_longer_than_its_share(
    room: Room, models: Models, model_server: ModelServer
):
    slow = replace(proposing(RIGHT)[0], after_s=4.0, times=ALWAYS)
    model_server.script(slow, *saying(Answer("SAME")))

    outcome = await room.run(WORDS, models, seconds=6)

    assert isinstance(outcome, Formalized)
    assert [one.text for one in outcome.candidates] == [RIGHT]


async def test_only_statements_are_counted_among_those_that_lean_refuses(
    room: Room, models: Models, model_server: ModelServer
):
    wrong = Answer(lean("theorem t (x : Unknown) : x = x := by sorry"), times=2, when=TRANSLATE)
    model_server.script(wrong, Answer("I would rather not.", times=ALWAYS))

    outcome = await formalized(room, models)

    assert outcome.why.startswith("Lean accepts none of the 2 statements that were proposed.")
    assert "Unknown" in outcome.why


async def test_what_failed_is_kept_with_the_prompt_that_it_was_asked_for(
    room: Room, models: Models, model_server: ModelServer
):
    model_server.script(
        Answer(status=400, when=SOLVE, times=ALWAYS), *proposing(*[RIGHT] * 6), *saying(Answer("SAME"))
    )

    await formalized(room, models, FIND)

    kept = {group.way: (len(group.judged), len(group.failures)) for group in room.last.groups}
    assert kept["answer"][0] == 0
    assert kept["answer"][1] > 0
    assert kept | {"answer": None} == {
        "answer": None,
        "formalize": (6, 0),
        "say back": (1, 0),
        "compare": (1, 0),
    }


@pytest.mark.parametrize("reply", ["ANSWER: 3", "**ANSWER**: 3", "**Final answer: 3**", "ANSWER:\n3"])
async def test_an_answer_is_found_however_it_is_written(
    room: Room, models: Models, model_server: ModelServer, reply: str
):
    model_server.script(
        Answer(reply, when=SOLVE, times=ALWAYS), *proposing(*[RIGHT] * 6), *saying(Answer("SAME"))
    )

    outcome = await formalized(room, models, FIND)

    assert (outcome.answer, outcome.agreeing, outcome.asked) == ("3", 5, 5)


async def test_a_text_that_was_sent_as_lean_is_lean_where_a_model_could_translate_it(
    room: Room, models: Models, model_server: ModelServer
):
    lab = replace(room.lab, models=models, prover=Speechless())

    outcome = await solve(Problem(WORDS, in_words=False), lab, room.last)

    assert isinstance(outcome, Misstated)
    assert not model_server.log()


async def test_a_text_that_was_sent_as_words_is_translated_whatever_it_looks_like(
    room: Room, models: Models, model_server: ModelServer
):
    model_server.script(*proposing(*["theorem t : 2 + 2 = 4"] * 6), *saying(Answer("SAME")))
    lab = replace(room.lab, models=models, prover=Speechless())

    outcome = await solve(Problem("2 + 2 = 4", in_words=True), lab, room.last)

    assert isinstance(outcome, Formalized)
    assert [one.text for one in outcome.candidates] == ["theorem t : 2 + 2 = 4"]
