"""Where reports go: standard output, or files that are either whole or not there."""

from __future__ import annotations

import io
import os
import secrets
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from okx_secret_scan.detector.gate import could_name
from okx_secret_scan.model import UserError
from okx_secret_scan.reports.escape import inert

PROGRAM = "okx-secret-scan"


def write_stdout(text: str, *, color: bool = False) -> None:
    """Write a report to standard output; a reader that has left early (`| head`) is no error.

    `color` says that its colours are wanted. Raises `UserError` if it cannot be written for another reason.
    """
    if sys.stdout is None:
        raise UserError("standard output is closed: write the report to a file with --output")
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal in another encoding than UTF-8 must not turn a report into a crash.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        click.echo(text, nl=False, color=color)
    except BrokenPipeError:
        mute_stdout()
    except OSError as error:
        mute_stdout()
        raise UserError(f"the report cannot be written to standard output: {error.strerror}") from None


def tell(message: str) -> None:
    """Write one line to standard error under the program's name."""
    # click copes with a terminal in another encoding, and with none at all.
    click.echo(f"{PROGRAM}: {inert(' '.join(without_values(message).split()))}", err=True)


def without_values(text: str) -> str:
    """Return a name, or a line that quotes names, with masks for the values in it."""
    if not could_name(text):
        return text
    # Nearly nothing is called after a value, and the detector takes long to load.
    from okx_secret_scan import scan

    return scan.without_values(text)


def mute_stdout() -> None:
    """Point standard output at nothing, so that closing it after its reader left does not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def check_targets(files: Sequence[Path]) -> None:
    """Raise `UserError` if a report could not be written or would replace another; asked before a scan."""
    seen = set()
    for file in files:
        if file.exists() and not file.is_file() and not file.is_dir():
            continue  # devices and pipes take anything
        place = file.resolve()
        if place in seen:
            raise UserError(f"{file}: two reports would go to the same file: give each its own")
        seen.add(place)
        if file.is_dir():
            raise UserError(f"{file}: the report cannot be written: it is a folder")
        if not place.parent.is_dir():
            raise UserError(f"{file}: the report cannot be written: there is no folder {place.parent}")
        if not os.access(place.parent, os.W_OK):
            raise UserError(f"{file}: the report cannot be written: no permission in {place.parent}")


def write_file(path: Path, text: str) -> None:
    """Write a report to `path`, replacing what was there in one step.

    Raises `UserError` if it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            _write(path, "w", text)  # devices and pipes are written to, not replaced
        else:
            _replace(path, text)
    except OSError as error:
        raise UserError(f"{path}: the report cannot be written: {error.strerror}") from None


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


def _write(path: Path, mode: str, text: str) -> None:
    with path.open(mode, encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write(text)
