"""Parses commits and tags, whatever is in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from okx_secret_scan.git.command import run_unchecked
from okx_secret_scan.git.objects import GitObject, read_objects

_PERSON = re.compile(
    rb"(?P<name>.*?) ?<(?P<email>[^>]*)>(?: (?P<time>-?\d+))?(?: (?P<zone>[+-]\d{4}))?.*", re.DOTALL
)
_EPOCH = "1970-01-01T00:00:00+00:00"


class Node(NamedTuple):
    """A commit in the graph: its parents, and the seconds since 1970 by its committer's clock."""

    parents: tuple[str, ...]
    time: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """What people want to know of a commit or tag.

    `target` is what a tag names, empty for a commit. `name`, `email` and `date` (RFC 3339) are the author's
    or tagger's, `node` a commit's place in the graph. Text is read in the encoding that the object declares.
    """

    oid: str
    target: str
    name: str
    email: str
    date: str
    subject: str
    node: Node


def read_nodes(oids: Iterable[str], repository: Path) -> dict[str, Node]:
    """Return the graph of those commits that can be read; a shallow clone's boundary has no parents."""
    wanted = list(oids)
    arguments = ["rev-list", "--stdin", "--no-walk=unsorted", "--parents", "--timestamp"]
    stdin = "".join(f"{oid}\n" for oid in wanted).encode("ascii")
    status, output, _ = run_unchecked(arguments, repository, stdin=stdin)
    if status:  # One damaged commit stops git; read one by one, the others are told.
        return {oid: annotated.node for oid, annotated in read_annotated(wanted, repository).items()}
    # Each id is named by its children, too: one string for all of them.
    ids = dict(zip(wanted, wanted, strict=True))
    nodes = {}
    for line in output.splitlines():
        time, oid, *parents = line.decode("ascii").split(" ")
        nodes[ids.get(oid, oid)] = Node(tuple(ids.get(parent, parent) for parent in parents), int(time))
    return nodes


def read_annotated(oids: Iterable[str], repository: Path) -> dict[str, Annotated]:
    """Return those of the commits and tags that can be read, by id."""
    found = read_objects(list(oids), repository)
    return {item.oid: parse(item) for item in found if isinstance(item, GitObject)}


def parse(found: GitObject) -> Annotated:
    """Parse a commit or tag; nothing in it is an error, what is not there is empty."""
    head, _, message = found.data.partition(b"\n\n")
    headers = _headers(head)
    encoding = _first(headers, b"encoding") or b"utf-8"
    name, email, time, zone = _person(_first(headers, b"author") or _first(headers, b"tagger"))
    _, _, committed, _ = _person(_first(headers, b"committer"))
    return Annotated(
        oid=found.oid,
        target=_ascii(_first(headers, b"object")),
        name=_text(name, encoding),
        email=_text(email, encoding),
        date=_rfc3339(time, zone),
        subject=_text(message.strip().split(b"\n", 1)[0].strip(), encoding),
        node=Node(tuple(_ascii(value) for name, value in headers if name == b"parent"), committed),
    )


def _headers(head: bytes) -> list[tuple[bytes, bytes]]:
    headers: list[tuple[bytes, bytes]] = []
    for line in head.split(b"\n"):
        name, _, value = line.partition(b" ")
        if not name and headers:
            headers[-1] = (headers[-1][0], headers[-1][1] + b"\n" + value)
        else:
            headers.append((name, value))
    return headers


def _first(headers: Iterable[tuple[bytes, bytes]], wanted: bytes) -> bytes:
    return next((value for name, value in headers if name == wanted), b"")


def _ascii(value: bytes) -> str:
    return value.decode("ascii", "replace")


def _text(value: bytes, encoding: bytes) -> str:
    try:
        return value.decode(_ascii(encoding), "replace")
    except (LookupError, ValueError):  # an encoding that nobody knows
        return value.decode("utf-8", "replace")


def _person(line: bytes) -> tuple[bytes, bytes, int, str]:
    """Return name, address, seconds since 1970 and time zone (`+0200`) as far as they are there."""
    match = _PERSON.fullmatch(line)
    if match is None:
        return line, b"", 0, "+0000"
    return match["name"], match["email"], int(match["time"] or 0), _ascii(match["zone"] or b"+0000")


def _rfc3339(time: int, zone: str) -> str:
    minutes = int(zone[1:3]) * 60 + int(zone[3:5])
    try:
        offset = timedelta(minutes=-minutes if zone[0] == "-" else minutes)
        local = datetime(1970, 1, 1, tzinfo=timezone(offset)) + offset + timedelta(seconds=time)
        return local.isoformat()
    except (ValueError, OverflowError):  # clocks and offsets that no calendar has
        return _EPOCH
