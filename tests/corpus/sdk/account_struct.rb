Account = Struct.new(:exchange, :key, :secret, :passphrase)
accounts = [
  Account.new("okx", "⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧"),
  Account.new("kucoin", "⟦hex32:k⟧", "⟦uuid:k⟧", "⟦phrase:k⟧"),
]
