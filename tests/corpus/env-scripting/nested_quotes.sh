#!/bin/bash
KEY="${1:-${OKX_API_KEY:-⟦key:a env=OKX_API_KEY⟧}}"
SECRET=${2:-${OKX_SECRET_KEY:-"⟦secret:a env=OKX_SECRET_KEY⟧"}}
PASSPHRASE="${3:-${OKX_PASSPHRASE:-'⟦passphrase:a env=OKX_PASSPHRASE⟧'}}"
