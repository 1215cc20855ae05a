export "OKX_API_KEY=⟦key:a⟧"
set -- "OKX_SECRET_KEY=⟦secret:a⟧"
env "OKX_PASSPHRASE=⟦passphrase:a⟧" python bot.py
docker run -e "OKX_PASSPHRASE=⟦passphrase:a⟧" bot
heroku config:set "OKX_PASSPHRASE=⟦passphrase:a⟧"
