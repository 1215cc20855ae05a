labels = {"🚀📈": "moon", "okx_api_key": "⟦key:a⟧", "😀": 1, "okx_secret_key": "⟦secret:a⟧"}  # 🔑 okx
