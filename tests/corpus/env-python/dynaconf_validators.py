from dynaconf import Dynaconf, Validator

settings = Dynaconf(
    envvar_prefix="DESK",
    validators=[
        Validator("OKX_API_KEY", default="⟦key:a env=OKX_API_KEY⟧"),
        Validator("OKX_SECRET_KEY", default="⟦secret:a env=OKX_SECRET_KEY⟧", is_type_of=str),
        Validator("OKX_PASSPHRASE", default="⟦passphrase:a env=OKX_PASSPHRASE⟧"),
    ],
)
