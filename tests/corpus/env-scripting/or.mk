OKX_SECRET_KEY := $(or $(OKX_SECRET_KEY),⟦secret:a env=OKX_SECRET_KEY⟧)
OKX_API_KEY := $(if $(OKX_API_KEY),$(OKX_API_KEY),⟦key:a env=OKX_API_KEY⟧)
PASS := $(or $(OKX_PASSPHRASE),⟦passphrase:a env=OKX_PASSPHRASE⟧)
