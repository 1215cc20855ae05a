"""How findings get past the filters of detect-secrets.

The filters that look at values never see one: `token` stands in for it. One filter drops whole lines before
any plugin sees them, every `name = call(...)`, and so each look-up with a fall-back: it is replaced by one
that lets a line with a finding through and then keeps the other plugins' results out, as if it had not.
"""

from __future__ import annotations

import os
from typing import Any

from detect_secrets.core.scan import get_filters_with_parameter
from detect_secrets.filters import heuristic
from detect_secrets.settings import get_filters, get_settings
from detect_secrets.util.code_snippet import CodeSnippet
from detect_secrets.util.inject import call_function_with_arguments

from okx_secret_scan.model import Finding
from okx_secret_scan.plugin.findings import ADHOC, Place, line_of, stands_in

SWITCH = "OKX_SECRET_SCAN_STOCK_FILTERS"
"""The environment variable that, set to anything, leaves detect-secrets as it is."""

_ALLOWLIST = "detect_secrets.filters.allowlist.is_line_allowlisted"
_STOCK = "detect_secrets.filters."
# The stock filters that do what a user asks for, in contrast to those that guess.
_ASKED_FOR = ("detect_secrets.filters.regex.", "detect_secrets.filters.wordlist.")

_stock_verdict = heuristic.is_indirect_reference


def token(fingerprint: str) -> str:
    """Return what detect-secrets gets to see instead of a value.

    Hexadecimal digits set apart by dashes: no UUID, no sequence, no template, no word of a word list; and
    the gibberish filter does not judge hexadecimal digits and dashes.
    """
    return "-".join("f" + fingerprint)


def comments_count() -> bool:
    """Tell whether comments silence findings; `scan --only-allowlisted` looks for what they silence."""
    return _ALLOWLIST in get_settings().filters


def counts(finding: Finding, place: Place) -> bool:
    """Tell whether neither a comment nor a filter that the user asked for silences `finding`.

    detect-secrets has asked the filters about the line it looks at and will ask them about the token; this
    asks about the finding's own line and value.
    """
    if finding.suppressed and comments_count():
        return False
    known = {
        "filename": place.filename,
        "line": line_of(place, finding),
        "secret": finding.secret.reveal(),
    }
    return not any(_drops(judge, known) for judge in _judges())


def _judges() -> list[Any]:
    by_path = {
        judge.path: judge
        for parameter in ("line", "secret")
        for judge in get_filters_with_parameter(parameter)
        if judge.path.startswith(_ASKED_FOR) or not judge.path.startswith(_STOCK)
    }
    return list(by_path.values())


def _drops(judge: Any, known: dict[str, str]) -> bool:
    try:
        return bool(call_function_with_arguments(judge, **known))
    except TypeError:
        # It wants to know more than there is to know here; detect-secrets asks it later, with all it wants.
        return False


def install(plugin_class: type) -> None:
    """Let lines with findings past the filter for indirect references, but for `plugin_class` alone."""
    if os.environ.get(SWITCH) or heuristic.is_indirect_reference is not _stock_verdict:
        return

    # detect-secrets passes what a filter's parameters are named after: those of the line when it decides
    # on a line, those of the line and of the plugin when it decides on a result.
    def is_indirect_reference(
        line: str, filename: str = "", context: CodeSnippet | None = None, plugin: object = None
    ) -> bool:
        if not _stock_verdict(line):
            return False
        if plugin is not None:
            return filename != ADHOC and not isinstance(plugin, plugin_class)
        return not stands_in(filename, line, context)

    heuristic.is_indirect_reference = is_indirect_reference
    get_filters.cache_clear()
