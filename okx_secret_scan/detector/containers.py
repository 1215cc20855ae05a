"""Opens what holds other files: zip and its kin, tar, gzip, bzip2, xz, nested, in memory and within limits.

What cannot be opened becomes a gap, never an exception: the content comes from anybody.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import re
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from typing import Protocol, cast

from okx_secret_scan.detector import shapes
from okx_secret_scan.detector.gate import archive_format
from okx_secret_scan.model import Gap

_CHUNK = 1 << 20
# A bomb is told from honest text by its ratio only beyond this size: a log of equal lines is no bomb.
_HARMLESS = 16 << 20
_ENCRYPTED = 1
_DAMAGED = "damaged: not read, or not to its end"
_CENTRAL_ENTRY = b"PK\x01\x02"
_COMPRESSED_SUFFIX = re.compile(r"\.(?:gz|bz2|xz|z)$", re.IGNORECASE)
_SHORT_SUFFIX = re.compile(r"\.t(?:gz|bz2?|xz)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is unpacked of a blob: bytes of a file, bytes in all, files, levels, times the packed size."""

    member: int = 128 << 20
    total: int = 512 << 20
    members: int = 50_000
    depth: int = 5
    ratio: int = 1000


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a container. `name` is its path there, `!` between levels; empty for the container itself."""

    name: str
    data: bytes


class _Stream(Protocol):
    def read1(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class _Unread:
    """What is called `name` in the container was not read in full; `why` says so without values."""

    name: str
    why: str


class _UnreadError(Exception):
    """Why something is not read. `rest` is what could be read of it, None if it was left on purpose."""

    def __init__(self, why: str, rest: bytes | None = None) -> None:
        super().__init__(why)
        self.rest = rest


class _SpentError(Exception):
    """Nothing more may be unpacked of the blob."""


@dataclass
class _Budget:
    """What is left to spend on one blob."""

    limits: Limits
    size: int = field(init=False)
    members: int = field(init=False)

    def __post_init__(self) -> None:
        self.size, self.members = self.limits.total, self.limits.members

    def open_member(self) -> None:
        self.members -= 1
        if self.members < 0:
            raise _SpentError(f"holds more than {self.limits.members} files: the rest was not read")

    def drain(self, stream: _Stream, packed: int | None, limit: int) -> bytes:
        """Read `stream` to its end; `packed` is how many bytes it was compressed to, if it was.

        Raises `_UnreadError` and `_SpentError`.
        """
        chunks: list[bytes] = []
        size = 0
        while True:
            try:
                chunk = stream.read1(_CHUNK)
            except Exception:  # the readers raise whatever damage leads them to
                raise _UnreadError(_DAMAGED, b"".join(chunks)) from None
            if not chunk:
                return b"".join(chunks)
            chunks.append(chunk)
            size += len(chunk)
            self.size -= len(chunk)
            if packed is not None and size > max(_HARMLESS, packed * self.limits.ratio):
                raise _UnreadError(f"unpacks to more than {self.limits.ratio} times its size: not read")
            if size > limit:
                raise _UnreadError(_too_large(limit))
            if self.size < 0:
                total = _size(self.limits.total)
                raise _SpentError(f"unpacks to more than {total}: the rest was not read")


def members(data: bytes, path: str | None, limits: Limits | None = None) -> Iterator[Member | Gap]:
    """Yield every file in the container `data`, and gaps for whatever in it is not read.

    A member without name is `data` itself: it only begins like a container, or is too damaged to be one.
    Gaps have neither path nor id; their message names the first member that they are about.
    """
    budget = _Budget(limits or Limits())
    file = (path or "").rsplit("/", 1)[-1]
    unread: defaultdict[str, list[str]] = defaultdict(list)
    try:
        for item in _open(data, "", file, 1, budget):
            if isinstance(item, Member):
                yield item
            else:
                unread[item.why].append(item.name)
    except _SpentError as spent:
        unread[str(spent)].append("")
    for why, names in unread.items():
        yield Gap(_message(why, names))


def _message(why: str, names: list[str]) -> str:
    names = [name for name in names if name] or [""]
    # Whoever names a file after a value must not find it in the error messages.
    first = shapes.IN_NAME.sub("…", names[0])
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"{first}{more}: {why}" if first else why


def _open(data: bytes, name: str, file: str, depth: int, budget: _Budget) -> Iterator[Member | _Unread]:
    """Yield what is in `data`, which is called `file` and reached by `name`."""
    kind = archive_format(data)
    if kind is None:
        yield Member(name, data)
    elif depth > budget.limits.depth:
        yield _Unread(name, f"nested in more than {budget.limits.depth} containers: not read")
    elif kind in _ARCHIVES:
        yield from _ARCHIVES[kind](data, name, depth, budget)
    else:
        yield from _compressed(data, name, file, kind, depth, budget)


def _compressed(
    data: bytes, name: str, file: str, kind: str, depth: int, budget: _Budget
) -> Iterator[Member | _Unread]:
    """Open a compressed file. A tar in it is no level of its own: people think of `x.tar.gz` as one thing."""
    try:
        content = budget.drain(_DECOMPRESSORS[kind](BytesIO(data)), len(data), budget.limits.total)
    except _UnreadError as error:
        yield _Unread(name, str(error))
        if error.rest == b"":
            yield Member(name, data)
        content = error.rest or b""
    if archive_format(content) == "tar":
        yield from _tar(content, name, depth, budget)
    elif len(content) > budget.limits.member:
        yield _Unread(name, _too_large(budget.limits.member))
    elif content:
        budget.open_member()
        inner = _unpacked_name(file)
        yield from _open(content, _join(name, inner), inner, depth + 1, budget)


def _unpacked_name(file: str) -> str:
    """Return what a compressed file is called when it is unpacked."""
    return _COMPRESSED_SUFFIX.sub("", _SHORT_SUFFIX.sub(".tar", file)) or "content"


def _zip(data: bytes, name: str, depth: int, budget: _Budget) -> Iterator[Member | _Unread]:
    if data.count(_CENTRAL_ENTRY) > budget.limits.members:
        # The reader lists all entries at once, which takes memory for each.
        yield _Unread(name, f"holds more than {budget.limits.members} files: not read")
        return
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except Exception:  # whatever damage leads the reader to
        yield _Unread(name, _DAMAGED)
        yield Member(name, data)
        return
    with archive:
        for info in archive.infolist():
            if not info.is_dir():
                read = partial(_zip_member, archive, info, budget)
                yield from _member(read, _join(name, info.filename), depth, budget)


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: _Budget) -> bytes:
    if info.flag_bits & _ENCRYPTED:
        raise _UnreadError("encrypted: not read")
    try:
        stream = archive.open(info)
    except NotImplementedError:
        raise _UnreadError("packed by an unknown method: not read") from None
    except Exception:  # whatever damage leads the reader to
        raise _UnreadError(_DAMAGED) from None
    with stream:
        packed = None if info.compress_type == zipfile.ZIP_STORED else info.compress_size
        return budget.drain(cast(_Stream, stream), packed, budget.limits.member)


def _tar(data: bytes, name: str, depth: int, budget: _Budget) -> Iterator[Member | _Unread]:
    try:
        archive = tarfile.TarFile(fileobj=BytesIO(data))
    except Exception:  # whatever damage leads the reader to
        yield _Unread(name, _DAMAGED)
        yield Member(name, data)
        return
    with archive:
        before = -1
        while (info := _next(archive, data)) is not None:
            # An entry of negative size leads back, for ever.
            if isinstance(info, _UnreadError) or info.offset <= before:
                yield _Unread(name, _DAMAGED)
                return
            before = info.offset
            if info.isreg():
                read = partial(_tar_member, archive, info, budget)
                yield from _member(read, _join(name, info.name), depth, budget)


def _next(archive: tarfile.TarFile, data: bytes) -> tarfile.TarInfo | _UnreadError | None:
    """Return the next entry, an error where the rest is damaged, None at the end."""
    try:
        info = archive.next()
    except Exception:  # whatever damage leads the reader to
        return _UnreadError(_DAMAGED)
    # The reader takes whatever is no header for the end.
    tail = data[archive.offset : archive.offset + tarfile.BLOCKSIZE] if info is None else b""
    return _UnreadError(_DAMAGED) if tail.strip(b"\0") else info


def _tar_member(archive: tarfile.TarFile, info: tarfile.TarInfo, budget: _Budget) -> bytes:
    try:
        stream = archive.extractfile(info)
    except Exception:  # whatever damage leads the reader to
        stream = None
    if stream is None:
        raise _UnreadError(_DAMAGED)
    with stream:
        return budget.drain(cast(_Stream, stream), None, budget.limits.member)


def _member(read: Callable[[], bytes], name: str, depth: int, budget: _Budget) -> Iterator[Member | _Unread]:
    budget.open_member()
    try:
        content = read()
    except _UnreadError as error:
        yield _Unread(name, str(error))
        content = error.rest or b""
    if content:
        yield from _open(content, name, name.rsplit("/", 1)[-1], depth + 1, budget)


def _join(outer: str, inner: str) -> str:
    return f"{outer}!{inner}" if outer else inner


def _too_large(limit: int) -> str:
    return f"larger than {_size(limit)} unpacked: not read"


def _size(count: int) -> str:
    return f"{count >> 20} MiB" if count >= 1 << 20 else f"{count} bytes"


_DECOMPRESSORS: dict[str, Callable[[BytesIO], _Stream]] = {
    "gzip": lambda stream: gzip.GzipFile(fileobj=stream),
    "bzip2": bz2.BZ2File,
    "xz": lzma.LZMAFile,
}
_ARCHIVES = {"zip": _zip, "tar": _tar}
