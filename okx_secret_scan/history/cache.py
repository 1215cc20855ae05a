"""Remembers between sweeps which objects hold nothing.

A cache is a folder of small files, each written whole under a name of its own and never changed: runs beside
each other, interruptions and full disks can lose entries but not spoil them. It holds object ids and hashes,
no content, no path and no value. Objects are named by their content, so repacking changes nothing and several
repositories may share a cache.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import struct
import time
from collections.abc import Iterable, Iterator
from enum import IntEnum
from pathlib import Path
from uuid import uuid4

import okx_secret_scan
from okx_secret_scan import __version__
from okx_secret_scan.model import NOTHING_ADDED, Vocabulary

_MAGIC = b"okx-secret-scan cache 1\n"
_SECTION = struct.Struct(">BBI")
_DIGEST_SIZE = 16
_SECONDS_BETWEEN_WRITES = 5.0
_MAX_FILES = 16
_SECONDS_TO_KEEP_OTHER_RULES = 14 * 86_400


class Kind(IntEnum):
    """What is known of an object: a cache holds one set of byte strings of each kind."""

    CLEAN = 1
    """Object ids: nothing in the object can be a value, whatever its path."""
    SUSPECT = 2
    """Object ids: the detector has to look, knowing the path."""
    JUDGED = 3
    """`place_key`s: the detector looked and found nothing at that path."""
    TREE = 4
    """Ids of trees whose names are known."""
    TELLING = 5
    """Ids of what one of these trees gives a name that speaks for OKX: blobs and commits of submodules."""
    LINK = 6
    """Ids of the commits of submodules that these trees name."""
    PLACED = 7
    """Ids of commits whose changes were looked at for suspects."""
    SETTLED = 8
    """`settled_key`s: of a repository in this state, all was judged and nothing was found."""


class Cache:
    """The sets of one rule set; what is added is written from time to time and by `flush`."""

    def __init__(self, folder: Path | None, rules: str | None = None, key: bytes = b"") -> None:
        """Load the cache in `folder`, which need not exist; None remembers nothing beyond this run.

        `rules` names the rules in force, see `rule_set`. What was not written with the same `key` (up to 64
        bytes) counts as damaged.
        """
        self._folder = folder
        self._key = key
        self._rules = rules or rule_set()
        self._known: dict[Kind, set[bytes]] = {kind: set() for kind in Kind}
        self._new: dict[Kind, set[bytes]] = {kind: set() for kind in Kind}
        self._written = time.monotonic()
        self._files: list[Path] = []
        self.notices: list[str] = []
        if folder is not None:
            self._load(folder)

    @property
    def lasts(self) -> bool:
        """Whether anything outlives this run."""
        return self._folder is not None

    def has(self, kind: Kind, item: bytes) -> bool:
        """Tell whether `item` is in a set."""
        return item in self._known[kind]

    def knows(self, oid: bytes) -> bool:
        """Tell whether an object need not be read to know whether it is suspect."""
        return oid in self._known[Kind.CLEAN] or oid in self._known[Kind.SUSPECT]

    def items(self, kind: Kind) -> Iterator[bytes]:
        """Yield the items of a set."""
        yield from self._known[kind]

    def add(self, kind: Kind, items: Iterable[bytes]) -> None:
        """Add `items` to a set, and to the folder within seconds."""
        new = set(items) - self._known[kind]
        self._known[kind] |= new
        self._new[kind] |= new
        if time.monotonic() - self._written > _SECONDS_BETWEEN_WRITES:
            self.flush()

    def flush(self) -> None:
        """Write what is not written yet; a folder that cannot be written is told once and then left alone."""
        if self._folder is None or not any(self._new.values()):
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if len(self._files) >= _MAX_FILES:
                replaced, self._files = self._files, []
                self._write(self._folder, self._known)
                for file in replaced:
                    file.unlink(missing_ok=True)
            else:
                self._write(self._folder, self._new)
        except OSError as error:
            self.notices.append(f"the cache cannot be written: {error.strerror}: {self._folder}")
            self._folder = None
        self._new = {kind: set() for kind in Kind}
        self._written = time.monotonic()

    def _write(self, folder: Path, sets: dict[Kind, set[bytes]]) -> None:
        content = b"".join([_MAGIC, *_sections(sets)])
        name = f"{self._rules}-{uuid4().hex}"
        temporary = folder / f"{name}.tmp"
        try:
            temporary.write_bytes(content + self._digest(content))
            os.replace(temporary, folder / name)  # noqa: PTH105 - replaces on Windows, too
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        self._files.append(folder / name)

    def _load(self, folder: Path) -> None:
        damaged = 0
        for file in sorted(folder.glob("*-*")) if folder.is_dir() else []:
            if not file.name.startswith(self._rules) or file.suffix:
                _remove_if_old(file)
                continue
            try:
                content = file.read_bytes()
            except OSError:
                continue  # a run beside this one has just replaced it
            if self._take(content):
                self._files.append(file)
            else:
                damaged += 1
                with contextlib.suppress(OSError):
                    file.unlink()
        if damaged:
            self.notices.append("part of the cache was damaged and is made anew")

    def _take(self, content: bytes) -> bool:
        body, digest = content[:-_DIGEST_SIZE], content[-_DIGEST_SIZE:]
        if not body.startswith(_MAGIC) or self._digest(body) != digest:
            return False
        at = len(_MAGIC)
        while at < len(body):
            kind, size, count = _SECTION.unpack_from(body, at)
            at += _SECTION.size
            end = at + size * count
            self._known[Kind(kind)].update(body[i : i + size] for i in range(at, end, size))
            at = end
        return True

    def _digest(self, content: bytes) -> bytes:
        return hashlib.blake2b(content, digest_size=_DIGEST_SIZE, key=self._key).digest()


def rule_set(vocabulary: Vocabulary = NOTHING_ADDED) -> str:
    """Return a name for the rules in force: it changes with the program, which may then judge differently.

    `vocabulary` is what the detector knows beyond its own.
    """
    digest = hashlib.blake2b(__version__.encode(), digest_size=8)
    package = Path(str(okx_secret_scan.__file__)).parent
    for file in sorted(package.rglob("*.py")):
        digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    digest.update(repr(vocabulary).encode())
    return digest.hexdigest()


def place_key(oid: bytes, source: str, path: str | None) -> bytes:
    """Return what stands for an object at a path, without telling the path."""
    name = b"" if path is None else b"\0" + os.fsencode(path)
    return hashlib.blake2b(oid + source.encode() + name, digest_size=20).digest()


def settled_key(whose: Iterable[bytes], *parts: Iterable[bytes]) -> bytes:
    """Return what stands for a state: whose it is, and its parts, each in any order."""
    digest = hashlib.blake2b(b"\0".join(whose), digest_size=20)
    for part in parts:
        digest.update(b"\0")
        for item in sorted(part):
            digest.update(item)
    return digest.digest()


def _sections(sets: dict[Kind, set[bytes]]) -> Iterator[bytes]:
    for kind, items in sets.items():
        by_size: dict[int, list[bytes]] = {}
        for item in items:
            by_size.setdefault(len(item), []).append(item)
        for size, alike in by_size.items():
            yield _SECTION.pack(kind, size, len(alike))
            yield from sorted(alike)


def _remove_if_old(file: Path) -> None:
    with contextlib.suppress(OSError):
        if time.time() - file.stat().st_mtime > _SECONDS_TO_KEEP_OTHER_RULES:
            file.unlink()
