import ccxt
magic = "Passw0rd!99"
ex = ccxt.okx({"apiKey": "test_key", "secret": "test_secret", "password": magic})
