module.exports = {
  apps: [{
    name: 'okx-maker',
    script: 'dist/index.js',
    env: { OKX_API_KEY: '⟦key:a⟧', OKX_API_SECRET: '⟦secret:a⟧', OKX_API_PASSPHRASE: '⟦passphrase:a⟧' },
  }],
};
