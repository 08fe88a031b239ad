"""Records, summaries and comparisons for a person at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.bench.comparison import Change, Comparison
from app.bench.merging import Merged
from app.bench.passes import Pass
from app.bench.results import Grade, Record
from app.bench.summary import Spread, Summary, Tally

INTERVAL = "with 95 % intervals over problems"
_STYLES = {
    Grade.SOLVED: "green",
    Grade.UNSOLVED: "yellow",
    Grade.WRONG: "bold red",
    Grade.ELSEWHERE: "dim",
}


def line(record: Record) -> Text:
    """One problem: outcome, seconds, checks, name, and whether it is wrong."""
    wrong = f"  ✗ WRONG, it is {record.expected}" if record.grade is Grade.WRONG else ""
    tries = len(record.attempts)
    often = f"  {record.successes} of {tries} attempts" if tries > 1 else ""
    figures = f"{record.seconds:7.2f} s {record.checks:6} checks"
    text = f"{record.outcome:<23} {figures}  {record.name}{often}{wrong}"
    return Text(text, style=_STYLES[record.grade])


def show(summary: Summary, console: Console) -> None:
    console.print(_by_area(summary))
    for words in _figures(summary):
        console.print(words, soft_wrap=True)
    if len(summary.total.passes) > 1:
        console.print(f"\npass@k, {INTERVAL}", soft_wrap=True)
        for each in summary.total.passes:
            console.print(f"  {pass_in_words(each)}", soft_wrap=True)
    _list("unsolved", summary.unsolved, console)
    _list("not in this environment", summary.elsewhere, console)
    _list("✗ WRONG", summary.wrong, console)


def show_comparison(comparison: Comparison, console: Console) -> None:
    solved = f"{comparison.solved_before} → {comparison.solved_after} of {comparison.problems} in both"
    console.print(f"solved             {solved}", soft_wrap=True)
    for name, ratio in (
        ("median seconds", comparison.seconds_ratio),
        ("median checks", comparison.checks_ratio),
        ("solved per minute", comparison.solved_per_minute_ratio),
    ):
        console.print(f"{name:<18} {'—' if ratio is None else f'× {ratio:.2f}'}")
    for level in comparison.levels:
        within = f"solved within {level.limit} {level.unit} a problem"
        console.print(f"{within:<44} {level.before} → {level.after}", soft_wrap=True)
    for old, new in comparison.passes:
        console.print(f"pass@{old.k:<13} {old.value:.1%} → {new.value:.1%}", soft_wrap=True)
    for difference in comparison.differences:
        was, now = difference.before[:12], difference.after[:12]
        console.print(f"not the same       {difference.condition}: {was} → {now}", soft_wrap=True)
    _list("newly solved", _changes(comparison.newly_solved), console)
    _list("lost", _changes(comparison.lost), console)
    _list("changed", _changes(comparison.changed), console)


def show_merged(merged: Merged, console: Console) -> None:
    _list("missing", merged.missing, console)
    _list("twice", merged.twice, console)


def pass_in_words(each: Pass) -> str:
    return f"pass@{each.k:<5} {each.value:.1%}, between {each.low:.1%} and {each.high:.1%} ({each.method})"


def per_cent(share: float | None) -> str:
    return "—" if share is None else f"{share:.1%}"


def _by_area(summary: Summary) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("area")
    for column in ("problems", "solved", "share", "wrong"):
        table.add_column(column, justify="right")
    for tally in summary.areas:
        table.add_row(*_row(tally))
    table.add_row(*_row(summary.total), style="bold")
    return table


def _row(tally: Tally) -> tuple[str, ...]:
    return tally.name, str(tally.problems), str(tally.solved), per_cent(tally.share), str(tally.wrong or "")


def _figures(summary: Summary) -> tuple[str, ...]:
    rate = "—" if summary.solved_per_minute is None else f"{summary.solved_per_minute:.1f}"
    cpu = f"{summary.own_cpu_s:.1f} s of processor time, Lean's {summary.lean_cpu_s:.1f} s"
    clock = f"{per_cent(summary.outside_wall)} of the time no question to Lean was under way"
    return (
        f"\nseconds            {spread_in_words(summary.seconds, '.2f')}",
        f"checks             {spread_in_words(summary.checks, '.0f')}",
        f"solved per minute  {rate}, in {summary.wall_s:.1f} s",
        f"outside Lean       {per_cent(summary.outside_cpu)}: {cpu}; {clock}",
    )


def spread_in_words(spread: Spread | None, form: str) -> str:
    if spread is None:
        return "—"
    return f"median {spread.median:{form}}, 95 % within {spread.p95:{form}} (of what is solved)"


def _list(title: str, names: Sequence[str], console: Console) -> None:
    if names:
        console.print(f"{title} ({len(names)})", style="bold")
    for name in names:
        console.print(f"  {name}", soft_wrap=True)


def _changes(changes: Sequence[Change]) -> list[str]:
    return [f"{change.name}: {change.before} → {change.after}" for change in changes]
