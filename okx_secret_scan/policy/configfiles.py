"""Configuration files: which ones there are, and what is written in ours or our part of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from okx_secret_scan.model import UserError
from okx_secret_scan.policy import entries
from okx_secret_scan.policy.locate import ini_line, toml_line
from okx_secret_scan.policy.readers import Step

SECTION = "okx-secret-scan"
OWN_FILE = f".{SECTION}.toml"
NAMES = (OWN_FILE, "pyproject.toml", "setup.cfg")
"""The files that may hold a configuration, in the root of a repository or of a scanned folder."""

# What the files that we share with other tools hold if they may have a part for us.
_SHARED = {"pyproject.toml": re.compile(b"okx"), "setup.cfg": re.compile(rb"^\[.*okx", re.MULTILINE)}

_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Written:
    """What a file says. `values` are TOML values, or texts if `plain`; `start` leads to our table in TOML."""

    name: str
    folder: Path
    text: str
    values: dict[str, object]
    plain: bool
    start: tuple[str, ...] = ()

    def place(self, steps: Sequence[Step]) -> str:
        """Return the file's name and the line of what `steps` lead to."""
        line = (
            ini_line(self.text, SECTION, str(steps[0]) if steps else None)
            if self.plain
            else toml_line(self.text, [*self.start, *steps])
        )
        return self.name if line is None else f"{self.name}:{line}"


def find(root: Path) -> Written | None:
    """Return the configuration in `root`, None if no file there holds one.

    Raises `UserError` if a file that mentions us cannot be read or leads out of `root`, or if two hold a
    configuration.
    """
    there = [read(root / name, name) for name in NAMES if _is_there(root, name)]
    found = [written for written in there if written is not None and entries.find(root, written.name)]
    if len(found) > 1:
        raise UserError(f"{found[0].name} and {found[1].name} both configure {SECTION}: keep one of them")
    return found[0] if found else None


def _is_there(root: Path, name: str) -> bool:
    """Tell whether there is a file to read; of other tools' files it matters to them alone what they are."""
    return entries.find(root, name) is not None if name == OWN_FILE else (root / name).is_file()


def read(path: Path, name: str) -> Written | None:
    """Return what the file at `path` configures, None if it has no part for us.

    `name` is how messages call it. Raises `UserError` if it cannot be read or is not what its name says.
    """
    data = entries.read_bytes(path, name)
    # Other tools' files may be broken in ways that do not concern us.
    if path.name in _SHARED and not _SHARED[path.name].search(data):
        return None
    text = "\n".join(entries.lines_of(data, name))
    if path.suffix in (".cfg", ".ini"):
        return _read_ini(text, path, name)
    return _read_toml(text, path, name)


def _read_toml(text: str, path: Path, name: str) -> Written | None:
    import tomllib  # Most repositories configure nothing and shall not wait for a parser.

    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        words = str(error)
        at = _AT_LINE.search(words)
        line = (at and at.group(1)) or len(text.splitlines())
        raise UserError(f"{name}:{line}: is not valid TOML: {_AT_LINE.sub('', words)}") from None
    except (RecursionError, ValueError):  # the parser's own limits: on depth, and on the digits of a number
        raise UserError(f"{name}: is nested too deep, or has a number that is too long") from None
    start = _our_table(document, text, path, name)
    values: object = document
    for step in start:
        if not isinstance(values, dict) or step not in values:
            return None
        values = values[step]
    if not isinstance(values, dict):
        raise UserError(f"{name}:{toml_line(text, start)}: {SECTION} must be a table")
    return Written(name, path.parent, text, values, plain=False, start=start)


def _our_table(document: dict[str, object], text: str, path: Path, name: str) -> tuple[str, ...]:
    """Return the steps to our table; in our own file it may be the whole document."""
    if path.name != "pyproject.toml":
        return (SECTION,) if list(document) == [SECTION] else ()
    tools = document.get("tool")
    _refuse_misspelled(tools if isinstance(tools, dict) else {}, text, name, ("tool",))
    _refuse_misspelled(document, text, name, ())
    return ("tool", SECTION)


def _refuse_misspelled(tables: dict[str, object], text: str, name: str, start: tuple[str, ...]) -> None:
    """Raise `UserError` if one of `tables` of `pyproject.toml` is nearly, but not quite, ours."""
    for key in tables:
        if key.lower().replace("_", "-") == SECTION and (*start, key) != ("tool", SECTION):
            line = toml_line(text, [*start, key])
            table = ".".join((*start, key))
            raise UserError(f"{name}:{line}: [{table}] is not read: did you mean [tool.{SECTION}]?")


def _line_without_value(text: str) -> int:
    """Return the first line that is neither section, comment nor `key = value`.

    The parser's own error cannot be asked: detect-secrets replaces its class by one that forgets the lines.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and line[0] not in "#;[ \t" and "=" not in line and ":" not in line:
            return number
    return 1


def _read_ini(text: str, path: Path, name: str) -> Written | None:
    import configparser

    parser = configparser.RawConfigParser()
    try:
        parser.read_string(text)
    except configparser.MissingSectionHeaderError as error:
        raise UserError(f"{name}:{error.lineno}: is not valid: it stands in no [section]") from None
    except (configparser.DuplicateSectionError, configparser.DuplicateOptionError) as error:
        raise UserError(f"{name}:{error.lineno}: is not valid: it is set a second time") from None
    except configparser.ParsingError:
        raise UserError(f"{name}:{_line_without_value(text)}: is not valid: write key = value") from None
    for section in parser.sections():
        if section != SECTION and re.sub("[_:.]", "-", section.lower()).removeprefix("tool-") == SECTION:
            line = ini_line(text, section)
            raise UserError(f"{name}:{line}: [{section}] is not read: did you mean [{SECTION}]?")
    if not parser.has_section(SECTION):
        return None
    return Written(name, path.parent, text, dict(parser.items(SECTION)), plain=True)
