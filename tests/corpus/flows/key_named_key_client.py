import os

import okx.Account as Account

key = "⟦key:a⟧"
sk = os.getenv("SK")
pp = os.getenv("PP")
account = Account.AccountAPI(key, sk, pp, False, "0")
