"""Compiled Python: what binds a string in the source binds it in the byte code."""

from __future__ import annotations

import importlib.util
import marshal
import struct
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okx_secret_scan.detector import detect
from okx_secret_scan.detector.bytecode import read_byte_code
from okx_secret_scan.detector.opcodes import PYTHON_2, PYTHON_3, Edition
from okx_secret_scan.model import Blob, Finding, Rule
from tests.values import Account, account, api_key, passphrase, secret_key

FULL = {Rule.API_KEY, Rule.SECRET_KEY, Rule.PASSPHRASE}
HEADER = importlib.util.MAGIC_NUMBER + bytes(12)
# `{k}`, `{s}` and `{p}` stand for the parts of a credential.
BOUND = {
    "module": 'OKX_API_KEY = "{k}"\nOKX_SECRET_KEY = "{s}"\nOKX_PASSPHRASE = "{p}"\n',
    "among others": (
        'import okx\nDEBUG = True\nfor n in range(3): print(n, "grid")\napi_key = "{k}"\nbase = "https://www.okx.com"\n'
        'secret_key = "{s}"\ntimeout = 10 * len(base)\npassphrase = "{p}"\n'
    ),
    "class": 'class OkxConfig:\n    api_key = "{k}"\n    secret_key = "{s}"\n    passphrase = "{p}"\n',
    "attributes": (
        'class Okx:\n    def __init__(self):\n        self.api_key = "{k}"\n'
        '        self.secret_key = "{s}"\n        self.passphrase = "{p}"\n'
    ),
    "dictionary": 'okx = {{"apiKey": "{k}", "secretKey": "{s}", "passphrase": "{p}"}}\n',
    "call with a dictionary": (
        "import ccxt\ndef client(wait):\n"
        '    return ccxt.okx({{"apiKey": "{k}", "secret": "{s}", "password": "{p}", "timeout": wait}})\n'
    ),
    "call by keyword": (
        "from okx.Account import AccountAPI\n"
        'a = AccountAPI(api_key="{k}", api_secret_key="{s}", passphrase="{p}")\n'
    ),
    "call by position": (
        'from okx.Account import AccountAPI\na = AccountAPI("{k}", "{s}", "{p}", False, "0")\n'
    ),
    "parameters": 'def okx(api_key="{k}", secret_key="{s}", passphrase="{p}"): pass\n',
    "unpacked": 'okx_api_key, okx_secret_key, okx_passphrase = "{k}", "{s}", "{p}"\n',
    "items": (
        'import os\nos.environ["OKX_API_KEY"] = "{k}"\nos.environ["OKX_SECRET_KEY"] = "{s}"\n'
        'os.environ["OKX_PASSPHRASE"] = "{p}"\n'
    ),
    "setters": (
        "import okx\nc = okx.Config()\n"
        'c.setApiKey("{k}")\nc.setSecretKey("{s}")\nc.setPassphrase("{p}")\n'
    ),
}  # fmt: skip
FALLBACKS = {
    "getenv": 'import os\nk = os.getenv("OKX_API_KEY", "{k}")\ns = os.getenv("OKX_SECRET_KEY", "{s}")\n',
    "get": (
        'import os\nk = os.environ.get("OKX_API_KEY", "{k}")\n'
        's = os.environ.get("OKX_SECRET_KEY", default="{s}")\n'
    ),
    "or": (
        'import os\nk = os.getenv("OKX_API_KEY") or "{k}"\n'
        's = os.getenv("OKX_SECRET_KEY") or os.getenv("S") or "{s}"\n'
    ),
}  # fmt: skip


def compiled(source: str) -> bytes:
    return HEADER + marshal.dumps(compile(source, "bot.py", "exec"))


def filled(template: str, values: Account) -> str:
    return template.format(k=values.key, s=values.secret, p=values.passphrase)


def find(data: bytes, path: str | None = "__pycache__/bot.cpython-311.pyc") -> tuple[Finding, ...]:
    return detect(Blob(data, path)).findings


def spelled(data: bytes, finding: Finding) -> str:
    place = finding.location
    assert place.line == place.end_line
    line = data.decode("latin-1").split("\n")[place.line - 1]
    return line[place.column - 1 : place.end_column - 1]


@pytest.mark.parametrize("name", sorted(BOUND))
def test_strings_are_bound_as_in_the_source(name: str) -> None:
    values = account()
    data = compiled(filled(BOUND[name], values))
    findings = find(data)
    assert {f.rule for f in findings} == FULL
    assert len(findings) == 3
    assert len({f.credential for f in findings}) == 1
    assert {spelled(data, f) for f in findings} == {values.key, values.secret, values.passphrase}


@pytest.mark.parametrize("name", sorted(FALLBACKS))
def test_fallbacks_stay_fallbacks(name: str) -> None:
    findings = find(compiled(filled(FALLBACKS[name], account())))
    variables = {f.rule: f.env_fallback.variable if f.env_fallback else None for f in findings}
    assert variables.keys() == {Rule.API_KEY, Rule.SECRET_KEY}
    assert variables[Rule.API_KEY] == "OKX_API_KEY"
    assert variables[Rule.SECRET_KEY] in {"OKX_SECRET_KEY", "S"}


def test_other_exchanges_keep_theirs() -> None:
    source = 'class Kucoin:\n    api_key = "{s}"\n    secret = "{k}"\n    passphrase = "{p}"\n'
    assert find(compiled(filled(source, account()))) == ()


def test_two_accounts_stay_two() -> None:
    source = f'okx_demo_secret_key = "{secret_key()}"\nokx_live_secret_key = "{secret_key()}"\n'
    assert len({f.credential for f in find(compiled(source))}) == 2


