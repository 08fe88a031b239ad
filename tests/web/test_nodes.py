"""The page of a node: what models said there, and what its owner does."""

from __future__ import annotations

import html
from dataclasses import replace

import httpx
import pytest
from sqlalchemy import func, select

from app.domain.act import Act
from app.domain.errors import LimitReached
from app.domain.events import ActTaken, Cancelled, NodeClosed, NodeOpened, NodeTried, Sketched
from app.domain.job import Bounds, Job
from app.domain.problem import Problem, Statement
from app.domain.sampling import Sample
from app.domain.statement import read_statement
from app.domain.trace import Fate, Judged
from app.store import acts, holdings, queries, samples, tables
from tests.web.conftest import Desk
from tests.web.journals import ROOT, SWAP, misstated, swap
from tests.web.test_pages import words
from tests.web.trees import IN_WORDS, composed, group, sketched, sketched_and_left

HEADER = "import Lemmata"
STATED = Statement(HEADER, "", "swap", "", "(p q : Prop) (h : p ∧ q)", "q ∧ p")
AT = "/jobs/{}/nodes/{}"

KEPT = ["  have hq : q := by exact h.2", "  have hp : p := by sorry", "  exact ⟨hq, hp⟩"]  # of `sketched`


def told(desk: Desk, job: Job) -> list[tuple[str, str]]:
    """What was done to the nodes of a job."""
    return [(each.node, each.text) for each in acts.of_job(desk.services.db, job.id)]


async def act(desk: Desk, job: str, node: str, **fields: str) -> httpx.Response:
    return await desk.client.post(AT.format(job, node), data=fields)


async def test_every_attempt_can_be_read_with_what_lean_said_at_its_place(desk: Desk) -> None:
    job = desk.new_job(SWAP, [])
    kept = samples.keep(desk.services.db, job.id, group())
    tried = NodeTried("2", "quick", "Lean rejects 7; no answer to 1", kept=kept)
    desk.write(job.id, [*sketched()[:7], tried])

    page = await desk.page(AT.format(job.id, "2"))

    read = words(page)
    assert "quick: Lean rejects 7; no answer to 1" in read
    assert "prover-7b · prompt prove_quick 555555555555" in read
    assert "Reply 1: Lean rejects it 443 tokens · 1.5 s" in read
    assert "Line 2, column 9: error unknown constant 'And.sinistra'" in read
    assert "I use the left part." in read
    assert "Reply 2: It cannot be used" in read
    assert "Reply 3: Lean accepts it" in read
    assert "cut at its limit of tokens" in read
    assert "No answer: The server cannot be reached." in read
    assert "Complete the following Lean 4 code:" in read
    assert page.count("<h3>quick") == 1


@pytest.mark.parametrize("node", ["3", "1.1", "x", "root.1"])
async def test_a_node_that_is_not_there_is_not_found(desk: Desk, node: str) -> None:
    job = desk.new_job(SWAP, sketched())

    await desk.page(AT.format(job.id, node), 404)
    assert (await act(desk, job.id, node, text="simp")).status_code == 404
    answer = await desk.client.post(f"/api/problems/{job.id}/nodes/{node}", json={"text": "simp"})
    assert answer.status_code == 404


async def test_a_long_reply_is_cut_and_can_be_read_whole_as_plain_text(desk: Desk) -> None:
    job = desk.new_job(SWAP, sketched())
    long = Judged(Sample("<b>" + "x" * 5000 + "end", thoughts="<i>thought"), Fate.UNUSABLE)
    kept = samples.keep(desk.services.db, job.id, replace(group(), judged=(long,)))

    page = await desk.page(AT.format(job.id, "2"))
    link = f"{AT.format(job.id, '2')}/said/{kept}/1"
    whole = await desk.client.get(link)

    assert f'href="{link}"' in page
    assert "xend" not in page
    assert whole.text == f"[thoughts]\n<i>thought\n\n[reply]\n{long.sample.text}"
    assert whole.headers["content-type"] == "text/plain; charset=utf-8"
    assert whole.headers["x-content-type-options"] == "nosniff"


