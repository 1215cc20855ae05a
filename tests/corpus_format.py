"""Reads the corpus of detection cases: templates in, text with fresh values and expected findings out.

`docs/corpus.md` explains the format to people who add a case.
"""

from __future__ import annotations

import base64
import html
import importlib.util
import json
import marshal
import re
import urllib.parse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from okx_secret_scan.model import Rule
from tests.corpus_values import Values

CORPUS = Path(__file__).parent / "corpus"

RULES = {
    "key": Rule.API_KEY,
    "secret": Rule.SECRET_KEY,
    "passphrase": Rule.PASSPHRASE,
    "token": Rule.SESSION_TOKEN,
}
_STYLES = ("strong", "digits", "letters", "alnum", "rich", "long", "site")
_HEADER = re.compile(r"⟦file(?P<options>[^⟧]*)⟧\n")
_NOTE = re.compile(r"⟦note[^⟧]*⟧\n", re.MULTILINE)
_MARKER = re.compile(
    r"⟦(?:(?P<end>end)|begin (?P<block>[a-z0-9|]+)|fill (?P<fill>\d+)|(?P<nul>nul)"
    r"|(?P<kind>[A-Za-z0-9-]+):(?P<name>\w+)(?:\[(?P<low>\d*):(?P<high>\d*)\])?"
    r"(?:\|(?P<encoders>[a-z0-9|]+))?(?P<options>(?: [^ ⟧]+)*))⟧"
)


def _each(form: str) -> Callable[[str], str]:
    return lambda text: "".join(form.format(byte) for byte in text.encode())


