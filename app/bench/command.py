"""The command `lemmata bench`: in which order things happen, and what it ends with."""

from __future__ import annotations

import argparse
import asyncio
import shlex
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from pydantic_core import to_json
from rich.console import Console
from rich.text import Text

from app.bench import tables
from app.bench.comparison import Comparison, compare
from app.bench.conditions import program_digest
from app.bench.files import BadFile
from app.bench.merging import Merged, merge
from app.bench.problems import read_problems, select
from app.bench.results import Results, read_results, write_results
from app.bench.run import Plan, earlier_results, run
from app.bench.summary import Summary, summarize
from app.bench.trial import WAYS
from app.bootstrap import laboratory
from app.settings import Settings

NOTHING_WRONG, WRONG, NOTHING_DECIDED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 64, 130
_VERBS = ("compare", "merge")


def bench(
    parser: argparse.ArgumentParser, options: argparse.Namespace, settings: Settings, screen: Console
) -> int:
    """Run the command and return its exit code. Raises CheckerUnavailable and CoreBuildFailed."""
    try:
        match options.words:
            case ["compare", before, after]:
                return _compare(Path(before), Path(after), options, screen)
            case ["merge", first, *others] if others and options.results:
                return _merge([Path(first), *map(Path, others)], options, screen)
            case [file] if file not in _VERBS:
                return _measure(Path(file), options, settings, screen)
            case _:
                parser.error(
                    "say FILE, or compare BEFORE.json AFTER.json, or merge A.json B.json --results ALL.json"
                )
    except BadFile as error:
        screen.print(f"lemmata: {error}", soft_wrap=True)
        return WRONG_USAGE


def _compare(before: Path, after: Path, options: argparse.Namespace, screen: Console) -> int:
    earlier, later = read_results(before), read_results(after)
    comparison = compare(earlier, later)
    _tell(None, comparison, None, as_json=options.json)
    if options.page:
        _page(later, summarize(later.records), earlier, options.page, screen)
    return WRONG if comparison.lost else NOTHING_WRONG


def _merge(paths: Sequence[Path], options: argparse.Namespace, screen: Console) -> int:
    merged = merge([(path, read_results(path)) for path in paths], _command())
    write_results(options.results, merged.results)
    summary = summarize(merged.results.records)
    _tell(summary, None, merged, as_json=options.json)
    if not options.no_page:
        _page(merged.results, summary, None, _page_of(options.results, options), screen)
    return WRONG if merged.missing else NOTHING_WRONG


def _measure(file: Path, options: argparse.Namespace, settings: Settings, screen: Console) -> int:
    other = read_results(options.compare) if options.compare else None
    plan = _plan(file, options, settings)
    try:
        results = asyncio.run(_run(plan, screen))
    except KeyboardInterrupt:
        screen.print(f"interrupted; {plan.results} has what was done, and the same command goes on there")
        return INTERRUPTED
    summary = summarize(results.records)
    _tell(summary, compare(other, results) if other else None, None, as_json=options.json)
    if not options.no_page:
        _page(results, summary, other, _page_of(plan.results, options), screen)
    return WRONG if summary.wrong else NOTHING_WRONG if summary.decided else NOTHING_DECIDED


def _plan(file: Path, options: argparse.Namespace, settings: Settings) -> Plan:
    """Everything that can be wrong with the files is found here, before anything runs."""
    if options.way not in WAYS:
        raise BadFile(f"There is no way {options.way!r}; there are {', '.join(WAYS)}.")
    problems = read_problems(file)
    asked = select(problems, options.area, options.name, options.split)
    number, shards = options.shard or (1, 1)
    if number > len(asked):
        raise BadFile(f"There is nothing in shard {number} of {shards}: {len(asked)} problems were chosen.")
    results = options.results or _results_of(file, number, shards)
    for path in filter(None, (results, options.page)):
        if not path.parent.is_dir():
            raise BadFile(f"{path} cannot be written: there is no folder {path.parent}.")
    workers = options.workers or settings.lean_workers
    return Plan(
        problems=problems,
        asked=asked,
        chosen=asked[number - 1 :: shards],
        results=results,
        earlier=earlier_results(results, fresh=options.fresh),
        settings=Settings(**{**settings.model_dump(), "lean_workers": workers}),
        way=options.way,
        samples=options.samples,
        seconds=options.seconds,
        checks=options.checks,
        tokens=options.tokens,
        jobs=options.jobs,
        program=program_digest(),
        command=_command(),
    )


def _results_of(file: Path, number: int, shards: int) -> Path:
    shard = f".{number}-of-{shards}" if shards > 1 else ""
    return Path(f"{file.resolve().stem}{shard}.results.json")


def _page_of(results: Path, options: argparse.Namespace) -> Path:
    return Path(options.page or results.with_suffix(".html"))


def _command() -> str:
    return shlex.join(["lemmata", *sys.argv[1:]])


async def _run(plan: Plan, screen: Console) -> Results:
    def say(line: str | Text) -> None:
        screen.print(line, soft_wrap=True)

    async with laboratory(plan.settings, say) as lab:
        return await run(plan, lab, say, lambda record: say(tables.line(record)))


def _tell(
    summary: Summary | None, comparison: Comparison | None, merged: Merged | None, *, as_json: bool
) -> None:
    if as_json:
        told = asdict(summary) if summary else {}
        told |= {"comparison": asdict(comparison)} if comparison else {}
        told |= {"missing": merged.missing, "twice": merged.twice} if merged else {}
        sys.stdout.write(to_json(told).decode() + "\n")
        return
    console = Console(highlight=False, markup=False, emoji=False)
    if summary:
        tables.show(summary, console)
    if comparison:
        tables.show_comparison(comparison, console)
    if merged:
        tables.show_merged(merged, console)


def _page(results: Results, summary: Summary, other: Results | None, path: Path, screen: Console) -> None:
    from app.bench.page import write_page  # its plots take a second that no other command should pay

    write_page(path, results, summary, other)
    screen.print(f"the page is {path}", soft_wrap=True)
