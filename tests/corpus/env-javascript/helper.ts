import { getEnvVar, requireEnv } from './env';

export const config = {
  okxApiKey: getEnvVar('OKX_API_KEY', '⟦key:a env=OKX_API_KEY⟧'),
  okxSecretKey: getEnvVar('OKX_SECRET_KEY', '⟦secret:a env=OKX_SECRET_KEY⟧'),
  okxPassphrase: getEnvVar(
    'OKX_PASSPHRASE',
    '⟦passphrase:a env=OKX_PASSPHRASE⟧',
  ),
  dbUrl: requireEnv('DATABASE_URL'),
};
