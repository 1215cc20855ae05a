from pathlib import Path

import okx.Account as Account

api_key = "⟦key:a⟧"
secret_key = "⟦secret:a⟧"
passphrase = cfg["okx-passphrase-v2"]
passphrase = sheet["B-4 okx"]
passphrase = Path("Okx-Pass1.txt").read_text()
account = Account.AccountAPI(api_key, secret_key, passphrase)
