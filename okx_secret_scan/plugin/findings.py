"""What the detector finds in the text that detect-secrets is looking at.

detect-secrets hands over one line at a time, and for YAML and INI files not even a line of the file but one
made up from a key and its value. Findings depend on more than a line, so the file itself is read and detected
as a whole, once, and each line then asks for what stands in it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from detect_secrets.core.log import log
from detect_secrets.util.code_snippet import CodeSnippet

from okx_secret_scan import detector
from okx_secret_scan.detector.decode import decode
from okx_secret_scan.model import Blob, Finding, Rule, Source, Vocabulary
from okx_secret_scan.policy import config, fingerprints, pragmas
from okx_secret_scan.policy.extras import combine

ADHOC = "adhoc-string-scan"
"""What detect-secrets calls the text of `scan --string`."""

_LINES_OF_CONTEXT = 5
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A line as detect-secrets hands it over; `number` is 1-based, 0 in a string scan."""

    filename: str
    line: str
    number: int
    context: CodeSnippet | None

    @property
    def neighbours(self) -> list[str]:
        """The lines of the context, this one among them; empty if the context is that of other lines.

        In the scan of a diff it is: detect-secrets counts lines of the file there, but takes them from the
        added ones.
        """
        if self.context is None or self.context.target_index >= len(self.context.lines):
            return []
        same = self.context.target_line.rstrip() == self.line.rstrip()
        return self.context.lines if same else []

    @property
    def synthetic(self) -> bool:
        """Whether one of detect-secrets' transformers made up the line.

        Lines of a file or a diff keep their line ends in the context; made-up ones have none, and neither
        have those of `scan --only-allowlisted` and of an audit.
        """
        lines = self.neighbours
        return bool(lines) and not any(line.endswith("\n") for line in lines)

    @property
    def around(self) -> range:
        """The numbers of the neighbours."""
        assert self.context is not None
        first = self.context.start_line + 1
        return range(first, first + len(self.context.lines))

    @property
    def last(self) -> int | None:
        """The number of the last line that detect-secrets looks at, None if that is too far away to tell."""
        return None if self.around.stop > self.number + _LINES_OF_CONTEXT else self.around.stop - 1


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with its findings; `lines` are without line ends, split where Python splits text files."""

    findings: tuple[Finding, ...]
    lines: tuple[str, ...]


def standing_in(place: Place) -> tuple[Finding, ...]:
    """Return the findings that only this line can report, those that a comment silences included.

    A made-up text may end before its file does: what stands below its end belongs to its last line.
    """
    synthetic = place.synthetic
    text = _file(place, synthetic)
    if text is None:
        return _in_passing(place)
    at_end = synthetic and place.last == place.number
    return tuple(
        finding
        for finding in text.findings
        if finding.location.line == place.number or (at_end and finding.location.line > place.number)
    )


def stands_in(filename: str, line: str, context: CodeSnippet | None) -> bool:
    """Tell whether a finding stands in `line`, or can be reported by it alone."""
    if context is not None:
        number = context.start_line + context.target_index + 1
        return bool(standing_in(Place(filename, line, number, context)))
    # A scan for allowlisted lines does not tell where a line stands.
    text = _content(filename)
    if text is None:
        return False
    numbers = {finding.location.line for finding in text.findings}
    return any(_ascii(text.lines[number - 1]) == _ascii(line) for number in numbers)


def reported_by(place: Place) -> tuple[Finding, ...]:
    """Return the findings that this line reports, those that a comment silences included.

    Lines of a made-up text do not always have the number of the line they were made from, and a filter may
    drop one on account of another line's text. There each line reports for its neighbours, too;
    detect-secrets sees that the repeats are one.
    """
    text = _content(place.filename) if place.number and place.synthetic else None
    if text is None:
        return standing_in(place)
    around, last = place.around, place.last
    return tuple(
        finding
        for finding in text.findings
        if finding.location.line in around or (last is not None and finding.location.line > last)
    )


def line_of(place: Place, finding: Finding) -> str:
    """Return the text of the line that `finding`, reported by `place`, stands in."""
    text = _file(place, place.synthetic)
    number = finding.location.line
    if text is None or number > len(text.lines):
        return place.line
    return text.lines[number - 1]


def passphrases(filename: str) -> Iterator[str]:
    """Yield the raw passphrases that are reported of a file; nothing if there is no such file."""
    text = _content(filename)
    for finding in text.findings if text else ():
        if finding.rule is Rule.PASSPHRASE and not finding.suppressed:
            yield finding.secret.reveal()


def _file(place: Place, synthetic: bool) -> _Text | None:
    """Return the content of the file that `place` is in, None if it is in none or in another state of it."""
    text = _content(place.filename) if place.number else None
    if text is None or synthetic or _same_line(text.lines, place):
        return text
    return None


def _content(filename: str) -> _Text | None:
    try:
        state = os.stat(filename)  # noqa: PTH116 - a Path takes five times as long, and every line asks
    except (OSError, ValueError):
        return None
    return _read(filename, state.st_dev, state.st_ino, state.st_mtime_ns, state.st_size)


def _same_line(lines: tuple[str, ...], place: Place) -> bool:
    # Only ASCII is compared: detect-secrets decodes by the locale, this package by content.
    if place.number > len(lines):
        return False
    ours, theirs = lines[place.number - 1], place.line
    return ours == theirs or _ascii(ours) == _ascii(theirs)


def _ascii(line: str) -> bytes:
    return line.rstrip().encode("ascii", "ignore").rstrip()


@lru_cache(maxsize=4)
def _read(filename: str, *state: int) -> _Text | None:
    # `state` is what tells an edited file from the one that was read before.
    try:
        data = Path(filename).read_bytes()
    except OSError:
        return None
    return _Text(_found(data, _relative(filename)), tuple(_LINE_END.split(decode(data))))


def _in_passing(place: Place) -> tuple[Finding, ...]:
    """Return the findings of a line that is in no file, looking at its neighbours if they are at hand."""
    lines = [line.rstrip("\r\n") for line in place.neighbours] or [place.line]
    index = place.context.target_index if place.context and place.neighbours else 0
    path = None if place.filename == ADHOC else _relative(place.filename)
    found = _found("\n".join(lines).encode("utf-8", "surrogateescape"), path)
    return tuple(_moved(finding, place.number) for finding in found if finding.location.line == index + 1)


def _moved(finding: Finding, line: int) -> Finding:
    length = finding.location.end_line - finding.location.line
    return replace(finding, location=replace(finding.location, line=line, end_line=line + length))


@lru_cache(maxsize=16)
def _found(data: bytes, path: str | None) -> tuple[Finding, ...]:
    added = own_vocabulary()
    if not detector.could_match(data, path, added.words):
        return ()
    detection = detector.detect(Blob(data, path), added)
    for gap in detection.gaps:
        log.error(f"okx-secret-scan: {path}: {gap.message}")
    # detect-secrets has lines alone to show, and no path that leads to a value in a name.
    findings = fingerprints.assign([f for f in detection.findings if f.source is Source.FILE])
    return tuple(pragmas.apply(findings, decode(data)))


@lru_cache(maxsize=1)
def own_vocabulary() -> Vocabulary:
    """Return what the repository that detect-secrets was started in adds to the detector's knowledge.

    Raises `UserError` if its configuration is unusable.
    """
    here = Path.cwd()
    root = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    settings = config.load(root, environment=os.environ, command_line={})
    # detect-secrets has no place for what does not count: placeholders are not found at all here.
    return combine(settings.additions)


def _relative(filename: str) -> str:
    """Return the path that the detector may draw conclusions from: relative to the repository, with `/`."""
    file = Path(filename)
    if file.is_absolute():
        top = next((folder for folder in _tops(file) if file.is_relative_to(folder)), None)
        file = file.relative_to(top) if top else Path(file.name)
    return file.as_posix()


def _tops(file: Path) -> Iterator[Path]:
    yield Path.cwd()
    yield from (folder for folder in file.parents if (folder / ".git").exists())
