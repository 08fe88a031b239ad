"""What a stranger's program might try: `python -I -S attempts.py NAME ARGUMENT...` prints what came of it.

In JSON, `{"ok": ...}` says what it got, `{"no": ...}` the name of the error. It runs in the jail and, as a
control, outside of it, so it imports little and nothing of Lemmata.
"""

import ctypes
import errno
import json
import os
import sys
import threading
import time

LIBC = ctypes.CDLL(None, use_errno=True)


def read(path):
    with open(path, "rb") as file:
        return file.read(200).decode("latin-1")


def reads(path):
    """Whether there is something in a file, which is for nobody's eyes."""
    with open(path, "rb") as file:
        return bool(file.read(1))


def names(folder):
    return sorted(os.listdir(folder))


def everything():
    """Every file that can be seen, by walking from the root, without the folders of the Python."""
    found = []
    for folder, folders, files in os.walk("/"):
        folders[:] = [name for name in folders if not name.startswith("python3.")]
        found += [
            os.path.join(folder, name) for name in (*files, *folders) if not os.path.isdir(f"{folder}/{name}")
        ]
    return found


def writable_places():
    """The folders in which a file can be made, and the files that can be opened for writing."""
    found = []
    for folder, _, files in os.walk("/"):
        if succeeds(lambda: os.close(os.open(f"{folder}/made", os.O_CREAT | os.O_WRONLY))):  # noqa: B023
            found.append(folder)
        found += [
            path
            for path in (f"{folder}/{name}" for name in files)
            if succeeds(lambda: os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK)))  # noqa: B023
        ]
    return found


def succeeds(attempt):
    try:
        attempt()
    except OSError:
        return False
    return True


def environment():
    return dict(os.environ)


def identity():
    return {
        "uid": os.getresuid(),
        "gid": os.getresgid(),
        "groups": os.getgroups(),
        "host": os.uname().nodename,
    }


def socket(family, kind, address=""):
    import _socket

    made = _socket.socket(getattr(_socket, family), getattr(_socket, kind))
    if address:
        made.connect(tuple(json.loads(address)) if address.startswith("[") else address.replace("@", "\0"))
    return True


def connected():
    """Use standard input, which may be a socket of the world outside."""
    import _socket

    return _socket.socket(fileno=os.dup(0)).getsockopt(_socket.SOL_SOCKET, _socket.SO_TYPE)


def descriptors():
    open_ones = []
    for number in range(1024):
        try:
            os.fstat(number)
        except OSError:
            continue
        open_ones.append(number)
    return open_ones


def fork():
    if (child := os.fork()) == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return True


def execute(program):
    os.execv(program, [program])  # noqa: S606 - there is no shell


def many_processes(most):
    made = 0
    try:
        while made < int(most):
            if os.fork() == 0:
                os.close(1)  # else who hears this process would wait for all of them
                os.close(2)
                time.sleep(60)
                os._exit(0)
            made += 1
    except OSError:
        pass
    return made


def hold_processes(most, seconds):
    """How many could be made, all of which are there for so long."""
    made = many_processes(most)
    time.sleep(float(seconds))
    return made


def many_threads(most):
    threading.stack_size(1 << 16)
    made, done = 0, threading.Event()
    try:
        while made < int(most):
            threading.Thread(target=done.wait, daemon=True).start()
            made += 1
    except RuntimeError:
        pass
    done.set()
    return made


def memory(mebibytes):
    held = []
    for _ in range(int(mebibytes)):
        held.append(b"\1" * (1 << 20))
    time.sleep(1)
    return len(held)


def empty_memory(gibibytes):
    """Read memory that was never written: it costs page tables, and nothing that counts as resident."""
    import mmap

    held = []
    for _ in range(int(gibibytes)):
        area = mmap.mmap(-1, 1 << 30, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=mmap.PROT_READ)
        area.madvise(mmap.MADV_NOHUGEPAGE)
        held.append(area)
        for place in range(0, 1 << 30, 4096):
            area[place]
    time.sleep(1)
    return len(held)


def memory_of_children(count, mebibytes):
    for _ in range(int(count)):
        if os.fork() == 0:
            memory(mebibytes)
            os._exit(0)
    time.sleep(5)
    return True


def output(mebibytes):
    for _ in range(int(mebibytes)):
        os.write(1, b"x" * (1 << 20))
    return True


