accounts := []Account{
	{"okx", "⟦key:a⟧", "⟦secret:a⟧", "⟦passphrase:a⟧"},
	{"kucoin", "⟦hex32:k⟧", "⟦uuid:k⟧", "⟦phrase:k⟧"},
}
