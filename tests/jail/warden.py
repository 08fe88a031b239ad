"""Starts processes in the jail, and beside it, for tests; as whichever user it is started.

`python -m tests.jail.warden` reads an `Order` as JSON in each line and answers with a `Report` in a line.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from app.lean import launch, process
from app.lean.jail import Jail, probe, watch_memory
from app.lean.process import Output, Stopped, Tail


@dataclass(frozen=True, slots=True)
class Order:
    """What to start; `jailed` False starts it in the same way without a jail, as a control."""

    command: list[str]
    readable: list[str] = field(default_factory=list)
    writable: str | None = None
    jailed: bool = True
    children: bool = False
    env: dict[str, str] = field(default_factory=dict)  # what the jail is told to pass on
    outer: dict[str, str] = field(default_factory=dict)  # what the starter has
    limits: dict[str, int] = field(default_factory=dict)
    leak: str = ""  # a file that is open, and inherited, when the process starts
    deadline_s: float = 20
    stdin: str = ""
    inspect_after_s: float = 0


@dataclass(slots=True)
class Report:
    """What came of it: `stopped` is why it was ended, `seen` what the kernel said of each process."""

    status: int | None
    out: str
    err: str
    result: str | None
    elapsed_s: float
    stopped: str = ""
    seen: list[dict[str, str]] = field(default_factory=list)

    @property
    def said(self) -> object:
        """What an attempt printed."""
        return json.loads(self.out.strip().splitlines()[-1])


async def carry_out(order: Order, jail: Jail) -> Report:
    limits = launch.Limits(**order.limits)
    writable = Path(order.writable) if order.writable else None
    words, env = order.command, {**order.outer, **order.env}
    if order.jailed:
        readable = [Path(path) for path in order.readable]
        words = jail.wrap(
            order.command, readable, writable, env=order.env, limits=limits, children=order.children
        )
        env = order.outer
    started = time.monotonic()
    leaked = [os.open(order.leak, os.O_RDONLY)] if order.leak else []
    ours, theirs = socket.socketpair()  # as asyncio has it in some versions of Python
    ours.sendall(order.stdin.encode())
    pipe = asyncio.subprocess.PIPE
    running = await asyncio.create_subprocess_exec(
        *words,
        stdin=theirs,
        stdout=pipe,
        stderr=pipe,
        env=env,
        cwd="/",
        start_new_session=True,
        pass_fds=leaked,
    )
    theirs.close()
    for number in leaked:
        os.close(number)
    ours.close()
    report = Report(None, "", "", None, 0)
    await _attend(running, order, limits, writable, report)
    report.elapsed_s = time.monotonic() - started
    if running.returncode is not None:
        report.status = jail.status(running.returncode) if order.jailed else running.returncode
    report.result = writable.read_bytes()[:4096].decode("latin-1") if writable and writable.exists() else None
    return report


async def _attend(
    running: asyncio.subprocess.Process,
    order: Order,
    limits: launch.Limits,
    writable: Path | None,
    report: Report,
) -> None:
    assert running.stdout
    assert running.stderr
    said, complaint, output = Tail(1 << 20), Tail(1 << 16), Output(limits.output_bytes)
    reading = asyncio.gather(said.follow(running.stdout, output), complaint.follow(running.stderr, output))
    watching = asyncio.create_task(watch_memory(running.pid, limits.resident_bytes, writable))
    try:
        if order.inspect_after_s:
            await asyncio.sleep(order.inspect_after_s)
            report.seen = [_seen(pid) for pid in _tree(running.pid)]
        async with asyncio.timeout(order.deadline_s):
            await asyncio.wait({reading, watching}, return_when=asyncio.FIRST_COMPLETED)
            if watching.done():
                watching.result()
            await reading
            await running.wait()
    except Stopped as stopped:
        report.stopped = stopped.verdict.reason.value
    except TimeoutError:
        report.stopped = "deadline"
    finally:
        watching.cancel()
        reading.cancel()
        await process.end(running)
        await asyncio.gather(watching, reading, return_exceptions=True)
    report.out, report.err = str(said), str(complaint)


def _tree(pid: int) -> list[int]:
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        below = [int(word) for word in file.read().split()]
    return [pid, *(each for child in below for each in _tree(child))]


def _seen(pid: int) -> dict[str, str]:
    facts = {"pid": str(pid)}
    with open(f"/proc/{pid}/status") as file:
        facts |= {line.split(":")[0]: line.split(":")[1].strip() for line in file}
    for kind in ("net", "pid", "ipc", "uts", "cgroup", "mnt", "user"):
        try:
            facts[f"ns.{kind}"] = os.readlink(f"/proc/{pid}/ns/{kind}")
        except OSError as error:
            facts[f"ns.{kind}"] = f"unknown: {error.strerror}"
    return facts


async def main() -> None:
    jail = await probe()
    first = {
        "level": jail.level.name,
        "missing": jail.missing,
        "user": os.geteuid(),
        "own": _seen(os.getpid()),
    }
    print(json.dumps(first), flush=True)  # noqa: T201 - these lines are what it is for
    for line in sys.stdin:
        try:
            answer = asdict(await carry_out(Order(**json.loads(line)), jail))
        except (OSError, ValueError) as error:
            answer = {"refused": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)  # noqa: T201


if __name__ == "__main__":
    asyncio.run(main())
