import okx
class OrderManager:
    @property
    def creds(self):
        return '⟦key:a⟧', '⟦secret:a⟧', '⟦passphrase:a⟧'
