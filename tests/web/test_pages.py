"""Every page and every outcome, as a browser without JavaScript gets them."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.events import (
    Cancelled,
    LeftUndecided,
    OwnProofRejected,
    Proved,
    Started,
    StatementExamined,
)
from app.domain.goal import Goal
from app.domain.verdict import Message, Position, Reason, Severity
from app.domain.warnings import StatementWarning, WarningKind
from app.trust.bundle import unpack
from app.trust.signing import Signer
from app.web.home_views import EXAMPLES
from tests.web.conftest import Desk
from tests.web.journals import (
    IMPOSSIBLE,
    SWAP,
    inconsistent,
    locked,
    misstated,
    refuted,
    refuted_by_example,
    step,
    still_open,
    swap,
)

SCRIPT = "<script>alert(1)</script>"


def words(page: str) -> str:
    """What a person reads."""
    body = re.sub(r"<(head|footer).*?</\1>", "", page, flags=re.DOTALL)
    body = re.sub(r"</?div[^>]*>", " ", body)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", body)).split())


async def test_the_home_page_has_a_form_and_all_examples_in_lean(desk: Desk) -> None:
    page = await desk.page("/")

    assert '<textarea id="text" name="text"' in page
    assert page.count('href="/?example=') == len([one for one in EXAMPLES if not one.in_words]) > 5


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.key)
async def test_an_example_fills_the_form(desk: Desk, example: object) -> None:
    page = await desk.page(f"/?example={example.key}")  # type: ignore[attr-defined]

    assert f">\n{html.escape(example.text, quote=False)}</textarea>" in page  # type: ignore[attr-defined]


async def test_a_problem_is_committed_before_it_is_handed_to_a_worker(desk: Desk) -> None:
    response = await desk.client.post("/problems", data={"text": SWAP, "seconds": "10"})

    (handed,) = desk.queue.jobs
    assert (response.status_code, response.headers["location"]) == (303, f"/jobs/{handed.id}")
    assert (handed.problem.text, handed.problem.seconds) == (SWAP, 10.0)


async def test_lines_that_a_form_ends_in_two_characters_end_in_one(desk: Desk) -> None:
    await desk.client.post("/problems", data={"text": "-- a\r\ntheorem t : True"})

    assert desk.queue.jobs[0].problem.text == "-- a\ntheorem t : True"


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"text": ""}, "Type a theorem first."),
        ({"text": " \n "}, "Type a theorem first."),
        ({"text": "x" * 2001}, "2,001 characters; at most 2,000"),
        ({"text": "theorem a\n\0 : True"}, "Line 2 holds a control character, U+0000."),
        ({"text": "theorem \x1b : True"}, "U+001B"),
        ({"text": SWAP, "environment": "mathlib"}, "There is no such environment here"),
        ({"text": SWAP, "seconds": "soon"}, "Choose a number of seconds."),
        ({"text": SWAP, "seconds": "-1"}, "more than 0 and at most 300 seconds"),
        ({"text": SWAP, "seconds": "301"}, "more than 0 and at most 300 seconds"),
        ({"text": SWAP, "seconds": "nan"}, "more than 0 and at most 300 seconds"),
    ],
)
async def test_a_wrong_form_comes_back_with_its_text_and_the_reason(
    desk: Desk, fields: dict[str, str], complaint: str
) -> None:
    response = await desk.client.post("/problems", data=fields)

    assert response.status_code == 422
    assert complaint in html.unescape(response.text)
    assert f"{html.escape(fields['text'])}</textarea>" in response.text
    assert not desk.queue.jobs


async def test_bytes_that_are_not_utf8_are_refused_at_their_line(desk: Desk) -> None:
    response = await desk.client.post(
        "/problems",
        content=b"text=theorem%0A%FF%FE",
        headers={"content-type": "application/x-www-form-urlencoded"},
    )

    assert response.status_code == 422
    assert "Line 2 was not sent as UTF-8 text." in response.text


async def test_recent_problems_are_those_of_this_browser(desk: Desk) -> None:
    desk.new_job("theorem of_another : True")
    await desk.client.post("/problems", data={"text": SWAP})

    page = await desk.page("/")

    assert "Recent statements in this browser" in page
    assert "of_another" not in page
    assert f'href="/jobs/{desk.queue.jobs[0].id}"' in page


async def test_the_owner_cookie_is_for_this_site_and_not_for_scripts(desk: Desk) -> None:
    response = await desk.client.post("/problems", data={"text": SWAP})

    cookie = response.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


async def test_a_waiting_job_tells_its_place_and_can_be_cancelled(desk: Desk) -> None:
    desk.new_job("theorem first : True")
    job = desk.new_job(SWAP)

    page = await desk.page(f"/jobs/{job.id}")
    answer = await desk.client.post(f"/jobs/{job.id}/cancel")

    assert "Number 2 of 2 waiting" in page
    assert answer.status_code == 303
    assert "Cancelled" in words(await desk.page(f"/jobs/{job.id}"))


async def test_a_running_job_that_is_cancelled_says_so_until_the_worker_stops(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap()[:2])

    await desk.client.post(f"/jobs/{job.id}/cancel")

    assert "Cancelling" in words(await desk.page(f"/jobs/{job.id}"))
    desk.write(job.id, [Cancelled()])
    assert "You stopped the search." in words(await desk.page(f"/jobs/{job.id}"))


async def test_a_script_that_cancels_gets_the_changed_regions(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap()[:2])

    answer = await desk.client.post(f"/jobs/{job.id}/cancel", headers={"hx-request": "true"})

    assert 'hx-swap-oob="innerHTML:#status"' in answer.text
    assert "Cancelling" in answer.text


async def test_the_place_in_the_queue_is_asked_until_a_worker_has_the_job(desk: Desk) -> None:
    job = desk.new_job(SWAP)

    waiting = await desk.client.get(f"/jobs/{job.id}/place")
    desk.write(job.id, [Started("worker-1")])
    running = await desk.client.get(f"/jobs/{job.id}/place")

    assert "Next in the queue" in waiting.text
    assert running.status_code == 286
    assert "hx-get" not in running.text


async def test_a_running_job_shows_steps_goals_refusals_and_the_goal_it_works_on(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap()[:6])

    page = await desk.page(f"/jobs/{job.id}")

    read = words(page)
    assert "constructor ✓ verified the target is a conjunction" in read
    assert "apply And.comm.mp ↶ abandoned" in read
    assert "case left" in read
    assert "Lean refused 2 other tactics here" in read
    assert "Working on" in read
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    assert f'sse-connect="/jobs/{job.id}/stream?after=6"' in page


@pytest.mark.parametrize("count", range(len(swap())))
async def test_nothing_is_called_proved_before_the_certificate(desk: Desk, count: int) -> None:
    job = desk.new_job(SWAP, swap()[:count])

    page = words(await desk.page(f"/jobs/{job.id}"))

    assert not re.search(r"proved|refuted", page, re.IGNORECASE)


async def test_a_proved_job_links_its_proof_and_stops_refreshing(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap())

    page = await desk.page(f"/jobs/{job.id}")

    assert '<h2 id="outcome-title">Proved</h2>' in page
    assert "propext (propositional extensionality)" in page
    assert f'href="/p/{job.share}"' in page
    assert f'value="http://testserver/p/{job.share}"' in page
    assert "refresh" not in page
    assert "sse-connect" not in page


async def test_a_refuted_job_shows_the_proof_of_the_negation(desk: Desk) -> None:
    job = desk.new_job("theorem zero (n : Nat) : n = 0", refuted())

    page = words(await desk.page(f"/jobs/{job.id}"))

    assert "Refuted The statement is false. Lean 4.35.0's kernel and a second one" in page
    assert "theorem zero_is_false : ¬ (∀ (n : Nat), n = 0) := by intro h cases h 1" in page
    assert "Steps towards a counterproof" in page


async def test_an_open_job_tells_what_is_left_and_is_not_called_proved(desk: Desk) -> None:
    job = desk.new_job(SWAP, still_open())

    page = words(await desk.page(f"/jobs/{job.id}"))

    assert "Neither a proof nor a counterproof was found." in page
    assert "The time or the checks ran out." in page
    assert "The hardest goal left case left p q : Prop" in page
    assert "roved" not in page


async def test_a_counterexample_is_said_in_a_sentence_before_all_else(desk: Desk) -> None:
    job = desk.new_job("theorem small", refuted_by_example())

    pages = [await desk.page(f"/jobs/{job.id}"), await desk.page(f"/p/{job.share}")]

    assert "Refuted It is false for n = 3 and m = 0. Lean 4.35.0's kernel" in words(pages[0])
    assert "small It is false for n = 3 and m = 0.Lean 4.35.0's kernel" in words(pages[1])


async def test_contradictory_hypotheses_are_explained_with_the_proof(desk: Desk) -> None:
    job = desk.new_job(IMPOSSIBLE, inconsistent())

    page = words(await desk.page(f"/jobs/{job.id}"))

    assert "Contradictory hypotheses The hypotheses contradict each other" in page
    assert "Check the hypotheses" in page
    assert f"{IMPOSSIBLE} := by exfalso have := Nat.lt_trans k h contradiction" in page
    assert "Steps towards a contradiction in the hypotheses" in page
    assert "roved" not in page


async def test_a_search_for_a_contradiction_says_what_it_is_looking_for(desk: Desk) -> None:
    job = desk.new_job(IMPOSSIBLE, inconsistent()[:4])

    page = words(await desk.page(f"/jobs/{job.id}"))

    assert "Working on, towards a contradiction in the hypotheses n : Nat" in page


async def test_contradictory_hypotheses_have_a_page_of_their_own(desk: Desk) -> None:
    job = desk.new_job(IMPOSSIBLE, inconsistent())

    read = words(await desk.page(f"/p/{job.share}"))

    assert "Contradictory hypotheses odd The hypotheses contradict each other" in read
    assert "import Lemmata theorem odd" in read
    assert "contradiction ✓ verified 5 < 2 is false." in read
    assert "cases n with" not in read
    assert "negation" not in read


async def test_an_ended_job_is_named_by_its_outcome_among_the_recent(desk: Desk) -> None:
    await desk.client.post("/problems", data={"text": IMPOSSIBLE})
    desk.write(desk.queue.jobs[0].id, inconsistent())

    page = await desk.page("/")

    assert '<span class="chip kind-inconsistent_hypotheses">Contradictory hypotheses</span>' in page


async def test_a_refused_tactic_without_a_message_stands_alone(desk: Desk) -> None:
    job = desk.new_job(IMPOSSIBLE, inconsistent())

    page = await desk.page(f"/jobs/{job.id}")

    refused = re.findall(r"<li><code>(?:(?!</li>).)*</li>", page[page.index('class="refused"') :])
    assert [words(item) for item in refused] == ["simp at h", "omega omega could not prove the goal"]
    assert "<span></span>" not in page


async def test_a_step_says_why_it_was_tried(desk: Desk) -> None:
    job = desk.new_job(IMPOSSIBLE, inconsistent())

    page = await desk.page(f"/jobs/{job.id}")

    assert '<p class="why"><code>k</code> and <code>h</code> together: what is more than 5' in page


@pytest.mark.parametrize(("count", "shown", "more"), [(0, 0, 0), (1, 1, 0), (6, 6, 0), (7, 4, 3)])
async def test_a_long_list_of_what_was_tried_is_folded(desk: Desk, count: int, shown: int, more: int) -> None:
    job = desk.new_job(SWAP, still_open(tuple(f"tactic{n}" for n in range(count))))

    page = await desk.page(f"/jobs/{job.id}")

    first, _, folded = page.partition("<details")
    assert (first.count("<code>tactic"), folded.count("<code>tactic")) == (shown, more)
    assert ("Tried there in vain" in first) == bool(count)
    assert ("3 more" in folded) == bool(more)


async def test_a_proof_without_steps_has_none_to_show(desk: Desk) -> None:
    job = desk.new_job(SWAP, [*swap()[:2], *swap()[-2:]])

    assert "This proof has no recorded steps." in await desk.page(f"/p/{job.share}")


async def test_a_misstatement_is_marked_at_its_place_with_leans_message(desk: Desk) -> None:
    job = desk.new_job("theorem t\n  (n nat) : n = n", misstated("expected ':'"))

    page = await desk.page(f"/jobs/{job.id}")

    assert "<code>  (n<mark> na</mark>t) : n = n</code>" in page
    assert "Line 2, column 5: error" in page
    assert "expected &#39;:&#39;" in page
    assert f'href="/?again={job.id}"' in page


async def test_edit_brings_the_text_back_to_the_form(desk: Desk) -> None:
    job = desk.new_job("theorem t (a < b) : True", misstated())

    page = await desk.page(f"/?again={job.id}")

    assert "theorem t (a &lt; b) : True</textarea>" in page


async def test_undecided_says_nothing_about_the_statement_and_offers_another_try(desk: Desk) -> None:
    job = desk.new_job(SWAP, [Started("w"), LeftUndecided(Reason.CRASHED, "signal 9")])

    page = await desk.page(f"/jobs/{job.id}")

    assert "Lean ended without an answer. This says nothing about the statement." in page
    assert f'name="text" value="{SWAP}"' in page
    assert "Try again" in page


async def test_a_proof_of_ones_own_that_fails_is_shown_with_leans_message(desk: Desk) -> None:
    message = Message(Severity.ERROR, "unsolved goals", Position(1, 20), Position(1, 22))
    job = desk.new_job("theorem t : True := by", [Started("w"), locked(), OwnProofRejected((message,))])

    page = await desk.page(f"/jobs/{job.id}")

    assert "Lean did not accept your own proof" in page
    assert "<mark>by</mark>" in page


async def test_notes_about_a_changed_text_are_shown(desk: Desk) -> None:
    note = "The header (`Mathlib`) was replaced by that of the built-in library."
    job = desk.new_job(SWAP, [Started("w"), locked(notes=(note,))])

    assert note in words(await desk.page(f"/jobs/{job.id}"))


async def test_whoever_has_the_share_link_reads_the_whole_proof(desk: Desk) -> None:
    start, lock, *rest = swap()
    job = desk.new_job(SWAP, [start, lock, StatementExamined((), ("h",)), *rest])

    response = await desk.client.get(f"/p/{job.share}")

    read = words(response.text)
    assert response.headers["x-robots-tag"] == "noindex"
    assert "import Lemmata theorem swap" in read
    assert "Let p and q be propositions. Assume p ∧ q. Then q ∧ p." in read
    assert "It uses the axiom propext" in read
    assert "in a jail from which it reaches nothing" in read
    assert "A second kernel, written for Lemmata and sharing nothing with the first, accepted it too." in read
    assert "That the formal statement says what you mean." in read
    assert Signer("A" * 43).public in read
    assert "4.35.0" in read
    assert "apply And.comm.mp" not in read, "abandoned steps are no part of a proof"
    assert job.id not in response.text, "who knows the id may cancel"


async def test_a_refutation_has_a_page_of_its_own(desk: Desk) -> None:
    job = desk.new_job("theorem zero (n : Nat) : n = 0", refuted())

    read = words(await desk.page(f"/p/{job.share}"))

    assert "Statement, which is false" in read
    assert "What was proved is its negation. theorem zero_is_false" in read
    assert "intro h ✓ verified" in read
    assert "induction n with" not in read


@pytest.mark.parametrize(
    ("changes", "words_of_it"),
    [
        ({"jail": "limits"}, "with limits, but in no jail"),
        ({"kernels": {"lean": "accepted", "lemmata": "unfinished"}}, "did not finish in its time"),
        ({"kernels": {"lean": "accepted", "lemmata": "not asked"}}, "A second kernel was not asked."),
    ],
)
async def test_a_weaker_check_is_not_said_to_be_a_stronger_one(
    desk: Desk, changes: dict[str, Any], words_of_it: str
) -> None:
    *before, proved = swap()
    assert isinstance(proved, Proved)
    weaker = replace(proved, certificate=replace(proved.certificate, **changes))
    job = desk.new_job(SWAP, [*before, weaker])

    read = words(await desk.page(f"/p/{job.share}"))

    assert words_of_it in read
    assert ("in a jail from which" in read) is ("jail" not in changes)
    assert ("a second one, written independently" in read) is ("kernels" not in changes)


async def test_what_is_known_of_a_statement_is_shown_beside_it(desk: Desk) -> None:
    warning = StatementWarning(WarningKind.NATURAL_SUBTRACTION, "`a - b` is 0 where `a < b`.", "a - b")
    examined = StatementExamined((warning,), ("h",), "t : @Eq.{1} Nat <b>")
    start, lock, *rest = swap()
    job = desk.new_job(SWAP, [start, lock, examined, *rest])

    for address in (f"/jobs/{job.id}", f"/p/{job.share}"):
        page = await desk.page(address)
        assert "a - b is 0 where a < b." in words(page)
        assert "As Lean reads it, with nothing left out t : @Eq.{1} Nat <b>" in words(page)
        assert "Nat <b>" not in page


async def test_a_bundle_is_downloaded_and_holds_what_the_page_shows(desk: Desk, tmp_path: Path) -> None:
    job = desk.new_job(SWAP, swap())

    own = await desk.client.get(f"/jobs/{job.id}/proof.zip")
    shared = await desk.client.get(f"/p/{job.share}.zip")

    assert own.content == shared.content
    assert shared.headers["content-disposition"] == 'attachment; filename="swap.zip"'
    assert shared.headers["content-type"] == "application/zip"
    (tmp_path / "swap.zip").write_bytes(shared.content)
    certificate = unpack(tmp_path / "swap.zip")
    assert isinstance(proved := swap()[-1], Proved)
    assert certificate == proved.certificate


async def test_there_is_no_bundle_where_nothing_was_proved(desk: Desk) -> None:
    job = desk.new_job(SWAP, still_open())

    assert (await desk.client.get(f"/jobs/{job.id}/proof.zip")).status_code == 404
    assert (await desk.client.get(f"/p/{job.share}.zip")).status_code == 404


async def test_a_proof_is_downloaded_as_a_lean_file(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap())

    response = await desk.client.get(f"/p/{job.share}.lean")

    assert response.headers["content-disposition"] == 'attachment; filename="swap.lean"'
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.text.startswith(f"import Lemmata\n\n{SWAP} := by\n")


@pytest.mark.parametrize("events", [swap()[:-1], still_open(), misstated(), []], ids=len)
async def test_without_a_certificate_the_link_shows_how_it_stands_and_no_proof(
    desk: Desk, events: list[object]
) -> None:
    job = desk.new_job(SWAP, events)  # type: ignore[arg-type]

    page = await desk.page(f"/p/{job.share}")

    assert "How it was checked" not in page
    assert job.id not in page
    assert "There is no proof at this address." in await desk.page(f"/p/{job.share}.lean", 404)
    assert "There is no proof at this address." in await desk.page(f"/jobs/{job.id}/proof", 404)


@pytest.mark.parametrize("path", ["/jobs/none", "/jobs/%00", "/p/none", "/nothing", "/?again=none"])
async def test_what_does_not_exist_is_said_in_words(desk: Desk, path: str) -> None:
    page = await desk.page(path, 404)

    assert "<h1>Nothing here</h1>" in page


async def test_the_id_of_a_job_opens_no_proof_page_and_its_share_no_job(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap())

    await desk.page(f"/p/{job.id}", 404)
    await desk.page(f"/jobs/{job.share}", 404)


async def test_text_from_people_provers_and_lean_is_never_markup(desk: Desk) -> None:
    goal = Goal.parse(f"h : {SCRIPT}\n⊢ {SCRIPT}")
    events = [Started("w"), locked(f"theorem {SCRIPT} : True", goal, (SCRIPT,))]
    own = step(1, SCRIPT, goal, (goal,), why=SCRIPT, label=SCRIPT)
    job = desk.new_job(SCRIPT, [*events, own])
    failed = desk.new_job(f"{SCRIPT}\n{SCRIPT}", misstated(SCRIPT))
    unasked = desk.new_job(SCRIPT, [Started("w"), LeftUndecided(Reason.CRASHED, SCRIPT)])

    pages = [await desk.page(f"/jobs/{j.id}") for j in (job, failed, unasked)]
    form = await desk.client.post("/problems", data={"text": SCRIPT, "seconds": SCRIPT})

    assert all("<script>alert" not in page for page in [*pages, form.text])


async def test_a_database_that_fails_is_told_in_words_with_every_guard(desk: Desk) -> None:
    job = desk.new_job(SWAP)
    desk.services.db.dispose()
    with desk.services.db.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE jobs RENAME TO lost")

    response = await desk.client.get(f"/jobs/{job.id}")

    assert response.status_code == 503
    assert "The database cannot be reached." in response.text
    assert response.headers["retry-after"] == "5"
    assert "content-security-policy" in response.headers


async def test_an_error_of_ours_is_a_page_in_words_with_every_guard(desk: Desk) -> None:
    job = desk.new_job(SWAP)
    with desk.services.db.begin() as connection:
        connection.exec_driver_sql("UPDATE jobs SET state = 'unheard of'")

    response = await desk.client.get(f"/jobs/{job.id}")

    assert response.status_code == 500
    assert "Something went wrong" in response.text
    assert "content-security-policy" in response.headers
