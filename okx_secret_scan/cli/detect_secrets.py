"""`okx-secret-scan detect-secrets`."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path, PurePath

import click

from okx_secret_scan import __version__
from okx_secret_scan.cli.options import Options
from okx_secret_scan.cli.output import harmless, write_stdout
from okx_secret_scan.cli.run import config_for
from okx_secret_scan.cli.status import Status
from okx_secret_scan.git.index import named_entries
from okx_secret_scan.git.repository import discover
from okx_secret_scan.git.worktree import is_ignored
from okx_secret_scan.model import UserError
from okx_secret_scan.plugin import labels
from okx_secret_scan.plugin.files import read_baseline, write_baseline
from okx_secret_scan.plugin.identity import TYPES
from okx_secret_scan.plugin.setup import BASELINE, SHIM, Change, Outcome, set_up
from okx_secret_scan.plugin.support import objection
from okx_secret_scan.policy.assemble import shown
from okx_secret_scan.policy.baseline import Baseline, Entry, Scope
from okx_secret_scan.reports.rules import HOME
from okx_secret_scan.reports.wording import count


@click.group("detect-secrets")
def detect_secrets() -> None:
    """Use the detector inside stock detect-secrets."""
    if reason := objection():
        raise UserError(reason)


@detect_secrets.command("init", short_help="Write a shim and a portable baseline.")
@click.option(
    "--baseline",
    default=BASELINE,
    show_default=True,
    type=click.Path(),
    metavar="FILE",
    help="The baseline's path, relative to the top of the repository.",
)
def init(baseline: str) -> int:
    """Set this repository up: write a shim and a portable baseline, print the pre-commit configuration.

    A baseline that exists keeps its results, labels and settings; the plugin is added to it.
    """
    repository = discover()
    if repository.bare:
        raise UserError("a bare repository has no work tree: run this in a clone")
    file = PurePath(baseline)
    if file.is_absolute() or ".." in file.parts or not file.parts:
        raise UserError(f"--baseline {baseline}: give a path below the top of the repository")
    root = repository.root
    tracked = _tracked(root)
    outcome = set_up(root, file, tracked)
    quoted = not all(name.isascii() for name in tracked)
    write_stdout("\n".join(_told(outcome, file.as_posix(), root, quoted=quoted)) + "\n")
    return Status.CLEAN


def _tracked(root: Path) -> list[str]:
    """Return the names of the regular files that git tracks in the work tree `root`."""
    entries, _ = named_entries(["."], root)
    return sorted({entry.path for entry in entries if entry.mode.startswith("100")})


@detect_secrets.command("audit", short_help="Judge the baseline of detect-secrets.")
@click.argument("baseline", required=False, type=click.Path())
def audit(baseline: str | None) -> int:
    """Judge what a baseline of detect-secrets accepts (default: .secrets.baseline at the top).

    Only results of this plugin, with their values masked. The verdicts are detect-secrets' own labels.
    """
    from okx_secret_scan.cli import audit as walk

    root = discover().root
    file = root / BASELINE if baseline is None else Path(baseline).absolute()
    content = read_baseline(file)
    walk.require_terminal("a script can set `is_secret` in the baseline itself")
    known = labels.verdicts(content)
    if any(entry.verdict is None for entry in known.entries):
        _walk(known, file, root)
    else:
        write_stdout(walk.summary(known))
    others = len(labels.open_elsewhere(content))
    if others:
        write_stdout(_OTHERS.format(count=others, baseline=shlex.quote(shown(file, root))))
    return Status.CLEAN


def _walk(known: Baseline, file: Path, root: Path) -> None:
    from okx_secret_scan.cli import audit as walk
    from okx_secret_scan.cli.baseline import Place, look

    settings = config_for(Options(), root)
    result = look(Place(root, settings, file), Scope.WORKTREE, settings)

    def save(judged: Sequence[Entry]) -> None:
        # A merge or another terminal may have changed the file since.
        write_baseline(file, labels.labelled(read_baseline(file), judged))

    update = f"detect-secrets scan --no-verify --baseline {shlex.quote(shown(file, root))}"
    added = settings.vocabulary
    walk.run(known, result, root, save, update=update, no_reasons=_NO_REASONS, vocabulary=added)


def _told(outcome: Outcome, baseline: str, root: Path, *, quoted: bool) -> Iterator[str]:
    """Yield what there is to say; `quoted` is whether git puts names of tracked files in quotes."""
    yield f"In {harmless(str(root))}:"
    yield f"  {SHIM}  {_SHIM[outcome.shim]}"
    yield f"  {baseline}  {_BASELINE[outcome.baseline]}"
    for kind, number in sorted(outcome.accepted.items()):
        yield f"    accepted: {number} x {kind}"
    for kind, number in sorted(outcome.unaccepted.items()):
        yield f"    not accepted: {number} x {kind}"
    if outcome.leaky:
        where = "among them" if outcome.unaccepted else "left out"
        yield f"    {where}: {_LEAKY.format(files=count(outcome.leaky, 'file'))}"
    if outcome.unaccepted:
        yield _UNACCEPTED
        if quoted:
            yield f"    {_UNQUOTE}"
        yield f"    detect-secrets scan --no-verify --baseline {shlex.quote(baseline)}"
    if outcome.unaccepted or not set(TYPES.values()).isdisjoint(outcome.accepted):
        yield f"  {_ACCEPTED}"
    for name in (SHIM, baseline):
        if is_ignored(root, name):
            yield f"  {name} is ignored by git: {_IGNORED.format(name=shlex.quote(name))}"
    if not is_ignored(root, _COMPILED):
        yield f"  {_UNIGNORED}"
    yield ""
    yield from _NEXT.format(
        shim=SHIM,
        baseline=shlex.quote(baseline),
        quoted=baseline if re.fullmatch(r"[\w./]+", baseline) else json.dumps(baseline),
        rev=version("detect-secrets"),
        requirement=_REQUIREMENT,
    ).splitlines()


_REQUIREMENT = f"okx-secret-scan @ git+{HOME}@v{__version__}"
_SHIM = {
    Change.WRITTEN: "written: loads the plugin",
    Change.KEPT: "kept: it is there already",
}
_BASELINE = {
    Change.WRITTEN: "written: accepts what detect-secrets finds in the tracked files today",
    Change.EXTENDED: "got the plugin; its results, labels and other settings are as before",
    Change.KEPT: "kept: it names the plugin already",
}
_LEAKY = "{files} with a value in the name, which detect-secrets would store as it is: rename what is real"
_COMPILED = f"__pycache__/{SHIM}c"
_UNIGNORED = "Python leaves a __pycache__ beside the shim: add it to .gitignore."
_IGNORED = "`git add --force {name}`, other clones need it"
_UNACCEPTED = "  Until these are accepted, CI fails, and so does the hook for whoever changes such a file:"
# Without a path detect-secrets asks git for names, and drops what a baseline has under those that git quotes.
_UNQUOTE = "git config core.quotePath false"
_ACCEPTED = (
    "Accepted is not harmless: judge each with `okx-secret-scan detect-secrets audit`, revoke what is real."
)
_NO_REASONS = "The verdict is kept, the reason is not: baselines of detect-secrets have no place for one."
# `detect-secrets audit` loads the built-in plugins before it reads the baseline, and no others after that.
_OTHERS = """\
Not judged: {count} of other plugins. `detect-secrets audit` stops at the first result of a plugin from a
file and loses all answers; this goes on. It shows values, "ERROR: Secret not found" for what is left of this
plugin's results (skip those with s), and it needs line numbers, which
`detect-secrets scan --no-verify --baseline {baseline}` puts in.

  python -c "import sys; from detect_secrets.audit import *; audit_baseline(sys.argv[1])" {baseline}
"""
# `git grep` names no symbolic links: detect-secrets keeps none in baselines, but its hook reads all it gets.
_NEXT = """\
Commit both files: the hook stops at a baseline with changes that are not staged. In .pre-commit-config.yaml:

  - repo: https://github.com/Yelp/detect-secrets
    rev: v{rev}
    hooks:
      - id: detect-secrets
        args: [--no-verify, --plugin, {shim}, --baseline, {quoted}]
        additional_dependencies: ["{requirement}"]

In CI, with both packages installed:

  git grep -lz --no-color '' | xargs -0 \\
    detect-secrets-hook --no-verify --plugin {shim} --baseline {baseline} --

With --plugin the hook fails where {shim} is not in the current folder; without, it would find
nothing at all and pass. So start it at the top of the repository. From a folder below:

  (cd "$(git rev-parse --show-toplevel)" && detect-secrets scan --no-verify --baseline {baseline})
"""
