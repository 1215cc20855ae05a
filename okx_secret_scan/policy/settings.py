"""What can be configured: one row a key, with how its value is read from TOML and from plain text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from okx_secret_scan.model import Rule, Severity
from okx_secret_scan.policy import extras_settings
from okx_secret_scan.policy.entries import check_date, lies_in
from okx_secret_scan.policy.excludes import Exclude, check_glob
from okx_secret_scan.policy.readers import InvalidError, choice, each, kind, listed, table, text, within


@dataclass(frozen=True, slots=True)
class Reading:
    """Where a value comes from: `origin` as messages call it, and the folder that relative paths start at.

    `confined` values, those of scanned content, may not name a file outside that folder.
    """

    origin: str
    folder: Path
    confined: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """One configuration key.

    `read` makes the value from a TOML value and raises `InvalidError`. `from_text` makes the TOML value from
    what `setup.cfg` or the environment hold; None if the key has no plain form. `schema` describes the TOML
    value as JSON Schema. What several places set adds up if `adds`, otherwise the strongest place wins.
    """

    read: Callable[[Any, Reading], Any]
    from_text: Callable[[str], object] | None
    default: Any
    help: str
    schema: Mapping[str, Any]
    adds: bool = False


def _severity(value: object, reading: Reading) -> Severity:
    return Severity[choice(value, [severity.label for severity in Severity]).upper()]


def _rule(value: object) -> Rule:
    return Rule(choice(value, list(Rule)))


def _path(value: object, reading: Reading) -> Path:
    if not text(value):
        raise InvalidError("must name a file")
    path = reading.folder / text(value)
    if reading.confined and not lies_in(reading.folder, path):
        raise InvalidError("must lie in the repository; --baseline may name any file")
    return path


def _boolean(value: object, reading: Reading) -> bool:
    if not isinstance(value, bool):
        raise InvalidError(f"must be true or false, not {kind(value)}")
    return value


def _count(value: object, reading: Reading) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidError(f"must be a whole number, not {kind(value)}")
    if value < 1:
        raise InvalidError("must be 1 or more")
    return value


def _excludes(value: object, reading: Reading) -> tuple[Exclude, ...]:
    return each(listed(value), lambda item: _exclude(item, reading.origin))


def _exclude(value: object, origin: str) -> Exclude:
    if isinstance(value, str):
        return Exclude(check_glob(value), origin)
    fields = table(value, ["path"], ["rules", "reason", "until"])
    return Exclude(
        glob=within("path", lambda glob: check_glob(text(glob)), fields["path"]),
        origin=origin,
        rules=within("rules", lambda rules: each(listed(rules), _rule), fields.get("rules", [])),
        reason=within("reason", _reason, fields["reason"]) if "reason" in fields else None,
        until=within("until", _until, fields["until"]) if "until" in fields else None,
    )


def _reason(value: object) -> str:
    if not text(value).strip():
        raise InvalidError("must not be empty")
    return text(value).strip()


def _until(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    return check_date(text(value))


def _boolean_from_text(text: str) -> object:
    words = dict.fromkeys(("true", "yes", "on", "1"), True) | dict.fromkeys(
        ("false", "no", "off", "0"), False
    )
    if text.strip().lower() not in words:
        raise InvalidError("must be true or false")
    return words[text.strip().lower()]


def _count_from_text(text: str) -> object:
    try:
        return int(text)
    except ValueError:
        raise InvalidError("must be a whole number") from None


def _excludes_from_text(text: str) -> object:
    return [exclude_from_line(line) for line in map(str.strip, text.splitlines()) if line]


def exclude_from_line(line: str) -> object:
    """Make the TOML value of an exclude from its glob, perhaps with the reason behind ` # `."""
    glob, mark, reason = line.partition(" # ")
    return {"path": glob.strip(), "reason": reason} if mark else glob


_GLOB = {"type": "string", "pattern": r"\S", "description": "A glob as in .gitignore."}
_EXCLUDE_SCHEMA = {
    "type": "object",
    "properties": {
        "path": _GLOB,
        "rules": {
            "type": "array",
            "items": {"enum": list(Rule)},
            "description": "Rules it silences; all without it.",
        },
        "reason": {"type": "string", "pattern": r"\S"},
        "until": {
            "type": "string",
            "format": "date",
            "pattern": r"^\d{4}-\d{2}-\d{2}$",
            "description": "The last day it counts, YYYY-MM-DD.",
        },
    },
    "required": ["path"],
    "additionalProperties": False,
}

KEYS: Mapping[str, Key] = {
    "fail-on": Key(
        _severity, str, Severity.LOW,
        "Lowest severity that makes the exit status 1.",
        {"enum": [severity.label for severity in Severity]},
    ),
    "baseline": Key(
        _path, str, None,
        "File of accepted findings, relative to the configuration file.",
        {"type": "string", "minLength": 1},
    ),
    "exclude": Key(
        _excludes, _excludes_from_text, (),
        "Paths whose findings do not count.",
        {"type": "array", "items": {"anyOf": [_GLOB, _EXCLUDE_SCHEMA]}},
        adds=True,
    ),
    "strict": Key(
        _boolean, _boolean_from_text, False,
        "Every exclude and every accepted finding must give a reason.",
        {"type": "boolean"},
    ),
    "report-unused": Key(
        _boolean, _boolean_from_text, False,
        "What silences nothing is an error.",
        {"type": "boolean"},
    ),
    "jobs": Key(
        _count, _count_from_text, None,
        "Worker processes; one per processor without it.",
        {"type": "integer", "minimum": 1},
    ),
    "names": Key(
        lambda value, _: extras_settings.names(value), None, (),
        "Names that the team gives values of OKX.",
        extras_settings.NAMES_SCHEMA,
        adds=True,
    ),
    "clients": Key(
        lambda value, _: extras_settings.clients(value), None, (),
        "Functions and classes of the team that take values of OKX as positional arguments.",
        extras_settings.CLIENTS_SCHEMA,
        adds=True,
    ),
    "placeholders": Key(
        lambda value, _: extras_settings.placeholders(value), None, (),
        "Texts that the team writes where a value is left out.",
        extras_settings.PLACEHOLDERS_SCHEMA,
        adds=True,
    ),
}  # fmt: skip
