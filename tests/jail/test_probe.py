"""What is said about the machine: a jail that does not hold is none."""

from __future__ import annotations

import os
import socket
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from app.lean.jail import Jail, Level, probe, probing
from app.lean.jail.probe import _Failed, _Trial
from tests.jail.conftest import Warden

# Runs what is behind `--`, without the walls that FILTER takes out.
PRETENDER = """#!{python}
import os, sys
words = sys.argv[1:]
{what}
"""
NO_WALLS = """
sets = dict(zip(words, words[1:]))
inner = words[words.index('--') + 1:]
script = inner[inner.index('script') + 1:]
os.execv(sys.executable, [sys.executable, '-I', '-S', *script])
"""


@pytest.fixture
def pretender(tmp_path: Path) -> Path:
    return tmp_path / "pretender"


def written(path: Path, what: str) -> str:
    path.write_text(PRETENDER.format(python=sys.executable, what=what))
    path.chmod(0o755)
    return str(path)


def test_where_bubblewrap_runs_there_is_a_jail(warden: Warden) -> None:
    assert warden.first["missing"] == ""
    assert warden.first["level"] == "BUBBLEWRAP"
    assert warden.first["user"] == (0 if warden.user == "root" else 65534) or os.geteuid() != 0


def test_levels_are_ordered() -> None:
    assert Level.LIMITS < Level.BUBBLEWRAP


async def test_without_bubblewrap_the_words_say_how_to_install_it() -> None:
    jail = await probe("no-such-bubblewrap")

    assert jail.level is Level.LIMITS
    assert "apt-get install bubblewrap" in jail.missing


async def test_without_a_jail_the_command_is_as_it_was(tmp_path: Path) -> None:
    jail = await probe("no-such-bubblewrap")

    words = jail.wrap(["any", "command"], [tmp_path], tmp_path / "result", env={"A": "a"})

    assert words == ["any", "command"]
    assert not (tmp_path / "result").exists()
    assert jail.status(137) == 137


async def test_what_lets_everything_through_is_no_jail(pretender: Path) -> None:
    jail = await probe(written(pretender, NO_WALLS))

    assert jail.level is Level.LIMITS
    for attempt in ("read a file", "open a connection", "read the environment", "start a process"):
        assert attempt in jail.missing


@pytest.mark.parametrize(
    ("attempt", "hole"),
    [
        ("read a file", "words[at:at] = ['--ro-bind', secret, secret]"),
        ("read the processes", "words[at:at] = ['--proc', '/proc']; drop('--symlink', 2)"),
        ("reach another process", "drop('--unshare-pid', 0)"),
        ("read the environment", "drop('--clearenv', 0)"),
        ("write a file", "words[:0] = ['--perms', '1777', '--tmpfs', folder]"),
        ("start a process", "words[inner + 6] = '0600000000 00ff7f'.replace(' ', '')"),
    ],
)
@pytest.mark.usefixtures("wardens")
async def test_one_hole_is_found(pretender: Path, attempt: str, hole: str) -> None:
    """The real bubblewrap, told to leave one way open."""
    lines = [
        "def drop(word, more):",
        "    while word in words[:words.index('--')]:",
        "        at = words.index(word)",
        "        del words[at:at + 1 + more]",
        "inner = words.index('--') + 1",
        "at = words.index('--remount-ro')",
        "for at, word in enumerate(words):",
        "    if words[at:at + 2] == ['--remount-ro', '/']: break",
        f"if {probing.__file__!r} in words:",
        f"    script = words.index({probing.__file__!r}, inner)",
        "    secret, folder = words[script + 1], words[script + 5]",
        f"    {hole}",
        "os.execvp('bwrap', ['bwrap', *words])",
    ]

    jail = await probe(written(pretender, "\n".join(lines)))

    assert jail.level is Level.LIMITS
    assert attempt in jail.missing


@pytest.mark.usefixtures("wardens")
async def test_the_real_bubblewrap_under_another_name_is_a_jail(pretender: Path) -> None:
    jail = await probe(written(pretender, "os.execvp('bwrap', ['bwrap', *words])"))

    assert (jail.level, jail.missing) == (Level.BUBBLEWRAP, "")


@pytest.mark.parametrize(
    ("complaint", "advice"),
    [
        ("bwrap: No permissions to create new namespace", "namespaces"),
        ("bwrap: Unknown option --size", "0.7 or newer"),
    ],
)
async def test_the_words_say_what_would_help(pretender: Path, complaint: str, advice: str) -> None:
    jail = await probe(written(pretender, f"sys.exit({complaint!r})"))

    assert jail.level is Level.LIMITS
    assert complaint in jail.missing
    assert advice in jail.missing


async def test_what_does_nothing_is_no_jail(pretender: Path) -> None:
    jail = await probe(written(pretender, ""))

    assert jail.level is Level.LIMITS
    assert "no result" in jail.missing


async def test_a_jail_in_which_lean_does_not_start_is_none(pretender: Path) -> None:
    lines = (
        f"if {probing.__file__!r} not in words: sys.exit('no Lean')\nos.execvp('bwrap', ['bwrap', *words])"
    )

    jail = await probe(written(pretender, lines))

    assert jail.level is Level.LIMITS
    assert "Lean does not start" in jail.missing


@pytest.mark.usefixtures("wardens")
async def test_a_trial_that_fails_outside_too_says_nothing(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    trial = _Trial(tmp_path, port, os.getpid())

    with pytest.raises(_Failed, match="outside too, one cannot open a connection"):
        await trial.hold(await probe())


def test_a_jail_is_as_strong_as_was_found() -> None:
    assert Jail(Level.LIMITS, "why").wrap(["command"]) == ["command"]


@pytest.mark.usefixtures("wardens")
async def test_bubblewrap_is_told_to_drop_what_the_first_script_drops_again() -> None:
    words = (await probe()).wrap([sys.executable, "-I", "-S", probing.__file__])

    at = words.index("--cap-drop")
    added = [after for word, after in pairwise(words) if word == "--cap-add"]
    assert words[at + 1] == "ALL"
    assert added == (["CAP_SETUID", "CAP_SETGID"] if os.geteuid() == 0 else [])
