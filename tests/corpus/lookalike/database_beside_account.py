import ccxt
import pymysql


class OkxTrader:
    def __init__(self):
        self.exchange = ccxt.okx({
            "apiKey": "⟦key:a⟧",
            "secret": "⟦secret:a⟧",
            "password": "⟦passphrase:a⟧",
        })
        self.db = pymysql.connect(host="localhost", user="root", password="⟦phrase:b⟧", db="okx")
        self.mail = {"host": "smtp.example.com", "port": 465, "user": "bot@example.com", "pass": "⟦phrase:c⟧"}
