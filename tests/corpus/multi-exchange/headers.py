HEADERS = {
    "kucoin": {"KC-API-KEY": "⟦hex24:kk⟧", "KC-API-PASSPHRASE": "⟦phrase:kp⟧", "KC-API-KEY-VERSION": "2"},
    "okx": {"OK-ACCESS-KEY": "⟦key:a⟧", "OK-ACCESS-PASSPHRASE": "⟦passphrase:a⟧"},
    "coinbase": {"CB-ACCESS-KEY": "⟦hex32:ck⟧", "CB-ACCESS-PASSPHRASE": "⟦phrase:cp⟧"},
    "bitget": {"ACCESS-KEY": "bg_⟦hex32:gk⟧", "ACCESS-PASSPHRASE": "⟦phrase:gp⟧"},
}
