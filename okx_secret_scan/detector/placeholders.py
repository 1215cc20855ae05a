"""Texts that stand where a value should be: placeholders, references, dummies, labels."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from okx_secret_scan.detector import vocabulary
from okx_secret_scan.detector.names import split_words
from okx_secret_scan.detector.passphrases import CLASSES, classes, stands_out
from okx_secret_scan.detector.providers import Owner, owner_of
from okx_secret_scan.detector.roles import ROLE_NAMES


class Placeholder(NamedTuple):
    """A pattern (case ignored) found anywhere in a text that is no value.

    `alone` patterns are found in what people choose, too: beside a real key or secret key they decide only if the
    text is no password otherwise.
    """

    pattern: str
    example: str
    counterexample: str
    alone: bool = False


PLACEHOLDERS = (
    Placeholder(r"(?<![a-z])you?r?(?:self)?[-_ .]?(?:own|okx|api|secret|pass|key|real)", "your_api_key", "Yorick7!a"),
    Placeholder(r"^(?:your|ur)[-_ ]", "your-passphrase", "Theo-#77tr"),
    Placeholder(r"^(?:my|the|an?)[-_ ]", "my-passphrase", "Mydas#77tr", alone=True),
    Placeholder(r"^your", "yourApiPassHere", "Foryou9!x"),
    Placeholder(r"(?<![a-z])here$|(?<=[a-z])Here$", "apiKeyHere", "Here4ever!"),
    Placeholder(r"change[-_ ]?me|change[-_ ]?this|^changed$|to[-_ ]be[-_ ]", "CHANGE_ME", "Changsha8!"),
    Placeholder(r"replace[-_ ]?(?:me|this|with)|replace$|^replace", "REPLACE_WITH_KEY", "Place7!xy"),
    Placeholder(r"^(?:put|insert|enter|fill|add|set|paste|input|type|provide|use)[-_ ]", "insert_key", "Inset77!a"),
    Placeholder(r"(?:put|insert|enter|fill|paste)[-_ ]?(?:in|your|the|here)", "fill in", "Philly7!in"),
    Placeholder(r"^<.*>$|<[A-Za-z][^<>]{2,}>", "<YOUR_OKX_API_KEY>", "a<7!Xyz>"),
    Placeholder(r"^\[[^\]]*\]$|^\(.*\)$", "[REDACTED]", "[Tr4ding!x"),
    Placeholder(r"^[-_*#=~]{2,}.*[-_*#=~]{2,}$", "--API-KEY--", "--Trad3r"),
    Placeholder(r"\*{3,}|•{2,}|…|\.{3}", "pk_test_***", "Sta*r77!"),
    Placeholder(r"x{4,}|^x{3,}(?![a-z])|(?<![a-z0-9])xxx(?![a-z0-9])|^[xX.\-_*#?]+$", "xxxxxxxx", "Xxxtq77!a"),
    Placeholder(r"^(.)\1*$", "1111111111111111", "1111111112"),
    Placeholder(r"place[-_ ]?holder|(?<![a-z0-9])(?:dummy|fake|bogus)", "placeholder-1", "Holder7!"),
    Placeholder(r"(?<![a-z])(?:sample|example|exemplo|ejemplo|beispiel)", "example", "Exempt7!a", alone=True),
    Placeholder(r"(?<![a-z])(?:tests?|testing)(?![a-z])|^test", "test-passphrase", "Contest7!a", alone=True),
    Placeholder(r"(?<=[a-z])Test(?:ing)?(?![a-z])", "okxTest", "Latest77!", alone=True),
    Placeholder(r"(?<![a-z])(?:(?:mock|stub)(?:ed)?(?-i:(?![a-z]))|fixture|sentinel|synthetic|foobar|lorem)|^(?:todo|tbd|fixme)(?![a-z])", "mock-1", "Stubborn7!a"),
    Placeholder(r"redacted|masked|(?<![a-z])hidden(?![a-z])|censored|removed", "REDACTED", "Redact7!z", alone=True),
    Placeholder(r"super[-_]?secret|must[-_]not|not[-_ ]?(?:set|used|needed|required|a[-_ ]real)", "not-set", "Knot7!se", alone=True),
    Placeholder(r"^(?:my|okx|okex|api)?[-_ ]?pass[-_ ]?phrase[-_ ]?\d{0,3}$", "MyPassphrase123", "Passphrase1!"),
    Placeholder(r"^(?:the|an?|some|any|tests?|example|sample|demo|wrong|invalid)[-_ ]?(?:okx|api)?[-_ ]?pass[-_ ]?phrase[-_ ]?\d{0,3}[!@#.]?$", "Test_Passphrase_123", "Themis#7phr"),
    Placeholder(r"^(?:redacted|masked|censored)[-_]?\d{0,3}[!.]?$|not[-_ ]a[-_ ]real|for[-_ ]test(?:s|ing)(?:[-_ ]only)?(?![a-z])|(?:unit|integration)[-_ ]test", "Redacted123", "Red4cted!"),
    Placeholder(r"\d ?(?:-|to|–|~) ?\d+ ?(?:char|letter|digit|symbol)", "8-32 Characters!", "8-32Chr7!"),
    Placeholder(r"^(?:none|null|nil|undefined|empty|blank|n/?a|na|nan|true|false|unset|missing|unknown)$", "null", "nully7!"),
    Placeholder(r"^real[-_ ]|^(?:wrong|invalid|bad|expired|valid|correct|incorrect)[-_ ]", "REAL_KEY", "Realm7!a", alone=True),
    Placeholder(r"^(?:abc|abcd|abcde|abcdef|foo|bar|baz|qux|asdf|hello|string|secret|pass|passphrase)\d{0,3}$", "abc", "abc7!Xy", alone=True),
    Placeholder(r"你的|您的|请(?:填|输|在|替)|填写|输入|替换|这里|此处|示例|密码短语$|^密码$|密钥$|占位", "你的API密钥", "中文7!a"),
    Placeholder(r"(?:API)?金鑰|您嘅|請|貴|這裡", "API金鑰", "金7!"),
    Placeholder(r"^ok-access-[a-z]+$", "OK-ACCESS-TIMESTAMP", "OK-access7!x"),
    Placeholder(r"^(?:select|insert|update|delete|create|drop|alter|show)\s", "SELECT 1;", "Select7!ab"),
    Placeholder(r"ваш|вставь|введите|замени|ключ|пароль|секрет|фраза", "ваш_api_ключ", "мир7"),
    Placeholder(r"^(?:tu|tus|su|sua|seu|suas|sus|mi|minha|meu)[-_ ]", "SUA_CHAVE_API", "Tuba7!xy"),
    Placeholder(r"(?<![a-z])(?:clave|chave|contraseña|senha|coloque|pon_|inserir|insira|insertar)", "TU_CLAVE", "Conch7!", alone=True),
    Placeholder(r"^(?:votre|ta|ton|mon|mot[-_ ]de)[-_ ]|(?<![a-z])(?:clé|cle)[-_ ]", "VOTRE_CLE", "Cleo7!ab"),
    Placeholder(r"^(?:dein|ihr|euer|mein)e?[-_ ]|passwort[-_ ]hier", "DEIN_API_KEY", "Deino7!a"),
    Placeholder(r"あなたの|ここに|入力|당신|여기에|입력|귀하", "あなたのAPIキー", "あ7!"),
    Placeholder(r"^(?:api|senin|sizin)[-_ ]?(?:anahtar)|gizli", "gizli_anahtar", "Ginza7!"),
)  # fmt: skip

REFERENCES = (
    Placeholder(r"^\$?\$[A-Za-z_][\w.]*$|\$\{|\$\(|\$[A-Z][A-Z0-9]*_[A-Z0-9_]+|^\$[\w\->.\[\]{}'\"]+$", "${OKX_API_KEY}", "pri$e7!A"),
    Placeholder(r"\{\{.*\}\}|^\{[\w.:\- ]*\}?$|^#\{", "{{secret}}", "{a7!B"),
    Placeholder(r"^%[A-Za-z_]\w*%$|^%\(\w+\)s$|^%[sdvq]$|^%\{", "%OKX_SECRET%", "%7abc!A"),
    Placeholder(r"^@\{?[A-Z_]+\}?@?$|^@@\w+@@$|^__\w+__$", "__SECRET__", "_Se7!cret"),
    Placeholder(r"^(?:env|vault|op|ssm|gcp|aws|file|secret|secrets|keyring|sops|ref|k8s|doppler|gcpsm|azurekv|akv)[:/]", "env:X", "opera7!:"),
    Placeholder(r"^[A-Za-z_]\w*(?:::[A-Za-z_]\w*)+$", "Config::default_pass1", "Ab::cd7!"),
    Placeholder(r"^[a-z][a-z0-9+.\-]{1,30}://", "sm://okx-Pass-1", "Sm7:/!ab"),
    Placeholder(r"^(?:arn:|projects/|https?://|wss?://|/|\./|~/|[A-Z]:\\)", "https://x", "httpd7!A"),
    Placeholder(r"^[\w\-./\\]+\.(?:txt|json|ya?ml|env|ini|toml|key|pem|cfg|conf|enc|gpg|asc)$", "Okx-Pass1.txt", "Tr4der.Key!"),
    Placeholder(r"(?i:pass[-_ ]?(?:phrase|word)\w* ?=)", ".*|OKX_PASSPHRASE=Kev1n!", "Passw0rd=1"),
    Placeholder(r"^ENC[\[(]|^\{cipher\}|^!vault|\$ANSIBLE_VAULT|^gAAAAA|^AQICAH|^vault:v\d", "ENC(abc)", "ENCore7!"),
    Placeholder(r"(?:os\.)?(?:getenv|environ)|process\.env|(?<!\w)env\.|secrets?\.[A-Za-z_]", "process.env.X", "envy7!A"),
    Placeholder(r"[A-Za-z_]\w*\([^()]*\)(?!\w)", "load_secret()", "Panda(77)x"),
    Placeholder(r"^[a-z_]\w*(?:\.[a-z_]\w*){1,4}(?:\[.*\])?$|KeyRef$", "config.okx.passphrase", "Tr.ader7!"),
    Placeholder(r"^(?:[a-z]+[A-Z]\w*|[a-z]\w*)\[[^\]]*\]$", 'headers["x"]', "a[7!Bcd"),
)  # fmt: skip

_FLAGS = re.IGNORECASE
# Capital letters start words in some rows: those are matched with case.
_CASED = re.compile(r"\(\?<=\[a-z\]\)[A-Z]")


def _any_of(rows: Iterable[Placeholder]) -> re.Pattern[str]:
    patterns = (p.pattern if _CASED.search(p.pattern) else f"(?i:{p.pattern})" for p in rows)
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_PLACEHOLDER = _any_of(p for p in PLACEHOLDERS if r"\1" not in p.pattern and not p.alone)
_PLACEHOLDER_ALONE = _any_of(p for p in PLACEHOLDERS if p.alone)
# What people type where a password is asked for: a word and digits, or digits alone.
_TYPED = re.compile(r"(?=.*[A-Z]|.*\d{4})[A-Za-z]+\d{3,}[^\w\s]?|\d+")
_REPEATED = re.compile(r"(.)\1*")
_REFERENCE = re.compile("|".join(f"(?:{p.pattern})" for p in REFERENCES))

_ROLE_WORDS = frozenset(word for row in ROLE_NAMES for word in row.words.split())
_DUMMY_WORDS = frozenset(
    """
    abc account acct and another any bar baz bot config cfg default demo dev empty env exchange file foo for from
    live local main mine my name new not of ok okcoin okex okx old one only or other paper prod production real
    ref sandbox sim simulated some staging string sub text the this three trader trading two unified user v1 v5
    valid value values wallet with without wrong xyz
    """.split()  # noqa: SIM905 - a word list reads better as words
)
_TYPED_DIGITS = re.compile(r"0*1?2?3?4?5?6?7?8?9?0?|(\d)\1*|0+\d|\d{1,2}")
_BLANK = re.compile(r"\s")
_IDENTIFIER = re.compile(r"[^\W\d]+(?:[.:/-]+[^\W\d]+)*")
_SPECIAL = re.compile(r"[^\w\-. ]", _FLAGS)
_GLUED_WORDS = re.compile(r"okx|okex|api|secret|pass(?:phrase|word)?|key|my|demo|live|file|access", _FLAGS)
_ROLE_IN_TEXT = re.compile(
    r"pass[-_ ]?phrase|passwor[dt]|secret[-_ ]?key|api[-_ ]?(?:key|secret|pass)", _FLAGS
)


@lru_cache(maxsize=4096)
def is_placeholder(text: str) -> bool:
    """Return whether `text` is a placeholder or a reference rather than a value."""
    return (
        is_never_chosen(text)
        or _PLACEHOLDER_ALONE.search(text) is not None
        or _REPEATED.fullmatch(text) is not None
        or _is_vocabulary(text)
    )


def is_placeholder_in_set(text: str) -> bool:
    """Return whether `text` is no passphrase, weak or strong, of the real key or secret key that it stands by."""
    typed = _TYPED.fullmatch(text) or (
        stands_out(text) and classes(text) > CLASSES and not _BLANK.search(text)
    )
    return is_never_chosen(text) if typed else is_placeholder(text)


@lru_cache(maxsize=4096)
def is_never_chosen(text: str) -> bool:
    """Return whether `text` is a placeholder or a reference that nobody would choose for a password."""
    return (
        not text.strip()
        or _PLACEHOLDER.search(text) is not None
        or is_reference(text)
        or text.lower() in map(str.lower, vocabulary.active().placeholders)
    )


vocabulary.when_changed(is_placeholder.cache_clear)
vocabulary.when_changed(is_never_chosen.cache_clear)


def is_reference(text: str) -> bool:
    """Return whether `text` refers to a value that is kept elsewhere."""
    return _REFERENCE.search(text) is not None


def _is_vocabulary(text: str) -> bool:
    """Return whether `text` consists of the words that name credentials: `okx-pass-00000001`, `demo_key`."""
    if _SPECIAL.search(text):
        return False
    words = split_words(text)
    letters = [w for w in words if not w.isdigit()]
    if not letters or any(not _TYPED_DIGITS.fullmatch(w) for w in words if w.isdigit()):
        return False
    return all(_is_known(w) for w in letters)


def _is_known(word: str) -> bool:
    return word in _ROLE_WORDS or word in _DUMMY_WORDS or not _GLUED_WORDS.sub("", word)


def reads_as_text(text: str) -> bool:
    """Return whether `text` is a label, prompt, message, identifier or code rather than a passphrase.

    Only asked of passphrases that stand alone: there nothing but the text itself tells.
    """
    if _ROLE_IN_TEXT.search(text) or (owner_of(text) is Owner.OKX and " " in text):
        return True
    if _IDENTIFIER.fullmatch(text):
        return True
    words = text.split()
    if len(words) > 1 and (not any(c.isdigit() for c in text) or len(words) > 3):
        return True
    return (
        re.search(
            r"[({\[]\w*[)}\]]|=>|->|::|==|&&|\|\||\\[dwsSWD]|\w\(|^[\^/].*[$/]$|</|(?:^|[\s=:])%[sd]\b", text
        )
        is not None
    )
