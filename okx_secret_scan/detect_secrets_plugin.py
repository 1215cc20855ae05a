"""The file for `detect-secrets -p`, and what a shim in a repository imports.

detect-secrets runs it as a script, several times in each process, so it defines nothing itself.
"""

from __future__ import annotations

import sys

try:
    from okx_secret_scan.plugin.support import broken_configuration, objection
except ModuleNotFoundError:
    sys.exit(
        "okx-secret-scan is not installed where detect-secrets runs: "
        f"run `{sys.executable} -m pip install okx-secret-scan`"
    )

if _objection := objection() or broken_configuration():
    sys.exit(f"okx-secret-scan: {_objection}")

from okx_secret_scan.plugin.detectors import (
    OkxApiKeyDetector,
    OkxPassphraseDetector,
    OkxSecretKeyDetector,
    OkxSessionTokenDetector,
)

__all__ = ["OkxApiKeyDetector", "OkxPassphraseDetector", "OkxSecretKeyDetector", "OkxSessionTokenDetector"]
