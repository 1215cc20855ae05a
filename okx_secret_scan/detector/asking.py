"""What may ask for a passphrase, wherever it stands in a name."""

from __future__ import annotations

import re
from typing import NamedTuple

from okx_secret_scan.detector.screen import literal


class Asking(NamedTuple):
    """A pattern, and what its matches start with: ASCII in lower case, other letters as they are written.

    `traces` are the least that a match of each start takes, as patterns for `screen.present`.
    """

    pattern: re.Pattern[str]
    starts: tuple[str, ...]
    traces: tuple[bytes, ...]


def _asking(pattern: str, starts: tuple[str, ...]) -> Asking:
    traces = tuple(_trace(start, literal(start.encode())) for start in starts)
    return Asking(re.compile(pattern, re.IGNORECASE | re.MULTILINE), starts, traces)


def _trace(start: str, trace: bytes) -> bytes:
    # Two letters stand in most texts, but not as a word.
    return rb"(?:^|[^a-z])%s(?:[^a-z]|$)" % trace if start.isascii() and len(start) == 2 else trace


_WORDS = (
    r"phrase|(?<!\$\()pwd|(?<![a-z])p[wp](?![a-z.$(\[])|client_?id|密码|密碼|通行短語|口令|парол|фраз|パス|패스|비밀번호|parola|şifre"
    r"|contraseña|senha|kennwort"
)
# Clients take it behind the secret key.
_BEHIND_SECRET = r"secret\w*[\"'\])]{0,3},"
_STARTS = (
    "pass", "phrase", "pwd", "pw", "pp", "client", "secret", "密码", "密碼", "通行短語", "口令", "парол",
    "Парол", "ПАРОЛ", "фраз", "Фраз", "ФРАЗ", "パス", "패스", "비밀번호", "parola", "şifre", "Şifre",
    "contrase", "senha", "kennwort",
)  # fmt: skip

ANYWHERE = _asking(rf"pass|{_WORDS}|{_BEHIND_SECRET}|(?<=[a-z])api\(", (*_STARTS, "api("))
# Names that may bind a passphrase which stands alone; "passed" and "passes" are none.
FOR_ONE_ALONE = _asking(
    r"pass[-_ ]?(?:ph|word|wd|code)|passw"
    r"|(?:(?<=api)|(?<=api[-_ ])|(?<=okx)|(?<=okx[-_ ])|(?<=okex)|(?<=okex[-_ ]))pass"
    rf"|(?<![^\W_])passw?[\"'\])]*\s*(?:[:=,]|$)|{_WORDS}|{_BEHIND_SECRET}",
    _STARTS,
)
