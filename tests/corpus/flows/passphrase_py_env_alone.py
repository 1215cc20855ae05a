import os, ccxt
magic = "⟦passphrase:a⟧"
ex = ccxt.okx({"apiKey": os.environ["K"], "secret": os.environ["S"], "password": magic})
