import ccxt

kucoin = ccxt.kucoin({"apiKey": "⟦hex24:kk⟧", "secret": "⟦uuid:ks⟧", "password": "⟦phrase:kp⟧"})
okx = ccxt.okx({"apiKey": "⟦key:a⟧", "secret": "⟦secret:a⟧", "password": "⟦passphrase:a⟧"})
bitget = ccxt.bitget({"apiKey": "bg_⟦hex32:gk⟧", "secret": "⟦hex64:gs⟧", "password": "⟦phrase:gp⟧"})
