"""Source in place of the values that byte code works with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from okx_secret_scan.detector.marshalled import Code, Constant, Text

Line: TypeAlias = tuple[str | Text, ...]
"""Source in pieces; strings of the byte code stand for themselves, to be quoted."""

_ITEMS = 100


@dataclass(frozen=True, slots=True)
class Expression:
    """What an instruction works with: source as pieces, and the parts if it is a constant or a literal."""

    pieces: Line
    constant: Constant | None = None
    items: tuple[Expression, ...] | None = None


UNKNOWN = Expression(("_",))


def expression_of(constant: Constant, depth: int = 2) -> Expression:
    """Return a constant as source; a tuple with its items, `depth` tuples deep."""
    if isinstance(constant, tuple):
        # Longer ones are data, whose strings are written line by line.
        items = constant[:_ITEMS] if depth else ()
        parts = tuple(expression_of(item, depth - 1) for item in items)
        return Expression(("(", *listed(parts), ")"), constant, parts)
    if isinstance(constant, Code):
        return Expression(("_",), constant)
    return Expression((constant,), constant)


def listed(items: Sequence[Expression]) -> Line:
    """Return source that lists `items`, with commas between them."""
    return tuple(piece for item in items for piece in (*item.pieces, ", "))[:-1]
