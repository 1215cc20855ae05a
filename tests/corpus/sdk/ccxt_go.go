package main

import ccxt "github.com/ccxt/ccxt/go/v4"

func main() {
	exchange := ccxt.NewOkx(map[string]interface{}{
		"apiKey":   "⟦key:a⟧",
		"secret":   "⟦secret:a⟧",
		"password": "⟦passphrase:a⟧",
	})
	exchange.FetchBalance()
}
