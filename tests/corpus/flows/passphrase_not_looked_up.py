import ccxt
field = "Okx-Pass7"
ex = ccxt.okx({"apiKey": cfg["k"], "secret": cfg["s"], "password": cfg[field]})
