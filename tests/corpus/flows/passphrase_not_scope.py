import ccxt

def label():
    magic = "⟦phrase:t⟧"
    return magic

def make(magic):
    return ccxt.okx({"apiKey": "⟦key:a⟧", "secret": "⟦secret:a⟧", "password": magic})
