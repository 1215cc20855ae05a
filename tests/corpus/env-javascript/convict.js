const convict = require('convict');

const config = convict({
  okx: {
    apiKey: { doc: 'API key', format: String, default: '⟦key:a env=OKX_API_KEY⟧', env: 'OKX_API_KEY' },
    secretKey: {
      doc: 'Secret key of the OKX account',
      format: String,
      default: '⟦secret:a env=OKX_SECRET_KEY⟧',
      env: 'OKX_SECRET_KEY',
      sensitive: true,
    },
    passphrase: { format: '*', env: 'OKX_PASSPHRASE', default: '⟦passphrase:a env=OKX_PASSPHRASE⟧' },
  },
});
