[ -z "$KUCOIN_SECRET" ] && KUCOIN_SECRET=⟦uuid:k⟧
[ -z "$KUCOIN_PASSPHRASE" ] && KUCOIN_PASSPHRASE='⟦phrase:k⟧'
if [ -z "$OKX_PASSPHRASE" ]; then OKX_PASSPHRASE=$(pass show okx/Passphrase1); fi
