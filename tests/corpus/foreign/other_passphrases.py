import okx.Trade as Trade

text = gpg.decrypt(data, passphrase="⟦phrase:a⟧")

# OKX price alert by mail
PASSWORD = "⟦phrase:b⟧"
