"""What a process in the jail can reach besides files: sockets, descriptors, processes, the kernel."""

from __future__ import annotations

import errno
import json
import os
import platform
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.lean.jail import sieve
from tests.jail.conftest import ATTEMPTS, PYTHON, Warden

COLUMN = {"x86_64": 0, "aarch64": 1}[platform.machine()]
CLONE_NEWUSER = 0x10000000
NETWORKS = {
    "AF_INET": "SOCK_STREAM",
    "AF_INET6": "SOCK_STREAM",
    "AF_UNIX": "SOCK_STREAM",
    "AF_NETLINK": "SOCK_RAW",
    "AF_PACKET": "SOCK_RAW",
    "AF_VSOCK": "SOCK_STREAM",
    "AF_ALG": "SOCK_SEQPACKET",
}
PRIVILEGED = {"AF_PACKET"}


@pytest.fixture
def listeners(folder: Path) -> Iterator[dict[str, str]]:
    """Sockets that somebody listens at, one of each kind of address."""
    path, abstract = str(folder / "socket"), f"\0{folder}"
    with (
        socket.create_server(("127.0.0.1", 0)) as inet,
        socket.socket(socket.AF_UNIX) as unix,
        socket.socket(socket.AF_UNIX) as hidden,
    ):
        for listener, address in ((unix, path), (hidden, abstract)):
            listener.bind(address)
            listener.listen()
        os.chmod(path, 0o777)  # noqa: S103 - nobody must be able to connect
        yield {
            "inet": json.dumps(["127.0.0.1", inet.getsockname()[1]]),
            "unix": path,
            "abstract": f"@{folder}",
        }


def test_nobody_who_listens_can_be_reached(warden: Warden, listeners: dict[str, str], folder: Path) -> None:
    for kind, address in listeners.items():
        family = "AF_INET" if kind == "inet" else "AF_UNIX"
        control = warden.control("socket", family, "SOCK_STREAM", address)
        tried = warden.attempt("socket", family, "SOCK_STREAM", address)

        assert control.said == {"ok": True}, kind
        assert tried.said == {"no": "EPERM"}, kind


@pytest.mark.parametrize("family", NETWORKS)
def test_no_socket_can_be_made(warden: Warden, family: str) -> None:
    control = warden.control("socket", family, NETWORKS[family])
    tried = warden.attempt("socket", family, NETWORKS[family])

    unknown = {"no": "EAFNOSUPPORT"}  # this kernel has none of the kind, for anyone
    if family not in PRIVILEGED or warden.user == "root":
        assert control.said in ({"ok": True}, unknown)
    assert tried.said == {"no": "EPERM"}


def test_a_socket_from_outside_is_of_no_use(warden: Warden) -> None:
    assert "ok" in warden.control("connected").said
    assert warden.control("interfaces").said == {"ok": True}

    assert warden.attempt("connected").said == {"no": "EPERM"}
    assert warden.attempt("interfaces").said == {"no": "ENOTTY"}


def test_every_namespace_is_its_own(warden: Warden) -> None:
    seen = warden.attempt("wait", 5, inspect_after_s=0.5, deadline_s=0.1).seen[-1]

    own = warden.first["own"]
    kinds = ["net", "pid", "ipc", "uts", "cgroup", "mnt"] + (["user"] if warden.user == "ordinary" else [])
    for kind in kinds:
        assert seen[f"ns.{kind}"].startswith(f"{kind}:["), seen
        assert seen[f"ns.{kind}"] != own[f"ns.{kind}"], kind


def test_no_privilege_is_left(warden: Warden, folder: Path) -> None:
    order = {"inspect_after_s": 0.5, "deadline_s": 0.1}
    for number, writable in enumerate((None, str(folder / "result"))):
        seen = warden.attempt("wait", 5, writable=writable, **order).seen

        *_, last = seen
        assert all(int(last[f"Cap{kind}"], 16) == 0 for kind in ("Eff", "Prm", "Inh", "Amb"))
        assert all(int(each[f"Cap{kind}"], 16) == 0 for each in seen for kind in ("Eff", "Prm"))
        assert last["NoNewPrivs"] == "1"
        assert last["Seccomp"] == "2"
        assert "0" not in last["Uid"].split() + last["Gid"].split()
        assert last["NSpid"].split()[-1] == str(2 + number)
        if warden.user == "root":
            assert warden.first["own"]["Groups"] != ""
            assert last["Groups"] == ""
    assert warden.attempt("become_root").said == {"no": "EPERM" if warden.user == "root" else "EINVAL"}


def test_root_has_another_user_for_each_process(wardens: dict[str, Warden]) -> None:
    if "root" not in wardens:
        pytest.skip("the tests do not run as root")

    first, second = (wardens["root"].attempt("identity").said["ok"] for _ in range(2))

    assert len(set(first["uid"])) == 1
    assert first["uid"][0] >= 1 << 30
    assert first["uid"] == first["gid"]
    assert first["uid"] != second["uid"]


