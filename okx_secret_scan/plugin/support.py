"""Which detect-secrets the plugin can live in."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from okx_secret_scan.model import UserError

_REMEDY = "run `pip install 'detect-secrets>=1.5'` in this environment"


def objection() -> str | None:
    """Return one line that says why the installed detect-secrets cannot load the plugin, None if it can."""
    if not find_spec("detect_secrets"):
        return f"detect-secrets is not installed: {_REMEDY}"
    # Settings came with the plugin interface of 1.0; IBM's fork left before that.
    if find_spec("detect_secrets.settings"):
        return None
    found = _version()
    if "ibm" in found:
        return f"IBM's fork of detect-secrets ({found}) cannot load this plugin: {_REMEDY}"
    return f"detect-secrets {found} is too old for this plugin: {_REMEDY}"


def broken_configuration() -> str | None:
    """Return one line that says what is wrong with the configuration here, None if it can be used.

    Asked before anything is scanned: detect-secrets shows what goes wrong later as a traceback.
    """
    from okx_secret_scan.plugin.findings import own_vocabulary

    try:
        own_vocabulary()
    except UserError as error:
        return str(error)
    return None


def _version() -> str:
    try:
        return version("detect-secrets")
    except PackageNotFoundError:
        return "of unknown version"
