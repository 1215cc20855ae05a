"""The message of the commit that is being made."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from okx_secret_scan.git.message import message_settings, recorded
from okx_secret_scan.model import Blob, Gap, Source, UserError


@dataclass(frozen=True, slots=True)
class MessageShare:
    """The file that git hands to its commit-msg hook."""

    file: Path

    def read(self) -> Iterator[Blob | Gap]:
        """Yield what git will record, in UTF-8; raises `UserError` if the file cannot be read."""
        try:
            message = self.file.read_bytes()
        except OSError as error:
            raise UserError(f"{self.file}: the commit message cannot be read: {error.strerror}") from None
        settings = message_settings()
        yield Blob(
            _utf8(recorded(message, settings, os.environ), settings.encoding), source=Source.COMMIT_MESSAGE
        )


def _utf8(message: bytes, encoding: str) -> bytes:
    try:
        return message.decode(encoding).encode("utf-8")
    except (LookupError, UnicodeError):
        return message  # the detector reads what it can
