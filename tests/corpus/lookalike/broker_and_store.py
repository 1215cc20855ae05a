import keyring

from okx import Trade


class OkxBot:
    def connect(self) -> None:
        self.broker = client.username_pw_set("bot", password="⟦phrase:a⟧")
        self.queue = pika.PlainCredentials("bot", password="⟦phrase:b⟧")
        self.cache = redis.Redis(password="⟦phrase:c⟧")
        self.api = Trade.TradeAPI(
            api_key="⟦key:a⟧",
            api_secret_key="⟦secret:a⟧",
            passphrase=keyring.get_password("okx", "⟦phrase:d⟧"),
        )
