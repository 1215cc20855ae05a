"""How a finding, its place and a scan are put into words, the same in every report."""

from __future__ import annotations

from okx_secret_scan.model import Finding, Gap, ScanResult, Severity, Source
from okx_secret_scan.reports.escape import inert
from okx_secret_scan.reports.rules import RULES
from okx_secret_scan.reports.standing import standing

_SHORT = 10
# What is read where there are neither files nor commits.
_NO_CONTENT = {"scan": "standard input", "push": "nothing new but names and messages"}
_SOURCE_NAMES = {
    Source.COMMIT_MESSAGE: "message of commit",
    Source.TAG_MESSAGE: "message of tag",
    Source.NOTE: "note",
    Source.IDENTITY: "author or committer of",
    Source.HEADER: "header of",
    Source.REF_NAME: "name of ref",
}


def place(finding: Finding) -> str:
    """Return where the value stands without its line: the path, or what kind of text holds it. Inert."""
    where = f"{inert(finding.repository)}: " if finding.repository is not None else ""
    if finding.path is not None:
        named = "name of " if finding.source is Source.PATH_NAME else ""
        return where + named + inert(finding.path)
    if finding.source is Source.FILE:
        return f"{where}object {finding.blob[:_SHORT]}" if finding.blob else "standard input"
    return f"{where}{_SOURCE_NAMES[finding.source]} {inert(finding.blob or '')[:_SHORT]}".rstrip()


def file_path(found: Finding | Gap) -> str | None:
    """Return the path of a file as it is, not inert, below its repository's name where there are several."""
    path = found.file if isinstance(found, Finding) else found.path
    return f"{found.repository}/{path}" if path is not None and found.repository is not None else path


def anchor(finding: Finding) -> tuple[str, int, int]:
    """Return the file, first and last line that a finding is shown at where only files can be named. Inert.

    What stands in an archive is shown at the archive's first line.
    """
    path = file_path(finding)
    file = inert(path) if path is not None else place(finding)
    if finding.member is not None:
        return file, 1, 1
    return file, finding.location.line, finding.location.end_line


def position(finding: Finding) -> str:
    """Return `place:line:column`, for notebooks with the cell and the line in it. Inert."""
    where = finding.location
    cell = f" (cell {where.cell})" if where.cell is not None else ""
    return f"{place(finding)}:{where.line}:{where.column}{cell}"


def sentence(finding: Finding) -> str:
    """Say in one line what leaked and how much it matters. Inert, holds the masked value only."""
    words = f"{RULES[finding.rule].title} {finding.secret}"
    if finding.severity is Severity.CRITICAL:
        words += ", part of a complete credential"
    if finding.env_fallback is not None:
        variable = inert(finding.env_fallback.variable or "a configuration look-up")
        words += f", hard-coded as the default of {variable}"
    story = finding.attribution
    # A message is shown by its own id.
    if story is not None and story.commit is not None and story.commit.sha != finding.blob:
        words += f", brought by commit {story.commit.sha[:_SHORT]}"
    if story is not None and not story.at_head:
        words += f", {standing(story)}"
    return f"{words}."


def evidence(finding: Finding) -> str:
    """Return the reasons why it is a finding, the deciding one first. Inert."""
    return inert("; ".join(finding.evidence))


def gap_sentence(gap: Gap) -> str:
    """Say in one line what was not read and why. Inert."""
    what = gap.path if gap.path is not None else gap.oid
    return inert(": ".join(part for part in (gap.repository, what, gap.message) if part))


def verdict(result: ScanResult) -> str:
    """Sum the scan up in one line: what was found, what was suppressed, what was not read."""
    findings, credentials = len(result.findings), len({f.credential for f in result.findings})
    words = (
        f"{count(findings, 'finding')} in {count(credentials, 'credential')}" if findings else "no findings"
    )
    if result.suppressed:
        words += f", {len(result.suppressed)} suppressed"
    if result.gaps:
        words += f"; INCOMPLETE: {count(len(result.gaps), 'thing')} could not be read"
    return words


def scope(result: ScanResult) -> str:
    """Say in one line what was read."""
    summary = result.summary
    counts = ((summary.files, "file"), (summary.blobs, "blob"), (summary.commits, "commit"))
    parts = [count(number, noun) for number, noun in counts if number]
    read = count(summary.bytes, "byte")
    if summary.known:
        read = f"{count(summary.known, 'object')} in an earlier scan, {read} in this one"
    if not parts and summary.bytes and not result.gaps:
        parts = [_NO_CONTENT.get(result.command, "names and messages")]
    if not parts and result.command == "push" and not result.gaps:
        return "nothing to scan: the push brings no commit, tag or file that the other side lacks"
    return f"{', '.join(parts) or 'nothing'} read ({read}) in {summary.seconds:.1f} s"


def count(number: int, noun: str) -> str:
    """Return the number with its noun, in the plural where it must be."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
