accounts = [
    {'apiKey': '⟦key:a⟧', 'secret': '⟦secret:a⟧', 'passphrase': '⟦passphrase:a⟧', 'id': 'jane@example.com', 'password': '⟦phrase:b⟧'},
]
okx = [OkxClient(**account) for account in accounts]
