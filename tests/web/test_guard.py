"""What is refused before any route, and what every answer carries."""

from __future__ import annotations

import pytest
from starlette.datastructures import Headers

from app.settings import Settings
from app.web.guard import comes_from_elsewhere, host_is_ours
from tests.web.conftest import Desk
from tests.web.journals import SWAP, swap


@pytest.mark.parametrize(
    "path",
    ["/", "/jobs/none", "/nothing", "/healthz", "/openapi.json", "/static/src/app.css", "/api/problems/x"],
)
async def test_every_answer_is_guarded(desk: Desk, path: str) -> None:
    headers = (await desk.client.get(path)).headers

    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/", "/jobs/none", "/openapi.json", "/static/src/app.css"])
async def test_head_answers_as_get_does_without_a_body(desk: Desk, path: str) -> None:
    get, head = await desk.client.get(path), await desk.client.head(path)

    assert (head.status_code, head.headers) == (get.status_code, get.headers)
    assert (head.content, bool(get.content)) == (b"", True)


async def test_the_head_of_a_stream_is_not_for_the_asking(desk: Desk) -> None:
    job = desk.new_job(SWAP)

    for path in (f"/jobs/{job.id}/stream", f"/p/{job.share}/stream", f"/api/problems/{job.id}/events"):
        assert (await desk.client.head(path)).status_code == 405


async def test_a_wrong_method_is_told_which_are_right(desk: Desk) -> None:
    refused = await desk.client.delete("/api/problems")

    assert (refused.status_code, refused.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize(
    ("headers", "elsewhere"),
    [
        ({}, False),
        ({"sec-fetch-site": "same-origin"}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"sec-fetch-site": "same-site"}, True),
        ({"sec-fetch-site": "cross-site", "origin": "http://a.test"}, True),
        ({"origin": "http://a.test", "host": "a.test"}, False),
        ({"origin": "http://a.test:81", "host": "a.test"}, True),
        ({"origin": "null", "host": "a.test"}, True),
    ],
)
def test_a_browser_tells_where_a_form_comes_from(headers: dict[str, str], elsewhere: bool) -> None:
    assert comes_from_elsewhere(Headers(headers)) is elsewhere


async def test_a_form_of_another_site_does_nothing(desk: Desk) -> None:
    job = desk.new_job(SWAP)
    foreign = {"sec-fetch-site": "cross-site", "origin": "http://elsewhere.test"}

    answers = [
        await desk.client.post("/problems", data={"text": SWAP}, headers=foreign),
        await desk.client.post("/api/problems", json={"text": SWAP}, headers=foreign),
        await desk.client.post(f"/jobs/{job.id}/cancel", headers=foreign),
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert not desk.queue.jobs
    assert not desk.read(job.id).cancel_requested


@pytest.mark.parametrize(
    ("host", "listening_on", "ours"),
    [
        ("127.0.0.1:8000", "127.0.0.1", True),
        ("localhost", "127.0.0.1", True),
        ("[::1]:8000", "::1", True),
        ("rebound.test", "127.0.0.1", False),
        ("127.0.0.1.rebound.test", "localhost", False),
        ("", "127.0.0.1", False),
        ("[", "127.0.0.1", False),
        ("lemmata.example", "0.0.0.0", True),  # noqa: S104
    ],
)
def test_on_loopback_only_its_own_names_are_answered(host: str, listening_on: str, ours: bool) -> None:
    assert host_is_ours(host, Settings(host=listening_on)) is ours


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("lemmata.example", True),
        ("lemmata.example:443", True),
        ("127.0.0.1:8000", True),
        ("10.0.0.2:8000", True),
        ("a.test", False),
    ],
)
@pytest.mark.parametrize("listening_on", ["127.0.0.1", "0.0.0.0"])  # noqa: S104
def test_behind_a_proxy_its_public_name_is_answered(host: str, ours: bool, listening_on: str) -> None:
    settings = Settings(host=listening_on, public_url="https://lemmata.example")

    assert host_is_ours(host, settings) is ours


async def test_another_name_for_this_machine_is_refused(desk: Desk) -> None:
    response = await desk.client.get("/", headers={"host": "rebound.test"})

    assert response.status_code == 421
    assert "content-security-policy" in response.headers


async def test_a_body_that_is_too_long_is_refused(desk: Desk) -> None:
    async def slowly() -> object:
        for _ in range(10):
            yield b"text=" + b"x" * 10_000

    declared = await desk.client.post("/problems", data={"text": "x" * 60_000})
    chunked = await desk.client.post(
        "/problems",
        content=slowly(),  # type: ignore[arg-type]
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    as_json = await desk.client.post("/api/problems", json={"text": "x" * 60_000})

    assert [r.status_code for r in (declared, chunked, as_json)] == [413, 413, 413]
    assert "This is more text than is read here." in declared.text
    assert as_json.json()["error"]["message"] == "This is more text than is read here."


async def test_a_form_with_the_longest_text_of_wide_letters_is_not_too_long(desk: Desk) -> None:
    text = "theorem " + "𝔸" * 1900 + " : True"

    response = await desk.client.post("/problems", data={"text": text})

    assert response.status_code == 303


async def test_static_files_are_kept_for_ever_under_their_hash_only(desk: Desk) -> None:
    page = await desk.page("/")
    named = page.split('href="/static/src/app.css')[1].split('"')[0]

    hashed = await desk.client.get(f"/static/src/app.css{named}")
    plain = await desk.client.get("/static/src/app.css")

    assert hashed.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert plain.headers["cache-control"] == "no-cache"
    assert (await desk.client.get("/static/../app/web/app.py")).status_code == 404


async def test_pages_are_not_kept_by_anyone(desk: Desk) -> None:
    assert (await desk.client.get("/")).headers["cache-control"] == "no-store"


async def test_the_health_check_asks_the_database(desk: Desk) -> None:
    response = await desk.client.get("/healthz")

    assert (response.status_code, response.text) == (200, "ok")


async def test_search_engines_are_kept_from_what_people_set(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap())

    robots = await desk.page("/robots.txt")
    paths = [f"/jobs/{job.id}", f"/jobs/{job.id}/proof", f"/p/{job.share}", f"/p/{job.share}.lean"]
    pages = [await desk.client.get(path) for path in paths]

    assert "Disallow: /p/\n" in robots
    assert {page.headers["x-robots-tag"] for page in pages} == {"noindex"}
