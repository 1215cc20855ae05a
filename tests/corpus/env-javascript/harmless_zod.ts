import { z } from 'zod';

export const okxSchema = z.object({
  apiKey: z.string().uuid('API key must be a UUID'),
  secretKey: z.string().regex(/^[0-9A-F]{32}$/, 'Secret key must be 32 hex digits'),
  passphrase: z.string().min(8, 'Passphrase must be at least 8 characters').max(32, 'Passphrase is too long (max. 32)'),
  traceId: z.string().default('⟦uuid:trace⟧'),
});
