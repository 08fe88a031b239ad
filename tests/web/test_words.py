"""Problems in words: sent, refused where nothing translates, and the statements proposed for them."""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from app.domain.candidate import Candidate
from app.domain.events import Formalized, LeftUndecided, Started
from app.domain.problem import Problem
from app.domain.verdict import Reason
from app.endpoints import Endpoint
from app.store import queries, samples
from tests.web.conftest import Desk, served
from tests.web.journals import SWAP, misstated, swap
from tests.web.test_pages import SCRIPT, words
from tests.web.trees import IN_WORDS, formalized, group, not_formalized

SUM = "Show that the sum of two odd numbers is even."
COMPLAINT = "This reads like a problem in words. No model is configured here that could translate it;"


@pytest.fixture
async def speaking(desk: Desk) -> AsyncIterator[Desk]:
    """The same with a model that translates."""
    model = Endpoint(url="http://127.0.0.1:9/v1", model="one")
    settings = desk.services.settings.model_copy(update={"informal": model})
    services = replace(desk.services, settings=settings)
    async with served(services) as client:
        yield Desk(client, services, desk.queue)


async def test_with_a_model_the_form_asks_for_words_or_lean_and_has_an_example(speaking: Desk) -> None:
    page = await speaking.page("/")

    assert "State a problem in words or a theorem in Lean 4." in words(page)
    assert ">Problem in words, or theorem in Lean</label>" in page
    assert 'href="/?example=words"' in page
    assert "not configured here" not in page


async def test_with_a_model_a_problem_in_words_becomes_a_job(speaking: Desk) -> None:
    response = await speaking.client.post("/problems", data={"text": SUM})

    assert response.status_code == 303
    assert speaking.queue.jobs[0].problem.text == SUM


async def test_without_a_model_the_home_page_says_what_one_would_add(desk: Desk) -> None:
    page = await desk.page("/")

    assert (
        "With a language model, which is not configured here, you could also state problems in words" in page
    )
    assert 'href="/?example=words"' not in page


async def test_words_that_nothing_translates_come_back_before_a_worker_sees_them(desk: Desk) -> None:
    refused = await desk.client.post("/problems", data={"text": SUM})

    assert refused.status_code == 422
    assert COMPLAINT in refused.text
    assert f"{SUM}</textarea>" in refused.text
    assert '<button type="submit" name="read_as" value="lean">Read it as Lean all the same' in refused.text
    assert not desk.queue.jobs


async def test_they_can_be_sent_as_lean_all_the_same(desk: Desk) -> None:
    response = await desk.client.post("/problems", data={"text": SUM, "read_as": "lean"})

    assert response.status_code == 303
    assert desk.queue.jobs[0].problem.text == SUM


async def test_what_was_sent_as_lean_can_be_edited_and_sent_so_again(speaking: Desk) -> None:
    for sent in ({"text": SUM}, {"text": SUM, "read_as": "lean"}):
        await speaking.client.post("/problems", data=sent)

    pages = [await speaking.page(f"/?again={job.id}") for job in speaking.queue.jobs]

    assert ["Read it as Lean all the same" in page for page in pages] == [False, True]


@pytest.mark.parametrize(
    ("sent", "in_words"),
    [
        ({"text": SUM}, True),
        ({"text": SUM, "read_as": "words"}, True),
        ({"text": SUM, "read_as": "lean"}, False),
        ({"text": "2 + 2 = 4"}, False),
        ({"text": "2 + 2 = 4", "read_as": "words"}, True),
        ({"text": "Is 7 prime?"}, True),
        ({"text": "theorem t : 1 = 1", "read_as": "words"}, True),
    ],
)
async def test_how_a_text_is_read_is_told_or_decided_once_and_kept(
    speaking: Desk, sent: dict[str, str], in_words: bool
) -> None:
    page = await speaking.client.post("/problems", data=sent)
    answer = await speaking.client.post("/api/problems", json=sent)

    assert (page.status_code, answer.status_code) == (303, 202)
    kept = [speaking.read(job.id).problem for job in speaking.queue.jobs]
    assert [problem.in_words for problem in kept] == [in_words, in_words]
    assert kept[0].text == sent["text"]


