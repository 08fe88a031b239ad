"""The command line: lemmata prove | check | certify | verify | bench | models | export | serve | worker."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from pydantic import ValidationError
from pydantic_settings import SettingsError
from rich.console import Console
from rich.status import Status
from rich.text import Text

from app import calibration as calibrating
from app import export as exporting
from app import model_check, reports
from app.bench import options as bench
from app.bootstrap import instance_signer, laboratory
from app.domain.errors import LemmataError
from app.domain.events import Event, Outcome, StatementLocked
from app.domain.lean_source import with_header
from app.domain.problem import Problem
from app.domain.prose import in_words
from app.pipeline.quiet import Quiet
from app.pipeline.solve import solve
from app.settings import Settings
from app.trust import command as certifying

NOT_A_STATEMENT, UNDECIDED, WRONG_USAGE, INTERRUPTED = 3, 4, 64, 130
PAUSE_S = 2.0
CERTIFY_S = 300.0


class Parser(argparse.ArgumentParser):
    """Wrong usage gets a code of its own: argparse's 2 would read as 'open'."""

    wrong_usage = WRONG_USAGE

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(self.wrong_usage, f"{self.prog}: {message}\n")


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code, which `lemmata --help` explains."""
    options = _parser().parse_args(arguments)
    screen = Console(stderr=True, highlight=False, markup=False, emoji=False)
    try:
        return int(options.run(options, Settings(), screen))
    except ValidationError as error:
        for problem in error.errors():
            name = "_".join(map(str, problem["loc"])).upper()
            screen.print(f"lemmata: LEMMATA_{name}: {problem['msg']}", soft_wrap=True)
        return WRONG_USAGE
    except SettingsError as error:
        screen.print(f"lemmata: {error}", soft_wrap=True)
        return WRONG_USAGE
    except LemmataError as error:
        screen.print(f"lemmata: {error}", soft_wrap=True)
        return UNDECIDED
    except KeyboardInterrupt:
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="lemmata", description="A proof copilot: Lemmata proposes, Lean checks.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    codes = "Exit codes: 0 proved, 1 refuted, 2 open, 3 no statement, 4 undecided, 5 inconsistent hypotheses."
    prove = commands.add_parser("prove", help="prove or refute a statement", description=codes)
    prove.add_argument(
        "statement", help="a statement in Lean or in words, a file that holds one, or - for standard input"
    )
    read_as = prove.add_mutually_exclusive_group()
    read_as.add_argument("--lean", action="store_true", help="read it as Lean, whatever it looks like")
    read_as.add_argument("--words", action="store_true", help="read it as words, for a model to translate")
    prove.add_argument("--seconds", type=_seconds, help="budget of wall-clock time (default: 30)")
    prove.add_argument("--json", action="store_true", help="print one JSON object")
    prove.set_defaults(run=_prove)
    codes = "Exit codes: 0 accepted, 1 rejected, 2 it has `sorry`, 3 not a readable file, 4 undecided."
    check = commands.add_parser("check", help="say what Lean says about a file", description=codes)
    check.add_argument("file", help="a Lean file, or - for standard input")
    check.add_argument("--json", action="store_true", help="print one JSON object")
    check.set_defaults(run=_check)
    certify = commands.add_parser(
        "certify", help="decide whether a file proves what another states", description=certifying.CODES
    )
    certify.wrong_usage = certifying.WRONG_USAGE
    certifying.add_certify(certify)
    certify.set_defaults(run=_certify)
    verify = commands.add_parser(
        "verify", help="check a downloaded certificate again", description=certifying.VERIFY_CODES
    )
    verify.wrong_usage = certifying.WRONG_USAGE
    certifying.add_verify(verify)
    verify.set_defaults(run=_verify)
    bench.add(commands, _seconds)
    models = commands.add_parser(
        "models", help="try the models that are configured", description=model_check.CODES
    )
    models.add_argument("--json", action="store_true", help="print one JSON object for each role")
    models.set_defaults(run=_models)
    calibrating.add(commands).set_defaults(run=calibrating.run)
    exporting.add(commands).set_defaults(run=exporting.export)
    serve = commands.add_parser("serve", help="serve the pages, with a worker beside them")
    serve.add_argument("--host", help="address to listen on (default: 127.0.0.1)")
    serve.add_argument("--port", type=int, help="port to listen on (default: 8000)")
    serve.set_defaults(run=_serve)
    worker = commands.add_parser("worker", help="run a worker alone")
    worker.set_defaults(run=_worker)
    return parser


def _seconds(text: str) -> float:
    with suppress(ValueError):
        if 0 < (seconds := float(text)) <= 86_400:
            return seconds
    raise argparse.ArgumentTypeError("a budget is a number, more than 0 and at most 86400 seconds")


@dataclass(slots=True)
class Screen(Quiet):
    """A journal for a person: lines that stay, and what is being done now.

    At a terminal that is one live line; elsewhere it is a line every `PAUSE_S` seconds.
    """

    console: Console
    live: Status
    started: float = field(default_factory=time.monotonic)
    spoken: float = field(default_factory=time.monotonic)
    statement: str | None = None

    async def append(self, event: Event) -> None:
        if isinstance(event, StatementLocked):
            self.statement = event.preamble + event.signature
        if line := reports.progress(event):
            self._say(line)
        elif now := reports.now(event):
            line_now = Text(now)
            line_now.truncate(self.console.width - len("⠋ "), overflow="ellipsis")
            self.live.update(line_now)
            if not self.console.is_terminal and time.monotonic() - self.spoken >= PAUSE_S:
                self._say(now)

    def _say(self, line: str) -> None:
        self.spoken = time.monotonic()
        self.console.print(f"{self.spoken - self.started:6.2f} s  {line}", soft_wrap=True)


def _prove(options: argparse.Namespace, settings: Settings, screen: Console) -> int:
    text = _text(options.statement, screen, or_the_text_itself=True)
    if text is None:
        return NOT_A_STATEMENT
    if options.words and not settings.speaks:
        screen.print("lemmata: no model is configured that could translate words.")
        return WRONG_USAGE
    prose = options.words or (settings.speaks and not options.lean and in_words(text))
    problem = Problem(text, seconds=options.seconds or settings.default_s, in_words=prose)
    live = screen.status("Lean is starting")
    journal = Screen(screen, live)
    with live if screen.is_terminal else nullcontext():
        outcome = asyncio.run(_solve(problem, settings, journal, _reporter(screen)))
    if options.json:
        print(json.dumps(reports.outcome_as_json(outcome, journal.statement), ensure_ascii=False))
    else:
        print(reports.outcome_as_text(outcome))
    return reports.EXIT_CODES[type(outcome)]


async def _solve(
    problem: Problem, settings: Settings, journal: Screen, report: Callable[[str], None]
) -> Outcome:
    async with laboratory(settings, report) as lab:
        return await solve(problem, lab, journal)


def _check(options: argparse.Namespace, settings: Settings, screen: Console) -> int:
    text = _text(options.file, screen)
    if text is None:
        return NOT_A_STATEMENT
    report = asyncio.run(_verdict(text, settings, _reporter(screen)))
    if options.json:
        print(json.dumps(report, ensure_ascii=False))
    else:
        print(reports.check_as_text(options.file, report))
    return reports.CHECK_EXIT_CODES[report["verdict"]]


async def _verdict(text: str, settings: Settings, report: Callable[[str], None]) -> dict[str, Any]:
    async with laboratory(settings, report) as lab:
        document = with_header(text, lab.environment.header)
        started = time.monotonic()
        verdict = await lab.checker.check(document.source, settings.check_s, ())
        return reports.check_as_json(verdict, document, time.monotonic() - started)


def _certify(options: argparse.Namespace, settings: Settings, screen: Console) -> int:
    return certifying.certify(
        options, settings.data, CERTIFY_S, _reporter(screen), lambda: instance_signer(settings)
    )


def _verify(options: argparse.Namespace, settings: Settings, screen: Console) -> int:
    return certifying.check_again(options, settings.data, CERTIFY_S, _reporter(screen))


def _models(options: argparse.Namespace, settings: Settings, screen: Console) -> int:
    return model_check.run(settings, screen, as_json=options.json)


def _serve(options: argparse.Namespace, settings: Settings, screen: Console) -> int:
    from app.serve import serve  # the web server's imports would slow every other command down

    chosen = {key: getattr(options, key) for key in ("host", "port") if getattr(options, key) is not None}
    return serve(Settings(**{**settings.model_dump(), **chosen}))


def _worker(options: argparse.Namespace, settings: Settings, screen: Console) -> int:
    from app.serve import worker

    return worker(settings)


def _text(source: str, screen: Console, *, or_the_text_itself: bool = False) -> str | None:
    """Read a file or standard input, strictly as UTF-8; say what is wrong and return None otherwise."""
    try:
        if source == "-":
            return sys.stdin.buffer.read().decode("utf-8-sig")
        if or_the_text_itself and not _names_a_file(source):
            return source
        return Path(source).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        screen.print(f"lemmata: {source} is not UTF-8 text: byte {error.start} cannot be read.")
    except OSError as error:
        screen.print(f"lemmata: {source} cannot be read: {error.strerror}.")
    return None


def _names_a_file(source: str) -> bool:
    """A statement has spaces and colons; what looks like a path is meant as one, there or not."""
    if "\n" in source or len(source) > 1000:
        return False
    return Path(source).is_file() or (source.endswith(".lean") and " " not in source)


def _reporter(screen: Console) -> Callable[[str], None]:
    return lambda line: screen.print(line, soft_wrap=True)


if __name__ == "__main__":
    sys.exit(main())
