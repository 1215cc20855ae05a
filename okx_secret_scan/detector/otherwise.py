"""Tells by what stands before a value that it is something else than a part of a credential."""

from __future__ import annotations

import re

from okx_secret_scan.detector.cues import VALUE_WORDS
from okx_secret_scan.detector.idioms import is_default_keyword
from okx_secret_scan.detector.names import Name, read_name, split_words, tells_account
from okx_secret_scan.detector.providers import owner_of
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.shapes import KEY_OR_SECRET

_LONGEST = 200  # characters before a value that are looked at
_LONGEST_LOOK_UP = 60
# The name of an item in quotes: `"ws_token": `, in a string of JSON, too.
_NAMED = re.compile(r"[\"']([\w.-]{1,60})\\*[\"']\s*(?:=>|[:=])\s*\\*\Z")
_INSTALLED = re.compile(r"\b(?:install|add)\s+(?:-[\w-]+\s+)*\s*\Z")
# The name of a variable that is looked up: `os.getenv("`, `ENV["`.
_LOOKED_UP = re.compile(r"(?i)env\w*(?:\.\w+)?[(\[]\s*\Z")
# An item's name before the quote of the value, and what it takes the place of: `orderId: order.id or "`.
# JavaScript needs no quotes around the name. What stands elsewhere than at the start of an item may be
# `lambda: "` or `live ? "a" : "`.
_ITEM = re.compile(
    r"(?:^|[{,])[ \t]*(?:[#*/]+[ \t]*)?(?:\\*[\"'])?(?!lambda\b)([A-Za-z][\w-]{1,60})(?:\\*[\"'])?\s*"
    r"(?:=>|:)\s*(?:([\w.]{1,60})\s+(?:or|\|\||\?\?)\s+)?\\*[\"']\Z",
    re.MULTILINE,
)
# An attribute's name, and that of its element.
_ATTRIBUTE = re.compile(r"<([\w:.-]+)\s(?:[^<>]*\s)?([A-Za-z][\w:.-]*)=[\"']\Z")
# An id without quotes, as logs have it: `clOrdId=`. Variables of other names may be handed on.
_ID = re.compile(r"(?<![\w.$])((?:[A-Za-z][\w-]{0,40})?(?:[Ii]d|ID|uuid|guid|[Hh]ash))=\Z")
# What a function of this name returns, if that is all it does.
_RETURNED = re.compile(r"\bdef[ \t]+(\w+)()\([^\n]*\n[ \t]*return[ \t]+[\"']\Z")
# A number or a word and a dash: all of it is one name. Before it stands no backslash: that is an escape.
_GLUED = re.compile(r"(?<![\\\w])\w*[A-Za-z0-9](?<![\\%][A-Za-z])-\Z")
_ADDRESS = re.compile(r"://[^\s\"'`<>=?&#@:;,|]*/\Z")
# Those that pictures carry.
_IDENTIFIER = re.compile(r"\b(?:xmp\.[a-z]id|uuid|docid):\Z")
# What could go on with the other part of a set.
_GOES_ON = frozenset(" \t,;:|/")
# What these name is neither a passphrase nor an account, whatever stands before them; alone they are too
# common to say so.
_OTHERS = ("token", "username")


def is_no_passphrase(text: str, start: int) -> bool:
    """Return whether the string at `start` is no passphrase: what it is the value of is called otherwise.

    Names of accounts leave it open. Names of variables and of packages are none either.
    """
    near = max(0, start - _LONGEST_LOOK_UP)
    if _LOOKED_UP.search(text, near, start) or _INSTALLED.search(text, near, start + 1):
        return True
    named = _NAMED.search(text, max(0, start - _LONGEST), start)
    if named is None:
        return False
    name = read_name(named[1])
    if name.role is not None:
        return name.role is not Role.PASSPHRASE
    return not all(map(owner_of, name.unknown)) or named[1].lower().endswith(_OTHERS)


def is_no_key(text: str, start: int, end: int, *, alone: bool) -> bool:
    """Return whether the UUID from `start` to `end` is no key: nothing near calls it one.

    It is a part of a longer name or of an address, or the value of what is called otherwise. `alone` says
    that there is no secret key in the text, which would make a key of some that are called `id`.
    """
    if _GLUED.search(text, max(0, start - _LONGEST), start) or _is_in_address(text, start, end):
        return True
    names = _item_names(text, start)
    return bool(names) and not any(_may_bind(name) and not (alone and _is_weak(name)) for name in names)


def is_no_secret(text: str, start: int, end: int) -> bool:
    """Return whether the 32 hex digits from `start` to `end` are no secret key, as `is_no_key` does."""
    if _IDENTIFIER.search(text, max(0, start - _LONGEST), start) or _is_in_address(text, start, end):
        return True
    names = _item_names(text, start)
    return bool(names) and all(name.unknown and not _may_bind(name) for name in names)


def _is_in_address(text: str, start: int, end: int) -> bool:
    """Return whether a value is a part of an address, in a line that speaks of no key."""
    low = max(0, start - _LONGEST)
    address = _ADDRESS.search(text, low, start)
    if address is None or KEY_OR_SECRET.search(address[0]) or text[end : end + 1] in _GOES_ON:
        return False
    if read_name(address[0].split("/")[-2]).role is not None:
        return False
    line = text[max(low, text.rfind("\n", low, start) + 1) : start].lower()
    return line.isascii() and "key" not in line and "secret" not in line


def _item_names(text: str, start: int) -> list[Name]:
    """Return what names the item, attribute, id or result that a string is; nothing if it may be more."""
    low = max(0, start - _LONGEST)
    found = (pattern.search(text, low, start) for pattern in (_ITEM, _ATTRIBUTE, _ID, _RETURNED))
    said = next((list(filter(None, item.groups())) for item in found if item), [])
    if any(is_default_keyword(each) or set(split_words(each)) <= VALUE_WORDS for each in said):
        return []
    return list(map(read_name, said))


def _is_weak(name: Name) -> bool:
    """Return whether a name asks for a key only beside a secret key: `id`, but not that of an app."""
    return name.role is Role.KEY and name.weak and "app" not in split_words(name.text)


def _may_bind(name: Name) -> bool:
    return name.role is not None or tells_account(name) or any(map(owner_of, name.unknown))
