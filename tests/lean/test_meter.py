"""The seconds for which Lean works, as they are charged."""

from __future__ import annotations

import asyncio
import time

import pytest

from app.domain.certificate import Claim
from app.domain.problem import Statement
from app.lean.environments import HEADER, CoreLean
from app.lean.meter import Meter
from app.lean.pool import LeanPool
from app.trust.certify import Certifier
from app.trust.statements import StatementCertifier

SLOW = f"{HEADER}\ntheorem t : ∀ a < 6, ∀ b < 6, ∀ c < 6, ∀ d < 6, a * b + c * d < 1000 := by decide\n"


async def test_two_processes_at_once_count_double_and_one_that_is_at_work_counts_already():
    meter = Meter()
    started = time.monotonic()
    with meter.at_work():
        await asyncio.sleep(0.1)
        so_far = meter.lean_s
        with meter.at_work():
            await asyncio.sleep(0.1)
    elapsed_s = time.monotonic() - started
    await asyncio.sleep(0.05)

    assert 0.1 <= so_far < elapsed_s
    assert meter.lean_s == pytest.approx(elapsed_s + 0.1, abs=0.05)


async def test_waiting_for_a_free_process_costs_nothing(core: CoreLean):
    meter = Meter()
    async with LeanPool(core, 1, meter=meter) as pool:
        await pool.warm()
        started = time.monotonic()
        await asyncio.gather(*(pool.check(SLOW.replace("1000", f"100{n}"), 20) for n in range(3)))
        elapsed_s = time.monotonic() - started

    assert 0.5 * elapsed_s < meter.lean_s < 1.1 * elapsed_s


async def test_the_final_check_counts_each_of_its_processes(core: CoreLean):
    meter = Meter()
    started = time.monotonic()

    await StatementCertifier(Certifier(core, meter=meter)).certify(
        Statement(HEADER, "", "t", "", "", "True"), "trivial", Claim.PROVED, deadline_s=30
    )

    assert meter.lean_s > time.monotonic() - started
