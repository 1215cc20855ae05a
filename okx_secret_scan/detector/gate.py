"""Decides from raw bytes whether the detector could find anything; imports nothing, so hooks start fast."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCK = b"1AY&SY"  # the digits of pi that start a block of bzip2
_MAGIC = (
    (b"PK\x03\x04", "zip"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
)
_PREFIXES = tuple(magic for magic, _ in _MAGIC)


def _table(kept: bytes, mark: bytes) -> bytes:
    """Return a translation that turns the bytes in `kept` into `mark` and all others into a blank."""
    return bytes(mark[0] if byte in kept else 0x20 for byte in range(256))


_UPPER = _table(b"0123456789ABCDEF", b"A")
_ALNUM = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_UPPER_ALONE = bytes(0x41 if b in b"0123456789ABCDEF" else 0x78 if b in _ALNUM else 0x20 for b in range(256))
_LOWER = bytes(0x2D if b == 0x2D else c for b, c in enumerate(_table(b"0123456789abcdef", b"a")))
_SECRET = b" " + b"A" * 32 + b" "
_UUID = b"aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"
_FOUR, _VARIANTS = b"4"[0], b"89ab"
_HEX_DIGITS = b"0123456789ABCDEFabcdef"
_ANY_HEX = _table(_HEX_DIGITS, b"A")
_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"
_BASE64 = _table(_ALPHABET[:62] + b"+/", b"A")
_LONGEST_CHECKSUM = 140  # characters of a SHA-512 in hex digits and what introduces it
_CHECKSUMS = (b"sha512-", b"sha384-", b"sha256-", b"sha512:", b"sha384:", b"sha256:", b"sha256=")
# Characters of the base64 of the base64 of a secret key.
SHORTEST_TWICE = 56
# What the base64 of base64 consists of, by place in each group of four: its text has few bits that are free.
TWICE = (
    b"KLMNOQRSTUVWXYZabcde",
    bytes(_ALPHABET[n] for n in range(64) if 2 <= n % 16 <= 7),
    bytes(_ALPHABET[n] for n in range(64) if n % 4 < 2),
)
_TRIPLE = _table(b"MNOQR", b"M")
_HALF = _table(b"2346", b"H")


def _base64_parts(word: str) -> tuple[bytes, ...]:
    """Return what a word of three characters gives in base64 at each of its three alignments.

    Only whole characters count: six bits that lie within the word.
    """
    bits = "".join(f"{byte:08b}" for byte in word.encode())
    alphabet = _ALPHABET[:64]
    parts = []
    for skipped in (0, 4, 2):
        sixes = [bits[i : i + 6] for i in range(skipped, len(bits) - 5, 6)]
        parts.append(bytes(alphabet[int(six, 2)] for six in sixes))
    return tuple(parts)


# Everything that names OKX, in lower case and as it is encoded in the file. The table of providers may use no
# other words; the tests see to it.
WORDS = (
    b"okx",
    b"okex",
    b"okcoin",
    b"oklink",
    b"ok-access",
    b"ok_access",
    b"okaccess",
    *(word.encode() for word in ("欧易", "欧意", "歐易")),
)
_LATIN_WORDS = tuple(word for word in WORDS if word.isascii())
_OTHER_WORDS = tuple(word for word in WORDS if not word.isascii())
# UTF-16 by hand: importing its codecs would take as long as all of this module.
_WIDE_WORDS = tuple(
    b"".join(ord(character).to_bytes(2, order) for character in word)
    for word in ("欧易", "欧意", "歐易")
    for order in ("little", "big")
)
_WIDE_MARKS = (
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_WIDE_STARTS = tuple(mark for mark, _ in _WIDE_MARKS)
SAMPLE = 4096
"""How many bytes, at the start of content, tell its encoding and whether it is an archive."""
# `{"op": "login", …}`, with and without escaped quotes.
LOGIN_LENGTH = 64
_LOGIN = (b'"op"', b"'op'", b'"op\\', b"'op\\")
# The words in base64: the characters that are the same whatever stands around them, for each alignment.
BASE64_WORDS = frozenset(
    part
    for word in ("okx", "OKX", "Okx", "oke", "OKE", "Oke", "okc", "okl", "OK-", "OK_", "ok-")
    for part in _base64_parts(word)
)


def could_match(data: bytes, path: str | None = None, words: tuple[bytes, ...] = ()) -> bool:
    """Return False only if the detector would find nothing in `data` at `path`, nor in `path` itself.

    It lets through what names OKX, in clear or encoded, and what could hold a set that does not: a key and a
    secret key, either of them encoded or cut in pieces, a login frame, a session token. `words` are those of
    a vocabulary; they are looked for in clear.
    """
    if archive_format(data) is not None or (path is not None and tells(path)):
        return True
    lower = data.lower()
    # The second part of a token is the base64 of an object, too.
    if could_ask(lower, words) or b".eyJ" in data or could_hold_set(data, lower):
        return True
    if b"\0" in data and wide_encoding(data) is not None:
        # Latin text is what is left without the zero bytes.
        return has_wide_word(data) or could_match(data.replace(b"\0", b""), words=words)
    return could_hide_set(data)


def tells(path: str) -> bool:
    """Return whether the path alone of a file lets it through: it names OKX, or could hold a value."""
    return has_word(path.lower().encode("utf-8", "surrogateescape")) or could_name(path)


def could_ask(lower: bytes, words: tuple[bytes, ...] = ()) -> bool:
    """Return whether content, `lower` in lower case, says whose values it holds: OKX's name, or as below."""
    return has_word(lower) or could_ask_unnamed(lower, words)


