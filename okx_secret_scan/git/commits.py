"""Parses commits and tags, whatever is in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from okx_secret_scan.git.objects import GitObject, read_objects

_PERSON = re.compile(
    rb"(?P<name>.*?) ?<(?P<email>[^>]*)>(?: (?P<time>-?\d+))?(?: (?P<zone>[+-]\d{4}))?.*", re.DOTALL
)
_PEOPLE = (b"author", b"committer", b"tagger")
# Headers without text that a person wrote, or whose text is read elsewhere.
_OWN_HEADERS = {*_PEOPLE, b"tree", b"parent", b"object", b"type", b"encoding", b"gpgsig", b"gpgsig-sha256"}
_EPOCH = "1970-01-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Person:
    """Who, as `Name <email>` in `raw`, and when: `time` in seconds since 1970, `date` as RFC 3339."""

    raw: bytes
    name: str
    email: str
    time: int
    date: str


NOBODY = Person(b"", "", "", 0, _EPOCH)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A commit or tag.

    `parents` are a commit's, `target` is what a tag names, empty for a commit; `people` are author and
    committer, or tagger. `message` and `extra`,
    the text of headers that git itself does not need (an embedded tag, for one), are in UTF-8 where the
    object declares a known encoding, else as stored.
    """

    oid: str
    target: str
    parents: tuple[str, ...]
    people: tuple[Person, ...]
    message: bytes
    extra: bytes

    @property
    def subject(self) -> str:
        """The first line of the message."""
        return self.message.strip().split(b"\n", 1)[0].decode("utf-8", "replace").strip()


def parse(found: GitObject) -> Annotated:
    """Parse a commit or tag; nothing in it is an error, what is not there is empty."""
    head, _, message = found.data.partition(b"\n\n")
    headers = _headers(head)
    encoding = next((value for name, value in headers if name == b"encoding"), b"utf-8")
    return Annotated(
        oid=found.oid,
        target=next((_ascii(value) for name, value in headers if name == b"object"), ""),
        parents=tuple(_ascii(value) for name, value in headers if name == b"parent"),
        people=tuple(
            _person(_utf8(value, encoding))
            for name, value in headers
            if name in (b"author", b"committer", b"tagger")
        ),
        message=_utf8(message, encoding),
        extra=_utf8(b"\n".join(value for name, value in headers if name not in _OWN_HEADERS), encoding),
    )


def read_annotated(oids: Iterable[str], repository: Path) -> dict[str, Annotated]:
    """Return those of the commits and tags that can be read, by id."""
    found = read_objects(list(oids), repository)
    return {item.oid: parse(item) for item in found if isinstance(item, GitObject)}


def _headers(head: bytes) -> list[tuple[bytes, bytes]]:
    headers: list[tuple[bytes, bytes]] = []
    for line in head.split(b"\n"):
        name, _, value = line.partition(b" ")
        if not name and headers:
            headers[-1] = (headers[-1][0], headers[-1][1] + b"\n" + value)
        else:
            headers.append((name, value))
    return headers


def _ascii(value: bytes) -> str:
    return value.decode("ascii", "replace")


def _utf8(text: bytes, encoding: bytes) -> bytes:
    if encoding.lower() in (b"utf-8", b"utf8"):
        return text
    try:
        return text.decode(_ascii(encoding), "replace").encode("utf-8", "replace")
    except (LookupError, ValueError):  # an encoding that nobody knows
        return text


def _person(line: bytes) -> Person:
    match = _PERSON.fullmatch(line)
    if match is None:
        return Person(line, line.decode("utf-8", "replace"), "", 0, _EPOCH)
    raw = line[: match.end("email") + 1]
    time = int(match["time"] or 0)
    return Person(
        raw=raw,
        name=match["name"].decode("utf-8", "replace"),
        email=match["email"].decode("utf-8", "replace"),
        time=time,
        date=_rfc3339(time, (match["zone"] or b"+0000").decode("ascii")),
    )


def _rfc3339(time: int, zone: str) -> str:
    minutes = int(zone[1:3]) * 60 + int(zone[3:5])
    try:
        offset = timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))
        return (
            datetime(1970, 1, 1, tzinfo=offset) + offset.utcoffset(None) + timedelta(seconds=time)
        ).isoformat()
    except (ValueError, OverflowError):  # clocks and offsets that no calendar has
        return _EPOCH
