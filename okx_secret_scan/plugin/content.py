"""Files with their findings, read and detected as a whole, once for all of their lines."""

from __future__ import annotations

import locale
import os
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from detect_secrets.core.log import log

from okx_secret_scan import detector
from okx_secret_scan.detector.decode import decode
from okx_secret_scan.model import Blob, Finding, Rule, Source, Vocabulary
from okx_secret_scan.policy import config, fingerprints, pragmas
from okx_secret_scan.policy.extras import combine

_LARGEST = 256 * 1024 * 1024
"""Bytes of a file that is not text: more of them are not read, as in `okx-secret-scan scan`."""

_SHORTEST_PIECE = 4
"""Characters of a piece of a passphrase: what is shorter says little, and stands in much that is harmless."""

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Content:
    """A file's findings, sorted by line, and its lines without line ends, split where Python splits text.

    `passphrases` are those that are reported, as values and as they are written, without backslashes.
    """

    findings: tuple[Finding, ...]
    lines: tuple[str, ...]
    passphrases: frozenset[str]

    def between(self, first: int, stop: int | None) -> tuple[Finding, ...]:
        """Return the findings in the lines from `first` to before `stop`, to the end if that is None."""
        begin = bisect_left(self.findings, first, key=_line)
        end = len(self.findings) if stop is None else bisect_left(self.findings, stop, key=_line)
        return self.findings[begin:end]


def content_of(filename: str) -> Content | None:
    """Return the content of a file, None if there is no such file."""
    state = _state(filename)
    return _read(filename, *state) if state else None


def lines_as_read(filename: str) -> tuple[str, ...]:
    """Return the lines of a file as detect-secrets reads them, in the encoding of the locale."""
    state = _state(filename)
    return _read_by_locale(filename, *state) if state else ()


def could_be_read(filename: str) -> bool:
    """Tell whether a file that detect-secrets cannot read is worth another look; logs what is too large."""
    try:
        size = Path(filename).stat().st_size
    except (OSError, ValueError):
        return False
    if size > _LARGEST:
        log.error(f"okx-secret-scan: {filename}: larger than {_LARGEST >> 20} MiB and no text, not read")
    return size <= _LARGEST


def bare(text: str) -> str:
    """Return `text` without backslashes: transformers and plugins put some in, or keep those of the file."""
    return text.replace("\\", "")


def found_in(data: bytes, path: str | None) -> tuple[Finding, ...]:
    """Return the findings in `data`, the content of a file at `path`, with those that a comment silences."""
    return tuple(pragmas.apply(_detected(data, path), decode(data)))


def relative(filename: str) -> str:
    """Return the path that the detector may draw conclusions from: relative to the repository, with `/`."""
    file = Path(filename)
    if file.is_absolute():
        top = next((folder for folder in _tops(file) if file.is_relative_to(folder)), None)
        file = file.relative_to(top) if top else Path(file.name)
    return file.as_posix()


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


def _tops(file: Path) -> Iterator[Path]:
    yield Path.cwd()
    yield from (folder for folder in file.parents if (folder / ".git").exists())


def _state(filename: str) -> tuple[int, ...] | None:
    """Return what tells an edited file from the one that was read before, None if there is no such file."""
    try:
        state = os.stat(filename)  # noqa: PTH116 - a Path takes five times as long, and every line asks
    except (OSError, ValueError):
        return None
    return state.st_dev, state.st_ino, state.st_mtime_ns, state.st_size


@lru_cache(maxsize=4)
def _read(filename: str, *state: int) -> Content | None:
    try:
        data = Path(filename).read_bytes()
    except OSError:
        return None
    text = decode(data)
    findings = tuple(sorted(found_in(data, relative(filename)), key=_line))
    return Content(findings, tuple(_LINE_END.split(text)), _passphrases(findings, text))


@lru_cache(maxsize=2)
def _read_by_locale(filename: str, *state: int) -> tuple[str, ...]:
    try:
        text = Path(filename).read_bytes().decode(locale.getpreferredencoding(do_setlocale=False))
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(_LINE_END.split(text))


def _detected(data: bytes, path: str | None) -> list[Finding]:
    added = own_vocabulary()
    if not detector.could_match(data, path, added.words):
        return []
    detection = detector.detect(Blob(data, path), added)
    for gap in detection.gaps:
        log.error(f"okx-secret-scan: {path}: {gap.message}")
    return fingerprints.assign(detection.findings)


def _passphrases(findings: tuple[Finding, ...], text: str) -> frozenset[str]:
    lines: list[str] = []
    known = set()
    for finding in findings:
        if finding.rule is Rule.PASSPHRASE and not finding.suppressed:
            lines = lines or text.split("\n")
            known |= {finding.secret.reveal(), *_written(finding, lines)}
    return frozenset(map(bare, known))


def _written(finding: Finding, lines: list[str]) -> Iterator[str]:
    """Yield how a value is written, line by line: encoded, escaped or put together from pieces."""
    place = finding.location
    if finding.source is not Source.FILE or finding.member or place.end_line > len(lines):
        return
    for number in range(place.line, place.end_line + 1):
        begin = place.column - 1 if number == place.line else 0
        end = place.end_column - 1 if number == place.end_line else None
        piece = lines[number - 1][begin:end].strip()
        if len(piece) >= _SHORTEST_PIECE:
            yield piece


def _line(finding: Finding) -> int:
    return finding.location.line
