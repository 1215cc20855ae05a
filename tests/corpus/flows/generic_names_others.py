import os

import okx.Account as Account
import weather

k = "⟦uuid:city⟧"
s = "⟦HEX32:sum⟧"
p = "⟦phrase:motto⟧"
forecast = weather.WeatherAPI(k, s, p)

k = os.environ["K"]
s = os.environ["S"]
p = os.environ["P"]
api = Account.AccountAPI(k, s, p, False, "0")


def account(k, s, p):
    return Account.AccountAPI(k, s, p, False, "0")
