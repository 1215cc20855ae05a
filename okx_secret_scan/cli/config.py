"""`okx-secret-scan config`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from okx_secret_scan import detector
from okx_secret_scan.cli.options import Options
from okx_secret_scan.cli.output import tell, without_values, write_stdout
from okx_secret_scan.cli.run import config_for, here
from okx_secret_scan.cli.status import Status
from okx_secret_scan.policy import effective, readers, schema
from okx_secret_scan.policy.assemble import assemble, baseline_file, shown
from okx_secret_scan.policy.extras import combine, failures, needless
from okx_secret_scan.policy.policy import Policy
from okx_secret_scan.reports.escape import inert
from okx_secret_scan.reports.wording import count


@click.command("config")
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Read this configuration file."
)
@click.option(
    "--no-repo-config",
    "repo_config",
    flag_value=False,
    default=True,
    help="Ignore configuration that lies in the repository.",
)
@click.option(
    "--schema", "want_schema", is_flag=True, help="Print the JSON Schema of the configuration instead."
)
def config(config: Path | None, repo_config: bool, want_schema: bool) -> int:  # fmt: skip
    """Show the configuration in force here and where each value came from, and check its examples."""
    if want_schema:
        write_stdout(schema.render())
        return Status.CLEAN
    root = here()
    settings = config_for(Options(config=config, repo_config=repo_config), root)
    policy = assemble(settings, root, date.today())
    accepted = _accepted(policy, baseline_file(settings, root), root)
    write_stdout(_inert_lines([*effective.render(settings, _hidden).rstrip("\n").split("\n"), *accepted]))
    added = combine(settings.additions)
    bare = replace(added, placeholders=())
    broken = [
        *failures(settings.additions, lambda blob: detector.detect(blob, added).findings),
        *needless(settings.additions, lambda blob: detector.detect(blob, bare).findings),
    ]
    for line in broken:
        tell(f"an example fails: {line}")
    return Status.UNUSABLE if broken else Status.CLEAN


def _hidden(text: str) -> str:
    return readers.without_values(without_values(text))


def _inert_lines(lines: Iterable[str]) -> str:
    """Return `lines` as one text whose characters do nothing to a terminal."""
    return "".join(f"{inert(line)}\n" for line in lines)


def _accepted(policy: Policy, baseline: Path | None, root: Path) -> list[str]:
    """Say as comments which files accept how many findings."""
    files = [entry.origin.rpartition(":")[0] or entry.origin for entry in policy.acceptances]
    counts = Counter(files) + Counter({known.name: len(known.secrets) for known in policy.foreign})
    names = dict.fromkeys([*([shown(baseline, root)] if baseline else []), *counts])
    lines = [f"# {name} accepts {count(counts[name], 'finding')}" for name in names]
    if policy.expired:
        lines.append(f"# {count(len(policy.expired), 'decision')} past the end")
    return lines
