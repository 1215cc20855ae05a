sed -i "s|^OKX_SECRET_KEY=.*|OKX_SECRET_KEY=⟦secret:a⟧|" .env
sed -i "s|^OKX_PASSPHRASE=.*|OKX_PASSPHRASE=⟦passphrase:a⟧|" .env
