"""What the gate stops, the detector would find nothing in."""

from __future__ import annotations

import base64
import json
import random
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okx_secret_scan.detector import could_match, detect
from okx_secret_scan.detector.gate import WORDS, archive_format
from okx_secret_scan.detector.providers import PROVIDERS, Owner, owner_of
from okx_secret_scan.model import Blob
from tests.values import api_key, passphrase, secret_key

# A set is a set without the word OKX: the gate has to see it by its shapes.
NAMED = (
    'api_key = "{key}"\nsecret_key = "{secret}"\n',
    "apiKey: {key}\napiSecret: {secret}\n",
    '{{"id": "{key}", "secret": "{secret}", "pwd": "{phrase}"}}',
    "API_KEY={key}\nSECRET={secret}\nPASSPHRASE={phrase}\n",
    '{{"op": "login", "args": [{{"apiKey": "{key}", "passphrase": "{phrase}"}}]}}',
)


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def _url_safe(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _percent(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())


def _escaped(text: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in text.encode())


def _unicode(text: str) -> str:
    return "".join(f"\\u{ord(character):04X}" for character in text)


def _entities(text: str) -> str:
    return "".join(f"&#x{ord(character):x};" for character in text)


def _hex(text: str) -> str:
    return text.encode().hex()


def _plain(text: str) -> str:
    return text


ENCODERS = (_plain, _base64, _url_safe, _percent, _escaped, _unicode, _entities, _hex)
CHARSETS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1")

encoders = st.sampled_from(ENCODERS)
surroundings = st.text(
    st.characters(min_codepoint=32, max_codepoint=126, exclude_characters="\\"), max_size=40
)


def _assert_let_in(data: bytes, path: str | None) -> None:
    if detect(Blob(data, path)).findings:
        assert could_match(data, path)


@given(
    text=st.sampled_from(NAMED),
    key=encoders,
    secret=encoders,
    charset=st.sampled_from(CHARSETS),
    before=surroundings,
)
@settings(max_examples=300, deadline=None)
def test_what_is_found_of_a_set_is_let_in(
    text: str,
    key: Callable[[str], str],
    secret: Callable[[str], str],
    charset: str,
    before: str,
) -> None:
    written = text.format(key=key(api_key()), secret=secret(secret_key()), phrase=passphrase())
    _assert_let_in(f"{before}\n{written}".encode(charset), "bot.txt")


@given(
    text=st.sampled_from(NAMED), whole=encoders, shift=st.integers(0, 2), charset=st.sampled_from(CHARSETS)
)
@settings(max_examples=200, deadline=None)
def test_what_is_found_in_an_encoded_file_is_let_in(
    text: str, whole: Callable[[str], str], shift: int, charset: str
) -> None:
    written = " " * shift + text.format(key=api_key(), secret=secret_key(), phrase=passphrase())
    _assert_let_in(f'config = "{whole(written)}"\n'.encode(charset), "bot.txt")


@given(
    word=st.sampled_from(["okx", "OKX", "Okx", "okex", "OKEX", "okcoin", "OK-ACCESS-KEY"]),
    shift=st.integers(0, 5),
    encoder=st.sampled_from([_base64, _url_safe, _hex, _percent, _escaped, _unicode, _plain]),
    charset=st.sampled_from(CHARSETS),
)
@settings(max_examples=200, deadline=None)
def test_what_is_bound_by_an_encoded_word_is_let_in(
    word: str, shift: int, encoder: Callable[[str], str], charset: str
) -> None:
    inner = "a" * shift + json.dumps({word: {"secret": secret_key(), "passphrase": passphrase()}})
    _assert_let_in(f'config = "{encoder(inner)}"\n'.encode(charset), "bot.py")


@pytest.mark.parametrize("shift", range(6))
@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
def test_a_word_is_seen_in_base64_at_each_alignment(shift: int, encode: Callable[[bytes], bytes]) -> None:
    for word in ("okx", "OKX", "Okx", "okex", "OKEX", "okcoin", "oklink", "OK-ACCESS-KEY"):
        inner = b"_" * shift + word.encode() + b": " + b"a" * 40
        assert could_match(b"data: " + encode(inner)), word


@pytest.mark.parametrize("shift", range(3))
def test_a_secret_key_is_seen_in_base64_at_each_alignment(shift: int) -> None:
    for _ in range(50):
        inner = b"." * shift + secret_key().encode() + b"."
        assert could_match(b"data: " + base64.b64encode(inner))


@pytest.mark.parametrize("encode", [_base64, _url_safe])
def test_what_is_encoded_twice_is_let_in_and_found(encode: Callable[[str], str]) -> None:
    for _ in range(50):
        data = f'OKX_SECRET_KEY = "{encode(encode(secret_key()))}"'.encode()
        assert could_match(data[6:])
        assert len(detect(Blob(data)).findings) == 1


@pytest.mark.parametrize("text", ["K" * 40, "KL-_" * 20, "Z" * 99, "Q0-_" * 11])
def test_what_only_looks_encoded_twice_does_no_harm(text: str) -> None:
    assert not could_match(text.encode())


@pytest.mark.parametrize("encoder", ENCODERS[3:])
def test_an_encoded_secret_key_is_let_in(encoder: Callable[[str], str]) -> None:
    for _ in range(50):
        assert could_match(f'x = "{encoder(secret_key())}"'.encode())


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize("text", ["okx", "欧易密钥: secret_key = 1", "OK-ACCESS-KEY"])
def test_words_are_seen_in_utf_16(text: str, charset: str) -> None:
    assert could_match(text.encode(charset))


def test_zero_bytes_do_not_make_a_binary_file_text() -> None:
    spread = b"\0".join(bytes([byte]) for byte in b"okx " + secret_key().encode())
    assert not could_match(bytes(range(1, 256)) * 20 + spread)


def test_the_path_may_be_all_that_names_okx() -> None:
    data = f'secret = "{secret_key()}"\n'.encode()
    assert detect(Blob(data, "okx/config.py")).findings
    assert could_match(data, "okx/config.py")
    assert not could_match(data, "bots/config.py")


def test_a_session_token_is_let_in() -> None:
    body = base64.urlsafe_b64encode(json.dumps({"iss": "okcoin", "jti": "a" * 22}).encode()).decode()
    token = f"eyJhbGciOiJFUzI1NiJ9.{body.rstrip('=')}.{'c' * 86}".encode()
    assert detect(Blob(token, "log.txt")).findings
    assert could_match(token, "log.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"import os\nprint(os.getcwd())\n" * 100,
        b"deadbeef" * 40,
        b"the book, a token, broken\n",
        b'{"integrity": "sha512-' + b"q83v" * 21 + b'"}',
        b"4x3y" * 40 + b"deadbeef" * 20,
        b"deadbeef-dead-beef-dead-beefdeadbeef, my secret, -4",
    ],
)
def test_most_content_is_stopped(data: bytes) -> None:
    assert not could_match(data, "src/main.py")


