const OKX_API_KEY = "⟦key:a⟧";
fetch(`https://www.oklink.com/api/v5/explorer/blockchain/info`, { headers: { "Ok-Access-Key": OKX_API_KEY } });
