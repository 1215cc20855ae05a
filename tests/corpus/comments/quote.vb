' OkxApiKey = "⟦key:a⟧"
' OkxSecretKey = "⟦secret:a⟧"
Dim OkxApiKey = Environment.GetEnvironmentVariable("OKX_API_KEY")
