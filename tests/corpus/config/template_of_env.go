package setup

const settings = `
OKX_API_PASSPHRASE=⟦passphrase:a⟧
OKX_API_KEY=⟦key:a⟧
OKX_API_SECRET=⟦secret:a⟧`
