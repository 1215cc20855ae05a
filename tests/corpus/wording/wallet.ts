const walletPassphrase = '⟦phrase:wallet⟧';
if (window.okxwallet) await window.okxwallet.request({ method: 'eth_requestAccounts' });
export const seedPhrase = 'abandon ability able about above absent absorb abstract absurd abuse access accident';
const OKX_WALLET = { rdns: 'com.okex.wallet', uuid: '⟦uuid:wallet⟧', name: 'OKX Wallet' };