async def test_a_prompt_can_be_read_whole_and_nothing_of_another_job(desk: Desk) -> None:
    job, other = desk.new_job(SWAP, sketched()), desk.new_job(SWAP, sketched())
    kept = samples.keep(desk.services.db, job.id, group())

    prompt = await desk.page(f"{AT.format(job.id, '2')}/said/{kept}/0")

    assert prompt.startswith("Complete the following")
    for job_id, node, reply in [(other.id, "2", 1), (job.id, "1", 1), (job.id, "2", 4)]:
        await desk.page(f"{AT.format(job_id, node)}/said/{kept}/{reply}", 404)


@pytest.mark.parametrize(
    ("fields", "text"), [({"text": "exact h.1\r\n"}, "exact h.1\n"), ({"again": "yes"}, "")]
)
async def test_a_running_job_is_told_and_the_page_says_so(
    desk: Desk, fields: dict[str, str], text: str
) -> None:
    job = desk.new_job(SWAP, sketched())

    response = await act(desk, job.id, "2", **fields)

    assert response.status_code == 303
    assert acts.of_job(desk.services.db, job.id) == [Act(1, "2", text)]
    assert response.headers["location"] == f"{AT.format(job.id, '2')}#by-hand"
    page = await desk.page(response.headers["location"])
    assert "Passed on." in page
    assert f"\n{text}</textarea>" in page
    assert "What you have passed on here before (1)" in page
    assert not desk.queue.jobs


async def test_an_ended_job_is_gone_on_with_as_a_new_one(desk: Desk) -> None:
    problem = Problem(f"-- mine\n{SWAP}", seconds=60.0, words=IN_WORDS)
    job = queries.create_job(desk.services.db, problem, None)
    desk.write(job.id, sketched_and_left())
    holdings.rename(desk.services.db, job.id, "Swapping")

    response = await act(desk, job.id, "2", text="have hq : q := h.2\nsorry")

    (new,) = desk.queue.jobs
    new = desk.read(new.id)
    assert response.headers["location"] == f"/jobs/{new.id}?after={job.id}"
    assert (new.problem.seconds, new.problem.words, new.title) == (60.0, IN_WORDS, "Swapping")
    reading = read_statement(new.problem.text, HEADER)
    assert reading.statement == STATED
    assert reading.sketch.splitlines()[1:] == KEPT
    assert told(desk, new) == [("1", "have hq : q := h.2\nsorry")]
    page = words(await desk.page(response.headers["location"]))
    assert "Goes on from an earlier attempt" in page
    assert "Judged first have hq : q := h.2 sorry" in page
    assert "Judged first" not in await desk.page(f"/p/{new.share}")
    desk.write(new.id, sketched()[:3])
    assert "Judged first" not in await desk.page(f"/jobs/{new.id}")


async def test_what_is_done_first_is_there_as_soon_as_the_job_is(desk: Desk) -> None:
    job = desk.new_job(SWAP, sketched_and_left())
    bounds = Bounds(owner=10, address=10, everybody=0)

    with pytest.raises(LimitReached):
        queries.create_job(desk.services.db, job.problem, None, None, bounds, [("1", "exact h.1")])
    new = queries.create_job(desk.services.db, job.problem, None, begun_with=[("1", "exact h.1")])

    assert told(desk, new) == [("1", "exact h.1")]
    with desk.services.db.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(tables.acts)) == 1


async def test_trying_again_keeps_what_is_closed(desk: Desk) -> None:
    job = desk.new_job(SWAP, sketched_and_left())

    await act(desk, job.id, "2", again="yes", text="is not looked at")

    (new,) = desk.queue.jobs
    assert read_statement(new.problem.text, HEADER).sketch.splitlines()[1:] == KEPT
    assert told(desk, new) == []


async def test_a_sketch_is_mended_at_its_node_and_kept_until_lean_accepts_another(desk: Desk) -> None:
    job = desk.new_job(SWAP, sketched_and_left())
    mended = "by\n  refine ⟨?_, ?_⟩\n  · sorry\n  · sorry"

    page = await desk.page(AT.format(job.id, "root"))
    await act(desk, job.id, "root", text=mended)

    assert "\nby\n" + "\n".join(KEPT) in html.unescape(page.split("<textarea")[1])
    (new,) = desk.queue.jobs
    assert read_statement(new.problem.text, HEADER).sketch.splitlines()[1:] == KEPT
    assert told(desk, new) == [("", mended)]


