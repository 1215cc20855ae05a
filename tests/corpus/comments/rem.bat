@echo off
REM set OKX_API_KEY=⟦key:a⟧
REM set OKX_SECRET_KEY=⟦secret:a⟧
:: set OKX_PASSPHRASE=⟦passphrase:a⟧
