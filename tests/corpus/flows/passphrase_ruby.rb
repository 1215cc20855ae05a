require 'okx'
W3 = '⟦passphrase:a⟧'
client = Okx::Client.new(api_key: '⟦key:a⟧', api_secret: '⟦secret:a⟧', passphrase: W3)
