import os


def secret_key():
    v = os.environ.get("OKX_SECRET_KEY")
    if not v:
        v = "⟦secret:a env=OKX_SECRET_KEY⟧"
    return v


def api_key():
    value = os.getenv("OKX_API_KEY")
    if value is None:
        return "⟦key:a env=OKX_API_KEY⟧"
    return value


def passphrase():
    value = os.getenv("OKX_PASSPHRASE", "").strip()
    if value:
        return value
    return "⟦passphrase:a env=OKX_PASSPHRASE⟧"
