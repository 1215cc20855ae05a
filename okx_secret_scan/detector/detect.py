"""The detector's front door."""

from __future__ import annotations

from okx_secret_scan.model import Blob, Detection


def detect(blob: Blob) -> Detection:
    """Find the OKX credentials in `blob`."""
    return Detection()
