# all sub-accounts of OKX share the passphrase
OKX_PASSPHRASE = "⟦passphrase:one⟧"
OKX_KEY_1 = "⟦key:one⟧"
OKX_SECRET_1 = "⟦secret:one⟧"
OKX_KEY_2 = "⟦key:two⟧"
OKX_SECRET_2 = "⟦secret:two⟧"
OKX_KEY_3 = "⟦key:three⟧"
OKX_SECRET_3 = "⟦secret:three⟧"