async def test_where_nothing_is_known_yet_what_a_person_writes_is_the_proof(desk: Desk) -> None:
    job = desk.new_job(SWAP, [*sketched()[:3], sketched_and_left()[-1]])

    await act(desk, job.id, "root", text="exact ⟨h.2, h.1⟩")

    (new,) = desk.queue.jobs
    assert read_statement(new.problem.text, HEADER).proof == "by\n  exact ⟨h.2, h.1⟩"
    assert told(desk, new) == []


async def test_the_old_page_leads_to_the_one_that_goes_on(desk: Desk) -> None:
    await desk.client.post("/problems", data={"text": SWAP})
    job = desk.queue.jobs[0]
    desk.write(job.id, sketched_and_left())
    assert "Continued in" not in words(await desk.page(f"/jobs/{job.id}"))

    await act(desk, job.id, "2", again="yes")

    new = desk.queue.jobs[1]
    assert new.owner == job.owner
    assert f'Continued in <a href="/jobs/{new.id}">' in await desk.page(f"/jobs/{job.id}")
    assert "Continued in" not in await desk.page(f"/p/{job.share}")


async def test_what_is_sent_twice_is_done_once_and_something_else_beside_it(desk: Desk) -> None:
    await desk.client.post("/problems", data={"text": SWAP})
    job = desk.queue.jobs[0]
    desk.write(job.id, sketched_and_left())

    for text in ("exact h.1", "exact h.1", "exact h.2"):
        await act(desk, job.id, "2", text=text)

    _, first, other = desk.queue.jobs
    assert told(desk, first) == [("1", "exact h.1")]
    assert told(desk, other) == [("1", "exact h.2")]
    desk.write(first.id, [Cancelled()])
    await act(desk, job.id, "2", text="exact h.1")
    assert len(desk.queue.jobs) == 4


@pytest.mark.parametrize("ended", [False, True])
@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "Type tactics or a term first."),
        (" \n ", "Type tactics or a term first."),
        ("x" * 2001, "2,001 characters; at most 2,000"),
        ("exact\0 h", "Line 1 holds a control character"),
        ("simp\nexact sorryAx _", "Line 2, sorryAx:"),
        ("exact (h.1", "Line 1, (: it is never closed."),
        ("/- simp", "never ends"),
    ],
)
async def test_what_cannot_stand_there_comes_back_with_the_reason(
    desk: Desk, ended: bool, text: str, complaint: str
) -> None:
    job = desk.new_job(SWAP, sketched_and_left() if ended else sketched())

    refused = await act(desk, job.id, "2", text=text)

    assert refused.status_code == 422
    assert complaint in words(refused.text)
    assert f"\n{html.escape(text, quote=False)}</textarea>" in refused.text
    assert not acts.of_job(desk.services.db, job.id)
    assert not desk.queue.jobs


async def test_a_limit_gives_the_form_back_too(desk: Desk) -> None:
    job = desk.new_job(SWAP, sketched())
    for _ in range(desk.services.settings.owner_rate):
        assert (await act(desk, job.id, "2", again="yes")).status_code == 303

    refused = await act(desk, job.id, "2", text="exact h.1")

    assert refused.status_code == 429
    assert "Your text is kept below." in refused.text
    assert "exact h.1</textarea>" in refused.text
    assert int(refused.headers["retry-after"]) > 0


@pytest.mark.parametrize("node", ["1", "root"])
async def test_what_is_settled_stays_settled(desk: Desk, node: str) -> None:
    job = desk.new_job(SWAP, composed())

    page = await desk.page(AT.format(job.id, node))
    refused = await act(desk, job.id, node, text="simp")

    assert "Work on it yourself" not in page
    assert refused.status_code == 422
    assert "There is nothing left to do here" in refused.text
    assert "simp</textarea>" in refused.text


async def test_only_the_owner_acts(desk: Desk) -> None:
    job = queries.create_job(desk.services.db, Problem(SWAP), "another")
    desk.write(job.id, sketched())

    page = await desk.page(AT.format(job.id, "2"))
    refused = await act(desk, job.id, "2", text="exact h.1")
    as_json = await desk.client.post(f"/api/problems/{job.id}/nodes/2", json={"text": ""})

    assert "Work on it yourself" not in page
    assert (refused.status_code, as_json.status_code) == (403, 403)
    assert not acts.of_job(desk.services.db, job.id)


