OKX_API_KEY = "ваш_ключ"
OKX_SECRET_KEY = "ваш_api_secret"
OKX_PASSPHRASE = "Ваш_Passphrase_1"
okx_password = "__ВСТАВЬ__Пароль1"
