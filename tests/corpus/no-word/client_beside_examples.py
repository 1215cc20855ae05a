import os

HOST = "okexample.org"
account = AccountAPI(os.environ["ACCESS"], "⟦secret:a⟧", "⟦passphrase:a⟧", False, "0")
