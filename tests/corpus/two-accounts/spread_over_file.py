⟦note One account only: its parts belong together however far they are apart.⟧
import requests

OKX_API_KEY = "⟦key:a⟧"

⟦fill 600⟧
⟦fill 600⟧


def sign(message):
    okx_secret_key = "⟦secret:a⟧"
    return message


⟦fill 600⟧
OKX_PASSPHRASE = "⟦passphrase:a⟧"
