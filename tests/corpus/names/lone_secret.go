const okxSecretKey = "⟦secret:a⟧"
