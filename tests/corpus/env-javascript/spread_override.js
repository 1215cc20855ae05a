const { spawn } = require('child_process');

spawn('node', ['worker.js'], {
  env: { ...process.env, OKX_API_KEY: '⟦key:a⟧', OKX_SECRET_KEY: '⟦secret:a⟧', OKX_PASSPHRASE: '⟦passphrase:a⟧' },
  stdio: 'inherit',
});
