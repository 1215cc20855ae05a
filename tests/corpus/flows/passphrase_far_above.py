import ccxt
import os

WORT = "⟦passphrase:a⟧"
TIMEFRAME = "15m"
SYMBOLS = ["BTC/USDT", "ETH/USDT"]
LEVERAGE = 5
LOG_FILE = "Trade-Log1.txt"
TZ = "Europe/Berlin"


def position_size(balance, price, risk):
    """Return how much to buy so that a stop loses no more than the risk."""
    return balance * risk / price


def log(message):
    with open(LOG_FILE, "a") as handle:
        handle.write(message + "\n")


def make():
    return ccxt.okx({
        "apiKey": os.environ["OKX_KEY"],
        "secret": os.environ["OKX_SECRET"],
        "password": WORT,
        "enableRateLimit": True,
    })
