"""Reads objects straight from packs: no git process, no pipe, and a base is built once for all its deltas.

https://git-scm.com/docs/gitformat-pack describes the formats. Whatever is not as it should be, or in no pack
at all, is left to git, which can tell missing, damaged and merely unusual things apart.
"""

from __future__ import annotations

import contextlib
import mmap
import struct
import sys
import types
import zlib
from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple, cast

from okx_secret_scan.git.stores import with_alternates

_TYPES = {1: "commit", 2: "tree", 3: "blob", 4: "tag"}
_OFFSET_DELTA = 6
_NAMED_DELTA = 7
_INDEX_HEADER = b"\xfftOc\0\0\0\2"
_PACK_HEADERS = (b"PACK\0\0\0\2", b"PACK\0\0\0\3")
_FANOUT = struct.Struct(">256I")
_NAMES = len(_INDEX_HEADER) + _FANOUT.size
_SHORT = struct.Struct(">I")
_LONG = struct.Struct(">Q")
_IS_LONG = 1 << 31
# git makes no longer chains of deltas; a damaged pack may have one that goes in circles.
_LONGEST_CHAIN = 4095
# In bytes. Larger objects gain nothing here, and what only claims to be large shall cost no memory.
_LARGEST = 1 << 24
# Bytes of objects that are kept because others may be deltas of them.
_KEPT = 1 << 25
# After so many bytes of content the system may take back the memory through which it was read.
_LET_GO = 1 << 26


class Engine(NamedTuple):
    """Compiled code that unpacks objects.

    `inflate(data, size)` returns about `size` bytes, `apply(base, delta)` pieces; `errors` are what both
    raise for damaged data. `distributions` says what is used.
    """

    inflate: Callable[[memoryview, int], bytes]
    apply: Callable[[bytes, bytes], Sequence[bytes]]
    errors: tuple[type[Exception], ...]
    distributions: tuple[str, ...]


@cache
def engine() -> Engine | None:
    """Return what is installed to unpack objects, None where git does it faster than what is there."""
    try:
        from dulwich.errors import ApplyDeltaError
        from dulwich.pack import apply_delta
    except ImportError:
        return None
    if not isinstance(apply_delta, types.BuiltinFunctionType):
        return None  # Not compiled for this platform: its plain Python takes several times longer.
    errors: tuple[type[Exception], ...] = (ApplyDeltaError, zlib.error, MemoryError)
    try:
        from isal import igzip_lib, isal_zlib
    except ImportError:
        return Engine(
            lambda data, size: zlib.decompress(data, bufsize=size), apply_delta, errors, ("dulwich",)
        )
    return Engine(
        lambda data, size: isal_zlib.decompress(data, bufsize=size),
        apply_delta,
        # Its stub declares an instance.
        (*errors, cast("type[Exception]", igzip_lib.IsalError)),
        ("dulwich", "isal"),
    )


def _inflate_plainly(data: memoryview, size: int) -> bytes:
    return zlib.decompress(data, bufsize=size)


class _MisfitError(Exception):
    """What only git can read, if anybody can."""


class Packs:
    """The packs of a repository and of its alternates, open until the context ends."""

    def __init__(self, objects: Path, oid_size: int, using: Engine) -> None:
        """Open the packs in the folder `objects`; ids have `oid_size` bytes. What is no pack is left out."""
        self._engine = using
        self._errors: tuple[type[Exception], ...] = (_MisfitError, LookupError, *using.errors)
        self._packs: list[_Pack] = []
        self._kept: OrderedDict[tuple[_Pack, int], tuple[int, bytes]] = OrderedDict()
        self._kept_bytes = 0
        for folder in with_alternates(objects):
            for index in sorted((folder / "pack").glob("*.idx")):
                with contextlib.suppress(OSError, ValueError, _MisfitError):
                    self._packs.append(_Pack(index, oid_size))

    def __enter__(self) -> Packs:
        return self

    def __exit__(self, *_: object) -> None:
        for pack in self._packs:
            pack.close()

    def read(self, oid: bytes) -> tuple[str, bytes] | None:
        """Return type and content of an object, None if git has to look for it."""
        for number, pack in enumerate(self._packs):
            offset = pack.find(oid)
            if offset is None:
                continue
            # The next object most likely lies in the same pack.
            self._packs.insert(0, self._packs.pop(number))
            try:
                kind, data = self._unpack(pack, offset)
                return _TYPES[kind], data
            except self._errors:
                return None
        return None

    def _unpack(self, pack: _Pack, offset: int) -> tuple[int, bytes]:
        deltas: list[tuple[int, bytes]] = []
        while (known := self._recall(pack, offset)) is None:
            kind, size, at = pack.header(offset)
            if size > _LARGEST or len(deltas) > _LONGEST_CHAIN:
                raise _MisfitError
            if kind not in (_OFFSET_DELTA, _NAMED_DELTA):
                known = kind, self._inflate(pack, at, size)
                self._keep(pack, offset, known)
                break
            base, at = pack.base(kind, offset, at)
            deltas.append((offset, self._inflate(pack, at, size)))
            offset = base
        kind, data = known
        for offset, delta in reversed(deltas):
            if _size_after(delta) > _LARGEST:
                raise _MisfitError
            data = b"".join(self._engine.apply(data, delta))
            self._keep(pack, offset, (kind, data))
        return kind, data

    def _inflate(self, pack: _Pack, at: int, size: int) -> bytes:
        data = self._engine.inflate(pack.data[at:], size)
        if len(data) != size:
            raise _MisfitError
        pack.count(size)
        return data

    def _recall(self, pack: _Pack, offset: int) -> tuple[int, bytes] | None:
        known = self._kept.get((pack, offset))
        if known is not None:
            self._kept.move_to_end((pack, offset))
        return known

    def _keep(self, pack: _Pack, offset: int, content: tuple[int, bytes]) -> None:
        self._kept[pack, offset] = content
        self._kept_bytes += len(content[1])
        while self._kept_bytes > _KEPT:
            _, (_, forgotten) = self._kept.popitem(last=False)
            self._kept_bytes -= len(forgotten)


