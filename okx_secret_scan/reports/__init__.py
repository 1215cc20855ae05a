"""One format a file: a `ScanResult` in, text out."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from okx_secret_scan.model import ScanResult

# The name that `--format` takes and the module that renders it, imported only when asked for.
FORMATS = {
    "text": "text",
    "json": "json",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "gitlab": "gitlab",
    "codequality": "codequality",
    "github": "github",
    "junit": "junit",
    "csv": "csv",
    "markdown": "markdown",
    "html": "html",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a report for people may look; formats for machines ignore it.

    `links` says that it goes to a terminal that opens hyperlinks, `width` how many columns that has; None is
    a report that goes elsewhere.
    """

    color: bool = False
    links: bool = False
    width: int | None = None
    quiet: bool = False
    verbose: int = 0


class Format(Protocol):
    """What a module of this package offers."""

    def render(self, result: ScanResult, style: Style) -> str:
        """Return the whole report, ending with a newline if it is not empty."""
        ...


def render(name: str, result: ScanResult, style: Style) -> str:
    """Return `result` in the format `name`, a key of `FORMATS`."""
    module = import_module(f"{__name__}.{FORMATS[name]}")
    return cast(Format, module).render(result, style)
