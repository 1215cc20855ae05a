package main

import "github.com/example/go-okx"

func newClient() *okx.Client {
	return okx.NewClient(okx.Credentials{
		APIKey:     "⟦key:a⟧",
		SecretKey:  "⟦secret:a⟧",
		Passphrase: "⟦passphrase:a⟧",
	})
}
