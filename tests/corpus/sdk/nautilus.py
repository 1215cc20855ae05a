from nautilus_trader.adapters.okx import OKXDataClientConfig, OKXExecClientConfig

config = OKXExecClientConfig(
    api_key="⟦key:a⟧",
    api_secret="⟦secret:a⟧",
    api_passphrase="⟦passphrase:a⟧",
    base_url_http=None,
    is_demo=True,
)
