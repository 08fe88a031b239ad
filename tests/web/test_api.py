"""JSON for programs."""

from __future__ import annotations

import json

import pytest

from app.domain.events import Cancelled, LeftUndecided, Started
from app.domain.verdict import Reason
from tests.web.conftest import Desk
from tests.web.journals import (
    IMPOSSIBLE,
    SWAP,
    inconsistent,
    misstated,
    refuted,
    refuted_by_example,
    still_open,
    swap,
)
from tests.web.test_stream import received


async def test_a_problem_is_accepted_with_the_addresses_to_follow(desk: Desk) -> None:
    response = await desk.client.post("/api/problems", json={"text": SWAP, "seconds": 5})

    job = desk.queue.jobs[0]
    assert response.status_code == 202
    assert response.json() == {
        "id": job.id,
        "url": f"http://testserver/jobs/{job.id}",
        "events_url": f"http://testserver/api/problems/{job.id}/events",
    }
    assert job.problem.seconds == 5.0


@pytest.mark.parametrize(
    ("body", "status", "word"),
    [
        ({"text": ""}, 422, "Type a theorem first."),
        ({"text": SWAP, "environment": "mathlib"}, 422, "no such environment"),
        ({"text": SWAP, "seconds": 1e9}, 422, "at most 300 seconds"),
        ({"text": SWAP, "seconds": "x"}, 422, "seconds"),
        ({"text": "\ud800"}, 422, "U+D800"),
        ({"text": SWAP, "secnds": 5}, 422, "secnds: Extra inputs are not permitted"),
        ({"text": SWAP, "seconds": -5}, 422, "more than 0"),
        ({"text": "x" * 20_000}, 422, "20,000 characters; at most 2,000"),
        ({}, 422, "text: Field required"),
        ([], 422, "Send one JSON object"),
    ],
)
async def test_what_cannot_be_a_problem_is_refused_in_json(
    desk: Desk, body: object, status: int, word: str
) -> None:
    response = await desk.client.post(
        "/api/problems", content=json.dumps(body), headers={"content-type": "application/json"}
    )

    error = response.json()["error"]
    assert response.status_code == status
    assert word in error["message"]
    assert error["code"]


@pytest.mark.parametrize("body", [{"text": "", "seconds": 0}, {"text": 5, "seconds": "x"}])
async def test_a_refusal_names_the_fields(desk: Desk, body: dict[str, object]) -> None:
    response = await desk.client.post("/api/problems", json=body)

    fields = [fault["field"] for fault in response.json()["error"]["fields"]]
    assert fields == ["text", "seconds"]


@pytest.mark.parametrize("body", [b"", b"{", b"null", b"text=True", b'{"text": "\xff\xfe"}', b"[" * 5000])
async def test_a_body_that_is_no_json_object_is_told_what_to_send(desk: Desk, body: bytes) -> None:
    response = await desk.client.post(
        "/api/problems", content=body, headers={"content-type": "application/json"}
    )

    assert response.status_code in (400, 422)
    assert response.json()["error"]["message"].startswith("Send one JSON object")


async def test_a_proved_problem_has_the_fields_of_the_command_line_and_more(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap())

    answer = (await desk.client.get(f"/api/problems/{job.id}")).json()

    assert (answer["state"], answer["outcome"], answer["statement"]) == ("finished", "proved", SWAP)
    assert answer["proof"].startswith("import Lemmata\n")
    assert (answer["axioms"], answer["checks"], answer["elapsed_s"]) == (["propext"], 9, 0.42)
    assert answer["share_url"] == f"http://testserver/p/{job.share}"


@pytest.mark.parametrize(
    ("events", "outcome", "reason"),
    [
        (still_open(), "open", "The time or the checks ran out."),
        (misstated(), "not_a_statement", "Lean does not accept this statement."),
        ([Started("w"), LeftUndecided(Reason.MEMORY, "9 GiB")], "undecided", "memory: 9 GiB"),
    ],
)
async def test_without_a_certificate_there_is_no_proof(
    desk: Desk, events: list[object], outcome: str, reason: str
) -> None:
    job = desk.new_job(SWAP, events)  # type: ignore[arg-type]

    answer = (await desk.client.get(f"/api/problems/{job.id}")).json()

    assert (answer["outcome"], answer["reason"]) == (outcome, reason)
    assert answer["proof"] is None
    assert answer["share_url"] is None


