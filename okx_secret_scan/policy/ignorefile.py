"""`.okx-secret-scan-ignore`: one fingerprint a line, with a reason and perhaps an end.

# rotated, kept for the integration tests
0123456789abcdef0123456789abcdef                   # sandbox account, rotated in March
fedcba9876543210fedcba9876543210 until 2027-01-31  # dies with the old gateway
"""

from __future__ import annotations

from pathlib import Path

from okx_secret_scan.model import UserError
from okx_secret_scan.policy.entries import Acceptance, check_date, check_fingerprint, read_lines

NAME = ".okx-secret-scan-ignore"


def read(path: Path, name: str = NAME) -> tuple[Acceptance, ...]:
    """Return the entries of the file in its order.

    `name` is how messages call the file. Raises `UserError` for the first line that is none of an entry,
    a comment or blank.
    """
    entries = []
    for number, line in enumerate(read_lines(path, name), 1):
        content, _, comment = line.partition("#")
        if not content.strip():
            continue
        try:
            entries.append(_entry(content.split(), comment.strip() or None, f"{name}:{number}"))
        except ValueError as error:
            raise UserError(f"{name}:{number}: {error}") from None
    return tuple(entries)


def _entry(words: list[str], reason: str | None, origin: str) -> Acceptance:
    fingerprint = check_fingerprint(words[0])
    match words[1:]:
        case []:
            return Acceptance(fingerprint, origin, reason)
        case ["until", day]:
            return Acceptance(fingerprint, origin, reason, check_date(day))
        case ["until"]:
            raise ValueError("has no valid date after until: write it as YYYY-MM-DD")
        case _:
            raise ValueError("has unknown words after the fingerprint: put the reason after a #")
