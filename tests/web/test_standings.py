"""Where jobs stand is folded once; what is kept is right, and bounded."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import event

from app.domain.events import Cancelled, Event
from app.store import journal
from app.web.bounded import Bounded
from app.web.fold import Progress, standing
from app.web.standings import Standings
from tests.web.conftest import Desk
from tests.web.journals import SWAP, refuted, swap, thought_again


@pytest.fixture
def read(desk: Desk) -> Iterator[list[object]]:
    """The places from which journals were read, as they are read."""
    places: list[object] = []

    def note(
        connection: object, cursor: object, statement: str, values: tuple[object, ...], *rest: object
    ) -> None:
        if "FROM entries" in statement:
            places.append(values[1])

    event.listen(desk.services.db, "before_cursor_execute", note)
    yield places
    event.remove(desk.services.db, "before_cursor_execute", note)


@pytest.mark.parametrize("events", [swap(), refuted(), thought_again()], ids=["swap", "refuted", "again"])
async def test_where_a_job_stands_is_the_same_however_often_one_asked_before(
    desk: Desk, events: list[Event]
) -> None:
    job = desk.new_job(SWAP)
    standings = Standings(desk.services.db)

    for written in events:
        desk.write(job.id, [written])
        assert standings.of(job.id) == standing(journal.entries(desk.services.db, job.id))


async def test_every_earlier_standing_can_be_asked_for(desk: Desk) -> None:
    job = desk.new_job(SWAP, swap())
    standings, entries = Standings(desk.services.db), journal.entries(desk.services.db, job.id)

    for upto in (7, 3, 10, 0, 5, 5, 99):
        assert standings.of(job.id, upto) == standing(entries[:upto])


async def test_only_what_is_new_is_read(desk: Desk, read: list[object]) -> None:
    job = desk.new_job(SWAP, swap()[:4])
    standings = Standings(desk.services.db)

    standings.of(job.id)
    desk.write(job.id, swap()[4:6])
    standings.of(job.id)
    standings.of(job.id, upto=4)
    desk.write(job.id, [Cancelled()])
    for _ in range(3):
        standings.of(job.id)

    assert read == [0, 4, 6]


async def test_many_who_ask_at_once_wait_for_the_first(desk: Desk, read: list[object]) -> None:
    job = desk.new_job(SWAP, swap())
    standings = Standings(desk.services.db)

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(standings.of, [job.id] * 40))

    assert all(progress is found[0] for progress in found)
    assert read == [0]


async def test_a_journal_longer_than_one_reading_is_read_whole(
    desk: Desk, read: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.web.standings.CHUNK", 4)
    job = desk.new_job(SWAP, swap())

    progress = Standings(desk.services.db).of(job.id)

    assert progress.number == len(swap())
    assert read == [0, 4, 8]


async def test_a_job_that_does_not_exist_stands_at_the_beginning(desk: Desk) -> None:
    assert Standings(desk.services.db).of("none") == Progress()


async def test_what_was_not_asked_for_longest_is_forgotten_first(
    desk: Desk, read: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.web.standings.STEPS", 10)
    jobs = [desk.new_job(SWAP, swap()[:8]) for _ in range(3)]  # of four steps each
    standings = Standings(desk.services.db)

    for number in (0, 1, 0, 2, 0, 1):
        standings.of(jobs[number].id)

    assert [place for place in read if place == 0] == [0, 0, 0, 0]


def test_what_is_heavier_than_the_limit_is_not_kept_and_what_grew_is_weighed_again() -> None:
    kept: Bounded[str, list[int]] = Bounded(4, len)
    small, large = [1, 2], [1, 2, 3, 4, 5]

    kept.put("small", small)
    kept.put("large", large)
    assert (kept.get("small"), kept.get("large"), kept.weight) == (None, None, 0)

    kept.put("small", small)
    small.extend([3, 4])
    kept.put("small", small)
    kept.put("next", [1])

    assert (kept.get("small"), kept.get("next"), kept.weight) == (None, [1], 1)
