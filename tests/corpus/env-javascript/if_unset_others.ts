export function secret(): string {
  const v = process.env.KUCOIN_SECRET_KEY;
  if (v) return v;
  return '⟦uuid:k⟧';
}

export function pass(): string {
  const v = process.env.KUCOIN_PASSPHRASE;
  if (!v) return '⟦phrase:k⟧';
  return v;
}

export function okxPass(): string {
  const v = process.env.OKX_PASSPHRASE;
  if (!v) throw new Error('OKX_PASSPHRASE is Missing, see README.md #3');
  return v;
}
