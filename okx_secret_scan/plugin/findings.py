"""What the detector finds in the text that detect-secrets is looking at.

detect-secrets hands over one line at a time, and for YAML and INI files not even a line of the file but one
made up from a key and its value. Findings depend on more than a line, so each line asks for what stands in it
in the file as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from detect_secrets.util.code_snippet import CodeSnippet

from okx_secret_scan.model import Finding
from okx_secret_scan.plugin.content import Content, bare, content_of, found_in, lines_as_read, relative

ADHOC = "adhoc-string-scan"
"""What detect-secrets calls the text of `scan --string`."""

_LINES_OF_CONTEXT = 5


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


def standing_in(place: Place) -> tuple[Finding, ...]:
    """Return the findings that only this line can report, those that a comment silences included.

    A made-up text may end before its file does: what stands below its end belongs to its last line.
    """
    synthetic = place.synthetic
    content = _file(place, synthetic)
    if content is None:
        return _in_passing(place)
    at_end = synthetic and place.last == place.number
    return content.between(place.number, None if at_end else place.number + 1)


def stands_in(filename: str, line: str, context: CodeSnippet | None) -> bool:
    """Tell whether a finding stands in `line`, or can be reported by it alone."""
    if context is not None:
        number = context.start_line + context.target_index + 1
        return bool(standing_in(Place(filename, line, number, context)))
    # A scan for allowlisted lines does not tell where a line stands.
    content = content_of(filename)
    if content is None:
        return False
    numbers = {finding.location.line for finding in content.findings}
    return any(
        _ascii(content.lines[number - 1]) == _ascii(line)
        for number in numbers
        if number <= len(content.lines)
    )


def reported_by(place: Place) -> tuple[Finding, ...]:
    """Return the findings that this line reports, those that a comment silences included.

    Lines of a made-up text do not always have the number of the line they were made from, and a filter may
    drop one on account of another line's text. There each line reports for its neighbours, too;
    detect-secrets sees that the repeats are one.
    """
    content = content_of(place.filename) if place.number and place.synthetic else None
    if content is None:
        return standing_in(place)
    around = place.around
    return content.between(around.start, around.stop if place.last is None else None)


def line_of(place: Place, finding: Finding) -> str:
    """Return the text of the line that `finding`, reported by `place`, stands in."""
    content = _file(place, place.synthetic)
    number = finding.location.line
    if content is None or number > len(content.lines):
        return place.line
    return content.lines[number - 1]


def gives_passphrase_away(filename: str, line: str, secret: str) -> bool:
    """Tell whether `secret`, found in `line`, has to do with a passphrase that is reported of the file."""
    content = content_of(filename)
    if content is None or not content.passphrases:
        return False
    secret = bare(secret)
    return secret in content.passphrases or any(
        known in secret or secret in known for known in _in_line(content.passphrases, line)
    )


@lru_cache(maxsize=1)
def _in_line(passphrases: frozenset[str], line: str) -> tuple[str, ...]:
    # Many plugins have results in the same line.
    line = bare(line)
    return tuple(known for known in passphrases if known in line)


def _file(place: Place, synthetic: bool) -> Content | None:
    """Return the content of the file that `place` is in, None if it is in none or in another state of it."""
    content = content_of(place.filename) if place.number else None
    if content is None or synthetic or _same_line(content, place):
        return content
    return None


def _same_line(content: Content, place: Place) -> bool:
    # This package decodes by content, detect-secrets by the locale, and that may swallow ASCII letters.
    if place.number > len(content.lines):
        return False
    ours, theirs = content.lines[place.number - 1], place.line
    if ours == theirs or _ascii(ours) == _ascii(theirs):
        return True
    read = lines_as_read(place.filename)
    return place.number <= len(read) and read[place.number - 1].rstrip() == theirs.rstrip()


def _ascii(line: str) -> bytes:
    return line.rstrip().encode("ascii", "ignore").rstrip()


def _in_passing(place: Place) -> tuple[Finding, ...]:
    """Return the findings of a line that is in no file, looking at its neighbours if they are at hand."""
    lines = [line.rstrip("\r\n") for line in place.neighbours] or [place.line]
    index = place.context.target_index if place.context and place.neighbours else 0
    path = None if place.filename == ADHOC else relative(place.filename)
    found = _found_once("\n".join(lines).encode("utf-8", "surrogateescape"), path)
    return tuple(_moved(finding, place.number) for finding in found if finding.location.line == index + 1)


# Every rule's plugin asks about the same lines in turn.
_found_once = lru_cache(maxsize=16)(found_in)


def _moved(finding: Finding, line: int) -> Finding:
    length = finding.location.end_line - finding.location.line
    return replace(finding, location=replace(finding.location, line=line, end_line=line + length))
