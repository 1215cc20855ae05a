cfg := okx.Config{
	Host: "edge", User: "jane", Passphrase: "⟦passphrase:a⟧",
}