class _Pack:
    """A pack and its index, mapped into memory."""

    def __init__(self, index: Path, oid_size: int) -> None:
        """Open it; raises `_MisfitError`, `OSError` or `ValueError` if it is none that can be read here."""
        self._oid_size = oid_size
        self._index = _mapped(index)
        self._mapped = _mapped(index.with_suffix(".pack"))
        self.data = memoryview(self._mapped)
        self._read = 0
        if self._index[: len(_INDEX_HEADER)] != _INDEX_HEADER or len(self._index) < _NAMES:
            raise _MisfitError
        count = _FANOUT.unpack_from(self._index, len(_INDEX_HEADER))[-1]
        # Behind the names stand four bytes of checksum for each object, then where it lies.
        self._offsets = _NAMES + count * (oid_size + 4)
        self._long_offsets = self._offsets + count * 4
        if self.data[:8] not in _PACK_HEADERS or _SHORT.unpack_from(self.data, 8)[0] != count:
            raise _MisfitError
        if len(self._index) < self._long_offsets + 2 * oid_size:
            raise _MisfitError
        state = index.stat()
        self._starts = _starts(index, state.st_size, state.st_mtime_ns, count, oid_size)

    def close(self) -> None:
        self.data.release()
        self._mapped.close()
        self._index.close()

    def count(self, size: int) -> None:
        """Take note that `size` bytes of content have been read."""
        self._read += size
        if self._read > _LET_GO:
            self._read = 0
            if hasattr(mmap, "MADV_DONTNEED"):
                self._mapped.madvise(mmap.MADV_DONTNEED)

    def find(self, oid: bytes) -> int | None:
        """Return where the object of this id lies, None if it is not here."""
        start: int = _SHORT.unpack_from(oid)[0]
        row, size = bisect_left(self._starts, start), self._oid_size
        while self._index[_NAMES + row * size : _NAMES + (row + 1) * size] != oid:
            row += 1
            if row >= len(self._starts) or self._starts[row] != start:
                return None
        offset: int = _SHORT.unpack_from(self._index, self._offsets + row * 4)[0]
        if offset & _IS_LONG:
            at = self._long_offsets + (offset ^ _IS_LONG) * 8
            if at + _LONG.size > len(self._index):
                return None  # Damage: git may find it otherwise.
            (offset,) = _LONG.unpack_from(self._index, at)
        return offset

    def header(self, offset: int) -> tuple[int, int, int]:
        """Return what number stands for the type of the entry at `offset`, its size, and where it goes on."""
        data = self.data
        byte = data[offset]
        kind, size, shift = byte >> 4 & 7, byte & 15, 4
        while byte & 0x80:
            offset += 1
            byte = data[offset]
            size |= (byte & 0x7F) << shift
            shift += 7
        return kind, size, offset + 1

    def base(self, kind: int, offset: int, at: int) -> tuple[int, int]:
        """Return where the base of the delta at `offset` lies, and where the delta begins."""
        if kind == _NAMED_DELTA:
            # git completes packs when it gets them, so bases lie in the same one.
            base = self.find(bytes(self.data[at : at + self._oid_size]))
            if base is None:
                raise _MisfitError
            return base, at + self._oid_size
        byte = self.data[at]
        distance = byte & 0x7F
        while byte & 0x80:
            at += 1
            byte = self.data[at]
            distance = (distance + 1) << 7 | byte & 0x7F
        if not 0 < distance < offset:
            raise _MisfitError
        return offset - distance, at + 1


@lru_cache(maxsize=8)
def _starts(index: Path, _size: int, _changed: int, count: int, oid_size: int) -> array[int]:
    """Return the first four bytes of each id in a pack's index as a number: those are found fastest.

    `count` ids of `oid_size` bytes; size and time say which state of the file it is.
    """
    with index.open("rb") as file:
        file.seek(_NAMES)
        names = file.read(count * oid_size)
    starts = bytearray(len(names) // oid_size * 4)
    for byte in range(4):
        starts[byte::4] = names[byte::oid_size]
    numbers = array("I", bytes(starts))
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _mapped(path: Path) -> mmap.mmap:
    if not path.is_file():  # Opening a named pipe would wait for its writer.
        raise _MisfitError
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _size_after(delta: bytes) -> int:
    """Return how large the object is that `delta` makes; its second number says so."""
    at = 0
    while delta[at] & 0x80:
        at += 1
    size = shift = 0
    while True:
        at += 1
        size |= (delta[at] & 0x7F) << shift
        shift += 7
        if not delta[at] & 0x80:
            return size
