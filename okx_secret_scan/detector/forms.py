"""Lisp: callees stand inside of their brackets, and blanks divide what follows them."""

from __future__ import annotations

from dataclasses import replace

from okx_secret_scan.detector.lexer import Kind, Tokens


def with_forms(tokens: Tokens) -> Tokens:
    """Return `tokens` with the arguments of calls and the elements of vectors counted as elsewhere."""
    ordinals: list[int] = []
    behind: dict[int, int] = {}
    for index, (kind, parent) in enumerate(zip(tokens.kinds, tokens.parents, strict=True)):
        ordinals.append(max(behind.get(parent, 0), 0))
        if kind in {Kind.STRING, Kind.WORD, Kind.OPEN}:
            behind[parent] = behind.get(parent, 0) + 1
        if kind is Kind.OPEN:
            behind[index] = -1 if tokens.raw(index) == "(" else 0  # the callee is no argument
    return replace(tokens, ordinals=ordinals, prefix=True)
