"""`okx-secret-scan baseline`: accepts what is there today, and walks a person through it."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from okx_secret_scan import scan
from okx_secret_scan.cli import attributes
from okx_secret_scan.cli.options import Options, default_jobs
from okx_secret_scan.cli.output import tell, write_stdout
from okx_secret_scan.cli.progress import progress_for
from okx_secret_scan.cli.run import config_for, here
from okx_secret_scan.cli.status import Status
from okx_secret_scan.cli.targets import write_file
from okx_secret_scan.credentials import group
from okx_secret_scan.git import worktree
from okx_secret_scan.git.repository import discover
from okx_secret_scan.model import Finding, ScanResult, UserError
from okx_secret_scan.policy import baseline as files
from okx_secret_scan.policy.assemble import assemble, shown
from okx_secret_scan.policy.baseline import NAME, Baseline, Entry, Scope
from okx_secret_scan.policy.config import Config
from okx_secret_scan.reports.escape import inert
from okx_secret_scan.reports.rules import RULES
from okx_secret_scan.reports.wording import count, gap_sentence, position
from okx_secret_scan.sources.worktree import plan

_ADVICE = "Accepted is not harmless: judge each with `{audit}`, revoke what is real.\n"
_PAST = (
    "The git history may still hold what was dropped, and pushes of it block: `{keep}` accepts that again.\n"
)
_ELSEWHERE = "Scans heed it with --baseline, or if `baseline` in the configuration names it.\n"
_FILE = click.Path(path_type=Path)
_file_option = click.option(
    "--baseline", "file", type=_FILE, metavar="FILE", help=f"The baseline (default: {NAME} in the root)."
)
_config_option = click.option("--config", type=_FILE, metavar="FILE", help="Read this configuration file.")
_reason_option = click.option(
    "--reason",
    metavar="TEXT",
    callback=lambda context, option, text: (text or "").strip() or None,
    help="Why the findings are accepted.",
)


@dataclass(frozen=True, slots=True)
class Place:
    """What a baseline is about: the folder `root` with its configuration; `file` is the baseline itself."""

    root: Path
    settings: Config
    file: Path

    @property
    def name(self) -> str:
        """How messages call the baseline."""
        return shown(self.file, self.root)

    @property
    def is_expected(self) -> bool:
        """Whether scans find the baseline without being told where it is."""
        return self.file.resolve() == (self.settings.baseline or self.root / NAME).resolve()

    def command(self, words: str) -> str:
        """Return `okx-secret-scan baseline` with `words`, as it is typed here for this baseline."""
        file = "" if self.is_expected else f" --baseline {shlex.quote(self.file.as_posix())}"
        return f"okx-secret-scan baseline {words}{file}"


@click.group("baseline")
def baseline() -> None:
    """Accept today's findings, so that only new ones count, and review them."""


@baseline.command("create")
@_file_option
@_config_option
@click.option("--history", is_flag=True, help="Accept what only the git history holds, too.")
@_reason_option
@click.option(
    "--gitattributes/--no-gitattributes",
    default=True,
    show_default=True,
    help="Let git merge the baseline by keeping the lines of both sides.",
)
def create(
    file: Path | None, config: Path | None, history: bool, reason: str | None, gitattributes: bool
) -> int:  # fmt: skip
    """Accept every finding of today in a new baseline."""
    place = _place(file, config)
    if place.file.exists():
        update = place.command("update --history" if history else "update")
        raise UserError(f"{place.name} exists: bring it up to date with `{update}`")
    scope = Scope.HISTORY if history else Scope.WORKTREE
    # The new baseline takes the place of any other, so what another accepts has to be in it.
    result = look(place, scope, place.settings, with_baseline=False)
    new = _new(result)
    _require_reason(place, new, reason)
    reason = reason and scan.hider_of((*result.findings, *result.suppressed))(reason)
    after = files.merged([Entry.of(f, reason) for f in new.values()], scope)
    line = attributes.missing_line(place.root, place.file, place.name) if gitattributes else b""
    write_file(place.file, files.render(after))
    _report(new.values())
    if line:
        attributes.add(place.root, line)
        tell(
            f"added {place.name} to {attributes.NAME}, so that git keeps the entries of both sides of a merge"
        )
    write_stdout(f"{_counted(result)} accepted in {inert(place.name)}\n")
    if not place.is_expected:
        write_stdout(_ELSEWHERE)
    if after.entries:
        write_stdout(_ADVICE.format(audit=place.command("audit")))
    return _ending(result)


