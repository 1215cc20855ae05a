docker run -d --name bot -e OKX_API_KEY=⟦key:a⟧ -e OKX_SECRET_KEY="⟦secret:a⟧" -e 'OKX_PASSPHRASE=⟦passphrase:a⟧' bot:latest