def test_characters_of_several_bytes_keep_places_exact() -> None:
    values = account()
    data = compiled(
        f'note = "密钥 → 🚀 \\" \\n"\nokx_passphrase = "é{values.passphrase}"\nokx_api_key = "{values.key}"\n'
    )
    found = {f.rule: f for f in find(data)}
    assert found[Rule.PASSPHRASE].secret.reveal() == "é" + values.passphrase
    assert spelled(data, found[Rule.PASSPHRASE]).encode("latin-1").decode() == "é" + values.passphrase


def test_unbound_strings_are_written_as_well() -> None:
    mosaic = read_byte_code(
        compiled('"""Notes."""\nx = [("a", ("b", b"c")), {"d"}]\nif x in ("e", "f"): pass\n')
    )
    assert mosaic is not None
    for text in ("Notes.", "a", "b", "c", "d", "e", "f"):
        assert f'"{text}"' in mosaic.text


@pytest.mark.parametrize("path", ["a.pyc", "backup.bin", None])
def test_the_content_tells_byte_code(path: str | None) -> None:
    data = compiled(filled(BOUND["class"], account()))
    assert {f.rule for f in find(data, path)} == FULL


# Byte code of other versions, put together by hand: object by object, instruction by instruction.


def text(value: str) -> bytes:
    return b"u" + struct.pack("<i", len(value.encode())) + value.encode()


def group(*items: bytes) -> bytes:
    return b"(" + struct.pack("<i", len(items)) + b"".join(items)


def assigned(edition: Edition, pairs: list[tuple[str, str]]) -> bytes:
    """Return a file of `edition` that assigns values to names."""
    number = {name: code for code, name in edition.operations.items()}
    instructions = bytearray()
    for index in range(len(pairs)):
        for name in ("LOAD_CONST", "STORE_NAME"):
            instructions += bytes((number.get(name, 250), index))
            instructions += b"\0" * edition.wide
    names = group(*(text(name) for name, _ in pairs))
    constants = group(*(text(value) for _, value in pairs))
    blob = b"s" + struct.pack("<i", len(instructions)) + bytes(instructions)
    objects = [blob, constants, names, *[group()] * (edition.name - 4), text("bot.py"), text("<module>")]
    objects += [text("<module>")] * (edition.objects - len(objects))
    head = struct.pack("<H", edition.first) + b"\r\n" + bytes(edition.header - 4)
    code = b"c" + bytes(4 * edition.integers) + b"".join(objects) + bytes(4)
    return head + code + (b"s" + bytes(4)) * edition.tables


@pytest.mark.parametrize("edition", [PYTHON_2, *PYTHON_3], ids=lambda edition: edition.versions)
def test_every_edition_is_read(edition: Edition) -> None:
    values = account()
    pairs = [
        ("exchange", "okx"),
        ("secret_key", values.secret),
        ("passphrase", values.passphrase),
        ("api_key", values.key),
    ]
    data = assigned(edition, pairs)
    mosaic = read_byte_code(data)
    assert mosaic is not None
    assert mosaic.text == "".join(f'{name} = "{value}"\n' for name, value in pairs)
    assert {spelled(data, f) for f in find(data)} == {values.key, values.secret, values.passphrase}


def test_the_running_python_is_known() -> None:
    magic = int.from_bytes(importlib.util.MAGIC_NUMBER[:2], "little")
    edition = next(edition for edition in PYTHON_3 if edition.first <= magic)
    assert edition.versions == f"{sys.version_info[0]}.{sys.version_info[1]}"


def test_unknown_instructions_leave_names_in_order() -> None:
    values = account()
    source = f'import ccxt\nx = ccxt.okx("{values.key}", "{values.secret}")\n'
    mosaic = read_byte_code(struct.pack("<H", 3700) + compiled(source)[2:])
    assert mosaic is not None
    assert f'ccxt.okx.x("{values.key}", "{values.secret}")' in mosaic.text


@settings(max_examples=300, deadline=None)
@given(
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=8),
    end=st.floats(0, 1),
)
def test_no_damage_raises(changes: list[tuple[float, int]], end: float) -> None:
    data = bytearray(compiled(filled(BOUND["call with a dictionary"] + BOUND["class"], ACCOUNT)))
    for place, byte in changes:
        data[16 + int(place * (len(data) - 16))] = byte
    detect(Blob(bytes(data[: 16 + int(end * len(data))]), "a.pyc"))


ACCOUNT = Account(api_key(), secret_key(), passphrase())


def test_references_cannot_blow_up() -> None:
    # Tuples of ten times the tuple before, twelve levels deep, loaded again and again.
    constant = b"\xa9\x02" + (text("ha") * 2)
    for level in range(12):
        reference = b"r" + struct.pack("<i", level)
        constant = b"\xa9\x0a" + (reference * 9 if level else b"N" * 9) + constant
    edition = next(edition for edition in PYTHON_3 if edition.versions == "3.8")
    data = assigned(edition, [("a", "b")] * 200)
    at = data.index(b"(" + struct.pack("<i", 200))
    data = data[: at + 5] + constant + data[at + 5 + len(text("b")) :]
    mosaic = read_byte_code(data)
    assert mosaic is None or mosaic.length <= 20 * len(data)


def test_deep_nesting_ends() -> None:
    assert read_byte_code(HEADER + b"c" + bytes(20) + b")\x01" * 100_000) is None


def test_a_text_that_begins_alike_is_a_text() -> None:
    data = (
        struct.pack("<H", PYTHON_3[0].first)
        + b"\r\n"
        + b"x" * 12
        + b'c okx_secret_key = "%s"\n' % secret_key().encode()
    )
    assert [f.location.line for f in find(data, "a.txt")] == [2]
