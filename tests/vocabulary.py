"""A configuration with names, clients and placeholders of a team's own, and code that uses them."""

from __future__ import annotations

from tests.values import Account

FILE = ".okx-secret-scan.toml"
RULES = ["okx-api-key", "okx-secret-key", "okx-passphrase"]


def additions(placeholder: str) -> str:
    """Return the configuration; it makes `placeholder` one."""
    return f"""
[[names]]
rule = "okx-secret-key"
names = ["ACME_SIGNING_SEED"]
finds = ['ACME_SIGNING_SEED = "{{secret}}"']
ignores = ['ACME_SIGNING_SEED = load_seed()']

[[names]]
rule = "okx-passphrase"
names = ["acme.word"]
finds = ['acme.word = "{{passphrase}}"']
ignores = ['acme.word = load_word()']

[[clients]]
call = "AcmeGateway"
arguments = ["other", "key", "secret", "passphrase"]
finds = ['AcmeGateway(url, "{{key}}", "{{secret}}", "{{passphrase}}")']
ignores = ['AcmeGateway(url, key, secret, phrase)']

[[placeholders]]
values = ["{placeholder}"]
finds = ['OKX_PASSPHRASE = "{{passphrase}}"']
ignores = ['OKX_PASSPHRASE = "{placeholder}"']
"""


def named(owner: Account) -> str:
    """Return code that gives the secret key its own name; nothing in it speaks of OKX."""
    return f'ACME_SIGNING_SEED = "{owner.secret}"\n'


def wrapped(owner: Account) -> str:
    """Return code that hands the account to the client; nothing in it speaks of OKX."""
    return f'gateway = AcmeGateway(url, "{owner.key}", "{owner.secret}", "{owner.passphrase}")\n'
