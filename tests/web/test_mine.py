"""What is one's own: found, renamed, shared, taken back, deleted; and by nobody else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest

from app.endpoints import Endpoint
from app.store import ledger, queries
from app.web.owners import COOKIE, Owners
from tests.web.conftest import Desk, served
from tests.web.journals import SWAP, swap

CHANGES = ["rename", "share", "take-back", "delete", "cancel"]


@pytest.fixture
async def stranger(desk: Desk) -> AsyncIterator[httpx.AsyncClient]:
    """Another browser, which has a statement of its own."""
    transport = desk.client._transport
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
        await client.post("/problems", data={"text": "theorem of_the_stranger : True"})
        yield client


async def mine(desk: Desk, text: str = SWAP) -> str:
    """Set a problem with the browser of the desk, and return its id."""
    answer = await desk.client.post("/problems", data={"text": text})
    return str(answer.headers["location"]).removeprefix("/jobs/")


async def test_statements_are_found_by_their_words(desk: Desk, stranger: httpx.AsyncClient) -> None:
    swapped, other = await mine(desk), await mine(desk, "theorem other : True")

    everything, found = await desk.page("/mine"), await desk.page("/mine?q=swap")

    assert all(f'href="/jobs/{id_}"' in everything for id_ in (swapped, other))
    assert "of_the_stranger" not in everything
    assert f'href="/jobs/{swapped}"' in found
    assert f'href="/jobs/{other}"' not in found
    for nothing in ("nothing", "%00nothing", "%EF%BF%BFnothing"):
        assert "None of the 2 statements holds these words." in await desk.page(f"/mine?q={nothing}")


async def test_the_lean_seconds_of_the_hour_are_told(desk: Desk) -> None:
    ledger.charge(desk.services.db, await mine(desk), 1234.4)

    page = await desk.page("/mine")

    assert "Lean has worked 1,234 of 7,200 seconds for this browser" in page
    assert "tokens" not in page


async def test_the_tokens_of_the_hour_are_told_where_a_model_is_configured(desk: Desk) -> None:
    prover = Endpoint(url="http://127.0.0.1:9/v1", model="m")
    settings = desk.services.settings.model_copy(update={"prover": prover, "owner_tokens": 50_000})
    async with served(replace(desk.services, settings=settings)) as client:
        answer = await client.post("/problems", data={"text": SWAP})
        ledger.charge(desk.services.db, answer.headers["location"].removeprefix("/jobs/"), 1.0, 12_345)

        page = (await client.get("/mine")).text

    assert "Models have read and written 12,345 of 50,000 tokens." in page


async def test_a_new_browser_has_nothing(desk: Desk) -> None:
    assert "Nothing was set in this browser yet" in await desk.page("/mine")


async def test_a_long_list_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.web.mine.SHOWN", 2)
    ids = [await mine(desk, f"theorem t{n} : True") for n in range(3)]

    first = await desk.page("/mine?q=theorem")
    older = first.split('href="/mine?q=theorem&amp;before=')[1].split('"')[0]
    rest = await desk.page(f"/mine?q=theorem&before={older}")

    assert ids[0] not in first
    assert ids[0] in rest
    assert "Older ones" not in rest


async def test_a_name_is_shown_everywhere_and_an_empty_one_is_none(desk: Desk) -> None:
    id_ = await mine(desk)
    desk.write(id_, swap())

    answer = await desk.client.post(f"/jobs/{id_}/rename", data={"title": "  Exercise <3>\n of week 2 "})

    share = desk.read(id_).share
    named = "Exercise &lt;3&gt; of week 2"
    for path in ("/mine", "/", f"/jobs/{id_}", f"/p/{share}"):
        assert named in await desk.page(path)
    assert answer.status_code == 303
    await desk.client.post(f"/jobs/{id_}/rename", data={"title": " "})
    assert desk.read(id_).title is None


@pytest.mark.parametrize("title", ["x" * 201, "bad\x07bell"])
async def test_a_name_that_cannot_be_one_is_refused_in_words(desk: Desk, title: str) -> None:
    id_ = await mine(desk)

    answer = await desk.client.post(f"/jobs/{id_}/rename", data={"title": title})

    assert answer.status_code == 422
    assert "A name has at most 200 characters." in answer.text or "control character" in answer.text


async def test_a_link_is_taken_back_and_made_anew(desk: Desk, stranger: httpx.AsyncClient) -> None:
    id_ = await mine(desk)
    desk.write(id_, swap())
    link = f"/p/{desk.read(id_).share}"
    addresses = [link, f"{link}.lean", f"/jobs/{id_}", f"/jobs/{id_}/stream", f"/api/problems/{id_}"]
    before = [(await stranger.get(path)).status_code for path in addresses]

    await desk.client.post(f"/jobs/{id_}/take-back")
    after = [(await stranger.get(path)).status_code for path in addresses]

    assert before == [200] * 5
    assert after == [404] * 5
    assert "The link was taken back" in await desk.page(f"/jobs/{id_}")
    assert "nobody but you can read this page" in await desk.page(f"/jobs/{id_}/proof")
    await desk.client.post(f"/jobs/{id_}/share")
    again = [(await stranger.get(f"/p/{desk.read(id_).share}")).status_code]
    again += [(await stranger.get(path)).status_code for path in (link, f"/jobs/{id_}")]
    assert again == [200, 404, 404]


async def test_others_watch_and_change_nothing(desk: Desk, stranger: httpx.AsyncClient) -> None:
    id_ = await mine(desk)

    page = (await stranger.get(f"/jobs/{id_}")).text
    answers = [await stranger.post(f"/jobs/{id_}/{change}") for change in CHANGES]
    answers += [await stranger.post(f"/api/problems/{id_}/cancel")]
    answers += [await stranger.delete(f"/api/problems/{id_}")]

    assert "<form" not in page
    assert [answer.status_code for answer in answers] == [403] * 7
    assert "Only the browser in which this statement was set can change it" in answers[0].text
    assert desk.read(id_) == queries.job(desk.services.db, id_)
    assert not desk.read(id_).cancel_requested


async def test_a_link_gives_no_way_to_change_anything(desk: Desk) -> None:
    id_ = await mine(desk)
    share = desk.read(id_).share

    page = await desk.page(f"/p/{share}")

    assert "<form" not in page
    assert id_ not in page
    assert f'sse-connect="/p/{share}/stream?after=0"' in page
    assert (await desk.client.post(f"/jobs/{share}/cancel")).status_code == 404


async def test_a_link_shows_a_proof_as_it_grows(desk: Desk) -> None:
    id_ = await mine(desk)
    desk.write(id_, swap())
    share = desk.read(id_).share

    stream = (await desk.client.get(f"/p/{share}/stream")).text

    assert "Proved" in stream
    assert id_ not in stream
    assert "Cancel<" not in stream


async def test_one_statement_is_deleted_with_its_proof_and_its_link(desk: Desk) -> None:
    id_, kept = await mine(desk), await mine(desk)
    desk.write(id_, swap())
    share = desk.read(id_).share

    answer = await desk.client.post(f"/jobs/{id_}/delete")

    assert (answer.status_code, answer.headers["location"]) == (303, "/mine")
    await desk.page(f"/jobs/{id_}", 404)
    await desk.page(f"/p/{share}", 404)
    await desk.page(f"/jobs/{kept}")


async def test_everything_is_deleted_only_by_who_is_sure(desk: Desk, stranger: httpx.AsyncClient) -> None:
    id_ = await mine(desk)

    await desk.client.post("/mine/delete")
    await desk.page(f"/jobs/{id_}")
    answer = await desk.client.post("/mine/delete", data={"sure": "yes"})

    assert 'lemmata_owner=""' in answer.headers["set-cookie"]
    await desk.page(f"/jobs/{id_}", 404)
    assert "of_the_stranger" in (await stranger.get("/mine")).text


async def test_a_program_cancels_and_deletes_what_it_set(desk: Desk) -> None:
    id_ = (await desk.client.post("/api/problems", json={"text": SWAP})).json()["id"]

    queued = (await desk.client.get(f"/api/problems/{id_}")).json()
    cancelled = await desk.client.post(f"/api/problems/{id_}/cancel")
    standing = (await desk.client.get(f"/api/problems/{id_}")).json()
    deleted = await desk.client.delete(f"/api/problems/{id_}")

    assert queued["queue"] == {"ahead": 0, "waiting": 1, "running": 0}
    assert (cancelled.status_code, standing["outcome"], standing["queue"]) == (204, "cancelled", None)
    assert deleted.status_code == 204
    assert (await desk.client.get(f"/api/problems/{id_}")).status_code == 404


@pytest.mark.parametrize("token", ["", "a-token-that-nobody-signed.abc", "é", "x" * 5000])
async def test_a_cookie_that_we_did_not_sign_is_nobodys(desk: Desk, token: str) -> None:
    id_ = await mine(desk)
    owner = desk.read(id_).owner
    forged = Owners("another key")._signer.sign(owner or "").decode()

    for cookie in (token, owner or "", forged):
        headers = {"cookie": f"{COOKIE}={cookie}".encode()}
        async with httpx.AsyncClient(
            transport=desk.client._transport, base_url="http://testserver"
        ) as client:
            page = await client.get("/mine", headers=headers)
            change = await client.post(f"/jobs/{id_}/delete", headers=headers)

        assert "Nothing was set in this browser yet" in page.text
        assert change.status_code == 403
