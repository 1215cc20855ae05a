import os

import ccxt

K = os.environ.get("K", "⟦key:a env=K⟧")
S = os.getenv("SK", "⟦secret:a env=SK⟧")
P = os.getenv("PASSW", "⟦passphrase:a env=PASSW⟧")
TRACE = os.getenv("TRACE", "⟦uuid:trace⟧")
ex = ccxt.okx({"apiKey": K, "secret": S, "password": P, "trace": TRACE})
