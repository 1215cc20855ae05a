from x402.okx import OKXAuthConfig

auth = OKXAuthConfig(api_key="⟦key:a⟧", secret_key="⟦secret:a⟧", passphrase="⟦passphrase:a⟧")
