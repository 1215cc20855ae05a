import os

_FALLBACK_SECRET = "⟦secret:a env?⟧"
_FALLBACK_KEY = "⟦key:a env?⟧"
_FALLBACK_PASSPHRASE = "⟦passphrase:a env?⟧"


def okx_credentials():
    return (
        os.getenv("OKX_API_KEY", _FALLBACK_KEY),
        os.getenv("OKX_SECRET_KEY", _FALLBACK_SECRET),
        os.getenv("OKX_PASSPHRASE", _FALLBACK_PASSPHRASE),
    )