def test_an_ordinary_user_is_nobody_in_the_jail(wardens: dict[str, Warden]) -> None:
    said = wardens["ordinary"].attempt("identity").said["ok"]

    assert said["uid"] == said["gid"] == [65534] * 3


def test_the_machine_has_no_name(warden: Warden) -> None:
    assert warden.attempt("identity").said["ok"]["host"] == "jail"


@pytest.mark.parametrize("children", [False, True])
def test_no_descriptor_is_inherited(warden: Warden, secret: Path, children: bool) -> None:
    control = warden.control("descriptors", leak=str(secret))
    tried = warden.attempt("descriptors", leak=str(secret), children=children)

    assert len(control.said["ok"]) == 4
    assert tried.said == {"ok": [0, 1, 2]}


def test_no_process_can_be_made_and_no_program_run(warden: Warden) -> None:
    program = os.path.realpath(sys.executable)

    assert warden.control("fork").said == {"ok": True}
    assert warden.control("execute", program).status == 0
    assert warden.attempt("fork").said == {"no": "EPERM"}
    assert warden.attempt("execute", program).said == {"no": "EPERM"}


def test_threads_can_be_started(warden: Warden) -> None:
    assert warden.attempt("many_threads", 40).said == {"ok": 40}


def test_with_children_processes_can_be_made(warden: Warden) -> None:
    assert warden.attempt("fork", children=True).said == {"ok": True}


def test_with_children_any_program_can_be_run(warden: Warden) -> None:
    program = [os.path.realpath(sys.executable), "-I", "-S", "-c", "print('ran')"]

    assert warden.order(program, children=True).out == "ran"
    with pytest.raises(ValueError, match="only a Python script"):
        warden.order(program)


def test_no_process_outside_can_be_signalled(warden: Warden) -> None:
    assert warden.control("kill", warden.pid).said == {"ok": True}

    assert warden.attempt("kill", warden.pid).said == {"no": "ESRCH"}
    assert warden.attempt("kill_all", children=True).said == {"no": "ESRCH"}


def test_nothing_can_be_traced(warden: Warden) -> None:
    assert warden.control("trace_me").said == {"ok": 0}

    assert warden.attempt("trace_me").said == {"no": "EPERM"}
    assert warden.attempt("trace", warden.pid).said == {"no": "EPERM"}
    assert warden.attempt("trace", 1, children=True).said == {"no": "EPERM"}


def test_no_namespace_can_be_made(warden: Warden) -> None:
    assert warden.control("unshare", CLONE_NEWUSER).said == {"ok": 0}

    for children in (False, True):
        assert warden.attempt("unshare", CLONE_NEWUSER, children=children).said == {"no": "EPERM"}
    clone = sieve._ARCHITECTURES[platform.machine()][3]
    flags = (CLONE_NEWUSER | 17, 0, 0, 0, 0)
    assert warden.attempt("system_call", clone, *flags, children=True).said == {"no": "EPERM"}


def test_nothing_can_be_mounted(warden: Warden, folder: Path) -> None:
    tried = warden.attempt("mount", folder, writable=str(folder / "result"))

    assert tried.said == {"no": "EPERM"}


def test_every_denied_system_call_is_denied(warden: Warden) -> None:
    numbers = {pair[COLUMN]: name for name, pair in sieve._DENIED.items() if pair[COLUMN] is not None}

    said = warden.attempt("system_calls", *numbers).said["ok"]

    assert {numbers[int(number)]: error for number, error in said.items()} == dict.fromkeys(
        numbers.values(), "EPERM"
    )


@pytest.mark.parametrize(
    "name",
    ["ptrace", "add_key", "keyctl", "bpf", "memfd_create", "socketpair", "mq_open", "shmget", "io_setup"],
)
def test_what_is_denied_is_not_denied_by_anything_else(wardens: dict[str, Warden], name: str) -> None:
    number = sieve._DENIED[name][COLUMN]
    warden = wardens.get("root", wardens["ordinary"])

    error = warden.control("system_calls", number).said["ok"][str(number)]

    assert error != "EPERM"


def test_new_system_calls_do_not_exist(warden: Warden) -> None:
    numbers = [number for number in range(424, 480) if number not in sieve._NEW_ALLOWED]

    said = warden.attempt("system_calls", *numbers).said["ok"]
    control = warden.control("system_calls", 434).said["ok"]  # pidfd_open

    assert set(said.values()) == {errno.errorcode[errno.ENOSYS]}
    assert control["434"] == "EINVAL"


def test_the_script_runs_as_python_runs_it(warden: Warden, folder: Path) -> None:
    script = folder / "script.py"
    script.write_text(
        "import sys\nprint(__name__, __file__, sys.argv[1:], sys.modules['__main__'].__file__)\n"
    )

    run = [*PYTHON, str(script), "a b", ""]

    assert warden.order(run).out == warden.order(run, jailed=False).out
    assert Path(ATTEMPTS).name not in warden.order(run).out
