"""The values that travel through the pipeline: small, frozen, and unable to print a secret by accident."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cached_property

_VISIBLE = 4
_HIDDEN_LENGTH = 8
# A session token has a thousand characters; an API key hides 32.
_MOST_HIDDEN = 32


class Rule(StrEnum):
    """What kind of value a finding holds; the value is the rule's public id."""

    API_KEY = "okx-api-key"
    SECRET_KEY = "okx-secret-key"
    PASSPHRASE = "okx-passphrase"
    SESSION_TOKEN = "okx-session-token"


class Severity(IntEnum):
    """How much a thief can do with what leaked; compares by harm."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    @property
    def label(self) -> str:
        """The lower-case name that reports and options use."""
        return self.name.lower()


def severity_of(rules: Iterable[Rule]) -> Severity:
    """Return what a thief can do with the values of `rules`, all of one account."""
    leaked = set(rules)
    if leaked >= {Rule.API_KEY, Rule.SECRET_KEY, Rule.PASSPHRASE}:
        return Severity.CRITICAL
    if leaked & {Rule.SECRET_KEY, Rule.SESSION_TOKEN}:
        return Severity.HIGH
    return Severity.MEDIUM if Rule.PASSPHRASE in leaked else Severity.LOW


class Source(StrEnum):
    """What kind of text a blob is; only a file and the name of one have a path."""

    FILE = "file"
    PATH_NAME = "path-name"
    COMMIT_MESSAGE = "commit-message"
    TAG_MESSAGE = "tag-message"
    NOTE = "note"
    IDENTITY = "identity"
    HEADER = "header"
    REF_NAME = "ref-name"


class Secret:
    """A leaked value. Printing, formatting or logging it shows a mask; `reveal` alone gives the raw text.

    The mask keeps the first four characters of a key or secret key and nothing of a passphrase, not even
    its length.
    """

    __slots__ = ("_raw", "_rule")

    def __init__(self, raw: str, rule: Rule) -> None:
        self._raw = raw
        self._rule = rule

    def reveal(self) -> str:
        """Return the raw value. Never pass the result to anything that prints, logs or stores it."""
        return self._raw

    @property
    def masked(self) -> str:
        """The value as reports may show it."""
        if self._rule is Rule.PASSPHRASE:
            return "*" * _HIDDEN_LENGTH
        shown = self._raw[:_VISIBLE]
        return shown + "*" * min(max(len(self._raw) - _VISIBLE, _HIDDEN_LENGTH), _MOST_HIDDEN)

    def __str__(self) -> str:
        return self.masked

    def __repr__(self) -> str:
        return f"Secret({self.masked!r})"

    def __format__(self, spec: str) -> str:
        return format(self.masked, spec)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and (self._raw, self._rule) == (other._raw, other._rule)

    def __hash__(self) -> int:
        return hash((self._raw, self._rule))

    def __reduce__(self) -> tuple[type[Secret], tuple[str, Rule]]:
        # Worker processes hand findings back through an in-memory pipe; nothing else pickles a secret.
        return Secret, (self._raw, self._rule)


@dataclass(frozen=True, slots=True)
class Blob:
    """One piece of content to look at.

    `path` is relative to the repository or scanned folder, with `/`; None for what is not a file. Where the
    source is `PATH_NAME`, `data` is that path. `oid` is git's object id in hex, None outside git.
    """

    data: bytes
    path: str | None = None
    oid: str | None = None
    source: Source = Source.FILE


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that should have been read and was not. `message` says why, in one line without values.

    `repository` names the repository where a scan reads several.
    """

    message: str
    path: str | None = None
    oid: str | None = None
    repository: str | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """Where a value stands: 1-based lines and columns in Unicode code points, `end_column` exclusive.

    `cell` names a notebook cell and the line within it (`3:2`), None elsewhere.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class EnvFallback:
    """The value is the default of an environment or configuration look-up; `variable` is None if unnamed."""

    variable: str | None


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit as attribution needs it; `date` is RFC 3339 (author date, with its offset)."""

    sha: str
    author: str
    email: str
    date: str
    subject: str


