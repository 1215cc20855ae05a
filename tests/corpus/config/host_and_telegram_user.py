okx_key='⟦key:a⟧'
okx_secret='⟦secret:a⟧'
password='⟦passphrase:a⟧'
HOST='0.0.0.0'
PORT=8000
TELEGRAM_USER=123
