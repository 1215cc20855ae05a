"""Random values for corpus cases: OKX credentials, and look-alikes that belong to nobody."""

from __future__ import annotations

import base64
import json
import random
import re
import string
import uuid
from collections.abc import Callable

_WORDS = (
    "Amber",
    "Basalt",
    "Cobalt",
    "Dune",
    "Ember",
    "Falcon",
    "Glacier",
    "Harvest",
    "Indigo",
    "Juniper",
    "Kestrel",
)
_MORE = (
    "anchor",
    "bridge",
    "comet",
    "drift",
    "eagle",
    "fjord",
    "grove",
    "hollow",
    "island",
    "jigsaw",
    "kettle",
    "lagoon",
)
_SPECIALS = "!@*+_."
_SIZED = re.compile(r"(hex|HEX|alnum|ALNUM|digits|letters|base64-)(\d+)")
_ALPHABETS = {
    "hex": "0123456789abcdef",
    "HEX": "0123456789ABCDEF",
    "alnum": string.ascii_letters + string.digits,
    "ALNUM": string.ascii_uppercase + string.digits,
    "digits": "123456789",
    "letters": string.ascii_lowercase,
}


class Values:
    """Values by (kind, name): the same pair gives the same value for the life of the object."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)
        self._known: dict[tuple[str, str], str] = {}
        self._styles: dict[str, Callable[[], str]] = {
            "strong": self._strong,
            "digits": lambda: self._pick("123456789", self._random.randint(6, 11)),
            "letters": lambda: self._random.choice(_MORE) + self._pick("bcdfgm", 3),
            "alnum": lambda: self._random.choice(_MORE) + self._pick("23456789", 3),
            "rich": self._rich,
            "long": lambda: (self._strong() + self._pick(string.ascii_letters + "!*+=", 32))[:32],
        }

    def get(self, kind: str, name: str, style: str = "strong", must_hold: str = "") -> str:
        """Return the value of `kind` called `name`; its first use decides `style` and `must_hold`."""
        slot = (kind, name)
        if slot not in self._known:
            self._known[slot] = self._make(kind, style, must_hold)
        return self._known[slot]

    def issued(self) -> dict[tuple[str, str], str]:
        """Return every value made so far, by (kind, name)."""
        return dict(self._known)

    def filler(self, length: int) -> str:
        """Return about `length` characters of harmless program-like text without line breaks or quotes."""
        parts: list[str] = []
        size = 0
        while size < length:
            part = (
                f"{self._random.choice(_MORE)}({self._random.choice(_MORE)},{self._random.randint(1, 99)});"
            )
            parts.append(part)
            size += len(part)
        return "".join(parts)

    def _make(self, kind: str, style: str, must_hold: str) -> str:
        if kind in ("passphrase", "phrase"):
            return self._hold(self._styles[style](), must_hold)
        if kind == "secret":
            return self._mixed("HEX", 32)
        if kind in ("key", "uuid"):
            return str(uuid.UUID(int=self._random.getrandbits(128), version=4))
        if kind == "uuid1":
            return str(uuid.UUID(int=self._random.getrandbits(128), version=1))
        if kind == "token":
            claims = {"iss": "okcoin"} if style == "strong" else {"iss": style, "dom": "www.okx.com"}
            return self._jwt(claims)
        if kind == "jwt":
            return self._jwt({"iss": "https://accounts.example.org", "role": "anon"})
        if sized := _SIZED.fullmatch(kind):
            return self._sized(sized[1], int(sized[2]))
        raise ValueError(f"unknown kind of value: {kind}")

    def _sized(self, family: str, length: int) -> str:
        if family == "base64-":
            return base64.b64encode(self._random.randbytes(length)).decode()
        return (
            self._mixed(family, length) if "hex" in family.lower() else self._pick(_ALPHABETS[family], length)
        )

    def _pick(self, alphabet: str, length: int) -> str:
        return "".join(self._random.choices(alphabet, k=length))

    def _mixed(self, family: str, length: int) -> str:
        while True:
            value = self._pick(_ALPHABETS[family], length)
            if not value.isdigit() and not value.isalpha():
                return value

    def _strong(self) -> str:
        body = self._random.choice(_WORDS) + self._random.choice(("", self._random.choice(_MORE)))
        return body + self._pick("23456789", self._random.randint(3, 4)) + self._random.choice(_SPECIALS)

    def _rich(self) -> str:
        left, right = self._random.choice(_WORDS), self._random.choice(_MORE)
        middle, last = self._random.choice("~^&;"), self._random.choice("?=)|")
        return f"{left} {right}{middle}{self._pick('23456789', 2)},{last}"

    def _hold(self, value: str, must_hold: str) -> str:
        # In the middle, so that no reader can win by stripping a character off either end.
        for character in must_hold:
            at = self._random.randint(3, len(value) - 1)
            value = value[:at] + character + value[at:]
        return value

    def _jwt(self, claims: dict[str, str]) -> str:
        header = {"alg": "ES256", "typ": "JWT"}
        body = {"jti": self._pick(_ALPHABETS["alnum"], 22), "iat": 1_700_000_000, **claims}
        parts = [json.dumps(part, separators=(",", ":")).encode() for part in (header, body)]
        parts.append(self._random.randbytes(64))
        return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)
