"""How code by others gets into static/vendor: verified, by either way, or not at all."""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from app.bootstrap import Services
from app.settings import Settings
from app.store.database import connect, migrate
from app.web import vendor
from app.web.app import create_app
from app.web.site import Assets
from tests.web.conftest import NotedQueue
from tests.web.library import KnownLibrary

ROOT = Path(__file__).parents[2]


def forged(folder: Path) -> vendor.Fetched:
    return {file.name: b"forged" for file in vendor.FILES}


def missing(folder: Path) -> vendor.Fetched:
    raise vendor.NotFetched("this way is not open")


def right(folder: Path) -> vendor.Fetched:
    return {file.name: (vendor.STATIC / file.name).read_bytes() for file in vendor.FILES}


built = pytest.mark.skipif(
    not all((vendor.STATIC / file.name).exists() for file in vendor.FILES),
    reason="static/vendor is not built",
)


def test_a_file_with_another_digest_is_not_kept(tmp_path: Path) -> None:
    done = vendor.build(tmp_path, (forged,))

    assert not done
    assert not list(tmp_path.iterdir())


@built
def test_the_next_way_is_taken_where_one_fails(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    done = vendor.build(tmp_path, (missing, forged, right))

    assert done
    assert "this way is not open" in caplog.text
    for file in vendor.FILES:
        assert hashlib.sha256((tmp_path / file.name).read_bytes()).hexdigest() == file.sha256


@built
def test_nothing_is_fetched_when_everything_is_there(tmp_path: Path) -> None:
    vendor.build(tmp_path, (right,))

    assert vendor.build(tmp_path, ())


def test_the_locks_pin_versions_and_digests_and_name_no_host() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    wheel = (ROOT / "requirements" / "browser.txt").read_text()

    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert {name: entry["version"] for name, entry in packages.items()} == {
        "node_modules/htmx-ext-sse": "2.2.4",
        "node_modules/htmx.org": "2.0.10",
    }
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())
    assert "--hash=sha256:" in wheel
    assert "://" not in json.dumps(lock) + wheel


async def test_without_those_files_pages_work_and_reload(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    absent = tuple(replace(file, name=f"{file.name}.absent") for file in vendor.FILES)
    monkeypatch.setattr("app.web.site.FILES", absent)
    settings = Settings(data=tmp_path)
    db = connect(settings)
    migrate(db)

    with caplog.at_level(logging.WARNING):
        app = create_app(settings, Services(settings, db, NotedQueue(db), KnownLibrary()))
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://testserver", follow_redirects=True
    ) as client:
        page = (await client.post("/problems", data={"text": "theorem t : True"})).text
    db.dispose()

    assert caplog.text.count("static/vendor is not built") == 1
    assert "htmx.min.js" not in page
    assert '<meta http-equiv="refresh" content="2">' in page
    assert "<noscript>" not in page


def test_assets_know_whether_live_updates_are_there() -> None:
    there = all((vendor.STATIC / file.name).exists() for file in vendor.FILES)

    assert Assets().has_live_updates() is there
