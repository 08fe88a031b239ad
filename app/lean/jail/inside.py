"""The first thing that runs in the jail: gives up what is left to give up, then becomes the command.

`python -I -S inside.py USER LIMITS SIEVE RESULT KIND COMMAND...`: USER is the number of the user to become,
or nothing; LIMITS is `KIND=SOFT:HARD,...` for setrlimit; SIEVE is the system call filter in hexadecimal;
RESULT is the file that is copied to `/result` when the command has ended, or nothing. KIND `script` runs a
Python script in this very interpreter, which saves starting another; `program` runs any program. It imports
nothing of Lemmata.
"""

import ctypes
import os
import resource
import select
import signal
import stat
import sys

RESULT = "/result"
CAPABILITIES_VERSION_3 = 0x20080522
PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 38, 22, 2
FIRST_TO_CLOSE, LAST_TO_CLOSE = 3, 1 << 20


class Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_char_p)]


def main() -> None:
    """Each step takes away what the one before it needed."""
    user, limits, sieve, result, *command = sys.argv[1:]
    if abandoned():
        os._exit(1)
    os.closerange(FIRST_TO_CLOSE, LAST_TO_CLOSE)
    os.umask(0o022)
    if user:
        os.setgroups([])
        os.setresgid(int(user), int(user), int(user))
        os.setresuid(int(user), int(user), int(user))  # which takes all capabilities away, too
    for limit in limits.split(","):
        kind, _, bounds = limit.partition("=")
        soft, _, hard = bounds.partition(":")
        resource.setrlimit(getattr(resource, f"RLIMIT_{kind}"), (int(soft), int(hard)))
    if result and (child := os.fork()):
        wait(child, result)
    confine(bytes.fromhex(sieve))
    become(*command)


def abandoned() -> bool:
    """Whether nobody will read what is said here: who started this died before it could be tied to them."""
    poll = select.poll()
    poll.register(1, 0)
    return any(event & select.POLLERR for _, event in poll.poll(0))


def confine(sieve: bytes) -> None:
    """Give up all capabilities, those to be inherited too, and have every system call filtered."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl.argtypes = [ctypes.c_int, *[ctypes.c_ulong] * 4]
    own = (ctypes.c_uint32 * 2)(CAPABILITIES_VERSION_3, 0)
    program = Program(len(sieve) // 8, sieve)
    if (
        libc.capset(own, (ctypes.c_uint32 * 6)())
        or libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        or libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(program), 0, 0)
    ):
        sys.exit(f"The system calls cannot be filtered: {os.strerror(ctypes.get_errno())}")


def become(kind: str, *command: str) -> None:
    if kind == "program":
        os.execv(command[0], command)  # noqa: S606 - there is no shell
    sys.argv[:] = command
    with open(command[0], "rb") as file:
        code = compile(file.read(), command[0], "exec", dont_inherit=True)
    sys.modules["__main__"] = module = type(sys)("__main__")
    module.__file__ = command[0]
    exec(code, vars(module))  # noqa: S102 - this is what the interpreter does with a script


def wait(child: int, result: str) -> None:
    """Wait for the command's end, take its result out, and end in the same way. Does not return."""
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        if os.WTERMSIG(status) != signal.SIGKILL:
            signal.signal(os.WTERMSIG(status), signal.SIG_DFL)
        os.kill(os.getpid(), os.WTERMSIG(status))
    take(result)
    os._exit(os.WEXITSTATUS(status))


def take(result: str) -> None:
    """Copy the file out. One that is no file, or too large, leaves nothing."""
    try:
        made = os.open(result, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return
    outside = os.open(RESULT, os.O_WRONLY | os.O_TRUNC)
    try:
        if stat.S_ISREG(os.fstat(made).st_mode):
            while os.sendfile(outside, made, None, 1 << 20):
                pass
    except OSError:
        os.ftruncate(outside, 0)


if __name__ == "__main__":
    main()