async def test_words_that_are_called_so_need_a_model(desk: Desk) -> None:
    refused = await desk.client.post("/api/problems", json={"text": "2 + 2 = 4", "read_as": "words"})

    assert refused.status_code == 422
    assert refused.json()["error"]["message"].startswith("No model is configured here")


async def test_a_text_can_be_read_as_nothing_else(speaking: Desk) -> None:
    sent = {"text": SUM, "read_as": "french"}

    page = await speaking.client.post("/problems", data=sent)
    answer = await speaking.client.post("/api/problems", json=sent)

    assert (page.status_code, answer.status_code) == (422, 422)
    assert answer.json()["error"]["message"] == "read_as: Input should be 'lean' or 'words'"
    assert "A text is read as" in page.text


def read_again(page: str) -> dict[str, str]:
    """The fields of the form that sends the same text as a new problem."""
    (form,) = [form for form in page.split("<form")[1:] if 'name="read_as"' in form]
    fields = re.findall(r'name="(\w+)" value="([^"]*)"', form.split("</form>")[0])
    return {name: html.unescape(value) for name, value in fields}


async def test_lean_that_is_no_statement_can_be_sent_as_words(speaking: Desk, desk: Desk) -> None:
    job = speaking.new_job("n odd: n ^ 2 odd", misstated())

    page = await speaking.page(f"/jobs/{job.id}")
    response = await speaking.client.post("/problems", data=read_again(page))

    assert ">Read it as words</button>" in page
    assert response.status_code == 303
    assert speaking.queue.jobs[0].problem == Problem("n odd: n ^ 2 odd", in_words=True)
    assert "Read it as words" not in await desk.page(f"/jobs/{job.id}")
    assert "Read it as words" not in await speaking.page(f"/p/{job.share}")


async def test_words_can_be_sent_as_lean_where_statements_were_proposed(speaking: Desk) -> None:
    job = speaking.new_job(IN_WORDS, not_formalized())

    page = await speaking.page(f"/jobs/{job.id}")
    await speaking.client.post("/problems", data=read_again(page))

    assert ">Read it as Lean</button>" in page
    assert speaking.queue.jobs[0].problem == Problem(IN_WORDS)


async def test_an_undecided_text_is_tried_again_as_what_it_was(speaking: Desk) -> None:
    ended = [Started("w"), LeftUndecided(Reason.TIMEOUT, "")]
    jobs = [speaking.new_job(text, ended) for text in (IN_WORDS, SWAP)]

    for job in jobs:
        await speaking.client.post("/problems", data=read_again(await speaking.page(f"/jobs/{job.id}")))

    assert [job.problem for job in speaking.queue.jobs] == [Problem(IN_WORDS, in_words=True), Problem(SWAP)]


async def test_other_refusals_do_not_offer_that(desk: Desk) -> None:
    refused = await desk.client.post("/problems", data={"text": SUM + "\0"})

    assert "U+0000" in refused.text
    assert "read_as" not in refused.text


async def test_a_program_is_told_and_can_send_them_as_lean_too(desk: Desk) -> None:
    refused = await desk.client.post("/api/problems", json={"text": SUM})
    taken = await desk.client.post("/api/problems", json={"text": SUM, "read_as": "lean"})

    assert (refused.status_code, taken.status_code) == (422, 202)
    assert refused.json()["error"]["message"].startswith(COMPLAINT)


async def test_the_words_of_a_translation_go_with_it_and_stand_above_it(desk: Desk) -> None:
    await desk.client.post("/problems", data={"text": SWAP, "words": f" {IN_WORDS}\r\nReally. "})
    job = desk.queue.jobs[0]

    page = words(await desk.page(f"/jobs/{job.id}"))
    standing = (await desk.client.get(f"/api/problems/{job.id}")).json()
    again = await desk.page(f"/?again={job.id}")

    assert job.problem == Problem(SWAP, "core", 30.0, f"{IN_WORDS}\nReally.")
    assert f"The words that this translates {IN_WORDS} Really. theorem swap" in page
    assert standing["words"] == f"{IN_WORDS}\nReally."
    assert f'<input type="hidden" name="words" value="{IN_WORDS}\nReally.">' in again


