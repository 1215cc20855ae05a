const headers = { 'OK-ACCESS-PROJECT': '⟦hex32:project⟧', 'OK-ACCESS-KEY': process.env.OKX_API_KEY };
export const OKX_PROJECT_ID = '⟦hex32:project2⟧';
export const walletConnectProjectId = '⟦hex32:wc⟧';
