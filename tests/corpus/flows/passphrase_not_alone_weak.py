import os, ccxt
magic = "password1"
ex = ccxt.okx({"apiKey": os.environ["K"], "secret": os.environ["S"], "password": magic})
