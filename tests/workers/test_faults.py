"""What a real service says when its folder fails it, and what it says to texts that are no statement."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import httpx
from alembic import command
from sqlalchemy import text

from app.domain.problem import Problem
from app.store import queries
from app.store.database import alembic_config, migration
from tests.workers.test_serve import SWAP, House, house, wait_until

__all__ = ["house"]  # a fixture
LONG = f"theorem long (p : Prop) (h : p) : p -- {'x' * 9000}"


def inside(script: str) -> list[str]:
    """Runs a program where only it and its children see what `script` has mounted."""
    return ["unshare", "--mount", "sh", "-c", f'{script} && exec "$@"', "sh"]


def prove(url: str, statement: str = SWAP) -> httpx.Response:
    return httpx.post(f"{url}/problems", data={"text": statement}, timeout=30)


def is_proved(url: str, path: str) -> bool:
    return "Proved" in httpx.get(f"{url}{path}").text


def fill(file: Path) -> None:
    """Make `file` as large as its disk allows."""
    with file.open("wb", buffering=0) as filler, suppress(OSError):
        while True:
            filler.write(bytes(1024))


def test_a_full_disk_costs_nothing_that_was_stored_or_typed(house: House, tmp_path: Path):
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = f"mount -t tmpfs -o size=4m none {folder} && ln -s {tmp_path / 'lean'} {folder / 'lean'}"
    serving = house.start("serve", under=inside(mounted), data=folder)
    url, seen_from_here = serving.url, Path(f"/proc/{serving.process.pid}/root{folder}")
    kept = prove(url).headers["location"]
    wait_until(lambda: is_proved(url, kept))

    fill(seen_from_here / "filler")
    page = [prove(url, LONG) for _ in range(9)][-1]
    as_json = httpx.post(f"{url}/api/problems", json={"text": LONG}, timeout=30)
    kept_is_there = is_proved(url, kept)
    (seen_from_here / "filler").unlink()
    later = prove(url).headers["location"]
    wait_until(lambda: is_proved(url, later))

    assert (page.status_code, as_json.status_code, kept_is_there) == (503, 503, True)
    assert "The disk of this server is full. Nothing was stored; try again in a moment." in page.text
    assert "theorem long (p : Prop) (h : p) : p" in page.text
    assert as_json.json()["error"]["message"].startswith("The disk of this server is full.")


def test_a_folder_that_is_read_only_is_told_in_one_line(house: House):
    folder = house.settings.data
    mounted = f"mount --bind {folder} {folder} && mount -o remount,ro,bind {folder}"

    serving = house.start("serve", under=inside(mounted))
    code = serving.process.wait(30)
    serving.reader.join()

    (said,) = serving.output
    assert code == 1
    assert said.startswith(f"lemmata: The folder {folder} cannot be used: Read-only file system.")


def test_a_folder_of_an_older_version_keeps_its_jobs(house: House):
    kept = queries.create_job(house.db, Problem(SWAP), None)
    with migration(house.db) as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
        versions = connection.scalars(text("SELECT version_num FROM alembic_version")).all()

    url = house.start("serve").url
    wait_until(lambda: is_proved(url, f"/jobs/{kept.id}"))

    assert versions == ["0001"]
    assert queries.job(house.db, kept.id).problem.text == SWAP


STATEMENTS = {
    "theorem t (p : Prop) : p ∧": ("not_a_statement", "expected term"),
    "theorem t (p : Prop) : p = = p": ("not_a_statement", "="),
    "theorem a : True\ntheorem b : True": ("not_a_statement", "One theorem at a time"),
    "def two : Nat := 2": ("not_a_statement", "theorem"),
    "theorem t : sorry": ("not_a_statement", "no `sorry`"),
    "theorem t : True := by sorry": ("proved", ""),
    "import Mathlib\nimport Other.Things\n\ntheorem t : True": ("proved", "The header"),
    "#eval IO.println 1": ("not_a_statement", "`#eval`"),
    "hello, is √2 irrational?": ("not_a_statement", "theorem"),
    "theorem t : Nonexistent": ("not_a_statement", "Nonexistent"),
    "theorem t (n : Nat) : " + " + ".join(["n"] * 3000) + " = 0": ("", ""),
}


def test_a_text_that_is_no_statement_is_told_why_and_where(house: House):
    url = house.start("serve").url

    for statement, (outcome, words) in STATEMENTS.items():
        sent = httpx.post(
            f"{url}/api/problems", json={"text": statement, "seconds": 5, "read_as": "lean"}
        ).json()
        httpx.get(sent["events_url"], timeout=60)
        standing = httpx.get(f"{url}/api/problems/{sent['id']}").json()

        said = [standing["reason"] or "", *standing["notes"], *(m["text"] for m in standing["messages"])]
        assert standing["outcome"] == outcome or not outcome, (statement[:80], standing)
        assert standing["outcome"] is not None
        assert words in " ".join(said), (statement[:80], said)
