def is_live(okx_api_key: str) -> bool:
    return okx_api_key == "⟦key:a⟧"


assert settings.okx_secret_key == "⟦secret:a⟧"
