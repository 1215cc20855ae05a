docker run --env OKX_API_KEY=⟦key:a⟧ --env="OKX_SECRET_KEY=⟦secret:a⟧" \
  --env OKX_PASSPHRASE=⟦passphrase:a⟧ bot