@baseline.command("update", short_help="Accept what is new, drop what is gone.")
@_file_option
@_config_option
@click.option("--history", is_flag=True, help="From now on accept what only the git history holds, too.")
@_reason_option
def update(file: Path | None, config: Path | None, history: bool, reason: str | None) -> int:
    """Accept what is new and drop what is not found any more; verdicts and reasons stay.

    Looks at what the baseline was created from: the files, or the git history as well. A reason goes to every
    entry that has none.
    """
    place = _place(file, config)
    before = load(place)
    scope = Scope.HISTORY if history else before.scope
    result = look(place, scope, replace(place.settings, baseline=place.file))
    found = _by_fingerprint((*result.findings, *result.suppressed))
    missing = {e for e in before.entries if e.fingerprint not in found}
    absent = _left_out(place, scope) if missing else []
    # An incomplete scan proves of nothing that it is gone.
    gone = set() if result.gaps or absent else missing
    new = _new(result)
    _require_reason(place, new, reason)
    reason = reason and scan.hider_of((*result.findings, *result.suppressed))(reason)
    kept = [_refreshed(entry, found) for entry in before.entries if entry not in gone]
    bare = {entry for entry in kept if reason and not entry.reason}
    kept = [replace(entry, reason=reason) if entry in bare else entry for entry in kept]
    after = files.merged([*kept, *(Entry.of(f, reason) for f in new.values())], scope)
    if after != before:
        _save(place, after)
    _report(new.values())
    for entry in sorted(gone, key=lambda entry: entry.fingerprint):
        write_stdout(f"dropped  {inert(entry.path or '')}  {RULES[entry.rule].title}  {entry.fingerprint}\n")
    if gone and scope is Scope.WORKTREE and attributes.is_work_tree(place.root):
        write_stdout(_PAST.format(keep=place.command("update --history")))
    if absent:
        kept_for = f"kept {count(len(missing), 'accepted finding')} that may stand there"
        tell(f"{count(len(absent), 'file')} not checked out (sparse checkout): {kept_for}")
    given = f", {count(len(bare) + len(new), 'reason')} given" if reason else ""
    write_stdout(f"{inert(place.name)}: {_counted(result)} added, {len(gone)} dropped{given}\n")
    return _ending(result)


@baseline.command("audit", short_help="Judge the accepted findings one by one.")
@_file_option
@_config_option
def audit(file: Path | None, config: Path | None) -> int:
    """Judge the accepted findings one by one in the terminal: real, false alarm, or later."""
    from okx_secret_scan.cli import audit as walk

    walk.require_terminal("a script can give reasons with `okx-secret-scan baseline update --reason TEXT`")
    place = _place(file, config)
    known = load(place)
    if all(entry.verdict for entry in known.entries):
        write_stdout(walk.summary(known))
        return Status.CLEAN
    result = look(place, known.scope, replace(place.settings, baseline=place.file))

    def save(judged: Sequence[Entry]) -> None:
        # A merge or another terminal may have changed the file since.
        _save(place, load(place).decide(judged))

    added = place.settings.vocabulary
    walk.run(known, result, place.root, save, update=place.command("update"), vocabulary=added)
    return _ending(result)


def load(place: Place) -> Baseline:
    """Read the baseline; raises `UserError` if there is none."""
    if not place.file.exists():
        raise UserError(f"{place.name} does not exist: make it with `okx-secret-scan baseline create`")
    return files.read(place.file, place.name)


