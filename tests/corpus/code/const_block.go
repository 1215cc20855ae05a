package main

const (
	okxAPIKey     = "⟦key:a⟧"
	okxSecretKey  = "⟦secret:a⟧"
	okxPassphrase = `⟦passphrase:a with="⟧`
)
