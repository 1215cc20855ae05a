cd /srv/bot && OKX_API_KEY=⟦key:a⟧ OKX_SECRET_KEY=⟦secret:a⟧ OKX_PASSPHRASE='⟦passphrase:a with=#$⟧' python3 bot.py --id ⟦uuid:bot⟧