async def test_a_program_sends_words_too(desk: Desk) -> None:
    await desk.client.post("/api/problems", json={"text": SWAP, "words": IN_WORDS})

    assert desk.queue.jobs[0].problem.words == IN_WORDS


@pytest.mark.parametrize("wrong", ["x" * 2001, "\0", "a\x1b[0m"])
async def test_words_are_held_to_what_a_text_is_held_to(desk: Desk, wrong: str) -> None:
    page = await desk.client.post("/problems", data={"text": SWAP, "words": wrong})
    answer = await desk.client.post("/api/problems", json={"text": SWAP, "words": wrong})

    assert (page.status_code, answer.status_code) == (422, 422)
    assert 'id="words-fault"' in page.text
    assert answer.json()["error"]["fields"][0]["field"] == "words"
    assert not desk.queue.jobs


async def test_the_words_stand_on_the_page_of_the_proof(desk: Desk) -> None:
    job = queries.create_job(desk.services.db, Problem(SWAP, words=IN_WORDS), None)
    desk.write(job.id, swap())

    assert IN_WORDS in await desk.page(f"/p/{job.share}")


async def test_while_words_become_statements_the_status_says_what_is_done(desk: Desk) -> None:
    job = desk.new_job(IN_WORDS, formalized()[:3])

    page = await desk.page(f"/jobs/{job.id}")

    assert "Candidates are read by Lean: Lean accepts 5 of 6" in words(page)
    assert f'<p class="statement in-words">{IN_WORDS}</p>' in page


async def test_proposed_statements_are_cards_with_all_that_helps_to_choose(desk: Desk) -> None:
    job = desk.new_job(IN_WORDS, formalized())

    page = await desk.page(f"/jobs/{job.id}")

    read = words(page)
    assert "6 of 8 solutions end with q ∧ p; nothing is proved." in read
    assert "Statement 1 4 of 6 proposals mean this If p and q hold, so do q and p." in read
    assert "It differs from your problem: It assumes a contradiction" in read
    assert "Its hypotheses contradict each other:" in read
    assert "h is used nowhere." in read
    assert "As Lean reads it, with nothing left out" in read
    assert "∀ (p q : Prop), p ∧ q → q ∧ p" in read
    assert "The server asks for patience." in read
    assert page.count(">Prove this<") == 2
    assert IN_WORDS in read


async def test_a_statement_that_was_not_compared_says_so(desk: Desk) -> None:
    outcome = Formalized((Candidate(SWAP, 6, "It says something.", compared=False),), 6)
    job = desk.new_job(IN_WORDS, [Started("w"), outcome])

    read = words(await desk.page(f"/jobs/{job.id}"))
    answer = (await desk.client.get(f"/api/problems/{job.id}")).json()

    assert "Not compared with your problem: the model did not say whether it is the same." in read
    assert (answer["candidates"][0]["compared"], answer["candidates"][0]["differs"]) == (False, None)


async def test_a_statement_that_nobody_was_asked_to_compare_does_not_blame_a_model(desk: Desk) -> None:
    why = "no model was asked, because nothing says it in words: the model's reply was cut off."
    outcome = Formalized((Candidate(SWAP, 6, compared=False, uncompared=why),), 6)
    job = desk.new_job(IN_WORDS, [Started("w"), outcome])

    assert f"Not compared with your problem: {why}" in words(await desk.page(f"/jobs/{job.id}"))


