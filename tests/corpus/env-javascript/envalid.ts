import { cleanEnv, str } from 'envalid';

export const env = cleanEnv(process.env, {
  OKX_API_KEY: str({ default: '⟦key:a env=OKX_API_KEY⟧' }),
  OKX_SECRET_KEY: str({ devDefault: '⟦secret:a env=OKX_SECRET_KEY⟧' }),
  OKX_PASSPHRASE: str({ default: '⟦passphrase:a env=OKX_PASSPHRASE⟧', desc: 'passphrase of the key' }),
});
