import os

okx_passphrase = os.environ.get("OKX_PASSPHRASE")
if not okx_passphrase:
    status = "Missing-1!"
    log("OKX_PASSPHRASE", code="E-1042!x")
    trace_id = "⟦uuid:t⟧"
