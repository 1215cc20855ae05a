from vnpy_okx import OkxGateway

setting = {
    "API Key": "⟦key:a⟧",
    "Secret Key": "⟦secret:a⟧",
    "Passphrase": "⟦passphrase:a⟧",
    "Server": "REAL",
    "Proxy Host": "",
    "Proxy Port": 0,
}
main_engine.connect(setting, OkxGateway.default_name)
