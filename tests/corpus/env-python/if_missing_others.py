import os

okx_passphrase = os.environ.get("OKX_PASSPHRASE")
if not okx_passphrase:
    raise SystemExit("set OKX_PASSPHRASE")
v = os.environ.get("KUCOIN_SECRET")
if not v:
    v = "⟦uuid:k⟧"
w = os.environ.get("KUCOIN_PASSPHRASE")
if not w:
    w = "⟦phrase:k⟧"
job = os.environ.get("JOB_ID")
if not job:
    job = "⟦uuid:j⟧"
