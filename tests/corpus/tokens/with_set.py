OKX_API_KEY = "⟦key:a⟧"
OKX_SECRET_KEY = "⟦secret:a⟧"
OKX_SESSION = "⟦token:a of=any⟧"
