"""The steps of a trail: how each thing around a value holds what is inside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from okx_secret_scan.detector.lexer import NONE


class Relation(Enum):
    """How a step holds what is inside it."""

    NAME = "name"  # assigned to, keyed by, keyword argument
    ARGUMENT = "argument"  # positional argument of a call
    ELEMENT = "element"  # element of an array, set or keyed literal
    FALLBACK = "fallback"  # what is given where a look-up finds nothing
    TUPLE = "tuple"  # one of several values that are assigned at once
    BLOCK = "block"  # class, function, section, branch


class Step(NamedTuple):
    """One step outwards. `text` is the name, callee, look-up or header; `bracket` the token index crossed.

    `holder` is what the thing named is an element of: `config["okx"]` of `config["okx"]["key"]`.
    """

    relation: Relation
    text: str = ""
    position: int = NONE
    bracket: int = NONE
    operator: str = ""
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Trail:
    """The steps from a value outwards, and the offset at which the outermost statement starts."""

    steps: tuple[Step, ...]
    statement: int
