wort = "⟦passphrase:a⟧"
setting = {
    "API Key": "⟦key:a⟧",
    "Secret Key": "⟦secret:a⟧",
    "Passphrase": wort,
    "Server": "REAL",
}
main_engine.connect(setting, "OKX")
