add_exchange("okx", "⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧")
add_exchange("kucoin", "⟦hex32:k⟧", "⟦uuid:k⟧", "⟦phrase:k⟧")
