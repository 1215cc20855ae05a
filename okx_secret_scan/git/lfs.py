"""Git LFS: pointers in blobs, and the store of what they point to."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

_POINTER = re.compile(
    rb"version https://(?:git-lfs\.github\.com|hawser\.github\.com)/spec/v1\r?\n"
    rb"(?:[^\n]*\n)*?oid sha256:(?P<oid>[0-9a-f]{64})\r?\n(?:[^\n]*\n)*?size (?P<size>\d+)\s*"
)
_MAX_POINTER = 1024
"""Bytes; longer text is no pointer (git-lfs docs/spec.md)."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a pointer names: the SHA-256 of the content in hex, and its size in bytes."""

    oid: str
    size: int


def parse_pointer(data: bytes) -> Pointer | None:
    """Return the pointer that a blob is, None if it is none."""
    if len(data) > _MAX_POINTER or not data.startswith(b"version https://"):
        return None
    match = _POINTER.fullmatch(data)
    return Pointer(match["oid"].decode("ascii"), int(match["size"])) if match else None


def load(pointer: Pointer, common_dir: Path) -> bytes | None:
    """Return the content from the local store, None if it is not there or is not what the pointer says."""
    file = common_dir / "lfs" / "objects" / pointer.oid[:2] / pointer.oid[2:4] / pointer.oid
    try:
        data = file.read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == pointer.oid else None
