"""What people write into commits and tags themselves: messages, names, addresses, additional headers."""

from __future__ import annotations

from collections.abc import Iterator

from okx_secret_scan.git.objects import GitObject
from okx_secret_scan.model import Blob, Source

_MESSAGES = {"commit": Source.COMMIT_MESSAGE, "tag": Source.TAG_MESSAGE}
# What git computes or a key signs; nobody writes anything there.
_COMPUTED = (b"tree", b"parent", b"object", b"type", b"encoding", b"gpgsig", b"gpgsig-sha256")


def texts(item: GitObject) -> Iterator[Blob]:
    """Yield the message of a commit or tag in UTF-8, then its other headers; nothing for other objects."""
    source = _MESSAGES.get(item.type)
    if source is None:
        return
    head, _, message = item.data.partition(b"\n\n")
    headers = _headers(head)
    encoding = next((value for name, value in headers if name == b"encoding"), b"UTF-8")
    yield Blob(_utf8(message, encoding), oid=item.oid, source=source)
    written = b"\n".join(name + b" " + value for name, value in headers if name not in _COMPUTED)
    yield Blob(_utf8(written, encoding), oid=item.oid, source=Source.IDENTITY)


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
    try:
        return text.decode(encoding.decode("ascii")).encode("utf-8")
    except (LookupError, UnicodeError):
        return text  # the detector reads what it can
