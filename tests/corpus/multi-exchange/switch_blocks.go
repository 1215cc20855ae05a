func credentials(exchange string) (key, secret, passphrase string) {
	switch exchange {
	case "kucoin":
		key = "⟦hex32:k⟧"
		secret = "⟦uuid:k⟧"
		passphrase = "⟦phrase:k⟧"
	case "okx":
		key = "⟦key:a⟧"
		secret = "⟦secret:a⟧"
		passphrase = "⟦passphrase:a⟧"
	}
	return
}
