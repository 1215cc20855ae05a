API_KEY = "⟦uuid:k⟧"
PASSWORD = "⟦phrase:p⟧"
