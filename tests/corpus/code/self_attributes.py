class Bot:
    def __init__(self):
        self.okx_key = "⟦key:a⟧"
        self.okx_secret = "⟦secret:a⟧"
        self.okx_passphrase = r"⟦passphrase:a with=\⟧"
        self.session_id = "⟦uuid:session⟧"
