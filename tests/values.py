"""Random OKX-shaped values, fresh in each run: no test stores a realistic credential."""

from __future__ import annotations

import random
import string
import uuid
from dataclasses import dataclass


@dataclass(frozen=True)
class Account:
    """The three parts of one made-up OKX credential."""

    key: str
    secret: str
    passphrase: str


def api_key() -> str:
    """Return a lower-case UUID version 4."""
    return str(uuid.uuid4())


def secret_key() -> str:
    """Return 32 upper-case hex digits with at least one letter and one digit."""
    while True:
        value = "".join(random.choices("0123456789ABCDEF", k=32))
        if not value.isdigit() and not value.isalpha():
            return value


def passphrase(specials: str = "!@#%^&*") -> str:
    """Return a passphrase that satisfies OKX's rule: upper, lower, digit and one of `specials`."""
    # Without vowels and repeated letters, so that no word of a placeholder comes about.
    word = random.choice(string.ascii_uppercase) + "".join(random.sample("bcdfghjklmnpqrstvwz", k=8))
    return word + str(random.randint(100, 999)) + random.choice(specials)


def account() -> Account:
    """Return a fresh credential."""
    return Account(api_key(), secret_key(), passphrase())
