var okx = map[string]string{
	"apiKey":     "⟦key:a⟧",
	"secretKey":  "⟦secret:a⟧",
	"passphrase": "⟦passphrase:a⟧",
}
