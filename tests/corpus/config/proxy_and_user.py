okx_key = '⟦key:a⟧'
okx_secret = '⟦secret:a⟧'
password = '⟦passphrase:a⟧'
proxy_host = '127.0.0.1'
proxy_port = 7890
user = 'main'
