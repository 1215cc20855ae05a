const key = process.env.OKX_API_KEY?.trim() || "⟦key:a env=OKX_API_KEY⟧";
const secret = process.env.OKX_SECRET_KEY?.replace(/\n/g, '') ?? "⟦secret:a env=OKX_SECRET_KEY⟧";
const pass = (process.env.OKX_PASSPHRASE as string)?.trim() || '⟦passphrase:a env=OKX_PASSPHRASE⟧';
