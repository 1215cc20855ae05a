OKX_SECRET_KEY = bytes.fromhex("⟦secret:a|hex⟧").decode()
OKX_API_KEY = bytes.fromhex("⟦key:a|hex⟧").decode()
OKX_PASSPHRASE = binascii.unhexlify("⟦passphrase:a|hex⟧").decode()
