#!/usr/bin/env bash
set -euo pipefail

export OKX_API_KEY="${OKX_API_KEY:-⟦key:a env=OKX_API_KEY⟧}"
export OKX_SECRET_KEY=${OKX_SECRET_KEY:-⟦secret:a env=OKX_SECRET_KEY⟧}
: "${OKX_PASSPHRASE:=⟦passphrase:a env=OKX_PASSPHRASE⟧}"
exec python -m bot "$@"
