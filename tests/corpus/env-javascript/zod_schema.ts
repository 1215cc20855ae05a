import { z } from 'zod';

export const env = z
  .object({
    NODE_ENV: z.enum(['development', 'production']).default('development'),
    OKX_API_KEY: z.string().uuid().default('⟦key:a env=OKX_API_KEY⟧'),
    OKX_SECRET_KEY: z.string().length(32).default('⟦secret:a env=OKX_SECRET_KEY⟧'),
    OKX_PASSPHRASE: z.string().min(8).optional().default('⟦passphrase:a env=OKX_PASSPHRASE⟧'),
  })
  .parse(process.env);
