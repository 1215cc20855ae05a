"""What people write into commits and tags themselves: messages, names, addresses, other headers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okx_secret_scan.git.objects import GitObject
from okx_secret_scan.model import Blob, Source

_USUAL = b"UTF-8"
_MESSAGES = {"commit": Source.COMMIT_MESSAGE, "tag": Source.TAG_MESSAGE}
# What git computes; nobody writes anything there.
_COMPUTED = (b"tree", b"parent", b"object", b"type", b"encoding")
_KINDS = {
    b"author": Source.IDENTITY,
    b"committer": Source.IDENTITY,
    b"tagger": Source.IDENTITY,
    b"tag": Source.REF_NAME,
}
_SIGNATURES = (b"gpgsig", b"gpgsig-sha256")
_ARMOR = re.compile(rb"[A-Za-z0-9+/=]*|-----.*-----")


def texts(item: GitObject) -> Iterator[Blob]:
    """Yield the message of a commit or tag in UTF-8, then its headers by kind; nothing for other objects.

    A message that reads otherwise in the encoding that the object declares comes in both ways: whoever wrote
    it may have declared anything.
    """
    source = _MESSAGES.get(item.type)
    if source is None:
        return
    head, _, message = item.data.partition(b"\n\n")
    headers = _headers(head)
    encoding = next((value for name, value in headers if name == b"encoding"), _USUAL)
    written: dict[Source, list[bytes]] = {source: [message]}
    for name, value in headers:
        if name not in _COMPUTED:
            written.setdefault(_KINDS.get(name, Source.HEADER), []).append(_written(name, value))
    for kind, parts in written.items():
        text = b"\n".join(parts)
        for reading in dict.fromkeys((_utf8(text, encoding), text)):
            yield Blob(reading, oid=item.oid, source=kind)


def stands_as_written(item: GitObject) -> bool:
    """Return whether what `texts` yields of a commit or tag stands in it, line by line, as the same bytes."""
    return b"\nencoding " not in item.data and b"\0" not in item.data


def _written(name: bytes, value: bytes) -> bytes:
    """Return a header as its author wrote it: of a signature what is none."""
    if name in _SIGNATURES:
        value = b"\n".join(line for line in value.split(b"\n") if not _ARMOR.fullmatch(line))
    return name + b" " + value


def _headers(head: bytes) -> list[tuple[bytes, bytes]]:
    """Split headers; a line that begins with a space goes on with the one before."""
    headers: list[tuple[bytes, bytes]] = []
    for line in head.split(b"\n"):
        if line.startswith(b" ") and headers:
            name, value = headers[-1]
            headers[-1] = name, value + b"\n" + line[1:]
        else:
            name, _, value = line.partition(b" ")
            headers.append((name, value))
    return headers


def _utf8(text: bytes, encoding: bytes) -> bytes:
    if encoding == _USUAL and text.isascii():
        return text
    try:
        return text.decode(encoding.decode("ascii")).encode("utf-8")
    except (LookupError, UnicodeError):
        return text  # the detector reads what it can
