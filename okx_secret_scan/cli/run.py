"""What every scanning command ends with: scan, judge, write the reports, choose the exit status."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from okx_secret_scan import reports, scan
from okx_secret_scan.cli import output
from okx_secret_scan.cli.options import Options, default_jobs
from okx_secret_scan.cli.progress import progress_for
from okx_secret_scan.cli.status import Status
from okx_secret_scan.cli.targets import write_file
from okx_secret_scan.cli.terminal import has_hyperlinks
from okx_secret_scan.cli.untracked import known_here_alone
from okx_secret_scan.git.environment import IN_HOOK
from okx_secret_scan.git.repository import discover
from okx_secret_scan.model import Gap, ScanResult, Severity, UserError
from okx_secret_scan.policy import config
from okx_secret_scan.policy.assemble import assemble
from okx_secret_scan.policy.config import Config
from okx_secret_scan.policy.policy import Policy, stale_line, unused_lines
from okx_secret_scan.reports.wording import count
from okx_secret_scan.sources import Share


def config_for(options: Options, root: Path) -> Config:
    """Return the configuration for what lies in `root`, the repository or the scanned folder.

    Raises `UserError` if the configuration is unusable.
    """
    given = {
        "baseline": None if options.baseline is None else str(options.baseline),
        "exclude": list(options.exclude) or None,
        "fail-on": options.fail_on and options.fail_on.label,
        "report-unused": options.report_unused,
        "jobs": options.jobs,
    }
    return config.load(
        root,
        file=options.config,
        repo_config=options.repo_config,
        environment=os.environ,
        command_line={key: value for key, value in given.items() if value is not None},
    )


def here() -> Path:
    """Return the root of what the current folder belongs to: its repository, or the folder itself."""
    try:
        return discover().root
    except UserError:
        return Path.cwd()  # plain folders have decisions, too


def policy_for(options: Options, root: Path) -> Policy:
    """Return the policy for what lies in `root`.

    Raises `UserError` if a configuration, baseline or ignore file is unusable.
    """
    return assemble(config_for(options, root), root, date.today())


def conclude(
    command: str,
    shares: Sequence[Share],
    options: Options,
    *,
    root: Path,
    whole: bool = False,
    locate: scan.Locate | None = None,
    notices: Sequence[str] = (),
) -> Status:
    """Scan `shares` on behalf of `command`, report, and return the exit status.

    `root` is the repository or folder whose configuration applies; `shares` are its `whole` work tree or
    history, or a part; `locate` is handed to `scan.run`; `notices` are lines that people should see beside
    the result.
    """
    settings = config_for(options, root)
    policy = assemble(settings, root, date.today())
    result = scan.run(
        command,
        shares,
        policy=policy,
        jobs=settings.jobs or default_jobs(),
        progress=progress_for(options),
        locate=locate,
        comments=settings.report_unused and settings.trusting and command == "scan",
        vocabulary=settings.vocabulary,
    )
    local = known_here_alone(result.suppressed, root) if command == "staged" else ()
    result = replace(result, notices=(*notices, *result.notices, *local))
    return settle(result, policy, settings, options, whole=whole)


def settle(
    result: ScanResult, policy: Policy, settings: Config, options: Options, *, whole: bool = False
) -> Status:
    """Tell how the decisions of `policy` fared in a scan, report, and return the exit status.

    The scan was of the `whole` work tree or history, or of a part.
    """
    result = told(result, policy)
    # An incomplete scan proves of nothing that it is gone.
    if whole and not result.gaps:
        found = (*result.findings, *result.suppressed)
        history = result.command == "history"
        if settings.report_unused:
            paths = {*result.quoting, *(gap.path for gap in result.excused if gap.path is not None)}
            unused = unused_lines(policy, found, paths, history=history)
            result = replace(result, unused=(*result.unused, *unused))
        elif stale := policy.stale(found, history=history):
            result = replace(result, notices=(*result.notices, stale_line(stale, history=history)))
    return finish(result, options, settings.fail_on)


def told(result: ScanResult, policy: Policy) -> ScanResult:
    """Return `result` with notices of the decisions that have ended, and of what else does not count."""
    expiries = policy.expiries((*result.findings, *result.suppressed))
    excused = _excused_lines(result.excused, policy)
    return replace(result, notices=(*result.notices, *expiries, *excused, *_nothing_lines(result)))


def _nothing_lines(result: ScanResult) -> tuple[str, ...]:
    """Return a line where a clean result proves nothing: a checkout or a pipe that failed looks like it."""
    read = result.summary
    if result.command not in {"scan", "history"} or result.gaps or result.excused:
        return ()
    if read.files or read.blobs or read.commits or read.bytes or read.known:
        return ()
    return ("there is nothing here to scan: no findings proves nothing",)


def _excused_lines(gaps: Sequence[Gap], policy: Policy) -> Iterator[str]:
    """Yield one line for each exclude at whose paths something was not read."""
    paths: dict[str, list[str]] = {}
    for gap in gaps:
        path = gap.path or ""
        paths.setdefault(policy.excludes(path) or "", []).append(path)
    for words, found in paths.items():
        more = f" and {len(found) - 1:,} more" if len(found) > 1 else ""
        yield f"not read, but excluded: {found[0]}{more}: {words}"


def finish(result: ScanResult, options: Options, fail_on: Severity) -> Status:
    """Write every report that `options` ask for and return the exit status.

    A report that cannot be written makes it 2, and keeps nobody from the others.
    Raises `UserError` if standard output cannot be written.
    """
    status = verdict(result, fail_on)
    if _goes_without_saying(result, options):
        options, result = replace(options, quiet=True), replace(result, notices=())
    for line in () if options.quiet else result.notices:
        output.tell(f"note: {line}")
    for line in result.unused:
        output.tell(f"unused: {line}")
    if result.gaps:
        output.tell(f"the scan is incomplete: {count(len(result.gaps), 'error')}")
    refusals = list(_refusals(result, options))
    if options.output is None:
        style = _style(options)
        # Files of these formats are UTF-8 wherever they go, and say so of themselves.
        encoding = None if options.format == "text" else "utf-8"
        text = reports.render(options.format, result, style)
        output.write_stdout(text, color=style.color, encoding=encoding)
    for line in refusals:
        output.tell(line)
    return Status.UNUSABLE if refusals else status


def _refusals(result: ScanResult, options: Options) -> Iterator[str]:
    """Write the reports that go to files and yield a line for each that cannot be written."""
    style = reports.Style(quiet=options.quiet, verbose=options.verbose)
    files = list(options.reports)
    if options.output is not None:
        files.append((options.format, options.output))
    for name, file in files:
        try:
            write_file(file, reports.render(name, result, style))
        except UserError as error:
            yield str(error)


def _goes_without_saying(result: ScanResult, options: Options) -> bool:
    """Tell whether a hook of a commit has nothing to tell; what a push reads is always told."""
    eventful = result.findings or result.suppressed or result.gaps or result.excused or result.unused
    in_hook = IN_HOOK in os.environ and result.command in ("staged", "message")
    return in_hook and not eventful and not options.verbose


def verdict(result: ScanResult, fail_on: Severity) -> Status:
    """Return the exit status of `result`; findings weigh more than gaps, and gaps are never clean."""
    if any(finding.severity >= fail_on for finding in result.findings):
        return Status.FINDINGS
    return Status.UNUSABLE if result.gaps or result.unused else Status.CLEAN


def _style(options: Options) -> reports.Style:
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    able = on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    wanted = able if options.color == "auto" else options.color == "always"
    width = shutil.get_terminal_size().columns if on_terminal else None
    links = on_terminal and wanted and has_hyperlinks(os.environ)
    return reports.Style(color=wanted, links=links, width=width, quiet=options.quiet, verbose=options.verbose)
