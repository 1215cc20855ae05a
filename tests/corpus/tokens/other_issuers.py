SUPABASE_ANON = "⟦jwt:one⟧"
OKX_PROXY_TOKEN = "⟦jwt:two⟧"  # our own gateway's token
headers = {"Authorization": "Bearer ⟦jwt:three⟧"}
