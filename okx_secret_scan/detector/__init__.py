"""Text in, findings out. Pure: no file, no git, no configuration, no clock."""

from __future__ import annotations

from okx_secret_scan.detector.detect import detect
from okx_secret_scan.detector.gate import could_match

__all__ = ["could_match", "detect"]
