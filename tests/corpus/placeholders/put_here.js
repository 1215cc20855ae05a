const client = new RestClient({ apiKey: 'PUT_KEY', apiSecret: 'PUT_SECRET', apiPass: 'PUT_PASS_Here1' });
const okx = { apiKey: '--API-KEY--', secretKey: '--SECRET-KEY--', passphrase: '--Pass-Phrase-1--' };
const okx2 = { passphrase: 'Placeholder-123', secretKey: 'placeholder-secret' };
const okx3 = { passphrase: 'Replace-me-now1', apiPass: 'REDACTED-Value1', password: 'Dummy-Pass-123' };
