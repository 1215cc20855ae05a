"""What is said on standard output and standard error."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

import click

from okx_secret_scan.detector.gate import could_name
from okx_secret_scan.model import UserError
from okx_secret_scan.reports.escape import inert

PROGRAM = "okx-secret-scan"


def write_stdout(text: str, *, color: bool = False, encoding: str | None = None) -> None:
    """Write a report to standard output; a reader that has left early (`| head`) is no error.

    `color` says that its colours are wanted, `encoding` that it has one whatever the terminal's is.
    Raises `UserError` if it cannot be written for another reason.
    """
    if sys.stdout is None:
        raise UserError("standard output is closed: write the report to a file with --output")
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal in another encoding than UTF-8 must not turn a report into a crash.
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
    try:
        click.echo(text, nl=False, color=color)
    except BrokenPipeError:
        mute_stdout()
    except OSError as error:
        mute_stdout()
        raise UserError(f"the report cannot be written to standard output: {error.strerror}") from None


def say(line: str) -> None:
    """Write one line to standard output, harmless whatever the names in it are.

    Raises `UserError` if it cannot be written.
    """
    write_stdout(f"{harmless(line)}\n")


def tell(message: str) -> None:
    """Write one line to standard error under the program's name; the report counts more than what is told."""
    try:
        # click copes with a terminal in another encoding, and with none at all.
        click.echo(f"{PROGRAM}: {harmless(' '.join(message.split()))}", err=True)
    except OSError:
        _mute(sys.stderr)


def harmless(text: str) -> str:
    """Return a name, or a line that quotes names, as a terminal may get it: inert, with masks for values."""
    return inert(without_values(text))


def without_values(text: str) -> str:
    """Return a name, or a line that quotes names, with masks for the values in it."""
    if not could_name(text):
        return text
    # Nearly nothing is called after a value, and the detector takes long to load.
    from okx_secret_scan import scan

    return scan.without_values(text)


def mute_stdout() -> None:
    """Point standard output at nothing, so that closing it after its reader left does not complain."""
    if sys.stdout is not None:
        _mute(sys.stdout)


def _mute(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
