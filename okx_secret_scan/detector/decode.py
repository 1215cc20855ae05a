"""From bytes to text: which encoding a blob is written in."""

from __future__ import annotations

import codecs

from okx_secret_scan.detector.gate import wide_encoding


def decode(data: bytes) -> str:
    """Return the text of `data` without a byte order mark; never fails.

    Undecodable bytes become Latin-1 characters one by one, so that columns count bytes there.
    """
    wide = wide_encoding(data)
    if wide is not None:
        mark, encoding = wide
        return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")
