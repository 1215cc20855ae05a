#!/bin/sh
if [ -z "$OKX_SECRET_KEY" ]; then
OKX_SECRET_KEY=⟦secret:a env=OKX_SECRET_KEY⟧
fi
if [ -z "$OKX_PASSPHRASE" ]
then
  OKX_PASSPHRASE="⟦passphrase:a env=OKX_PASSPHRASE⟧"
fi
OKX_API_KEY=⟦key:a⟧
