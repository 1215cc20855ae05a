const okxApiKey = 'okxApiKey';
const okxSecretKey = "okxSecretKey";
const OKX_PASSPHRASE = 'OKX_PASSPHRASE';
const keys = { passphrase: 'okxPassphrase1', apiPass: 'Api_Pass_1', secret: 'secret' };
