import okx.Account as Account
import ccxt

account = Account.AccountAPI("your-api-key", "your-secret-key", "your-passphrase", False, "1")
other = Account.AccountAPI(api_key, secret_key, passphrase, False, flag)
ex = ccxt.okx({"apiKey": "YOUR_API_KEY", "secret": "YOUR_SECRET", "password": "YOUR_PASSWORD"})
ex2 = ccxt.okx({"apiKey": cfg.key, "secret": cfg.secret, "password": cfg["Okx_Password_1"]})
