"""Reads and writes the files that detect-secrets and this package share."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from okx_secret_scan.model import UserError


def read_baseline(file: Path) -> dict[str, Any]:
    """Return the content of a detect-secrets baseline; raises `UserError` if `file` is none."""
    try:
        content = json.loads(read_text(file))
        if _is_baseline(content):
            return dict(content)
    except (ValueError, LookupError, TypeError, AttributeError):
        pass
    raise UserError(f"{file} is no baseline of detect-secrets")


def _is_baseline(content: Any) -> bool:
    results = [result for found in content["results"].values() for result in found]
    return (
        isinstance(content["version"], str)
        and all(isinstance(plugin["name"], str) for plugin in content["plugins_used"])
        and all(isinstance(result[key], str) for result in results for key in ("type", "hashed_secret"))
    )


def write_baseline(file: Path, content: dict[str, Any]) -> None:
    """Write `content` the way detect-secrets does; raises `UserError` if the file cannot be written."""
    write_text(file, json.dumps(content, indent=2) + "\n")


def read_text(file: Path) -> str:
    """Return the content of a file in UTF-8; raises `UserError` if it cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise UserError(f"{file} is not UTF-8 text: save it as UTF-8") from None
    except OSError as error:
        raise UserError(f"{file} cannot be read: {error.strerror}") from None


def write_text(file: Path, text: str) -> None:
    """Write a file in UTF-8 with Unix line ends; raises `UserError` if it cannot be written.

    The file gets all of `text` or, on a full disk for one, stays as it is.
    """
    if file.is_symlink() and not file.exists():
        raise UserError(f"{file} is a symbolic link that leads nowhere: remove it, then run this again")
    try:
        with contextlib.ExitStack() as undo:
            if not file.exists():
                file.open("x").close()  # with the permissions of any new file
                undo.callback(file.unlink)
            _replace(file.resolve(), text)  # a symbolic link stays one
            undo.pop_all()
    except OSError as error:
        raise UserError(f"{file} cannot be written: {error.strerror}") from None


def _replace(file: Path, text: str) -> None:
    file.open("r+b").close()  # a file that is read-only stays what it is
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".") as folder:
        draft = Path(folder, file.name)
        draft.write_text(text, encoding="utf-8", newline="\n")
        shutil.copymode(file, draft)
        os.replace(draft, file)  # noqa: PTH105 - replaces on Windows, too
