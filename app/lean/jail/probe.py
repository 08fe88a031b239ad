"""Whether there is a jail on this machine: by running something in it that tries to get out."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import shutil
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from app.lean import launch, process
from app.lean.jail import needs, probing, sieve
from app.lean.jail.walls import Jail, Level, strangers

PROBE_S = 30.0
_IN_JAIL = 3  # bubblewrap's, the one that waits, the command's
_VARIABLE = "LEMMATA_DECOY"
_INSTALL = "'apt-get install bubblewrap' as root brings it"
_NAMESPACES = (
    "Without a container, as root: 'sysctl -w user.max_user_namespaces=10000', and where they exist "
    "'sysctl -w kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0'. "
    "In a container: run it as an ordinary user, with "
    "'security_opt: [seccomp=unconfined, apparmor=unconfined]'."
)


class _Failed(Exception):
    """Why there is no jail, in words for who could change that."""


async def probe(bubblewrap: str = "bwrap", lean: Callable[[], Path] = launch.library) -> Jail:
    """The strongest jail that holds here. Takes about half a second; never raises for the lack of one.

    A script that tries what a stranger's program might is run twice: outside, where each attempt must
    succeed, or the trial says nothing, and in the jail, where none may. Then Lean itself must start there.
    """
    try:
        return await _tried(bubblewrap, lean)
    except (_Failed, needs.NotFound, OSError) as error:
        return Jail(Level.LIMITS, str(error))


async def _tried(bubblewrap: str, lean: Callable[[], Path]) -> Jail:
    if (found := shutil.which(bubblewrap)) is None:
        raise _Failed(f"bubblewrap is not installed: {_INSTALL}.")
    try:
        sieve.program(children=False)
    except LookupError as error:
        raise _Failed(f"System calls cannot be filtered on this kind of machine: {error}.") from error
    listed = await asyncio.to_thread(needs.needs)
    jail = Jail(Level.BUBBLEWRAP, "", found, listed, strangers())
    async with _stranger() as other:
        with tempfile.TemporaryDirectory(prefix="lemmata-jail-") as folder, _listener() as listener:
            await _Trial(Path(folder), listener.getsockname()[1], other).hold(jail)
    await _run(jail.wrap(launch.command("--version"), [lean()]), {}, "Lean does not start in the jail")
    return jail


def _listener() -> socket.socket:
    return socket.create_server(("127.0.0.1", 0))


@asynccontextmanager
async def _stranger() -> AsyncIterator[int]:
    """The number of a process which none in the jail has: there they begin at 1."""
    idle = [sys.executable, "-I", "-S", "-c", "input()"]
    started = [await process.start(idle, {}, Path("/"))]
    try:
        while started[-1].pid <= _IN_JAIL:
            started.append(await process.start(idle, {}, Path("/")))
        yield started[-1].pid
    finally:
        for other in started:
            await process.end(other)


@dataclass(frozen=True, slots=True)
class _Trial:
    """A folder with a secret, the port at which somebody listens, and the number of a process."""

    folder: Path
    port: int
    other: int

    async def hold(self, jail: Jail) -> None:
        """Raises _Failed unless the jail holds and its result comes out."""
        secret = self.folder / "secret"
        secret.write_text(secrets.token_hex())
        seen = {_VARIABLE: secrets.token_hex(), "LANG": "C.UTF-8"}
        outside, inside = (self.folder / name / "result" for name in ("outside", "inside"))
        for result in (outside, inside):
            result.parent.mkdir()
        command = [sys.executable, "-I", "-S", probing.__file__, str(secret), str(self.port), _VARIABLE]
        command += [str(self.other), str(self.folder)]
        await _run([*command, str(outside)], seen, "The jail cannot be tried: its trial fails outside of it")
        done, attempts = _succeeded(outside, "outside of the jail")
        if done != attempts:
            not_even = ", ".join(sorted({*attempts} - {*done}))
            raise _Failed(f"The jail cannot be tried: outside too, one cannot {not_even}.")
        words = jail.wrap([*command, str(inside)], writable=inside, env={"LANG": "C.UTF-8"})
        await _run(words, seen, "bubblewrap does not run")
        done, attempts_inside = _succeeded(inside, "in the jail")
        if done or attempts_inside != attempts:
            raise _Failed(f"What bubblewrap starts can still {', '.join(done)}.")


def _succeeded(result: Path, where: str) -> tuple[list[str], list[str]]:
    """What succeeded there, and what was tried."""
    try:
        said = json.loads(result.read_text("utf-8"))
        return sorted(said["done"]), sorted(said["attempts"])
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise _Failed(f"The trial {where} had no result.") from error


async def _run(words: Sequence[str], env: dict[str, str], failing: str) -> None:
    """Raises _Failed with what the process said unless it ends well."""
    started = await process.start(words, env, Path("/"))
    try:
        async with asyncio.timeout(PROBE_S):
            said, complaint = await started.communicate()
    except TimeoutError as error:
        raise _Failed(f"{failing}: it did not end within {PROBE_S:.0f} s.") from error
    finally:
        await process.end(started)
    if started.returncode != os.EX_OK:
        detail = (complaint or said).decode("utf-8", "replace").strip()[-400:]
        raise _Failed(f"{failing} (status {started.returncode}): {detail}. {_advice(detail)}".strip())


def _advice(detail: str) -> str:
    if "Unknown option" in detail:
        return "It must be version 0.7 or newer."
    if "ermission" in detail or "not permitted" in detail or "No space left" in detail:
        if os.geteuid() == 0:
            return "Root needs the capability SYS_ADMIN for it; an ordinary user needs none. " + _NAMESPACES
        return "It needs namespaces, which this system denies. " + _NAMESPACES
    return ""