def could_ask_unnamed(lower: bytes, words: tuple[bytes, ...] = ()) -> bool:
    """Return whether content, `lower` in lower case, logs in to a stream or has one of `words`."""
    return _logs_in(lower) or any(word in lower for word in words)


def _logs_in(lower: bytes) -> bool:
    if b"login" not in lower:
        return False
    for mark in _LOGIN:
        position = lower.find(mark)
        while position >= 0:
            if lower.find(b"login", position, position + LOGIN_LENGTH) >= 0:
                return True
            position = lower.find(mark, position + 1)
    return False


def could_name(name: str) -> bool:
    """Return False only if the detector would find nothing in `name`, which files, folders or refs have."""
    data = name.encode("utf-8", "replace")
    key, secret = has_key(data), has_secret(data)
    return (key and secret) or ((key or secret) and has_word(data.lower()))


def has_word(lower: bytes) -> bool:
    """Return whether `lower`, bytes in lower case, name OKX."""
    return next(words_of(lower), None) is not None


def words_of(lower: bytes) -> Iterator[int]:
    """Yield where `lower`, bytes in lower case, may name OKX; of its names in Chinese the first ones."""
    # All Latin words begin alike, so one search finds the few places to look at.
    position = lower.find(b"ok")
    while position >= 0:
        if lower.startswith(_LATIN_WORDS, position) and not _in_checksum(lower, position):
            yield position
        position = lower.find(b"ok", position + 2)
    if not lower.isascii():
        yield from (place for word in _OTHER_WORDS if (place := lower.find(word)) >= 0)


def has_wide_word(data: bytes) -> bool:
    """Return whether `data`, in UTF-16 or UTF-32, name OKX in Chinese."""
    return any(word in data for word in _WIDE_WORDS)


def _in_checksum(lower: bytes, position: int) -> bool:
    """Return whether `position` is within a checksum: lock files spell every word by chance."""
    start = lower.rfind(b"sha", max(0, position - _LONGEST_CHECKSUM), position)
    return lower.startswith(_CHECKSUMS, start) and not lower[start + 7 : position].translate(None, _ALPHABET)


def could_hold_set(data: bytes, lower: bytes) -> bool:
    """Return whether `data`, in lower case `lower`, hold a key or a secret key and maybe the other."""
    if (b"secret" in lower or b"login" in lower) and has_key(data):
        return True
    return has_secret(data) and (b"key" in lower or b"id" in lower or b"login" in lower or has_key(data))


def has_secret(data: bytes) -> bool:
    """Return whether 32 upper-case hex digits stand alone in `data`."""
    return next(secret_spans(data), None) is not None


