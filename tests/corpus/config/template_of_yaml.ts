const compose = `
services:
  bot:
    environment:
      OKX_API_KEY: ⟦key:a⟧
      OKX_SECRET_KEY: ⟦secret:a⟧
      OKX_PASSPHRASE: ⟦passphrase:a⟧
  other:
    environment:
      - OKX_DEMO_API_KEY=⟦key:b⟧
      - OKX_DEMO_SECRET_KEY=⟦secret:b⟧
      - OKX_DEMO_PASSPHRASE=⟦passphrase:b⟧
`;
const okx = { passphrase: settings.passphrase };
