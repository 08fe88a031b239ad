"""The system calls that a process in the jail may not make, as a program that the kernel runs before each.

Method: seccomp(2), mode SECCOMP_SET_MODE_FILTER; the numbers are those of the kernel's unistd.h. What the
other walls of the jail make pointless is refused here as well, so that a hole in one of them is not a way
out, and so that little of the kernel can be reached at all.
"""

from __future__ import annotations

import platform
import struct
from collections.abc import Iterable
from functools import cache

_PROCESSES = ("execve", "execveat", "fork", "vfork")
_DENIED = {  # the name, and its number on x86-64 and on arm64
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "kcmp": (312, 272), "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41),
    "chroot": (161, 51), "unshare": (272, 97), "setns": (308, 268), "add_key": (248, 217),
    "request_key": (249, 218), "keyctl": (250, 219), "bpf": (321, 280),
    "perf_event_open": (298, 241), "userfaultfd": (323, 282), "seccomp": (317, 277),
    "kexec_load": (246, 104), "kexec_file_load": (320, 294), "reboot": (169, 142),
    "syslog": (103, 116), "init_module": (175, 105), "finit_module": (313, 273),
    "delete_module": (176, 106), "swapon": (167, 224), "swapoff": (168, 225), "acct": (163, 89),
    "quotactl": (179, 60), "settimeofday": (164, 170), "clock_settime": (227, 112),
    "clock_adjtime": (305, 266), "adjtimex": (159, 171), "lookup_dcookie": (212, 18),
    "iopl": (172, None), "ioperm": (173, None), "modify_ldt": (154, None), "vhangup": (153, 58),
    "sethostname": (170, 161), "setdomainname": (171, 162), "personality": (135, 92),
    "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265), "mknod": (133, None),
    "mknodat": (259, 33), "fanotify_init": (300, 262), "fanotify_mark": (301, 263),
    "inotify_init": (253, None), "inotify_init1": (294, 26), "memfd_create": (319, 279),
    "shmget": (29, 194), "shmat": (30, 196), "shmctl": (31, 195), "msgget": (68, 186),
    "msgsnd": (69, 189), "msgrcv": (70, 188), "msgctl": (71, 187), "semget": (64, 190),
    "semop": (65, 193), "semctl": (66, 191), "semtimedop": (220, 192), "mq_open": (240, 180),
    "splice": (275, 76), "tee": (276, 77), "vmsplice": (278, 75), "io_setup": (206, 0),
    "io_submit": (209, 2),
    # Standard input may be a socket, of the world outside: none of them has a use for these.
    "socket": (41, 198), "socketpair": (53, 199), "bind": (49, 200), "listen": (50, 201),
    "connect": (42, 203), "accept": (43, 202), "accept4": (288, 242), "getsockname": (51, 204),
    "getpeername": (52, 205), "getsockopt": (55, 209), "setsockopt": (54, 208),
    "shutdown": (48, 210), "sendto": (44, 206), "recvfrom": (45, 207), "sendmsg": (46, 211),
    "recvmsg": (47, 212), "recvmmsg": (299, 243), "sendmmsg": (307, 269), "execve": (59, 221),
    "execveat": (322, 281), "fork": (57, None), "vfork": (58, None),
}  # fmt: skip
_ARCHITECTURES = {
    "x86_64": (0, 0xC000003E, 16, 56),
    "aarch64": (1, 0xC00000B7, 29, 220),
}  # column, audit, ioctl, clone
# From here on both have the same numbers. All but these (close_range, openat2, faccessat2, epoll_pwait2,
# futex_waitv) are said not to exist, clone3 too, whose flags cannot be read here: everyone falls back.
_NEW, _NEW_ALLOWED = 424, (436, 437, 439, 441, 449)
_IOCTLS = (
    0x5401,
    0x802C542A,
    0x5413,
    0x541B,
    0x5421,
    0x5450,
    0x5451,
)  # is it a terminal; how it is read or inherited
_CLONE_THREAD, _CLONE_NAMESPACES = 0x00010000, 0x7E020000
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _FIRST, _SECOND = 0, 4, 16, 24  # places in struct seccomp_data
_ALLOW, _KILL, _ERROR = 0x7FFF0000, 0x80000000, 0x00050000
_EPERM, _ENOTTY, _ENOSYS = 1, 25, 38

Step = tuple[int, int, int, int]


@cache
def program(*, children: bool, machine: str = platform.machine()) -> bytes:
    """The filter as an array of struct sock_filter; with `children`, processes may be made and programs run.

    Raises LookupError for a machine whose numbers are not known.
    """
    column, audit, ioctl, clone = _ARCHITECTURES[machine]
    may = _PROCESSES if children else ()
    numbers = [pair[column] for name, pair in _DENIED.items() if name not in may]
    steps: list[Step] = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, audit),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        *_each(_NEW_ALLOWED, _ALLOW),
        (_AT_LEAST, 0, 1, _NEW),
        (_RETURN, 0, 0, _ERROR | _ENOSYS),
        *_each((number for number in numbers if number is not None), _ERROR | _EPERM),
        *_only_for(ioctl, _SECOND, [*_each(_IOCTLS, _ALLOW), (_RETURN, 0, 0, _ERROR | _ENOTTY)]),
        *_only_for(clone, _FIRST, _cloning(children=children)),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def _each(numbers: Iterable[int], answer: int) -> list[Step]:
    return [step for number in numbers for step in ((_EQUAL, 0, 1, number), (_RETURN, 0, 0, answer))]


def _only_for(number: int, argument: int, steps: list[Step]) -> list[Step]:
    """Look at one argument's lower half; the steps end in an answer."""
    return [(_EQUAL, 0, len(steps) + 1, number), (_LOAD, 0, 0, argument), *steps]


def _cloning(*, children: bool) -> list[Step]:
    allowed = [] if children else [(_ANY_BIT, 1, 0, _CLONE_THREAD), (_RETURN, 0, 0, _ERROR | _EPERM)]
    namespaces = [(_ANY_BIT, 0, 1, _CLONE_NAMESPACES), (_RETURN, 0, 0, _ERROR | _EPERM)]
    return [*namespaces, *allowed, (_RETURN, 0, 0, _ALLOW)]
