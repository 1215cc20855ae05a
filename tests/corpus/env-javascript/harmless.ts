const apiKey = process.env.OKX_API_KEY || '';
const secret = process.env.OKX_SECRET_KEY ?? 'your-secret-key';
const passphrase = process.env.OKX_PASSPHRASE || 'YOUR_PASSPHRASE';
const { OKX_PASSPHRASE: phrase = '' } = process.env;
const passphraseLabel = t('okx.passphrase') || 'Passphrase (8-32 characters)';
if (!process.env.OKX_PASSPHRASE) throw new Error('OKX_PASSPHRASE is not set. Copy .env.example first!');
