@echo off
if "%OKX_API_KEY%"=="" set OKX_API_KEY=⟦key:a env?⟧
if not defined OKX_SECRET_KEY set "OKX_SECRET_KEY=⟦secret:a env?⟧"
if not defined OKX_PASSPHRASE set OKX_PASSPHRASE=⟦passphrase:a env?⟧
python bot.py
