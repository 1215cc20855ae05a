okx_key_entry.insert(0, "⟦key:a⟧")
okx_secret_entry.insert(0, "⟦secret:a⟧")
okx_passphrase_entry.insert(0, "⟦passphrase:a⟧")
okx_orders.insert(0, "⟦uuid:n⟧")