async def test_a_running_problem_has_no_outcome(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap()[:6])

    answer = (await desk.client.get(f"/api/problems/{job.id}")).json()

    assert (answer["state"], answer["outcome"], answer["proof"]) == ("running", None, None)
    assert answer["checks"] == 4


async def test_a_cancelled_problem_has_had_its_checks(desk: Desk) -> None:
    job = desk.new_job(SWAP, [*swap()[:6], Cancelled()])

    answer = (await desk.client.get(f"/api/problems/{job.id}")).json()

    assert (answer["outcome"], answer["checks"]) == ("cancelled", 4)


async def test_a_refuted_problem_gives_the_proof_of_its_negation(desk: Desk) -> None:
    job = desk.new_job("theorem zero (n : Nat) : n = 0", refuted())

    answer = (await desk.client.get(f"/api/problems/{job.id}")).json()

    assert answer["outcome"] == "refuted"
    assert "theorem zero_is_false" in answer["proof"]


async def test_a_counterexample_is_an_object_in_order_and_null_where_there_is_none(desk: Desk) -> None:
    by_example = desk.new_job("theorem small", refuted_by_example())
    in_general = desk.new_job("theorem zero", refuted())

    answers = [(await desk.client.get(f"/api/problems/{job.id}")).json() for job in (by_example, in_general)]

    assert list(answers[0]["counterexample"].items()) == [("n", "3"), ("m", "0")]
    assert answers[1]["counterexample"] is None


async def test_contradictory_hypotheses_come_with_the_proof_of_the_statement(desk: Desk) -> None:
    job = desk.new_job(IMPOSSIBLE, inconsistent())

    answer = (await desk.client.get(f"/api/problems/{job.id}")).json()

    assert (answer["outcome"], answer["statement"]) == ("inconsistent_hypotheses", IMPOSSIBLE)
    assert f"{IMPOSSIBLE} := by\n  exfalso\n" in answer["proof"]
    assert answer["share_url"] == f"http://testserver/p/{job.share}"
    assert answer["checks"] == 14


async def test_an_open_problem_tells_what_was_tried_at_the_goal_left(desk: Desk) -> None:
    job = desk.new_job(SWAP, still_open(("omega", "cases h with")))

    answer = (await desk.client.get(f"/api/problems/{job.id}")).json()

    assert answer["goal"].endswith("⊢ q")
    assert answer["attempts"] == ["omega", "cases h with"]


async def test_messages_keep_their_places(desk: Desk) -> None:
    job = desk.new_job("theorem t\n  (n nat) : n = n", misstated("expected"))

    answer = (await desk.client.get(f"/api/problems/{job.id}")).json()

    assert answer["messages"] == [
        {"severity": "error", "text": "expected", "line": 2, "column": 4, "end_line": 2, "end_column": 7}
    ]


async def test_events_are_one_line_of_json_each_and_go_on_from_the_last_id(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap())

    response = await desk.client.get(f"/api/problems/{job.id}/events", headers={"last-event-id": "8"})

    events = received(response.text)
    assert [(event.id, event.event) for event in events] == [(9, "Certifying"), (10, "Proved")]
    assert json.loads(events[1].data)["certificate"]["axioms"] == ["propext"]
    assert all("\n" not in event.data for event in events)


async def test_an_unknown_problem_is_not_found_in_json(desk: Desk) -> None:
    for path in ("/api/problems/none", "/api/problems/none/events", "/api/nothing"):
        response = await desk.client.get(path)

        assert response.status_code == 404
        assert response.json()["error"]["code"] == "not_found"


async def test_the_description_names_every_address_and_loads_nothing_from_elsewhere(desk: Desk) -> None:
    description = (await desk.client.get("/openapi.json")).json()

    assert set(description["paths"]) == {
        "/api/problems",
        "/api/problems/{id}",
        "/api/problems/{id}/cancel",
        "/api/problems/{id}/events",
        "/api/problems/{id}/nodes",
        "/api/problems/{id}/nodes/{node}",
        "/api/reference",
    }
    assert (await desk.client.get("/docs")).status_code == 404
    assert (await desk.client.get("/redoc")).status_code == 404
