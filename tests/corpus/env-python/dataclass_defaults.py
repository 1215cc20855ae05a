from dataclasses import dataclass

import attr


@dataclass(frozen=True)
class OkxAccount:
    name: str = "main"
    api_key: str = "⟦key:a env?⟧"
    secret_key: str = "⟦secret:a env?⟧"
    passphrase: str = "⟦passphrase:a env?⟧"


@attr.s(auto_attribs=True)
class OkxSubAccount:
    api_key: str = attr.ib(default="⟦key:b env?⟧")
    secret_key: str = attr.ib(default="⟦secret:b env?⟧")
    passphrase: str = attr.ib(default="⟦passphrase:b env?⟧", repr=False)
