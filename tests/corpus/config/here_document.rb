File.write(".env", <<~ENV)
  export OKX_API_KEY=⟦key:a⟧
  export OKX_SECRET_KEY=⟦secret:a⟧
  export OKX_PASSPHRASE=⟦passphrase:a⟧
ENV
