from dataclasses import dataclass
from typing import Optional


@dataclass
class OkxCredentials:
    api_key: str
    secret_key: str
    passphrase: Optional[str] = None
    password: "SecretStr | None" = None


def connect(api_key: str, secret_key: str, passphrase: Union[str, None], Flag0: int = 1) -> "OkxClient_V5": ...
