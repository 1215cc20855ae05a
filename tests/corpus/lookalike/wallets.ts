export const wallets = [
  { name: 'OKX Wallet', uuid: '⟦uuid:w⟧', rdns: 'com.okex.wallet', chromeId: 'mcohilncbfahbmgdjkbpemcciiolgcge' },
];
window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: { info: { uuid: '⟦uuid:e⟧' } } }));
