"""Values that were published on purpose and open nobody's account, known by their SHA-256 alone."""

from __future__ import annotations

from typing import NamedTuple


class Published(NamedTuple):
    """A published value by hash, and the page that shows it."""

    sha256: str
    source: str


PUBLISHED = (
    Published(
        "477a08c0eb19eedcfbcaaf28687d05fd4854161e23ecce1b8836a4ece1d880e9",
        "sample secret key of the signature chapter, https://www.okx.com/docs-v5/en/#overview-rest-authentication",
    ),
    Published(
        "977acba536cfc6ac41a2674ca4e69d8504da34819b565479b579b8a4084ca058",
        "shared sandbox API key, https://github.com/okx/onchainos-skills (README until 2026-03)",
    ),
    Published(
        "2a1cd57562f4ddc3a6d8e1d4a6464bc236e6610b14e90765561bd665a4f3c378",
        "shared sandbox secret key, https://github.com/okx/onchainos-skills (README until 2026-03)",
    ),
    Published(
        "dc65492ca5c6384d0cdbf201af1e5118d04354e952cf07e38ec8b2de5bf2fb7d",
        "shared API key for a quick start, https://github.com/okx/onchainos-skills (README, 0e8b7247)",
    ),
    Published(
        "1ed547ef40d20cdade6f6564b4330dce42dbf8ca9ff8c59f69496e9b103c68c6",
        "shared secret key for a quick start, https://github.com/okx/onchainos-skills (README, 0e8b7247)",
    ),
    Published(
        "bcbd15a053c7643b61c9cfb25a33d552d891c0b8c8c366d59c9655cb1bf9ef09",
        "sample API key of the chapter on sub-accounts, https://www.okx.com/docs-v5/zh/ (as of 2021)",
    ),
    Published(
        "833bb619d0bef1eb73363a84af5a598aaea51a6fc2706bde1147466dc96e0853",
        "sample secret key, https://github.com/tiagosiebler/okx-api (README)",
    ),
)
_HASHES = frozenset(row.sha256 for row in PUBLISHED)


def is_published(value: str) -> bool:
    """Return whether `value` is one that OKX or an SDK printed as a sample."""
    import hashlib  # Most texts hold nothing that looks like a key and shall not wait for it.

    return hashlib.sha256(value.encode()).hexdigest() in _HASHES
