import crypto from 'crypto';

const v = '⟦secret:a⟧';
const etag = '⟦HEX32:etag⟧';

export const sign = (text: string) => crypto.createHmac('sha256', v).update(text).digest('base64');
export const base = 'https://www.okx.com';
