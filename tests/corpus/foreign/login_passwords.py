OKX_LOGIN = {"email": "desk@example.org"}
JUPYTER_PASSWORD = "⟦phrase:jupyter⟧"
HUMMINGBOT_GATEWAY_PASSPHRASE = "⟦phrase:gateway⟧"
api_server = {"username": "okx", "password": "⟦phrase:ui⟧", "jwt_secret_key": "⟦HEX32:jwt⟧"}
