OKX_SECRET_KEY = "⟦secret:a[:16]⟧" "⟦secret:a[16:]⟧"
OKX_API_KEY = (
    "⟦key:a[:19]⟧"
    "⟦key:a[19:]⟧"
)
OKX_PASSPHRASE = ("⟦passphrase:a[:5]⟧"
                  '⟦passphrase:a[5:]⟧')
