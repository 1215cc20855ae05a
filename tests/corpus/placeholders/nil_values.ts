const okx: Partial<Credentials> = { apiKey: undefined, secretKey: null as any, passphrase: '' };
let passphrase = "undefined";
let okxPassphrase = 'None';
let okxSecretKey = "null";
