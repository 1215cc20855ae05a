import os, ccxt
dbw = "⟦phrase:m⟧"
ex = ccxt.okx({"apiKey": os.environ["K"], "secret": os.environ["S"], "password": os.environ["P"]})
conn = psycopg2.connect(host="db", user="bot", password=dbw)
