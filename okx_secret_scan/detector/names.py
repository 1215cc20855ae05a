"""What a name says about the value it binds: its role, whose it is, and which account it belongs to.

A name is cut into words (`OKXApiKey_2` -> okx, api, key, 2). The last run of words that spells a role in
`ROLE_NAMES` decides; words around it are the provider, neutral (`my`, `demo`, `1`) or unknown (`weather`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import ClassVar
from unicodedata import category

from okx_secret_scan.detector import vocabulary
from okx_secret_scan.detector.providers import Owner, owner_of
from okx_secret_scan.detector.qualifiers import ABOUT, NEUTRAL, QUALIFIERS
from okx_secret_scan.detector.roles import ROLE_NAMES, ROLES, Role, RoleName
from okx_secret_scan.detector.shapes import KEY_OR_SECRET


class _Kinds(dict[int, str]):
    """Maps each character to what it is to a name: upper or lower case, digit, letter without case, nothing."""

    _KINDS: ClassVar = {"Lu": "U", "Ll": "l", "Nd": "d", "Lo": "o", "Lm": "o"}

    def __missing__(self, character: int) -> str:
        self[character] = kind = self._KINDS.get(category(chr(character)), " ")
        return kind


_KINDS = _Kinds()
_WORD = re.compile("U+(?=Ul)|U?l+|U+|d+|o+")  # of kinds of characters
_CJK_ROLE = re.compile(
    "密码短语|密碼短語|通行短語|密鑰|公鑰|私鑰|密碼|密钥|密匙|金鑰|公钥|私钥|口令|密码|シークレットキー|シークレット|パスフレーズ|パスワード|秘密鍵|キー"
)
_BY_WORDS = {tuple(row.words.split()): row for row in ROLE_NAMES}
_ROLE_WORDS = frozenset(word for row in ROLE_NAMES for word in row.words.split())
# Said of anything: they ask for a key only where nothing but the provider stands before them.
_ANYONES = frozenset({"id", "login", "user", "username", "token", "public", "private", "access", "api"})
# Said of the key of anything: of a cache, of a row.
_ANY_KEY = frozenset({"key", "ключ", "anahtar", "anahtarı", "キー", "키", "schlüssel"})
# Of what databases and stores keep, where they stand right before it: `foreign_key`, `kms_key_id`.
_OF_STORES = frozenset({"foreign", "kms"})
_LONGEST = max(len(words) for words in _BY_WORDS)
# Written as one word behind a provider's name: `okxapikey`, `myokexpassphrase`.
_GLUED = tuple(sorted(ROLE_NAMES, key=lambda row: -len(row.words)))
_GLUED_BETWEEN = NEUTRAL | QUALIFIERS
_GLUING = re.compile(r"ok(?:e?x|coin)")


@dataclass(frozen=True, slots=True)
class Name:
    """What a name says. `role` is None if it asks for no part of a credential.

    `unknown` holds words that are neither provider, role nor neutral; `qualifiers` those that tell accounts
    apart (`demo`, `2`, and the unknown ones); `about` is set if the name only speaks about the value.
    """

    text: str
    role: Role | None
    weak: bool
    owner: Owner | None
    unknown: frozenset[str]
    qualifiers: frozenset[str]
    about: bool


def is_common_word(word: str) -> bool:
    """Return whether `word` (as `split_words` gives it) is of the vocabulary of names, or a small number."""
    known = word in NEUTRAL or word in QUALIFIERS or owner_of(word) is Owner.OKX or word in {"ok", "access"}
    return known or word in _ROLE_WORDS or (word.isdigit() and len(word) <= 2)


def split_words(text: str) -> list[str]:
    """Cut an identifier, path or label into lower-case words."""
    words: list[str] = []
    for found in _WORD.finditer(text.translate(_KINDS)):
        word = text[found.start() : found.end()]
        cjk = _CJK_ROLE.search(word)
        if cjk:
            words += [part for part in (word[: cjk.start()], cjk[0], word[cjk.end() :]) if part]
        else:
            words.append(word.lower())
    return words


@lru_cache(maxsize=8192)
def read_name(text: str) -> Name:
    """Read `text`, the name that binds a value; values that stand in it are left out."""
    text = KEY_OR_SECRET.sub("", text)
    own = _own_name(text)
    if own is not None:
        return own
    words = split_words(text)
    owner = owner_of(text)
    start, end, row = _find_role(words)
    before, after = words[:start], words[end:]
    rest = [w for w in before + after if owner_of(w) is not Owner.OKX and w != "ok"]
    # The object that an attribute belongs to (`ex.password`) may be called anything.
    first, dot, last = text.partition(".")
    outside = set(split_words(first)) - set(split_words(last)) if dot and "." not in last else set()
    # What is said twice says no more: `const [passphrase, setPassphrase]`.
    spelt = row.words.split() if row else []
    unknown = frozenset(
        w for w in rest if not (w.isdigit() or w in NEUTRAL or w in QUALIFIERS or w in outside or w in spelt)
    )
    if row and row.role is Role.KEY and owner is not Owner.OKX and set(before[-1:]) <= _OF_STORES:
        unknown |= set(before[-1:])
    weak = row is not None and (row.weak or (row.words in _ANY_KEY and bool(unknown)))
    bare = all(owner_of(w) is Owner.OKX or w in QUALIFIERS or w == "ok" for w in before)
    if row and row.weak and (unknown or (row.words in _ANYONES and not bare)):
        row = None
    return Name(
        text=text,
        role=row.role if row else None,
        weak=weak and row is not None,
        owner=owner,
        unknown=unknown,
        qualifiers=frozenset(w for w in rest if w.isdigit() or w in QUALIFIERS)
        | unknown
        | (outside & set(rest)) - NEUTRAL,
        about=any(w in ABOUT for w in after),
    )


vocabulary.when_changed(read_name.cache_clear)


def tells_account(name: Name) -> bool:
    """Return whether a name only says whose or which account: `okx`, `live`, `okx-main`, `2`."""
    known = all(owner_of(word) is not None for word in name.unknown)
    return name.role is None and not name.about and known and bool(name.qualifiers or name.owner)


def of_account(name: Name, account: Name) -> Name:
    """Return the name of what holds one value for each account, for one of them: `OKX_SECRETS["live"]`."""
    return replace(
        name,
        text=f"{name.text}.{account.text}",
        owner=account.owner or name.owner,
        qualifiers=name.qualifiers | account.qualifiers,
    )


def told_apart(name: Name, outer: Name) -> Name:
    """Return a name with what tells accounts apart in the name of what holds it: `OKX_LIVE = {"key": "…"}`."""
    return name if outer.role is not None else replace(name, qualifiers=name.qualifiers | outer.qualifiers)


def _own_name(text: str) -> Name | None:
    """Read a name of the vocabulary, behind which stand at most words that tell accounts apart."""
    for own, rule in sorted(vocabulary.active().names, key=lambda row: -len(row[0])):
        before, found, after = text.lower().rpartition(own.lower())
        if not found or before[-1:].isalnum() or after[:1].isalnum():
            continue
        behind = split_words(after)
        apart = {w for w in split_words(before) + behind if w.isdigit() or w in QUALIFIERS}
        if apart.issuperset(behind):
            return Name(text, ROLES[rule], False, Owner.OKX, frozenset(), frozenset(apart), False)
    return None


def _find_role(words: list[str]) -> tuple[int, int, RoleName | None]:
    """Return the last and longest run of words that spells a role, as start, end and row."""
    for end in range(len(words), 0, -1):
        for length in range(min(_LONGEST, end), 0, -1):
            row = _BY_WORDS.get(tuple(words[end - length : end]))
            if row and (not row.weak or all(w.isdigit() or w in QUALIFIERS for w in words[end:])):
                return end - length, end, row
        glued = _glued_role(words[end - 1])
        if glued:
            return end, end, glued
    plural = words[-1].removesuffix("s") if words else ""
    if plural != "".join(words[-1:]) and (plural,) in _BY_WORDS:
        return len(words) - 1, len(words), _BY_WORDS[(plural,)]
    return len(words), len(words), None


def _glued_role(word: str) -> RoleName | None:
    """Return the role in what follows a provider's name in one word: `okxkey`, `myokexapipassphrase`."""
    provider = _GLUING.search(word)
    if provider is None or owner_of(word) is not Owner.OKX:
        return None
    rest = word[provider.end() :]
    return next(
        (
            row
            for row in _GLUED
            if rest.endswith(spelt := row.words.replace(" ", ""))
            and (len(spelt) == len(rest) or rest.removesuffix(spelt) in _GLUED_BETWEEN)
        ),
        None,
    )
