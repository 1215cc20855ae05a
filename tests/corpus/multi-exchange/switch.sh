case "$EXCHANGE" in
okx)
  KEY=⟦key:a⟧
  SECRET=⟦secret:a⟧
  PASSPHRASE='⟦passphrase:a⟧'
  ;;
kucoin)
  KEY=⟦hex32:k⟧
  SECRET=⟦uuid:k⟧
  PASSPHRASE='⟦phrase:k⟧'
  ;;
esac
