connector = OkxExchange(
    client_config_map,
    okx_api_key="⟦key:a⟧",
    okx_secret_key="⟦secret:a⟧",
    okx_passphrase="⟦passphrase:a⟧",
    trading_pairs=["BTC-USDT"],
    trading_required=True,
)
