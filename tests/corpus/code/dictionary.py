config = {
    "okx_api_key": "⟦key:a⟧",
    "okx_secret_key": "⟦secret:a⟧",
    "okx_passphrase": "⟦passphrase:a|dq with="\⟧",
    "proxy": {"https": "http://127.0.0.1:1080"},
}
config["webhook_id"] = "⟦uuid:hook⟧"
