okx = dict(public_key="⟦key:a⟧", private_key="⟦secret:a⟧", phrase="⟦passphrase:a⟧")
