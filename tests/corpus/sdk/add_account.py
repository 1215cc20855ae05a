manager.add_account("okx-main", "⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧")
manager.add_account("okx-hedge", "⟦key:b⟧", "⟦secret:b⟧", "⟦passphrase:b⟧")
