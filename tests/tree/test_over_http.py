"""The whole way from words, and from a statement, to a proof, over real HTTP with a server that misbehaves.

Nothing that a server sends is shown as proved, nothing stops a job, and what is wrong is told in words.
"""

import asyncio
import time

import pytest

from app.domain.events import Formalized, ModelTrouble, NodeTried, Open, Proved
from app.domain.sampling import Ending
from app.domain.trace import Fate
from app.pipeline.lab import Models
from tests.model_server.client import ModelServer
from tests.model_server.script import ALWAYS, Answer, Fault
from tests.tree.conftest import ODD, Room, lean

pytestmark = pytest.mark.asyncio(loop_scope="session")

RIGHT = lean(f"{ODD} := by\n  omega")
WRONG = lean(f"{ODD} := by\n  rfl")


def answers(*first: Answer) -> tuple[Answer, ...]:
    """These, then a right answer for whoever asks for a proof."""
    return (*first, Answer(RIGHT, times=ALWAYS))


@pytest.mark.parametrize(
    "first",
    [
        Answer(RIGHT),
        Answer(WRONG),
        Answer("The sum is even, as both are odd."),
        Answer(WRONG + "\nNo, wait.\n" + RIGHT),
        Answer(f"```lean4\n{ODD} := by\n  omega"),
        Answer(lean("theorem t : True := trivial")),
        Answer(lean(f"axiom no : False\n{ODD} := no.elim")),
        Answer(RIGHT, rate=1000),
        Answer(RIGHT, fault=Fault.CUT),
        Answer(status=429, retry_after="0.2"),
        Answer(status=500),
        Answer(RIGHT, fault=Fault.GARBAGE),
        Answer(RIGHT, fault=Fault.NOT_JSON),
        Answer(RIGHT, fault=Fault.NOT_UTF8),
        Answer(RIGHT, fault=Fault.FLOOD),
    ],
    ids=lambda answer: f"{answer.status} {answer.fault} {answer.text[:12].strip()}{answer.rate or ''}",
)
async def test_one_bad_answer_does_not_keep_a_good_one_from_being_proved(
    room: Room, models: Models, model_server: ModelServer, first: Answer
):
    model_server.script(*answers(first))

    outcome = await room.run(ODD, models)

    assert isinstance(outcome, Proved)
    assert outcome.certificate.proof == "by\n  omega"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer(status=400, times=ALWAYS), "refused"),
        (Answer(status=401, times=ALWAYS), "key"),
        (Answer(status=429, retry_after="3600", times=ALWAYS), "busy"),
        (Answer(status=500, times=ALWAYS), ""),
        (Answer(fault=Fault.SILENCE, times=ALWAYS), ""),
        (Answer(RIGHT, fault=Fault.NOT_JSON, times=ALWAYS), ""),
        (Answer(RIGHT, fault=Fault.FLOOD_LINE, times=ALWAYS), ""),
        (Answer(RIGHT, fault=Fault.NOT_A_REPLY, times=ALWAYS), ""),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{value.status} {value.fault}",
)
async def test_a_server_that_never_answers_well_is_told_in_words_and_the_job_ends(
    room: Room, models: Models, model_server: ModelServer, answer: Answer, told: str
):
    model_server.script(answer)

    outcome = await room.run(ODD, models, seconds=6 if answer.fault is Fault.SILENCE else 10)

    assert isinstance(outcome, Open)
    details = [event.detail for event in room.told(ModelTrouble)]
    assert details
    assert any(told in detail.lower() for detail in details)
    assert len(details) == len(set(details))


async def test_our_own_prover_goes_on_beside_a_silent_server(
    room: Room, models: Models, model_server: ModelServer
):
    model_server.script(Answer(fault=Fault.SILENCE, times=ALWAYS))

    started = time.monotonic()
    outcome = await room.run(ODD, models, symbolic=True, seconds=60)

    assert isinstance(outcome, Proved)
    assert time.monotonic() - started < 30


