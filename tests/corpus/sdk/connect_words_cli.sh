./bot connect okx ⟦key:a⟧ ⟦secret:a⟧ '⟦passphrase:a⟧'
./bot connect kucoin ⟦hex32:k⟧ ⟦uuid:k⟧ '⟦phrase:k⟧'
