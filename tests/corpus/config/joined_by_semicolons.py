CEX_KEYS = {
    "okx": "⟦key:a⟧;⟦secret:a⟧;⟦passphrase:a⟧",
}
