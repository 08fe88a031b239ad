"""Warm workers for many callers."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from pathlib import Path

import psutil
import pytest

from app.domain.errors import CheckerUnavailable
from app.domain.problem import Environment
from app.domain.verdict import Checked, Reason, Rejected, Undecided
from app.lean.environments import CoreLean
from app.lean.pool import LeanPool
from tests.lean.test_worker import STUCK, SWAP, file


def theorem(core: CoreLean, number: int) -> str:
    """Right for even numbers."""
    return file(
        core, SWAP.replace("swap", f"swap{number}").replace("h.left", "h.right" if number % 2 else "h.left")
    )


async def test_more_callers_than_workers_each_hear_their_own_answer(core: CoreLean) -> None:
    async with LeanPool(core, size=2) as pool:
        verdicts = await asyncio.gather(*(pool.check(theorem(core, number), 30) for number in range(30)))

    assert [type(verdict) for verdict in verdicts] == [Checked, Rejected] * 15


async def test_no_more_processes_than_its_size(core: CoreLean) -> None:
    async with LeanPool(core, size=2) as pool:
        await asyncio.gather(*(pool.check(theorem(core, number), 30) for number in range(8)))

        assert len(pool.pids) == 2


async def test_workers_start_when_they_are_needed(core: CoreLean) -> None:
    async with LeanPool(core, size=2) as pool:
        before = len(pool.pids)
        await pool.check(theorem(core, 0), 10)

        assert (before, len(pool.pids)) == (0, 1)


async def test_a_warm_pool_has_all_its_workers(core: CoreLean) -> None:
    async with LeanPool(core, size=2) as pool:
        await pool.warm()

        assert len(pool.pids) == 2


async def test_callers_are_served_in_the_order_in_which_they_came(core: CoreLean) -> None:
    done: list[int] = []

    async def call(number: int) -> None:
        await pool.check(theorem(core, number), 30)
        done.append(number)

    async with LeanPool(core, size=1) as pool:
        await asyncio.gather(*map(call, range(6)))

    assert done == [0, 1, 2, 3, 4, 5]


async def test_a_hung_worker_is_replaced(core: CoreLean) -> None:
    async with LeanPool(core, size=1) as pool:
        hung = await pool.check(file(core, STUCK), 0.5)
        after = await pool.check(theorem(core, 0), 10)

    assert isinstance(hung, Undecided)
    assert isinstance(after, Checked)


async def test_a_worker_that_died_while_it_rested_is_replaced(core: CoreLean) -> None:
    async with LeanPool(core, size=1) as pool:
        await pool.warm()
        (pid,) = pool.pids
        os.kill(pid, signal.SIGKILL)
        await asyncio.sleep(0.2)
        verdict = await pool.check(theorem(core, 0), 10)

    assert isinstance(verdict, Checked)


async def test_the_deadline_includes_the_queue(core: CoreLean) -> None:
    async with LeanPool(core, size=1) as pool:
        await pool.warm()
        busy = asyncio.create_task(pool.check(file(core, STUCK), 1.0))
        await asyncio.sleep(0.05)
        started = time.perf_counter()
        queued = await pool.check(theorem(core, 0), 0.3)
        waited_s = time.perf_counter() - started
        await busy

    assert isinstance(queued, Undecided)
    assert queued.reason is Reason.TIMEOUT
    assert waited_s < 0.8


async def test_the_deadline_includes_the_start_of_a_worker(core: CoreLean) -> None:
    async with LeanPool(core, size=1) as pool:
        early = await pool.check(theorem(core, 0), 0.01)
        after = await pool.check(theorem(core, 0), 10)

    assert isinstance(early, Undecided)
    assert isinstance(after, Checked)


async def test_a_cancelled_check_neither_leaks_nor_blocks_a_worker(core: CoreLean) -> None:
    async with LeanPool(core, size=1) as pool:
        for wait_s in (0.0, 0.01, 0.2):
            check = asyncio.create_task(pool.check(file(core, STUCK), 30))
            await asyncio.sleep(wait_s)
            check.cancel()
            with pytest.raises(asyncio.CancelledError):
                await check
        after = await pool.check(theorem(core, 1), 10)

        assert isinstance(after, Rejected)
        assert len(pool.pids) == 1


async def test_a_cancelled_caller_in_the_queue_gives_up_its_place(core: CoreLean) -> None:
    async with LeanPool(core, size=1) as pool:
        busy = asyncio.create_task(pool.check(file(core, STUCK), 0.6))
        await asyncio.sleep(0.05)
        queued = [asyncio.create_task(pool.check(theorem(core, number), 30)) for number in range(4)]
        await asyncio.sleep(0.05)
        for check in queued[:3]:
            check.cancel()
        verdict = await queued[3]
        await busy

    assert isinstance(verdict, Rejected)
    assert all(check.cancelled() for check in queued[:3])


async def test_a_worker_is_retired_after_its_checks(core: CoreLean) -> None:
    async with LeanPool(core, size=1, checks=3) as pool:
        seen: set[int] = set()
        for number in range(4):
            await pool.check(theorem(core, number), 10)
            seen |= pool.pids

        assert len(seen) >= 2


async def test_a_worker_that_grew_is_retired(core: CoreLean) -> None:
    async with LeanPool(core, size=1, retire_bytes=1 << 20) as pool:
        verdict = await pool.check(theorem(core, 0), 10)

        assert isinstance(verdict, Checked)
        assert not pool.pids


async def test_closing_ends_every_process_and_leaves_running_checks_undecided(core: CoreLean) -> None:
    pool = LeanPool(core, size=2)
    await pool.warm()
    pids = pool.pids
    checks = [asyncio.create_task(pool.check(file(core, STUCK), 30)) for _ in range(3)]
    await asyncio.sleep(0.1)

    await pool.close()
    *running, queued = await asyncio.gather(*checks, return_exceptions=True)

    assert not any(psutil.pid_exists(pid) for pid in pids)
    assert all(isinstance(verdict, Undecided) for verdict in running)
    assert isinstance(queued, CheckerUnavailable)


async def test_no_worker_no_verdict(tmp_path: Path) -> None:
    nowhere = CoreLean(Environment("core", "prelude\nimport Lemmata", "", ""), tmp_path)

    async with LeanPool(nowhere, size=1) as pool:
        for _ in range(2):  # the second finds the place free
            with pytest.raises(CheckerUnavailable):
                await pool.check("prelude\nimport Lemmata\ntheorem t : True := True.intro", 10)
