@echo off
if not defined OKX_SECRET_KEY set OKX_SECRET_KEY=⟦secret:a env=OKX_SECRET_KEY⟧
if "%OKX_API_KEY%"=="" set OKX_API_KEY=⟦key:a env=OKX_API_KEY⟧
if "%OKX_PASSPHRASE%"=="" (
  set OKX_PASSPHRASE=⟦passphrase:a env=OKX_PASSPHRASE⟧
)