def write(path, text="written"):
    with open(path, "w") as file:
        file.write(text)
    return True


def large_file(path, mebibytes):
    """The size that the file reaches."""
    try:
        with open(path, "wb", buffering=0) as file:
            for _ in range(int(mebibytes)):
                file.write(b"\1" * (1 << 20))
    except OSError:
        pass
    time.sleep(1)
    return os.stat(path).st_size


def large_files(folder, mebibytes):
    """How much all of them hold, each of one MiB."""
    made = 0
    try:
        for number in range(int(mebibytes)):
            with open(f"{folder}/{number}", "wb", buffering=0) as file:
                if file.write(b"\1" * (1 << 20)) < 1 << 20:
                    break
            made += 1
    except OSError:
        pass
    return made


def many_files(folder, count):
    for number in range(int(count)):
        os.close(os.open(f"{folder}/{number}", os.O_CREAT | os.O_WRONLY))
    time.sleep(1)
    return True


def symbolic_link(target, path):
    os.symlink(target, path)
    with open(path, "rb") as file:
        return file.read(200).decode("latin-1")


def only_symbolic_link(target, path):
    os.symlink(target, path)
    return True


def fifo(path):
    os.mkfifo(path)
    return True


def hard_link(target, path):
    os.link(target, path)
    return True


def remain(path, _mark):
    """Leave a process behind which writes the time into a file as long as it lives, a minute at most."""
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.closerange(0, 3)
            beat(path, 60)
        os._exit(0)
    time.sleep(0.3)
    return True


def beat(path, seconds):
    ends = time.time() + float(seconds)
    while time.time() < ends:
        with open(path, "w") as file:
            file.write(str(time.time()))
        time.sleep(0.02)
    os._exit(0)


def trace(pid):
    """PTRACE_SEIZE."""
    return called(LIBC.ptrace(0x4206, int(pid), None, None))


def trace_me():
    return called(LIBC.ptrace(0, 0, None, None))


def kill(pid):
    os.kill(int(pid), 0)
    return True


def kill_all():
    """Every process that this one may reach, apart from itself."""
    os.kill(-1, 0)
    return True


def mount(place):
    return called(LIBC.mount(b"none", place.encode(), b"tmpfs", 0, None))


def unshare(flags):
    return called(LIBC.unshare(int(flags, 0)))


def system_call(*numbers):
    return called(LIBC.syscall(*[ctypes.c_long(int(number, 0)) for number in numbers]))


def system_calls(*numbers):
    """The error of each, called with what no system call accepts."""
    return {number: error_of(int(number)) for number in numbers}


def error_of(number):
    ctypes.set_errno(0)
    answer = LIBC.syscall(ctypes.c_long(number), *[ctypes.c_long(-1)] * 6)
    return errno.errorcode.get(ctypes.get_errno(), "") if answer == -1 else ""


def called(answer):
    if answer == -1:
        raise OSError(ctypes.get_errno(), "")
    return answer


def become_root():
    os.setuid(0)
    return True


def interfaces():
    """The network interfaces, of which a socket from outside can tell: SIOCGIFCONF."""
    import fcntl

    return bool(fcntl.ioctl(0, 0x8912, bytes(16)))


def limits():
    import resource

    kinds = ("NPROC", "FSIZE", "DATA", "NOFILE", "CORE", "MEMLOCK", "MSGQUEUE", "SIGPENDING", "CPU")
    return {kind: resource.getrlimit(getattr(resource, f"RLIMIT_{kind}")) for kind in kinds}


def raise_limit(kind):
    import resource

    which = getattr(resource, f"RLIMIT_{kind}")
    resource.setrlimit(which, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return True


def endless():
    while True:
        pass


def wait(seconds, _mark=""):
    time.sleep(float(seconds))
    return True


def die(signal):
    os.kill(os.getpid(), int(signal))


def end(status):
    os._exit(int(status))


def echo():
    """A process that lives long and answers line by line."""
    for line in sys.stdin:
        sys.stdout.write(line.upper())
        sys.stdout.flush()
    return True


def main():
    name, *arguments = sys.argv[1:]
    try:
        said = {"ok": globals()[name](*arguments)}
    except OSError as error:
        said = {"no": errno.errorcode.get(error.errno, str(error))}
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main()