@pytest.mark.parametrize(
    ("answer", "agreeing", "cut", "told"),
    [
        ("7", 5, 0, "5 of 8 solutions end with 7; nothing is proved."),
        ("7", 5, 1, "5 of 8 solutions end with 7; 1 was cut off; nothing is proved."),
        ("", 0, 0, "None of 8 solutions ends with an answer."),
        ("", 0, 8, "None of 8 solutions ends with an answer; 8 were cut off."),
    ],
)
async def test_how_a_vote_on_an_answer_went_is_told(
    desk: Desk, answer: str, agreeing: int, cut: int, told: str
) -> None:
    outcome = Formalized((Candidate(SWAP, 6),), 6, "", answer, agreeing, 8, cut=cut)
    job = desk.new_job(IN_WORDS, [Started("w"), outcome])

    assert told in words(await desk.page(f"/jobs/{job.id}"))


async def test_a_chosen_statement_is_set_with_its_words_and_seconds(desk: Desk) -> None:
    job = queries.create_job(desk.services.db, Problem(IN_WORDS, seconds=60.0, in_words=True), None)
    desk.write(job.id, formalized())
    page = await desk.page(f"/jobs/{job.id}")
    fields = {
        name: html.unescape(page.split(f'name="{name}" value="')[1].split('"')[0])
        for name in ("text", "words", "environment", "seconds")
    }

    response = await desk.client.post("/problems", data=fields)

    assert response.status_code == 303
    assert desk.queue.jobs[0].problem == Problem(SWAP, "core", 60.0, IN_WORDS)


async def test_a_proposed_statement_can_be_edited_first(desk: Desk) -> None:
    job = desk.new_job(IN_WORDS, formalized())

    page = await desk.page(f"/?from={job.id}&candidate=2")

    assert "theorem swapped (p q : Prop) (h : p ∧ ¬p) : q</textarea>" in page
    assert f'name="words" value="{IN_WORDS}"' in page
    for other in ("3", "0", "x"):
        await desk.page(f"/?from={job.id}&candidate={other}", 404)
    await desk.page("/?from=none&candidate=1", 404)


async def test_who_watches_may_set_a_statement_of_their_own_and_learns_no_id(desk: Desk) -> None:
    job = desk.new_job(IN_WORDS, formalized())

    page = await desk.page(f"/p/{job.share}")

    assert "Prove this" in page
    assert job.id not in page


async def test_without_a_candidate_the_reason_and_the_words_come_back(desk: Desk) -> None:
    job = desk.new_job(IN_WORDS, not_formalized())

    page = await desk.page(f"/jobs/{job.id}")

    assert "No statement The server cannot be reached." in words(page)
    assert "Models did not answer everything." in words(page)
    assert f"\n{IN_WORDS}</textarea>" in page


async def test_a_program_gets_the_candidates(desk: Desk) -> None:
    job = desk.new_job(IN_WORDS, formalized())

    answer = (await desk.client.get(f"/api/problems/{job.id}")).json()

    assert (answer["outcome"], answer["answer"]) == ("formalized", "q ∧ p")
    assert answer["candidates"][0]["statement"] == SWAP
    assert answer["candidates"][1]["contradictory"] is True


async def test_what_models_said_about_words_can_be_read(desk: Desk) -> None:
    job = desk.new_job(IN_WORDS, formalized())
    samples.keep(desk.services.db, job.id, group("", "formalize"))

    page = await desk.page(f"/jobs/{job.id}/nodes/root")

    assert "What models have said" in page
    assert "I use the left part." in page
    assert "Work on it yourself" not in page


async def test_a_problem_in_words_is_listed_as_words_and_as_lean_if_sent_so(speaking: Desk) -> None:
    await speaking.client.post("/problems", data={"text": SUM})
    await speaking.client.post("/problems", data={"text": f"{SUM} So?", "read_as": "lean"})

    page = await speaking.page("/")
    assert f">{SUM}</a>" in page
    assert f">{SUM} So?</a>" not in page


async def test_nothing_that_a_model_or_a_person_wrote_becomes_markup(desk: Desk) -> None:
    job = queries.create_job(desk.services.db, Problem(SWAP, words=SCRIPT), None)
    desk.write(job.id, formalized(SCRIPT))

    paths = [f"/jobs/{job.id}", f"/?from={job.id}&candidate=2", f"/p/{job.share}"]
    pages = [await desk.page(path) for path in paths]

    assert all("<script>alert" not in page for page in pages)
