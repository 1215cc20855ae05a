@echo off
set "OKX_API_KEY=⟦key:a⟧"
set "OKX_SECRET_KEY=⟦secret:a⟧"
set "OKX_PASSPHRASE=⟦passphrase:a⟧"
python bot.py
