"""What the plugin changes in detect-secrets while it is loaded."""

from __future__ import annotations

import os
from collections.abc import Generator

from detect_secrets.core import scan
from detect_secrets.filters import heuristic
from detect_secrets.settings import Settings, get_filters, get_settings

from okx_secret_scan.plugin import content, filters

SWITCH = "OKX_SECRET_SCAN_STOCK_FILTERS"
"""The environment variable that, set to anything, leaves detect-secrets as it is."""

_PASSPHRASE_FILTER = f"{filters.__name__}.{filters.gives_passphrase_away.__name__}"

_stock_verdict = heuristic.is_indirect_reference
_stock_lines = scan._get_lines_from_file


def make(plugin_class: type) -> None:
    """Change detect-secrets on behalf of plugins that are of `plugin_class`, once in a process."""
    if os.environ.get(SWITCH) or _PASSPHRASE_FILTER in Settings.DEFAULT_FILTERS:
        return
    heuristic.is_indirect_reference = filters.indirect_reference(_stock_verdict, plugin_class)
    scan._get_lines_from_file = _lines_of_any_file
    # What is a default is in force whatever a baseline says, and is not written to one.
    Settings.DEFAULT_FILTERS.add(_PASSPHRASE_FILTER)
    get_settings().filters[_PASSPHRASE_FILTER] = {}
    get_filters.cache_clear()


def _lines_of_any_file(filename: str) -> Generator[list[str], None, None]:
    """Yield what detect-secrets makes of a file, in place of nothing an empty line.

    It passes over what is not in the encoding of the locale. No other plugin finds anything in an empty line;
    this one reports the findings of the whole file there.
    """
    readable = False
    for lines in _stock_lines(filename):
        readable = True
        yield lines
    if not readable and content.could_be_read(filename):
        yield [""]
