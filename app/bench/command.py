"""The command `lemmata bench`: in which order things happen, and what it ends with."""

from __future__ import annotations

import argparse
import asyncio
import shlex
import sys
from dataclasses import asdict
from pathlib import Path

from pydantic_core import to_json
from rich.console import Console

from app.bench import tables
from app.bench.comparison import Comparison, compare
from app.bench.conditions import program_digest
from app.bench.problems import BadFile, read_problems, select
from app.bench.results import Results, read_results
from app.bench.run import Plan, earlier_results, run
from app.bench.summary import Summary, summarize
from app.bootstrap import laboratory
from app.settings import Settings

NOTHING_WRONG, WRONG, NOTHING_DECIDED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 64, 130


def bench(
    parser: argparse.ArgumentParser, options: argparse.Namespace, settings: Settings, screen: Console
) -> int:
    """Run the command and return its exit code. Raises CheckerUnavailable and CoreBuildFailed."""
    try:
        match options.words:
            case ["compare", before, after]:
                return _compare(Path(before), Path(after), as_json=options.json)
            case [file] if file != "compare":
                return _measure(Path(file), options, settings, screen)
            case _:
                parser.error("say FILE, or compare BEFORE.json AFTER.json")
    except BadFile as error:
        screen.print(f"lemmata: {error}", soft_wrap=True)
        return WRONG_USAGE


def _compare(before: Path, after: Path, *, as_json: bool) -> int:
    comparison = compare(read_results(before), read_results(after))
    _tell(None, comparison, as_json=as_json)
    return WRONG if comparison.lost else NOTHING_WRONG


def _measure(file: Path, options: argparse.Namespace, settings: Settings, screen: Console) -> int:
    other = read_results(options.compare) if options.compare else None
    plan = _plan(file, options, settings)
    try:
        results = asyncio.run(_run(plan, screen))
    except KeyboardInterrupt:
        screen.print(f"interrupted; {plan.results} has what was done, and the same command goes on there")
        return INTERRUPTED
    summary = summarize(results.records)
    _tell(summary, compare(other, results) if other else None, as_json=options.json)
    if not options.no_page:
        _page(results, summary, options.page or plan.results.with_suffix(".html"), screen)
    return WRONG if summary.wrong else NOTHING_WRONG if summary.decided else NOTHING_DECIDED


def _plan(file: Path, options: argparse.Namespace, settings: Settings) -> Plan:
    """Everything that can be wrong with the files is found here, before anything runs."""
    problems = read_problems(file)
    results = options.results or Path(f"{file.stem}.results.json")
    for path in filter(None, (results, options.page)):
        if not path.parent.is_dir():
            raise BadFile(f"{path} cannot be written: there is no folder {path.parent}.")
    workers = options.workers or settings.lean_workers
    return Plan(
        problems=problems,
        chosen=select(problems, options.area, options.name),
        results=results,
        earlier=earlier_results(results, fresh=options.fresh),
        settings=Settings(**{**settings.model_dump(), "lean_workers": workers}),
        seconds=options.seconds,
        jobs=options.jobs,
        program=program_digest(),
        command=shlex.join(["lemmata", *sys.argv[1:]]),
    )


async def _run(plan: Plan, screen: Console) -> Results:
    async with laboratory(plan.settings, screen.print) as lab:
        return await run(
            plan, lab, screen.print, lambda record: screen.print(tables.line(record), soft_wrap=True)
        )


def _tell(summary: Summary | None, comparison: Comparison | None, *, as_json: bool) -> None:
    if as_json:
        told = asdict(summary) if summary else {}
        told |= {"comparison": asdict(comparison)} if comparison else {}
        sys.stdout.write(to_json(told).decode() + "\n")
        return
    console = Console(highlight=False, markup=False, emoji=False)
    if summary:
        tables.show(summary, console)
    if comparison:
        tables.show_comparison(comparison, console)


def _page(results: Results, summary: Summary, path: Path, screen: Console) -> None:
    from app.bench.page import write_page  # its plots take a second that no other command should pay

    write_page(path, results, summary)
    screen.print(f"the page is {path}", soft_wrap=True)
