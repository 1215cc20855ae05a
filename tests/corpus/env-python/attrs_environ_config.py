import environ


@environ.config(prefix="OKX")
class Okx:
    key = environ.var(default="⟦key:a env⟧")
    secret = environ.var(default="⟦secret:a env⟧")
    passphrase = environ.var("⟦passphrase:a env⟧")
