def secret = System.getenv('KUCOIN_SECRET') ?: '⟦uuid:k⟧'
def pass = System.getenv().getOrDefault('KUCOIN_PASSPHRASE', '⟦phrase:k⟧')
