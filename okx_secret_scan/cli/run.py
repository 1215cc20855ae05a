"""What every scanning command ends with: scan, judge, write the reports, choose the exit status."""

from __future__ import annotations

import fnmatch
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from okx_secret_scan import reports, scan
from okx_secret_scan.cli import output
from okx_secret_scan.cli.options import Options
from okx_secret_scan.cli.progress import progress_for
from okx_secret_scan.cli.status import Status
from okx_secret_scan.model import Finding, ScanResult, Severity
from okx_secret_scan.sources import Share


@dataclass(frozen=True)
class _Excludes:
    globs: tuple[str, ...]

    def excludes(self, path: str) -> str | None:
        return next((f"excluded by {glob}" for glob in self.globs if fnmatch.fnmatch(path, glob)), None)

    def judge(self, findings: Sequence[Finding]) -> list[Finding]:
        return [
            f if f.suppressed or f.path is None else replace(f, suppressed=self.excludes(f.path))
            for f in findings
        ]


def policy_for(options: Options, root: Path) -> scan.Policy:
    """Return the policy for what lies in `root`, the repository or the scanned folder.

    Raises `UserError` if a configuration, baseline or ignore file is unusable.
    """
    return _Excludes(options.exclude)


def conclude(
    command: str,
    shares: Sequence[Share],
    options: Options,
    *,
    root: Path,
    locate: scan.Locate | None = None,
    notices: Sequence[str] = (),
) -> Status:
    """Scan `shares` on behalf of `command`, report, and return the exit status.

    `root` is the repository or folder whose configuration applies; `locate` is handed to `scan.run`;
    `notices` are lines that people should see beside the result.
    """
    policy = policy_for(options, root)
    result = scan.run(
        command, shares, policy=policy, jobs=options.jobs, progress=progress_for(options), locate=locate
    )
    return finish(replace(result, notices=(*notices, *result.notices)), options)


def finish(result: ScanResult, options: Options) -> Status:
    """Write every report that `options` ask for and return the exit status.

    Raises `UserError` if a report cannot be written.
    """
    status = verdict(result, options.fail_on or Severity.LOW)
    plain = reports.Style(quiet=options.quiet, verbose=options.verbose)
    for name, file in options.reports:
        output.write_file(file, reports.render(name, result, plain))
    if options.output is not None:
        output.write_file(options.output, reports.render(options.format, result, plain))
    else:
        output.write_stdout(reports.render(options.format, result, _style(options)))
    return status


def verdict(result: ScanResult, fail_on: Severity) -> Status:
    """Return the exit status of `result`; findings weigh more than gaps, and gaps are never clean."""
    if any(finding.severity >= fail_on for finding in result.findings):
        return Status.FINDINGS
    return Status.UNUSABLE if result.gaps else Status.CLEAN


def _style(options: Options) -> reports.Style:
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    wanted = (
        on_terminal and "NO_COLOR" not in os.environ if options.color == "auto" else options.color == "always"
    )
    width = shutil.get_terminal_size().columns if on_terminal else reports.WIDTH
    return reports.Style(color=wanted, width=width, quiet=options.quiet, verbose=options.verbose)
