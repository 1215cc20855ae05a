if (!process.env.OKX_SECRET_KEY) process.env.OKX_SECRET_KEY = "⟦secret:a env=OKX_SECRET_KEY⟧";
if (!process.env.OKX_API_KEY) {
  process.env.OKX_API_KEY = '⟦key:a env=OKX_API_KEY⟧';
}
if (process.env.OKX_PASSPHRASE === undefined) process.env.OKX_PASSPHRASE = '⟦passphrase:a env=OKX_PASSPHRASE⟧';
