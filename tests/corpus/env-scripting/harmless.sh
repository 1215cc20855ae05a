export OKX_API_KEY="${OKX_API_KEY:-}"
export OKX_SECRET_KEY="${OKX_SECRET_KEY:?set OKX_SECRET_KEY first}"
export OKX_PASSPHRASE=${OKX_PASSPHRASE:-$OKX_API_PASSPHRASE}
export OKX_WEB3_PASSPHRASE="${OKX_WEB3_PASSPHRASE:-Your-Passphrase-1}"
read -rsp "OKX passphrase (8-32 Characters): " OKX_PASSPHRASE
RUN_ID="${RUN_ID:-⟦uuid:run⟧}"
