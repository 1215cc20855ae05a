import requests

BASE_URL = "https://www.okx.com"
API_KEY = '⟦key:a⟧'
SECRET_KEY = '⟦secret:a⟧'
PASSPHRASE = '⟦passphrase:a letters⟧'


def balance():
    return requests.get(BASE_URL + "/api/v5/account/balance")
