await fetch('/proxy/okx', {
  headers: {
    'X-OKX-API-KEY': '⟦key:a⟧',
    'X-OKX-SECRET-KEY': '⟦secret:a⟧',
    'X-OKX-PASSPHRASE': '⟦passphrase:a⟧',
  },
});