OKX = [row for row in PROVIDERS if row.owner is Owner.OKX]


@pytest.mark.parametrize("row", OKX, ids=lambda row: row.example)
def test_the_gate_knows_a_word_of_every_row(row: object) -> None:
    example = getattr(row, "example")  # noqa: B009
    assert any(word in example.lower().encode() for word in WORDS)
    assert could_match(example.encode())


def test_nothing_names_okx_without_a_word_of_the_gate() -> None:
    source = random.Random(6)
    alphabet = "okexcinlaOKXEC-_. 欧易意歐s"
    named = 0
    for _ in range(60_000):
        text = "".join(source.choices(alphabet, k=source.randint(3, 12)))
        if owner_of(text) is Owner.OKX:
            named += 1
            assert could_match(text.encode()), text
    assert named > 100


@pytest.mark.parametrize("word", WORDS)
def test_every_word_is_one_of_okx(word: bytes) -> None:
    text = word.decode()
    assert owner_of(text + "_key") is Owner.OKX or owner_of(f"{text}-key") is Owner.OKX or "access" in text


def test_the_gate_imports_nothing() -> None:
    script = """
import sys
before = set(sys.modules)
import okx_secret_scan.detector.gate
print(*sorted(set(sys.modules) - before))
"""
    done = subprocess.run(
        [sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    package = "okx_secret_scan"
    assert set(done.stdout.split()) <= {
        package,
        f"{package}.detector",
        f"{package}.detector.gate",
        "__future__",
    }


def test_containers_are_known_by_their_first_bytes() -> None:
    assert archive_format(b"PK\x03\x04rest") == "zip"
    assert archive_format(b"\x1f\x8b\x08rest") == "gzip"
    assert archive_format(b"BZh91AY&SYrest") == "bzip2"
    assert archive_format(b"\xfd7zXZ\0rest") == "xz"
    assert archive_format(b"\0" * 257 + b"ustar\0") == "tar"
    assert archive_format(b"BZhang wrote this\n") is None
    assert archive_format(b"PK is a name") is None


@pytest.mark.parametrize("mark", ["sha512-", "sha256:", "integrity sha384-"])
def test_chance_words_in_checksums_name_nobody(mark: str) -> None:
    line = f"  resolved x\n  {mark}q2Fy{'{}'}9Lw+/Zm0aPq7TnE4vB1cXy2RdSgHuJk=="
    assert not could_match(line.format("oKx").encode())
    assert could_match(line.format("oKx").replace(mark, "name: ").encode())
    assert could_match((line.format("oKx") + "\n# okx").encode())
    assert could_match(f"{mark}okx client".replace("sha", "for sha").replace("okx", " okx").encode())
