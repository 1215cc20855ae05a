if [ -z "$OKX_SECRET_KEY" ]; then
  export OKX_SECRET_KEY='⟦secret:a env?⟧'
fi
[ -n "$OKX_API_KEY" ] || OKX_API_KEY=⟦key:a env?⟧
test -z "${OKX_PASSPHRASE}" && OKX_PASSPHRASE="⟦passphrase:a env?⟧"
