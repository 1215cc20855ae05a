"""Cuts text of any language into the few kinds of token that bind a name to a value.

No grammar is known: quotes, brackets, operators and words look alike enough in all languages that bots are
written in. What is no token elsewhere (prose, markup) still cuts into words and punctuation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum


class Kind(IntEnum):
    """What a token is."""

    NEWLINE = 0
    STRING = 1
    WORD = 2
    OPERATOR = 3
    OPEN = 4
    CLOSE = 5
    COMMA = 6
    MARK = 7


# A comment sign at the start of a line belongs to the line break; one behind code is a break of its own, so
# that commented-out code binds names and values as code does. An escaped quote opens no string, and strings whose
# end takes more than a quote are short: each of a million openings would search the rest of its line in vain.
# Blanks at the end of a text are no token, but a match: otherwise each of them would be tried.
_TOKEN = re.compile(
    r"""
    (?:(?!\A)(?:[^\S\r\n]|\r(?!\n)|[\\`^]\r?\n))*+
  (?:
    (?P<NAME>(?!\A|r\#|R[\#"])[A-Za-z0-9_@][\w$]*(?:(?:[-.]|\?\.)[\w$]+)*)
  | (?P<NEWLINE>
        (?:\A|\r?\n)[ \t]*(?:(?:\#+|//+!?|--+|;+|\*+|/\*+|<!--|(?:rem|REM)\b|%+|>+|[+\-|])(?=[ \t]|\w|\#)[ \t]*)?
      | (?<=[\s;,{}()\["'])(?:\#|//(?![ \t]*["'$\d])|/\*|<!--)(?=[ \t])
    )
  | (?P<STRING>
        (?<!\\)(?:\"{3}(?:[^"\\\n]|\\.|"(?!""))+\"{3} | '{3}(?:[^'\\\n]|\\.|'(?!''))+'{3})
      | [rR]?(?P<hashes>\#{1,3})"[^\n]{0,1000}?"(?P=hashes) | R"\([^\n]{0,1000}?\)"
      | (?:(?<=[=(,])|(?<=[=(,][ ])|(?<=\bor[ ]))\[\[[^\]\n]{1,200}\]\] | %[qQ](?:\([^)\n]{0,1000}\)|\{[^}\n]{0,1000}\}|\[[^\]\n]{0,1000}\])
      | (?<!\\)"(?!"")(?:[^"\\\n]|\\[\s\S]|"")*"
      | (?:(?<![\w)\]\\])|(?<=\b[bBrRfFuULNnEexXq@$]))'(?!'')(?:[^'\\\n]|\\[\s\S]|'')*'
      | ``[^`\s"',]{6,90}`` | `[^`\n]*`
    )
  | (?P<WORD>(?:\$\{?env:|--?(?=[A-Za-z])|(?<=[\s({\[,]):(?=[A-Za-z_]))?[\w$@%][\w$]*(?:(?:[-.]|\?\.)[\w$]+)*)
  | (?P<OPERATOR>
        <>|\+\+|:=|\?=|::=|\+=|<-|=>|->|\?\?=|\|\|=|=|\?\?|\|\||\?:|:-|&&|==+|!==?|<=|>=|\|>|::|\.\.|[:?|+.&~]
    )
  | (?P<OPEN>[(\[{])
  | (?P<CLOSE>[)\]}])
  | (?P<COMMA>,)
  | (?P<MARK>\"{3}|'{3}|.)
  | \Z
  )
    """,
    re.VERBOSE,
)
_KINDS = {_TOKEN.groupindex[kind.name]: kind for kind in Kind} | {_TOKEN.groupindex["NAME"]: Kind.WORD}
# Those that change which bracket a token stands in, or which argument of it.
_STRUCTURE = frozenset({Kind.OPEN, Kind.CLOSE, Kind.COMMA})
_QUOTES = (
    ('"""', '"""'), ("'''", "'''"), ('r###"', '"###'), ('r##"', '"##'), ('r#"', '"#'), ('###"', '"###'), ('##"', '"##'),
    ('#"', '"#'), ('R"(', ')"'), ("[[", "]]"), ("%q(", ")"), ("%Q(", ")"), ("%q{", "}"), ("%Q{", "}"), ("%q[", "]"),
    ("%Q[", "]"),
)  # fmt: skip
_TRIPLE = frozenset({'"""', "'''"})
_PAIRS = {")": "(", "]": "[", "}": "{"}
NONE = -1
# What is longer is no name, operator or header.
_LONGEST_WORD = 300


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text as parallel lists.

    `parents` holds the index of the bracket that encloses each token (or `NONE`), `ordinals` the number of
    commas before it in that bracket, `partners` the other half of each bracket. `raw_single` says that
    backslashes in single quotes are only backslashes, `prefix` that callees stand in their brackets and nothing
    but blanks between arguments, which count like commas. `columns` is what readers know of brackets that are rows of
    values: the bracket of their columns, or `NONE`.
    """

    text: str
    kinds: list[Kind] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)
    partners: dict[int, int] = field(default_factory=dict)
    raw_single: bool = False
    prefix: bool = False
    columns: dict[int, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.kinds)

    def content(self, index: int) -> tuple[int, int]:
        """Return the span of a token in the text, without the quotes of a string."""
        start, end = self.starts[index], self.ends[index]
        if self.kinds[index] is not Kind.STRING:
            return start, end
        if self.text.startswith("``", start) and end - start > len("````"):
            return start + 2, end - 2
        if self.text[start] in "\"'`" and self.text[start : start + 3] not in _TRIPLE:
            return start + 1, end - 1
        for opening, closing in _QUOTES:
            if self.text.startswith(opening, start) and end - start >= len(opening) + len(closing):
                return start + len(opening), end - len(closing)
        return start + 1, end - 1

    def is_raw(self, index: int) -> bool:
        """Return whether the quotes of a string switch escapes off."""
        return self.text[self.starts[index]] not in "\"'" or self.text[
            self.starts[index] - 1 : self.starts[index]
        ] in {"@", "r"}

    def word(self, index: int) -> str:
        """Return the text of a token, without the quotes of a string; nothing if it is longer than a name."""
        start, end = self.content(index)
        return self.text[start:end] if end - start <= _LONGEST_WORD else ""

    def raw(self, index: int) -> str:
        """Return the text of a token as it stands; of a long one how it starts."""
        start, end = self.starts[index], self.ends[index]
        return self.text[start : end if end - start <= _LONGEST_WORD else start + _LONGEST_WORD]


def tokenize(text: str, *, flat: bool, raw_single: bool = False) -> Tokens:
    """Cut `text` into tokens.

    `flat` is for prose, logs and line-based settings, where an open bracket rarely has a partner: brackets
    then pair up within a paragraph only.
    """
    tokens = Tokens(text, raw_single=raw_single)
    add_kind, add_start, add_end = tokens.kinds.append, tokens.starts.append, tokens.ends.append
    for match in _TOKEN.finditer(text):
        group = match.lastindex
        if group is not None:
            start, end = match.span(group)
            add_kind(_KINDS[group])
            add_start(start)
            add_end(end)
    _nest(tokens, flat=flat)
    return tokens


def _nest(tokens: Tokens, *, flat: bool) -> None:
    """Find for each token the bracket it stands in and the number of commas before it there."""
    text, parents, ordinals = tokens.text, tokens.parents, tokens.ordinals
    stack: list[int] = []
    commas = [0]
    for index, kind in enumerate(tokens.kinds):
        if kind is Kind.NEWLINE:
            if flat and stack and text[tokens.ends[index] : tokens.ends[index] + 1] in {"\r", "\n"}:
                _fill(parents, ordinals, index, stack, commas)
                stack.clear()
                del commas[1:]
        elif kind in _STRUCTURE:
            if kind is Kind.CLOSE:
                _fill(parents, ordinals, index, stack, commas)
                _close(tokens, index, stack, commas)
            _fill(parents, ordinals, index + 1, stack, commas)
            if kind is Kind.OPEN:
                stack.append(index)
                commas.append(0)
            elif kind is Kind.COMMA:
                commas[-1] += 1
    _fill(parents, ordinals, len(tokens), stack, commas)


def _fill(parents: list[int], ordinals: list[int], end: int, stack: list[int], commas: list[int]) -> None:
    """Say of the tokens up to `end` that were not yet told of where they stand: all in the same place."""
    count = end - len(parents)
    parents.extend([stack[-1] if stack else NONE] * count)
    ordinals.extend([commas[-1]] * count)


def _close(tokens: Tokens, index: int, stack: list[int], commas: list[int]) -> None:
    """Pop the partner of the closing bracket at `index`; one that has no partner near by is left alone."""
    opening = _PAIRS[tokens.text[tokens.starts[index]]]
    for depth in range(1, min(len(stack), 4) + 1):
        opened = stack[-depth]
        if tokens.text[tokens.starts[opened]] == opening:
            del stack[-depth:], commas[-depth:]
            tokens.partners[opened] = index
            tokens.partners[index] = opened
            return
