"""What may ask for a passphrase, wherever it stands in a name."""

from __future__ import annotations

import re
from typing import NamedTuple


class Asking(NamedTuple):
    """A pattern, and what its matches start with: ASCII in lower case, other letters as they are written."""

    pattern: re.Pattern[str]
    starts: tuple[str, ...]


_WORDS = (
    r"phrase|(?<!\$\()pwd|(?<![a-z])p[wp](?![a-z.$(\[])|client_?id|密码|密碼|通行短語|口令|парол|фраз|パス|패스|비밀번호|parola|şifre"
    r"|contraseña|senha|kennwort"
)
# Clients take it behind the secret key.
_BEHIND_SECRET = r"secret\w*[\"'\])]{0,3},"
_STARTS = (
    "pass", "phrase", "pw", "pp", "client", "secret", "密码", "密碼", "通行短語", "口令", "парол", "Парол",
    "ПАРОЛ", "фраз", "Фраз", "ФРАЗ", "パス", "패스", "비밀번호", "parola", "şifre", "Şifre", "contrase",
    "senha", "kennwort",
)  # fmt: skip

ANYWHERE = Asking(
    re.compile(rf"(?i)pass|{_WORDS}|{_BEHIND_SECRET}|(?<=[a-z])api\("),
    (*_STARTS, "api("),
)
# Names that may bind a passphrase which stands alone; "passed" and "passes" are none.
FOR_ONE_ALONE = Asking(
    re.compile(
        r"(?i)pass[-_ ]?(?:ph|word|wd|code)|passw|(?:(?<=api)|(?<=api[-_ ])|(?<=okx)|(?<=okex))pass"
        rf"|(?<![^\W_])passw?[\"'\])]*\s*(?:[:=,]|$)|{_WORDS}|{_BEHIND_SECRET}",
        re.MULTILINE,
    ),
    _STARTS,
)
