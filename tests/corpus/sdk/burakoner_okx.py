from okx import OkxRestClient

client = OkxRestClient('⟦key:a⟧', '⟦secret:a⟧', '⟦passphrase:a⟧')
print(client.account.get_balances())
