from okx.api import Account

account = Account(key='⟦key:a⟧', secret='⟦secret:a⟧', passphrase='⟦passphrase:a⟧', flag='0')
