KUCOIN_SECRETS = {"live": "⟦uuid:k⟧", "demo": "⟦uuid:k2⟧"}
KUCOIN_PASSPHRASES = {"live": "⟦phrase:k⟧", "demo": "⟦phrase:k2⟧"}
OKX_KEYS_PATHS = {"live": "⟦uuid:p⟧"}
OKX_ORDERS = {"live": "⟦uuid:o⟧", "demo": "⟦uuid:o2⟧"}
OKX_PASSPHRASES = {"live": os.environ["OKX_LIVE"], "demo": "changeme"}
