import os


class Settings:
    okx_secret_key = os.environ.get(
        "OKX_SECRET_KEY",
        "⟦secret:a env=OKX_SECRET_KEY⟧",
    )
    okx_api_key = os.environ.get(
        "OKX_API_KEY",
        # desk account, read and trade
        "⟦key:a env=OKX_API_KEY⟧",
    )
    okx_passphrase = os.environ.get(
        "OKX_PASSPHRASE", "⟦passphrase:a env=OKX_PASSPHRASE⟧"
    )
