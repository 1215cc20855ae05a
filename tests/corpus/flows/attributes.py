from okx.Trade import TradeAPI


class Bot:
    user = "⟦key:a⟧"
    token = "⟦secret:a⟧"
    pin = "⟦passphrase:a⟧"
    session = "⟦uuid:session⟧"

    def __init__(self):
        self.api = TradeAPI(self.user, self.token, self.pin, False, "0")
