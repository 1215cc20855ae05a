"""Settles the usual commit, in which nothing looks like a credential, without the rest of the program.

Most of what a hook costs is starting up. So this module imports next to nothing, lets the detector's gate
look at the bytes that are to be committed, the detector at what the gate lets through, and leaves everything
but a plain "nothing there" to the command line: options, hits, conflicts, missing objects, and whatever else
it does not know.
"""

from __future__ import annotations

import os
import sys
import time

from okx_secret_scan.detector.gate import could_match, could_name
from okx_secret_scan.git.environment import IN_HOOK, LIST_STAGED, OPTIONS, environment

TYPE_CHECKING = False  # type checkers know the name; importing it from typing takes longer than all the rest
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import IO

    from okx_secret_scan.model import Blob, Gap

# As many requests as the smallest pipe takes (4 KiB), so that git and this process never wait for each other.
_REQUEST_BYTES = 4096
_LARGE = 1 << 25
# Bytes that the detector is shown here; more is worth a worker process each.
_MOST_TO_READ = 1 << 18
# Where a repository can add to what the detector knows, and how it says so.
_CONFIGURATION = ".okx-secret-scan.toml", "pyproject.toml"
_ADDITIONS = b"names", b"clients", b"placeholders"
_ESCAPES = b"\\u", b"\\U", b"\\x"  # in TOML, keys may be written with them
# Files that decide something: what is wrong with them is told when they are committed.
_OWN, _SHARED = ".okx-secret-scan", ("pyproject.toml", "setup.cfg")
# What stands for content that Git LFS keeps elsewhere.
_LFS = b"version https://"
_SUBMODULE = b"160000"
_ABSENT = b"000000"


class _DoubtError(Exception):
    """Only the full program can tell."""


def settle(arguments: Sequence[str]) -> bool:
    """Carry out the command line `arguments` if it scans content in which nothing can be found.

    False says that this is not the place to carry it out; nothing has been written then.
    """
    command, *names = arguments or ("",)
    # A hook that finds nothing has nothing to say. Somebody at a terminal gets a report, in colour.
    from_hook = IN_HOOK in os.environ
    if any(name.startswith("-") for name in names) or (sys.stdout and sys.stdout.isatty() and not from_hook):
        return False
    begin = time.perf_counter()
    try:
        # From another folder than the top one, the configuration would have to be looked for, and names count
        # from there, but the gate wants them from the top.
        if command not in ("message", "staged") or not os.path.exists(".git") or _may_add():  # noqa: PTH110
            return False
        if command == "message":
            return from_hook and len(names) == 1 and _is_clean_message(names[0])
        files = size = suspect = 0
        for data, path in _staged(names, told=not from_hook):
            if data.startswith(_LFS) or _decides(data, path):
                return False
            if could_match(data, path):
                suspect += len(data)
                if suspect > _MOST_TO_READ or _holds_something(data, path):
                    return False
            files, size = files + 1, size + len(data)
        if not from_hook:
            if not files:
                return False  # where nothing is staged, it takes more to tell whether anything could be
            seconds = time.perf_counter() - begin
            counts = f"{files:,} file{'s' * (files > 1)}, {files:,} blob{'s' * (files > 1)}"
            print(f"no findings; {counts} read ({size:,} bytes) in {seconds:.1f} s", flush=True)
    except (_DoubtError, OSError, ValueError):
        return False
    return True


def _may_add() -> bool:
    """Tell whether a configuration may add to what the detector knows, and the gate has to let through."""
    if "OKX_SECRET_SCAN_CONFIG" in os.environ:
        return True
    for name in _CONFIGURATION:
        if not os.path.isfile(name):  # noqa: PTH113 - a device or a pipe could be read without end
            if os.path.lexists(name):
                return True
            continue
        with open(name, "rb") as stream:  # noqa: PTH123
            content = stream.read()
        if any(escape in content for escape in _ESCAPES):
            return True
        if b"okx-secret-scan" in name.encode() + content and any(word in content for word in _ADDITIONS):
            return True
    return False


def _decides(data: bytes, path: str) -> bool:
    """Tell whether this file may hold decisions of the repository, which have to be read to be checked."""
    return path.startswith(_OWN) or (path in _SHARED and b"okx-secret-scan" in data)


def _holds_something(data: bytes, path: str) -> bool:
    """Tell whether the detector has anything to say of a file."""
    from okx_secret_scan.model import Blob

    return _detects(lambda: [Blob(data, path)])


def _is_clean_message(file: str) -> bool:
    with open(file, "rb") as stream:  # noqa: PTH123 - pathlib takes longer to load than all the rest
        message = stream.read()
    # In another encoding than UTF-8 the words to look for have other bytes; this raises ValueError then.
    message.decode("utf-8")
    if not could_match(message):
        return True
    from pathlib import Path

    from okx_secret_scan.sources.message import MessageShare

    return len(message) <= _MOST_TO_READ and not _detects(MessageShare(Path(file)).read)


