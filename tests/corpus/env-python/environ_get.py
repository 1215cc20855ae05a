from os import environ

client = dict(
    apiKey=environ.get("OKX_KEY", "⟦key:a env=OKX_KEY⟧"),
    secret=environ.get("OKX_SECRET", "⟦secret:a env=OKX_SECRET⟧"),
    password=environ.get("OKX_PASSWORD", "⟦passphrase:a env=OKX_PASSWORD⟧"),
    timeout=int(environ.get("OKX_TIMEOUT_MS", "15000")),
)
