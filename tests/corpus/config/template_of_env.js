import fs from "node:fs";

const settings = `OKX_API_KEY=⟦key:a⟧
OKX_API_SECRET=⟦secret:a⟧
OKX_API_PASSPHRASE=⟦passphrase:a⟧
`;
fs.writeFileSync(".env", settings);

const PASSPHRASE=settings.trim();
