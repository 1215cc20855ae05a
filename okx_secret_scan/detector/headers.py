"""Reads what stands before an opening bracket: a callee, a type, the header of a block."""

from __future__ import annotations

import re

from okx_secret_scan.detector.lexer import NONE, Kind, Tokens
from okx_secret_scan.detector.targets import REACH, SEGMENT, generic

_TYPE_ARGUMENTS = re.compile(r"<[\w\s.,:<>?]*>$|::<[^<>]*>(?=::)")
CALL_WORDS = frozenset(
    {"return", "await", "new", "yield", "echo", "export", "const", "let", "var", "set", "lambda"}
)


def callee_text(tokens: Tokens, head: int, opened: int) -> str:
    """Return the callee before a bracket without the arguments of the calls it is chained to."""
    pieces = []
    i = head
    while i < opened:
        pieces.append(tokens.raw(i) if tokens.kinds[i] is not Kind.NEWLINE else "")
        i = tokens.partners.get(i, i + 1) if tokens.kinds[i] is Kind.OPEN else i + 1
    return _TYPE_ARGUMENTS.sub("", "".join(pieces)[-200:])


def opens_with_callee(tokens: Tokens, opened: int, index: int, callee: str) -> bool:
    """Return whether a bracket holds a call with its callee inside: Lisp's, and `$(or $(X),…)` of Make."""
    if opened + 1 >= index or tokens.kinds[opened + 1] is not Kind.WORD:
        return False
    return tokens.prefix or (callee == "$" and tokens.ends[opened + 1] < tokens.starts[opened + 2])


def header_start(tokens: Tokens, opened: int) -> int:
    """Return the first token of what stands before an opening bracket: a callee, a type, a block's header."""
    start = opened
    if tokens.raw(opened) == "{":
        return _block_header(tokens, opened)
    for _ in range(min(opened, REACH)):
        if start <= 0:
            break
        left = start - 1
        kind, raw = tokens.kinds[left], tokens.raw(left)
        if kind is Kind.CLOSE and left in tokens.partners and start < opened:
            start = tokens.partners[left]
        elif kind is Kind.STRING and tokens.raw(start) == ".":
            start = left  # "".join(
        elif (
            raw == ">"
            and (start == opened or tokens.raw(start) == "::")
            and (typed := generic(tokens, left)) != NONE
        ):
            start = typed
        elif (
            (
                kind is Kind.WORD
                and not _is_call_word(tokens, left)
                and (start == opened or _joins(tokens, start))
            )
            or raw in {"::", ".", "!", "?"}
            or (raw == ":" and tokens.raw(start) == "new")
            or (kind is Kind.NEWLINE and tokens.raw(start) in {".", "::"})
        ):
            start = left
        else:
            break
    while start < opened and tokens.kinds[start] is Kind.NEWLINE:
        start += 1
    return start


def _is_call_word(tokens: Tokens, index: int) -> bool:
    """Return whether a word stands before a callee and is no part of it.

    Rust's `Client::new` is one, and Lua's `client:new`.
    """
    return tokens.raw(index) in CALL_WORDS and not _joined(tokens, index)


def _joined(tokens: Tokens, index: int) -> bool:
    left = index - 1
    return left > 0 and (
        tokens.raw(left) == "::"
        or (tokens.raw(left) == ":" and tokens.ends[left - 1] == tokens.starts[left] == tokens.ends[left] - 1)
    )


def _joins(tokens: Tokens, index: int) -> bool:
    """Return whether a token continues the expression on its left (`a.b`, `a::b`, `a!(`, `a[0].b`)."""
    return tokens.raw(index) in {"::", ":", ".", "!", "?", "<"} or tokens.kinds[index] is Kind.OPEN


def _block_header(tokens: Tokens, opened: int) -> int:
    start = opened
    while start > max(0, opened - 2 * SEGMENT):
        left = start - 1
        kind, raw = tokens.kinds[left], tokens.raw(left)
        if kind is Kind.CLOSE and raw != "}" and left in tokens.partners:
            start = tokens.partners[left]
            continue
        if kind in {Kind.OPEN, Kind.COMMA, Kind.CLOSE} or raw in {
            ";",
            "=",
            ":=",
            "=>",
            ":",
            "return",
            "??",
            "||",
        }:
            break
        if kind is Kind.NEWLINE and start < opened:
            break
        start = left
    while start < opened and tokens.kinds[start] is Kind.NEWLINE:
        start += 1
    return start
