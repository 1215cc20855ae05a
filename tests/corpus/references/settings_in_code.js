const okx = `OKX_API_KEY=${key}
OKX_API_SECRET=${secret}
OKX_API_PASSPHRASE=${passphrase}
`;
const PASSPHRASE=options.okxPassphrase;
