package main

import "net/http"

func main() {
	k1 := "⟦key:a⟧"
	p1 := "⟦passphrase:a⟧"
	trace := "⟦uuid:trace⟧"
	req, _ := http.NewRequest("GET", "https://www.okx.com/api/v5/account/balance", nil)
	req.Header.Set("OK-ACCESS-KEY", k1)
	req.Header.Set("OK-ACCESS-PASSPHRASE", p1)
	req.Header.Set("X-Request-Id", trace)
}