def _escaped(characters: str) -> Callable[[str], str]:
    return lambda text: re.sub("([" + re.escape(characters) + "])", r"\\\1", text)


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def _base64_url(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


# Encoders that a reader of the literal undoes anyway; a finding behind them need not name an encoding.
_LITERAL: dict[str, Callable[[str], str]] = {
    "json": lambda text: json.dumps(text)[1:-1],
    "dq": _escaped('\\"'),
    "sq": _escaped("\\'"),
    "shell": _escaped('\\"$`'),
    "tick": _escaped("\\`$"),
    "doubled": lambda text: text.replace("'", "''"),
    "quotes2": lambda text: text.replace('"', '""'),
    "percent2": lambda text: text.replace("%", "%%"),
    "xml": html.escape,
    "x": _each("\\x{:02x}"),
    "u": _each("\\u{:04x}"),
    "html": _each("&#x{:x};"),
}
_TRANSPORT: dict[str, Callable[[str], str]] = {
    "b64": _base64,
    "b64url": _base64_url,
    "hex": _each("{:02x}"),
    "percent": lambda text: urllib.parse.quote(text, safe=""),
    "percentall": _each("%{:02X}"),
}
_ENCODERS = _LITERAL | _TRANSPORT
# Base64 mixes neighbouring characters, so a place inside the text has no exact place in the encoded one.
_BLURRING = ("b64", "b64url")


@dataclass(frozen=True)
class Expected:
    """One finding that a case demands.

    Lines and columns count as in `model.Location`. `exact` says whether the span must match to the column;
    otherwise it must lie within. `env` is "no", "yes", "maybe" or the variable's name; `encoded` is True,
    False or None where either answer is right. An `optional` finding may be absent.
    """

    rule: Rule
    account: str
    value: str = field(repr=False)
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    exact: bool = True
    env: str = "no"
    encoded: bool | None = False
    optional: bool = False
    cell: str | None = None


@dataclass(frozen=True)
class Case:
    """One file to detect in. `placed` is False where the format keeps no lines (byte code)."""

    name: str
    category: str
    path: str
    data: bytes = field(repr=False)
    expected: tuple[Expected, ...]
    placed: bool = True


@dataclass(frozen=True)
class _Mark:
    """An expected finding in rendered text: code point offsets, and the finding without its place.

    `low` and `high` say which slice of the value stands there.
    """

    start: int
    end: int
    finding: Expected
    low: int
    high: int


class FormatError(Exception):
    """A template that cannot be read; the message names the case."""


def case_names(root: Path = CORPUS) -> list[str]:
    """Return `category/file` of every case, sorted."""
    return sorted(path.relative_to(root).as_posix() for path in root.glob("*/*") if path.is_file())


def load(name: str, seed: int, root: Path = CORPUS) -> Case:
    """Fill the case `name` with values drawn from `seed`."""
    template = (root / name).read_bytes().decode("utf-8")
    try:
        return fill(template, name, seed)
    except (KeyError, ValueError) as error:
        raise FormatError(f"{name}: {error}") from error


def fill(template: str, name: str, seed: int) -> Case:
    """Fill `template`; `name` is `category/file` and stands for the path where the template gives none."""
    category, _, file = name.partition("/")
    options: dict[str, str] = {}
    if header := _HEADER.match(template):
        options.update(_options(header["options"]))
        template = template[header.end() :]
    text, marks = _Renderer(Values(f"{seed}:{name}")).render(_NOTE.sub("", template))
    charset = options.get("charset", "utf-8")
    path = options.get("path", file)
    expected = tuple(_place(text, mark) for mark in _joined(marks))
    if charset != "utf-8" or path.endswith(".ipynb"):
        expected = tuple(replace(one, encoded=one.encoded or None) for one in expected)
    if options.get("newline") == "crlf":
        text = text.replace("\n", "\r\n")
    if options.get("as") == "pyc":
        expected = tuple(replace(one, encoded=None) for one in expected)
        return Case(name, category, path, _byte_code(text, path), expected, placed=False)
    return Case(name, category, path, text.encode(charset), expected)


class _Renderer:
    def __init__(self, values: Values) -> None:
        self._values = values

    def render(self, template: str) -> tuple[str, list[_Mark]]:
        text, marks, rest = self._until_end(template)
        if rest is not None:
            raise ValueError("an end without a begin")
        return text, marks

    def _until_end(self, template: str) -> tuple[str, list[_Mark], str | None]:
        """Render up to the matching end marker; the rest is None where the template ended first."""
        out = ""
        marks: list[_Mark] = []
        while match := _MARKER.search(template):
            out += template[: match.start()]
            template = template[match.end() :]
            if match["end"]:
                return out, marks, template
            if match["block"]:
                inner, inner_marks, rest = self._until_end(template)
                if rest is None:
                    raise ValueError("a begin without an end")
                template = rest
                piece, placed = _encode_block(inner, inner_marks, match["block"])
            else:
                piece, placed = self._leaf(match)
            marks += [replace(mark, start=mark.start + len(out), end=mark.end + len(out)) for mark in placed]
            out += piece
        out += template
        if "⟦" in template:
            raise ValueError(f"a marker that cannot be read, near {template[template.index('⟦') :][:40]!r}")
        return out, marks, None

    def _leaf(self, match: re.Match[str]) -> tuple[str, list[_Mark]]:
        if match["nul"]:
            return "\0", []
        if match["fill"]:
            return self._values.filler(int(match["fill"])), []
        options = _options(match["options"])
        style = next((option for option in options if option in _STYLES), "strong")
        value = options.get("is") or self._values.get(
            match["kind"], match["name"], style, options.get("with", "")
        )
        low, high = int(match["low"] or 0), int(match["high"] or len(value))
        encoders = match["encoders"].split("|") if match["encoders"] else []
        piece = _encode(value[low:high], encoders)
        if match["kind"] not in RULES:
            return piece, []
        whole = (low, high) == (0, len(value))
        changed = piece != value[low:high] and any(encoder in _TRANSPORT for encoder in encoders)
        finding = Expected(
            RULES[match["kind"]],
            options.get("of", str(match["name"])),
            value,
            exact=not changed or not set(encoders) & set(_BLURRING),
            env=_env(options),
            encoded=changed or (False if whole and not encoders else None),
            optional="maybe" in options,
            cell=options.get("cell"),
        )
        return piece, [_Mark(0, len(piece), finding, low, high)]


def _options(text: str) -> dict[str, str]:
    """Read `word` and `name=value` separated by spaces."""
    words = (option.partition("=") for option in text.split())
    return {name: value for name, _, value in words}


def _env(options: dict[str, str]) -> str:
    if "env?" in options:
        return "maybe"
    return (options["env"] or "yes") if "env" in options else "no"


def _encode(text: str, encoders: list[str]) -> str:
    for encoder in encoders:
        text = _ENCODERS[encoder](text)
    return text


def _encode_block(text: str, marks: list[_Mark], encoders: str) -> tuple[str, list[_Mark]]:
    chain = encoders.split("|")
    blurred = any(encoder in _BLURRING for encoder in chain)
    encoded = any(encoder in _TRANSPORT for encoder in chain)
    piece = _encode(text, chain)
    placed = []
    for mark in marks:
        finding = replace(mark.finding, exact=mark.finding.exact and not blurred, encoded=encoded or None)
        start, end = (
            (0, len(piece)) if blurred else (len(_encode(text[:at], chain)) for at in (mark.start, mark.end))
        )
        placed.append(replace(mark, start=start, end=end, finding=finding))
    return piece, placed


def _joined(marks: list[_Mark]) -> Iterator[_Mark]:
    """Join the slices of split values: from the slice that starts the value to the one that ends it."""
    waiting: dict[tuple[Rule, str], _Mark] = {}
    for mark in marks:
        slot = (mark.finding.rule, mark.finding.value)
        first = waiting.pop(slot) if mark.low else mark
        joined = replace(first, end=mark.end)
        if mark.high == len(mark.finding.value):
            yield joined
        else:
            waiting[slot] = joined
    if waiting:
        raise ValueError("a split value that never ends")


def _place(text: str, mark: _Mark) -> Expected:
    line, column = _position(text, mark.start)
    end_line, end_column = _position(text, mark.end)
    return replace(mark.finding, line=line, column=column, end_line=end_line, end_column=end_column)


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _byte_code(source: str, path: str) -> bytes:
    """Compile to what Python writes into `__pycache__` (PEP 552 header with zeroes, then the code object)."""
    return importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(compile(source, path, "exec"))
