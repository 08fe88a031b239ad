"""Lean's kernel on many exports: `python -I -S kernel_server.py SCRIPT LIBRARY CPU_SECONDS`.

Reads from standard input a line with a number of bytes and then so many bytes of an export, again and again;
for each it writes a line, what `app/trust/kernel_process.py`, which is SCRIPT, answers. Lean is loaded once,
and each export has a fork of its own, so that it begins with nothing and can crash.
"""

import importlib.util
import json
import os
import resource
import signal
import sys


def main() -> None:
    script, library, cpu_s = sys.argv[1:]
    spec = importlib.util.spec_from_file_location("kernel_process", script)
    assert spec
    assert spec.loader
    kernel = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(kernel)
    lean = kernel.Lean(library)
    while line := sys.stdin.buffer.readline():
        export = sys.stdin.buffer.read(int(line))
        reader, writer = os.pipe()
        if not (child := os.fork()):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_CPU, (int(cpu_s), int(cpu_s) + 1))
            said = kernel.answer(lean, export.decode("ascii").splitlines())
            os.write(writer, json.dumps(said).encode()[:60_000])
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader, "rb") as pipe:
            answer = pipe.read()
        print(told(answer, os.waitpid(child, 0)[1]), flush=True)  # noqa: T201 - it is the answer


def told(answer: bytes, status: int) -> str:
    if os.WIFSIGNALED(status):
        over = os.WTERMSIG(status) == signal.SIGXCPU
        return json.dumps({"exhausted" if over else "crashed": f"signal {os.WTERMSIG(status)}"})
    if status or not answer:
        return json.dumps({"crashed": f"status {status}"})
    return json.dumps(json.loads(answer))


if __name__ == "__main__":
    main()
