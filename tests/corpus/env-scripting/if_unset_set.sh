#!/bin/sh
[ -z "$OKX_SECRET_KEY" ] && OKX_SECRET_KEY=⟦secret:a env=OKX_SECRET_KEY⟧
if [ -z "${OKX_API_KEY}" ]; then OKX_API_KEY=⟦key:a env=OKX_API_KEY⟧; fi
if [[ -z $OKX_PASSPHRASE ]]; then
  OKX_PASSPHRASE='⟦passphrase:a env=OKX_PASSPHRASE⟧'
fi
export OKX_SECRET_KEY OKX_API_KEY OKX_PASSPHRASE
