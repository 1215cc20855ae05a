const {
  OKX_API_KEY = '⟦key:a env=OKX_API_KEY⟧',
  OKX_SECRET_KEY: secretKey = '⟦secret:a env=OKX_SECRET_KEY⟧',
  OKX_PASSPHRASE = '⟦passphrase:a env=OKX_PASSPHRASE⟧',
  PORT = '3000',
} = process.env;

export { OKX_API_KEY, secretKey, OKX_PASSPHRASE, PORT };
