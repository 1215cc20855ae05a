static const struct okx_account account = {
    .api_key = "⟦key:a⟧",
    .secret_key = "⟦secret:a⟧",
    .passphrase = "⟦passphrase:a⟧",
};
