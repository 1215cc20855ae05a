@echo off
set OKX_API_KEY=⟦key:a⟧
set "OKX_SECRET_KEY=⟦secret:a⟧"
setx OKX_PASSPHRASE "⟦passphrase:a⟧" >nul
