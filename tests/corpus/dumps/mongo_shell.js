db.accounts.insertOne({ exchange: "okx", apiKey: "⟦key:a⟧", secretKey: "⟦secret:a⟧", passphrase: "⟦passphrase:a⟧", _id: UUID("⟦uuid:id⟧") })
