set -q OKX_API_KEY; or set -gx OKX_API_KEY ⟦key:a env?⟧
set -q OKX_SECRET_KEY; or set -gx OKX_SECRET_KEY "⟦secret:a env?⟧"
set -gx OKX_PASSPHRASE '⟦passphrase:a⟧'
