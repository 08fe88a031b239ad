"""The reference of the library, as a browser without JavaScript and a program get it."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from app.domain.errors import CheckerUnavailable, CoreBuildFailed, LemmataError
from app.lean.guide import guide
from tests.web.conftest import Desk
from tests.web.journals import misstated
from tests.web.library import INDUCTION, SCRIPT, KnownLibrary
from tests.web.test_pages import words

SCRIPTS = Path(__file__).parents[2] / "static" / "src"


def listed(page: str) -> list[str]:
    """The names of what was found."""
    return re.findall(r'<span class="name">(.*?)</span>', page)


async def test_the_front_page_leads_to_notation_tactics_and_every_subject(desk: Desk) -> None:
    page = await desk.page("/reference")

    read = words(page)
    assert "the 6 theorems and 2 definitions" in read
    assert "Nat 7 The natural numbers." in read
    assert "propext propositional extensionality {a b : Prop} : (a ↔ b) → a = b" in read
    for address in re.findall(r'href="(/reference/[^"]+)"', page):
        assert (await desk.client.get(address, follow_redirects=True)).status_code == 200, address


async def test_every_page_links_the_reference(desk: Desk) -> None:
    for path in ("/", "/reference", "/reference/Nat"):
        assert '<a href="/reference">Reference</a>' in await desk.page(path)


async def test_a_subject_has_each_of_its_theorems_with_its_statement_and_an_address(desk: Desk) -> None:
    page = await desk.page("/reference/Nat")

    assert '<article class="entry" id="Nat.add_comm">' in page
    assert '<a href="#Nat.add_comm">Nat.add_comm</a>' in page
    assert "Nat.add_comm theorem (n m : Nat) : n + m = m + n" in words(page)
    assert "Nat.gcd definition (m n : Nat) : Nat Greatest common divisor." in words(page)
    assert '<a href="#section-2">Division</a>' in page


async def test_a_structure_has_its_fields_and_its_constructor(desk: Desk) -> None:
    page = words(await desk.page("/reference/Logic"))

    assert "And.left : a" in page
    assert "And.intro {a b : Prop} (left : a) (right : b) : a ∧ b" in page


async def test_a_tactic_has_a_line_and_an_example_that_fills_the_form(desk: Desk) -> None:
    page = await desk.page("/reference/tactics")

    assert "Induction: a goal for each constructor." in page
    assert f'href="/?example={INDUCTION.key}"' in page
    home = await desk.page(f"/?example={INDUCTION.key}")
    assert f">\n{INDUCTION.example}</textarea>" in home


async def test_a_notation_says_how_it_is_typed_and_what_it_stands_for(desk: Desk) -> None:
    page = words(await desk.page("/reference/notation"))

    assert r"a ∣ b a divides b. Typed \mid · Lean's name Dvd.dvd" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("gcd", ["Nat.gcd", "Nat.gcd_comm"]),
        ("a + b = b + a", ["Nat.add_comm"]),
        ("∣", ["a ∣ b", "Nat.dvd_trans"]),
        ("induction", ["induction n with"]),
    ],
)
async def test_a_search_works_without_scripts_and_finds_the_same_while_typing(
    desk: Desk, query: str, found: list[str]
) -> None:
    page = (await desk.client.get("/reference", params={"q": query})).text
    typed = (await desk.client.get("/reference/results", params={"q": query})).text

    assert listed(page) == listed(typed) == found
    assert f'role="status">{len(found)} found.</p>' in page
    assert f'data-said="{len(found)} found."' in typed
    assert 'id="browse" hidden' in page


async def test_a_hit_leads_to_its_place(desk: Desk) -> None:
    page = await desk.page("/reference?q=add_comm")

    (address,) = re.findall(r'<li><a href="(/reference/Nat.*?)">', page[: page.index('id="browse"')])
    assert address == "/reference/Nat#Nat.add_comm"
    assert 'id="Nat.add_comm"' in await desk.page(address.partition("#")[0])


async def test_nothing_found_is_said(desk: Desk) -> None:
    assert "Nothing was found." in await desk.page("/reference?q=nonsense")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Nat.add_comm", "/reference/Nat#Nat.add_comm"),
        ("And.left", "/reference/Logic#And"),
        ("no such name", "/reference?q=no%20such%20name"),
    ],
)
async def test_a_name_has_an_address_of_its_own(desk: Desk, name: str, place: str) -> None:
    response = await desk.client.get(f"/reference/name/{name}")

    assert (response.status_code, response.headers["location"]) == (303, place)


@pytest.mark.parametrize(
    ("message", "link"),
    [
        (
            "Unknown identifier `Nat.fo o`",
            '<a href="/reference?q=fo%20o">Look for <code>Nat.fo o</code>',
        ),
        ("expected ':'", '<a href="/reference">What can be written here'),
    ],
)
async def test_a_misstatement_leads_to_the_reference(desk: Desk, message: str, link: str) -> None:
    job = desk.new_job("theorem t\n  (n nat) : n = n", misstated(message))

    assert link in await desk.page(f"/jobs/{job.id}")


async def test_what_looks_like_markup_is_text(desk: Desk) -> None:
    for path in (
        "/reference/Nat",
        f"/reference?q={SCRIPT}",
        "/reference?q=never",
        "/reference/results?q=never",
    ):
        assert SCRIPT not in await desk.page(path), path
    page = await desk.page("/reference/Nat")
    assert html.escape(SCRIPT) in page
    assert "¬n &lt; n" in re.sub(r"</?span[^>]*>", "", page)


@pytest.mark.parametrize("path", ["/reference", "/reference/Nat", "/reference/tactics"])
async def test_a_page_that_a_browser_has_is_not_sent_again(desk: Desk, path: str) -> None:
    first = await desk.client.get(path)
    again = await desk.client.get(path, headers={"if-none-match": first.headers["etag"]})
    other = await desk.client.get(path, headers={"if-none-match": '"other"'})

    assert first.headers["cache-control"] == "no-cache"
    assert (again.status_code, again.content) == (304, b"")
    assert (other.status_code, other.text) == (200, first.text)


@pytest.mark.parametrize("path", ["/reference/None", "/reference/nat", "/reference/name", "/reference/x/y"])
async def test_an_address_that_leads_nowhere_is_a_page_in_words(desk: Desk, path: str) -> None:
    assert "Nothing here" in await desk.page(path, 404)


@pytest.mark.parametrize(
    "failure", [CheckerUnavailable("Lean is gone."), CoreBuildFailed("It broke.")], ids=str
)
async def test_without_lean_the_page_says_so(desk: Desk, failure: LemmataError) -> None:
    library = desk.services.library
    assert isinstance(library, KnownLibrary)
    library.failure = failure

    page = await desk.page("/reference", 503)
    answer = await desk.client.get("/api/reference?q=gcd")

    assert str(failure) in page
    assert answer.json()["error"]["message"] == str(failure)
    await desk.page("/")


async def test_a_program_gets_the_same_hits(desk: Desk) -> None:
    answer = (await desk.client.get("/api/reference", params={"q": "∣", "limit": 1})).json()

    assert answer["total"] == 2
    assert answer["library"] == "1" * 64
    (entry,) = answer["entries"]
    assert entry["kind"] == "notation"
    assert entry["example"].startswith("theorem notation_dvd")
    assert entry["url"] == "http://testserver/reference/notation#notation_dvd"


async def test_a_program_gets_statements_and_addresses(desk: Desk) -> None:
    answer = (await desk.client.get("/api/reference", params={"q": "add_comm"})).json()

    assert answer["entries"] == [
        {
            "name": "Nat.add_comm",
            "kind": "theorem",
            "statement": "(n m : Nat) : n + m = m + n",
            "about": "",
            "example": None,
            "url": "http://testserver/reference/Nat#Nat.add_comm",
        }
    ]


@pytest.mark.parametrize("query", ["limit=0", "limit=201", "q=" + "x" * 201])
async def test_a_wrong_question_is_refused_in_words(desk: Desk, query: str) -> None:
    answer = await desk.client.get(f"/api/reference?{query}")

    assert answer.status_code == 422
    assert answer.json()["error"]["fields"]


async def test_the_search_is_described_for_programs(desk: Desk) -> None:
    described = (await desk.client.get("/openapi.json")).json()["paths"]

    assert "/api/reference" in described
    assert not [path for path in described if path.startswith("/reference")]


def test_every_backslash_name_in_the_reference_is_one_that_the_form_knows() -> None:
    script = (SCRIPTS / "app.js").read_text("utf-8")
    table = script[script.index("const SYMBOLS") : script.index("};", script.index("const SYMBOLS"))]
    symbols = {key.strip('"'): symbol for key, symbol in re.findall(r'("[^"]+"|\w+): "([^"]+)"', table)}

    typed = [
        (name[1:], usage) for usage in guide().usages() for name in usage.typed if re.match(r"\\[^/]", name)
    ]

    assert len(typed) > 25
    for name, usage in typed:
        assert name in symbols, (name, usage.key)
        assert symbols[name] in "".join(usage.forms), (name, usage.key)
