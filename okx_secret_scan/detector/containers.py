"""Opens what holds other files: zip and its kin, tar, gzip, bzip2, xz, nested, all in memory and within limits.

What cannot be opened becomes a gap, never an exception: the content comes from anybody.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import re
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Protocol

from okx_secret_scan.detector import shapes
from okx_secret_scan.detector.gate import archive_format
from okx_secret_scan.model import Gap

_CHUNK = 1 << 20
# A bomb is told from honest text by its ratio only beyond this size: a log of equal lines is no bomb.
_HARMLESS = 16 << 20
_CENTRAL_ENTRY = b"PK\x01\x02"
_COMPRESSED_SUFFIX = re.compile(r"\.(?:gz|bz2|xz|z)$", re.IGNORECASE)
_SHORT_SUFFIX = re.compile(r"\.t(?:gz|bz2?|xz)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is unpacked of one blob: bytes of a file, bytes in all, files, levels, times its packed size."""

    member: int = 64 << 20
    total: int = 256 << 20
    members: int = 20_000
    depth: int = 5
    ratio: int = 500


@dataclass(frozen=True, slots=True)
class Member:
    """A file from a container. `name` is its path within, `!` between levels; empty for the container itself."""

    name: str
    data: bytes


class _Stream(Protocol):
    def read1(self, size: int, /) -> bytes: ...


class _UnreadError(Exception):
    """Why something is not read, in words without values; `data` is what could be read of it all the same."""

    def __init__(self, why: str, data: bytes = b"") -> None:
        super().__init__(why)
        self.data = data


class _SpentError(Exception):
    """Nothing more may be unpacked of the blob."""


@dataclass
class _Budget:
    """What is left to spend on one blob."""

    limits: Limits
    bytes: int = field(init=False)
    members: int = field(init=False)

    def __post_init__(self) -> None:
        self.bytes, self.members = self.limits.total, self.limits.members

    def open_member(self) -> None:
        self.members -= 1
        if self.members < 0:
            raise _SpentError(f"more than {self.limits.members} files: the rest was not read")

    def drain(self, stream: _Stream, packed: int | None, limit: int) -> bytes:
        """Read `stream` to its end; `packed` is how many bytes it takes in the container, if it is compressed.

        Raises `_UnreadError` and `_SpentError`.
        """
        chunks: list[bytes] = []
        size = 0
        while True:
            try:
                chunk = stream.read1(_CHUNK)
            except Exception:  # the readers raise whatever damage leads them to
                raise _UnreadError("damaged", b"".join(chunks)) from None
            if not chunk:
                return b"".join(chunks)
            chunks.append(chunk)
            size += len(chunk)
            self.bytes -= len(chunk)
            if packed is not None and size > max(_HARMLESS, packed * self.limits.ratio):
                raise _UnreadError(f"unpacks to more than {self.limits.ratio} times its size")
            if size > limit:
                raise _UnreadError(f"larger than {_mebibytes(limit)} unpacked")
            if self.bytes < 0:
                raise _SpentError(
                    f"larger than {_mebibytes(self.limits.total)} unpacked: the rest was not read"
                )


def members(data: bytes, path: str | None, limits: Limits | None = None) -> Iterator[Member | Gap]:
    """Yield every file in the container `data`, and a gap for whatever in it is not read.

    A member without name is `data` itself: it only begins like a container, or is too damaged to be one.
    Gaps have neither path nor id; their message names the member.
    """
    budget = _Budget(limits or Limits())
    file = (path or "").rsplit("/", 1)[-1]
    try:
        yield from _open(data, "", file, 1, budget)
    except _SpentError as spent:
        yield Gap(str(spent))


def _open(data: bytes, name: str, file: str, depth: int, budget: _Budget) -> Iterator[Member | Gap]:
    """Yield what is in `data`, which is called `file` and reached by `name`."""
    kind = archive_format(data)
    if kind is None:
        yield Member(name, data)
    elif depth > budget.limits.depth:
        yield _gap(name, f"nested in more than {budget.limits.depth} containers, not read")
    elif kind in _READERS:
        yield from _READERS[kind](data, name, depth, budget)
    else:
        yield from _compressed(data, name, file, kind, depth, budget)


def _compressed(
    data: bytes, name: str, file: str, kind: str, depth: int, budget: _Budget
) -> Iterator[Member | Gap]:
    """Open a compressed file. A tar in it is no level of its own: people think of `x.tar.gz` as one thing."""
    try:
        content = budget.drain(_DECOMPRESSORS[kind](BytesIO(data)), len(data), budget.limits.total)
    except _UnreadError as error:
        yield _gap(name, f"{error}, not read in full")
        content = error.data
        if not content and str(error) == "damaged":
            yield Member(name, data)
    if archive_format(content) == "tar":
        yield from _tar(content, name, depth, budget)
    elif len(content) > budget.limits.member:
        yield _gap(name, f"larger than {_mebibytes(budget.limits.member)} unpacked, not read")
    elif content:
        budget.open_member()
        inner = _unpacked_name(file)
        yield from _open(content, _join(name, inner), inner, depth + 1, budget)


