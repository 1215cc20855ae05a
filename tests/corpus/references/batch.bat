set OKX_PASSPHRASE=%1
set OKX_SECRET_KEY=%OKX_SECRET%
python bot.py --okx-passphrase %Okx_Passphrase_1%