def secret_spans(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the spans of 32 upper-case hex digits that stand alone."""
    # Each run covers four of every eighth byte.
    if b"AAAA" not in data[::8].translate(_UPPER) or b"A" * 32 not in data.translate(_UPPER):
        return
    # Longer runs are other things: hashes, keys of chains, transactions.
    marks = b" " + data.translate(_UPPER_ALONE) + b" "
    start = marks.find(_SECRET)
    while start >= 0:
        yield start, start + 32
        start = marks.find(_SECRET, start + 33)


def has_key(data: bytes) -> bool:
    """Return whether a lower-case UUID of version 4 stands in `data`."""
    return next(key_spans(data), None) is not None


def key_spans(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the spans of lower-case UUIDs of version 4, whatever stands around them."""
    if b"-4" not in data:
        return
    marks = data.translate(_LOWER)
    start = marks.find(_UUID)
    while start >= 0:
        if data[start + 14] == _FOUR and data[start + 19] in _VARIANTS:
            yield start, start + 36
        start = marks.find(_UUID, start + 1)


def has_piece(data: bytes) -> bool:
    """Return whether `data` have eight upper-case hex digits in a row, or lower-case ones around a dash."""
    return b"AAAAAAAA" in data.translate(_UPPER) or b"aaa-aaa" in data.translate(_LOWER)


def long_runs(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the spans of forty and more characters of base64 in a row: enough to hold a secret key.

    Checksums are none: lock files have thousands of them.
    """
    for start, end in _runs(data.translate(_BASE64), 40):
        if not data.endswith(_CHECKSUMS, max(0, start - 7), start):
            yield start, end


def _runs(marks: bytes, shortest: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of `shortest` and more marks in a row, up to the next blank."""
    run = b"A" * shortest
    start = marks.find(run)
    while start >= 0:
        end = marks.find(b" ", start)
        yield start, end if end >= 0 else len(marks)
        start = marks.find(run, end) if end >= 0 else -1


def could_hide_set(data: bytes) -> bool:
    """Return whether encoded text in `data` may name OKX or be a secret key."""
    if any(hides_in_base64(data[start:end]) for start, end in long_runs(data)):
        return True
    # Keys and secret keys have digits, and each way of writing hex text has its sign for them.
    return has_hex(data) or any(
        prefix + b"3" in data and has_hex(data.replace(prefix, b"").replace(b";", b""))
        for prefix in (b"%", b"\\x", b"\\u00", b"&#x")
    )


def hides_in_base64(run: bytes) -> bool:
    """Return whether a word, or thirty upper-case hex digits, may stand in a run of base64, or of its base64.

    Three upper-case hex digits are four characters of base64 that begin with one of M, N, O, Q and R.
    """
    if not run.translate(None, _HEX_DIGITS):
        return False  # A checksum, most of the time.
    for word in BASE64_WORDS:  # Faster than a generator, and asked of each run.
        if word in run:
            return True
    digits = run.translate(_TRIPLE)
    if b"M" * 10 in digits[::4] + b" " + digits[1::4] + b" " + digits[2::4] + b" " + digits[3::4]:
        return True
    if len(run) < SHORTEST_TWICE:
        return False
    if any(run[place:20:4].translate(None, allowed) for place, allowed in enumerate(TWICE)):
        return False
    import binascii

    standard = run[: len(run) // 4 * 4].replace(b"-", b"+").replace(b"_", b"/")
    return hides_in_base64(binascii.a2b_base64(standard))


def has_hex(data: bytes) -> bool:
    """Return whether the hex of 32 hex digits and dashes stands in `data`: 3x, 4x, 6x or 2d in a row."""
    if b"AAAAAAAA" not in data[::8].translate(_ANY_HEX):
        return False
    for start, end in _runs(data.translate(_ANY_HEX), 64):
        halves = data[start:end].translate(_HALF)
        if b"H" * 32 in halves[::2] or b"H" * 32 in halves[1::2]:
            return True
    return False


def wide_encoding(data: bytes) -> tuple[bytes, str] | None:
    """Return the byte order mark of `data` and its encoding if that is UTF-16 or UTF-32.

    UTF-16 without a mark shows by the places at which the zero bytes of Latin text stand.
    """
    sample = data[:SAMPLE]
    if not data.startswith(_WIDE_STARTS) and b"\0" not in sample:
        return None  # as nearly all content
    for mark, encoding in _WIDE_MARKS:
        if data.startswith(mark):
            return mark, encoding
    if len(sample) < 4:
        return None
    half = len(sample) // 2
    even, odd = sample[0 : half * 2 : 2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.1:
        return b"", "utf-16-le"
    if even > half * 0.6 and odd < half * 0.1:
        return b"", "utf-16-be"
    return None


def archive_format(data: bytes) -> str | None:
    """Return which container `data` begins like: zip, gzip, bzip2, xz or tar, None if it is none."""
    if data[257:262] == b"ustar":
        return "tar"
    if not data.startswith(_PREFIXES):
        return None
    kind = next(kind for magic, kind in _MAGIC if data.startswith(magic))
    return None if kind == "bzip2" and data[4:10] != _BLOCK else kind
