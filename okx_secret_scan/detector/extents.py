"""Where a value without quotes ends, by its name, what binds it and the kind of text."""

from __future__ import annotations

import re
from typing import NamedTuple

from okx_secret_scan.detector.dialects import Bare

_FORM = re.compile(r"[?&][\w.\-]+=[^\s&]*$|\w=[^\s&]+&[\w.\-]*$")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?\s*$")
_ANCHOR = re.compile(r"(?:[&][\w-]+|!!?\w*)[ \t]+")
_TABLE = re.compile(r"[ \t]*\|")
_NO_VALUE = re.compile(r"[\"'`(\[{]|\$[{(]|\\[A-Za-z]")  # what is quoted, in brackets or looked up
_OPTION = re.compile(r"--?[A-Za-z][\w-]*(?=[=\s]|$)")
_SUBSTITUTION = re.compile(r"(?:^|[\s;])s([|#/@!,~])(?:(?!\1)[^\n])*\1[^\s|#/@!,~]*$")  # `s|NAME=.*|NAME=`
_CODE = re.compile(r"[\w.$]*[)}\]]+[,;]\S")  # a variable, and what follows the literal that it ends
TAGS = r"(?:</?\w{1,8}>\s*){0,3}"
_DASHES = frozenset({"-", "\u2013", "\u2014"})
_MARKUP = " \t>-*#_"


class Named(NamedTuple):
    """A name and what follows on its line: `value` from `start` on; `before` is the line up to the name."""

    name: str
    operator: str
    value: str
    start: int
    before: str

    @property
    def blank(self) -> bool:
        """Whether nothing but white space (or a word of prose) stands between."""
        return self.operator.strip() in {"", "is", "was", "为", "為", "是"}


def extent(text: str, named: Named, bare: Bare, *, nested: bool, flow: bool) -> tuple[int, int] | None:
    """Return the span of the value behind a name, None if nothing stands there."""
    start, rest = named.start, named.value.rstrip()
    anchor = _ANCHOR.match(rest)
    if anchor:
        start, rest = start + anchor.end(), rest[anchor.end() :]
    if _BLOCK_SCALAR.fullmatch(rest):
        return _next_line(text, named.start + len(named.value.rstrip()))
    if not rest or _NO_VALUE.match(rest) or (named.blank and _OPTION.match(rest)):
        return None
    of_table = named.operator.strip("*` \t") == "|" or _TABLE.match(named.before)
    if flow and bare is Bare.LINE and not of_table and not _is_form(named, rest):
        return start, start + len(_match(r"[^,}]*", rest).rstrip())
    skipped, value = _value(named, rest, bare, alone=not named.before.strip() or nested)
    return (start + skipped, start + skipped + len(value)) if value else None


def _value(named: Named, rest: str, bare: Bare, *, alone: bool) -> tuple[int, str]:
    """Return what of `rest`, a line behind a name, is the value, and how much stands before it."""
    operator = named.operator.strip()
    if operator == "}{":  # TeX
        return 0, rest.split("}")[0]
    if substitution := _SUBSTITUTION.search(named.before):
        return 0, rest.split(substitution[1])[0]
    if _is_form(named, rest):
        return 0, _match(r"[^\s&\"'#;]*", rest)
    if operator.strip("*`") == "|" or _TABLE.match(named.before):
        return 0, _cell(operator, rest) if bare is Bare.TEXT and _TABLE.match(named.before) else ""
    if operator in _DASHES:
        return 0, rest if bare is Bare.TEXT and not named.before.strip(_MARKUP) and " " not in rest else ""
    if named.blank or bare is Bare.WORD:
        word = _match(r"[^\s;|<>\"'`]*", rest)
        return 0, in_sentence(word) if bare is Bare.TEXT and not named.name.startswith("-") else word
    if bare is Bare.LINE:
        return _of_line(named, rest)
    value = _text_value(rest, header=":" in operator, alone=alone)
    return 0, "" if value.endswith(("(", "[", "{", "=")) or _CODE.match(value) else value


def _is_form(named: Named, rest: str) -> bool:
    """Return whether a name stands in a URL's query or a form's body."""
    binds = _FORM.search(named.before[-300:] + named.name + "=")
    return binds is not None or ("&" in rest and _FORM.search(rest) is not None)


def _cell(operator: str, rest: str) -> str:
    """Return the cell of a Markdown table without the marks around it."""
    cell = rest.split("|")[0].rstrip()
    for mark in ("**", "`"):
        cell = cell.removesuffix(mark) if operator.endswith(mark) or rest.startswith(mark) else cell
    return cell


def _of_line(named: Named, rest: str) -> tuple[int, str]:
    """Return the value of a setting up to a comment, and how much stands before it."""
    if rest.startswith("<![CDATA["):
        return 9, rest[9:].split("]]>")[0]
    marks = _match(TAGS, rest)  # `<td><code>value</code></td>`
    rest = rest[len(marks) :]
    rest = re.split(r"</|<br\b|\0", rest)[0]
    if named.operator.strip() == "=" and named.before.lstrip().startswith("- ") and " " in rest:
        return len(marks), rest.split(" ")[0]
    return len(marks), re.split(r"\s+[#;](?:\s|$)|\s+//\s", rest)[0].rstrip(" \t,")


def in_sentence(word: str) -> str:
    """Return a word of prose without the marks that end its sentence or the bracket around it.

    A full stop belongs to it where it would not be a passphrase of OKX's rule without.
    """
    word = re.split("[，。；、）]", word, maxsplit=1)[0]
    word = re.sub(r"(?<=\))\.$", "", word.rstrip(",;:")).removesuffix(")")
    bare = word.removesuffix(".")
    classes = (str.isupper, str.islower, str.isdigit, lambda c: not c.isalnum())
    return bare if all(any(map(is_of, bare)) for is_of in classes) else word


def _match(pattern: str, text: str) -> str:
    """Return what `pattern` matches at the start of `text`, else nothing."""
    found = re.match(pattern, text)
    return found[0] if found else ""


def _text_value(rest: str, *, header: bool, alone: bool) -> str:
    """Return what of `rest` is the value in prose, logs and headers."""
    if header and alone and len(rest) <= 40 and not re.search(r"[\"'`]", rest):
        return rest.rstrip(",;，。；")
    return re.sub(r"(?:[,;)\]}]|\\n)+$", "", _match(r"[^\s\"'`\0，。；]+", rest))


def _next_line(text: str, position: int) -> tuple[int, int] | None:
    """Return the span of the only line of a YAML block scalar."""
    match = re.compile(r"\r?\n[ \t]+(\S[^\n]*)").match(text, position)
    return (match.start(1), match.start(1) + len(match[1].rstrip())) if match else None
