PASSPHRASE = '⟦passphrase:a⟧'
okx = {'key': '⟦key:a⟧', 'secret': '⟦secret:a⟧', 'passphrase': f'{PASSPHRASE}'}
