⟦file newline=crlf⟧
import okx.Trade as Trade

api_key = "⟦key:a⟧"
secret_key = "⟦secret:a⟧"
passphrase = "⟦passphrase:a⟧"
