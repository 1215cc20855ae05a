"""Lets git merge a baseline by keeping the lines of both sides, in `.gitattributes`."""

from __future__ import annotations

import json
from pathlib import Path

from okx_secret_scan.model import UserError
from okx_secret_scan.policy.entries import find, lies_in

NAME = ".gitattributes"


def is_work_tree(root: Path) -> bool:
    """Tell whether `root` is the top of a git work tree."""
    return (root / ".git").exists()


def missing_line(root: Path, baseline: Path, name: str) -> bytes:
    """Return what `.gitattributes` in `root` lacks to merge the file `baseline`, called `name`, by union.

    Nothing if the baseline lies in no repository. Raises `UserError` if the file cannot be read.
    """
    if not is_work_tree(root) or not lies_in(root, baseline):
        return b""
    file = find(root, NAME)
    try:
        known = file.read_bytes() if file else b""
    except OSError as error:
        raise UserError(f"{NAME} cannot be read: {error.strerror}") from None
    pattern = (json.dumps(name, ensure_ascii=False) if any(c.isspace() for c in name) else name).encode()
    if any(line.startswith(pattern + b" ") for line in known.splitlines()):
        return b""
    return (b"" if not known or known.endswith(b"\n") else b"\n") + pattern + b" merge=union\n"


def add(root: Path, line: bytes) -> None:
    """Append `line` to `.gitattributes` in `root`; raises `UserError` if it cannot be written."""
    try:
        with (root / NAME).open("ab") as file:
            file.write(line)
    except OSError as error:
        raise UserError(f"{NAME} cannot be written: {error.strerror}") from None