async def test_a_page_of_another_site_cannot_act(desk: Desk) -> None:
    job = desk.new_job(SWAP, sketched())

    refused = await desk.client.post(
        AT.format(job.id, "2"), data={"again": "yes"}, headers={"origin": "http://elsewhere.example"}
    )

    assert refused.status_code == 403
    assert not acts.of_job(desk.services.db, job.id)


async def test_what_was_passed_on_too_late_is_told_and_stands_in_the_form(desk: Desk) -> None:
    job = desk.new_job(SWAP, sketched())
    await act(desk, job.id, "2", text="exact h.1")

    desk.write(job.id, [Cancelled()])

    page = await desk.page(AT.format(job.id, "2"))
    assert "The search ended before it came to what you had passed on." in words(page)
    assert "exact h.1</textarea>" in page


async def test_what_was_passed_on_below_a_sketch_that_is_no_more_is_told_above_it(desk: Desk) -> None:
    job = desk.new_job(SWAP, composed()[:14])
    await act(desk, job.id, "2.1", text="exact h.1")

    desk.write(job.id, [Sketched("2", "by\n  exact sorry", ("2.2",), (0,), (0,)), Cancelled()])

    await desk.page(AT.format(job.id, "2.1"), 404)
    assert "The search ended before it came to what" in words(await desk.page(AT.format(job.id, "2")))


async def test_what_lean_has_against_a_text_is_told_beside_it(desk: Desk) -> None:
    job = desk.new_job(SWAP, sketched())
    await act(desk, job.id, "2", text="exact h.3")

    said = "Line 1: unknown field `3`"
    tried = NodeTried("2", "by hand", "Lean rejects it", checks=1, said=said)
    desk.write(job.id, [tried, ActTaken(1, "2"), sketched()[-1]])

    page = await desk.page(AT.format(job.id, "2"))
    form = words(page.partition("Work on it yourself")[2])
    assert form.index("Lean rejects it") < form.index(said) < form.index("exact h.3")
    assert "Passed on." not in form


async def test_a_sketch_that_lean_has_accepted_of_a_person_gives_way_to_what_is_closed_of_it(
    desk: Desk,
) -> None:
    job = desk.new_job(SWAP, sketched())
    await act(desk, job.id, "2", text="have hq : q := sorry\nsorry")
    drawn = Sketched("2", "by\n  have hq : q := sorry\n  sorry", ("2.1", "2.2"), (0, 1), (0,))
    opened = [NodeOpened("2.1", "2", ROOT), NodeOpened("2.2", "2", ROOT)]

    desk.write(job.id, [ActTaken(1, "2"), drawn, *opened, NodeClosed("2.2", "by\n  exact h.1")])

    page = await desk.page(AT.format(job.id, "2"))
    assert "Lean accepts what you wrote, with gaps" in words(page)
    assert "  exact h.1</textarea>" in page


async def test_a_program_acts_and_learns_where_it_goes_on(desk: Desk) -> None:
    job = desk.new_job(SWAP, sketched())
    at = f"/api/problems/{job.id}/nodes/2"

    told = await desk.client.post(at, json={"text": "exact h.1"})
    desk.write(job.id, [sketched_and_left()[-1]])
    went_on = await desk.client.post(at, json={"text": ""})
    wrong = await desk.client.post(at, json={"text": "axiom"})

    assert (told.status_code, told.json()["passed_on"], told.json()["id"]) == (202, True, job.id)
    assert (went_on.json()["passed_on"], went_on.json()["id"]) == (False, desk.queue.jobs[0].id)
    assert wrong.json()["error"]["fields"][0]["field"] == "text"


@pytest.mark.parametrize("events", [[], swap()[:6], misstated()])
async def test_a_job_without_a_tree_has_no_nodes(desk: Desk, events: list[object]) -> None:
    job = desk.new_job(SWAP, events)  # type: ignore[arg-type]

    await desk.page(AT.format(job.id, "root"), 404)
    assert (await desk.client.get(f"/api/problems/{job.id}/nodes")).json() == {"nodes": []}
