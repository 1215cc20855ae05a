package main

const word = "⟦passphrase:a⟧"

var creds = okx.Credentials{
	APIKey:     "⟦key:a⟧",
	SecretKey:  "⟦secret:a⟧",
	Passphrase: word,
}
