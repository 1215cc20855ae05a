"""What baselines of detect-secrets know the plugin by. None of it may ever change."""

from __future__ import annotations

from okx_secret_scan.model import Rule

TYPES = {
    Rule.API_KEY: "OKX API Key",
    Rule.SECRET_KEY: "OKX Secret Key",
    Rule.PASSPHRASE: "OKX Passphrase",
    Rule.SESSION_TOKEN: "OKX Session Token",
}
"""The type of secret of each rule's results."""

PLUGINS = ("OkxApiKeyDetector", "OkxPassphraseDetector", "OkxSecretKeyDetector", "OkxSessionTokenDetector")
"""The names of the plugin's classes."""
