"""The jail's walls: which command puts another into them.

bubblewrap gives a process namespaces of its own and a root that holds nothing but what is listed here.
`inside.py`, which runs there first, gives up the user, sets the limits and filters the system calls.
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

from app.lean import launch
from app.lean.jail import inside, sieve
from app.lean.jail.needs import Needs

PROCESSES = 128
_PYTHON = ["-I", "-S"]
_NOBODY = 65534
_STRANGERS = range(1 << 30, 1 << 31)  # numbers that no user has
_ADDRESSES = 8 << 30  # what Lean reserves and does not use
_DEVICES = ["/dev/null", "/dev/urandom"]
_NAMESPACES = [f"--unshare-{kind}" for kind in ("ipc", "pid", "net", "uts", "cgroup")]
_MANNERS = ["--die-with-parent", "--new-session", "--hostname", "jail", "--cap-drop", "ALL"]


class Level(IntEnum):
    """How strong a jail is; the greater, the stronger."""

    LIMITS = 0  # nothing but limits: what runs can read and reach what the service can
    BUBBLEWRAP = 1


@dataclass(frozen=True, slots=True)
class Jail:
    """How to start a process that a stranger's text controls, as `probe` found it possible.

    `missing` is empty, or says in words why the jail is no stronger and what would help. `user_numbers` are
    those that root's processes take in the jail, a new one each, so that no two share limits or can stop one
    another.
    """

    level: Level
    missing: str = ""
    bubblewrap: str = ""
    needs: Needs | None = None
    user_numbers: range = field(default_factory=lambda: range(0))

    def wrap(
        self,
        command: Sequence[str],
        readable: Sequence[Path] = (),
        writable: Path | None = None,
        *,
        env: Mapping[str, str] | None = None,
        limits: launch.Limits | None = None,
        children: bool = False,
    ) -> list[str]:
        """The command line that runs `command` in the jail; start it with an empty environment.

        `command` is a Python script under `sys.executable -I -S`, or with `children` any program. It can read
        `readable`, absolute paths of files and folders, and its own script. `writable` is one file, which is
        made here: its folder is private to the process, and empty but for what is readable in it; when the
        command has ended, what it left there under the same name is copied out, and nothing is an empty
        file. Give the same `limits` as to `launch.command`. Unless `children`, the command can start threads
        and no process. Raises ValueError for a command or a path that cannot be used, and OSError where
        `writable` is there already.
        """
        if self.level is Level.LIMITS or self.needs is None:
            return list(command)
        words, script = self._inner(command, children=children)
        shown = [str(path) for path in (*script, *readable)]
        _check(shown, writable)
        user = self._stranger()
        limits = limits or launch.Limits()
        return [
            self.bubblewrap,
            *([] if user else ["--unshare-user", "--uid", str(_NOBODY), "--gid", str(_NOBODY)]),
            *_NAMESPACES,
            *_MANNERS,
            *(["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"] if user else []),
            *_outlet(writable, user, limits.file_bytes),
            *_shown(self.needs, shown),
            *_environment(self.needs, env or {}),
            *("--remount-ro", "/", "--chdir", "/", "--"),
            *(self.needs.interpreter, *_PYTHON, inside.__file__, user, _limits(limits)),
            sieve.program(children=children).hex(),
            "" if writable is None else str(writable),
            *words,
        ]

    def status(self, returncode: int) -> int:
        """The command's exit status, negative for a signal as subprocess has it, from that of the jail."""
        signalled = self.level is not Level.LIMITS and returncode > 128
        return 128 - returncode if signalled else returncode

    def _inner(self, command: Sequence[str], *, children: bool) -> tuple[list[str], list[Path]]:
        """The words for `inside.py`, and the script among them."""
        if list(command[:3]) == [sys.executable, *_PYTHON] and len(command) > 3 and command[3][:1] == "/":
            return ["script", *command[3:]], [Path(command[3])]
        if not children:
            raise ValueError(f"only a Python script needs no other program: {command[:4]}")
        return ["program", *command], []

    def _stranger(self) -> str:
        return str(secrets.choice(self.user_numbers)) if self.user_numbers else ""


