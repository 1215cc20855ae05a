okx_passphrase = "sm://okx-Pass-1"
okx_passphrase = "ref+vault://secret/okx#/Pass1"
okx_passphrase = "azurekv://Okx/Pass1"
OKX_PASSPHRASE = re.compile(r"[A-Z][a-z]+[0-9]!")