class Keeper(StrEnum):
    """What keeps a value in a repository: the first of these that does."""

    REF = "ref"
    STASH = "stash"
    REFLOG = "reflog"
    INDEX = "index"
    ALTERNATE = "alternate"
    """Nothing here, but the object is in a repository whose objects this one borrows."""
    NOTHING = "nothing"
    """Nothing refers to it any more, and git has not removed it yet."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The story of a value in a repository.

    `commit` brought it to its path, `last_commit` removed it (None while it is in HEAD or on a branch tip).
    `refs` are full names that still contain it, `reachable` says whether any ref does, `paths` are all names
    the content has had, `exposure_days` counts from the first commit to its removal (or the newest commit).
    """

    commit: Commit | None
    last_commit: Commit | None
    at_head: bool
    refs: tuple[str, ...]
    reachable: bool
    paths: tuple[str, ...] = ()
    exposure_days: int | None = None
    kept_by: Keeper = Keeper.REF


@dataclass(frozen=True, slots=True)
class Finding:
    """A leaked value at a place.

    `credential` ties the parts of one account together: an id unique within the blob when it leaves the
    detector, `c1`, `c2`, … in a `ScanResult`. `evidence` lists reasons in words, the deciding one first, and
    never holds a value. `suppressed` says in words what silenced the finding, None when it counts.

    In an archive `path` is that of the archive, `!` and `member`, and the location is one in the member. A
    value in the name of a file or folder has the source `PATH_NAME`; `path` ends with that name, and the
    location is one in it. `repository` names the repository where a scan reads several.
    """

    rule: Rule
    secret: Secret
    location: Location
    severity: Severity
    credential: str
    evidence: tuple[str, ...]
    env_fallback: EnvFallback | None = None
    encoding: str | None = None
    source: Source = Source.FILE
    path: str | None = None
    blob: str | None = None
    fingerprint: str = ""
    suppressed: str | None = None
    attribution: Attribution | None = None
    occurrences: int = 1
    member: str | None = None
    repository: str | None = None

    @property
    def file(self) -> str | None:
        """The path of the file itself: of the archive if the finding stands in a member of one."""
        if self.path is None or self.member is None:
            return self.path
        return self.path.removesuffix(f"!{self.member}") or None


@dataclass(frozen=True)
class Vocabulary:
    """What a team's own code calls OKX values, beside what the detector knows.

    A value of a rule is given under each of `names`, in any letter case; `clients` are calls and what they
    take as positional arguments (None: anything); `placeholders` are no values, in any letter case.
    """

    names: tuple[tuple[str, Rule], ...] = ()
    clients: tuple[tuple[str, tuple[Rule | None, ...]], ...] = ()
    placeholders: tuple[str, ...] = ()

    @cached_property
    def words(self) -> tuple[bytes, ...]:
        """What content must hold, its ASCII letters in lower case, for a name or client to stand in it."""
        written = [name for name, _ in self.names] + [call for call, _ in self.clients]
        # Only ASCII letters of content are made lower-case, for speed.
        cases = {case for text in written for case in (text, text.lower(), text.upper(), text.title())}
        encodings = ("utf-8", "utf-16-le", "utf-16-be")
        return tuple(sorted({case.encode(encoding).lower() for case in cases for encoding in encodings}))


NOTHING_ADDED = Vocabulary()


@dataclass(frozen=True, slots=True)
class Detection:
    """What the detector says of one blob: findings in reading order, and gaps (limits reached, …)."""

    findings: tuple[Finding, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Credential:
    """The parts of one account, wherever they stand. `severity` is that of the whole."""

    id: str
    severity: Severity
    rules: tuple[Rule, ...]
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What was read: counts, bytes of content, wall seconds, and how many findings were suppressed.

    `known` objects are counted but were not read again, because an earlier scan had.
    """

    files: int = 0
    blobs: int = 0
    commits: int = 0
    bytes: int = 0
    seconds: float = 0.0
    suppressed: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True)
class ScanResult:
    """The verdict of one run, as reports render it. `suppressed` findings do not count towards it.

    `excused` gaps do not count either: they are at excluded paths. `unused` tells of decisions that silence
    nothing, one line each, if that was asked for; `quoting` are excluded paths with comments that do.
    """

    command: str
    findings: tuple[Finding, ...] = ()
    credentials: tuple[Credential, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    gaps: tuple[Gap, ...] = ()
    excused: tuple[Gap, ...] = ()
    notices: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    quoting: tuple[str, ...] = ()
    summary: Summary = Summary()


class UserError(Exception):
    """Something the user must mend. The message is one line that says what is wrong and how to mend it."""