LIMITS_ONLY = Jail(Level.LIMITS, "The jail was not tried.")


def strangers() -> range:
    """The user numbers that root's processes may take here; none for anyone else."""
    if os.geteuid() != 0:
        return range(0)
    spans = [list(map(int, line.split())) for line in Path("/proc/self/uid_map").read_text().splitlines()]
    whole = any(first <= _STRANGERS[0] and _STRANGERS[-1] < first + size for first, _, size in spans)
    return _STRANGERS if whole else range(_NOBODY, _NOBODY + 1)


def _check(shown: Sequence[str], writable: Path | None) -> None:
    """Raises ValueError. A link is refused, as who made it chooses what is shown."""
    for path in shown:
        if os.path.normpath(path) != path or not path.startswith("/") or path == "/":
            raise ValueError(f"not an absolute path: {path}")
        if os.path.islink(path) or not os.path.exists(path):
            raise ValueError(f"not a file or folder to be shown in the jail: {path}")
        if writable and (path == str(writable) or f"{writable.parent}/".startswith(f"{path}/")):
            raise ValueError(f"cannot be both shown and written: {path}")
    if writable and not (writable.is_absolute() and os.path.normpath(writable) == str(writable)):
        raise ValueError(f"not an absolute path: {writable}")


def _outlet(writable: Path | None, user: str, size: int) -> list[str]:
    """An empty folder in memory where the result is made, and the one file outside that it is copied to."""
    if writable is None:
        return []
    made = os.open(writable, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600)
    try:
        if user:
            os.fchown(made, int(user), -1)
    finally:
        os.close(made)
    folder = ["--perms", "1777", "--size", str(size), "--tmpfs", str(writable.parent)]
    return [*_folders([str(writable.parent)]), *folder, "--bind", str(writable), inside.RESULT]


def _folders(paths: Sequence[str]) -> list[str]:
    """The folders above: bubblewrap would make them for root alone."""
    above = {str(folder): None for path in paths for folder in reversed(Path(path).parents[:-1])}
    return [word for folder in above for word in ("--dir", folder)]


def _shown(needs: Needs, more: Sequence[str]) -> list[str]:
    bound = [*needs.files, inside.__file__, *dict.fromkeys(more)]
    links = [f"/proc/{number}/exe" for number in ("2", "3", "self")]
    return [
        *_folders([*bound, *links, *_DEVICES]),
        *(word for path in bound for word in ("--ro-bind", path, path)),
        *(word for path in needs.hidden for word in ("--tmpfs", path, "--remount-ro", path)),
        *(word for path in _DEVICES for word in ("--dev-bind", path, path)),
        # Lean asks where its program is, under the number that its process has: 2, or 3 with a result.
        *(word for link in links for word in ("--symlink", needs.interpreter, link)),
    ]


def _environment(needs: Needs, env: Mapping[str, str]) -> list[str]:
    names = {"LD_LIBRARY_PATH": needs.library_path, **env}
    return ["--clearenv", *(word for name, value in names.items() for word in ("--setenv", name, value))]


def _limits(limits: launch.Limits) -> str:
    """For setrlimit, soft and hard."""
    processes = PROCESSES + 2 * (os.cpu_count() or 1)  # Lean has a thread for each processor
    data = limits.resident_bytes + _ADDRESSES
    most = {
        "NPROC": processes,
        "FSIZE": limits.file_bytes,
        "DATA": data,
        "NOFILE": 256,
        "SIGPENDING": processes,
    }
    nothing = dict.fromkeys(("CORE", "MEMLOCK", "MSGQUEUE"), 0)
    cpu = [f"CPU={limits.cpu_s}:{limits.cpu_s + 1}"] if limits.cpu_s else []
    return ",".join([*(f"{kind}={size}:{size}" for kind, size in {**most, **nothing}.items()), *cpu])
