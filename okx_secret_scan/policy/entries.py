"""What the files of accepted findings share: reading them, and an entry's place, reason and end."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from okx_secret_scan.model import UserError
from okx_secret_scan.policy.fingerprints import LENGTH, is_fingerprint
from okx_secret_scan.policy.readers import without_values

# What stands between these marks may also underline a heading.
_CONFLICT = re.compile(r"(<{7}|>{7})(\s|$)")
_RAW_SECRET_KEY = re.compile(r"[0-9A-F]{32}")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A decision that the finding with this fingerprint shall not count.

    `origin` names the file and line that say so. From the day after `until` the finding counts again.
    Those of a baseline have its `verdict`, if there is one, say in words what they are `about`, and whether
    that is `historic`: what a history holds rather than a work tree. Others may be about either.
    """

    fingerprint: str
    origin: str
    reason: str | None = None
    until: date | None = None
    historic: bool | None = None
    verdict: str | None = None
    about: str | None = None

    @property
    def words(self) -> str:
        """What reports say silenced the finding."""
        said = ", ".join(without_values(part) for part in (self.verdict, self.reason) if part)
        return f"{self.origin}: {said}" if said else self.origin


def lies_in(root: Path, path: Path) -> bool:
    """Tell whether the file that `path` leads to lies in `root`."""
    return path.resolve().is_relative_to(root.resolve())


def find(root: Path, name: str) -> Path | None:
    """Return the file called `name` in `root`, None if there is none.

    Raises `UserError` if there is something else, which would decide nothing without a word, or if it leads
    out of `root`: scanned content decides with what it holds itself.
    """
    path = root / name
    if not os.path.lexists(path):
        return None
    if not path.exists():
        raise UserError(f"{name} is a link that leads nowhere: put a file there, or remove it")
    if not lies_in(root, path):
        raise UserError(f"{name} leads out of {root}: put the file itself there")
    if not path.is_file():
        raise UserError(f"{name} is no file: put one there, or remove it")
    return path


def read_lines(path: Path, name: str) -> list[str]:
    """Return the lines of a text file in UTF-8, without line ends.

    `name` is how messages call the file. Raises `UserError` if it cannot be read, is not UTF-8 or holds
    the marks of an unfinished merge.
    """
    return lines_of(read_bytes(path, name), name)


def read_bytes(path: Path, name: str) -> bytes:
    """Return the content of the file that messages call `name`; raises `UserError` if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"{name} cannot be read: {error.strerror or error}") from None


def lines_of(data: bytes, name: str) -> list[str]:
    """Return the lines of what the file called `name` holds; see `read_lines`."""
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        raise UserError(f"{name}:{number}: is not UTF-8 text: save it as UTF-8") from None
    for number, line in enumerate(lines, 1):
        if _CONFLICT.match(line):
            raise UserError(f"{name}:{number}: has a merge conflict: keep the lines of both sides")
    return [line.removesuffix("\r") for line in lines]


def check_fingerprint(text: str) -> str:
    """Return `text` if it is a fingerprint; raise `ValueError` in words that do not repeat it."""
    if is_fingerprint(text):
        return text
    if _RAW_SECRET_KEY.fullmatch(text):
        raise ValueError("looks like a secret key itself: remove it and list its fingerprint instead")
    raise ValueError(f"is no fingerprint ({LENGTH} lower-case hex digits, as every report prints them)")


def check_date(text: str) -> date:
    """Return the date that `YYYY-MM-DD` means; raise `ValueError` in words otherwise."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or text != found.isoformat():
        raise ValueError("has no valid date after until: write it as YYYY-MM-DD")
    return found
