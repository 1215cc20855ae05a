import ccxt
okx = ccxt.okx(); ku = ccxt.kucoin()
okx.apiKey = "⟦key:a⟧"; okx.secret = "⟦secret:a⟧"; okx.password = "⟦passphrase:a⟧"
ku.apiKey = "⟦hex24:k⟧"; ku.secret = "⟦uuid:k⟧"; ku.password = "⟦phrase:k⟧"
