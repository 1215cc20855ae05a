class OkxClient:
    def __init__(
        self,
        api_key: str = "⟦key:a env?⟧",
        secret_key: str = "⟦secret:a env?⟧",
        passphrase: str = "⟦passphrase:a env?⟧",
        flag: str = "0",
    ) -> None:
        self.base = "https://www.okx.com"