async def test_one_token_a_second_is_heard_as_long_as_there_is_time(
    room: Room, models: Models, model_server: ModelServer
):
    model_server.script(Answer(RIGHT, rate=1, times=ALWAYS))

    outcome = await room.run(ODD, models, seconds=5)

    assert isinstance(outcome, Open)
    heard = [one.sample for group in room.last.groups for one in group.judged]
    assert heard
    assert all(sample.ending is Ending.CUT for sample in heard)


async def test_a_cancelled_job_hangs_up_on_the_server_within_a_second(
    room: Room, models: Models, model_server: ModelServer
):
    model_server.script(Answer(RIGHT, rate=1, times=ALWAYS))
    job = asyncio.create_task(room.run(ODD, models, seconds=60))
    await asyncio.to_thread(model_server.log_when, lambda log: len(log) >= 2, 60)

    cancelled = time.monotonic()
    job.cancel()
    await asyncio.gather(job, return_exceptions=True)

    log = model_server.log_when(lambda log: all(asked.disconnected_at for asked in log))
    assert max(asked.disconnected_at for asked in log) - cancelled < 1


async def test_what_was_heard_of_replies_that_nobody_waited_for_is_counted(
    room: Room, models: Models, model_server: ModelServer
):
    model_server.script(
        Answer(RIGHT, after_s=1.5), Answer(f"{RIGHT}and so on " * 500, rate=200, times=ALWAYS)
    )

    outcome = await room.run(ODD, models)

    assert isinstance(outcome, Proved)
    (tried,) = room.told(NodeTried)
    judged = sum(one.sample.tokens + one.sample.prompt_tokens for one in room.last.groups[0].judged)
    assert tried.tokens > judged + 200
    assert outcome.spent.tokens == tried.tokens


async def test_words_become_statements_over_http(room: Room, models: Models, model_server: ModelServer):
    statement = "theorem sum (a b : ℤ) (ha : Odd a) (hb : Odd b) : Even (a + b)"
    model_server.script(
        Answer(lean(f"{statement} := by sorry"), when="Translate this problem", times=ALWAYS),
        Answer("If two integers are odd, their sum is even.", when="Say in plain words", times=ALWAYS),
        Answer("They agree.\nSAME", when="same mathematical problem", times=ALWAYS),
    )

    outcome = await room.run("Show that the sum of two odd numbers is even.", models)

    assert isinstance(outcome, Formalized)
    (candidate,) = outcome.candidates
    assert candidate.text == statement
    assert (candidate.votes, outcome.proposed) == (6, 6)
    assert candidate.said == "If two integers are odd, their sum is even."
    assert candidate.differs == ""


@pytest.mark.parametrize(
    "answer",
    [
        Answer("I would rather not.", times=ALWAYS),
        Answer(lean("theorem t (x : Unknown) : x = x := by sorry"), times=ALWAYS),
        Answer(status=500, times=ALWAYS),
        Answer(fault=Fault.SILENCE, times=ALWAYS),
    ],
    ids=["prose", "no statement", "500", "silence"],
)
async def test_words_that_become_no_statement_say_why(
    room: Room, models: Models, model_server: ModelServer, answer: Answer
):
    model_server.script(answer)

    outcome = await room.run("Show that the sum of two odd numbers is even.", models, seconds=6)

    assert isinstance(outcome, Formalized)
    assert outcome.candidates == ()
    assert outcome.why


async def test_every_reply_is_kept_with_the_digest_of_its_prompt(
    room: Room, models: Models, model_server: ModelServer
):
    model_server.script(*answers(Answer(WRONG)))

    await room.run(ODD, models)

    (group,) = room.last.groups
    assert {one.fate for one in group.judged} >= {Fate.ACCEPTED}
    assert group.prompt.template == "prove_quick"
    assert model_server.log()[0].prompt == group.prompt.text
    (tried,) = room.told(NodeTried)
    assert tried.kept == 1
    assert tried.tokens > 0