def _left_out(place: Place, scope: Scope) -> list[str]:
    """Return the files that a scan of `scope` misses, because git has not checked them out."""
    if scope is Scope.HISTORY or not attributes.is_work_tree(place.root):
        return []
    return worktree.left_out(place.root)


def _save(place: Place, changed: Baseline) -> None:
    """Write a baseline that was read before; a symbolic link to it stays one."""
    write_file(place.file.resolve(), files.render(changed))


def look(place: Place, scope: Scope, settings: Config, *, with_baseline: bool = True) -> ScanResult:
    """Scan what a baseline of `scope` is about, with the decisions that `settings` lead to."""
    # Reasons may be asked of entries that are only about to get them.
    policy = assemble(replace(settings, strict=False), place.root, date.today(), with_baseline=with_baseline)
    jobs = settings.jobs or default_jobs()
    progress = progress_for(Options())
    shares = plan([str(place.root)]).shares
    added = settings.vocabulary
    files_now = scan.run("baseline", shares, policy=policy, jobs=jobs, progress=progress, vocabulary=added)
    if scope is Scope.WORKTREE:
        return files_now
    from okx_secret_scan.history.scope import Scope as Everything
    from okx_secret_scan.history.sweep import Means, sweep

    means = Means(policy, jobs, progress, vocabulary=added)
    return _together(sweep(discover(place.root), Everything(), means), files_now)


def _together(history: ScanResult, files_now: ScanResult) -> ScanResult:
    """Return what a history holds and, of the files as they are now, what it does not."""
    known = (*history.findings, *history.suppressed)
    places = {(f.fingerprint, f.path) for f in known}
    # Two scans number their credentials each on its own.
    added = [
        replace(f, credential=f"{f.credential} of the files")
        for f in (*files_now.findings, *files_now.suppressed)
        if (f.fingerprint, f.path) not in places
    ]
    found, _ = group((*known, *added))
    return replace(
        history,
        findings=tuple(f for f in found if f.suppressed is None),
        suppressed=tuple(f for f in found if f.suppressed is not None),
        gaps=(*history.gaps, *files_now.gaps),
    )


def _place(file: Path | None, config: Path | None) -> Place:
    root = here()
    settings = config_for(Options(config=config), root)
    return Place(root, settings, file or settings.baseline or root / NAME)


def _new(result: ScanResult) -> dict[str, Finding]:
    """Return what counts today, the first finding of each fingerprint."""
    return {finding.fingerprint: finding for finding in reversed(result.findings)}


def _require_reason(place: Place, new: dict[str, Finding], reason: str | None) -> None:
    """Raise `UserError` if `new` entries would lack the reasons that scans ask for here."""
    if new and place.settings.strict and not reason:
        raise UserError("strict = true asks why findings are accepted: say it with --reason TEXT")


def _by_fingerprint(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.fingerprint, []).append(finding)
    return found


def _refreshed(entry: Entry, found: dict[str, list[Finding]]) -> Entry:
    """Return the entry with a path at which its value still stands."""
    paths = [finding.path for finding in found.get(entry.fingerprint, ())]
    return entry if not paths or entry.path in paths else replace(entry, path=paths[0])


def _counted(result: ScanResult) -> str:
    """Say how many values count, which is what entries are about, and in how many places, as scans count."""
    values, places = len(_new(result)), len(result.findings)
    return count(values, "value") + (f" in {count(places, 'place')}" if places != values else "")


def _report(accepted: Iterable[Finding]) -> None:
    for f in sorted(accepted, key=lambda f: (f.path or "", f.location.line, f.location.column)):
        write_stdout(f"accepted  {position(f)}  {f.severity.label} {RULES[f.rule].title}  {f.secret}\n")


def _ending(result: ScanResult) -> Status:
    """Tell what was not read, and return the exit status."""
    for gap in result.gaps:
        tell(f"not read: {gap_sentence(gap)}")
    return Status.UNUSABLE if result.gaps else Status.CLEAN
