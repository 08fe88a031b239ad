"""The filter of system calls as a program, for both machines."""

from __future__ import annotations

import struct

import pytest

from app.lean.jail import sieve

ALLOW, KILL, EPERM, ENOTTY, ENOSYS = 0x7FFF0000, 0x80000000, 0x50001, 0x50019, 0x50026
CLONE_THREAD, CLONE_NEWUSER, SIGCHLD = 0x10000, 0x10000000, 17
MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
# What Lean and Python need, on each.
NEEDED = {
    "x86_64": {
        "read": 0,
        "mmap": 9,
        "futex": 202,
        "openat": 257,
        "exit_group": 231,
        "rename": 82,
        "tgkill": 234,
    },
    "aarch64": {
        "read": 63,
        "mmap": 222,
        "futex": 98,
        "openat": 56,
        "exit_group": 94,
        "renameat": 38,
        "tgkill": 131,
    },
}


def answer(program: bytes, architecture: int, number: int, *arguments: int) -> int:
    """Run the program as the kernel does."""
    call = struct.pack("=IIQ6Q", number, architecture, 0, *(*arguments, *[0] * 6)[:6])
    steps = list(struct.iter_unpack("=HBBI", program))
    value = place = 0
    while True:
        code, if_true, if_false, operand = steps[place]
        place += 1
        match code:
            case 0x20:
                (value,) = struct.unpack_from("=I", call, operand)
            case 0x15:
                place += if_true if value == operand else if_false
            case 0x35:
                place += if_true if value >= operand else if_false
            case 0x45:
                place += if_true if value & operand else if_false
            case 0x06:
                return int(operand)
            case _:
                raise AssertionError(f"no such step: {code:#x}")


@pytest.fixture(params=MACHINES)
def machine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def asked(machine: str, number: int, *arguments: int, children: bool = False) -> int:
    return answer(sieve.program(children=children, machine=machine), MACHINES[machine], number, *arguments)


def test_what_is_needed_is_allowed(machine: str) -> None:
    assert {asked(machine, number) for number in NEEDED[machine].values()} == {ALLOW}


def test_what_is_denied_is_denied(machine: str) -> None:
    column = list(MACHINES).index(machine)
    numbers = [pair[column] for pair in sieve._DENIED.values() if pair[column] is not None]

    assert len(set(numbers)) == len(numbers)
    assert {asked(machine, number) for number in numbers if number is not None} == {EPERM}


def test_only_with_children_are_processes_made(machine: str) -> None:
    clone = sieve._ARCHITECTURES[machine][3]
    column = list(MACHINES).index(machine)
    ways = [sieve._DENIED[name][column] for name in ("fork", "vfork", "execve", "execveat")]

    for children, said in ((False, EPERM), (True, ALLOW)):
        assert asked(machine, clone, SIGCHLD, children=children) == said
        assert asked(machine, clone, CLONE_THREAD, children=children) == ALLOW
        assert {asked(machine, way, children=children) for way in ways if way is not None} == {said}


@pytest.mark.parametrize(
    "flag", [0x20000, 0x2000000, 0x4000000, 0x8000000, CLONE_NEWUSER, 0x20000000, 0x40000000]
)
def test_no_clone_has_a_namespace(machine: str, flag: int) -> None:
    clone = sieve._ARCHITECTURES[machine][3]

    assert asked(machine, clone, flag | SIGCHLD, children=True) == EPERM
    assert asked(machine, clone, flag | CLONE_THREAD) == EPERM


def test_only_questions_about_terminals_and_inheritance_go_to_devices(machine: str) -> None:
    ioctl = sieve._ARCHITECTURES[machine][2]

    assert asked(machine, ioctl, 0, 0x5401) == ALLOW
    for request in (0x5412, 0x541C, 0x8912, 0x40045203, 0):  # TIOCSTI, TIOCLINUX, SIOCGIFCONF, RNDADDENTROPY
        assert asked(machine, ioctl, 0, request) == ENOTTY
    assert asked(machine, ioctl, 0, 0x5412 | 1 << 32) == ENOTTY


def test_what_came_later_does_not_exist(machine: str) -> None:
    allowed = {number for number in range(424, 1000) if asked(machine, number) == ALLOW}

    assert allowed == {436, 437, 439, 441, 449}
    assert asked(machine, 435) == asked(machine, 5000) == ENOSYS


def test_another_machine_s_calls_end_the_process(machine: str) -> None:
    program = sieve.program(children=True, machine=machine)

    assert answer(program, 0x40000003, 11) == KILL  # 32 bits
    assert answer(program, MACHINES[machine], 0x40000000 | 57) == ENOSYS  # x32


def test_an_unknown_machine_has_no_filter() -> None:
    with pytest.raises(LookupError):
        sieve.program(children=False, machine="riscv64")
