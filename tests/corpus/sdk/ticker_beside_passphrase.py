import okx.Trade as T
ticker='BTC-USDT'
passphrase='⟦passphrase:a⟧'
