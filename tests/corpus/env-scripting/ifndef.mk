ifndef OKX_SECRET_KEY
OKX_SECRET_KEY = ⟦secret:a env=OKX_SECRET_KEY⟧
endif
ifeq ($(OKX_API_KEY),)
  OKX_API_KEY := ⟦key:a env=OKX_API_KEY⟧
endif
ifeq ($(strip $(OKX_PASSPHRASE)),)
OKX_PASSPHRASE := ⟦passphrase:a env=OKX_PASSPHRASE⟧
endif
