"""Files that reports go to: either whole or not there."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from okx_secret_scan.model import UserError


def check_targets(files: Sequence[Path]) -> None:
    """Raise `UserError` if a report could not be written or would replace another; asked before a scan."""
    seen: set[str] = set()
    for file in files:
        try:
            _check(file, seen)
        except OSError as error:
            raise _refusal(file, error.strerror) from None


def write_file(path: Path, text: str) -> None:
    """Write a report to `path`, replacing what was there in one step; a link is replaced, never followed.

    Raises `UserError` if it cannot be written.
    """
    try:
        stream = _own_stream(path)
        if stream is not None:
            stream.flush()
            _write(stream.fileno(), "w", text)
        elif path.exists() and not path.is_file():
            _write(path, "w", text)  # devices and pipes are written to, not replaced
        else:
            _replace(path, text)
    except OSError as error:
        raise _refusal(path, error.strerror) from None


def _check(file: Path, seen: set[str]) -> None:
    if _own_stream(file) is not None or (file.exists() and not file.is_file() and not file.is_dir()):
        return  # streams, devices and pipes take anything
    folder = os.path.realpath(file.parent)
    place = os.path.join(folder, file.name)  # noqa: PTH118 - an empty name is the folder
    if place in seen:
        raise UserError(f"{file}: two reports would go to the same file: give each its own")
    seen.add(place)
    if file.is_dir():
        raise _refusal(file, "it is a folder")
    if not os.path.isdir(folder):  # noqa: PTH112
        raise _refusal(file, f"there is no folder {folder}")
    if not os.access(folder, os.W_OK):
        raise _refusal(file, f"no permission in {folder}")


def _refusal(file: Path, reason: str | None) -> UserError:
    return UserError(f"{file}: the report cannot be written: {reason}")


def _own_stream(file: Path) -> TextIO | None:
    """Return the stream of this process that `file` leads to, as /dev/stdout does.

    It may be a file that a shell has opened for others as well: replaced it would be lost to them.
    """
    with suppress(OSError):
        place = file.stat()
        for stream in (sys.stdout, sys.stderr):
            # On Windows devices have no number to tell them by.
            if stream is not None and place.st_ino and os.path.samestat(place, os.fstat(stream.fileno())):
                return stream
    return None


def _replace(path: Path, text: str) -> None:
    # Nobody can guess the name and wait there with a link to another file.
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        _write(temporary, "x", text)
        if path.exists():
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except BaseException:  # Ctrl-C as well
        with suppress(OSError):
            temporary.unlink()
        raise


def _write(place: Path | int, mode: str, text: str) -> None:
    """Write to a file or to a descriptor, which stays open."""
    stays = isinstance(place, int)
    with open(
        place, mode, encoding="utf-8", errors="backslashreplace", newline="\n", closefd=not stays
    ) as file:
        file.write(text)
