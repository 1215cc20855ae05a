"""JSON Lines: one object a line, for streams and log shippers; `type` says what a line holds."""

from __future__ import annotations

import json
from typing import Any

from okx_secret_scan.model import ScanResult
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.json import quiet_in_logs, result_as_dict


def render(result: ScanResult, style: Style) -> str:
    """Return a line for each finding, credential, suppressed finding and error, and the summary last.

    The objects are those of the JSON report.
    """
    whole = result_as_dict(result, style)
    lines = [{"type": kind, **item} for kind, key in _LISTS for item in whole.get(key, ())]
    lines.append({"type": "summary", **{key: whole[key] for key in _HEAD}, **whole["summary"]})
    return "".join(_line(line) for line in lines)


_LISTS = (
    ("finding", "findings"),
    ("credential", "credentials"),
    ("suppressed", "suppressed"),
    ("error", "errors"),
)
_HEAD = ("schema", "version", "command")


def _line(content: dict[str, Any]) -> str:
    return quiet_in_logs(json.dumps(content)) + "\n"
