"""What each format looks like, whole.

`UPDATE_SNAPSHOTS=1 pytest tests/reports/test_snapshots.py` accepts a change.
"""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from okx_secret_scan import __version__, reports
from okx_secret_scan.reports import FORMATS, Style, gitlab, html
from tests.reports.samples import Sample, sample

FOLDER = Path(__file__).parent / "snapshots"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
_DERIVED = re.compile(
    r"\b(?:[0-9a-f]{16}:1|[0-9a-f]{64}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?![0-9a-f])"
)
_OWN = re.compile(r"(<style>|<script>|sha256-)[^']*?(</style>|</script>|')", re.DOTALL)


def render(name: str, made: Sample) -> str:
    """Return the report with everything replaced that differs from run to run."""
    if name == "html":
        text = _OWN.sub(r"\1…\2", html.render(made.result, Style(), NOW)).replace("><", ">\n<")
    elif name == "gitlab":
        text = gitlab.render(made.result, Style(), NOW)
    else:
        text = reports.render(name, made.result, Style(verbose=1))
    for number, finding in enumerate((*made.result.findings, *made.result.suppressed), start=1):
        text = text.replace(finding.fingerprint, f"<fingerprint {number}>")
        if not finding.secret.masked.startswith("*"):
            text = text.replace(finding.secret.masked, f"<masked {number}>")
    return _DERIVED.sub("<derived>", text).replace(__version__, "<version>")


@pytest.mark.parametrize("name", FORMATS)
def test_looks_like_its_snapshot(name: str) -> None:
    file = FOLDER / f"{name}.txt"
    text = render(name, sample())
    if os.environ.get("UPDATE_SNAPSHOTS"):
        FOLDER.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")
