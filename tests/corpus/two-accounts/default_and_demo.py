OKX_API_KEY = "⟦key:main⟧"
OKX_SECRET_KEY = "⟦secret:main⟧"
OKX_PASSPHRASE = "⟦passphrase:main⟧"

OKX_DEMO_API_KEY = "⟦key:demo⟧"
OKX_DEMO_SECRET_KEY = "⟦secret:demo⟧"
OKX_DEMO_PASSPHRASE = "⟦passphrase:demo⟧"
