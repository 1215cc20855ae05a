"""Session tokens: JSON Web Tokens whose payload says that OKX issued them."""

from __future__ import annotations

import binascii
from collections.abc import Iterator

from okx_secret_scan.detector import shapes
from okx_secret_scan.detector.providers import HOST


def session_tokens(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of OKX's session tokens in `text`."""
    if ".eyJ" not in text:
        return
    for match in shapes.JWT.finditer(text):
        payload = _payload(match[0])
        issuer, domain = str(payload.get("iss", "")), str(payload.get("dom", ""))
        if "okcoin" in issuer.lower() or "okx" in issuer.lower() or HOST.fullmatch(domain):
            yield match.span()


def _payload(token: str) -> dict[str, object]:
    # Nearly no text holds a token.
    import base64
    import json

    body = token.split(".")[1]
    try:
        payload = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    except (binascii.Error, ValueError):
        return {}
    return payload if isinstance(payload, dict) else {}