def _detects(read: Callable[[], Iterable[Blob | Gap]]) -> bool:
    """Tell whether anything that `read` returns is more than a text in which the detector finds nothing."""
    from okx_secret_scan.detector import detect
    from okx_secret_scan.model import Gap

    try:
        for item in read():
            if isinstance(item, Gap):
                return True
            detection = detect(item)
            if detection.findings or detection.gaps:
                return True
    except Exception:
        raise _DoubtError from None  # the program meets it again, and knows how to tell it
    return False


def _staged(names: Sequence[str], *, told: bool) -> Iterator[tuple[bytes, str]]:
    """Yield what is staged, or staged at `names`; `told` leaves to the program what people are told of."""
    # Both processes start at once: the second is up when the first has answered.
    listing = None if names else _Git(*LIST_STAGED)
    reader = _Git("cat-file", "--batch")
    try:
        yield from reader.read(_changes(listing.answer(), told=told) if listing else map(_name, names))
    finally:
        reader.end()


def _name(name: str) -> tuple[bytes, str]:
    """Return what git calls the staged content of the file `name` of the current folder."""
    request = os.fsencode(name)
    # git takes a line for a request, and an absolute path for another thing.
    if b"\n" in request or os.path.isabs(name):  # noqa: PTH117
        raise _DoubtError
    return b":0:./" + request.replace(os.fsencode(os.sep), b"/"), name


def _changes(output: bytes, *, told: bool) -> Iterator[tuple[bytes, str]]:
    """Parse `diff-index --raw -z`: `:MODE MODE OID OID STATUS`, then the path."""
    fields = output.split(b"\0")
    for status, path in zip(fields[0::2], fields[1::2], strict=False):
        _, mode, _, oid, letter = status.split(b" ")
        if letter == b"U" or (mode == _SUBMODULE and (told or could_name(os.fsdecode(path)))):
            raise _DoubtError
        if mode not in (_ABSENT, _SUBMODULE):
            yield oid, os.fsdecode(path)


class _Git:
    """A git process, without the module subprocess where the system allows it."""

    def __init__(self, *arguments: str) -> None:
        command = ["git", *OPTIONS, *arguments]
        self.stdin: IO[bytes]
        self.stdout: IO[bytes]
        self._wait: Callable[[], int]
        if hasattr(os, "posix_spawnp"):
            self._spawn(command)
        else:
            self._popen(command)

    def _spawn(self, command: list[str]) -> None:
        their_in, our_in = os.pipe()
        our_out, their_out = os.pipe()
        actions = [
            (os.POSIX_SPAWN_DUP2, their_in, 0),
            (os.POSIX_SPAWN_DUP2, their_out, 1),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ]
        try:
            pid = os.posix_spawnp("git", command, environment(keep_location=True), file_actions=actions)
        finally:
            os.close(their_in)
            os.close(their_out)
        self.stdin = os.fdopen(our_in, "wb")
        self.stdout = os.fdopen(our_out, "rb")
        self._wait = lambda: os.waitpid(pid, 0)[1]

    def _popen(self, command: list[str]) -> None:
        from subprocess import DEVNULL, PIPE, Popen

        process = Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment(keep_location=True))
        assert process.stdin
        assert process.stdout
        self.stdin, self.stdout, self._wait = process.stdin, process.stdout, process.wait

    def answer(self) -> bytes:
        """Return all that git prints."""
        output = self.stdout.read()
        if self.end():
            raise _DoubtError
        return output

    def read(self, requests: Iterable[tuple[bytes, str]]) -> Iterator[tuple[bytes, str]]:
        """Yield the content of each object asked for, with the path that came along."""
        asked: list[str] = []
        size = 0
        for request, path in requests:
            if asked and size + len(request) >= _REQUEST_BYTES:
                yield from self._contents(asked)
                asked, size = [], 0
            self.stdin.write(request + b"\n")
            asked.append(path)
            size += len(request) + 1
        yield from self._contents(asked)

    def _contents(self, paths: list[str]) -> Iterator[tuple[bytes, str]]:
        self.stdin.flush()
        for path in paths:
            header = self.stdout.readline().split(b" ")
            if len(header) != 3 or header[1] != b"blob" or int(header[2]) > _LARGE:
                raise _DoubtError
            yield self.stdout.read(int(header[2])), path
            self.stdout.read(1)

    def end(self) -> int:
        """Let git come to its end and return its exit status."""
        self.stdin.close()
        self.stdout.close()
        return self._wait()
