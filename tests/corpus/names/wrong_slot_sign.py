headers = {
    "OK-ACCESS-KEY": "⟦key:a⟧",
    "OK-ACCESS-SIGN": "⟦secret:a⟧",
    "OK-ACCESS-PASSPHRASE": "⟦passphrase:a⟧",
}
