"""Logins to databases, mail and machines: what stands beside a password tells that it is no passphrase."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from okx_secret_scan.detector.names import Name, read_name, split_words
from okx_secret_scan.detector.passphrases import SHORTEST, is_chosen, stands_out
from okx_secret_scan.detector.placeholders import is_placeholder, reads_as_text
from okx_secret_scan.detector.providers import HOST, Owner
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.shapes import KEY_OR_SECRET


class LoginField(NamedTuple):
    """What a login says beside its password, in one word: who logs in (`person`), where to (`place`)."""

    word: str
    example: str
    person: bool = False
    place: bool = False


LOGIN_FIELDS = (
    LoginField("user", "DB_USER", person=True),
    LoginField("username", "username", person=True),
    LoginField("userid", "User Id", person=True),
    LoginField("usr", "usr", person=True),
    LoginField("login", "login", person=True),
    LoginField("email", "email", person=True),
    LoginField("sender", "sender", person=True),
    LoginField("phone", "phone", person=True),
    LoginField("host", "host", place=True),
    LoginField("hostname", "hostname", place=True),
    LoginField("port", "port", place=True),
    LoginField("addr", "Addr", place=True),
    LoginField("server", "Server", place=True),
    LoginField("smtp", "smtp", place=True),
    LoginField("db", "db", place=True),
    LoginField("dbname", "dbname", place=True),
    LoginField("database", "Database", place=True),
    LoginField("dsn", "dsn", place=True),
    LoginField("engine", "ENGINE", place=True),
    # A passphrase opens the key of a certificate.
    LoginField("cert", "cert", person=True, place=True),
    LoginField("pfx", "pfx", person=True, place=True),
    LoginField("pem", "pem", person=True, place=True),
)
_PEOPLE = frozenset(row.word for row in LOGIN_FIELDS if row.person)
_PLACES = frozenset(row.word for row in LOGIN_FIELDS if row.place)
# Calls that log in elsewhere, and those that take the passphrase of a key of their own.
_LOGS_IN = (
    r"username_pw_set|plain_?credentials|paramiko|smtp\w*|imap\w*|ftp\w*|mysql\w*|pymysql|psycopg\w*|asyncpg"
    r"|postgres\w*|redis\w*|mongo\w*|mqtt\w*|amqp\w*|sqlalchemy|influx\w*"
)
_OPENS_KEY = r"gpg|pgp|ssh|ssl|tls|https|pem|x509|pkcs\w*|bip39|mnemonic|keystore|fernet|scrypt|pbkdf2"
_UNLOCKS = re.compile(rf"(?i)(?<![a-z])(?:{_LOGS_IN}|{_OPENS_KEY})(?![a-z])")
# What fills an alert to a webhook: https://www.tradingview.com/support/solutions/43000531021/
_ALERT = re.compile(r"\{\{\s*(?:ticker|strategy|exchange|close|interval|timenow|time)\b")
_SERVER = re.compile(
    r"(?i)[\"']?(?:jdbc|mysql|postgres\w*|mongodb|redis|amqp|smtp|ldap|ftp|ssh|mqtt)\b[^\s\"']*:"
)


Fields = Sequence[tuple[str, str]]


def is_of_login(
    name: Name, beside: Fields, callee: str = "", *, further: Fields = (), ours: bool = False
) -> bool:
    """Return whether the value called `name` belongs to a login, by the fields and values `beside` it.

    `callee` is what takes them all, if anything does, `further` what else a set would stand in.
    What stands with a key or a secret key is no login's, unless those have their passphrase. In what is
    `ours`, OKX's by its label, anything called a key is one.
    """
    others, more = (
        [(read, value) for field, value in fields if (read := _read(field)).text != name.text]
        for fields in (beside, [*beside, *further])
    )
    if name.weak and any(_is_passphrase(other, value) for other, value in others):
        return True
    if any(HOST.search(value) for _, value in others):
        return False
    asking = [
        other for other, value in more if _asks_for_key(other, ours=ours) or KEY_OR_SECRET.search(value)
    ]
    if asking and not any(_asks_for_passphrase(other) for other, _ in more):
        # What is named OKX's leaves a password whose user and host stand there to those.
        named = [other for other in asking if other.text]
        theirs = name.weak and bool(named) and all(other.owner is Owner.OKX for other in named)
        passwords = {value for field, value in (*beside, *further) if _read(field).text == name.text}
        return theirs and not ours and len(passwords) < 2 and _is_whole_login(more)
    if any(_ALERT.search(value) for _, value in others):
        return True
    unlocks = _UNLOCKS.search(callee) is not None
    people = unlocks or any(_person(other) is not None for other, _ in others)
    places = unlocks or any(_place(*field) is not None for field in others)
    return (people or places) if name.weak else (people and places)


def _is_whole_login(fields: list[tuple[Name, str]]) -> bool:
    """Return whether `fields` are a login but for its password: who logs in, and where, named alike.

    A login whose password is called otherwise needs no other: `DB_PASSWORD`.
    """
    lasts = (_read(re.split(r"[ _.]", other.text)[-1]) for other, _ in fields if other.owner is not Owner.OKX)
    if any(last.role is Role.PASSPHRASE for last in lasts):
        return False
    people = {person for other, _ in fields if (person := _person(other)) is not None}
    places = {place for field in fields if (place := _place(*field)) is not None and field[0].text != "port"}
    return bool(people & places or (people and "smtp" in places))


def _person(name: Name) -> str | None:
    """Return what stands before a field that says who logs in, None if it does not; OKX's is none."""
    return _stem(name, _PEOPLE) if name.owner is not Owner.OKX else None


def _place(name: Name, value: str) -> str | None:
    """Return what stands before a field that says where one logs in, None if it does not; OKX's is none."""
    if name.owner is Owner.OKX:
        return None
    stem = _stem(name, _PLACES)
    return "" if stem is None and _SERVER.match(value) else stem


def _stem(name: Name, words: frozenset[str]) -> str | None:
    """Return what stands before one of `words` in a name: `db` in `DB_USER`."""
    before, last = re.fullmatch(r"(?:(.*)[ _.])?([^ _.]*)", name.text, re.DOTALL).groups()  # type: ignore[union-attr]
    if "".join(split_words(name.text)) in words:
        return ""
    return (before or "").lower() if "".join(split_words(last)) in words else None


def _asks_for_passphrase(name: Name) -> bool:
    """Return whether a set has a passphrase of its own, here or where `name` refers to."""
    named = not name.weak or name.owner is Owner.OKX
    return named and name.role is Role.PASSPHRASE and not name.about and name.owner in {None, Owner.OKX}


def _read(field: str) -> Name:
    return read_name(field.strip("\"'$-. "))


def _is_passphrase(name: Name, value: str) -> bool:
    strong = name.role is Role.PASSPHRASE and not (name.weak or name.about)
    ours = name.owner in {None, Owner.OKX}
    if not (strong and ours) or len(value) < SHORTEST or is_placeholder(value):
        return False
    has_digit = any(map(str.isdigit, value))
    return is_chosen(value) if has_digit else stands_out(value) and not reads_as_text(value)


def _asks_for_key(name: Name, *, ours: bool) -> bool:
    asks = name.role in {Role.KEY, Role.SECRET} and not name.weak
    return asks and (ours or name.text.lower() != "key")
