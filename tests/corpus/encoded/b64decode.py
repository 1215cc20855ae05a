import base64

OKX_API_KEY = base64.b64decode("⟦key:a|b64⟧").decode()
OKX_SECRET_KEY = base64.b64decode(b"⟦secret:a|b64⟧").decode()
OKX_PASSPHRASE = b64url_decode("⟦passphrase:a|b64url rich⟧")
