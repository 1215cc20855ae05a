python okx_bot.py -k ⟦key:a⟧ -s ⟦secret:a⟧ -p '⟦passphrase:a⟧'
