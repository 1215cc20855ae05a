from typing import Final

OKX_API_KEY: Final[str] = "⟦key:a⟧"
OKX_SECRET_KEY: Final = b"⟦secret:a⟧"
OKX_PASSPHRASE: str | None = u"⟦passphrase:a⟧"
