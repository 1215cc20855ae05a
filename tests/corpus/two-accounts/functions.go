func live() *okx.Client {
	return okx.New("⟦key:live⟧", "⟦secret:live⟧", "⟦passphrase:live⟧")
}

func demo() *okx.Client {
	apiKey := "⟦key:demo⟧"
	secretKey := "⟦secret:demo⟧"
	passphrase := "⟦passphrase:demo⟧"
	return okx.New(apiKey, secretKey, passphrase)
}
