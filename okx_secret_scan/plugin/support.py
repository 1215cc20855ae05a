"""Which detect-secrets the plugin can live in."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from okx_secret_scan.model import UserError

_OLDEST = (1, 5)
_REMEDY = "run `pip install 'detect-secrets>=1.5'` in this environment"


def objection() -> str | None:
    """Return one line that says why the installed detect-secrets cannot load the plugin, None if it can."""
    if not find_spec("detect_secrets"):
        return f"detect-secrets is not installed: {_REMEDY}"
    found = _version()
    # Settings came with the plugin interface of 1.0; IBM's fork left before that.
    if "ibm" in found and not find_spec("detect_secrets.settings"):
        return f"IBM's fork of detect-secrets ({found}) cannot load this plugin: {_REMEDY}"
    if not find_spec("detect_secrets.settings") or _is_old(found):
        return f"detect-secrets {found} is too old for this plugin: {_REMEDY}"
    return None


def broken_configuration() -> str | None:
    """Return one line that says what is wrong with the configuration here, None if it can be used.

    Asked before anything is scanned: detect-secrets shows what goes wrong later as a traceback.
    """
    from okx_secret_scan.plugin.content import own_vocabulary

    try:
        own_vocabulary()
    except UserError as error:
        return str(error)
    return None


def _is_old(found: str) -> bool:
    numbers = re.match(r"(\d+)\.(\d+)", found)
    return numbers is not None and tuple(map(int, numbers.groups())) < _OLDEST


def _version() -> str:
    try:
        return version("detect-secrets")
    except PackageNotFoundError:
        return "of unknown version"
