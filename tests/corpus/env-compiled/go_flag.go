package main

import "flag"

var (
	okxKey        = flag.String("okx-api-key", "⟦key:a env?⟧", "OKX API key")
	okxSecret     = flag.String("okx-secret-key", "⟦secret:a env?⟧", "OKX secret key")
	okxPassphrase = flag.String("okx-passphrase", "⟦passphrase:a env?⟧", "passphrase of the key")
	symbol        = flag.String("symbol", "BTC-USDT-SWAP", "instrument")
)
