cat > .env <<'EOT'
OKX_API_KEY=⟦key:a⟧
OKX_SECRET_KEY=⟦secret:a⟧
OKX_PASSPHRASE=⟦passphrase:a⟧
EOT
chmod 600 .env
