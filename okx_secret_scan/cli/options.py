"""The options that every scanning command shares, parsed into one value."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import click

from okx_secret_scan.cli.targets import check_targets
from okx_secret_scan.model import Severity
from okx_secret_scan.reports import FORMATS


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line asks of a scan; None where the configuration or a default may still decide."""

    format: str = "text"
    output: Path | None = None
    reports: tuple[tuple[str, Path], ...] = ()
    baseline: Path | None = None
    config: Path | None = None
    repo_config: bool = True
    exclude: tuple[str, ...] = ()
    fail_on: Severity | None = None
    report_unused: bool | None = None
    jobs: int | None = None
    progress: bool | None = None
    color: str = "auto"
    quiet: bool = False
    verbose: int = 0


def scanning(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the shared options; it receives them as one `Options` in its argument `options`."""

    @functools.wraps(command)
    def collect(**parameters: Any) -> int:
        options = Options(**{field.name: parameters.pop(field.name) for field in fields(Options)})
        check_targets([file for _, file in options.reports] + ([options.output] if options.output else []))
        return command(options=options, **parameters)

    for option in reversed(_SHARED):
        collect = option(collect)
    return collect


def default_jobs() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def _severity(context: click.Context, parameter: click.Parameter, label: str | None) -> Severity | None:
    return Severity[label.upper()] if label else None


def _reports(
    context: click.Context, parameter: click.Parameter, values: Sequence[str]
) -> tuple[tuple[str, Path], ...]:
    pairs = []
    for value in values:
        name, _, file = value.partition("=")
        if not file:
            raise click.BadParameter(f"{value!r} is not of the form FORMAT=FILE", context, parameter)
        if name not in FORMATS:
            raise click.BadParameter(f"{name!r} is not one of {', '.join(FORMATS)}", context, parameter)
        if file == _STANDARD_OUTPUT:
            raise click.BadParameter(
                f"standard output takes one report: use --format {name}", context, parameter
            )
        pairs.append((name, Path(file)))
    return tuple(pairs)


def _output(context: click.Context, parameter: click.Parameter, file: Path | None) -> Path | None:
    return None if file == Path(_STANDARD_OUTPUT) else file


def _format_of_report(context: click.Context, parameter: click.Parameter, start: str) -> list[str]:
    return [f"{name}=" for name in FORMATS if name.startswith(start)]


_FILE = click.Path(path_type=Path)
_STANDARD_OUTPUT = "-"
_SHARED: tuple[Callable[[Callable[..., int]], Callable[..., int]], ...] = (
    click.option("--format", type=click.Choice(list(FORMATS)), default="text", show_default=True,
                 help="How the report is written."),
    click.option("--output", type=_FILE, callback=_output, metavar="FILE",
                 help="Write the report there instead."),
    click.option("--report", "reports", callback=_reports, multiple=True, metavar="FORMAT=FILE",
                 shell_complete=_format_of_report,
                 help="Write one more report; may be given several times."),
    click.option("--baseline", type=_FILE, metavar="FILE", help="Accepted findings."),
    click.option("--config", type=_FILE, metavar="FILE", help="Read this configuration file."),
    click.option("--no-repo-config", "repo_config", flag_value=False, default=True,
                 help="Ignore configuration that lies in what is scanned."),
    click.option("--exclude", multiple=True, metavar="GLOB",
                 help="Findings in files that match do not count; may be given several times."),
    click.option("--fail-on", type=click.Choice([s.label for s in Severity]), callback=_severity,
                 help="Lowest severity that makes the exit status 1."),
    click.option("--report-unused", is_flag=True, default=None,
                 help="What silences nothing is an error."),
    click.option("--jobs", type=click.IntRange(min=1), metavar="N",
                 help="Worker processes (default: one per processor)."),
    click.option("--progress/--no-progress", default=None, help="Show progress on standard error."),
    click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto",
                 show_default=True, help="Colours in reports for people."),
    click.option("-q", "--quiet", is_flag=True, help="Only findings and errors."),
    click.option("-v", "--verbose", count=True, help="List what was suppressed, too."),
)  # fmt: skip
