api = OkxRestClient(user='jane', port=443, passphrase='⟦passphrase:a⟧')
