"""What stands before a value may tell that it is something else; files with nothing more are not read."""

from __future__ import annotations

import base64

import pytest

from okx_secret_scan.detector import could_hold, detect
from okx_secret_scan.detector.dialects import dialect_of
from okx_secret_scan.detector.prefilter import regions
from okx_secret_scan.model import Blob
from tests.values import api_key, passphrase, secret_key


def _filled(text: str) -> str:
    return text.replace("UUID", api_key()).replace("HEX", secret_key()).replace("WORD", passphrase("!*+"))


@pytest.mark.parametrize(
    "text",
    [
        'okx = {"orderId": "UUID"}',
        "// okx\n{\n  clOrdId: 'UUID',\n}",
        '# okx\n#   "tradeId": "UUID"',
        'okx = {"order_id": order.exchange_order_id or "UUID"}',
        '# okx\ndef expected_order_id(self):\n    return "UUID"',
        "okx: ![picture](https://github.com/user-attachments/assets/UUID)",
        "okx: ![picture](https://images.example.org/12345-UUID.png)",
        "okx: https://images.example.org/coins/HEX.png",
        'okx = {"icon_checksum": "HEX", "orderId": "UUID"}',
        '<okx><Description DocumentID="HEX" about="xmp.iid:HEX"/></okx>',
        'okx_passphrase = os.getenv("WEB3_OKX_Passphrase")',
        "# okx\n**State:** PASS\n- D83-1.5b: smoke\n\n- Result (PASS / REST): D83-1.6b",
        "08:09 [INFO] okx order id=UUID clOrdId=HEX traceId=UUID",
    ],
)
def test_what_is_called_otherwise_is_not_read(text: str) -> None:
    content = _filled(text)
    assert detect(Blob(content.encode())).findings == ()
    assert regions(content) == []
    assert not could_hold(Blob(content.encode()))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('okx = {"apiKey": "UUID"}', 1),
        ('okx = {"apiKey": settings.okx_key or "UUID"}', 1),
        ('okx_key = field(default_factory=lambda: "UUID")', 1),
        ('okx = {"id": "UUID", "secret": "HEX"}', 2),
        ("okx id=UUID secret=HEX", 2),
        ("| OKX KEY | SECRET | PASS |\n|---|---|---|\n| UUID | HEX | WORD |", 3),
        ("OKX PASS: WORD", 1),
        ('okx_key = live ? key : "UUID"', 1),
        ('okx = {"apiKey": {"live": "UUID"}}', 1),
        ('{"name": "OKX_API_KEY", "value": "UUID"}', 1),
        ('def okx_api_key():\n    return "UUID"', 1),
        ("okx https://host.example.org/UUID/HEX", 0),
        ('okx = {"appKey": "UUID"}', 0),
        ('<okx apiKey="UUID"/>', 1),
        ('<okx><apiKey id="UUID"/></okx>', 1),
        ('{"a": "// okx\\nx = {\\nokx_key: \\"UUID\\""}', 1),
        ("okx https://host.example.org/api/sec/HEX?x", 0),
        ("import ccxt\nws_token = 'WORD'\nbot = ccxt.okx({'password': ws_token})", 1),
        ('okx <input name="OKX_PASS" value="WORD">', 1),
        ('(def OKX_PASS "WORD")', 1),
        ("OKX_API_KEY=https://okx.example.org/v5/UUID", 0),
    ],
)
def test_what_may_be_a_key_is_read(text: str, found: int) -> None:
    content = _filled(text)
    assert regions(content)
    assert could_hold(Blob(content.encode()))
    assert len(detect(Blob(content.encode())).findings) >= found


CODE = "okx = OKX(password=password, then=WORD)\nokx.run()\n"


@pytest.mark.parametrize("name", ["bot.py", "bot.js", "Bot.java", "bot.rs"])
def test_code_has_no_values_without_quotes(name: str) -> None:
    assert regions(_filled(CODE), name, dialect_of(name)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (CODE, "bot.env"),
        (CODE, "notes"),
        ("okx()  # okx passphrase: WORD\n", "bot.py"),
        ("# okx\n# passphrase: WORD\n", "bot.R"),
        ('s.strip(\'"""\')\nENV = """\nOKX_PASSPHRASE=WORD\n"""\n', "bot.py"),
        ('"""\nokx passphrase: WORD\n"""\n', "bot.py"),
        ("/* okx passphrase: WORD */", "bot.js"),
        ('run("export OKX_PASSPHRASE=WORD")', "bot.go"),
        ('run("export \\\n  OKX_PASSPHRASE=WORD")', "bot.go"),
        ("okx_passphrase = ${OKX_PASSPHRASE:-WORD}", "bot.tf"),
        ("my $okx_passphrase = q{WORD};", "bot.pl"),
        ("okx = { passphrase = [[WORD]] }", "bot.lua"),
        ("<okx><passphrase>WORD</passphrase></okx>", "bot.xml"),
    ],
)
def test_comments_notes_and_strings_have(text: str, name: str) -> None:
    content = _filled(text)
    assert regions(content, name, dialect_of(name))
    if text is not CODE:
        assert detect(Blob(content.encode(), name)).findings


def test_other_spellings_are_looked_at_by_themselves() -> None:
    key, secret, word = api_key(), secret_key(), passphrase()
    mixed = "".join(f"\\x{ord(digit):02x}" if n % 3 else digit for n, digit in enumerate(secret))
    for text in (
        f"okx_secret = '{mixed}'",
        f"okx_api_key = '{base64.b64encode(key.encode()).decode()}'",
        f"OKX_PASSPHRASE = '{word.encode().hex()}'",
        f"okx = {{`password`: `{base64.b64encode(word.encode()).decode()}`}}",
        'okx_passphrase = "HEAD\\\nTAIL"'.replace("HEAD", word[:6]).replace("TAIL", word[6:]),
        "$okx_passphrase = 'HEAD' .\n  'TAIL';".replace("HEAD", word[:6]).replace("TAIL", word[6:]),
        f'printf "OKX_SECRET_KEY\\n{secret}\\n"',
        f"OKX_PASSPHRASE = '{base64.b64encode(word.encode()).decode()}'",
    ):
        assert could_hold(Blob(text.encode()))
        assert detect(Blob(text.encode())).findings
