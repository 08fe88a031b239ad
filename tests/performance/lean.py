"""Warm Lean against new processes, and two workers against one."""

from __future__ import annotations

import asyncio
import statistics
import time
from pathlib import Path

from app.domain.verdict import Checked
from app.lean import launch
from app.lean.cold import elaborate
from app.lean.environments import CoreLean
from app.lean.pool import LeanPool
from tests.performance.figures import Figure, median_ms

PROOF = """theorem t{} (p q r : Prop) (h : p ∧ (q ∨ r)) : (p ∧ q) ∨ (p ∧ r) := by
  cases h with
  | intro hp hqr =>
    cases hqr with
    | inl hq =>
      left
      exact ⟨hp, hq⟩
    | inr hr =>
      right
      exact ⟨hp, hr⟩
"""
DEADLINE_S = 30.0


async def warm_check(core: CoreLean, folder: Path, samples: int) -> Figure:
    async with LeanPool(core, 1) as pool:
        await _checked(pool, core, 0)
        warm = [await _checked(pool, core, number) for number in range(1, samples + 1)]
    new = [await _new_process(core, folder, number) for number in range(max(samples // 15, 3))]
    ratio, median = statistics.median(new) / statistics.median(warm), median_ms(warm)
    return Figure(
        "a warm check of a ten-line proof against a new process",
        "at least 10 times faster, median at most 6 ms",
        f"{ratio:.1f} times, median {median:.1f} ms against {median_ms(new):.0f} ms",
        ratio >= 10 and median <= 6,
        f"{len(warm)} checks of one warm worker, each with a name of its own; {len(new)} new processes.",
    )


async def two_workers(core: CoreLean, samples: int) -> Figure:
    """Rounds of one and of two take turns, so that a machine that slows down slows both."""
    async with LeanPool(core, 1) as one, LeanPool(core, 2) as two:
        await asyncio.gather(one.warm(), two.warm())
        rounds = [(await _rate(one, core, samples), await _rate(two, core, samples)) for _ in range(3)]
    ratio = statistics.median(both / alone for alone, both in rounds)
    alone, both = (statistics.median(rates) for rates in zip(*rounds, strict=True))
    return Figure(
        "checks per second, two workers on two cores against one",
        "at least 1.6 times",
        f"{ratio:.2f} times, {both:.0f} against {alone:.0f}",
        ratio >= 1.6,
        f"{len(rounds)} rounds of {samples} checks each, in turns; the median ratio.",
    )


async def _checked(pool: LeanPool, core: CoreLean, number: int) -> float:
    started = time.perf_counter()
    verdict = await pool.check(f"{core.environment.header}\n{PROOF.format(number)}", DEADLINE_S)
    assert isinstance(verdict, Checked), verdict
    return time.perf_counter() - started


async def _rate(pool: LeanPool, core: CoreLean, samples: int) -> float:
    started = time.perf_counter()
    await asyncio.gather(*(_checked(pool, core, number) for number in range(samples)))
    return samples / (time.perf_counter() - started)


async def _new_process(core: CoreLean, folder: Path, number: int) -> float:
    file = folder / f"New{number}.lean"
    file.write_text(f"{core.environment.header}\n{PROOF.format(number)}", "utf-8")
    started = time.perf_counter()
    finished = await elaborate(file, core.lean_path, limits=launch.Limits())
    assert not finished.errors, finished.errors
    return time.perf_counter() - started