def _unpacked_name(file: str) -> str:
    """Return what a compressed file is called when it is unpacked."""
    return _COMPRESSED_SUFFIX.sub("", _SHORT_SUFFIX.sub(".tar", file)) or "content"


def _zip(data: bytes, name: str, depth: int, budget: _Budget) -> Iterator[Member | Gap]:
    if data.count(_CENTRAL_ENTRY) > budget.limits.members:
        yield _gap(name, f"more than {budget.limits.members} files, not read")
        return
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except Exception:  # whatever damage leads the reader to
        yield _gap(name, "begins like a zip archive and cannot be read as one: looked at as it is")
        yield Member(name, data)
        return
    with archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            budget.open_member()
            where = _join(name, info.filename)
            try:
                content = _zip_member(archive, info, budget)
            except _UnreadError as error:
                yield _gap(where, f"{error}, not read in full")
                content = error.data
            if content:
                yield from _open(content, where, info.filename.rsplit("/", 1)[-1], depth + 1, budget)


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: _Budget) -> bytes:
    if info.flag_bits & 1:
        raise _UnreadError("encrypted")
    try:
        stream = archive.open(info)
    except NotImplementedError:
        raise _UnreadError("packed by a method that is not known here") from None
    except Exception:  # whatever damage leads the reader to
        raise _UnreadError("damaged") from None
    with stream:
        packed = None if info.compress_type == zipfile.ZIP_STORED else info.compress_size
        return budget.drain(stream, packed, budget.limits.member)


def _tar(data: bytes, name: str, depth: int, budget: _Budget) -> Iterator[Member | Gap]:
    try:
        archive = tarfile.open(fileobj=BytesIO(data), mode="r:")  # noqa: SIM115 - closed below
    except Exception:  # whatever damage leads the reader to
        yield _gap(name, "begins like a tar archive and cannot be read as one: looked at as it is")
        yield Member(name, data)
        return
    with archive:
        while (info := _next(archive, data)) is not None:
            if isinstance(info, Gap):
                yield _gap(name, info.message)
                return
            if not info.isreg():
                continue
            budget.open_member()
            where = _join(name, info.name)
            try:
                content = _tar_member(archive, info, budget)
            except _UnreadError as error:
                yield _gap(where, f"{error}, not read in full")
                content = error.data
            if content:
                yield from _open(content, where, info.name.rsplit("/", 1)[-1], depth + 1, budget)


def _next(archive: tarfile.TarFile, data: bytes) -> tarfile.TarInfo | Gap | None:
    """Return the next entry, a gap where the rest is damaged, None at the end."""
    before = archive.offset
    try:
        info = archive.next()
    except Exception:  # whatever damage leads the reader to
        return Gap("damaged, not read to the end")
    # Entries of negative size lead backwards, for ever; behind what is no header tarfile sees the end.
    backwards = info is not None and archive.offset <= max(before, info.offset)
    if backwards or (info is None and data[archive.offset : archive.offset + 512].strip(b"\0")):
        return Gap("damaged, not read to the end")
    return info


def _tar_member(archive: tarfile.TarFile, info: tarfile.TarInfo, budget: _Budget) -> bytes:
    try:
        stream = archive.extractfile(info)
    except Exception:  # whatever damage leads the reader to
        stream = None
    if stream is None:
        raise _UnreadError("damaged")
    with stream:
        return budget.drain(stream, None, budget.limits.member)  # type: ignore[arg-type]  # a BufferedReader


def _join(outer: str, inner: str) -> str:
    return f"{outer}!{inner}" if outer else inner


def _gap(name: str, why: str) -> Gap:
    # Whoever names a file after a value must not find it in the error messages.
    shown = shapes.KEY_OR_SECRET.sub("…", name)
    return Gap(f"{shown}: {why}" if shown else why)


def _mebibytes(size: int) -> str:
    return f"{size >> 20} MiB" if size >= 1 << 20 else f"{size} bytes"


_DECOMPRESSORS: dict[str, Callable[[BytesIO], _Stream]] = {
    "gzip": lambda stream: gzip.GzipFile(fileobj=stream),
    "bzip2": bz2.BZ2File,
    "xz": lzma.LZMAFile,
}
_READERS = {"zip": _zip, "tar": _tar}
