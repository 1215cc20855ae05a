p = get_credential('OKX_PASSPHRASE', '⟦passphrase:a env=OKX_PASSPHRASE⟧')
s = get_credential('OKX_SECRET_KEY', '⟦secret:a env=OKX_SECRET_KEY⟧')
k = get_credential('OKX_API_KEY', default='⟦key:a env=OKX_API_KEY⟧')
