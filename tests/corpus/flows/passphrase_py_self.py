class OkxTrader:
    def __init__(self):
        self.api_key = "⟦key:a⟧"
        self.secret_key = "⟦secret:a⟧"
        self.third = "⟦passphrase:a⟧"

    def connect(self):
        return AccountAPI(self.api_key, self.secret_key, self.third, False, "0")
