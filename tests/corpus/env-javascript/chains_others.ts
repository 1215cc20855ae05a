const cfg = {
  secretKey: process.env.KUCOIN_SECRET?.trim() || '⟦uuid:k⟧',
  passphrase: process.env.KUCOIN_PASSPHRASE?.trim() ?? '⟦phrase:k⟧',
};
const okxPass = process.env.OKX_PASSPHRASE?.trim() || process.env.OKX_API_PASSPHRASE1;
