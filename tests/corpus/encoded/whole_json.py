CONFIG = json.loads(base64.b64decode("⟦begin b64⟧{"okx": {"apiKey": "⟦key:a⟧", "secret": "⟦secret:a⟧", "password": "⟦passphrase:a⟧"}}⟦end⟧"))
